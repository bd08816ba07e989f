//! What a `for` loop runs over.

use super::Expr;

/// What a `for` loop runs over.
#[derive(Clone)]
pub(in crate::differentiable) enum Sequence {
    /// Numbers, as they stand: a range, perhaps with `.rev()` and `.step_by(n)`.
    Range(Expr),
    /// The elements of a list.
    Elements(Expr, By),
    /// `chunks(n)`, `chunks_exact(n)`, `windows(n)`
    Pieces(Expr, Pieces, Expr),
    Zip(Box<Sequence>, Box<Sequence>),
    Enumerate(Box<Sequence>),
    Reversed(Box<Sequence>),
    /// `.skip(n)`, `.take(n)`, `.step_by(n)`
    Part(Box<Sequence>, Part, Expr),
    /// `.copied()`, `.cloned()`
    Copied(Box<Sequence>),
    Other(Expr),
}

/// How a loop takes the elements of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::differentiable) enum By {
    Reference,
    MutableReference,
    /// `for x in xs`, which is by reference if `xs` is one.
    Itself,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::differentiable) enum Pieces {
    Chunks,
    ExactChunks,
    Windows,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::differentiable) enum Part {
    Skip,
    Take,
    StepBy,
}

impl Sequence {
    pub(in crate::differentiable) fn map_expressions(
        self,
        map: &mut dyn FnMut(Expr) -> Expr,
    ) -> Self {
        let mut boxed = |of: Sequence| Box::new(of.map_expressions(map));
        match self {
            Sequence::Zip(a, b) => Sequence::Zip(boxed(*a), boxed(*b)),
            Sequence::Enumerate(of) => Sequence::Enumerate(boxed(*of)),
            Sequence::Reversed(of) => Sequence::Reversed(boxed(*of)),
            Sequence::Copied(of) => Sequence::Copied(boxed(*of)),
            Sequence::Part(of, part, count) => Sequence::Part(boxed(*of), part, map(count)),
            Sequence::Pieces(of, pieces, count) => Sequence::Pieces(map(of), pieces, map(count)),
            Sequence::Range(of) => Sequence::Range(map(of)),
            Sequence::Elements(of, by) => Sequence::Elements(map(of), by),
            Sequence::Other(of) => Sequence::Other(map(of)),
        }
    }

    /// Whether its elements may be written to.
    pub(in crate::differentiable) fn is_written_to(&self) -> bool {
        match self {
            Sequence::Elements(_, by) => *by == By::MutableReference,
            Sequence::Zip(a, b) => a.is_written_to() || b.is_written_to(),
            Sequence::Enumerate(of)
            | Sequence::Reversed(of)
            | Sequence::Copied(of)
            | Sequence::Part(of, ..) => of.is_written_to(),
            Sequence::Range(_) | Sequence::Pieces(..) | Sequence::Other(_) => false,
        }
    }

    /// The same over others of the lists that are not lent.
    pub(in crate::differentiable) fn map_elements(
        &self,
        map: &mut dyn FnMut(&Expr) -> Expr,
    ) -> Self {
        let mut boxed = |of: &Sequence| Box::new(of.map_elements(map));
        match self {
            Sequence::Zip(a, b) => Sequence::Zip(boxed(a), boxed(b)),
            Sequence::Enumerate(of) => Sequence::Enumerate(boxed(of)),
            Sequence::Reversed(of) => Sequence::Reversed(boxed(of)),
            Sequence::Copied(of) => Sequence::Copied(boxed(of)),
            Sequence::Part(of, part, count) => Sequence::Part(boxed(of), *part, count.clone()),
            Sequence::Elements(of, By::Itself) => Sequence::Elements(map(of), By::Itself),
            sequence => sequence.clone(),
        }
    }

    pub(in crate::differentiable) fn for_each_expression<'a>(
        &'a self,
        visit: &mut dyn FnMut(&'a Expr),
    ) {
        match self {
            Sequence::Range(expr) | Sequence::Elements(expr, _) | Sequence::Other(expr) => {
                visit(expr);
            }
            Sequence::Pieces(of, _, count) => {
                visit(of);
                visit(count);
            }
            Sequence::Zip(a, b) => {
                a.for_each_expression(visit);
                b.for_each_expression(visit);
            }
            Sequence::Enumerate(of) | Sequence::Reversed(of) | Sequence::Copied(of) => {
                of.for_each_expression(visit);
            }
            Sequence::Part(of, _, count) => {
                of.for_each_expression(visit);
                visit(count);
            }
        }
    }
}
