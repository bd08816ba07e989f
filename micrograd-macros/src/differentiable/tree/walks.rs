//! Walks over the tree: variables, expressions, statements and blocks in it.

use super::{Block, Expr, ExprKind, Statement, StatementKind, VariableId};

/// What a walk comes by.
pub(in crate::differentiable) enum Node<'a> {
    Statement(&'a Statement),
    Expr(&'a Expr),
}

impl Expr {
    /// Calls `visit` with it, and with each statement and expression in it, at any depth: once, in the order of the source.
    fn walk<'a>(&'a self, visit: &mut dyn FnMut(Node<'a>)) {
        visit(Node::Expr(self));
        match &self.kind {
            ExprKind::If {
                condition,
                then,
                otherwise,
            } => {
                condition.walk(visit);
                for block in std::iter::once(then).chain(otherwise) {
                    block.walk(visit);
                }
            }
            ExprKind::Match { value, arms } => {
                value.walk(visit);
                for arm in arms {
                    if let Some(guard) = &arm.guard {
                        guard.walk(visit);
                    }
                    arm.body.walk(visit);
                }
            }
            ExprKind::Block(block) => block.walk(visit),
            _ => self.for_each_child(&mut |child| child.walk(visit)),
        }
    }

    /// Calls `visit` with each variable that stands in it, blocks left out.
    pub(in crate::differentiable) fn visit_variables(&self, visit: &mut dyn FnMut(VariableId)) {
        match &self.kind {
            ExprKind::Variable(id) => visit(*id),
            ExprKind::Other(_, mentioned) => mentioned.iter().copied().for_each(visit),
            _ => self.for_each_child(&mut |child| child.visit_variables(visit)),
        }
    }

    /// Calls `visit` with each expression right inside of it, and with those of blocks that stand for values.
    pub(in crate::differentiable) fn for_each_child<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        match &self.kind {
            ExprKind::Literal(_)
            | ExprKind::Variable(_)
            | ExprKind::Path(_)
            | ExprKind::Other(..) => {}
            ExprKind::Index(a, b)
            | ExprKind::Arithmetic(_, a, b)
            | ExprKind::Power(a, b)
            | ExprKind::Infix(_, a, b)
            | ExprKind::Repeat {
                element: a,
                count: b,
                ..
            } => {
                visit(a);
                visit(b);
            }
            ExprKind::Range(from, _, to) => {
                from.iter().chain(to).for_each(|end| visit(end));
            }
            ExprKind::Field(of, _)
            | ExprKind::Dereference(of)
            | ExprKind::Reference { of, .. }
            | ExprKind::Negative(of)
            | ExprKind::Not(of)
            | ExprKind::Cast(of, _)
            | ExprKind::Let(_, of) => visit(of),
            ExprKind::Method {
                receiver,
                arguments,
                ..
            } => {
                visit(receiver);
                arguments.iter().for_each(visit);
            }
            ExprKind::Call { arguments, .. }
            | ExprKind::Tuple(arguments)
            | ExprKind::List {
                elements: arguments,
                ..
            } => arguments.iter().for_each(visit),
            ExprKind::If {
                condition,
                then,
                otherwise,
            } => {
                visit(condition);
                for block in std::iter::once(then).chain(otherwise) {
                    block.for_each_expression(visit);
                }
            }
            ExprKind::Match { value, arms } => {
                visit(value);
                for arm in arms {
                    arm.guard.iter().for_each(&mut *visit);
                    arm.body.for_each_expression(visit);
                }
            }
            ExprKind::Block(block) => block.for_each_expression(visit),
        }
    }

    fn for_each_statement(&self, visit: &mut dyn FnMut(&Statement)) {
        match &self.kind {
            ExprKind::If {
                then, otherwise, ..
            } => {
                for block in std::iter::once(then).chain(otherwise) {
                    block.for_each_statement(visit);
                }
            }
            ExprKind::Match { arms, .. } => {
                for arm in arms {
                    arm.body.for_each_statement(visit);
                }
            }
            ExprKind::Block(block) => block.for_each_statement(visit),
            _ => {}
        }
    }

    /// Calls `visit` with each block that stands in it, those inside of blocks left out.
    pub(in crate::differentiable) fn for_each_block_mut(
        &mut self,
        visit: &mut dyn FnMut(&mut Block),
    ) {
        match &mut self.kind {
            ExprKind::Literal(_)
            | ExprKind::Variable(_)
            | ExprKind::Path(_)
            | ExprKind::Other(..) => {}
            ExprKind::Index(a, b)
            | ExprKind::Arithmetic(_, a, b)
            | ExprKind::Power(a, b)
            | ExprKind::Infix(_, a, b)
            | ExprKind::Repeat {
                element: a,
                count: b,
                ..
            } => {
                a.for_each_block_mut(visit);
                b.for_each_block_mut(visit);
            }
            ExprKind::Range(from, _, to) => {
                for end in from.iter_mut().chain(to) {
                    end.for_each_block_mut(visit);
                }
            }
            ExprKind::Field(of, _)
            | ExprKind::Dereference(of)
            | ExprKind::Reference { of, .. }
            | ExprKind::Negative(of)
            | ExprKind::Not(of)
            | ExprKind::Cast(of, _)
            | ExprKind::Let(_, of) => of.for_each_block_mut(visit),
            ExprKind::Method {
                receiver,
                arguments,
                ..
            } => {
                receiver.for_each_block_mut(visit);
                for argument in arguments {
                    argument.for_each_block_mut(visit);
                }
            }
            ExprKind::Call { arguments, .. }
            | ExprKind::Tuple(arguments)
            | ExprKind::List {
                elements: arguments,
                ..
            } => {
                for argument in arguments {
                    argument.for_each_block_mut(visit);
                }
            }
            ExprKind::If { condition, .. } => {
                condition.for_each_block_mut(visit);
                self.for_each_branch_mut(visit);
            }
            ExprKind::Match { value, arms } => {
                value.for_each_block_mut(visit);
                for guard in arms.iter_mut().filter_map(|arm| arm.guard.as_mut()) {
                    guard.for_each_block_mut(visit);
                }
                self.for_each_branch_mut(visit);
            }
            ExprKind::Block(block) => visit(block),
        }
    }

    /// Calls `visit` with each block of a choice.
    pub(in crate::differentiable) fn for_each_branch_mut(
        &mut self,
        visit: &mut dyn FnMut(&mut Block),
    ) {
        match &mut self.kind {
            ExprKind::If {
                then, otherwise, ..
            } => std::iter::once(then).chain(otherwise).for_each(visit),
            ExprKind::Match { arms, .. } => {
                arms.iter_mut().map(|arm| &mut arm.body).for_each(visit);
            }
            ExprKind::Block(block) => visit(block),
            _ => {}
        }
    }
}

