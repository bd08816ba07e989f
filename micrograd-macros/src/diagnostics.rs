//! What `grad!` says about a mistake: every message stands here, once.

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use crate::cursor::Extent;

/// Something that was written and cannot be meant.
pub(crate) enum Mistake {
    XorForPower {
        power: String,
    },
    SpacedPower,
    PowerInRust,
    NoRightSide {
        operator: String,
    },
    NoLeftSide {
        operator: String,
    },
    Increment {
        symbol: &'static str,
        instead: String,
    },
    MissingOperator {
        before: String,
        product: String,
    },
    NumberRunsIntoName {
        literal: String,
        product: String,
    },
    NothingAfterDot,
    NumberStartsWithDot {
        number: String,
    },
    NoGradient {
        operator: String,
    },
    Comparison,
    ChainedComparison,
    Logic {
        operator: String,
    },
    Range,
    Suffix {
        without: String,
    },
    NotANumber {
        found: &'static str,
    },
    InexactInteger,
    NumberOutOfRange,
    MissingSemicolon {
        before: String,
    },
    NothingAfterEquals {
        operator: String,
    },
    MissingEquals {
        after: String,
    },
    NoNameAfterLet,
    NoType {
        after: &'static str,
    },
    SeveralNames,
    NotAssignable {
        operator: String,
    },
    AssignmentInExpression {
        operator: String,
    },
    LetInExpression,
    NoBlock {
        keyword: String,
    },
    NoArgument,
    NoIndex,
    Unexpected {
        token: String,
    },
    EmptyGrad,
    UnclosedAngle,
    GreaterCloses,
    AfterClosingAngle,
}

impl Mistake {
    /// Whether Rust has a meaning for it.
    fn is_rust(&self) -> bool {
        matches!(
            self,
            Mistake::NoGradient { .. }
                | Mistake::Range
                | Mistake::Suffix { .. }
                | Mistake::InexactInteger
        )
    }

    /// The fact, and what to type instead.
    #[allow(clippy::too_many_lines)] // A table has a row for each mistake.
    fn lines(&self) -> (String, String) {
        match self {
            Mistake::XorForPower { power } => (
                "`^` is bitwise XOR in Rust, not a power".into(),
                format!("write `{power}`"),
            ),
            Mistake::SpacedPower => (
                "`* *` multiplies by a dereference".into(),
                "a power is `**` without a space; to dereference write `a * (*w)`".into(),
            ),
            Mistake::PowerInRust => (
                "`**` is no power here: this part is plain Rust".into(),
                "write `x.powi(2)`, or `grad! { x ** 2 }` inside".into(),
            ),
            Mistake::NoRightSide { operator } => (
                format!("`{operator}` has no right-hand side"),
                format!("write a value or a number after `{operator}`"),
            ),
            Mistake::NoLeftSide { operator } if operator == "+" => (
                "`+` has no left-hand side; unary `+` does not exist in Rust".into(),
                "write an operand before it, or leave it out".into(),
            ),
            Mistake::NoLeftSide { operator } => (
                format!("`{operator}` has no left-hand side"),
                format!("write a value or a number before `{operator}`"),
            ),
            Mistake::Increment { symbol, instead } => (
                format!("`{symbol}` does not exist in Rust"),
                format!("write `{instead}`"),
            ),
            Mistake::MissingOperator { before, product } => (
                format!("missing operator before `{before}`"),
                format!("did you mean `{product}`?"),
            ),
            Mistake::NumberRunsIntoName { literal, product } => (
                format!("missing operator in `{literal}`"),
                format!("did you mean `{product}`?"),
            ),
            Mistake::NothingAfterDot => (
                "expected a method or field name after `.`".into(),
                "write `.relu()`, or the name of a field".into(),
            ),
            Mistake::NumberStartsWithDot { number } => (
                "a number cannot begin with `.`".into(),
                format!("write `{number}`"),
            ),
            Mistake::NoGradient { operator } => (
                format!("`{operator}` has no gradient here"),
                "`grad!` knows `+ - * / % **` and unary `-`".into(),
            ),
            Mistake::Comparison => (
                "a comparison gives a `bool`, which has no gradient".into(),
                "compare in a condition, or in a `let` of its own".into(),
            ),
            Mistake::ChainedComparison => (
                "comparisons cannot be chained".into(),
                "write `a < b && b < c`".into(),
            ),
            Mistake::Logic { operator } => (
                format!("`{operator}` gives a `bool`, which has no gradient"),
                "use it in a condition, or in a `let` of its own".into(),
            ),
            Mistake::Range => (
                "a range has no gradient".into(),
                "ranges belong in the head of `for` or in an index".into(),
            ),
            Mistake::Suffix { without } => (
                "numbers here are `f64`".into(),
                format!("drop the suffix: write `{without}`"),
            ),
            Mistake::NotANumber { found } => (
                format!("expected a number, found {found}"),
                "write a value or a number".into(),
            ),
            Mistake::InexactInteger => (
                "this integer is not exactly representable as `f64`".into(),
                "integers are exact up to 2^53; write a float such as `1e16` if rounding is meant"
                    .into(),
            ),
            Mistake::NumberOutOfRange => (
                "this number is out of the range of `f64`".into(),
                "the largest is about `1.8e308`".into(),
            ),
            Mistake::MissingSemicolon { before } => (
                format!("missing `;` before this `{before}`"),
                "end the statement before it with `;`".into(),
            ),
            Mistake::NothingAfterEquals { operator } => (
                format!("expected an expression after `{operator}`"),
                "write a value or a number".into(),
            ),
            Mistake::MissingEquals { after } => (
                format!("expected `=` after `{after}`"),
                format!("write `{after} = …;`"),
            ),
            Mistake::NoNameAfterLet => (
                "expected a name after `let`".into(),
                "write `let g = …;`".into(),
            ),
            Mistake::NoType { after } => (
                format!("expected a type after `{after}`"),
                "write `f64`, `Value` or the name of another type".into(),
            ),
            Mistake::SeveralNames => (
                "`let` with arithmetic binds one name at a time".into(),
                "write one `let` for each name".into(),
            ),
            Mistake::NotAssignable { operator } => (
                format!("cannot assign with `{operator}` to this"),
                "the target is a name, a field, an element `w[i]` or `*r`".into(),
            ),
            Mistake::AssignmentInExpression { operator } => (
                format!("`{operator}` inside an expression: an assignment gives no value"),
                "make it a statement of its own".into(),
            ),
            Mistake::LetInExpression => (
                "`let` is a statement and gives no value".into(),
                "make it a statement of its own".into(),
            ),
            Mistake::NoBlock { keyword } => (
                format!("`{keyword}` has no `{{ … }}` block"),
                "write the block after its head".into(),
            ),
            Mistake::NoArgument => (
                "expected an argument before `,`".into(),
                "leave out this `,`".into(),
            ),
            Mistake::NoIndex => (
                "expected an index between `[` and `]`".into(),
                "write `w[i]`".into(),
            ),
            Mistake::Unexpected { token } => (
                format!("unexpected `{token}`"),
                "`grad!` holds arithmetic and statements that end with `;`".into(),
            ),
            Mistake::EmptyGrad => ("empty `grad!`".into(), "try `grad! { a * b + 1 }`".into()),
            Mistake::UnclosedAngle => (
                "this `<` is never closed".into(),
                "write `>` after the last statement".into(),
            ),
            Mistake::GreaterCloses => (
                "a bare `>` closes `grad!<` and cannot compare".into(),
                "put the comparison in parentheses".into(),
            ),
            Mistake::AfterClosingAngle => (
                "this comes after the `>` that closes `<`".into(),
                "put a comparison with `>` in parentheses".into(),
            ),
        }
    }
}

