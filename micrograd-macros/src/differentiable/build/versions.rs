//! Versions: what a variable or a name stands for between two assignments.

use super::Builder;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Definition, Forward, Need, Piece, Version, VersionId};
use crate::differentiable::tree::VariableId;
use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;

impl Builder {
    pub(super) fn add_version(
        &mut self,
        forward: Ident,
        back: Ident,
        definition: Definition,
        is_number: bool,
    ) -> VersionId {
        self.versions.push(Version {
            forward,
            back,
            region: self.region,
            definition,
            is_number,
            need: Need::None,
        });
        self.versions.len() - 1
    }

    /// A version of something that has one name for both ways.
    pub(in crate::differentiable) fn add_named(
        &mut self,
        name: Ident,
        definition: Definition,
        is_number: bool,
    ) -> VersionId {
        self.add_version(name.clone(), name, definition, is_number)
    }

    /// A new version of a variable that is assigned to.
    pub(super) fn assign_version(&mut self, id: VariableId, definition: Definition) -> VersionId {
        let name = self.variables[id].name.clone();
        self.count += 1;
        let back = format_ident!("{}_{}", name, self.count, span = Span::mixed_site());
        let is_number = self.variables[id].active;
        let version = self.add_version(name, back, definition, is_number);
        self.current.insert(id, version);
        version
    }

    /// `let name = tokens;` in both ways' sight.
    pub(super) fn define(
        &mut self,
        name: &str,
        tokens: TokenStream,
        definition: Definition,
        is_number: bool,
    ) -> VersionId {
        let name = self.fresh(name);
        let version = self.add_named(name, definition, is_number);
        self.forward.push(Forward::Define(version, tokens));
        version
    }

    pub(super) fn number_version(&self, version: VersionId) -> (Ident, Piece) {
        let version_ = &self.versions[version];
        let back = &version_.back;
        (
            version_.forward.clone(),
            Piece {
                tokens: quote!(#back),
                needs: vec![version],
            },
        )
    }
}
