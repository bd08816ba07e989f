//! A `let` that only arithmetic right after it uses needs no handle: in `let v = a * x; x += h * v; y += v;` nobody sees
//! `v` but the two assignments. Between the `let` and its last use nothing may run but arithmetic on variables, so that
//! nothing is dropped, and what is recorded is known to fit.

use proc_macro2::Ident;

use super::names::{is_same, mentions};
use super::units::{Last, Unit};
use super::{Block, Expr, ExprKind, Let, Pattern, Statement, StatementKind};
use crate::operators::Assignment;

impl Block {
    /// For each unit, if it is such a `let`: how many nodes there must be room for, from it to the last use of what is
    /// without a handle meanwhile.
    pub(super) fn rooms_of_unheld(&self, units: &[Unit<'_>]) -> Vec<Option<usize>> {
        let last_uses: Vec<Option<usize>> = (0..units.len())
            .map(|index| self.last_use(units, index))
            .collect();
        let mut rooms = vec![None; units.len()];
        for first in 0..units.len() {
            if last_uses[first].is_none() {
                continue;
            }
            // Whoever begins before another one ends has to leave room for that, too.
            let mut end = first;
            let mut index = first;
            while index <= end {
                end = end.max(last_uses[index].unwrap_or(0));
                index += 1;
            }
            rooms[first] = Some(units[first..=end].iter().map(Unit::most_nodes).sum());
        }
        rooms
    }

    /// Where the name of a unit stands last, if nothing but arithmetic runs up to there and the name stands nowhere else.
    fn last_use(&self, units: &[Unit<'_>], index: usize) -> Option<usize> {
        let (name, end) = units[index].name()?;
        let mut left = mentions(self.tokens[end..].iter().cloned(), &name.to_string());
        for (index, unit) in units.iter().enumerate().skip(index + 1) {
            if left == 0 || !unit.is_closed() {
                return None;
            }
            left = left.checked_sub(unit.uses(name))?;
            if left == 0 {
                return Some(index);
            }
        }
        None
    }
}

impl Unit<'_> {
    /// The name that it binds to arithmetic, and where its statement ends.
    fn name(&self) -> Option<(&Ident, usize)> {
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
    fn value(&self) -> Option<&Expr> {
        match self.last {
            Last::Value(value) => Some(value),
            Last::Statement(statement) => match &statement.kind {
                StatementKind::Let(binding) => binding.value.as_ref(),
                StatementKind::Assign(assign) => Some(&assign.value),
                StatementKind::Expression { .. } | StatementKind::Plain(_) => None,
            },
        }
    }

    fn values(&self) -> impl Iterator<Item = &Expr> {
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

    /// No fewer nodes than it asks for: that is three for what may grow, and no more than 1½ for each operator, the
    /// assignment's included, which may bring an operand, a number and three that it stores.
    fn most_nodes(&self) -> usize {
        let steps: usize = self.values().map(Expr::steps).sum();
        2 * (steps + 1) + 4
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
                }) => name != "_" && otherwise.is_empty(),
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
