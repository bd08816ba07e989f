//! Flags: which there are, and which of them an exit sets.

use super::Remover;
use crate::differentiable::hygiene::quote;
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{
    Expr, ExprKind, Pattern, Statement, StatementKind, Variable, VariableId,
};
use proc_macro2::{Ident, Span};

impl Remover<'_> {
    fn flag(&mut self, name: &str) -> VariableId {
        let id = self.variables.0.len();
        let taken = |name: &str| self.variables.0.iter().any(|v| v.name == name);
        let mut names = std::iter::once(name.to_owned()).chain((2..).map(|n| format!("{name}{n}")));
        let name = names
            .find(|name| !taken(name))
            .expect("there are numbers enough");
        self.variables.0.push(Variable {
            name: Ident::new(&name, Span::mixed_site()),
            mutable: true,
            written_type: None,
            active: false,
        });
        id
    }

    pub(super) fn returned(&mut self) -> (VariableId, VariableId) {
        if let Some(result) = self.result {
            return result;
        }
        let result = (self.flag("returned"), self.flag("early_result"));
        self.result = Some(result);
        result
    }

    /// The flag of the innermost loop, or of the function, that leaves out what comes after.
    pub(super) fn skip_flag(&mut self) -> VariableId {
        match self.loops.len().checked_sub(1) {
            None => self.returned().0,
            Some(innermost) => self.loop_skip_flag(innermost),
        }
    }

    fn loop_skip_flag(&mut self, index: usize) -> VariableId {
        if let Some(skip) = self.loops[index].skip {
            return skip;
        }
        let skip = self.flag("skip");
        self.loops[index].skip = Some(skip);
        skip
    }

    fn stop_flag(&mut self, index: usize) -> VariableId {
        if let Some(stop) = self.loops[index].stop {
            return stop;
        }
        let stop = self.flag("stop");
        self.loops[index].stop = Some(stop);
        stop
    }

    /// The flags that an exit sets. `is_last` where nothing of the run is left.
    pub(super) fn exit(
        &mut self,
        kind: &StatementKind,
        span: Span,
        is_last: bool,
    ) -> Vec<Statement> {
        let mut set = Vec::new();
        let mut statements = Vec::new();
        let outermost = match kind {
            StatementKind::Return(value) => {
                if !self.result_is_number {
                    self.refusals.push(Refusal::ReturnInLoop.at(span));
                }
                let (flag, result) = self.returned();
                if let Some(value) = value {
                    let value = *self.inside(Box::new(value.clone()));
                    statements.push(assign(span, result, value));
                }
                set.push(flag);
                0
            }
            StatementKind::Break(label) | StatementKind::Continue(label) => {
                let found = match label {
                    None => self.loops.len().checked_sub(1),
                    Some(_) => self.loops.iter().rposition(|l| l.label == *label),
                };
                let Some(found) = found else {
                    self.refusals.push(Refusal::UnknownLabel.at(span));
                    return Vec::new();
                };
                found
            }
            _ => return Vec::new(),
        };
        let innermost = self.loops.len().wrapping_sub(1);
        for index in outermost..self.loops.len() {
            let continues = index == outermost && matches!(kind, StatementKind::Continue(_));
            if !continues {
                set.push(self.stop_flag(index));
            }
            if !is_last || index != innermost {
                set.push(self.loop_skip_flag(index));
            }
        }
        let yes = || Expr::new(span, ExprKind::Literal(quote!(true)));
        statements.extend(set.into_iter().map(|flag| assign(span, flag, yes())));
        statements
    }
}

pub(super) fn declare(span: Span, id: VariableId, value: proc_macro2::TokenStream) -> Statement {
    Statement {
        span,
        kind: StatementKind::Let {
            pattern: Pattern::Name(id),
            value: Some(Expr::new(span, ExprKind::Literal(value))),
            otherwise: None,
        },
    }
}

fn assign(span: Span, id: VariableId, value: Expr) -> Statement {
    Statement {
        span,
        kind: StatementKind::Assign {
            target: Expr::variable(span, id),
            operator: None,
            value,
        },
    }
}
