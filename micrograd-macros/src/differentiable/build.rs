//! The walk over a function: for each statement its step forward and its step back.

mod adjoints;
mod assignments;
mod bindings;
mod calls;
mod choices;
mod declarations;
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

use super::program::{
    Back, Definition, Forward, Need, Piece, Place, Region, RegionId, RegionKind, Version, VersionId,
};
use super::refusals::{Refusal, Refused};
use super::tree::{Block, Expr, VariableId, Variables};
use super::{list_usage, writes};
use crate::differentiable::hygiene::quote;
use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;
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

/// What a step back does to the adjoint of a variable.
enum Effect {
    /// Sets it, or takes something out of it.
    Sets(VariableId),
    /// Passes it on, and leaves it.
    Reads(VariableId),
    AddsToNumber(VariableId),
    AddsToElement {
        root: VariableId,
        place: String,
        /// The names in which the last index is linear.
        strides: Vec<String>,
    },
    /// Adds to much of it.
    AddsToList(VariableId),
}

impl Effect {
    fn variable(&self) -> VariableId {
        match self {
            Effect::Sets(id)
            | Effect::Reads(id)
            | Effect::AddsToNumber(id)
            | Effect::AddsToElement { root: id, .. }
            | Effect::AddsToList(id) => *id,
        }
    }
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

    fn add_version(
        &mut self,
        forward: Ident,
        back: Ident,
        definition: Definition,
        is_number: bool,
    ) -> VersionId {
        self.versions.push(Version {
            forward,
            back,
            region: self.region,
            definition,
            is_number,
            need: Need::None,
        });
        self.versions.len() - 1
    }

    pub(super) fn named_version(
        &mut self,
        name: Ident,
        definition: Definition,
        is_number: bool,
    ) -> VersionId {
        self.add_named(name, definition, is_number)
    }

    /// A version of something that has one name for both ways.
    fn add_named(&mut self, name: Ident, definition: Definition, is_number: bool) -> VersionId {
        self.add_version(name.clone(), name, definition, is_number)
    }

    /// A new version of a variable that is assigned to.
    fn assign_version(&mut self, id: VariableId, definition: Definition) -> VersionId {
        let name = self.variables[id].name.clone();
        self.count += 1;
        let back = format_ident!("{}_{}", name, self.count, span = Span::mixed_site());
        let is_number = self.variables[id].active;
        let version = self.add_version(name, back, definition, is_number);
        self.current.insert(id, version);
        version
    }

    /// `let name = tokens;` in both ways' sight.
    fn define(
        &mut self,
        name: &str,
        tokens: TokenStream,
        definition: Definition,
        is_number: bool,
    ) -> VersionId {
        let name = self.fresh(name);
        let version = self.add_named(name, definition, is_number);
        self.forward.push(Forward::Define(version, tokens));
        version
    }

    /// `d_x`, or a name that no variable's adjoint has for one that is not written in the function.
    pub(super) fn adjoint_name(&self, id: VariableId) -> Ident {
        let name = &self.variables[id].name;
        if id < self.written {
            let name = name.to_string();
            format_ident!(
                "d_{}",
                name.trim_start_matches("r#"),
                span = Span::mixed_site()
            )
        } else {
            adjoint_of(name)
        }
    }

    /// `let mut d_x = 0;` where the way back of this region begins.
    fn declare_adjoint(&mut self, adjoint: &Ident, zero: Piece) {
        let tokens = &zero.tokens;
        let tokens = quote!(let mut #adjoint = #tokens;);
        let region = self.region;
        self.regions[region].adjoints.push(Piece {
            tokens,
            needs: zero.needs,
        });
    }

    fn zero() -> Piece {
        Piece::of(quote!(Num::ZERO))
    }

    fn number_version(&self, version: VersionId) -> (Ident, Piece) {
        let version_ = &self.versions[version];
        let back = &version_.back;
        (
            version_.forward.clone(),
            Piece {
                tokens: quote!(#back),
                needs: vec![version],
            },
        )
    }

    /// The adjoint of a place: `d_a[i]`.
    fn adjoint_place(&mut self, place: &Place) -> Piece {
        let root = self.adjoint_name(place.root);
        places::projected(quote!(#root), place)
    }

    fn next_name(&mut self, name: &str) -> Ident {
        self.count += 1;
        format_ident!("{}{}", name, self.count, span = Span::mixed_site())
    }
}

/// The adjoint of something without a name in the function: variables' begin with `d_`.
fn adjoint_of(name: &Ident) -> Ident {
    format_ident!("adjoint_of_{}", name, span = Span::mixed_site())
}
