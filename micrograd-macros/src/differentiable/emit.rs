//! The steps as Rust.

use super::build::Builder;
use super::demand::is_in_loop;
use super::program::{
    Back, BackLoop, ChoiceHead, Definition, Forward, ForwardChoice, ForwardLoop, LoopHead, Need,
    RegionId, RegionKind, VersionId,
};
use crate::differentiable::hygiene::quote;
use proc_macro2::{Ident, TokenStream};

/// Whether the way forward keeps what the way back reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    ValueOnly,
    WithBack,
}

impl Builder {
    pub(super) fn emit_forward(&self, steps: &[Forward], mode: Mode) -> TokenStream {
        let steps = steps.iter().map(|step| self.forward_step(step, mode));
        quote!(#(#steps)*)
    }

    fn forward_step(&self, step: &Forward, mode: Mode) -> TokenStream {
        match step {
            Forward::Tokens(tokens) => tokens.clone(),
            Forward::Define(version, tokens) => {
                let name = &self.versions[*version].forward;
                quote!(let #name = #tokens;)
            }
            Forward::DefineForBack(version, tokens) => {
                if mode == Mode::ValueOnly || self.versions[*version].need == Need::None {
                    return TokenStream::new();
                }
                let name = &self.versions[*version].back;
                quote!(let #name = #tokens;)
            }
            Forward::Copy(version) => {
                let version = &self.versions[*version];
                if mode == Mode::ValueOnly || version.need != Need::Kept {
                    return TokenStream::new();
                }
                let (copy, name) = (&version.back, &version.forward);
                if version.is_number {
                    quote!(let #copy = #name;)
                } else {
                    quote!(let #copy = ::core::clone::Clone::clone(&#name);)
                }
            }
            Forward::Loop(run) => self.forward_loop(run, mode),
            Forward::Choice(choice) => self.forward_choice(choice, mode),
            Forward::Call { plain, with_back } => match mode {
                Mode::ValueOnly => plain.clone(),
                Mode::WithBack => with_back.clone(),
            },
        }
    }

    fn uses_stack(&self, name: &Ident) -> bool {
        let stack = self.stacks.iter().find(|stack| stack.name == *name);
        stack.is_some_and(|stack| stack.counts_runs || !self.regions[stack.body].kept.is_empty())
    }

    /// `let mut stack = Vec::new();` for every loop that keeps something.
    pub(super) fn emit_stacks(&self) -> TokenStream {
        let names = self.stacks.iter().map(|stack| &stack.name);
        let names = names.filter(|name| self.uses_stack(name));
        quote!(#(let mut #names = ::std::vec::Vec::new();)*)
    }

    fn forward_loop(&self, run: &ForwardLoop, mode: Mode) -> TokenStream {
        let steps = self.emit_forward(&run.steps, mode);
        let stop = run.stop.as_ref().map(|stop| quote!(if #stop { break; }));
        // A loop without a way back keeps nothing.
        let keeps = mode == Mode::WithBack && self.uses_stack(&run.stack);
        let stack = &run.stack;
        let base = &self.versions[run.base];
        let base = (keeps && base.need == Need::Kept).then(|| {
            let name = &base.back;
            quote!(let #name = #stack.len();)
        });
        let kept = self.kept_names(run.body);
        let kept = quote!((#(#kept,)*));
        match &run.head {
            LoopHead::While => {
                let push = keeps.then(|| quote!(#stack.push(#kept);));
                quote!(#base loop { #steps #push #stop })
            }
            LoopHead::For {
                pattern, sequence, ..
            } => {
                let sequence = &sequence.forward;
                if keeps && run.fits_closure {
                    return quote! {
                        #base
                        #stack.extend(::core::iter::Iterator::map(#sequence, |#pattern| {
                            #steps
                            #kept
                        }));
                    };
                }
                let push = keeps.then(|| quote!(#stack.push(#kept);));
                quote!(#base for #pattern in #sequence { #steps #push #stop })
            }
        }
    }

    fn kept_names(&self, region: RegionId) -> Vec<TokenStream> {
        let kept = &self.regions[region].kept;
        kept.iter()
            .map(|&version| {
                let name = &self.versions[version].back;
                quote!(#name)
            })
            .collect()
    }

    fn forward_choice(&self, choice: &ForwardChoice, mode: Mode) -> TokenStream {
        let mut handed_on: Vec<VersionId> = Vec::new();
        if mode == Mode::WithBack {
            for (region, _) in &choice.branches {
                handed_on.extend(&self.regions[*region].kept);
            }
        }
        let taken = choice
            .taken
            .filter(|&taken| mode == Mode::WithBack && self.versions[taken].need == Need::Kept);
        let has_results = !handed_on.is_empty() || taken.is_some();
        let branches: Vec<TokenStream> = choice
            .branches
            .iter()
            .enumerate()
            .map(|(i, (region, steps))| {
                let steps = self.emit_forward(steps, mode);
                if !has_results {
                    return quote!({ #steps });
                }
                let own = &self.regions[*region].kept;
                let results = handed_on.iter().map(|version| {
                    let kept = &self.versions[*version];
                    let name = &kept.back;
                    match (own.contains(version), kept.is_number) {
                        (true, true) => quote!(#name),
                        (true, false) => quote!(::core::option::Option::Some(#name)),
                        (false, true) => quote!(__ad::zero()),
                        (false, false) => quote!(::core::option::Option::None),
                    }
                });
                let taken = taken.map(|_| {
                    let i = proc_macro2::Literal::usize_suffixed(i);
                    quote!(#i,)
                });
                quote!({ #steps (#(#results,)* #taken) })
            })
            .collect();
        let whole = match &choice.head {
            ChoiceHead::If(condition) => {
                let (then, otherwise) = (&branches[0], &branches[1]);
                let is_empty = choice.branches[1].1.is_empty() && !has_results;
                if is_empty {
                    quote!(if #condition #then)
                } else {
                    quote!(if #condition #then else #otherwise)
                }
            }
            ChoiceHead::Match(value, patterns) => {
                quote!(match #value { #(#patterns => #branches)* })
            }
        };
        if !has_results {
            return whole;
        }
        let names = handed_on
            .iter()
            .map(|&version| &self.versions[version].back);
        let taken = taken.map(|taken| {
            let name = &self.versions[taken].back;
            quote!(#name,)
        });
        quote!(let (#(#names,)* #taken) = #whole;)
    }

    /// The way back of a region: what it computes again, the adjoints of its variables, its steps.
    pub(super) fn emit_back(&self, region: RegionId, steps: &[Back]) -> TokenStream {
        let mut tokens = TokenStream::new();
        if self.regions[region].kind == RegionKind::Branch {
            for &version in &self.regions[region].kept {
                let version = &self.versions[version];
                if !version.is_number {
                    let name = &version.back;
                    tokens.extend(quote!(let #name = __ad::taken(#name);));
                }
            }
        }
        for &version in &self.regions[region].recomputed {
            let version = &self.versions[version];
            let name = &version.back;
            let value = match &version.definition {
                Definition::Value(value) => self.back_tokens(value),
                Definition::Plain(plain) => plain.back.clone(),
                Definition::Opaque => continue,
            };
            tokens.extend(quote!(let #name = #value;));
        }
        for adjoint in &self.regions[region].adjoints {
            tokens.extend(adjoint.tokens.clone());
        }
        for step in steps {
            tokens.extend(self.back_step(step));
        }
        tokens
    }

    fn back_step(&self, step: &Back) -> TokenStream {
        match step {
            Back::Piece(piece) => piece.tokens.clone(),
            Back::Loop(run) => self.back_loop(run),
            Back::Choice {
                head,
                is_condition,
                branches,
            } => {
                let mut blocks = Vec::new();
                for (region, steps) in branches {
                    let steps = (!steps.is_empty()).then(|| self.emit_back(*region, steps));
                    blocks.push(quote!({ #steps }));
                }
                let head = &head.tokens;
                if *is_condition {
                    let (then, otherwise) = (&blocks[0], &blocks[1]);
                    if branches[1].1.is_empty() {
                        return quote!(if #head #then);
                    }
                    return quote!(if #head #then else #otherwise);
                }
                let numbers = (0..blocks.len()).map(proc_macro2::Literal::usize_unsuffixed);
                quote!(match #head { #(#numbers => #blocks)* _ => {} })
            }
        }
    }

    /// Whether a loop inside takes from the end of its stack, as far as the run before it.
    fn takes_from_stacks(&self, steps: &[Back]) -> bool {
        steps.iter().any(|step| match step {
            Back::Piece(_) => false,
            Back::Loop(run) => self.uses_stack(&run.stack) || self.takes_from_stacks(&run.steps),
            Back::Choice { branches, .. } => branches
                .iter()
                .any(|(_, steps)| self.takes_from_stacks(steps)),
        })
    }

    fn back_loop(&self, run: &BackLoop) -> TokenStream {
        let steps = self.emit_back(run.body, &run.steps);
        let kept = self.kept_names(run.body);
        let kept = quote!((#(#kept,)*));
        let stack = &run.stack;
        match &run.head {
            LoopHead::For {
                pattern, sequence, ..
            } if !run.stops => {
                let sequence = &sequence.back;
                let any_order = run.any_order && !self.takes_from_stacks(&run.steps);
                let in_order = |of: TokenStream| {
                    if any_order {
                        of
                    } else {
                        quote!(::core::iter::Iterator::rev(#of))
                    }
                };
                if !self.uses_stack(&run.stack) {
                    let sequence = in_order(quote!(#sequence));
                    return quote!(for #pattern in #sequence { #steps });
                }
                let from_stack = in_order(quote!(__ad::last(&mut #stack, &sequence)));
                let runs = in_order(quote!(sequence));
                quote! {
                    let sequence = #sequence;
                    let from_stack = #from_stack;
                    for (#pattern, #kept) in ::core::iter::Iterator::zip(#runs, from_stack) { #steps }
                }
            }
            _ => {
                let start = is_in_loop(self, run.body).then(|| {
                    let name = &self.versions[run.base].back;
                    quote!(#name)
                });
                quote!(for #kept in ::core::iter::Iterator::rev(#stack.drain(#start..)) { #steps })
            }
        }
    }
}
