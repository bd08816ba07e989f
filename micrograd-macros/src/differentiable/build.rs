//! The walk over a function: for each statement its step forward and its step back.

mod adjoint_names;
mod adjoints;
mod assignments;
mod bindings;
mod calls;
mod choices;
mod comparisons;
mod declarations;
mod effects;
mod list_depth;
mod list_methods;
mod list_values;
mod lists;
mod loops;
mod operations;
mod partials;
mod patterns;
mod places;
mod plain;
mod plain_patterns;
mod refused_expressions;
mod slopes;
mod statements;
mod targets;
mod value_tokens;
mod values;
mod versions;

use super::program::{Back, Forward, Region, RegionId, RegionKind, Version, VersionId};
use super::refusals::{Refusal, Refused};
use super::tree::{Block, Expr, VariableId, Variables};
use super::{list_usage, writes};
use adjoint_names::adjoint_of;
use effects::Effect;
use proc_macro2::{Ident, Span, TokenStream};
use std::collections::{HashMap, HashSet};

pub(super) use bindings::{Binding, depth_of_type};
pub(super) use targets::Target;

pub(super) struct Builder {
    pub(super) variables: Variables,
    /// How many of them are written in the function.
    written: usize,
    pub(super) used_as_lists: HashSet<VariableId>,
    /// Lists without derivative that are written as such.
    plain_lists: HashSet<VariableId>,
    /// Variables of which only called functions know what they are.
    handed_on: HashSet<VariableId>,
    /// Whether a branch may leave before a variable has its first value.
    pub(super) exits_early: bool,
    /// Whether sums may be added up in another order.
    pub(super) reorder: bool,
    /// The name of the function itself.
    pub(super) function: String,
    pub(super) refusals: Vec<Refused>,
    pub(super) regions: Vec<Region>,
    pub(super) versions: Vec<Version>,
    /// The stacks of loops that have a way back.
    pub(super) stacks: Vec<Stack>,
    /// The types of called functions, on which it depends whether slopes are finite.
    pub(super) callees: Vec<TokenStream>,
    /// The items in the function, by which it may call others.
    pub(super) items: Vec<TokenStream>,
    /// Whether a slope of its own may be infinite where all numbers are finite.
    pub(super) has_infinite_slopes: bool,
    bindings: HashMap<VariableId, Binding>,
    declared_in: HashMap<VariableId, RegionId>,
    current: HashMap<VariableId, VersionId>,
    region: RegionId,
    forward: Vec<Forward>,
    /// The way back of the statement at hand.
    back: Vec<Back>,
    /// The ways back of the statements before it in this region.
    done: Vec<Vec<Back>>,
    /// Variables without derivative that change by more than assignments to the whole of them.
    changed_in_part: HashSet<VariableId>,
    /// Lists that do not keep the form in which they begin.
    changed_form: HashSet<VariableId>,
    /// What is pushed to lists first.
    pushed: HashMap<VariableId, Expr>,
    /// Lists whose adjoint belongs to the caller.
    lent_adjoints: HashSet<VariableId>,
    /// What the statements that are still to come may change, from the outermost block to the innermost.
    future: Vec<Future>,
    /// Lists that have been given a value.
    filled: HashSet<VariableId>,
    /// How many statements write to a list after its `let`.
    write_counts: HashMap<VariableId, usize>,
    /// The name that counts the runs of a loop's body.
    counters: HashMap<RegionId, String>,
    /// What the way back does to adjoints.
    effects: Vec<Effect>,
    count: usize,
}

/// The stack of a loop.
pub(super) struct Stack {
    pub(super) name: Ident,
    pub(super) body: RegionId,
    /// Whether its length tells how many runs there were.
    pub(super) counts_runs: bool,
}

struct Future {
    writes: HashSet<VariableId>,
    /// The body, if it is a loop that starts again.
    again: Option<RegionId>,
}