/// Mistakes in the order of their discovery.
#[derive(Default)]
pub(crate) struct Diagnostics {
    found: Vec<(Extent, Mistake)>,
}

impl Diagnostics {
    pub(crate) fn report(&mut self, extent: Extent, mistake: Mistake) {
        self.found.push((extent, mistake));
    }

    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    /// Reports a mistake whose position in the source is before those found since `position`.
    pub(crate) fn report_at(&mut self, position: usize, extent: Extent, mistake: Mistake) {
        self.found.insert(position, (extent, mistake));
    }

    /// Whether one that was found since is a mistake of plain numbers only, and Rust's own otherwise.
    pub(crate) fn is_rust_since(&self, position: usize) -> bool {
        let found = &self.found[position..];
        found.iter().any(|(_, mistake)| mistake.is_rust())
    }

    /// Whether what was found since is only what somebody has not written yet.
    pub(crate) fn is_unfinished_since(&self, position: usize) -> bool {
        let is_unfinished = |mistake: &Mistake| {
            matches!(
                mistake,
                Mistake::NothingAfterDot | Mistake::NoRightSide { .. }
            )
        };
        let mut found = self.found[position..].iter();
        found.all(|(_, mistake)| is_unfinished(mistake))
    }

    /// What was found since stands in plain Rust.
    pub(crate) fn forget_since(&mut self, position: usize) {
        self.found.truncate(position);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// One `compile_error!` for each mistake.
    pub(crate) fn into_errors(self) -> TokenStream {
        let errors = self.found.iter();
        let errors = errors.map(|(extent, mistake)| compile_error(*extent, mistake));
        quote!(#(#errors)*)
    }
}

fn compile_error(extent: Extent, mistake: &Mistake) -> TokenStream {
    let (fact, help) = mistake.lines();
    let mut text = Literal::string(&format!("{fact}\nhelp: {help}"));
    text.set_span(extent.end);
    let mut body = Group::new(Delimiter::Brace, quote!(#text));
    body.set_span(extent.end);
    // rustc underlines from the first token of the call to its last.
    let path = quote_spanned!(extent.start=> ::core::compile_error);
    let mut bang = Punct::new('!', Spacing::Alone);
    bang.set_span(extent.start);
    path.into_iter()
        .chain([TokenTree::from(bang), TokenTree::from(body)])
        .collect()
}
