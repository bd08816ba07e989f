//! `return`, `break` and `continue` become branches and flags, so that every statement runs to its end.
//!
//! Where a branch ends in an exit, what comes after it moves into the other branch. Elsewhere a flag says that the rest
//! is to be left out.

use super::refusals::{Refusal, Refused};
use super::tree::{
    Block, Expr, ExprKind, Pattern, Statement, StatementKind, Variable, VariableId, Variables,
};
use crate::differentiable::hygiene::quote;
use proc_macro2::{Ident, Span};

/// Removes the exits of a function's body.
pub(super) fn remove_exits(
    variables: &mut Variables,
    refusals: &mut Vec<Refused>,
    body: Block,
    result_is_number: bool,
) -> Block {
    let mut remover = Remover {
        variables,
        refusals,
        loops: Vec::new(),
        result: None,
        result_is_number,
    };
    let mut body = remover.function(body);
    if let Some((flag, result)) = remover.result {
        let span = Span::call_site();
        body.statements
            .insert(0, declare(span, flag, quote!(false)));
        body.statements
            .insert(1, declare(span, result, quote!(0.0)));
    }
    body
}

struct Remover<'a> {
    variables: &'a mut Variables,
    refusals: &'a mut Vec<Refused>,
    loops: Vec<LoopExits>,
    /// Whether the function has returned, and what.
    result: Option<(VariableId, VariableId)>,
    result_is_number: bool,
}

