//! Names before they have a value, and their adjoints before anything has come to them.

use super::list_values::repeat_tokens;
use super::plain::combined;
use super::{Binding, Builder, Target};
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Definition, Forward, Piece, Plain};
use crate::differentiable::tree::{Expr, ExprKind, Pattern, VariableId};
use proc_macro2::{Span, TokenStream};

impl Builder {
    /// What a pattern's names will be, by the value; the names are declared, not yet assigned.
    pub(super) fn declared_target(&mut self, pattern: &Pattern, value: &Expr) -> Option<Target> {
        match pattern {
            Pattern::Wild => Some(Target::Ignored),
            Pattern::Reference(inner) => self.declared_target(inner, value),
            Pattern::Tuple(parts) => {
                let values: Vec<Option<&Expr>> = match &value.kind {
                    ExprKind::Tuple(values) => values.iter().map(Some).collect(),
                    _ => vec![None; parts.len()],
                };
                let nothing = Expr::new(value.span, ExprKind::Tuple(Vec::new()));
                let parts = parts.iter().zip(values);
                let targets: Option<Vec<Target>> = parts
                    .map(|(part, value)| self.declared_target(part, value.unwrap_or(&nothing)))
                    .collect();
                Some(Target::Tuple(targets?))
            }
            Pattern::Name(id) => {
                if !self.variables[*id].active {
                    return Some(Target::Plain(*id));
                }
                match self.depth_of(*id, value) {
                    0 => {
                        self.bind(*id, Binding::Number);
                        let adjoint = self.adjoint_name(*id);
                        // An empty tuple stands for what is not known of the parts of a call's result.
                        let is_unknown = self.handed_on.contains(id)
                            && matches!(value.kind, ExprKind::Call { .. } | ExprKind::Tuple(_));
                        let zero = if is_unknown {
                            Piece::of(quote!(__ad::zero()))
                        } else {
                            Self::zero()
                        };
                        self.declare_adjoint(&adjoint, zero);
                        Some(Target::Number(*id))
                    }
                    depth => {
                        self.declare_list(*id, depth, value);
                        Some(Target::List(*id))
                    }
                }
            }
            Pattern::Slice(_) | Pattern::Other(..) => None,
        }
    }

    pub(super) fn declare_list(&mut self, id: VariableId, depth: usize, value: &Expr) {
        let name = self.variables[id].name.clone();
        let version = self.add_named(name, Definition::Opaque, false);
        self.bind(
            id,
            Binding::List {
                depth,
                version,
                is_reference: false,
                region: self.region,
            },
        );
        let adjoint = self.adjoint_name(id);
        let zeros = self.zeros_of(id, version, value);
        self.declare_adjoint(&adjoint, zeros);
    }

    /// The adjoint of a list before anything has come to it.
    fn zeros_of(&mut self, id: VariableId, version: usize, value: &Expr) -> Piece {
        if !self.changed_form.contains(&id)
            && let Some(plain) = self.repeated_zero(value)
        {
            return Piece {
                tokens: plain.back,
                needs: plain.needs,
            };
        }
        let name = self.versions[version].back.clone();
        Piece {
            tokens: quote!(__ad::zeros(&#name)),
            needs: vec![version],
        }
    }

    /// `[0; n]` for `[x; n]`, at any depth.
    fn repeated_zero(&mut self, value: &Expr) -> Option<Plain> {
        let ExprKind::Repeat {
            is_vec,
            element,
            count,
        } = &value.kind
        else {
            return None;
        };
        let element = match &element.kind {
            ExprKind::Repeat { .. } => self.repeated_zero(element)?,
            _ if self.is_a_list(element) => return None,
            _ => Plain::of(quote!(Num::ZERO)),
        };
        let count = self.plain(count);
        if !count.is_repeatable {
            return None;
        }
        Some(combined([element, count], &|[element, count]| {
            repeat_tokens(*is_vec, element, count)
        }))
    }

    pub(super) fn declare_later(&mut self, id: VariableId, value: Option<&Expr>) {
        let nothing = Expr::new(Span::call_site(), ExprKind::Tuple(Vec::new()));
        let _ = self.declared_target(&Pattern::Name(id), value.unwrap_or(&nothing));
        let (name, mutable) = (&self.variables[id].name, self.mutability(id));
        // An early exit may leave it without a value.
        let declaration = if matches!(self.binding(id), Some(Binding::Number)) {
            quote!(let mut #name = Num::ZERO;)
        } else {
            quote!(let #mutable #name;)
        };
        self.forward.push(Forward::Tokens(declaration));
    }

    pub(super) fn declare_plain_later(&mut self, id: VariableId) {
        let (name, mutable) = (self.variables[id].name.clone(), self.mutability(id));
        let ty = self.variables[id]
            .written_type
            .as_ref()
            .map(|ty| quote!(: #ty));
        let declaration = if self.exits_early {
            quote!(let mut #name #ty = ::core::default::Default::default();)
        } else {
            quote!(let #mutable #name #ty;)
        };
        self.forward.push(Forward::Tokens(declaration));
        self.bind(
            id,
            Binding::Plain {
                region: self.region,
            },
        );
    }

    pub(super) fn write_declaration(&mut self, target: &Target) {
        match target {
            Target::Ignored | Target::PlainName(_) => {}
            Target::Number(id) | Target::List(id) => {
                let (name, mutable) = (&self.variables[*id].name, self.mutability(*id));
                self.forward
                    .push(Forward::Tokens(quote!(let #mutable #name;)));
            }
            Target::Plain(id) => self.declare_plain_later(*id),
            Target::Tuple(targets) => {
                for target in targets {
                    self.write_declaration(target);
                }
            }
        }
    }

    pub(super) fn mutability(&self, id: VariableId) -> Option<TokenStream> {
        self.variables[id].mutable.then(|| quote!(mut))
    }
}
