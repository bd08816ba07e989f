//! Sequences by index: what element `k` is, and how many there are.

use super::elements::Element;
use crate::differentiable::activity::is_active;
use crate::differentiable::build::Builder;
use crate::differentiable::build::plain::combined;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Definition, Place, Plain};
use crate::differentiable::tree::{By, Expr, ExprKind, Part, Pattern, Pieces, Sequence};

impl Builder {
    /// What the names of a pattern stand for in run `index`; the number of runs, if it ends.
    #[expect(clippy::too_many_lines)] // An arm for each kind.
    pub(super) fn elements(
        &mut self,
        pattern: &Pattern,
        sequence: &Sequence,
        index: &Plain,
        elements: &mut Vec<Element>,
    ) -> Option<Plain> {
        match sequence {
            Sequence::Elements(of, by) => {
                if let Some(place) = self.place(of) {
                    elements.push(Element::Alias(
                        pattern.clone(),
                        Place {
                            depth: place.depth.saturating_sub(1),
                            ..place.clone()
                        },
                        index.clone(),
                    ));
                    return Some(self.length_of(&place));
                }
                if is_active(&self.variables, of) {
                    return None;
                }
                let list = self.plain(of);
                let list = self.repeatable(list, "list");
                let element = combined([list.clone(), index.clone()], &|[list, index]| {
                    if *by == By::Itself && self.is_held(of) {
                        quote!(::core::clone::Clone::clone(&#list[#index]))
                    } else {
                        quote!(&#list[#index])
                    }
                });
                elements.push(Element::Plain(pattern.clone(), element));
                Some(combined([list], &|[list]| quote!(#list.len())))
            }
            Sequence::Range(range) => {
                let ExprKind::Range(Some(from), dots, to) = &range.kind else {
                    return None;
                };
                let from = self.plain(from);
                let from = self.repeatable(from, "from");
                let element = combined(
                    [from.clone(), index.clone()],
                    &|[from, index]| quote!(#from + #index),
                );
                elements.push(Element::Plain(pattern.clone(), element));
                let Some(to) = to else {
                    return Some(Plain::of(quote!(usize::MAX)));
                };
                let to = self.plain(to);
                let to = self.repeatable(to, "to");
                let one = (dots.to_string() == "..=").then(|| quote!(+ 1));
                Some(combined(
                    [from, to],
                    &|[from, to]| quote!((#to #one).saturating_sub(#from)),
                ))
            }
            Sequence::Pieces(of, pieces, count) => {
                let count = self.plain(count);
                let count = self.repeatable(count, "count");
                let place = self.place(of);
                let list = match &place {
                    Some(place) => self.place_as_plain(place),
                    None if is_active(&self.variables, of) => return None,
                    None => {
                        let list = self.plain(of);
                        self.repeatable(list, "list")
                    }
                };
                let parts = [list.clone(), count.clone(), index.clone()];
                let range = combined(parts, &|[list, count, index]| match pieces {
                    Pieces::Chunks => {
                        quote!(#index * #count..usize::min(#index * #count + #count, #list.len()))
                    }
                    Pieces::ExactChunks => quote!(#index * #count..#index * #count + #count),
                    Pieces::Windows => quote!(#index..#index + #count),
                });
                elements.push(if let Some(place) = place {
                    Element::Alias(pattern.clone(), place, range)
                } else {
                    let parts = [list.clone(), range];
                    let piece = combined(parts, &|[list, range]| quote!(&#list[#range]));
                    Element::Plain(pattern.clone(), piece)
                });
                Some(combined([list, count], &|[list, count]| match pieces {
                    Pieces::Chunks => quote!(#list.len().div_ceil(#count)),
                    Pieces::ExactChunks => quote!((#list.len() / #count)),
                    Pieces::Windows => quote!((#list.len() + 1).saturating_sub(#count)),
                }))
            }
            Sequence::Zip(a, b) => {
                let Pattern::Tuple(parts) = pattern else {
                    return None;
                };
                let [first, second] = &parts[..] else {
                    return None;
                };
                let a = self.elements(first, a, index, elements)?;
                let b = self.elements(second, b, index, elements)?;
                Some(combined([a, b], &|[a, b]| quote!(usize::min(#a, #b))))
            }
            Sequence::Enumerate(of) => {
                let Pattern::Tuple(parts) = pattern else {
                    return None;
                };
                let [number, element] = &parts[..] else {
                    return None;
                };
                elements.push(Element::Plain(number.clone(), index.clone()));
                self.elements(element, of, index, elements)
            }
            Sequence::Reversed(of) => {
                // The length is not known before the elements are: it is asked for twice.
                let length = self.elements(pattern, of, index, &mut Vec::new())?;
                let length = self.repeatable(length, "length");
                let from_the_end = combined(
                    [length.clone(), index.clone()],
                    &|[length, index]| quote!((#length - 1 - #index)),
                );
                self.elements(pattern, of, &from_the_end, elements)?;
                Some(length)
            }
            Sequence::Copied(of) => {
                let first = elements.len();
                let length = self.elements(pattern, of, index, elements)?;
                for element in &mut elements[first..] {
                    if let Element::Plain(_, plain) = element {
                        *plain = combined(
                            [plain.clone()],
                            &|[plain]| quote!(::core::clone::Clone::clone(#plain)),
                        );
                    }
                }
                Some(length)
            }
            Sequence::Part(of, part, count) => {
                let count = self.plain(count);
                let count = self.repeatable(count, "count");
                let parts = [index.clone(), count.clone()];
                let index = combined(parts, &|[index, count]| match part {
                    Part::Skip => quote!((#index + #count)),
                    Part::Take => quote!(#index),
                    Part::StepBy => quote!((#index * #count)),
                });
                let length = self.elements(pattern, of, &index, elements)?;
                Some(combined([length, count], &|[length, count]| match part {
                    Part::Skip => quote!(#length.saturating_sub(#count)),
                    Part::Take => quote!(usize::min(#length, #count)),
                    Part::StepBy => quote!(#length.div_ceil(#count)),
                }))
            }
            Sequence::Other(_) => None,
        }
    }

    fn place_as_plain(&mut self, place: &Place) -> Plain {
        let back = self.place_back(place);
        let plain = Plain {
            forward: self.place_forward(place),
            back: back.tokens,
            needs: back.needs,
            is_repeatable: true,
        };
        if self.is_stable(place) {
            return plain;
        }
        // Only its length is asked for.
        let tokens = plain.forward;
        let version = self.define(
            "length",
            quote!(__ad::Length(#tokens.len())),
            Definition::Opaque,
            false,
        );
        let name = &self.versions[version].back;
        Plain {
            forward: quote!(#name),
            back: quote!(#name),
            needs: vec![version],
            is_repeatable: true,
        }
    }

    fn length_of(&mut self, place: &Place) -> Plain {
        let list = self.place_as_plain(place);
        combined([list], &|[list]| quote!(#list.len()))
    }

    /// Whether a sequence without derivative is one of lists, which have elements by index.
    pub(super) fn is_indexable(&self, sequence: &Sequence) -> bool {
        let is_list = |expr: &Expr| {
            let Some(root) = expr.root() else {
                return false;
            };
            if self.plain_lists.contains(&root) {
                return true;
            }
            match &self.variables[root].written_type {
                Some(ty) => {
                    let text = quote!(#ty).to_string();
                    !text.contains("Map")
                        && !text.contains("Set")
                        && !text.contains("impl")
                        && (text.contains('[') || text.contains("Vec"))
                        && matches!(
                            expr.kind,
                            ExprKind::Variable(_)
                                | ExprKind::Index(..)
                                | ExprKind::Reference { .. }
                        )
                }
                None => false,
            }
        };
        match sequence {
            Sequence::Elements(of, _) | Sequence::Pieces(of, ..) => is_list(of),
            Sequence::Zip(a, b) => self.is_indexable(a) && self.is_indexable(b),
            Sequence::Enumerate(of)
            | Sequence::Reversed(of)
            | Sequence::Copied(of)
            | Sequence::Part(of, ..) => self.is_indexable(of),
            Sequence::Range(_) | Sequence::Other(_) => false,
        }
    }

    /// Whether a variable is a list of its own, no reference to one.
    fn is_held(&self, of: &Expr) -> bool {
        let Some(id) = of.root() else { return false };
        let ty = self.variables[id].written_type.as_ref();
        self.plain_lists.contains(&id)
            || ty.is_some_and(|ty| !matches!(ty, syn::Type::Reference(_)))
    }
}
