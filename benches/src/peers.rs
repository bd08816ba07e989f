//! The tapes of crates.io, each used as its documentation says, with its tape kept where it can be.

mod aad;
mod echidna;
mod rustquant;
mod tpt;

use crate::function::Function;
use crate::gradient::Gradient;

/// The function with each peer, under the name of its column.
pub(crate) fn gradients<F: Function>(function: &F) -> [(&'static str, Gradient); 4] {
    let f = || function.clone();
    [
        ("RustQuant_autodiff", rustquant::gradient(f())),
        ("echidna", echidna::gradient(f())),
        ("aad", aad::gradient(f())),
        ("tpt-math", tpt::gradient(f())),
    ]
}

/// Methods of [`Scalar`](crate::scalar::Scalar) that a type has under the same name.
macro_rules! own_methods {
    ($($name:ident)*) => {$(
        #[inline]
        fn $name(self) -> Self {
            Self::$name(self)
        }
    )*};
}

use own_methods;
