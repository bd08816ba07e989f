//! A `let` that only the arithmetic right after it uses needs no handle. In `let v = a * x; x += h * v; y += v;` only
//! the two assignments see `v`.
//!
//! Between the `let` and its last use nothing may run but arithmetic on variables, so that nothing is dropped. Nothing
//! else may see the name, so the expansion writes one of its own.

use proc_macro2::Ident;

use super::names::{is_same, mentions};
use super::units::{Last, Unit};
use super::{Block, Expr, ExprKind, Let, Pattern, Statement, StatementKind};
use crate::operators::Assignment;

impl Block {
    /// Finds such `let`s, and what is recorded while they have no handle.
    pub(super) fn find_intermediates(&self, units: &mut [Unit<'_>]) {
        for first in 0..units.len() {
            let Some((name, last)) = self.last_use(units, first) else {
                continue;
            };
            units[first].is_intermediate = true;
            for unit in &mut units[first + 1..=last] {
                unit.intermediates.push(name);
            }
        }
    }

    /// Where the name of a unit stands last, if nothing but arithmetic runs up to there and the name stands nowhere else.
    fn last_use<'e>(&self, units: &[Unit<'e>], index: usize) -> Option<(&'e Ident, usize)> {
        let (name, end) = units[index].name()?;
        let mut left = mentions(self.tokens[end..].iter().cloned(), &name.to_string());
        for (index, unit) in units.iter().enumerate().skip(index + 1) {
            if left == 0 || !unit.is_closed() {
                return None;
            }
            left = left.checked_sub(unit.uses(name))?;
            if left == 0 {
                return Some((name, index));
            }
        }
        None
    }
}

impl<'e> Unit<'e> {
    /// The name that it binds to arithmetic, and where its statement ends.
    fn name(&self) -> Option<(&'e Ident, usize)> {
        let Last::Statement(statement) = self.last else {
            return None;
        };
        let StatementKind::Let(Let {
            pattern:
                Pattern::Name {
                    mutability: None,
                    name,
                },
            ..
        }) = &statement.kind
        else {
            return None;
        };
        (self.is_closed() && self.value()?.has_operators()).then_some((name, statement.tokens.end))
    }

    /// What it computes.
    fn value(&self) -> Option<&'e Expr> {
        match self.last {
            Last::Value(value) => Some(value),
            Last::Statement(statement) => match &statement.kind {
                StatementKind::Let(binding) => binding.value.as_ref(),
                StatementKind::Assign(assign) => Some(&assign.value),
                StatementKind::Expression { .. } | StatementKind::Plain(_) => None,
            },
        }
    }

    fn values(&self) -> impl Iterator<Item = &'e Expr> {
        let temporaries = self.temporaries.iter().map(|temporary| temporary.value);
        temporaries.chain(self.value())
    }

    /// How often a variable stands in its arithmetic.
    fn uses(&self, name: &Ident) -> usize {
        if self.binds_a_copy() {
            return 0;
        }
        self.values().map(|value| value.uses(name)).sum()
    }

    /// Whether it computes nothing.
    fn binds_a_copy(&self) -> bool {
        let is_assignment = matches!(
            self.last,
            Last::Statement(Statement {
                kind: StatementKind::Assign(_),
                ..
            })
        );
        !is_assignment && self.value().is_none_or(|value| !value.has_operators())
    }

    /// Whether it is arithmetic on variables alone, that drops nothing.
    fn is_closed(&self) -> bool {
        let drops_nothing = match self.last {
            Last::Value(_) => true,
            Last::Statement(statement) if !statement.attributes.is_empty() => false,
            Last::Statement(statement) => match &statement.kind {
                StatementKind::Let(Let {
                    pattern: Pattern::Name { name, .. },
                    ty: None,
                    otherwise,
                    ..
                }) => name != "_" && otherwise.is_none(),
                StatementKind::Assign(assign) => {
                    let target = assign.target.variable();
                    matches!(assign.operation, Assignment::Update(_))
                        && target.is_some_and(|target| !assign.value.is_variable(&target))
                }
                StatementKind::Let(_)
                | StatementKind::Expression { .. }
                | StatementKind::Plain(_) => false,
            },
        };
        drops_nothing && self.value().is_some() && self.values().all(Expr::is_closed)
    }
}

impl Expr {
    fn is_variable(&self, name: &Ident) -> bool {
        let variable = self.bare().variable();
        variable.is_some_and(|variable| is_same(&variable, name))
    }

    /// Whether it is one statement of arithmetic on variables alone, or a variable.
    fn is_closed(&self) -> bool {
        let mut is_closed = self.is_one_statement();
        self.each_operand(&mut |operand, stands_alone| {
            is_closed &= stands_alone && matches!(operand.kind, ExprKind::Path(_));
        });
        is_closed
    }
}
