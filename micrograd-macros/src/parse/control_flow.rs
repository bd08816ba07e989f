//! `if`, loops, blocks and jumps: their bodies are ours, and what their heads compute.

use proc_macro2::{Delimiter, TokenStream};

use super::Parser;
use crate::diagnostics::Mistake;
use crate::syntax::{Block, Expr, ExprKind, If};

/// Keywords that no operand begins with, and that are no member's name.
pub(super) fn cannot_be_operand(word: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "let", "else", "as", "in", "mut", "ref", "where", "dyn", "fn", "use", "struct", "enum",
        "impl", "trait", "mod", "type", "pub", "static", "extern",
    ];
    KEYWORDS.contains(&word)
}

/// Keywords that are an operand of their own, and no member's name either.
pub(super) fn begins_construct(word: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "if", "for", "while", "loop", "match", "unsafe", "async", "const", "return", "break",
        "continue", "move", "true", "false",
    ];
    KEYWORDS.contains(&word)
}

impl Parser<'_> {
    /// An operand that begins with a word: a keyword's construct, or a path.
    pub(super) fn word(&mut self, start: usize, word: &str) -> Expr {
        match word {
            "if" => self.branch(start),
            "for" | "while" | "loop" => self.repetition(start, &TokenStream::new()),
            "match" => self.choice(start),
            "unsafe" => {
                let before = self.cursor.advance(1);
                self.braced(start, before, "unsafe")
            }
            "async" | "const" => self.plain_block(start),
            "return" | "break" | "continue" => self.jump(start),
            "move" => self.closure(start),
            "true" | "false" => {
                let literal = self.cursor.advance(1);
                self.finish(
                    start,
                    ExprKind::OtherLiteral {
                        literal,
                        description: "a `bool`",
                    },
                )
            }
            _ if cannot_be_operand(word) => {
                self.cursor.advance(1);
                let mistake = match word {
                    "let" => Mistake::LetInExpression,
                    other => Mistake::Unexpected {
                        token: other.to_string(),
                    },
                };
                self.report_gap(self.cursor.extent_since(start), mistake);
                self.missing()
            }
            _ => self.path_or_macro(start),
        }
    }

    fn path_or_macro(&mut self, start: usize) -> Expr {
        let path = self.path(start);
        if self.is_at_macro_body() {
            return self.macro_call(start);
        }
        let names_type = matches!(&path.kind, ExprKind::Path(_)) && !path.is_place();
        match self.cursor.peek_group(Delimiter::Brace).cloned() {
            Some(group) if names_type => self.struct_literal(start, &group),
            _ => path,
        }
    }

    fn branch(&mut self, start: usize) -> Expr {
        let head = self.head();
        let Some(group) = self.cursor.take_group(Delimiter::Brace) else {
            return self.no_block(start, "if");
        };
        let then = self.body(&group);
        let otherwise = self.cursor.take_keyword("else").map(|keyword| {
            let else_start = self.cursor.position();
            let otherwise = if self.cursor.is_keyword("if") {
                self.branch(else_start)
            } else {
                self.braced(else_start, TokenStream::new(), "else")
            };
            (keyword, Box::new(otherwise))
        });
        self.finish(
            start,
            ExprKind::If(If {
                head,
                braces: group.span(),
                then,
                otherwise,
            }),
        )
    }

    fn repetition(&mut self, start: usize, label: &TokenStream) -> Expr {
        let keyword = self
            .cursor
            .peek_ident()
            .expect("the caller saw a loop's keyword")
            .to_string();
        let before_head = self.cursor.position();
        let head = self.head().after(label);
        match self.cursor.take_group(Delimiter::Brace) {
            Some(group) => {
                let body = self.body(&group);
                self.finish(
                    start,
                    ExprKind::Loop {
                        head,
                        braces: group.span(),
                        body,
                    },
                )
            }
            None => self.no_block(before_head, &keyword),
        }
    }

    pub(super) fn no_block(&mut self, start: usize, keyword: &str) -> Expr {
        let extent = crate::cursor::Extent::of_trees(&self.cursor.since(start)[..1]);
        self.report_gap(
            extent,
            Mistake::NoBlock {
                keyword: keyword.to_string(),
            },
        );
        self.head_alone(start)
    }

    /// `{ … }` whose body is ours.
    pub(super) fn braced(&mut self, start: usize, before: TokenStream, keyword: &str) -> Expr {
        match self.cursor.take_group(Delimiter::Brace) {
            Some(group) => {
                let body = self.body(&group);
                self.finish(
                    start,
                    ExprKind::Block {
                        before,
                        braces: group.span(),
                        body,
                    },
                )
            }
            None if keyword == "else" => {
                let previous = self.cursor.position() - 1;
                let mistake = Mistake::NoBlock {
                    keyword: keyword.to_string(),
                };
                self.report(self.cursor.extent_since(previous), mistake);
                let value = if self.is_at_boundary() {
                    self.missing()
                } else {
                    self.expression()
                };
                let extent = value.extent;
                let body = Block::of_value(value);
                Expr {
                    kind: ExprKind::Block {
                        before,
                        braces: proc_macro2::Span::mixed_site(),
                        body,
                    },
                    extent,
                }
            }
            None => {
                let previous = self.cursor.position().saturating_sub(1);
                self.report_gap(
                    self.cursor.extent_since(previous),
                    Mistake::NoBlock {
                        keyword: keyword.to_string(),
                    },
                );
                let body = Block::of_value(self.missing());
                let braces = proc_macro2::Span::mixed_site();
                Expr {
                    kind: ExprKind::Block {
                        before,
                        braces,
                        body,
                    },
                    extent: self.cursor.extent_since(previous),
                }
            }
        }
    }

    /// `'label: loop { … }`
    pub(super) fn labelled(&mut self, start: usize) -> Expr {
        let label = self.cursor.advance(3);
        match self.cursor.peek_ident().map(ToString::to_string).as_deref() {
            Some("for" | "while" | "loop") => self.repetition(start, &label),
            _ => self.braced(start, label, "label"),
        }
    }

    fn jump(&mut self, start: usize) -> Expr {
        let mut head = self.cursor.advance(1);
        if self.cursor.spells("'") {
            head.extend(self.cursor.advance(2));
        }
        let value = (!self.is_at_boundary()).then(|| Box::new(self.value()));
        self.finish(start, ExprKind::Jump { head, value })
    }
}
