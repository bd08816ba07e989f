//! Arguments without derivative, as a call on the tape keeps them: the way back needs them once more.
//!
//! The lifetime `'bound` lets a function compile whose argument cannot be kept, as long as nobody calls its `apply`.

use std::borrow::Borrow;

/// What is handed over by value.
#[diagnostic::on_unimplemented(
    message = "`apply` cannot keep a `{Self}` until `backward`",
    label = "an argument without derivative has to be `Clone` and `'static` here"
)]
pub trait Keep<'bound> {
    /// What is kept of it.
    type Kept: Hands<Self> + 'static;

    /// Keeps a copy.
    fn keep(self) -> Self::Kept;
}

impl<T: Clone + 'static> Keep<'_> for T {
    type Kept = T;

    fn keep(self) -> T {
        self
    }
}

/// What hands over a `T` as often as it is asked.
pub trait Hands<T: ?Sized> {
    /// A copy.
    fn hand(&self) -> T
    where
        T: Sized;
}

impl<T: Clone> Hands<T> for T {
    fn hand(&self) -> T {
        self.clone()
    }
}

/// What is lent.
#[diagnostic::on_unimplemented(
    message = "`apply` cannot keep a copy of `{Self}` until `backward`",
    label = "an argument without derivative that is lent has to be `ToOwned` here"
)]
pub trait Lend<'bound> {
    /// What is kept of it.
    type Kept: Borrow<Self> + 'static;

    /// Keeps a copy.
    fn keep(&self) -> Self::Kept;
}

impl<T: ToOwned<Owned: 'static> + ?Sized> Lend<'_> for T {
    type Kept = T::Owned;

    fn keep(&self) -> T::Owned {
        self.to_owned()
    }
}