impl Block {
    /// Calls `visit` with each statement and expression in it, at any depth: once, in the order of the source.
    pub(in crate::differentiable) fn walk<'a>(&'a self, visit: &mut dyn FnMut(Node<'a>)) {
        for statement in &self.statements {
            visit(Node::Statement(statement));
            match &statement.kind {
                StatementKind::Let { value, .. } | StatementKind::Return(value) => {
                    if let Some(value) = value {
                        value.walk(visit);
                    }
                }
                StatementKind::Assign { target, value, .. } => {
                    target.walk(visit);
                    value.walk(visit);
                }
                StatementKind::For { sequence, body, .. } => {
                    sequence.for_each_expression(&mut |expr| expr.walk(visit));
                    body.walk(visit);
                }
                StatementKind::While {
                    condition, body, ..
                } => {
                    if let Some(condition) = condition {
                        condition.walk(visit);
                    }
                    body.walk(visit);
                }
                StatementKind::Expression(expr) => expr.walk(visit),
                StatementKind::Break(_) | StatementKind::Continue(_) | StatementKind::Item(_) => {}
            }
        }
        if let Some(value) = &self.value {
            value.walk(visit);
        }
    }

    /// Calls `visit` with each statement in it, also those inside of others.
    pub(in crate::differentiable) fn for_each_statement(&self, visit: &mut dyn FnMut(&Statement)) {
        for statement in &self.statements {
            visit(statement);
            match &statement.kind {
                StatementKind::For { body, .. } | StatementKind::While { body, .. } => {
                    body.for_each_statement(visit);
                }
                StatementKind::Let {
                    value: Some(expr), ..
                }
                | StatementKind::Assign { value: expr, .. }
                | StatementKind::Expression(expr) => expr.for_each_statement(visit),
                _ => {}
            }
        }
        if let Some(value) = &self.value {
            value.for_each_statement(visit);
        }
    }

    /// Calls `visit` with each expression of its statements and its value.
    pub(in crate::differentiable) fn for_each_expression<'a>(
        &'a self,
        visit: &mut dyn FnMut(&'a Expr),
    ) {
        for statement in &self.statements {
            match &statement.kind {
                StatementKind::Let { value, .. } | StatementKind::Return(value) => {
                    value.iter().for_each(&mut *visit);
                }
                StatementKind::Assign { target, value, .. } => {
                    visit(target);
                    visit(value);
                }
                StatementKind::For { sequence, body, .. } => {
                    sequence.for_each_expression(visit);
                    body.for_each_expression(visit);
                }
                StatementKind::While {
                    condition, body, ..
                } => {
                    condition.iter().for_each(&mut *visit);
                    body.for_each_expression(visit);
                }
                StatementKind::Expression(expr) => visit(expr),
                StatementKind::Break(_) | StatementKind::Continue(_) | StatementKind::Item(_) => {}
            }
        }
        self.value.iter().for_each(|value| visit(value));
    }
}
