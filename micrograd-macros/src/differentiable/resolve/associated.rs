//! Functions that are named with their type, and those that give two numbers.

use crate::differentiable::hygiene::quote;
use quote::ToTokens;

/// The name of `f64::name(…)` or `Scalar::name(…)`.
pub(super) fn associated(call: &syn::ExprCall) -> Option<String> {
    let syn::Expr::Path(path) = &*call.func else {
        return None;
    };
    let written = path.path.to_token_stream().to_string().replace(' ', "");
    let name = written
        .strip_prefix("f64::")
        .or_else(|| written.strip_prefix("Scalar::"));
    name.map(str::to_owned)
}

/// `angle.sin_cos()` as a tuple, for which the angle is computed once.
pub(super) fn sine_and_cosine(angle: &syn::Expr) -> syn::Expr {
    let tokens = if matches!(angle, syn::Expr::Path(_)) {
        quote!((#angle.sin(), #angle.cos()))
    } else {
        quote!({ let angle = #angle; (angle.sin(), angle.cos()) })
    };
    syn::parse2(tokens).expect("it is an expression")
}
