//! A function as the differentiator sees it: every name is resolved to a variable.

use crate::differentiable::hygiene::quote;
use proc_macro2::{Ident, Span, TokenStream};
use syn::Type;

/// The place of a variable in [`Variables`].
pub(super) type VariableId = usize;

pub(super) struct Variable {
    /// Unique within the function.
    pub(super) name: Ident,
    pub(super) mutable: bool,
    /// As written beside the name.
    pub(super) written_type: Option<Type>,
    /// Whether it depends on an active parameter.
    pub(super) active: bool,
}

#[derive(Default)]
pub(super) struct Variables(pub(super) Vec<Variable>);

impl std::ops::Index<VariableId> for Variables {
    type Output = Variable;

    fn index(&self, id: VariableId) -> &Variable {
        &self.0[id]
    }
}

#[derive(Clone, Default)]
pub(super) struct Block {
    pub(super) statements: Vec<Statement>,
    pub(super) value: Option<Box<Expr>>,
}

#[derive(Clone)]
pub(super) struct Statement {
    pub(super) span: Span,
    pub(super) kind: StatementKind,
}

#[derive(Clone)]
pub(super) enum StatementKind {
    Let {
        pattern: Pattern,
        value: Option<Expr>,
        /// What `else` does where the pattern does not match.
        otherwise: Option<TokenStream>,
    },
    Assign {
        target: Expr,
        operator: Option<Arithmetic>,
        value: Expr,
    },
    For {
        label: Option<String>,
        pattern: Pattern,
        sequence: Sequence,
        body: Block,
        /// The flag that ends it early.
        stop: Option<VariableId>,
    },
    While {
        label: Option<String>,
        /// None for `loop`.
        condition: Option<Expr>,
        body: Block,
        stop: Option<VariableId>,
    },
    Expression(Expr),
    Return(Option<Expr>),
    Break(Option<String>),
    Continue(Option<String>),
    /// A `const`, a `use` or a function inside the function.
    Item(TokenStream),
}

#[derive(Clone)]
pub(super) enum Pattern {
    Name(VariableId),
    Tuple(Vec<Pattern>),
    Slice(Vec<Pattern>),
    Reference(Box<Pattern>),
    Wild,
    /// Any other, with the variables that it binds.
    Other(TokenStream, Vec<VariableId>),
}

/// What a `for` loop runs over.
#[derive(Clone)]
pub(super) enum Sequence {
    /// Numbers, as they stand: a range, perhaps with `.rev()` and `.step_by(n)`.
    Range(Expr),
    /// The elements of a list.
    Elements(Expr, By),
    /// `chunks(n)`, `chunks_exact(n)`, `windows(n)`
    Pieces(Expr, Pieces, Expr),
    Zip(Box<Sequence>, Box<Sequence>),
    Enumerate(Box<Sequence>),
    Reversed(Box<Sequence>),
    /// `.skip(n)`, `.take(n)`, `.step_by(n)`
    Part(Box<Sequence>, Part, Expr),
    /// `.copied()`, `.cloned()`
    Copied(Box<Sequence>),
    Other(Expr),
}

/// How a loop takes the elements of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Reference,
    MutableReference,
    /// `for x in xs`, which is by reference if `xs` is one.
    Itself,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pieces {
    Chunks,
    ExactChunks,
    Windows,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Skip,
    Take,
    StepBy,
}

