//! What the expansion of `grad!` calls. Not for users: it changes without notice.

pub use crate::operand::{Arithmetic, Operand};
pub use crate::source::{Expression, Expressions};
pub use micrograd_macros::{grad_expand, micrograd_expand};

use crate::value::Value;
use std::panic::Location;

/// The left operand of an operator; the operator is a method, because the position of a method
/// call is that of the method's name, which carries the span of the user's operator.
#[derive(Debug)]
pub struct Left<'a, L: ?Sized>(&'a L);

/// Begins an operation with its left operand.
///
/// `T` is a parameter of its own, not written `L::Itself`: then rustc stops at the one error that it
/// reports at an operand that cannot take part.
#[inline]
pub fn operand<L: Operand<Itself = T> + ?Sized, T: ?Sized>(left: &L) -> Left<'_, T> {
    Left(left.itself())
}

/// The right operand of an operation.
#[inline]
pub fn right<R: Operand<Itself = T> + ?Sized, T: ?Sized>(right: &R) -> &T {
    right.itself()
}

macro_rules! operators {
    ($($name:ident $Row:ident;)*) => {$(
        #[inline]
        #[track_caller]
        pub fn $name<R: Operand + ?Sized>(self, right: &R) -> L::With<R> {
            self.0.combine(Arithmetic::$Row, right, Location::caller())
        }
    )*};
}

// They stand for the operators, and are called in their place.
#[allow(clippy::should_implement_trait)]
impl<L: Operand + ?Sized> Left<'_, L> {
    operators! {
        add Add;
        sub Sub;
        mul Mul;
        div Div;
        pow Pow;
    }

    #[inline]
    #[track_caller]
    #[must_use]
    pub fn neg(self) -> L::Own {
        self.0.negate(Location::caller())
    }
}

/// The target of an assigning operator.
#[derive(Debug)]
pub struct Place<'a, P: ?Sized>(&'a mut P);

/// Begins an assigning operation with its target.
#[inline]
pub fn place<P: ?Sized>(target: &mut P) -> Place<'_, P> {
    Place(target)
}

/// What an assigning operator may change.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be assigned to with `{R}` on the right",
    label = "this would have to become a `Value`",
    note = "a number that values are added to starts as one: `let mut sum = Value::new(0.0);`"
)]
pub trait Assign<R: ?Sized> {
    #[doc(hidden)]
    fn assign(&mut self, op: Arithmetic, right: &R, caller: &'static Location<'static>);
}

impl<R: Operand + ?Sized> Assign<R> for Value {
    #[inline]
    fn assign(&mut self, op: Arithmetic, right: &R, caller: &'static Location<'static>) {
        *self = self.combine(op, right, caller);
    }
}

/// Only numbers, named one by one: so a `Value` on the right is told what `Assign` says above.
macro_rules! assign_number {
    ($($right:ty),*) => {$(
        impl Assign<$right> for f64 {
            #[inline]
            fn assign(
                &mut self,
                op: Arithmetic,
                right: &$right,
                caller: &'static Location<'static>,
            ) {
                *self = right.combine_after_number(op, *self, caller);
            }
        }
    )*};
}

assign_number! { f64, i32 }

impl<P: Assign<R> + ?Sized, R: ?Sized> Assign<R> for &mut P {
    #[inline]
    fn assign(&mut self, op: Arithmetic, right: &R, caller: &'static Location<'static>) {
        P::assign(self, op, right, caller);
    }
}

macro_rules! assigning_operators {
    ($($name:ident $Row:ident;)*) => {$(
        #[inline]
        #[track_caller]
        pub fn $name<R: ?Sized>(self, right: &R)
        where
            P: Assign<R>,
        {
            self.0.assign(Arithmetic::$Row, right, Location::caller());
        }
    )*};
}

impl<P: ?Sized> Place<'_, P> {
    assigning_operators! {
        add_assign Add;
        sub_assign Sub;
        mul_assign Mul;
        div_assign Div;
        pow_assign Pow;
    }
}

/// What a bare place holds, to be copied: `Copied(&x).copy()`.
#[derive(Debug)]
pub struct Copied<'a, T: ?Sized>(pub &'a T);

impl Copied<'_, Value> {
    #[inline]
    #[must_use]
    pub fn copy(self) -> Value {
        self.0.clone()
    }
}

/// A reference to a value is copied as the value: a second handle, not a second reference.
impl Copied<'_, &Value> {
    #[inline]
    #[must_use]
    pub fn copy(self) -> Value {
        (*self.0).clone()
    }
}

impl Copied<'_, &mut Value> {
    #[inline]
    #[must_use]
    pub fn copy(self) -> Value {
        (**self.0).clone()
    }
}

/// The copy of anything else; the methods above come first in Rust's lookup.
pub trait CopyOfAny {
    type Copy;

    fn copy(self) -> Self::Copy;
}

impl<T: Clone> CopyOfAny for Copied<'_, T> {
    type Copy = T;

    #[inline]
    fn copy(self) -> T {
        self.0.clone()
    }
}

/// A right-hand side beside a written type: `let s: Value = Converted(0.0).convert();`
#[derive(Debug)]
pub struct Converted<T>(pub T);

impl<T> Converted<T> {
    /// The new leaf stands where this is called, which is where the number is written.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn convert<U: From<T>>(self) -> U {
        U::from(self.0)
    }
}

/// The result of a call, to be named by the `let` before it: `Named(f(x)).named("h")`.
#[derive(Debug)]
pub struct Named<T>(pub T);

impl Named<Value> {
    #[inline]
    #[must_use]
    pub fn named(self, name: &'static str) -> Value {
        self.0.name_if_unnamed(name);
        self.0
    }
}

/// The result of anything else, which has no name; the method above comes first in Rust's lookup.
pub trait NameOfAny {
    type Result;

    fn named(self, name: &'static str) -> Self::Result;
}

impl<T> NameOfAny for Named<T> {
    type Result = T;

    #[inline]
    fn named(self, _: &'static str) -> T {
        self.0
    }
}
