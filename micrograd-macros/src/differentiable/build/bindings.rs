//! What a name stands for.

use super::Builder;
use crate::differentiable::program::{Definition, Forward, Place, RegionId, VersionId};
use crate::differentiable::tree::{Variable, VariableId};
use proc_macro2::Ident;

#[derive(Clone)]
pub(in crate::differentiable) enum Binding {
    /// An active number.
    Number,
    /// An active list.
    List {
        depth: usize,
        version: VersionId,
        /// Whether it is lent by the caller: its name is a reference.
        is_reference: bool,
        region: RegionId,
    },
    /// A reference to an active list, its elements, or a part of it.
    Alias(Place),
    /// Anything without derivative.
    Plain { region: RegionId },
}

impl Builder {
    pub(in crate::differentiable) fn bind(&mut self, id: VariableId, binding: Binding) {
        self.declared_in.entry(id).or_insert(self.region);
        self.bindings.insert(id, binding);
    }

    /// A parameter that is a list.
    pub(in crate::differentiable) fn bind_list_parameter(
        &mut self,
        id: VariableId,
        depth: usize,
        version: VersionId,
        is_reference: bool,
    ) {
        if !self.variables[id].mutable {
            self.lent_adjoints.insert(id);
        }
        let region = self.region;
        self.bind(
            id,
            Binding::List {
                depth,
                version,
                is_reference,
                region,
            },
        );
    }

    /// What a parameter is before the function assigns to it.
    pub(in crate::differentiable) fn keep_first_version(&mut self, id: VariableId) {
        let version = self.assign_version(id, Definition::Opaque);
        self.forward.push(Forward::Copy(version));
    }

    /// A variable that has no name in the source.
    pub(in crate::differentiable) fn add_temporary(&mut self, name: Ident) -> VariableId {
        self.variables.0.push(Variable {
            name,
            mutable: false,
            written_type: None,
            active: true,
        });
        self.variables.0.len() - 1
    }

    pub(super) fn binding(&self, id: VariableId) -> Option<Binding> {
        self.bindings.get(&id).cloned()
    }

    pub(in crate::differentiable) fn set_current(&mut self, id: VariableId, version: VersionId) {
        self.current.insert(id, version);
    }
}

/// How deeply lists are nested in a type: 0 for a number.
pub(in crate::differentiable) fn depth_of_type(ty: &syn::Type) -> Option<usize> {
    match ty {
        syn::Type::Reference(of) => depth_of_type(&of.elem),
        syn::Type::Paren(of) => depth_of_type(&of.elem),
        syn::Type::Group(of) => depth_of_type(&of.elem),
        syn::Type::Slice(of) => depth_of_type(&of.elem).map(|depth| depth + 1),
        syn::Type::Array(of) => depth_of_type(&of.elem).map(|depth| depth + 1),
        syn::Type::Path(path) => {
            let last = path.path.segments.last()?;
            match &last.arguments {
                syn::PathArguments::None if last.ident == "f64" => Some(0),
                syn::PathArguments::AngleBracketed(arguments) if last.ident == "Vec" => {
                    match arguments.args.first()? {
                        syn::GenericArgument::Type(of) => depth_of_type(of).map(|depth| depth + 1),
                        _ => None,
                    }
                }
                _ => None,
            }
        }
        _ => None,
    }
}