#[derive(Clone)]
pub(super) struct Expr {
    pub(super) span: Span,
    pub(super) kind: ExprKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Arithmetic {
    Add,
    Sub,
    Mul,
    Div,
}

#[derive(Clone)]
pub(super) enum ExprKind {
    Literal(TokenStream),
    Variable(VariableId),
    /// A constant, or a function's name.
    Path(TokenStream),
    Index(Box<Expr>, Box<Expr>),
    Range(Option<Box<Expr>>, TokenStream, Option<Box<Expr>>),
    Field(Box<Expr>, TokenStream),
    Dereference(Box<Expr>),
    Reference {
        mutable: bool,
        of: Box<Expr>,
    },
    Negative(Box<Expr>),
    Arithmetic(Arithmetic, Box<Expr>, Box<Expr>),
    /// `a ** b`
    Power(Box<Expr>, Box<Expr>),
    /// Comparisons, `&&`, `%` and their like: the operator as it stands.
    Infix(TokenStream, Box<Expr>, Box<Expr>),
    Not(Box<Expr>),
    Cast(Box<Expr>, TokenStream),
    Method {
        receiver: Box<Expr>,
        name: Ident,
        turbofish: TokenStream,
        arguments: Vec<Expr>,
    },
    Call {
        /// Without its generic arguments.
        function: TokenStream,
        turbofish: TokenStream,
        arguments: Vec<Expr>,
    },
    If {
        condition: Box<Expr>,
        then: Block,
        otherwise: Option<Block>,
    },
    Match {
        value: Box<Expr>,
        arms: Vec<Arm>,
    },
    /// `let pattern = value` in a condition.
    Let(Pattern, Box<Expr>),
    Block(Block),
    Tuple(Vec<Expr>),
    List {
        is_vec: bool,
        elements: Vec<Expr>,
    },
    Repeat {
        is_vec: bool,
        element: Box<Expr>,
        count: Box<Expr>,
    },
    /// Anything else, with the variables that stand in it.
    Other(TokenStream, Vec<VariableId>),
}

#[derive(Clone)]
pub(super) struct Arm {
    pub(super) pattern: Pattern,
    pub(super) guard: Option<Expr>,
    pub(super) body: Block,
}

impl Expr {
    pub(super) fn new(span: Span, kind: ExprKind) -> Self {
        Expr { span, kind }
    }

    pub(super) fn variable(span: Span, id: VariableId) -> Self {
        Self::new(span, ExprKind::Variable(id))
    }

    /// Whether its value is that of one of its blocks.
    pub(super) fn is_choice(&self) -> bool {
        matches!(
            self.kind,
            ExprKind::If { .. } | ExprKind::Match { .. } | ExprKind::Block(_)
        )
    }

    /// Calls `visit` with each variable that stands in it, blocks left out.
    pub(super) fn visit_variables(&self, visit: &mut dyn FnMut(VariableId)) {
        match &self.kind {
            ExprKind::Variable(id) => visit(*id),
            ExprKind::Other(_, mentioned) => mentioned.iter().copied().for_each(visit),
            _ => self.for_each_child(&mut |child| child.visit_variables(visit)),
        }
    }

    /// Calls `visit` with each expression right inside of it, and with those of blocks that stand for values.
    pub(super) fn for_each_child<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
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
    pub(super) fn for_each_block_mut(&mut self, visit: &mut dyn FnMut(&mut Block)) {
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
    pub(super) fn for_each_branch_mut(&mut self, visit: &mut dyn FnMut(&mut Block)) {
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

    /// The variable whose element, field or piece this is.
    pub(super) fn root(&self) -> Option<VariableId> {
        match &self.kind {
            ExprKind::Variable(id) => Some(*id),
            ExprKind::Index(of, _)
            | ExprKind::Field(of, _)
            | ExprKind::Dereference(of)
            | ExprKind::Reference { of, .. } => of.root(),
            _ => None,
        }
    }

    /// Whether it is a whole number as it stands: `2`, `-1`.
    pub(super) fn is_whole(&self) -> bool {
        let ExprKind::Literal(literal) = &self.kind else {
            return false;
        };
        let text = literal.to_string();
        let digits = text.trim_start_matches(['-', ' ']);
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '_')
    }
}

impl Arithmetic {
    pub(super) fn token(self) -> TokenStream {
        match self {
            Arithmetic::Add => quote!(+),
            Arithmetic::Sub => quote!(-),
            Arithmetic::Mul => quote!(*),
            Arithmetic::Div => quote!(/),
        }
    }
}

impl Statement {
    pub(super) fn new(span: Span, kind: StatementKind) -> Self {
        Statement { span, kind }
    }
}

impl StatementKind {
    /// Whether what follows it is not reached.
    pub(super) fn is_exit(&self) -> bool {
        matches!(
            self,
            StatementKind::Return(_) | StatementKind::Break(_) | StatementKind::Continue(_)
        )
    }
}

impl Block {
    pub(super) fn of_statements(statements: Vec<Statement>) -> Self {
        Block {
            statements,
            value: None,
        }
    }

    /// A block of one statement.
    pub(super) fn of_statement(span: Span, kind: StatementKind) -> Self {
        Self::of_statements(vec![Statement::new(span, kind)])
    }

    pub(super) fn of_value(value: Expr) -> Self {
        Block {
            statements: Vec::new(),
            value: Some(Box::new(value)),
        }
    }

    pub(super) fn after(mut self, before: Vec<Statement>) -> Self {
        self.statements.splice(0..0, before);
        self
    }

