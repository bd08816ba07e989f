//! Names of the expansion that cannot collide with the user's.

/// `quote!` whose variables are the expansion's own, whatever the user calls theirs.
macro_rules! hygienic {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}

pub(super) use hygienic as quote;
