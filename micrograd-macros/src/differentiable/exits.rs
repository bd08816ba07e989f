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
    if let Some(span) = exit_in_block(&body) {
        remover.refusals.push(Refusal::ExitInValue.at(span));
    }
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
                    let end = self.function(Block {
                        statements: Vec::new(),
                        value: value.map(Box::new),
                    });
                    return after(done, end);
                }
                kind if stores_choice_with_exit(&kind) => {
                    let rest = Block {
                        statements: rest.collect(),
                        value,
                    };
                    let rest = without_exit_in_value(span, kind, rest);
                    return after(done, self.function(rest));
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
                        condition: self.inside(condition),
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
                        if rest.as_slice().is_empty() && value.is_none() {
                            // Who comes here has returned.
                            return Block {
                                statements: done,
                                value: Some(Box::new(variable(span, result))),
                            };
                        }
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
                    condition: self.inside(condition),
                    then: self.function(then),
                    otherwise: otherwise.map(|otherwise| self.function(otherwise)),
                },
                ExprKind::Block(block) => ExprKind::Block(self.function(block)),
                ExprKind::Match { value, arms } => ExprKind::Match {
                    value: self.inside(value),
                    arms: arms
                        .into_iter()
                        .map(|mut arm| {
                            arm.body = self.function(arm.body);
                            arm
                        })
                        .collect(),
                },
                kind => return self.inside(Box::new(Expr::new(span, kind))),
            };
            Box::new(Expr::new(span, kind))
        });
        Block {
            statements: done,
            value,
        }
    }

    /// Loops inside of an expression have exits of their own.
    #[expect(clippy::unnecessary_box_returns)] // That is how the tree holds it.
    fn inside(&mut self, mut expr: Box<Expr>) -> Box<Expr> {
        expr.for_each_block_mut(&mut |block| {
            let exits = block.statements.iter().any(may_exit)
                || block.value.as_ref().is_some_and(|value| has_exit(value));
            if !exits {
                let inner = std::mem::replace(block, empty());
                *block = self.block(inner, false);
            }
        });
        expr
    }

    /// A block inside of a loop, or one without a value.
    /// `is_last` where nothing of the run is left after it: there an exit needs no flag that skips the rest.
    fn block(&mut self, block: Block, is_last: bool) -> Block {
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
                kind if stores_choice_with_exit(&kind) => {
                    let rest = Block {
                        statements: rest.collect(),
                        value,
                    };
                    let rest = as_statements(without_exit_in_value(span, kind, rest));
                    return after(done, self.block(rest, is_last));
                }
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
                        condition: self.inside(condition),
                        then: self.block(then, is_last),
                        otherwise: Some(self.block(otherwise, is_last)),
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
                    done.extend(self.exit(&statement.kind, span, is_last));
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
                        then: self.block(rest, is_last),
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
            value: value.map(|value| self.inside(value)),
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
                let sequence = sequence.map_expressions(&mut |expr| *self.inside(Box::new(expr)));
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
                let condition = condition.map(|condition| *self.inside(Box::new(condition)));
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
            StatementKind::Let {
                pattern,
                value,
                otherwise,
            } => {
                let value = value.map(|value| *self.inside(Box::new(value)));
                let kind = StatementKind::Let {
                    pattern,
                    value,
                    otherwise,
                };
                vec![Statement { span, kind }]
            }
            StatementKind::Assign {
                target,
                operator,
                value,
            } => {
                let [target, value] = [target, value].map(|expr| *self.inside(Box::new(expr)));
                let kind = StatementKind::Assign {
                    target,
                    operator,
                    value,
                };
                vec![Statement { span, kind }]
            }
            kind @ StatementKind::Item(_) => vec![Statement { span, kind }],
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
                condition: self.inside(condition),
                then: self.block(as_statements(then), false),
                otherwise: otherwise.map(|block| self.block(as_statements(block), false)),
            },
            ExprKind::Match { value, arms } => ExprKind::Match {
                value: self.inside(value),
                arms: arms
                    .into_iter()
                    .map(|mut arm| {
                        arm.body = self.block(as_statements(arm.body), false);
                        arm
                    })
                    .collect(),
            },
            ExprKind::Block(block) => ExprKind::Block(self.block(as_statements(block), false)),
            kind => return *self.inside(Box::new(Expr::new(span, kind))),
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
        let mut body = self.block(as_statements(body), true);
        let exits = self.loops.pop().expect("it was pushed");
        if let Some(skip) = exits.skip {
            body.statements
                .insert(0, declare(span, skip, quote!(false)));
        }
        let before = exits.stop.map(|stop| declare(span, stop, quote!(false)));
        (before.into_iter().collect(), body, exits.stop)
    }
}