struct LoopExits {
    label: Option<String>,
    /// Set when the rest of a run is to be left out.
    skip: Option<VariableId>,
    /// Set when no further run is to come.
    stop: Option<VariableId>,
}

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

    fn returned(&mut self) -> (VariableId, VariableId) {
        if let Some(result) = self.result {
            return result;
        }
        let result = (self.flag("returned"), self.flag("early_result"));
        self.result = Some(result);
        result
    }

    /// A block at the level of the function, outside of all loops: its value is the function's.
    #[expect(clippy::too_many_lines)] // An arm for each kind.
    fn function(&mut self, block: Block) -> Block {
        let Block { statements, value } = block;
        let mut done = Vec::new();
        let mut rest = statements.into_iter();
        while let Some(statement) = rest.next() {
            let span = statement.span;
            match statement.kind {
                StatementKind::Return(value) => {
                    return Block {
                        statements: done,
                        value: value.map(Box::new),
                    };
                }
                StatementKind::Expression(Expr {
                    kind:
                        ExprKind::If {
                            condition,
                            then,
                            otherwise,
                        },
                    ..
                }) if ends_in_return(&then) || otherwise.as_ref().is_some_and(ends_in_return) => {
                    let rest = Block {
                        statements: rest.collect(),
                        value,
                    };
                    let otherwise = otherwise.unwrap_or(Block {
                        statements: Vec::new(),
                        value: None,
                    });
                    let (then, otherwise) = if ends_in_return(&then) {
                        (then, joined(otherwise, rest))
                    } else {
                        (joined(then, rest), otherwise)
                    };
                    let choice = ExprKind::If {
                        condition,
                        then: self.function(then),
                        otherwise: Some(self.function(otherwise)),
                    };
                    return Block {
                        statements: done,
                        value: Some(Box::new(Expr::new(span, choice))),
                    };
                }
                kind => {
                    let statement = Statement { span, kind };
                    let exits = may_return(&statement);
                    done.extend(self.statement(statement));
                    if exits {
                        let (flag, result) = self.returned();
                        let rest = Block {
                            statements: rest.collect(),
                            value,
                        };
                        let early = Block {
                            statements: Vec::new(),
                            value: Some(Box::new(variable(span, result))),
                        };
                        let choice = ExprKind::If {
                            condition: Box::new(variable(span, flag)),
                            then: early,
                            otherwise: Some(self.function(rest)),
                        };
                        return Block {
                            statements: done,
                            value: Some(Box::new(Expr::new(span, choice))),
                        };
                    }
                }
            }
        }
        let value = value.map(|value| {
            let Expr { span, kind } = *value;
            let kind = match kind {
                ExprKind::If {
                    condition,
                    then,
                    otherwise,
                } => ExprKind::If {
                    condition,
                    then: self.function(then),
                    otherwise: otherwise.map(|otherwise| self.function(otherwise)),
                },
                ExprKind::Block(block) => ExprKind::Block(self.function(block)),
                ExprKind::Match { value, arms } => ExprKind::Match {
                    value,
                    arms: arms
                        .into_iter()
                        .map(|mut arm| {
                            arm.body = self.function(arm.body);
                            arm
                        })
                        .collect(),
                },
                kind => kind,
            };
            Box::new(Expr::new(span, kind))
        });
        Block {
            statements: done,
            value,
        }
    }

    /// A block inside of a loop, or one without a value.
    fn block(&mut self, block: Block) -> Block {
        let Block { statements, value } = block;
        let mut done = Vec::new();
        let mut rest = statements.into_iter();
        while let Some(statement) = rest.next() {
            if !may_exit(&statement) {
                done.extend(self.statement(statement));
                continue;
            }
            let span = statement.span;
            match statement.kind {
                StatementKind::Expression(Expr {
                    kind:
                        ExprKind::If {
                            condition,
                            then,
                            otherwise,
                        },
                    ..
                }) if value.is_none()
                    && (ends_in_exit(&then) || otherwise.as_ref().is_some_and(ends_in_exit)) =>
                {
                    let rest = Block {
                        statements: rest.collect(),
                        value: None,
                    };
                    let otherwise = otherwise.unwrap_or(Block {
                        statements: Vec::new(),
                        value: None,
                    });
                    let (then, otherwise) = if ends_in_exit(&then) {
                        (then, joined(otherwise, rest))
                    } else {
                        (joined(then, rest), otherwise)
                    };
                    let choice = ExprKind::If {
                        condition,
                        then: self.last_block(then),
                        otherwise: Some(self.last_block(otherwise)),
                    };
                    done.push(Statement {
                        span,
                        kind: StatementKind::Expression(Expr::new(span, choice)),
                    });
                    return Block {
                        statements: done,
                        value: None,
                    };
                }
                StatementKind::Break(_) | StatementKind::Continue(_) | StatementKind::Return(_) => {
                    done.extend(self.exit(&statement.kind, span, false));
                    return Block {
                        statements: done,
                        value: None,
                    };
                }
                kind => {
                    let rest = Block {
                        statements: rest.collect(),
                        value,
                    };
                    let skip = self.skip_flag();
                    done.extend(self.statement(Statement { span, kind }));
                    if rest.statements.is_empty() && rest.value.is_none() {
                        return Block {
                            statements: done,
                            value: None,
                        };
                    }
                    if rest.value.is_some() {
                        self.refusals.push(Refusal::ReturnInLoop.at(span));
                    }
                    let condition = ExprKind::Not(Box::new(variable(span, skip)));
                    let choice = ExprKind::If {
                        condition: Box::new(Expr::new(span, condition)),
                        then: self.block(rest),
                        otherwise: None,
                    };
                    done.push(Statement {
                        span,
                        kind: StatementKind::Expression(Expr::new(span, choice)),
                    });
                    return Block {
                        statements: done,
                        value: None,
                    };
                }
            }
        }
        Block {
            statements: done,
            value,
        }
    }

    /// A block after which nothing of the run is left: an exit at its end needs no flag that skips the rest.
    fn last_block(&mut self, mut block: Block) -> Block {
        let last = block.statements.last().map(|s| (s.span, s.kind.clone()));
        match last {
            Some((
                span,
                kind @ (StatementKind::Break(_)
                | StatementKind::Continue(_)
                | StatementKind::Return(_)),
            )) if block.value.is_none() => {
                block.statements.pop();
                let mut block = self.block(block);
                block.statements.extend(self.exit(&kind, span, true));
                block
            }
            _ => self.block(block),
        }
    }

    /// The flag of the innermost loop, or of the function, that leaves out what comes after.
    fn skip_flag(&mut self) -> VariableId {
        match self.loops.last() {
            None => self.returned().0,
            Some(LoopExits {
                skip: Some(skip), ..
            }) => *skip,
            Some(_) => {
                let skip = self.flag("skip");
                let innermost = self.loops.last_mut().expect("there is a loop");
                innermost.skip = Some(skip);
                skip
            }
        }
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
    fn exit(&mut self, kind: &StatementKind, span: Span, is_last: bool) -> Vec<Statement> {
        let mut set = Vec::new();
        let mut statements = Vec::new();
        let outermost = match kind {
            StatementKind::Return(value) => {
                if !self.result_is_number {
                    self.refusals.push(Refusal::ReturnInLoop.at(span));
                }
                let (flag, result) = self.returned();
                if let Some(value) = value {
                    statements.push(assign(span, result, value.clone()));
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
                let skip = if let Some(skip) = self.loops[index].skip {
                    skip
                } else {
                    let skip = self.flag("skip");
                    self.loops[index].skip = Some(skip);
                    skip
                };
                set.push(skip);
            }
        }
        let yes = || Expr::new(span, ExprKind::Literal(quote!(true)));
        statements.extend(set.into_iter().map(|flag| assign(span, flag, yes())));
        statements
    }

    fn statement(&mut self, statement: Statement) -> Vec<Statement> {
        let span = statement.span;
        match statement.kind {
            StatementKind::For {
                label,
                pattern,
                sequence,
                body,
                ..
            } => {
                let (before, body, stop) = self.loop_body(label.clone(), body, span);
                let mut statements = before;
                statements.push(Statement {
                    span,
                    kind: StatementKind::For {
                        label,
                        pattern,
                        sequence,
                        body,
                        stop,
                    },
                });
                statements
            }
            StatementKind::While {
                label,
                condition,
                body,
                ..
            } => {
                let (before, body, stop) = self.loop_body(label.clone(), body, span);
                let mut statements = before;
                statements.push(Statement {
                    span,
                    kind: StatementKind::While {
                        label,
                        condition,
                        body,
                        stop,
                    },
                });
                statements
            }
            StatementKind::Expression(expr) => {
                let kind = StatementKind::Expression(self.branches(expr));
                vec![Statement { span, kind }]
            }
            kind @ (StatementKind::Break(_)
            | StatementKind::Continue(_)
            | StatementKind::Return(_)) => self.exit(&kind, span, false),
            kind => vec![Statement { span, kind }],
        }
    }

    fn branches(&mut self, expr: Expr) -> Expr {
        let Expr { span, kind } = expr;
        let kind = match kind {
            ExprKind::If {
                condition,
                then,
                otherwise,
            } => ExprKind::If {
                condition,
                then: self.block(as_statements(then)),
                otherwise: otherwise.map(|block| self.block(as_statements(block))),
            },
            ExprKind::Match { value, arms } => ExprKind::Match {
                value,
                arms: arms
                    .into_iter()
                    .map(|mut arm| {
                        arm.body = self.block(as_statements(arm.body));
                        arm
                    })
                    .collect(),
            },
            ExprKind::Block(block) => ExprKind::Block(self.block(as_statements(block))),
            kind => kind,
        };
        Expr::new(span, kind)
    }

    fn loop_body(
        &mut self,
        label: Option<String>,
        body: Block,
        span: Span,
    ) -> (Vec<Statement>, Block, Option<VariableId>) {
        self.loops.push(LoopExits {
            label,
            skip: None,
            stop: None,
        });
        let mut body = self.last_block(as_statements(body));
        let exits = self.loops.pop().expect("it was pushed");
        if let Some(skip) = exits.skip {
            body.statements
                .insert(0, declare(span, skip, quote!(false)));
        }
        let before = exits.stop.map(|stop| declare(span, stop, quote!(false)));
        (before.into_iter().collect(), body, exits.stop)
    }
}

fn joined(mut first: Block, rest: Block) -> Block {
    first = as_statements(first);
    first.statements.extend(rest.statements);
    first.value = rest.value;
    first
}

/// A block whose value nobody wants.
fn as_statements(mut block: Block) -> Block {
    if let Some(value) = block.value.take() {
        block.statements.push(Statement {
            span: value.span,
            kind: StatementKind::Expression(*value),
        });
    }
    block
}

fn declare(span: Span, id: VariableId, value: proc_macro2::TokenStream) -> Statement {
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
            target: variable(span, id),
            operator: None,
            value,
        },
    }
}

