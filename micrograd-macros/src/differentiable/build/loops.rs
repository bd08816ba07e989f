//! Loops. What a run keeps for its way back goes onto the loop's stack; the way back takes run after run from there.

use super::plain::combined;
use super::{Binding, Builder, Effect, Future, Stack};
use crate::differentiable::activity::{is_active, sequence_is_active};
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{
    Back, BackLoop, Definition, Forward, ForwardLoop, LoopHead, Place, Plain, Projection, RegionId,
    RegionKind,
};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{
    Block, By, Expr, ExprKind, Part, Pattern, Pieces, Sequence, VariableId,
};
use crate::differentiable::writes;
use proc_macro2::{Span, TokenStream};
use std::collections::HashMap;

/// What a pattern's name stands for in a run.
enum Element {
    Alias(Pattern, Place, Plain),
    Plain(Pattern, Plain),
}

impl Builder {
    pub(super) fn while_loop(
        &mut self,
        condition: Option<&Expr>,
        body: &Block,
        stop: Option<VariableId>,
    ) {
        // Calls and elements in the condition are computed before each run: they belong to the body.
        let region = self.new_region(RegionKind::LoopBody);
        self.run(region, body, stop, false, |this| {
            if let Some(condition) = condition {
                let condition = this.plain(condition).forward;
                this.forward
                    .push(Forward::Tokens(quote!(if !#condition { break; })));
            }
            LoopHead::While
        });
    }

    pub(super) fn for_loop(
        &mut self,
        span: Span,
        pattern: &Pattern,
        sequence: &Sequence,
        body: &Block,
        stop: Option<VariableId>,
    ) {
        if let Some(range) = self.range(sequence) {
            let is_name = matches!(pattern, Pattern::Name(_) | Pattern::Wild);
            if !is_name {
                return self.refuse(span, Refusal::Sequence);
            }
            let region = self.new_region(RegionKind::LoopBody);
            return self.run(region, body, stop, true, |this| {
                let mut bound = Vec::new();
                let tokens = this.plain_pattern(pattern);
                if let Pattern::Name(id) = pattern {
                    bound.extend(this.current.get(id));
                }
                LoopHead::For {
                    pattern: tokens,
                    sequence: range,
                    bound,
                }
            });
        }
        let is_active_sequence = sequence_is_active(&self.variables, sequence);
        let has_way_back = writes::mentions_active(&self.variables, body);
        if !is_active_sequence
            && (!self.is_indexable(sequence) || (!has_way_back && sequence.is_written_to()))
        {
            return self.loop_over_items(pattern, sequence, body, stop);
        }
        let sequence = &self.unchanged(sequence, body);
        let counter = self.fresh("k");
        let name = quote!(#counter);
        let mut elements = Vec::new();
        let Some(length) = self.elements(pattern, sequence, &Plain::of(name), &mut elements) else {
            return self.refuse(span, Refusal::Sequence);
        };
        let length = self.repeatable(length, "length");
        let region = self.new_region(RegionKind::LoopBody);
        self.run(region, body, stop, true, |this| {
            let version = this.add_named(counter.clone(), Definition::Opaque, false);
            for element in elements {
                this.bind_element(span, element, version);
            }
            let (forward, back) = (&length.forward, &length.back);
            LoopHead::For {
                pattern: quote!(#counter),
                sequence: Plain {
                    forward: quote!(0..#forward),
                    back: quote!(0..#back),
                    needs: length.needs.clone(),
                    is_repeatable: true,
                },
                bound: vec![version],
            }
        });
    }

    /// The sequence over a copy of each list that the body writes to by its name: an array is run over by value.
    fn unchanged(&mut self, sequence: &Sequence, body: &Block) -> Sequence {
        let written = writes::of_block(&self.variables, body);
        sequence.map_elements(&mut |of| match of.root() {
            Some(root) if written.contains(&root) && is_active(&self.variables, of) => {
                let place = self.named_list(of);
                Expr::new(of.span, ExprKind::Variable(place.root))
            }
            _ => of.clone(),
        })
    }

    fn bind_element(&mut self, span: Span, element: Element, counter: usize) {
        match element {
            Element::Alias(pattern, mut place, index) => {
                let is_run_number = place.depth == 0;
                let mut index = index;
                index.needs.push(counter);
                let strides = if is_run_number {
                    vec![self.versions[counter].back.to_string()]
                } else {
                    Vec::new()
                };
                place.projections.push(Projection::Index { index, strides });
                self.bind_place(span, &pattern, place);
            }
            Element::Plain(pattern, mut plain) => {
                plain.needs.push(counter);
                plain.is_repeatable = true;
                self.bind_plain_part(&pattern, plain);
            }
        }
    }

    /// The names of a pattern as parts of what has no derivative: the way back finds them there again.
    fn bind_plain_part(&mut self, pattern: &Pattern, plain: Plain) {
        match pattern {
            Pattern::Wild => {}
            Pattern::Name(id) => self.assign_plain(*id, plain, true),
            Pattern::Reference(of) => {
                self.bind_plain_part(of, combined([plain], |[plain]| quote!((*#plain))));
            }
            Pattern::Tuple(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    let i = proc_macro2::Literal::usize_unsuffixed(i);
                    self.bind_plain_part(part, part_of(&plain, &quote!(.#i)));
                }
            }
            Pattern::Slice(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    let i = proc_macro2::Literal::usize_unsuffixed(i);
                    self.bind_plain_part(part, part_of(&plain, &quote!([#i])));
                }
            }
            Pattern::Other(..) => {
                let pattern = self.plain_pattern(pattern);
                let tokens = plain.forward;
                self.forward
                    .push(Forward::Tokens(quote!(let #pattern = #tokens;)));
            }
        }
    }

    /// Numbers in a row: a range, perhaps backwards or in steps.
    fn range(&mut self, sequence: &Sequence) -> Option<Plain> {
        match sequence {
            Sequence::Range(range) => {
                let plain = self.plain(range);
                let plain = self.bounded(range, plain);
                Some(combined([plain], |[range]| quote!((#range))))
            }
            Sequence::Reversed(of) => {
                let of = self.range(of)?;
                Some(combined(
                    [of],
                    |[of]| quote!(::core::iter::Iterator::rev(#of)),
                ))
            }
            Sequence::Part(of, Part::StepBy, count) => {
                let is_range = matches!(**of, Sequence::Range(_));
                let of = self.range(of)?;
                let count = self.plain(count);
                let count = self.repeatable(count, "step");
                let mut steps = combined(
                    [of.clone(), count.clone()],
                    |[of, count]| quote!(::core::iter::Iterator::step_by(#of, #count)),
                );
                // Not every range in steps can be run over backwards.
                let (of, count, forward) = (of.back, count.back, &steps.back);
                steps.back = if is_range {
                    quote!(__ad::in_steps(#of, #count))
                } else {
                    quote!(::core::iter::Iterator::collect::<::std::vec::Vec<_>>(#forward).into_iter())
                };
                Some(steps)
            }
            _ => None,
        }
    }

    /// A range whose ends can be evaluated again.
    fn bounded(&mut self, range: &Expr, plain: Plain) -> Plain {
        if plain.is_repeatable {
            return plain;
        }
        let ExprKind::Range(from, dots, to) = &range.kind else {
            return self.repeatable(plain, "range");
        };
        let mut ends = [from, to].map(|end| {
            end.as_ref().map_or_else(
                || Plain::of(TokenStream::new()),
                |end| {
                    let end = self.plain(end);
                    self.repeatable(end, "end")
                },
            )
        });
        let [from, to] = std::mem::take(&mut ends);
        combined([from, to], |[from, to]| quote!(#from #dots #to))
    }

    /// Whether a sequence without derivative is one of lists, which have elements by index.
    fn is_indexable(&self, sequence: &Sequence) -> bool {
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

    /// A loop over anything else: its items are collected, so that they can be run over backwards.
    fn loop_over_items(
        &mut self,
        pattern: &Pattern,
        sequence: &Sequence,
        body: &Block,
        stop: Option<VariableId>,
    ) {
        let is_written_to = sequence.is_written_to();
        let has_way_back = writes::mentions_active(&self.variables, body);
        let (sequence, needs) = if has_way_back || !is_written_to {
            let items = self.items(sequence);
            let items = self.define("items", items, Definition::Opaque, false);
            let name = &self.versions[items].forward;
            (quote!(#name.iter().cloned()), vec![items])
        } else {
            // It has no way back.
            (self.sequence_tokens(sequence), Vec::new())
        };
        let region = self.new_region(RegionKind::LoopBody);
        self.run(region, body, stop, true, |this| {
            let tokens = this.plain_pattern(pattern);
            let bound = pattern.variables();
            let bound = bound.iter().filter_map(|id| this.current.get(id).copied());
            LoopHead::For {
                pattern: tokens,
                bound: bound.collect(),
                sequence: Plain {
                    forward: sequence.clone(),
                    back: sequence,
                    needs,
                    is_repeatable: true,
                },
            }
        });
    }

    fn items(&mut self, sequence: &Sequence) -> TokenStream {
        let sequence = self.sequence_tokens(sequence);
        quote!(::core::iter::Iterator::collect::<::std::vec::Vec<_>>(
            ::core::iter::IntoIterator::into_iter(#sequence)
        ))
    }

    fn sequence_tokens(&mut self, sequence: &Sequence) -> TokenStream {
        match sequence {
            Sequence::Range(of) => {
                let of = self.plain(of).forward;
                quote!((#of))
            }
            Sequence::Other(of) => self.plain(of).forward,
            Sequence::Elements(of, by) => {
                let tokens = self.plain(of).forward;
                match by {
                    By::Reference => quote!(#tokens.iter()),
                    By::MutableReference => quote!(#tokens.iter_mut()),
                    // It may be an iterator.
                    By::Itself => tokens,
                }
            }
            Sequence::Pieces(of, pieces, count) => {
                let (of, count) = (self.plain(of).forward, self.plain(count).forward);
                let name = match pieces {
                    Pieces::Chunks => quote!(chunks),
                    Pieces::ExactChunks => quote!(chunks_exact),
                    Pieces::Windows => quote!(windows),
                };
                quote!(#of.#name(#count))
            }
            Sequence::Zip(a, b) => {
                let (a, b) = (self.sequence_tokens(a), self.sequence_tokens(b));
                quote!(::core::iter::Iterator::zip(::core::iter::IntoIterator::into_iter(#a), #b))
            }
            Sequence::Enumerate(of) => {
                let of = self.sequence_tokens(of);
                quote!(::core::iter::Iterator::enumerate(::core::iter::IntoIterator::into_iter(#of)))
            }
            Sequence::Reversed(of) => {
                let of = self.sequence_tokens(of);
                quote!(::core::iter::Iterator::rev(::core::iter::IntoIterator::into_iter(#of)))
            }
            Sequence::Copied(of) => {
                let of = self.sequence_tokens(of);
                quote!(::core::iter::Iterator::cloned(::core::iter::IntoIterator::into_iter(#of)))
            }
            Sequence::Part(of, part, count) => {
                let (of, count) = (self.sequence_tokens(of), self.plain(count).forward);
                let name = match part {
                    Part::Skip => quote!(skip),
                    Part::Take => quote!(take),
                    Part::StepBy => quote!(step_by),
                };
                quote!(::core::iter::Iterator::#name(::core::iter::IntoIterator::into_iter(#of), #count))
            }
        }
    }

    /// What the names of a pattern stand for in run `index`; the number of runs, if it ends.
    #[expect(clippy::too_many_lines)] // An arm for each kind.
    fn elements(
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
                let element = combined([list.clone(), index.clone()], |[list, index]| {
                    if *by == By::Itself && self.is_held(of) {
                        quote!(::core::clone::Clone::clone(&#list[#index]))
                    } else {
                        quote!(&#list[#index])
                    }
                });
                elements.push(Element::Plain(pattern.clone(), element));
                Some(combined([list], |[list]| quote!(#list.len())))
            }
            Sequence::Range(range) => {
                let ExprKind::Range(Some(from), dots, to) = &range.kind else {
                    return None;
                };
                let from = self.plain(from);
                let from = self.repeatable(from, "from");
                let element = combined(
                    [from.clone(), index.clone()],
                    |[from, index]| quote!(#from + #index),
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
                    |[from, to]| quote!((#to #one).saturating_sub(#from)),
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
                let range = combined(parts, |[list, count, index]| match pieces {
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
                    let piece = combined(parts, |[list, range]| quote!(&#list[#range]));
                    Element::Plain(pattern.clone(), piece)
                });
                Some(combined([list, count], |[list, count]| match pieces {
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
                Some(combined([a, b], |[a, b]| quote!(usize::min(#a, #b))))
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
                    |[length, index]| quote!((#length - 1 - #index)),
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
                            |[plain]| quote!(::core::clone::Clone::clone(#plain)),
                        );
                    }
                }
                Some(length)
            }
            Sequence::Part(of, part, count) => {
                let count = self.plain(count);
                let count = self.repeatable(count, "count");
                let parts = [index.clone(), count.clone()];
                let index = combined(parts, |[index, count]| match part {
                    Part::Skip => quote!((#index + #count)),
                    Part::Take => quote!(#index),
                    Part::StepBy => quote!((#index * #count)),
                });
                let length = self.elements(pattern, of, &index, elements)?;
                Some(combined([length, count], |[length, count]| match part {
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
        combined([list], |[list]| quote!(#list.len()))
    }

    /// A loop with its ways forward and back.
    fn run(
        &mut self,
        region: usize,
        body: &Block,
        stop: Option<VariableId>,
        fits_closure: bool,
        head: impl FnOnce(&mut Self) -> LoopHead,
    ) {
        let mut written = writes::of_block(&self.variables, body);
        written.extend(stop);
        let mut carried: Vec<VariableId> = written
            .iter()
            .copied()
            .filter(|id| self.is_carried(*id))
            .collect();
        carried.sort_unstable();
        let before = self.current.clone();
        self.future.push(Future {
            writes: written.clone(),
            again: Some(region),
        });
        let mut loop_head = None;
        let effects_before = self.effects.len();
        let (steps, back) = self.in_region(region, |this| {
            for &id in &carried {
                let version = this.assign_version(id, Definition::Opaque);
                this.forward.push(Forward::Copy(version));
            }
            let head = head(this);
            if let LoopHead::For { pattern, .. } = &head {
                this.counters.insert(region, pattern.to_string());
            }
            loop_head = Some(head);
            this.block(body, None);
        });
        self.future.pop();
        self.current = before;
        let Some(loop_head) = loop_head else { return };
        let assigns_lists = written
            .iter()
            .any(|&id| self.is_list(id) && self.changed_form.contains(&id));
        let stack = self.fresh("stack");
        let base = self.fresh("base");
        let base = self.add_named(base, Definition::Opaque, false);
        let stop_flag = stop.map(|stop| {
            let name = &self.variables[stop].name;
            quote!(#name)
        });
        let any_order = self.any_order(&loop_head, stop, region, effects_before, &steps);
        self.forward.push(Forward::Loop(Box::new(ForwardLoop {
            head: loop_head.clone(),
            body: region,
            steps,
            stack: stack.clone(),
            base,
            stop: stop_flag,
            fits_closure: fits_closure && stop.is_none() && !assigns_lists,
        })));
        if !back.is_empty() {
            self.stacks.push(Stack {
                name: stack.clone(),
                body: region,
                counts_runs: stop.is_some() || matches!(loop_head, LoopHead::While),
            });
            self.back.push(Back::Loop(Box::new(BackLoop {
                head: loop_head,
                body: region,
                steps: back,
                stack,
                base,
                stops: stop.is_some(),
                any_order,
            })));
        }
        for id in carried {
            let version = self.assign_version(id, Definition::Opaque);
            self.forward.push(Forward::Copy(version));
        }
    }

    /// Whether a variable has a version for each assignment, so that one has to be made for each run.
    fn is_carried(&self, id: VariableId) -> bool {
        match self.binding(id) {
            Some(Binding::Number) => true,
            Some(Binding::Plain { .. }) => !self.changed_in_part.contains(&id),
            _ => false,
        }
    }

    /// Whether the way back may take the runs in their order, which is the cheaper one.
    fn any_order(
        &self,
        head: &LoopHead,
        stop: Option<VariableId>,
        body: RegionId,
        effects_before: usize,
        steps: &[Forward],
    ) -> bool {
        let LoopHead::For { pattern, .. } = head else {
            return false;
        };
        let outside = self.effects[effects_before..]
            .iter()
            .filter(|effect| self.outlives(effect.variable(), body));
        let outside: Vec<&Effect> = outside.collect();
        // What a run reads, no run may change.
        let is_read = |id: VariableId| {
            let mut reads = outside.iter();
            reads.any(|effect| matches!(effect, Effect::Reads(read) if *read == id))
        };
        let is_ordered = outside.iter().any(|effect| match effect {
            Effect::Sets(_) => true,
            Effect::Reads(_) => false,
            effect => is_read(effect.variable()),
        });
        if stop.is_some() || is_ordered {
            return false;
        }
        if self.reorder {
            return true;
        }
        // Each run adds to elements of its own: no sum depends on the order.
        let is_innermost = !steps.iter().any(|step| matches!(step, Forward::Loop(_)));
        let counter = pattern.to_string();
        let mut places: HashMap<VariableId, &String> = HashMap::new();
        is_innermost
            && outside.iter().all(|effect| match effect {
                Effect::AddsToElement {
                    root,
                    place,
                    strides,
                } => strides.contains(&counter) && **places.entry(*root).or_insert(place) == *place,
                Effect::Reads(_) => true,
                _ => false,
            })
    }
}

/// A part of what a reference or a value is: a reference to it, or the part itself.
fn part_of(whole: &Plain, part: &TokenStream) -> Plain {
    let is_reference = whole.forward.to_string().starts_with('&');
    combined([whole.clone()], |[whole]| {
        if is_reference {
            quote!(&(#whole)#part)
        } else {
            quote!((#whole)#part)
        }
    })
}
