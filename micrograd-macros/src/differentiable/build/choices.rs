//! `if`, `match` and blocks.

use super::values::nothing;
use super::{Binding, Builder, Target};
use crate::differentiable::activity::is_active;
use crate::differentiable::hygiene::quote;
use crate::differentiable::program::{
    Back, ChoiceHead, Definition, Forward, ForwardChoice, Piece, Plain, RegionId, RegionKind, Value,
};
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Block, Expr, ExprKind, VariableId};
use proc_macro2::{Ident, Span};
use std::collections::HashSet;

impl Builder {
    /// A choice or a block, whose value goes to the target.
    pub(super) fn choice(&mut self, expr: &Expr, target: Option<&Target>) {
        match &expr.kind {
            ExprKind::Block(block) => self.block(block, target),
            ExprKind::If {
                condition,
                then,
                otherwise,
            } => self.if_else(condition, then, otherwise.as_ref(), target),
            ExprKind::Match { value, arms } => {
                if is_active(&self.variables, value) {
                    return self.refuse(value.span, Refusal::ActiveCondition);
                }
                let value = self.plain(value);
                let mut patterns = Vec::new();
                let mut blocks = Vec::new();
                for arm in arms {
                    let region = self.new_region(RegionKind::Branch);
                    let outer = std::mem::replace(&mut self.region, region);
                    let pattern = self.plain_pattern(&arm.pattern);
                    let guard = arm.guard.as_ref().map(|guard| {
                        let guard = self.plain(guard).forward;
                        quote!(if #guard)
                    });
                    self.region = outer;
                    patterns.push(quote!(#pattern #guard));
                    blocks.push((region, &arm.body));
                }
                let head = ChoiceHead::Match(value.forward, patterns);
                self.branches(head, None, &blocks, target);
            }
            _ => {}
        }
    }

    fn if_else(
        &mut self,
        condition: &Expr,
        then: &Block,
        otherwise: Option<&Block>,
        target: Option<&Target>,
    ) {
        let nothing = Block {
            statements: Vec::new(),
            value: None,
        };
        let otherwise = otherwise.unwrap_or(&nothing);
        let then_region = self.new_region(RegionKind::Branch);
        let otherwise_region = self.new_region(RegionKind::Branch);
        let blocks = [(then_region, then), (otherwise_region, otherwise)];
        if binds(condition) {
            // What it binds belongs to the branch.
            let outer = std::mem::replace(&mut self.region, then_region);
            let condition = self.plain(condition);
            self.region = outer;
            let head = ChoiceHead::If(condition.forward);
            self.branches(head, None, &blocks, target);
        } else {
            let condition = self.plain(condition);
            let condition = self.repeatable(condition, "condition");
            let head = ChoiceHead::If(condition.forward.clone());
            self.branches(head, Some(condition), &blocks, target);
        }
    }

    fn branches(
        &mut self,
        head: ChoiceHead,
        condition: Option<Plain>,
        blocks: &[(RegionId, &Block)],
        target: Option<&Target>,
    ) {
        let before = self.current.clone();
        let mut forward = Vec::new();
        let mut back = Vec::new();
        let mut merged = HashSet::new();
        let filled_before = self.filled.clone();
        let mut filled: Option<HashSet<VariableId>> = None;
        for (region, block) in blocks {
            self.current.clone_from(&before);
            self.filled.clone_from(&filled_before);
            let (steps, steps_back) = self.in_region(*region, |this| this.block(block, target));
            for (id, version) in &self.current {
                if before.get(id) != Some(version) && self.outlives(*id, *region) {
                    merged.insert(*id);
                }
            }
            // After the choice a list is there if each branch has filled it.
            filled = Some(match filled {
                Some(filled) => &filled & &self.filled,
                None => self.filled.clone(),
            });
            forward.push((*region, steps));
            back.push((*region, steps_back));
        }
        self.current = before;
        self.filled = filled.unwrap_or(filled_before);
        let taken = condition.is_none().then(|| {
            let name = self.fresh("taken");
            self.add_named(name, Definition::Opaque, false)
        });
        self.forward.push(Forward::Choice(ForwardChoice {
            head,
            branches: forward,
            taken,
        }));
        let (head, is_condition) = match (condition, taken) {
            (Some(condition), _) => (
                Piece {
                    tokens: condition.back,
                    needs: condition.needs,
                },
                true,
            ),
            (None, Some(taken)) => (self.number_version(taken).1, false),
            (None, None) => (Piece::default(), false),
        };
        if back.iter().any(|(_, steps)| !steps.is_empty()) {
            self.back.push(Back::Choice {
                head,
                is_condition,
                branches: back,
            });
        }
        let mut merged: Vec<VariableId> = merged.into_iter().collect();
        merged.sort_unstable();
        for id in merged {
            let version = self.assign_version(id, Definition::Opaque);
            self.forward.push(Forward::Copy(version));
        }
    }

    /// Whether a variable was declared outside of a region.
    pub(super) fn outlives(&self, id: VariableId, region: RegionId) -> bool {
        self.declared_in
            .get(&id)
            .is_some_and(|&declared| !self.is_within(declared, region))
    }

    /// The number that a choice or a block results in.
    pub(super) fn number_of_choice(&mut self, expr: &Expr) -> Value {
        let name = self.fresh("choice");
        let id = self.temporary(name);
        let adjoint = self.adjoint_name(id);
        self.declare_adjoint(&adjoint, Self::zero());
        let name = self.variables[id].name.clone();
        self.forward.push(Forward::Tokens(quote!(let #name;)));
        let outer = std::mem::take(&mut self.back);
        let done = std::mem::take(&mut self.done);
        self.choice(expr, Some(&Target::Number(id)));
        self.end_statement();
        let back = self.steps_back();
        self.back = outer;
        self.done = done;
        let Some(&version) = self.current.get(&id) else {
            return nothing();
        };
        Value::Result {
            version,
            adjoint,
            back,
        }
    }

    /// What a choice without derivative results in.
    pub(super) fn plain_choice(&mut self, expr: &Expr) -> Plain {
        let name = self.fresh("choice");
        self.forward.push(Forward::Tokens(quote!(let #name;)));
        self.choice(expr, Some(&Target::PlainName(name.clone())));
        let version = self.add_named(name.clone(), Definition::Opaque, false);
        Plain {
            forward: quote!(#name),
            back: quote!(#name),
            needs: vec![version],
            is_repeatable: true,
        }
    }

    /// An active number that has no name in the source.
    pub(super) fn temporary(&mut self, name: Ident) -> VariableId {
        let _ = Span::mixed_site();
        let id = self.add_temporary(name);
        self.bind(id, Binding::Number);
        id
    }
}

pub(super) fn binds(condition: &Expr) -> bool {
    match &condition.kind {
        ExprKind::Let(..) => true,
        ExprKind::Infix(_, a, b) => binds(a) || binds(b),
        _ => false,
    }
}