fn variable(span: Span, id: VariableId) -> Expr {
    Expr::new(span, ExprKind::Variable(id))
}

fn ends_in_return(block: &Block) -> bool {
    match (&block.value, block.statements.last()) {
        (None, Some(last)) => match &last.kind {
            StatementKind::Return(_) => true,
            StatementKind::Expression(expr) => ends_in(expr, &ends_in_return),
            _ => false,
        },
        (Some(value), _) => ends_in(value, &ends_in_return),
        (None, None) => false,
    }
}

fn ends_in_exit(block: &Block) -> bool {
    match (&block.value, block.statements.last()) {
        (None, Some(last)) => matches!(
            last.kind,
            StatementKind::Return(_) | StatementKind::Break(_) | StatementKind::Continue(_)
        ),
        _ => false,
    }
}

fn ends_in(expr: &Expr, end: &dyn Fn(&Block) -> bool) -> bool {
    match &expr.kind {
        ExprKind::If {
            then,
            otherwise: Some(otherwise),
            ..
        } => end(then) && end(otherwise),
        ExprKind::Block(block) => end(block),
        ExprKind::Match { arms, .. } => !arms.is_empty() && arms.iter().all(|arm| end(&arm.body)),
        _ => false,
    }
}

/// Whether a statement may leave the function.
fn may_return(statement: &Statement) -> bool {
    contains(
        statement,
        &mut |kind, _| matches!(kind, StatementKind::Return(_)),
        0,
    )
}

