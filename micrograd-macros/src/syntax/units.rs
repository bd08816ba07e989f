//! A `let` whose name only the arithmetic right after it uses becomes a part of that statement. In
//! `let d = x - y; sum += d * d;` only the sum sees `d`.

use proc_macro2::Ident;
use std::collections::HashSet;

use super::limits::{MOST_OPERANDS, MOST_STEPS, MOST_STEPS_OF_UNIT};
use super::names::{is_same, mentions};
use super::{Annotation, AnnotationKind, Block, Expr, Let, Pattern, Statement, StatementKind};
use crate::operators::Assignment;

/// A statement, or the value of a block, with the `let`s before it that belong into it.
pub(crate) struct Unit<'e> {
    pub(crate) temporaries: Vec<Temporary<'e>>,
    pub(crate) last: Last<'e>,
    /// Whether it is a `let` that needs no handle.
    pub(crate) is_intermediate: bool,
    /// The names without handles that are used by it or later.
    pub(crate) intermediates: Vec<&'e Ident>,
}

/// A `let` that belongs into a later statement.
#[derive(Clone, Copy)]
pub(crate) struct Temporary<'e> {
    pub(crate) name: &'e Ident,
    pub(crate) value: &'e Expr,
}

/// What a unit ends with.
#[derive(Clone, Copy)]
pub(crate) enum Last<'e> {
    Statement(&'e Statement),
    Value(&'e Expr),
}

impl Last<'_> {
    /// Its arithmetic, into which other statements can be taken.
    fn arithmetic(&self) -> Option<&Expr> {
        let expr = match self {
            Last::Statement(statement) => statement.arithmetic()?,
            Last::Value(value) if value.has_operators() => value,
            Last::Value(_) => return None,
        };
        expr.is_one_statement().then_some(expr)
    }
}

impl Block {
    /// A value alone.
    pub(crate) fn of_value(value: Expr) -> Self {
        Block {
            statements: Vec::new(),
            value: Some(Box::new(value)),
            tokens: Vec::new(),
        }
    }

    /// What it consists of, if its names are not seen outside.
    pub(crate) fn units(&self) -> Vec<Unit<'_>> {
        let mut units = Vec::new();
        let mut end = self.statements.len();
        if let Some(value) = &self.value {
            units.push(self.unit(end, Last::Value(value)));
            end -= units[0].temporaries.len();
        }
        while let Some(last) = end.checked_sub(1) {
            let unit = self.unit(last, Last::Statement(&self.statements[last]));
            end = last - unit.temporaries.len();
            units.push(unit);
        }
        units.reverse();
        self.find_intermediates(&mut units);
        units
    }

    /// The unit that ends with `last`, after so many statements.
    fn unit<'e>(&'e self, before: usize, last: Last<'e>) -> Unit<'e> {
        let mut temporaries = Vec::new();
        if let Some(arithmetic) = last.arithmetic() {
            let mut taken_in = vec![arithmetic];
            for statement in self.statements[..before].iter().rev() {
                let Some(temporary) = statement.temporary() else {
                    break;
                };
                let Temporary { name, value } = temporary;
                let uses: usize = taken_in.iter().map(|expr| expr.uses(name)).sum();
                let after = self.tokens[statement.tokens.end..].iter().cloned();
                taken_in.push(value);
                if uses == 0 || uses != mentions(after, &name.to_string()) || !is_small(&taken_in) {
                    break;
                }
                temporaries.push(temporary);
            }
        }
        temporaries.reverse();
        Unit {
            temporaries,
            last,
            is_intermediate: false,
            intermediates: Vec::new(),
        }
    }
}

/// Whether one statement has room for all that.
fn is_small(taken_in: &[&Expr]) -> bool {
    let steps: usize = taken_in.iter().map(|expr| expr.steps()).sum();
    let mut operands = 0;
    let mut known = HashSet::new();
    for expr in taken_in {
        expr.each_operand(&mut |operand, stands_alone| {
            let key = operand.key().filter(|_| stands_alone);
            operands += usize::from(key.is_none_or(|key| known.insert(key)));
        });
    }
    steps <= MOST_STEPS_OF_UNIT && operands <= MOST_OPERANDS
}

impl Statement {
    /// The arithmetic at its end, with which it can record what comes before.
    fn arithmetic(&self) -> Option<&Expr> {
        if !self.attributes.is_empty() {
            return None;
        }
        match &self.kind {
            StatementKind::Let(Let { ty, value, .. }) => {
                let value = value.as_ref()?;
                (records_its_own(ty.as_ref()) && value.has_operators()).then_some(value)
            }
            StatementKind::Assign(assign) => {
                let value = &assign.value;
                let is_arithmetic = match assign.operation {
                    Assignment::Replace => value.has_operators(),
                    Assignment::Update(_) => value.makes_a_number() || value.variable().is_some(),
                    Assignment::Xor | Assignment::NoGradient => false,
                };
                (is_arithmetic && !assign.target.may_record()).then_some(value)
            }
            StatementKind::Expression { .. } | StatementKind::Plain(_) => None,
        }
    }

    /// What it binds, if another statement could take it in.
    fn temporary(&self) -> Option<Temporary<'_>> {
        let StatementKind::Let(Let {
            pattern:
                Pattern::Name {
                    mutability: None,
                    name,
                },
            ty: None,
            value: Some(value),
            otherwise,
            ..
        }) = &self.kind
        else {
            return None;
        };
        let can_be_taken_in = self.attributes.is_empty()
            && otherwise.is_none()
            && value.makes_a_number()
            && value.is_one_statement();
        can_be_taken_in.then_some(Temporary { name, value })
    }
}

/// Whether arithmetic beside this type is recorded as it is.
fn records_its_own(ty: Option<&Annotation>) -> bool {
    match ty.map(|ty| ty.kind) {
        None | Some(AnnotationKind::Named | AnnotationKind::Other) => true,
        Some(AnnotationKind::RustNumber | AnnotationKind::AsWritten) => false,
    }
}

impl Expr {
    /// Whether it is recorded at once, without anything that runs between.
    pub(super) fn is_one_statement(&self) -> bool {
        self.steps() <= MOST_STEPS && !self.may_record()
    }

    /// Whether it is a number or a value wherever it is an operand of arithmetic.
    fn makes_a_number(&self) -> bool {
        self.has_operators() || self.function_of_place().is_some()
    }

    /// How often a variable stands in its arithmetic.
    pub(super) fn uses(&self, name: &Ident) -> usize {
        let mut uses = 0;
        self.each_operand(&mut |operand, _| {
            let variable = operand.variable();
            uses += usize::from(variable.is_some_and(|variable| is_same(&variable, name)));
        });
        uses
    }

    /// Visits what its operators and functions are applied to, but for numbers; and tells if it stands there without
    /// being a method's receiver.
    pub(super) fn each_operand(&self, visit: &mut impl FnMut(&Expr, bool)) {
        let bare = self.bare();
        if bare.number().is_some() {
            return;
        }
        if let Some(function) = bare.function() {
            return function.operand.each_operand(visit);
        }
        if let Some(function) = bare.function_of_place() {
            return visit(function.place.bare(), false);
        }
        match bare.operands() {
            Some(operands) => operands.into_iter().for_each(|x| x.each_operand(visit)),
            None => visit(bare, true),
        }
    }
}