fn empty() -> Block {
    Block {
        statements: Vec::new(),
        value: None,
    }
}

fn after(mut statements: Vec<Statement>, rest: Block) -> Block {
    statements.extend(rest.statements);
    Block {
        statements,
        value: rest.value,
    }
}

/// `let x = choice;` or `x = choice;` where a branch exits in the place of a value.
fn stores_choice_with_exit(kind: &StatementKind) -> bool {
    match kind {
        StatementKind::Let {
            value: Some(value), ..
        }
        | StatementKind::Assign { value, .. } => is_choice(value) && has_exit(value),
        _ => false,
    }
}

/// The same with the exits in statements: what follows moves into the only branch that does not exit. If there are
/// several, each assigns its value.
fn without_exit_in_value(span: Span, kind: StatementKind, rest: Block) -> Block {
    let stored = |expr: Expr, store: &dyn Fn(Expr) -> StatementKind| Statement {
        span: expr.span,
        kind: store(expr),
    };
    let (choice, store, before): (Expr, Box<dyn Fn(Expr) -> StatementKind>, _) = match kind {
        StatementKind::Let {
            pattern,
            value: Some(choice),
            otherwise,
        } => {
            if open_ends(&choice) <= 1 {
                let store = move |value| StatementKind::Let {
                    pattern: pattern.clone(),
                    value: Some(value),
                    otherwise: otherwise.clone(),
                };
                (choice, Box::new(store), Vec::new())
            } else {
                let Some(target) = target_of(span, &pattern) else {
                    let value = Some(choice);
                    let kind = StatementKind::Let {
                        pattern,
                        value,
                        otherwise,
                    };
                    return after(vec![Statement { span, kind }], rest);
                };
                let names = pattern.variables().into_iter().map(|id| Statement {
                    span,
                    kind: StatementKind::Let {
                        pattern: Pattern::Name(id),
                        value: None,
                        otherwise: None,
                    },
                });
                let store = move |value| StatementKind::Assign {
                    target: target.clone(),
                    operator: None,
                    value,
                };
                (choice, Box::new(store), names.collect())
            }
        }
        StatementKind::Assign {
            target,
            operator,
            value,
        } => {
            let store = move |value| StatementKind::Assign {
                target: target.clone(),
                operator,
                value,
            };
            (value, Box::new(store), Vec::new())
        }
        kind => return after(vec![Statement { span, kind }], rest),
    };
    if open_ends(&choice) > 1 {
        let choice = with_ends(choice, &mut |value| Block {
            statements: vec![stored(value, &*store)],
            value: None,
        });
        let mut statements = before;
        statements.push(Statement {
            span,
            kind: StatementKind::Expression(choice),
        });
        return after(statements, rest);
    }
    let mut rest = Some(rest);
    let choice = with_ends(choice, &mut |value| {
        after(
            vec![stored(value, &*store)],
            rest.take().unwrap_or_else(empty),
        )
    });
    Block {
        statements: Vec::new(),
        value: Some(Box::new(choice)),
    }
}

/// What is assigned to instead of a `let` with this pattern.
fn target_of(span: Span, pattern: &Pattern) -> Option<Expr> {
    match pattern {
        Pattern::Name(id) => Some(variable(span, *id)),
        Pattern::Tuple(parts) => {
            let parts: Option<Vec<Expr>> = parts.iter().map(|part| target_of(span, part)).collect();
            Some(Expr::new(span, ExprKind::Tuple(parts?)))
        }
        _ => None,
    }
}

