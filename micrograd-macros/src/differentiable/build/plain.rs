//! Expressions without derivative: indices, conditions, constants.

use super::choices::binds;
use super::comparisons::short_circuit;
use super::refused_expressions::{refusal_of_method, refusal_of_other};
use super::{Binding, Builder};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::methods;
use crate::differentiable::program::{Definition, Plain};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::resolve::replace_names;
use crate::differentiable::tree::{Expr, ExprKind, VariableId};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};

impl Builder {
    /// An expression without derivative, in the words of both ways.
    #[expect(clippy::too_many_lines)] // An arm for each kind.
    pub(super) fn plain(&mut self, expr: &Expr) -> Plain {
        match &expr.kind {
            // A method binds tighter than a sign.
            ExprKind::Literal(tokens) if tokens.to_string().starts_with('-') => {
                Plain::of(quote!((#tokens)))
            }
            ExprKind::Literal(tokens) | ExprKind::Path(tokens) => Plain::of(tokens.clone()),
            ExprKind::Variable(id) => self.plain_variable(*id, expr),
            ExprKind::Index(of, index) => {
                let (of, index) = (self.plain(of), self.plain(index));
                combined([of, index], &|[of, index]| quote!(#of[#index]))
            }
            ExprKind::Range(from, dots, to) => {
                let from = from.as_ref().map(|from| self.plain(from));
                let to = to.as_ref().map(|to| self.plain(to));
                let ends = [from.unwrap_or(empty()), to.unwrap_or(empty())];
                combined(ends, &|[from, to]| quote!((#from #dots #to)))
            }
            ExprKind::Field(of, member) => {
                let of = self.plain(of);
                combined([of], &|[of]| quote!(#of.#member))
            }
            ExprKind::Dereference(of) => {
                let of = self.plain(of);
                combined([of], &|[of]| quote!((*#of)))
            }
            ExprKind::Reference { mutable, of } => {
                let of = self.plain(of);
                if *mutable {
                    let mut plain = combined([of], &|[of]| quote!((&mut #of)));
                    plain.is_repeatable = false;
                    plain
                } else {
                    combined([of], &|[of]| quote!((&#of)))
                }
            }
            ExprKind::Negative(of) => {
                let of = self.plain(of);
                combined([of], &|[of]| quote!((-#of)))
            }
            ExprKind::Not(of) => {
                let of = self.plain(of);
                combined([of], &|[of]| quote!((!#of)))
            }
            ExprKind::Arithmetic(operator, a, b) => {
                let sides = [self.plain(a), self.plain(b)];
                let operator = operator.token();
                combined(sides, &|[a, b]| quote!((#a #operator #b)))
            }
            ExprKind::Power(base, exponent) => {
                let sides = [self.plain(base), self.plain(exponent)];
                if exponent.is_whole() {
                    combined(
                        sides,
                        &|[base, exponent]| quote!(f64::powi(#base, #exponent)),
                    )
                } else {
                    combined(
                        sides,
                        &|[base, exponent]| quote!(f64::powf(#base, #exponent)),
                    )
                }
            }
            ExprKind::Infix(operator, a, b)
                if is_active(&self.variables, a) || is_active(&self.variables, b) =>
            {
                self.comparison(operator, a, b)
            }
            ExprKind::Infix(operator, a, b) => {
                let a_ = self.plain(a);
                let steps = self.forward.len();
                let b_ = self.plain(b);
                let is_short = matches!(operator.to_string().as_str(), "&&" | "||");
                if is_short && binds(expr) {
                    // No parentheses may stand around a `let`.
                    return combined([a_, b_], &|[a, b]| quote!(#a #operator #b));
                }
                if is_short && self.forward.len() > steps {
                    // The steps of the right side are for the branch in which it is asked.
                    self.forward.truncate(steps);
                    return self.plain_choice(&short_circuit(operator, a, b));
                }
                combined([a_, b_], &|[a, b]| quote!((#a #operator #b)))
            }
            ExprKind::Cast(of, to) => {
                if is_active(&self.variables, of) {
                    let to = to.to_string();
                    self.refuse(expr.span, Refusal::CastToInteger { to });
                    return Plain::of(quote!(::core::default::Default::default()));
                }
                let of = self.plain(of);
                combined([of], &|[of]| quote!((#of as #to)))
            }
            ExprKind::Method {
                receiver,
                name,
                turbofish,
                arguments,
            } => {
                let text = name.to_string();
                if is_active(&self.variables, receiver) && !methods::is_without_derivative(&text) {
                    self.refuse(expr.span, refusal_of_method(&text, receiver));
                    return Plain::of(quote!(true));
                }
                let receiver_ = self.plain_receiver(receiver);
                let arguments: Vec<Plain> = arguments.iter().map(|a| self.plain(a)).collect();
                let mut all = vec![receiver_];
                all.extend(arguments);
                let is_cheap = methods::reads(&text)
                    || methods::is_without_derivative(&text)
                    || methods::operation_of(&text).is_some_and(|o| o.is_cheap);
                let mut plain = combined_all(all, &|tokens| {
                    let (receiver, arguments) = (&tokens[0], &tokens[1..]);
                    quote!(#receiver.#name #turbofish(#(#arguments),*))
                });
                plain.is_repeatable &= is_cheap;
                plain
            }
            ExprKind::Call {
                function,
                turbofish,
                arguments,
            } => {
                let arguments: Vec<Plain> = arguments.iter().map(|a| self.plain(a)).collect();
                let is_conversion = function.to_string().ends_with("from");
                let mut plain = combined_all(
                    arguments,
                    &|arguments| quote!(#function #turbofish(#(#arguments),*)),
                );
                plain.is_repeatable &= is_conversion;
                plain
            }
            ExprKind::Tuple(parts) => {
                let parts: Vec<Plain> = parts.iter().map(|part| self.plain(part)).collect();
                combined_all(parts, &|parts| quote!((#(#parts,)*)))
            }
            ExprKind::List { is_vec, elements } => {
                let elements: Vec<Plain> = elements.iter().map(|e| self.plain(e)).collect();
                let mut plain = combined_all(elements, &|elements| {
                    if *is_vec {
                        quote!(::std::vec![#(#elements),*])
                    } else {
                        quote!([#(#elements),*])
                    }
                });
                plain.is_repeatable &= !is_vec;
                plain
            }
            ExprKind::Repeat {
                is_vec,
                element,
                count,
            } => {
                let parts = [self.plain(element), self.plain(count)];
                let mut plain = combined(parts, &|[element, count]| {
                    if *is_vec {
                        quote!(::std::vec![#element; #count])
                    } else {
                        quote!([#element; #count])
                    }
                });
                plain.is_repeatable = false;
                plain
            }
            ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Block(_) => {
                self.plain_choice(expr)
            }
            ExprKind::Let(_, value) if is_active(&self.variables, value) => {
                self.refuse(expr.span, Refusal::Pattern);
                Plain::of(quote!(true))
            }
            ExprKind::Let(pattern, value) => {
                let value = self.plain(value);
                let pattern = self.plain_pattern(pattern);
                let mut plain = combined([value], &|[value]| quote!(let #pattern = #value));
                plain.is_repeatable = false;
                plain
            }
            ExprKind::Other(tokens, mentioned) => self.plain_other(tokens, mentioned, expr),
        }
    }

    fn plain_variable(&mut self, id: VariableId, expr: &Expr) -> Plain {
        let span = expr.span;
        let mut name = self.variables[id].name.clone();
        // Looked up as it was declared, shown where it is used.
        name.set_span(name.span().located_at(span));
        match self.binding(id) {
            Some(Binding::Plain { region }) => {
                let Some(&version) = self.current.get(&id) else {
                    return Plain::of(quote!(#name));
                };
                let back = &self.versions[version].back;
                Plain {
                    forward: quote!(#name),
                    back: quote!(#back),
                    needs: vec![version],
                    is_repeatable: !self.variables[id].mutable
                        || !self.changes_in_part(id)
                        || !self.changes_later(id, region),
                }
            }
            Some(Binding::Number | Binding::List { .. } | Binding::Alias(_)) => {
                self.refuse(span, Refusal::ActiveInPlain);
                Plain::of(quote_spanned!(span=> #name))
            }
            None => Plain::of(quote!(#name)),
        }
    }

    /// Whether a variable is changed by more than assignments to the whole of it.
    pub(in crate::differentiable) fn changes_in_part(&self, id: VariableId) -> bool {
        self.changed_in_part.contains(&id)
    }

    fn plain_receiver(&mut self, receiver: &Expr) -> Plain {
        if !is_active(&self.variables, receiver) {
            return self.plain(receiver);
        }
        if let Some(place) = self.place(receiver)
            && place.depth > 0
        {
            let back = self.place_back(&place);
            return Plain {
                forward: self.place_forward(&place),
                back: back.tokens,
                needs: back.needs,
                is_repeatable: self.is_stable(&place),
            };
        }
        self.primal(receiver)
    }

    fn plain_other(
        &mut self,
        tokens: &TokenStream,
        mentioned: &[VariableId],
        expr: &Expr,
    ) -> Plain {
        if mentioned.iter().any(|&id| self.variables[id].active) {
            self.refuse(expr.span, refusal_of_other(tokens));
        }
        let needs: Vec<_> = mentioned
            .iter()
            .filter_map(|id| self.current.get(id).copied())
            .collect();
        let back = replace_names(tokens.clone(), &mut |name| {
            let found = needs.iter().find(|&&v| self.versions[v].forward == *name);
            found.map(|&version| self.versions[version].back.to_token_stream())
        });
        Plain {
            forward: tokens.clone(),
            back,
            needs,
            is_repeatable: false,
        }
    }

    /// The same, such that the way back may evaluate it: if need be, it is evaluated now and kept.
    pub(super) fn repeatable(&mut self, plain: Plain, name: &str) -> Plain {
        if plain.is_repeatable {
            return plain;
        }
        let version = self.define(name, plain.forward, Definition::Opaque, false);
        let name = &self.versions[version].back;
        Plain {
            forward: quote!(#name),
            back: quote!(#name),
            needs: vec![version],
            is_repeatable: true,
        }
    }
}

fn empty() -> Plain {
    Plain::of(TokenStream::new())
}

/// An expression of several parts.
pub(super) fn combined<const N: usize>(
    parts: [Plain; N],
    write: &dyn Fn([&TokenStream; N]) -> TokenStream,
) -> Plain {
    combined_all(parts.into(), &|tokens| {
        write(tokens.try_into().expect("as many parts"))
    })
}

/// The same of a list. It is compiled once, and not for each expression that is written.
pub(super) fn combined_all(
    parts: Vec<Plain>,
    write: &dyn Fn(&[&TokenStream]) -> TokenStream,
) -> Plain {
    let forward: Vec<&TokenStream> = parts.iter().map(|part| &part.forward).collect();
    let back: Vec<&TokenStream> = parts.iter().map(|part| &part.back).collect();
    Plain {
        forward: write(&forward),
        back: write(&back),
        is_repeatable: parts.iter().all(|part| part.is_repeatable),
        needs: parts.into_iter().flat_map(|part| part.needs).collect(),
    }
}
