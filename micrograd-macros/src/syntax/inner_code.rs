//! What holds the language of `grad!` inside: arms and fields.

use proc_macro2::{Span, TokenStream};

use super::{Block, Expr, Head};

/// `pattern => body`, with attributes and a condition.
pub(crate) struct Arm {
    pub(crate) head: Head,
    pub(crate) arrow: TokenStream,
    pub(crate) body: Block,
}

/// `Point { x: a * b, y, ..rest }`
pub(crate) struct StructLiteral {
    pub(crate) path: TokenStream,
    pub(crate) braces: Span,
    pub(crate) fields: Vec<Field>,
}

/// `x: a * b,` in a struct literal; `y` and `..rest` are plain Rust.
pub(crate) struct Field {
    pub(crate) head: TokenStream,
    pub(crate) value: Option<Expr>,
    pub(crate) comma: bool,
}
