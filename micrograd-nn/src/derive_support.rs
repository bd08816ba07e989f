//! What `#[derive(Module)]` expands to calls; not part of the public interface.

pub use crate::{Generator, Module, ParameterPath, ParameterTensor};
pub use micrograd_core::Value;

/// What the derive writes down about a type: its fields that are modules.
pub trait Fields {
    /// Shows every field that is a module with its path, in order.
    fn visit_fields(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &dyn Module),
    );
}

pub fn visit_parameters(
    module: &impl Fields,
    path: &ParameterPath<'_>,
    visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
) {
    module.visit_fields(path, &mut |path, field| field.visit_parameters(path, visit));
}

pub fn visit_tensors(
    module: &impl Fields,
    path: &ParameterPath<'_>,
    visit: &mut dyn FnMut(ParameterTensor),
) {
    module.visit_fields(path, &mut |path, field| field.visit_tensors(path, visit));
}

pub fn visit_generators(
    module: &impl Fields,
    path: &ParameterPath<'_>,
    visit: &mut dyn FnMut(&ParameterPath<'_>, &Generator),
) {
    module.visit_fields(path, &mut |path, field| field.visit_generators(path, visit));
}

pub fn set_training(module: &impl Fields, training: bool) {
    let root = ParameterPath::root();
    module.visit_fields(&root, &mut |_, field| field.set_training(training));
}
