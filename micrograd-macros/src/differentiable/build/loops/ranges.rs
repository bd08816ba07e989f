//! Loops over numbers in a row.

use crate::differentiable::build::Builder;
use crate::differentiable::build::plain::combined;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::Plain;
use crate::differentiable::tree::{Expr, ExprKind, Part, Sequence};
use proc_macro2::TokenStream;

impl Builder {
    /// Numbers in a row: a range, perhaps backwards or in steps.
    pub(super) fn range(&mut self, sequence: &Sequence) -> Option<Plain> {
        match sequence {
            Sequence::Range(range) => {
                let plain = self.plain(range);
                let plain = self.bounded(range, plain);
                Some(combined([plain], &|[range]| quote!((#range))))
            }
            Sequence::Reversed(of) => {
                let of = self.range(of)?;
                Some(combined(
                    [of],
                    &|[of]| quote!(::core::iter::Iterator::rev(#of)),
                ))
            }
            Sequence::Part(of, Part::StepBy, count) => {
                let is_range = matches!(**of, Sequence::Range(_));
                let of = self.range(of)?;
                let count = self.plain(count);
                let count = self.repeatable(count, "step");
                let mut steps = combined(
                    [of.clone(), count.clone()],
                    &|[of, count]| quote!(::core::iter::Iterator::step_by(#of, #count)),
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
        combined([from, to], &|[from, to]| quote!(#from #dots #to))
    }
}