/// How many branches do not end in an exit.
fn open_ends(choice: &Expr) -> usize {
    let of_block = |block: &Block| match (&block.value, block.statements.last()) {
        (Some(value), _) if is_choice(value) => open_ends(value),
        (None, Some(last)) => match &last.kind {
            StatementKind::Return(_) | StatementKind::Break(_) | StatementKind::Continue(_) => 0,
            StatementKind::Expression(last) if is_choice(last) => open_ends(last),
            _ => 1,
        },
        _ => 1,
    };
    match &choice.kind {
        ExprKind::If {
            then, otherwise, ..
        } => of_block(then) + otherwise.as_ref().map_or(1, of_block),
        ExprKind::Match { arms, .. } => arms.iter().map(|arm| of_block(&arm.body)).sum(),
        ExprKind::Block(block) => of_block(block),
        _ => 1,
    }
}

/// A choice whose values go on in what `end` makes of them.
fn with_ends(choice: Expr, end: &mut dyn FnMut(Expr) -> Block) -> Expr {
    let mut choice = choice;
    choice.for_each_branch_mut(&mut |block| {
        let Some(value) = block.value.take() else {
            return;
        };
        if is_choice(&value) {
            block.value = Some(Box::new(with_ends(*value, end)));
        } else {
            let statements = std::mem::take(&mut block.statements);
            *block = after(statements, end(*value));
        }
    });
    choice
}

fn is_choice(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Block(_)
    )
}

/// An exit that is left in a block.
fn exit_in_block(block: &Block) -> Option<Span> {
    let mut found = None;
    let mut is_exit = |statement: &Statement, _| {
        let is_exit = matches!(
            statement.kind,
            StatementKind::Return(_) | StatementKind::Break(_) | StatementKind::Continue(_)
        );
        if is_exit {
            found = Some(statement.span);
        }
        is_exit
    };
    let _ = block_contains(block, &mut is_exit, 0);
    found
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
        &mut |statement, _| matches!(statement.kind, StatementKind::Return(_)),
        0,
    )
}

/// Whether what comes after a statement in its block may have to be left out.
fn may_exit(statement: &Statement) -> bool {
    contains(statement, &mut leaves, 0)
}

/// The same of an expression.
fn has_exit(expr: &Expr) -> bool {
    expr_contains(expr, &mut leaves, 0)
}

fn leaves(statement: &Statement, depth: usize) -> bool {
    match &statement.kind {
        StatementKind::Return(_) => true,
        StatementKind::Break(label) | StatementKind::Continue(label) => {
            depth == 0 || label.is_some()
        }
        _ => false,
    }
}

/// Whether `is_it` holds for a statement in it; `depth` counts the loops around that one.
fn contains(
    statement: &Statement,
    is_it: &mut dyn FnMut(&Statement, usize) -> bool,
    depth: usize,
) -> bool {
    if is_it(statement, depth) {
        return true;
    }
    match &statement.kind {
        StatementKind::For { body, .. } | StatementKind::While { body, .. } => {
            block_contains(body, is_it, depth + 1)
        }
        StatementKind::Expression(expr)
        | StatementKind::Let {
            value: Some(expr), ..
        }
        | StatementKind::Assign { value: expr, .. } => expr_contains(expr, is_it, depth),
        _ => false,
    }
}

fn block_contains(
    block: &Block,
    is_it: &mut dyn FnMut(&Statement, usize) -> bool,
    depth: usize,
) -> bool {
    block.statements.iter().any(|s| contains(s, is_it, depth))
        || block
            .value
            .as_ref()
            .is_some_and(|value| expr_contains(value, is_it, depth))
}

fn expr_contains(
    expr: &Expr,
    is_it: &mut dyn FnMut(&Statement, usize) -> bool,
    depth: usize,
) -> bool {
    let mut block_contains = |block: &Block| block_contains(block, is_it, depth);
    match &expr.kind {
        ExprKind::If {
            then, otherwise, ..
        } => block_contains(then) || otherwise.as_ref().is_some_and(&mut block_contains),
        ExprKind::Match { arms, .. } => arms.iter().any(|arm| block_contains(&arm.body)),
        ExprKind::Block(block) => block_contains(block),
        _ => {
            let mut found = false;
            expr.for_each_child(&mut |child| found |= expr_contains(child, is_it, depth));
            found
        }
    }
}
