//! What the value of an expression goes to, and the step that puts it there.

use super::{Binding, Builder};
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Definition, Forward, Piece, Plain, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Expr, ExprKind, VariableId};
use proc_macro2::Ident;

/// What the value of an expression goes to.
#[derive(Clone)]
pub(in crate::differentiable) enum Target {
    Ignored,
    Number(VariableId),
    List(VariableId),
    Tuple(Vec<Target>),
    /// A variable without derivative.
    Plain(VariableId),
    /// The same, of a name that no user can write.
    PlainName(Ident),
}

impl Builder {
    /// Gives a value to what is declared. `declares` writes the `let`, too.
    pub(super) fn assign(&mut self, target: &Target, value: &Expr, declares: bool) {
        if value.is_choice() && !matches!(target, Target::Ignored) {
            if declares {
                self.write_declaration(target);
            }
            return self.choice(value, Some(target));
        }
        match target {
            Target::Ignored => {}
            Target::Number(id)
                if declares
                    && self.handed_on.contains(id)
                    && matches!(value.kind, ExprKind::Call { .. }) =>
            {
                self.unknown_from_call(*id, value);
            }
            Target::Number(id) => {
                let value = self.value(value);
                self.assign_number(*id, &value, declares);
            }
            Target::List(id) => self.assign_list(*id, value, declares),
            Target::Plain(id) => {
                let plain = self.plain(value);
                self.assign_plain(*id, plain, declares);
            }
            Target::PlainName(name) => {
                let plain = self.plain(value);
                let tokens = plain.forward;
                self.forward.push(Forward::Tokens(quote!(#name = #tokens;)));
            }
            Target::Tuple(targets) => match &value.kind {
                ExprKind::Tuple(values) if values.len() == targets.len() => {
                    for (target, value) in targets.iter().zip(values) {
                        self.assign(target, value, declares);
                        self.end_statement();
                    }
                }
                ExprKind::Call {
                    function,
                    turbofish,
                    arguments,
                } => self.call_of_tuple(
                    value.span,
                    targets,
                    declares,
                    (function, turbofish, arguments),
                ),
                _ => self.refuse(value.span, Refusal::Pattern),
            },
        }
    }

    /// `x = value`
    pub(super) fn assign_number(&mut self, id: VariableId, value: &Value, declares: bool) {
        let name = self.variables[id].name.clone();
        let tokens = self.forward_of(value);
        let adjoint = self.adjoint_name(id);
        if declares && self.binding(id).is_none() {
            self.bind(id, Binding::Number);
            self.declare_adjoint(&adjoint, Self::zero());
        }
        let definition = Definition::Value(value.clone());
        if declares && !self.variables[id].mutable {
            let version = self.add_named(name, definition, true);
            self.current.insert(id, version);
            self.forward.push(Forward::Define(version, tokens));
            self.pass(value, &quote!(#adjoint), false);
            return;
        }
        let statement = if declares {
            quote!(let mut #name = #tokens;)
        } else {
            quote!(#name = #tokens;)
        };
        self.forward.push(Forward::Tokens(statement));
        let before = self.current.get(&id).copied();
        let version = self.assign_version(id, definition);
        self.forward.push(Forward::Copy(version));
        if declares {
            self.pass(value, &quote!(#adjoint), false);
        } else {
            let taken = self.take_adjoint(id, Piece::of(quote!(#adjoint)));
            let by_partials = self.reorder
                && before.is_some_and(|before| self.pass_by_partials(value, &taken, before));
            if !by_partials {
                self.pass(value, &taken, false);
            }
        }
    }

    pub(super) fn assign_plain(&mut self, id: VariableId, plain: Plain, declares: bool) {
        let name = self.variables[id].name.clone();
        let tokens = &plain.forward;
        let ty = self.variables[id].written_type.clone();
        let mutable = self.mutability(id);
        if declares {
            self.bind(
                id,
                Binding::Plain {
                    region: self.region,
                },
            );
        }
        let typed = ty.as_ref().map(|ty| quote!(: #ty));
        self.forward.push(Forward::Tokens(if declares {
            quote!(let #mutable #name #typed = #tokens;)
        } else {
            quote!(#name = #tokens;)
        }));
        let definition = if plain.is_repeatable {
            let mut plain = plain;
            if let Some(ty) = &ty {
                let back = plain.back;
                plain.back = quote!(__ad::typed::<#ty>(#back));
            }
            Definition::Plain(plain)
        } else {
            Definition::Opaque
        };
        if mutable.is_none() && declares {
            let version = self.add_named(name, definition, false);
            self.current.insert(id, version);
        } else if self.changed_in_part.contains(&id) {
            if declares {
                // Who reads a part of it on the way back finds it as it was left.
                let version = self.add_named(name, Definition::Opaque, false);
                self.current.insert(id, version);
            }
        } else {
            let version = self.assign_version(id, definition);
            self.forward.push(Forward::Copy(version));
        }
    }
}
