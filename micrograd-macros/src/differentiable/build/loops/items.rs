//! Loops over anything that is not found by index: its items are collected.

use super::Head;
use crate::differentiable::activity::mentions_active;
use crate::differentiable::build::Builder;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Definition, LoopHead, Plain, RegionKind};
use crate::differentiable::tree::{Block, By, Part, Pattern, Pieces, Sequence, VariableId};
use proc_macro2::TokenStream;

impl Builder {
    /// A loop over anything else: its items are collected, so that they can be run over backwards.
    pub(super) fn loop_over_items(
        &mut self,
        pattern: &Pattern,
        sequence: &Sequence,
        body: &Block,
        stop: Option<VariableId>,
    ) {
        let is_written_to = sequence.is_written_to();
        let has_way_back = mentions_active(&self.variables, body);
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
        let head: Head<'_> = Box::new(|this| {
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
        self.run(region, body, stop, true, head);
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
}
