//! Names, and what they stand for where they are written.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};

/// How often a name stands somewhere, also inside of string literals, which may be formats.
pub(crate) fn mentions(tokens: impl IntoIterator<Item = TokenTree>, name: &str) -> usize {
    let count = |token| match token {
        TokenTree::Ident(ident) => usize::from(ident == name),
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Literal(literal) => usize::from(literal.to_string().contains(name)),
        TokenTree::Punct(_) => 0,
    };
    tokens.into_iter().map(count).sum()
}

/// Whether both are one variable, if nothing between them binds the name again.
pub(crate) fn is_same(a: &Ident, b: &Ident) -> bool {
    a == b && scope(a.span()) == scope(b.span())
}

/// Where a name has one meaning: a `macro_rules!` macro and its caller may use one name for two variables.
fn scope(span: Span) -> String {
    // Stable Rust shows it here only; shown in another way, no two names are taken for one.
    let shown = format!("{span:?}");
    match shown.split_once("bytes(") {
        Some((scope, _)) => scope.to_string(),
        None => shown,
    }
}

/// What is the same for tokens that mean the same wherever they stand in a statement; nothing if they may call a
/// function.
pub(super) fn key(tokens: &TokenStream) -> Option<String> {
    let mut key = String::new();
    // After an operand, or the `>` of a turbofish, parentheses are a call.
    let mut may_be_called = false;
    for token in tokens.clone() {
        match &token {
            TokenTree::Ident(name) => key.extend([&name.to_string(), &scope(name.span()), " "]),
            TokenTree::Group(group) => {
                let is_plain = match group.delimiter() {
                    Delimiter::Parenthesis => !may_be_called,
                    Delimiter::Bracket | Delimiter::None => true,
                    Delimiter::Brace => false,
                };
                let inner = is_plain.then(|| self::key(&group.stream()))??;
                key.extend(["(", &inner, ")"]);
            }
            TokenTree::Punct(punct) if punct.as_char() == '!' => return None,
            TokenTree::Punct(_) | TokenTree::Literal(_) => key += &token.to_string(),
        }
        may_be_called = match token {
            TokenTree::Ident(_) | TokenTree::Group(_) => true,
            TokenTree::Punct(punct) => punct.as_char() == '>',
            TokenTree::Literal(_) => false,
        };
    }
    Some(key)
}
