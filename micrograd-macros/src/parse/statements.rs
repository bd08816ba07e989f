//! Statements, and what may follow them.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::control_flow::begins_construct;
use super::{Parser, starts_statement};
use crate::cursor::{Extent, group_at, ident_at, spells_at};
use crate::diagnostics::Mistake;
use crate::differentiable::in_language_of_grad;
use crate::operators::{Assignment, BinaryOperator, assignment_at};
use crate::source_text::{first_symbol, source_text};
use crate::syntax::{Assign, Block, Expr, ExprKind, Statement, StatementKind};

impl Parser<'_> {
    /// All statements up to the end, and the value that the last one leaves.
    pub(super) fn statements(mut self) -> Block {
        let mut statements = Vec::new();
        loop {
            while self.cursor.take_symbol(";").is_some() {}
            if self.cursor.is_at_end() {
                return Block {
                    statements,
                    value: None,
                    tokens: self.cursor.into_trees(),
                };
            }
            self.gap_reported = false;
            let start = self.cursor.position();
            let attributes = self.attributes();
            let kind = self.statement();
            match kind {
                StatementKind::Expression {
                    expr,
                    semicolon: false,
                } if self.cursor.is_at_end() && expr.gives_value() => {
                    return Block {
                        statements,
                        value: Some(Box::new(expr.after_attributes(attributes))),
                        tokens: self.cursor.into_trees(),
                    };
                }
                kind => statements.push(Statement {
                    attributes,
                    kind,
                    tokens: start..self.cursor.position(),
                }),
            }
        }
    }

    pub(super) fn attributes(&mut self) -> TokenStream {
        let mut attributes = TokenStream::new();
        while self.cursor.spells("#")
            && matches!(self.cursor.peek_nth(1), Some(TokenTree::Group(_)))
        {
            for token in self.cursor.advance(2) {
                attributes.extend([in_language_of_grad(&token).unwrap_or(token)]);
            }
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
        if let Some(statement) = self.block_like(start) {
            return statement;
        }
        let target = self.expression();
        if let Some((spelling, operation)) = assignment_at(self.cursor.rest()) {
            let statement = self.assignment(start, target, spelling, operation);
            self.end_of_statement();
            return statement;
        }
        let semicolon = self.end_of_statement();
        StatementKind::Expression {
            expr: target,
            semicolon,
        }
    }

    /// A block, loop, branch or braced macro that ends its statement without `;`.
    fn block_like(&mut self, start: usize) -> Option<StatementKind> {
        let rest = self.cursor.rest();
        let expr = match rest.first()? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                self.braced(start, TokenStream::new(), "{")
            }
            TokenTree::Ident(word) => match word.to_string().as_str() {
                "if" | "for" | "while" | "loop" | "match" | "unsafe" => self.operand(),
                _ if spells_at(&rest[1..], "!")
                    && group_at(rest, 2, Delimiter::Brace).is_some() =>
                {
                    self.operand()
                }
                _ => return None,
            },
            TokenTree::Punct(quote) if quote.as_char() == '\'' => self.operand(),
            _ => return None,
        };
        // `match x { … }.relu()` is read on as an expression; its end is that of any statement.
        let is_method_call =
            !(expr.is_block_like() || matches!(expr.kind, ExprKind::Plain(_) | ExprKind::Missing));
        let semicolon = if is_method_call {
            self.end_of_statement()
        } else {
            self.cursor.take_symbol(";").is_some()
        };
        Some(StatementKind::Expression { expr, semicolon })
    }

    /// Reads the `;`, and reports what stands in its place; `false` at the end of the block.
    pub(super) fn end_of_statement(&mut self) -> bool {
        if self.cursor.take_symbol(";").is_some() {
            return true;
        }
        if self.cursor.is_at_end() {
            return false;
        }
        self.report_left_over();
        if !self.begins_statement() {
            let skipped = self.cursor.count_until(&mut |rest| {
                spells_at(rest, ";") || ident_at(rest, 0).is_some_and(|word| word == "let")
            });
            self.cursor.advance(skipped);
            self.cursor.take_symbol(";");
        }
        true
    }

    fn begins_statement(&self) -> bool {
        self.cursor
            .peek_ident()
            .map(ToString::to_string)
            .is_some_and(|word| {
                word != "else" && (starts_statement(&word) || begins_construct(&word))
            })
            || self.is_at_assignment()
    }

    /// Reports tokens that no expression can go on with.
    pub(super) fn report_left_over(&mut self) {
        if self.gap_reported {
            return;
        }
        let rest = self.cursor.rest();
        let (mistake, length) = if let Some((spelling, _)) = assignment_at(rest) {
            (
                Mistake::AssignmentInExpression {
                    operator: spelling.to_string(),
                },
                spelling.len(),
            )
        } else if self.begins_statement() {
            (
                Mistake::MissingSemicolon {
                    before: source_text(&rest[..1]),
                },
                1,
            )
        } else {
            let token = first_symbol(rest);
            let length = if matches!(rest[0], TokenTree::Punct(_)) {
                token.len()
            } else {
                1
            };
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
            && self
                .cursor
                .peek_nth(1)
                .is_none_or(|next| next.to_string() == ";");
        if block_alone {
            self.braced(start, TokenStream::new(), "{")
        } else {
            self.expression()
        }
    }

    pub(super) fn value_after(&mut self, operator: Extent, spelling: &str) -> Expr {
        if self.is_at_boundary() {
            self.report_gap(
                operator,
                Mistake::NothingAfterEquals {
                    operator: spelling.to_string(),
                },
            );
            return self.missing();
        }
        self.value()
    }

    /// An assignment, up to its end.
    pub(super) fn assignment(
        &mut self,
        start: usize,
        target: Expr,
        spelling: &str,
        operation: Assignment,
    ) -> StatementKind {
        let operator = self
            .cursor
            .take_symbol(spelling)
            .expect("the caller saw the operator");
        let is_assignable = match operation {
            Assignment::Replace => target.is_assignable(),
            _ => target.is_place(),
        };
        if !is_assignable && !self.gap_reported {
            self.report(
                target.extent,
                Mistake::NotAssignable {
                    operator: spelling.to_string(),
                },
            );
        }
        let value_start = self.cursor.position();
        let mut value = self.value_after(operator, spelling);
        if operation != Assignment::Replace {
            value = self.number_or_value(value);
        }
        let text = self.text_since(start);
        let operation = match operation {
            Assignment::Xor => {
                let power = format!(
                    "{} **= {}",
                    source_text(&self.cursor.since(start)[..1]),
                    self.text_since(value_start)
                );
                self.report(operator, Mistake::XorForPower { power });
                Assignment::Update(BinaryOperator::Pow)
            }
            Assignment::NoGradient => {
                self.report(
                    operator,
                    Mistake::NoGradient {
                        operator: spelling.to_string(),
                    },
                );
                Assignment::Update(BinaryOperator::Mul)
            }
            meant => meant,
        };
        if !is_assignable {
            return StatementKind::Expression {
                expr: value,
                semicolon: true,
            };
        }
        StatementKind::Assign(Assign {
            target,
            operation,
            operator,
            value,
            text,
        })
    }
}
