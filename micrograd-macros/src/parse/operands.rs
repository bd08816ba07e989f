//! What stands between operators: names, numbers, parentheses, and the postfixes that belong to them.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::Parser;
use super::control_flow::{begins_construct, cannot_be_operand};
use crate::angle_brackets::closing_angle;
use crate::cursor::{Extent, group_at, spells_at};
use crate::diagnostics::Mistake;
use crate::expand::delimited;
use crate::operators::{Condition, assignment_at, infix_at};
use crate::source_text::{first_symbol, text_of_stream};
use crate::syntax::{Expr, ExprKind};

impl Parser<'_> {
    /// One operand and its postfixes.
    pub(super) fn operand(&mut self) -> Expr {
        let start = self.cursor.position();
        let atom = self.atom(start);
        self.postfixes(start, atom)
    }

    fn atom(&mut self, start: usize) -> Expr {
        match self.cursor.peek().cloned() {
            None => self.missing(),
            Some(TokenTree::Literal(literal)) => {
                self.cursor.advance(1);
                let kind = self.literal(&literal);
                self.finish(start, kind)
            }
            Some(TokenTree::Ident(ident)) => self.word(start, &ident.to_string()),
            Some(TokenTree::Group(group)) => self.delimited(start, &group),
            Some(TokenTree::Punct(_)) => self.symbol(start),
        }
    }

    fn delimited(&mut self, start: usize, group: &Group) -> Expr {
        let tokens = self.cursor.advance(1);
        let kind = match group.delimiter() {
            // A fragment of the user's own `macro_rules!`: one operand, whatever is inside.
            Delimiter::None => {
                let mut nested = self.nested(group);
                let inner = nested.expression();
                if nested.cursor.is_at_end() {
                    ExprKind::Parenthesized(Box::new(inner))
                } else {
                    ExprKind::Plain(tokens)
                }
            }
            Delimiter::Parenthesis if is_plain_list(group) => ExprKind::Plain(tokens),
            Delimiter::Parenthesis => self.parenthesized(group),
            Delimiter::Bracket => self.array(group),
            Delimiter::Brace => return self.plain_since(start),
        };
        self.finish(start, kind)
    }

    fn symbol(&mut self, start: usize) -> Expr {
        let rest = self.cursor.rest();
        if spells_at(rest, "'") {
            return self.labelled(start);
        }
        if spells_at(rest, "::") {
            return self.path(start);
        }
        if spells_at(rest, "|") {
            return self.closure(start);
        }
        if spells_at(rest, "<")
            && let Some(close) =
                closing_angle(rest).filter(|close| spells_at(&rest[close + 1..], "::"))
        {
            self.cursor.advance(close + 1);
            return self.path(start);
        }
        self.misplaced_symbol(start)
    }

    /// A symbol where an operand should begin.
    fn misplaced_symbol(&mut self, start: usize) -> Expr {
        let rest = self.cursor.rest();
        if let [TokenTree::Punct(dot), TokenTree::Literal(decimals), ..] = rest
            && dot.as_char() == '.'
        {
            let mistake = Mistake::NumberStartsWithDot {
                number: format!("0.{decimals}"),
            };
            self.cursor.advance(2);
            self.report(self.cursor.extent_since(start), mistake);
            return self.missing();
        }
        let spelling = infix_at(rest).map(|(spelling, _)| spelling);
        let spelling = spelling.or_else(|| assignment_at(rest).map(|(spelling, _)| spelling));
        let Some(spelling) = spelling else {
            let token = first_symbol(rest);
            self.cursor
                .advance(if token.len() > 1 { token.len() } else { 1 });
            self.report_gap(
                self.cursor.extent_since(start),
                Mistake::Unexpected { token },
            );
            return if self.is_at_boundary() {
                self.missing()
            } else {
                self.expression()
            };
        };
        self.cursor.advance(spelling.len());
        let mistake = Mistake::NoLeftSide {
            operator: spelling.to_string(),
        };
        self.report_gap(self.cursor.extent_since(start), mistake);
        if self.is_at_boundary() {
            self.missing()
        } else {
            self.operand_or_negation()
        }
    }

    fn operand_or_negation(&mut self) -> Expr {
        if self.cursor.spells("-") {
            self.expression()
        } else {
            self.operand()
        }
    }

    fn postfixes(&mut self, start: usize, mut expr: Expr) -> Expr {
        loop {
            if self.cursor.spells(".") && !self.cursor.spells("..") {
                expr = self.member(start, expr);
            } else if self.cursor.spells("?") {
                let question = self.cursor.advance(1);
                expr = self.finish(
                    start,
                    ExprKind::Try {
                        operand: Box::new(expr),
                        question,
                    },
                );
            } else if let Some(group) = self.cursor.peek_group(Delimiter::Bracket).cloned() {
                if matches!(expr.kind, ExprKind::Number(_)) {
                    return expr;
                }
                self.cursor.advance(1);
                expr = self.index(start, expr, &group);
            } else if self.cursor.peek_group(Delimiter::Parenthesis).is_some()
                && can_be_called(&expr)
            {
                expr = self.call(start, expr);
            } else {
                return expr;
            }
        }
    }

    fn index(&mut self, start: usize, base: Expr, index: &Group) -> Expr {
        if index.stream().is_empty() {
            self.report_gap(Extent::of(index.span()), Mistake::NoIndex);
            return self.missing();
        }
        let trees: Vec<TokenTree> = index.stream().into_iter().collect();
        let written = self.without_powers(&trees);
        let index = delimited(index.delimiter(), index.span(), written);
        let base = Box::new(base);
        self.finish(start, ExprKind::Index { base, index })
    }

    /// `.field`, `.0` or `.method(…)`; a field without a name when nothing follows the dot.
    fn member(&mut self, start: usize, base: Expr) -> Expr {
        let dot_start = self.cursor.position();
        let dot = self.cursor.advance(1);
        match self.cursor.peek().cloned() {
            Some(TokenTree::Ident(method)) if names_member(&method.to_string()) => {
                let rest = self.cursor.rest();
                if group_at(rest, 1, Delimiter::Parenthesis).is_some()
                    || spells_at(&rest[1..], "::")
                {
                    self.cursor.advance(1);
                    return self.method_call(start, base, dot, method);
                }
            }
            Some(TokenTree::Literal(index)) if is_tuple_index(&index.to_string()) => {}
            unusable => {
                let dot = self.cursor.extent_since(dot_start);
                self.report_gap(dot, Mistake::NothingAfterDot);
                if matches!(unusable, Some(TokenTree::Literal(_))) {
                    self.cursor.advance(1);
                }
                // An editor completes what is typed here by what stands before it, in an expansion of the same shape.
                let (base, member) = (Box::new(base), TokenStream::new());
                return self.finish(start, ExprKind::Field { base, member });
            }
        }
        let member = dot
            .into_iter()
            .chain(self.cursor.advance(1))
            .collect::<TokenStream>();
        self.finish(
            start,
            ExprKind::Field {
                base: Box::new(base),
                member,
            },
        )
    }

    /// A path: `x`, `Value::new`, `Vec::<f64>::new`, or the rest of `<T as Trait>::f`.
    pub(super) fn path(&mut self, start: usize) -> Expr {
        self.cursor.take_symbol("::");
        loop {
            if self.cursor.peek_ident().is_some() && !self.is_at_boundary() {
                self.cursor.advance(1);
            } else if self.cursor.spells("<") {
                match closing_angle(self.cursor.rest()) {
                    Some(close) => drop(self.cursor.advance(close + 1)),
                    None => break,
                }
            } else {
                break;
            }
            if self.cursor.take_symbol("::").is_none() {
                break;
            }
        }
        let tokens = self.cursor.since(start).iter().cloned().collect();
        self.finish(start, ExprKind::Path(tokens))
    }

    /// An operand of arithmetic: a literal that is no number, and what gives a `bool`, is reported and left out.
    pub(super) fn number_or_value(&mut self, operand: Expr) -> Expr {
        let (extent, mistake) = match &operand.bare().kind {
            ExprKind::OtherLiteral { description, .. } => {
                (operand.extent, Mistake::NotANumber { found: description })
            }
            ExprKind::Condition {
                kind: Condition::Comparison,
                position,
                ..
            } => (*position, Mistake::Comparison),
            ExprKind::Condition {
                operator, position, ..
            } => {
                let operator = text_of_stream(operator);
                (*position, Mistake::Logic { operator })
            }
            ExprKind::Not { mark, .. } => {
                let operator = mark.to_string();
                let trees: Vec<TokenTree> = mark.clone().into_iter().collect();
                (Extent::of_trees(&trees), Mistake::Logic { operator })
            }
            _ => return operand,
        };
        self.report(extent, mistake);
        Expr {
            kind: ExprKind::Missing,
            extent: operand.extent,
        }
    }
}

/// `()` and `(0..n)`.
fn is_plain_list(group: &Group) -> bool {
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    trees.is_empty() || holds_range(&trees)
}

/// Whether `trees` are a range, which is plain Rust where a list or an index may stand.
pub(super) fn holds_range(trees: &[TokenTree]) -> bool {
    (0..trees.len()).any(|at| spells_at(&trees[at..], ".."))
}

/// `0` or, for the lexer, `0.1`.
fn is_tuple_index(literal: &str) -> bool {
    literal
        .split('.')
        .all(|index| !index.is_empty() && index.bytes().all(|b| b.is_ascii_digit()))
}

fn names_member(word: &str) -> bool {
    !cannot_be_operand(word) && !begins_construct(word)
}

/// Whether parentheses after it are a call, rather than a factor whose `*` is missing.
fn can_be_called(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Path(_)
        | ExprKind::Call { .. }
        | ExprKind::MethodCall { .. }
        | ExprKind::Index { .. }
        | ExprKind::Try { .. } => true,
        ExprKind::Parenthesized(inner) => {
            inner.is_place() || matches!(inner.kind, ExprKind::Plain(_) | ExprKind::Closure { .. })
        }
        _ => false,
    }
}
