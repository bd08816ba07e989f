//! Statements, and what may follow them.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

use super::numbers::is_number_type;
use super::{Parser, starts_statement};
use crate::cursor::{Extent, ident_at, spells_at};
use crate::diagnostics::Mistake;
use crate::operators::{Assignment, BinaryOperator, assignment_at};
use crate::source_text::{first_symbol, source_text, text_of_stream};
use crate::syntax::{
    Annotation, AnnotationKind, Assign, Block, Expr, ExprKind, Let, Pattern, Statement, StatementKind,
};

impl Parser<'_> {
    /// All statements up to the end, and the value that the last one leaves.
    pub(super) fn statements(mut self) -> Block {
        let mut statements = Vec::new();
        loop {
            while self.cursor.take_symbol(";").is_some() {}
            if self.cursor.is_at_end() {
                return Block { statements, value: None };
            }
            self.gap_reported = false;
            let attributes = self.attributes();
            let kind = self.statement();
            match kind {
                StatementKind::Expression { expr, semicolon: false }
                    if self.cursor.is_at_end() && attributes.is_empty() && expr.gives_value() =>
                {
                    return Block { statements, value: Some(Box::new(expr)) };
                }
                kind => statements.push(Statement { attributes, kind }),
            }
        }
    }

    fn attributes(&mut self) -> TokenStream {
        let mut attributes = TokenStream::new();
        while self.cursor.spells("#") && matches!(self.cursor.peek_nth(1), Some(TokenTree::Group(_))) {
            attributes.extend(self.cursor.advance(2));
        }
        attributes
    }

    fn statement(&mut self) -> StatementKind {
        if let Some(keyword) = self.cursor.take_keyword("let") {
            return self.binding(keyword);
        }
        if let Some(item) = self.item() {
            return StatementKind::Plain(item);
        }
        let start = self.cursor.position();
        if let Some(block) = self.block_like(start) {
            return StatementKind::Expression { expr: block, semicolon: false };
        }
        let target = self.expression();
        if let Some((spelling, operation)) = assignment_at(self.cursor.rest()) {
            return self.assignment(start, target, spelling, operation);
        }
        let semicolon = self.end_of_statement();
        StatementKind::Expression { expr: target, semicolon }
    }

    /// A block, loop, branch or braced macro that ends its statement without `;`.
    fn block_like(&mut self, start: usize) -> Option<Expr> {
        let rest = self.cursor.rest();
        let expr = match rest.first()? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                self.braced(start, TokenStream::new(), "{")
            }
            TokenTree::Ident(word) => match word.to_string().as_str() {
                "if" | "for" | "while" | "loop" | "match" | "unsafe" => self.operand(),
                _ if spells_at(&rest[1..], "!") && crate::cursor::group_at(rest, 2, Delimiter::Brace).is_some() => {
                    self.operand()
                }
                _ => return None,
            },
            TokenTree::Punct(quote) if quote.as_char() == '\'' => self.operand(),
            _ => return None,
        };
        // `match x { … }.relu()` is read on as an expression; its end is that of any statement.
        let is_method_call = !(expr.is_block_like() || matches!(expr.kind, ExprKind::Plain(_) | ExprKind::Missing));
        if is_method_call {
            self.end_of_statement();
        }
        Some(expr)
    }

    /// Reads the `;`, and reports what stands in its place; `false` at the end of the block.
    fn end_of_statement(&mut self) -> bool {
        if self.cursor.take_symbol(";").is_some() {
            return true;
        }
        if self.cursor.is_at_end() {
            return false;
        }
        self.report_left_over();
        if !self.begins_statement() {
            let skipped = self.cursor.count_until(|rest| {
                spells_at(rest, ";") || ident_at(rest, 0).is_some_and(|word| word == "let")
            });
            self.cursor.advance(skipped);
            self.cursor.take_symbol(";");
        }
        true
    }

    fn begins_statement(&self) -> bool {
        self.cursor.peek_ident().is_some_and(|word| word != "else" && starts_statement(&word.to_string()))
            || self.is_at_assignment()
    }

    /// Reports tokens that no expression can go on with.
    pub(super) fn report_left_over(&mut self) {
        if self.gap_reported {
            return;
        }
        let rest = self.cursor.rest();
        let (mistake, length) = if let Some((spelling, _)) = assignment_at(rest) {
            (Mistake::AssignmentInExpression { operator: spelling.to_string() }, spelling.len())
        } else if self.begins_statement() {
            (Mistake::MissingSemicolon { before: source_text(&rest[..1]) }, 1)
        } else {
            let token = first_symbol(rest);
            let length = if matches!(rest[0], TokenTree::Punct(_)) { token.len() } else { 1 };
            (Mistake::Unexpected { token }, length)
        };
        let extent = Extent::of_trees(&rest[..length]);
        self.report(extent, mistake);
    }

    /// A right-hand side, the tail of a block, or what a jump carries: here braces are a block of ours.
    pub(super) fn value(&mut self) -> Expr {
        let start = self.cursor.position();
        let block_alone = self.cursor.peek_group(Delimiter::Brace).is_some()
            && matches!(self.cursor.peek_nth(1), None | Some(TokenTree::Punct(_)))
            && self.cursor.peek_nth(1).is_none_or(|next| next.to_string() == ";");
        if block_alone { self.braced(start, TokenStream::new(), "{") } else { self.expression() }
    }

    fn value_after(&mut self, operator: Extent, spelling: &str) -> Expr {
        if self.is_at_boundary() {
            self.report_gap(operator, Mistake::NothingAfterEquals { operator: spelling.to_string() });
            return self.missing();
        }
        self.value()
    }

    fn assignment(&mut self, start: usize, target: Expr, spelling: &str, operation: Assignment) -> StatementKind {
        let operator = self.cursor.take_symbol(spelling).expect("the caller saw the operator");
        let is_assignable = target.is_place();
        if !is_assignable && !self.gap_reported {
            self.report(target.extent, Mistake::NotAssignable { operator: spelling.to_string() });
        }
        let value_start = self.cursor.position();
        let mut value = self.value_after(operator, spelling);
        if operation != Assignment::Replace {
            value = self.number_or_value(value);
        }
        let text = self.text_since(start);
        let operation = match operation {
            Assignment::Xor => {
                let power = format!("{} **= {}", source_text(&self.cursor.since(start)[..1]), self.text_since(value_start));
                self.report(operator, Mistake::XorForPower { power });
                Assignment::Update(BinaryOperator::Pow)
            }
            Assignment::NoGradient => {
                self.report(operator, Mistake::NoGradient { operator: spelling.to_string() });
                Assignment::Update(BinaryOperator::Mul)
            }
            meant => meant,
        };
        self.end_of_statement();
        if !is_assignable {
            return StatementKind::Expression { expr: value, semicolon: true };
        }
        StatementKind::Assign(Assign { target, operation, operator, value, text })
    }

    fn binding(&mut self, keyword: Ident) -> StatementKind {
        let start = self.cursor.position();
        let pattern_start = start;
        let pattern = self.pattern(&keyword);
        let pattern_extent = self.cursor.extent_since(pattern_start);
        let ty = self.annotation();
        let so_far = format!("let {}", self.text_since(start));
        let value = match self.equals(&so_far) {
            Equals::Found(operator, spelling) => self.value_after(operator, spelling),
            Equals::Missing => self.value(),
            Equals::Declaration => {
                self.end_of_statement();
                let declared = self.cursor.since(start - 1).iter().cloned().collect::<TokenStream>();
                return StatementKind::Plain(with_semicolon(declared));
            }
        };
        let mut otherwise = TokenStream::new();
        if let Some(word) = self.cursor.take_keyword("else") {
            otherwise.extend([TokenTree::from(word)]);
            otherwise.extend(self.cursor.take_group(Delimiter::Brace).map(TokenTree::from));
        }
        let pattern = match pattern {
            Pattern::Other(tokens) if value.is_arithmetic() => {
                self.report(pattern_extent, Mistake::SeveralNames);
                Pattern::Mistaken(bound_names(tokens))
            }
            pattern => pattern,
        };
        self.end_of_statement();
        StatementKind::Let(Let { keyword, pattern, ty, value, otherwise })
    }

    fn pattern(&mut self, keyword: &Ident) -> Pattern {
        let start = self.cursor.position();
        let mutability = self.cursor.take_keyword("mut");
        if let Some(name) = self.cursor.peek_ident().cloned() {
            let rest = &self.cursor.rest()[1..];
            let is_path = ["(", "@", "|", "!"].iter().any(|symbol| spells_at(rest, symbol))
                || spells_at(rest, "::")
                || matches!(rest.first(), Some(TokenTree::Group(_)));
            if name != "ref" && !is_path {
                self.cursor.advance(1);
                return Pattern::Name { mutability, name };
            }
        }
        let length = pattern_length(self.cursor.rest());
        self.cursor.advance(length);
        let tokens: TokenStream = self.cursor.since(start).iter().cloned().collect();
        if length == 0 {
            let before_gap = mutability.as_ref().unwrap_or(keyword).span();
            self.report(Extent::of(before_gap), Mistake::NoNameAfterLet);
            return Pattern::Mistaken(Vec::new());
        }
        Pattern::Other(tokens)
    }

    fn annotation(&mut self) -> Option<Annotation> {
        let colon = self.cursor.take_symbol(":")?;
        let tokens = self.rust_type();
        if tokens.is_empty() {
            let skipped = self.cursor.count_until(|rest| spells_at(rest, "=") || spells_at(rest, ";"));
            self.cursor.advance(skipped);
            self.report(colon, Mistake::NoTypeAfterColon);
            return None;
        }
        let kind = match text_of_stream(&tokens).as_str() {
            "f64" | "Value" => AnnotationKind::Converted,
            name if is_number_type(name) => AnnotationKind::RustNumber,
            name if name == "_" || name.starts_with('&') => AnnotationKind::AsWritten,
            _ => AnnotationKind::Converted,
        };
        Some(Annotation { tokens, kind })
    }

    fn equals(&mut self, so_far: &str) -> Equals {
        let rest = self.cursor.rest();
        match assignment_at(rest) {
            Some((spelling @ "=", Assignment::Replace)) => {
                return Equals::Found(self.cursor.take_symbol("=").expect("it was seen"), spelling);
            }
            Some((spelling, _)) => {
                self.missing_equals(spelling, so_far);
                return Equals::Missing;
            }
            None => {}
        }
        if spells_at(rest, "==") {
            self.missing_equals("==", so_far);
            return Equals::Missing;
        }
        if self.is_at_boundary() {
            return Equals::Declaration;
        }
        let extent = Extent::of_trees(&rest[..1]);
        self.report(extent, Mistake::MissingEquals { after: so_far.to_string() });
        Equals::Missing
    }

    fn missing_equals(&mut self, spelling: &str, so_far: &str) {
        let extent = self.cursor.take_symbol(spelling).expect("the caller saw the symbol");
        self.report(extent, Mistake::MissingEquals { after: so_far.to_string() });
    }
}

