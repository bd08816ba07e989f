//! Elements and parts of active lists.

use super::{Binding, Builder};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::methods::{self, SlopeFrom};
use crate::differentiable::program::{Definition, Piece, Place, Projection, RegionKind, Value};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Arithmetic, Expr, ExprKind};
use proc_macro2::TokenStream;

impl Builder {
    /// The place that an expression is, if it is one of an active list.
    pub(super) fn place(&mut self, expr: &Expr) -> Option<Place> {
        match &expr.kind {
            ExprKind::Variable(id) => match self.binding(*id)? {
                Binding::Alias(place) => Some(place),
                Binding::List { depth, .. } => Some(Place {
                    root: *id,
                    projections: Vec::new(),
                    depth,
                }),
                Binding::Number | Binding::Plain { .. } => None,
            },
            ExprKind::Dereference(of) | ExprKind::Reference { of, .. } => self.place(of),
            ExprKind::Field(of, member) => {
                let mut place = self.place(of)?;
                place.depth = place.depth.saturating_sub(1);
                place.projections.push(Projection::Field(member.clone()));
                Some(place)
            }
            ExprKind::Index(of, index) => {
                let mut place = self.place(of)?;
                if is_active(&self.variables, index) {
                    self.refuse(index.span, Refusal::ActiveInPlain);
                    return None;
                }
                let is_part = matches!(index.kind, ExprKind::Range(..));
                let strides = self.strides(index);
                let index = self.plain(index);
                let index = self.repeatable(index, "index");
                if !is_part {
                    place.depth = place.depth.saturating_sub(1);
                }
                place.projections.push(Projection::Index { index, strides });
                Some(place)
            }
            ExprKind::Method {
                receiver,
                name,
                arguments,
                ..
            } if arguments.is_empty()
                && matches!(name.to_string().as_str(), "as_slice" | "as_ref" | "iter") =>
            {
                self.place(receiver)
            }
            _ => None,
        }
    }

    /// The place whose copy an expression is: `x.to_vec()`, `x.clone()`, or `x` itself.
    pub(super) fn copied_place(&mut self, expr: &Expr) -> Option<Place> {
        match &expr.kind {
            ExprKind::Method {
                receiver,
                name,
                arguments,
                ..
            } if arguments.is_empty() && methods::copies(&name.to_string()) => self.place(receiver),
            _ => self.place(expr),
        }
    }

    /// Whether the way back may read a place as it is then.
    pub(super) fn is_stable(&self, place: &Place) -> bool {
        match self.binding(place.root) {
            Some(Binding::List { region, .. }) => {
                // What a branch declares is gone when the way back begins.
                self.regions[region].kind != RegionKind::Branch
                    && !self.changes_later(place.root, region)
            }
            _ => false,
        }
    }

    pub(super) fn place_forward(&self, place: &Place) -> TokenStream {
        let root = &self.variables[place.root].name;
        let mut tokens = quote!(#root);
        for projection in &place.projections {
            match projection {
                Projection::Index { index, .. } => {
                    let index = &index.forward;
                    tokens = quote!(#tokens[#index]);
                }
                Projection::Field(member) => tokens = quote!(#tokens.#member),
            }
        }
        tokens
    }

    /// The place as the way back reads it.
    pub(super) fn place_back(&self, place: &Place) -> Piece {
        let Some(Binding::List { version, .. }) = self.binding(place.root) else {
            return Piece::default();
        };
        let root = &self.versions[version].back;
        let mut piece = projected(quote!(#root), place);
        piece.needs.push(version);
        piece
    }

    /// Whether the name of a place is a reference by itself.
    pub(super) fn is_lent(&self, place: &Place) -> bool {
        place.projections.is_empty()
            && matches!(
                self.binding(place.root),
                Some(Binding::List {
                    is_reference: true,
                    ..
                })
            )
    }

    /// The names in which an index is linear: `i` and `k` of `i * n + k`.
    fn strides(&self, index: &Expr) -> Vec<String> {
        match &index.kind {
            ExprKind::Variable(id) => vec![self.variables[*id].name.to_string()],
            ExprKind::Arithmetic(Arithmetic::Add | Arithmetic::Sub, a, b) => {
                let (in_a, in_b) = (self.strides(a), self.strides(b));
                let only = |these: &[String], others: &Expr| {
                    let mut mentioned = Vec::new();
                    others.visit_variables(&mut |id| {
                        mentioned.push(self.variables[id].name.to_string());
                    });
                    let these = these.iter().filter(|name| !mentioned.contains(name));
                    these.cloned().collect::<Vec<_>>()
                };
                [only(&in_a, b), only(&in_b, a)].concat()
            }
            ExprKind::Arithmetic(Arithmetic::Mul, a, b) => {
                let factors = [(a, b), (b, a)].map(|(a, b)| {
                    let is_constant = matches!(b.kind, ExprKind::Literal(_) | ExprKind::Path(_));
                    if is_constant {
                        self.strides(a)
                    } else {
                        Vec::new()
                    }
                });
                factors.concat()
            }
            _ => Vec::new(),
        }
    }

    /// A result that is stored in an element which nobody writes to again: the way back finds it there.
    pub(super) fn found_in(&mut self, place: &Place, value: Value) -> Value {
        let Value::Row(mut row) = value else {
            return value;
        };
        if !self.is_written_once(place) {
            return Value::Row(row);
        }
        let element = Definition::Value(Value::Element {
            place: place.clone(),
            kept: None,
        });
        match row.result {
            Some(result) if self.versions[result].region == self.region => {
                self.versions[result].definition = element;
            }
            None if row.operation.slope == SlopeFrom::Either => {
                let tokens = self.forward_of(&Value::Row(row.clone()));
                row.result = Some(self.define("result", tokens, element, true));
            }
            _ => {}
        }
        Value::Row(row)
    }

    /// Whether each run of the loops around writes to another element, and nothing else writes to the list.
    fn is_written_once(&self, place: &Place) -> bool {
        let Some(Binding::List { region, .. }) = self.binding(place.root) else {
            return false;
        };
        if self.write_counts.get(&place.root) != Some(&1)
            || self.regions[region].kind == RegionKind::Branch
        {
            return false;
        }
        let Some(Projection::Index { strides, .. }) = place.projections.last() else {
            return false;
        };
        let mut loops = self.future.iter().filter_map(|future| future.again);
        loops.all(|body| {
            let is_inside = self.is_within(region, body);
            let counter = self.counters.get(&body);
            is_inside || counter.is_some_and(|counter| strides.contains(counter))
        })
    }
}

/// A place in a list, or in its adjoint.
pub(super) fn projected(root: TokenStream, place: &Place) -> Piece {
    let mut piece = Piece::of(root);
    for projection in &place.projections {
        let tokens = &piece.tokens;
        match projection {
            Projection::Index { index, .. } => {
                let back = &index.back;
                piece.tokens = quote!(#tokens[#back]);
                piece.needs.extend(&index.needs);
            }
            Projection::Field(member) => piece.tokens = quote!(#tokens.#member),
        }
    }
    piece
}