/// Whether what comes after a statement in its block may have to be left out.
fn may_exit(statement: &Statement) -> bool {
    contains(
        statement,
        &mut |kind, depth| match kind {
            StatementKind::Return(_) => true,
            StatementKind::Break(label) | StatementKind::Continue(label) => {
                depth == 0 || label.is_some()
            }
            _ => false,
        },
        0,
    )
}

/// Whether `is_it` holds for a statement in it; `depth` counts the loops around that one.
fn contains(
    statement: &Statement,
    is_it: &mut dyn FnMut(&StatementKind, usize) -> bool,
    depth: usize,
) -> bool {
    if is_it(&statement.kind, depth) {
        return true;
    }
    match &statement.kind {
        StatementKind::For { body, .. } | StatementKind::While { body, .. } => body
            .statements
            .iter()
            .any(|s| contains(s, is_it, depth + 1)),
        StatementKind::Expression(expr) => expr_contains(expr, is_it, depth),
        _ => false,
    }
}

fn expr_contains(
    expr: &Expr,
    is_it: &mut dyn FnMut(&StatementKind, usize) -> bool,
    depth: usize,
) -> bool {
    let mut block_contains = |block: &Block| {
        block.statements.iter().any(|s| contains(s, is_it, depth))
            || block
                .value
                .as_ref()
                .is_some_and(|value| expr_contains(value, is_it, depth))
    };
    match &expr.kind {
        ExprKind::If {
            then, otherwise, ..
        } => block_contains(then) || otherwise.as_ref().is_some_and(&mut block_contains),
        ExprKind::Match { arms, .. } => arms.iter().any(|arm| block_contains(&arm.body)),
        ExprKind::Block(block) => block_contains(block),
        _ => false,
    }
}