/// What stands between a `let`'s name and its value.
enum Equals {
    Found(Extent, &'static str),
    Missing,
    /// `let g;`
    Declaration,
}

/// How many tokens come before a lone `:`, `=` or `;`.
fn pattern_length(rest: &[TokenTree]) -> usize {
    let mut length = 0;
    while length < rest.len() {
        length += match &rest[length..] {
            tokens if spells_at(tokens, "::") => 2,
            tokens if spells_at(tokens, "..=") => 3,
            tokens if [":", "=", ";"].iter().any(|end| spells_at(tokens, end)) => return length,
            _ => 1,
        };
    }
    length
}

fn with_semicolon(mut tokens: TokenStream) -> TokenStream {
    if tokens.clone().into_iter().last().is_none_or(|last| last.to_string() != ";") {
        tokens.extend(quote::quote!(;));
    }
    tokens
}

/// The variables that a pattern binds.
fn bound_names(pattern: TokenStream) -> Vec<Ident> {
    let mut names = Vec::new();
    for tree in pattern {
        match tree {
            TokenTree::Group(group) => names.extend(bound_names(group.stream())),
            TokenTree::Ident(name) => {
                let word = name.to_string();
                if !matches!(word.as_str(), "mut" | "ref" | "_") && word.starts_with(|c: char| c.is_lowercase() || c == '_') {
                    names.push(name);
                }
            }
            _ => {}
        }
    }
    names
}
