//! The user's source, written out again from its tokens with even spacing.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::cursor::touches_next;

/// Longer texts are cut: a label needs no more, and a long sum has one text for each of its terms.
const LONGEST: usize = 240;

/// The text of `trees`, as a reader would space it: `(a - b).ln()`, `b ** 3`.
pub(crate) fn source_text(trees: &[TokenTree]) -> String {
    let mut writer = Writer::default();
    writer.write(trees);
    if writer.is_full() {
        writer.text = writer.text.chars().take(LONGEST).chain(['…']).collect();
    }
    writer.text
}

pub(crate) fn text_of_stream(stream: &TokenStream) -> String {
    source_text(&stream.clone().into_iter().collect::<Vec<_>>())
}

/// What was written last, as far as the next token's spacing depends on it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Last {
    /// The beginning, an opening delimiter, `.`, `::`, or a prefix operator: the next token touches it.
    #[default]
    Tight,
    Operand,
    Keyword,
    Operator,
}

#[derive(Default)]
struct Writer {
    text: String,
    last: Last,
}

impl Writer {
    fn is_full(&self) -> bool {
        self.text.len() > LONGEST && self.text.chars().count() > LONGEST
    }

    fn write(&mut self, trees: &[TokenTree]) {
        let mut at = 0;
        while at < trees.len() && !self.is_full() {
            at += match &trees[at] {
                TokenTree::Punct(_) => self.write_symbol(&trees[at..]),
                TokenTree::Group(group) => self.write_group(group.delimiter(), &group.stream()),
                TokenTree::Ident(ident) => self.write_word(&ident.to_string()),
                TokenTree::Literal(literal) => self.write_word(&literal.to_string()),
            };
        }
    }

    fn write_word(&mut self, word: &str) -> usize {
        self.space_unless_tight();
        self.text.push_str(word);
        self.last = if is_keyword(word) {
            Last::Keyword
        } else {
            Last::Operand
        };
        1
    }

    fn write_group(&mut self, delimiter: Delimiter, stream: &TokenStream) -> usize {
        let (open, close, touches) = match delimiter {
            Delimiter::Parenthesis => ("(", ")", true),
            Delimiter::Bracket => ("[", "]", true),
            Delimiter::Brace => ("{ ", " }", false),
            Delimiter::None => ("", "", false),
        };
        if !(touches && self.last == Last::Operand) {
            self.space_unless_tight();
        }
        self.text.push_str(open);
        self.last = Last::Tight;
        self.write(&stream.clone().into_iter().collect::<Vec<_>>());
        self.text.push_str(close);
        self.last = Last::Operand;
        1
    }

    fn write_symbol(&mut self, trees: &[TokenTree]) -> usize {
        let symbol = joined_symbol(trees);
        let count = symbol.len();
        match symbol.as_str() {
            "." | "::" | ".." | "..=" => self.write_tight(&symbol),
            "," | ";" | ":" => {
                self.text.push_str(&symbol);
                self.last = Last::Operator;
            }
            "?" => {
                self.text.push('?');
                self.last = Last::Operand;
            }
            // A macro's name, not a negation.
            "!" if self.last == Last::Operand => {
                self.text.push('!');
                self.last = Last::Operand;
            }
            "-" | "*" | "&" | "!" | "'" | "&&" if self.last != Last::Operand => {
                self.space_unless_tight();
                self.write_tight(&symbol);
            }
            _ => {
                self.space_unless_tight();
                self.text.push_str(&symbol);
                self.last = Last::Operator;
            }
        }
        count
    }

    fn write_tight(&mut self, symbol: &str) {
        self.text.push_str(symbol);
        self.last = Last::Tight;
    }

    fn space_unless_tight(&mut self) {
        if self.last != Last::Tight {
            self.text.push(' ');
        }
    }
}

/// The first token of `trees` as a reader sees it: `=>` is one symbol.
pub(crate) fn first_symbol(trees: &[TokenTree]) -> String {
    match trees.first() {
        Some(TokenTree::Punct(_)) => joined_symbol(trees),
        _ => source_text(&trees[..1]),
    }
}

/// The symbol that `trees` begin with: joined characters, as far as they make one operator.
fn joined_symbol(trees: &[TokenTree]) -> String {
    const JOINED: &[&str] = &[
        "**=", "..=", "<<=", ">>=", "**", "+=", "-=", "*=", "/=", "==", "!=", "<=", ">=", "&&",
        "||", "..", "=>", "->", "::", "^=", "%=", "<<",
    ];
    let mut spelled = String::new();
    for (at, tree) in trees.iter().take(3).enumerate() {
        let TokenTree::Punct(punct) = tree else { break };
        spelled.push(punct.as_char());
        if !touches_next(&trees[at..]) {
            break;
        }
    }
    let longest = JOINED.iter().find(|symbol| spelled.starts_with(**symbol));
    longest.map_or_else(
        || spelled.chars().take(1).collect(),
        |symbol| (*symbol).to_string(),
    )
}

fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "as" | "if"
            | "else"
            | "match"
            | "return"
            | "break"
            | "in"
            | "mut"
            | "let"
            | "move"
            | "for"
            | "while"
    )
}
