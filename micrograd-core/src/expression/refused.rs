//! What an operand that cannot take part is told to write instead.
//!
//! rustc reports the innermost bound that fails. So these types are participants up to their leaf, which no statement accepts
//! because of a bound that no type meets: a reason, with its text.

use super::{Accepted, OperandTerm, Part, Participant};
use crate::sealed::Sealed;
use crate::tape::Tape;
use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::marker::PhantomData;
use std::sync::{Arc, MutexGuard};

/// The leaf of an operand that no statement accepts.
pub struct Refused<X: ?Sized>(Infallible, PhantomData<*const X>);

impl<X: ?Sized> Clone for Refused<X> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<X: ?Sized> Copy for Refused<X> {}

impl<X: ?Sized> OperandTerm for Refused<X> {
    type Computed = f64;
    type Assigned = f64;
    // Asked for by whoever records a statement: code with one does not compile.
    const KIND: u64 = panic!("a statement holds what `operand` does not accept");
    const IS_NODE: bool = false;
    const IS_INTEGER: bool = false;

    fn primal(&self) -> f64 {
        match self.0 {}
    }

    fn part(&self) -> Part {
        match self.0 {}
    }
}

/// What a reason is asked about: rustc takes the text of an outer bound if it is on the same type.
pub struct Arithmetic;

macro_rules! reason {
    ($Reason:ident, $note:literal) => {
        #[diagnostic::on_unimplemented(
                                    message = "`{X}` cannot take part in a `grad!` expression",
                                    label = "expected a `Value` or a number",
                                    note = $note
                                )]
        pub trait $Reason<X: ?Sized> {}

        // Else rustc would list the types of an outer bound.
        impl $Reason<f64> for Arithmetic {}
    };
}

macro_rules! refused {
    ($Reason:ident: $([$($parameter:tt)*] $Type:ty),*) => {$(
        // `for` lets rustc accept a bound that never holds.
        impl<$($parameter)*> Accepted for Refused<$Type> where for<'always> Arithmetic: $Reason<$Type> {}

        #[diagnostic::do_not_recommend]
        impl<$($parameter)*> Participant for $Type {
            type Term = Refused<$Type>;
            type Itself = $Type;

            fn itself(&self) -> &$Type {
                self
            }

            fn term(&self, _: Option<&Tape>) -> Refused<$Type> {
                unreachable!("no statement holds it")
            }
        }
    )*};
}

/// The same for types that are sealed for no other reason.
macro_rules! refused_and_sealed {
    ($Reason:ident: $([$($parameter:tt)*] $Type:ty),*) => {
        $(impl<$($parameter)*> Sealed for $Type {})*
        refused! { $Reason: $([$($parameter)*] $Type),* }
    };
}

reason! { OfAnotherInteger, "a `{X}` takes part by `n as f64`" }
refused! { OfAnotherInteger: [] i8, [] i16, [] u16, [] u64, [] i128, [] u128, [] isize }

reason! { OfATruthValue, "a `bool` counts as 0 or 1 by `f64::from(b)`" }
refused_and_sealed! { OfATruthValue: [] bool }

reason! { OfAText, "a text takes part by `s.parse::<f64>()?`" }
refused_and_sealed! { OfAText: [] String, [] str }

reason! { OfAnOption, "what is in an `Option` or a `Result` takes part by `o?`" }
refused_and_sealed! { OfAnOption: [T] Option<T>, [T, E] Result<T, E> }

reason! { OfAList, "an element takes part by `v[i]`, each of them by `for x in &v`" }
refused_and_sealed! { OfAList: [T] Vec<T>, [T] [T], [T, const N: usize] [T; N] }

reason! { OfATuple, "a part of a tuple takes part by `t.0`" }
refused_and_sealed! { OfATuple: [A, B] (A, B), [A, B, C] (A, B, C) }

reason! { OfAPointer, "what a pointer points to takes part by `*r`" }
refused_and_sealed! { OfAPointer: [T: ?Sized] Arc<T>, ['g, T: ?Sized] MutexGuard<'g, T> }

reason! { OfACell, "what is in a `Cell` takes part by `c.get()`" }
refused_and_sealed! { OfACell: [T: ?Sized] Cell<T> }

reason! { OfARefCell, "what is in a `RefCell` takes part by `c.borrow()`" }
refused_and_sealed! { OfARefCell: [T: ?Sized] RefCell<T> }

reason! { OfNothing, "`()` is what a block gives that ends with `;`, and a function without a result" }
refused_and_sealed! { OfNothing: [] () }