    pub(super) fn followed_by(self, rest: Block) -> Self {
        rest.after(self.without_value().statements)
    }

    /// The same where nobody wants its value.
    pub(super) fn without_value(mut self) -> Self {
        if let Some(value) = self.value.take() {
            let span = value.span;
            let kind = StatementKind::Expression(*value);
            self.statements.push(Statement::new(span, kind));
        }
        self
    }

    /// Calls `visit` with each statement in it, also those inside of others.
    pub(super) fn for_each_statement(&self, visit: &mut dyn FnMut(&Statement)) {
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
    pub(super) fn for_each_expression<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
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

impl Sequence {
    pub(super) fn map_expressions(self, map: &mut dyn FnMut(Expr) -> Expr) -> Self {
        let mut boxed = |of: Sequence| Box::new(of.map_expressions(map));
        match self {
            Sequence::Zip(a, b) => Sequence::Zip(boxed(*a), boxed(*b)),
            Sequence::Enumerate(of) => Sequence::Enumerate(boxed(*of)),
            Sequence::Reversed(of) => Sequence::Reversed(boxed(*of)),
            Sequence::Copied(of) => Sequence::Copied(boxed(*of)),
            Sequence::Part(of, part, count) => Sequence::Part(boxed(*of), part, map(count)),
            Sequence::Pieces(of, pieces, count) => Sequence::Pieces(map(of), pieces, map(count)),
            Sequence::Range(of) => Sequence::Range(map(of)),
            Sequence::Elements(of, by) => Sequence::Elements(map(of), by),
            Sequence::Other(of) => Sequence::Other(map(of)),
        }
    }

    /// Whether its elements may be written to.
    pub(super) fn is_written_to(&self) -> bool {
        match self {
            Sequence::Elements(_, by) => *by == By::MutableReference,
            Sequence::Zip(a, b) => a.is_written_to() || b.is_written_to(),
            Sequence::Enumerate(of)
            | Sequence::Reversed(of)
            | Sequence::Copied(of)
            | Sequence::Part(of, ..) => of.is_written_to(),
            Sequence::Range(_) | Sequence::Pieces(..) | Sequence::Other(_) => false,
        }
    }

    /// The same over others of the lists that are not lent.
    pub(super) fn map_elements(&self, map: &mut dyn FnMut(&Expr) -> Expr) -> Self {
        let mut boxed = |of: &Sequence| Box::new(of.map_elements(map));
        match self {
            Sequence::Zip(a, b) => Sequence::Zip(boxed(a), boxed(b)),
            Sequence::Enumerate(of) => Sequence::Enumerate(boxed(of)),
            Sequence::Reversed(of) => Sequence::Reversed(boxed(of)),
            Sequence::Copied(of) => Sequence::Copied(boxed(of)),
            Sequence::Part(of, part, count) => Sequence::Part(boxed(of), *part, count.clone()),
            Sequence::Elements(of, By::Itself) => Sequence::Elements(map(of), By::Itself),
            sequence => sequence.clone(),
        }
    }

    pub(super) fn for_each_expression<'a>(&'a self, visit: &mut dyn FnMut(&'a Expr)) {
        match self {
            Sequence::Range(expr) | Sequence::Elements(expr, _) | Sequence::Other(expr) => {
                visit(expr);
            }
            Sequence::Pieces(of, _, count) => {
                visit(of);
                visit(count);
            }
            Sequence::Zip(a, b) => {
                a.for_each_expression(visit);
                b.for_each_expression(visit);
            }
            Sequence::Enumerate(of) | Sequence::Reversed(of) | Sequence::Copied(of) => {
                of.for_each_expression(visit);
            }
            Sequence::Part(of, _, count) => {
                of.for_each_expression(visit);
                visit(count);
            }
        }
    }
}

impl Pattern {
    pub(super) fn without_reference(&self) -> &Self {
        match self {
            Pattern::Reference(of) => of.without_reference(),
            pattern => pattern,
        }
    }

    pub(super) fn variables(&self) -> Vec<VariableId> {
        match self {
            Pattern::Name(id) => vec![*id],
            Pattern::Tuple(parts) | Pattern::Slice(parts) => {
                parts.iter().flat_map(Pattern::variables).collect()
            }
            Pattern::Reference(of) => of.variables(),
            Pattern::Wild => Vec::new(),
            Pattern::Other(_, variables) => variables.clone(),
        }
    }
}
