//! Heads of `if`, `match` and loops: what they compute is ours, unless it holds what only Rust knows.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use super::Parser;
use crate::cursor::{ident_at, is_char, spells_at};
use crate::syntax::{Arm, Block, Expr, ExprKind, Head};

impl Parser<'_> {
    /// Everything up to the `{ … }` that is the body after a head: `if let P { .. } = p`, `for i in 0..n`.
    pub(super) fn head(&mut self) -> Head {
        let rest = self.cursor.rest();
        if ident_at(rest, 0).is_some_and(|word| word == "loop") {
            return Head::of_rust(self.cursor.advance(1));
        }
        let mut pattern_ends_with = if ident_at(rest, 0).is_some_and(|word| word == "for") {
            "in"
        } else {
            ""
        };
        // The heads of `match` and `if` inside, whose blocks are still to come.
        let mut inner_heads = 0;
        let mut count = 1;
        while let Some(tree) = rest.get(count) {
            match tree {
                TokenTree::Punct(end) if end.as_char() == ';' => break,
                TokenTree::Ident(word) if word == "let" && !may_bind(&rest[count - 1]) => break,
                TokenTree::Ident(word) if word == "let" => pattern_ends_with = "=",
                TokenTree::Ident(word) if word == pattern_ends_with => pattern_ends_with = "",
                TokenTree::Ident(word) if word == "match" || word == "if" => inner_heads += 1,
                TokenTree::Punct(equals) if equals.as_char() == '=' && pattern_ends_with == "=" => {
                    pattern_ends_with = "";
                }
                TokenTree::Group(group)
                    if group.delimiter() == Delimiter::Brace && pattern_ends_with.is_empty() =>
                {
                    if begins_operand(&rest[..count]) {
                        // A block in the place of an operand.
                    } else if inner_heads > 0 {
                        inner_heads -= 1;
                    } else {
                        break;
                    }
                }
                _ => {}
            }
            count += 1;
        }
        let head = rest[..count].to_vec();
        self.cursor.advance(count);
        match last_before_value(&head) {
            Some(last) => self.head_with_value(&head, last + 1),
            None => Head::of_rust(self.without_powers(&head)),
        }
    }

    /// A head whose value begins after so many tokens. Only what computes is read: all else is the same in both languages.
    pub(super) fn head_with_value(&mut self, head: &[TokenTree], begin: usize) -> Head {
        let (before, value) = head.split_at(begin);
        if holds_arithmetic(value) {
            let reported = self.diagnostics.len();
            let mut nested = Parser::new(value.iter().cloned().collect(), self.diagnostics);
            let value = match value {
                [TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => {
                    nested.braced(0, TokenStream::new(), "{")
                }
                _ => nested.expression(),
            };
            if nested.cursor.is_at_end() && self.diagnostics.is_unfinished_since(reported) {
                return Head {
                    tokens: head.iter().cloned().collect(),
                    value: Some((before.iter().cloned().collect(), Box::new(value))),
                };
            }
            self.diagnostics.forget_since(reported);
        }
        Head::of_rust(self.without_powers(head))
    }

    /// A head without its body becomes a `match` on its value, which moves nothing: an editor is asked about it while it is typed.
    pub(super) fn head_alone(&mut self, start: usize) -> Expr {
        let head = self.cursor.since(start).to_vec();
        let Some(last) = last_before_value(&head) else {
            return self.missing();
        };
        let value = &head[last + 1..];
        let value = &value[after_dots(value)..];
        if value.is_empty() {
            return self.missing();
        }
        let reported = self.diagnostics.len();
        let value = Parser::new(value.iter().cloned().collect(), self.diagnostics).expression();
        self.diagnostics.forget_since(reported);
        let here = Span::mixed_site();
        let arm = Arm {
            head: Head::of_rust(quote_spanned!(here=> _)),
            arrow: quote_spanned!(here=> =>),
            body: Block::of_value(self.missing()),
        };
        let head = Head {
            tokens: TokenStream::new(),
            value: Some((quote_spanned!(here=> match), Box::new(value))),
        };
        let (braces, arms) = (here, vec![arm]);
        let choice = self.finish(start, ExprKind::Match { head, braces, arms });
        self.finish(start, ExprKind::Parenthesized(Box::new(choice)))
    }
}

fn is_word(tree: &TokenTree, word: &str) -> bool {
    matches!(tree, TokenTree::Ident(ident) if ident == word)
}

/// Whether a `let` after this token belongs to the head; else it begins the next statement, and the body is not there yet.
fn may_bind(before: &TokenTree) -> bool {
    is_char(before, '&') || is_word(before, "if") || is_word(before, "while")
}

/// The keyword or the `=` that the value of a head comes after; none in a chain of conditions with a `let`.
fn last_before_value(head: &[TokenTree]) -> Option<usize> {
    let at = |word: &str| head.iter().position(|tree| is_word(tree, word));
    if is_word(&head[0], "for") {
        return at("in");
    }
    let Some(binding) = at("let") else {
        return Some(0);
    };
    let is_chain = (0..head.len()).any(|at| spells_at(&head[at..], "&&"));
    let equals = (binding..head.len()).find(|&at| {
        spells_at(&head[at..], "=") && !spells_at(&head[at..], "=>") && !is_char(&head[at - 1], '.')
    });
    equals.filter(|_| binding == 1 && !is_chain)
}

/// Where the end of a range begins; no other part of one is being typed.
fn after_dots(range: &[TokenTree]) -> usize {
    let after = |dots: &str| {
        let at = (0..range.len()).find(|&at| spells_at(&range[at..], dots))?;
        Some(at + dots.len())
    };
    after("..=").or_else(|| after("..")).unwrap_or(0)
}

/// Whether a sign of arithmetic stands in them, at any depth.
fn holds_arithmetic(trees: &[TokenTree]) -> bool {
    trees.iter().any(|tree| match tree {
        TokenTree::Punct(sign) => matches!(sign.as_char(), '+' | '-' | '*' | '/' | '%'),
        TokenTree::Group(group) => {
            holds_arithmetic(&group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => false,
    })
}

/// Whether an operand follows after these tokens, or the body of a macro: there `{ … }` is no body of a loop.
fn begins_operand(before: &[TokenTree]) -> bool {
    match before {
        // `0.. {`, and `values. {` while its method is being typed
        [.., TokenTree::Punct(last)] => !matches!(last.as_char(), '?' | '>' | '.'),
        [.., TokenTree::Ident(word)] => {
            const KEYWORDS: &[&str] = &[
                "if", "while", "match", "in", "else", "loop", "unsafe", "const", "async", "move",
                "return",
            ];
            KEYWORDS.iter().any(|keyword| word == keyword)
        }
        _ => false,
    }
}
