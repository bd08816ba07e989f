//! Loops. What a run keeps for its way back goes onto the loop's stack; the way back takes run after run from there.

mod elements;
mod indexed;
mod items;
mod ranges;
mod run_order;

use super::{Binding, Builder, Future, Stack};
use crate::differentiable::activity::{is_active, mentions_active, sequence_is_active};
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{
    Back, BackLoop, Definition, Forward, ForwardLoop, LoopHead, Plain, RegionKind,
};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Block, Expr, ExprKind, Pattern, Sequence, VariableId};
use crate::differentiable::writes;
use proc_macro2::Span;

/// Writes down the head of a loop, inside of it. A box, so that [`Builder::run`] is compiled once.
type Head<'a> = Box<dyn FnOnce(&mut Builder) -> LoopHead + 'a>;

impl Builder {
    pub(super) fn while_loop(
        &mut self,
        condition: Option<&Expr>,
        body: &Block,
        stop: Option<VariableId>,
    ) {
        // Calls and elements in the condition are computed before each run: they belong to the body.
        let region = self.new_region(RegionKind::LoopBody);
        let head: Head<'_> = Box::new(|this| {
            if let Some(condition) = condition {
                let condition = this.plain(condition).forward;
                this.forward
                    .push(Forward::Tokens(quote!(if !#condition { break; })));
            }
            LoopHead::While
        });
        self.run(region, body, stop, false, head);
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
            let head: Head<'_> = Box::new(|this| {
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
            return self.run(region, body, stop, true, head);
        }
        let is_active_sequence = sequence_is_active(&self.variables, sequence);
        let has_way_back = mentions_active(&self.variables, body);
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
        let head: Head<'_> = Box::new(|this| {
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
        self.run(region, body, stop, true, head);
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

    /// A loop with its ways forward and back.
    fn run(
        &mut self,
        region: usize,
        body: &Block,
        stop: Option<VariableId>,
        fits_closure: bool,
        head: Head<'_>,
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
}
