//! A function as the differentiator sees it: every name is resolved to a variable.

mod sequence;
mod walks;

use super::hygiene::quote;
use proc_macro2::{Ident, Span, TokenStream};
pub(super) use sequence::{By, Part, Pieces, Sequence};
use syn::Type;
pub(super) use walks::Node;

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
