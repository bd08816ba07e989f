//! `match`, closures and struct literals: arms, bodies and fields are ours, unless they hold what only Rust knows.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

use super::Parser;
use crate::cursor::{is_char, spells_at};
use crate::operators::assignment_at;
use crate::syntax::{Arm, Block, Expr, ExprKind, Field, Head, Statement, StructLiteral};

impl Parser<'_> {
    /// `match x { … }`
    pub(super) fn choice(&mut self, start: usize) -> Expr {
        let before_head = self.diagnostics.len();
        let head = self.head();
        let Some(group) = self.cursor.take_group(Delimiter::Brace) else {
            return self.no_block(start, "match");
        };
        let reported = self.diagnostics.len();
        let arms = self.nested(&group).arms();
        match arms {
            Some(arms) if !self.diagnostics.is_rust_since(reported) => {
                let braces = group.span();
                self.finish(start, ExprKind::Match { head, braces, arms })
            }
            _ => {
                self.diagnostics.forget_since(before_head);
                self.plain_since(start)
            }
        }
    }

    /// The arms up to the end; `None` if these are no arms.
    fn arms(mut self) -> Option<Vec<Arm>> {
        let mut arms = Vec::new();
        while !self.cursor.is_at_end() {
            let before_arrow = self.cursor.count_until(&mut |rest| spells_at(rest, "=>"));
            let pattern = self.cursor.rest()[..before_arrow].to_vec();
            self.cursor.advance(before_arrow);
            let guard = pattern
                .iter()
                .position(|tree| matches!(tree, TokenTree::Ident(word) if word == "if"));
            let head = match guard {
                Some(guard) => self.head_with_value(&pattern, guard + 1),
                None => Head::of_rust(pattern.into_iter().collect()),
            };
            let arrow = self.cursor.advance(2);
            if self.cursor.is_at_end() {
                return None;
            }
            self.gap_reported = false;
            let block = self.cursor.take_group(Delimiter::Brace);
            let is_block = block.is_some();
            let body = match block {
                Some(group) => self.body(&group),
                None => self.expression_or_assignment(),
            };
            arms.push(Arm { head, arrow, body });
            let ends = self.cursor.take_symbol(",").is_some() || self.cursor.is_at_end();
            if !ends && !is_block {
                return None;
            }
        }
        Some(arms)
    }

    /// What stands in the place of a block.
    fn expression_or_assignment(&mut self) -> Block {
        let start = self.cursor.position();
        let target = self.expression();
        let Some((spelling, operation)) = assignment_at(self.cursor.rest()) else {
            return Block::of_value(target);
        };
        let kind = self.assignment(start, target, spelling, operation);
        let tokens = self.cursor.since(start).to_vec();
        let statement = Statement {
            attributes: TokenStream::new(),
            kind,
            tokens: 0..tokens.len(),
        };
        Block {
            statements: vec![statement],
            value: None,
            tokens,
        }
    }

    /// `Point { x: a * b, y, ..rest }`, whose path has been read.
    pub(super) fn struct_literal(&mut self, start: usize, group: &Group) -> Expr {
        let path = self.cursor.since(start).iter().cloned().collect();
        self.cursor.advance(1);
        let literal = StructLiteral {
            path,
            braces: group.span(),
            fields: self.nested(group).fields(),
        };
        self.finish(start, ExprKind::Struct(literal))
    }

    /// The fields up to the end, with their commas.
    fn fields(mut self) -> Vec<Field> {
        let mut fields = Vec::new();
        while !self.cursor.is_at_end() {
            let length = self.cursor.count_until(&mut |rest| spells_at(rest, ","));
            let field = &self.cursor.rest()[..length];
            let colon = field.iter().position(|tree| is_char(tree, ':'));
            let head = self.cursor.advance(colon.map_or(length, |colon| colon + 1));
            let value = colon.map(|_| self.field_value());
            let comma = self.cursor.take_symbol(",").is_some();
            fields.push(Field { head, value, comma });
        }
        fields
    }

    fn field_value(&mut self) -> Expr {
        let (start, reported) = (self.cursor.position(), self.diagnostics.len());
        let value = self.argument();
        if !self.diagnostics.is_rust_since(reported) {
            return value;
        }
        self.diagnostics.forget_since(reported);
        self.cursor.back_to(start);
        let length = self.cursor.count_until(&mut |rest| spells_at(rest, ","));
        self.cursor.advance(length);
        self.plain_since(start)
    }

    /// `|x| …`, up to a comma or a semicolon.
    pub(super) fn closure(&mut self, start: usize) -> Expr {
        let mut bars = 0;
        let after_parameters = self.cursor.count_until(&mut |rest| {
            let is_after = bars == 2;
            bars += usize::from(spells_at(rest, "|"));
            is_after
        });
        let mut head = self.cursor.advance(after_parameters);
        if self.cursor.spells("->") {
            head.extend(self.cursor.advance(2));
            head.extend(self.rust_type());
        }
        let reported = self.diagnostics.len();
        let body = self.closure_body();
        if self.is_at_end_of_closure() && !self.diagnostics.is_rust_since(reported) {
            let body = Box::new(body);
            return self.finish(start, ExprKind::Closure { head, body });
        }
        self.diagnostics.forget_since(reported);
        self.gap_reported = false;
        let left = self
            .cursor
            .count_until(&mut |rest| spells_at(rest, ",") || spells_at(rest, ";"));
        self.cursor.advance(left);
        self.plain_since(start)
    }

    /// A block, what stays plain Rust as an argument does, or an expression.
    fn closure_body(&mut self) -> Expr {
        let start = self.cursor.position();
        if self.cursor.peek_group(Delimiter::Brace).is_some() {
            let block = self.braced(start, TokenStream::new(), "closure");
            if self.is_at_end_of_closure() {
                return block;
            }
            self.cursor.back_to(start);
        }
        if let Some(plain) = self.plain_argument() {
            return plain;
        }
        let mut body = self.expression_or_assignment();
        match body.value.take() {
            Some(value) => *value,
            None => self.finish(
                start,
                ExprKind::Block {
                    before: TokenStream::new(),
                    braces: Span::mixed_site(),
                    body,
                },
            ),
        }
    }

    fn is_at_end_of_closure(&self) -> bool {
        self.cursor.is_at_end() || self.cursor.spells(",") || self.cursor.spells(";")
    }
}
