//! What the names of a loop's pattern stand for in a run.

use crate::differentiable::build::Builder;
use crate::differentiable::build::plain::combined;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{Forward, Place, Plain, Projection};
use crate::differentiable::tree::Pattern;
use proc_macro2::{Span, TokenStream};

/// What a pattern's name stands for in a run.
pub(super) enum Element {
    Alias(Pattern, Place, Plain),
    Plain(Pattern, Plain),
}

impl Builder {
    pub(super) fn bind_element(&mut self, span: Span, element: Element, counter: usize) {
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
                self.bind_plain_part(of, combined([plain], &|[plain]| quote!((*#plain))));
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
}

/// A part of what a reference or a value is: a reference to it, or the part itself.
fn part_of(whole: &Plain, part: &TokenStream) -> Plain {
    let is_reference = whole.forward.to_string().starts_with('&');
    combined([whole.clone()], &|[whole]| {
        if is_reference {
            quote!(&(#whole)#part)
        } else {
            quote!((#whole)#part)
        }
    })
}
