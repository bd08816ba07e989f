//! Calls, and the lists between their parentheses; tuples and arrays hold the same kind of list.

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};

use super::Parser;
use super::operands::holds_range;
use crate::angle_brackets::closing_angle;
use crate::cursor::spells_at;
use crate::diagnostics::Mistake;
use crate::syntax::{Elements, Expr, ExprKind};

impl Parser<'_> {
    pub(super) fn method_call(
        &mut self,
        start: usize,
        receiver: Expr,
        dot: TokenStream,
        method: Ident,
    ) -> Expr {
        let turbofish_start = self.cursor.position();
        if self.cursor.take_symbol("::").is_some()
            && let Some(close) = closing_angle(self.cursor.rest())
        {
            self.cursor.advance(close + 1);
        }
        let turbofish = self.cursor.since(turbofish_start).iter().cloned().collect();
        let group = self.cursor.take_group(Delimiter::Parenthesis);
        let group = group.unwrap_or_else(|| Group::new(Delimiter::Parenthesis, TokenStream::new()));
        let arguments = self.elements(&group);
        let text = self.text_since(start);
        let receiver = Box::new(receiver);
        self.finish(
            start,
            ExprKind::MethodCall {
                receiver,
                dot,
                method,
                turbofish,
                arguments,
                text,
            },
        )
    }

    pub(super) fn call(&mut self, start: usize, function: Expr) -> Expr {
        let group = self
            .cursor
            .take_group(Delimiter::Parenthesis)
            .expect("the caller saw the parentheses");
        let arguments = self.elements(&group);
        let text = self.text_since(start);
        self.finish(
            start,
            ExprKind::Call {
                function: Box::new(function),
                arguments,
                text,
            },
        )
    }

    /// `(a + b)`, or a tuple when there is a comma.
    pub(super) fn parenthesized(&mut self, group: &Group) -> ExprKind {
        let mut nested = self.nested(group);
        let begins_list = nested
            .count_plain_literal()
            .is_some_and(|count| nested.cursor.peek_nth(count).is_some());
        let first = if begins_list {
            nested.argument()
        } else {
            nested.value_to_comma()
        };
        if nested.cursor.is_at_end() {
            ExprKind::Parenthesized(Box::new(first))
        } else {
            ExprKind::Sequence(nested.elements_after(group.clone(), vec![first]))
        }
    }

    /// `[a, b]`; `[x; n]` is plain Rust.
    pub(super) fn array(&mut self, group: &Group) -> ExprKind {
        let repeats = group
            .stream()
            .into_iter()
            .any(|tree| matches!(tree, TokenTree::Punct(p) if p.as_char() == ';'));
        if repeats {
            return ExprKind::Plain(TokenTree::from(group.clone()).into());
        }
        ExprKind::Sequence(self.elements(group))
    }

    fn elements(&mut self, group: &Group) -> Elements {
        self.nested(group).elements_after(group.clone(), Vec::new())
    }

    /// The rest of a list, from the comma after its first elements.
    fn elements_after(&mut self, group: Group, mut list: Vec<Expr>) -> Elements {
        let mut trailing_comma = !list.is_empty() && self.cursor.take_symbol(",").is_some();
        while !self.cursor.is_at_end() {
            if let Some(comma) = self.cursor.take_symbol(",") {
                self.report(comma, Mistake::NoArgument);
                continue;
            }
            list.push(self.argument());
            trailing_comma = self.cursor.take_symbol(",").is_some();
        }
        Elements {
            group,
            list,
            trailing_comma,
        }
    }

    /// One element of a list: a range or a bare literal, with or without minus, stays plain Rust.
    pub(super) fn argument(&mut self) -> Expr {
        let attributes = self.attributes();
        if let Some(plain) = self.plain_argument() {
            return plain;
        }
        let value = self.value_to_comma();
        value.after_attributes(attributes)
    }

    pub(super) fn plain_argument(&mut self) -> Option<Expr> {
        let start = self.cursor.position();
        let count = self.count_plain_literal().or_else(|| self.count_range())?;
        let tokens = self.cursor.advance(count);
        Some(self.finish(start, ExprKind::Plain(tokens)))
    }

    fn count_range(&self) -> Option<usize> {
        let count = self.cursor.count_until(&mut |rest| spells_at(rest, ","));
        holds_range(&self.cursor.rest()[..count]).then_some(count)
    }

    fn count_plain_literal(&self) -> Option<usize> {
        let is_literal = |tree: &TokenTree| matches!(tree, TokenTree::Literal(literal) if !runs_into_name(literal));
        let count = match self.cursor.rest() {
            [TokenTree::Punct(minus), literal, ..]
                if minus.as_char() == '-' && is_literal(literal) =>
            {
                2
            }
            [literal, ..] if is_literal(literal) => 1,
            _ => return None,
        };
        match self.cursor.peek_nth(count) {
            None => Some(count),
            Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => Some(count),
            Some(_) => None,
        }
    }

    /// A value that ends at a comma or at the end of the list.
    fn value_to_comma(&mut self) -> Expr {
        let value = self.expression();
        self.skip_to_comma();
        value
    }

    fn skip_to_comma(&mut self) {
        let left_over = self.cursor.count_until(&mut |rest| spells_at(rest, ","));
        if left_over == 0 {
            return;
        }
        self.report_left_over();
        self.cursor.advance(left_over);
    }
}

/// `2x`: a number whose suffix is no type.
fn runs_into_name(literal: &Literal) -> bool {
    super::numbers::unknown_suffix(literal).is_some()
}