impl Builder {
    pub(super) fn new(
        variables: Variables,
        used_as_lists: HashSet<VariableId>,
        function: String,
        reorder: bool,
    ) -> Self {
        let root = Region {
            kind: RegionKind::Function,
            parent: None,
            kept: Vec::new(),
            recomputed: Vec::new(),
            adjoints: Vec::new(),
        };
        Builder {
            written: variables.0.len(),
            variables,
            used_as_lists,
            handed_on: HashSet::new(),
            plain_lists: HashSet::new(),
            exits_early: false,
            reorder,
            function,
            refusals: Vec::new(),
            regions: vec![root],
            versions: Vec::new(),
            stacks: Vec::new(),
            callees: Vec::new(),
            items: Vec::new(),
            has_infinite_slopes: false,
            bindings: HashMap::new(),
            declared_in: HashMap::new(),
            current: HashMap::new(),
            region: 0,
            forward: Vec::new(),
            back: Vec::new(),
            done: Vec::new(),
            changed_in_part: HashSet::new(),
            changed_form: HashSet::new(),
            pushed: HashMap::new(),
            lent_adjoints: HashSet::new(),
            future: Vec::new(),
            filled: HashSet::new(),
            write_counts: HashMap::new(),
            counters: HashMap::new(),
            effects: Vec::new(),
            count: 0,
        }
    }

    /// Finds out what has to be known of the whole body before the walk.
    pub(super) fn look_ahead(&mut self, body: &Block) {
        self.changed_in_part = writes::in_part(&self.variables, body);
        self.changed_form = list_usage::changing_form(body);
        self.write_counts = writes::counts(&self.variables, body);
        self.pushed = list_usage::first_pushed(body);
        self.plain_lists = list_usage::written_lists(body);
        self.handed_on = list_usage::handed_on(body);
    }

    /// Walks over a function's body, which results in `result`.
    pub(super) fn function(&mut self, body: &Block, result: &Target) -> (Vec<Forward>, Vec<Back>) {
        self.block(body, Some(result));
        (std::mem::take(&mut self.forward), self.steps_back())
    }

    /// The way back of a region: that of the last statement comes first.
    fn steps_back(&mut self) -> Vec<Back> {
        let done = std::mem::take(&mut self.done);
        done.into_iter().rev().flatten().collect()
    }

    /// Walks over a region of its own.
    fn in_region(
        &mut self,
        region: RegionId,
        walk: impl FnOnce(&mut Self),
    ) -> (Vec<Forward>, Vec<Back>) {
        let outer = std::mem::replace(&mut self.region, region);
        let forward = std::mem::take(&mut self.forward);
        let back = std::mem::take(&mut self.back);
        let done = std::mem::take(&mut self.done);
        walk(self);
        let steps = self.steps_back();
        self.region = outer;
        self.back = back;
        self.done = done;
        (std::mem::replace(&mut self.forward, forward), steps)
    }

    fn refuse(&mut self, span: Span, refusal: Refusal) {
        self.refusals.push(refusal.at(span));
    }

    /// A name that no user can write.
    fn fresh(&mut self, name: &str) -> Ident {
        self.count += 1;
        Ident::new(&format!("{name}{}", self.count), Span::mixed_site())
    }

    fn new_region(&mut self, kind: RegionKind) -> RegionId {
        self.regions.push(Region {
            kind,
            parent: Some(self.region),
            kept: Vec::new(),
            recomputed: Vec::new(),
            adjoints: Vec::new(),
        });
        self.regions.len() - 1
    }

    /// Whether a region is another one, or lies in it.
    fn is_within(&self, mut region: RegionId, outer: RegionId) -> bool {
        loop {
            if region == outer {
                return true;
            }
            match self.regions[region].parent {
                Some(parent) => region = parent,
                None => return false,
            }
        }
    }

    /// Whether a list that was declared in `declared` may change before the way back comes here.
    fn changes_later(&self, id: VariableId, declared: RegionId) -> bool {
        self.future.iter().any(|future| {
            let starts_again_around_it = match future.again {
                Some(body) => !self.is_within(declared, body),
                None => true,
            };
            starts_again_around_it && future.writes.contains(&id)
        })
    }
}
