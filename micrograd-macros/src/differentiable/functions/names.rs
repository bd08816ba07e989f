//! Names that belong to a parameter: its derivative, its direction, the parameter over another number.

use crate::differentiable::signature::Parameter;
use proc_macro2::{Ident, Span};

fn prefixed(prefix: &str, parameter: &Parameter) -> Ident {
    let name = parameter.name.to_string();
    let name = name.trim_start_matches("r#");
    Ident::new(&format!("{prefix}{name}"), Span::mixed_site())
}

pub(super) fn derivative_name(parameter: &Parameter) -> Ident {
    prefixed("d_", parameter)
}

pub(super) fn before_name(parameter: &Parameter) -> Ident {
    prefixed("before_d_", parameter)
}

pub(super) fn again_name(parameter: &Parameter) -> Ident {
    prefixed("again_", parameter)
}

pub(super) fn along_name(parameter: &Parameter) -> Ident {
    prefixed("along_", parameter)
}

pub(super) fn lifted_name(parameter: &Parameter) -> Ident {
    prefixed("lifted_", parameter)
}
