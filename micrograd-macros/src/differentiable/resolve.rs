//! From Rust's syntax to the tree: which name is which variable, and what is refused.

use super::refusals::Refusal;
use super::tree::{
    Arithmetic, Arm, Block, By, Expr, ExprKind, Part, Pattern, Pieces, Sequence, Statement,
    StatementKind, Variable, VariableId, Variables,
};
use crate::differentiable::hygiene::quote;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;

pub(super) struct Resolver {
    pub(super) variables: Variables,
    pub(super) refusals: Vec<super::refusals::Refused>,
    scopes: Vec<HashMap<String, VariableId>>,
    /// Every name in the function.
    taken: HashSet<String>,
    pub(super) has_powers: bool,
    /// Whether a pattern may not match: there a capital letter begins a constant.
    is_refutable: bool,
}

impl Resolver {
    pub(super) fn new(function: &TokenStream) -> Self {
        let mut taken = HashSet::new();
        collect_names(function.clone(), &mut taken);
        Resolver {
            variables: Variables::default(),
            refusals: Vec::new(),
            scopes: vec![HashMap::new()],
            taken,
            has_powers: false,
            is_refutable: false,
        }
    }

    pub(super) fn refuse(&mut self, span: Span, refusal: Refusal) {
        self.refusals.push(refusal.at(span));
    }

    /// A new variable of that name, which hides those of the same name before it.
    pub(super) fn declare(
        &mut self,
        name: &Ident,
        mutable: bool,
        written_type: Option<syn::Type>,
    ) -> VariableId {
        let written = name.to_string();
        let used = self.variables.0.iter().any(|v| v.name == written);
        let unique = if used {
            self.unused_name(&written)
        } else {
            written.clone()
        };
        let id = self.variables.0.len();
        self.variables.0.push(Variable {
            name: named(&unique, name.span()),
            mutable,
            written_type,
            active: false,
        });
        let scope = self.scopes.last_mut().expect("there is a scope");
        scope.insert(written, id);
        id
    }

    fn unused_name(&mut self, name: &str) -> String {
        let name = name.trim_start_matches("r#");
        let mut names = (2..).map(|n| format!("{name}{n}"));
        let unused = names.find(|name| !self.taken.contains(name));
        let unused = unused.expect("there are numbers enough");
        self.taken.insert(unused.clone());
        unused
    }

    fn find(&self, name: &str) -> Option<VariableId> {
        let mut scopes = self.scopes.iter().rev();
        scopes.find_map(|scope| scope.get(name).copied())
    }

    fn scoped<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.scopes.push(HashMap::new());
        let result = read(self);
        self.scopes.pop();
        result
    }

    pub(super) fn block(&mut self, block: &syn::Block) -> Block {
        self.scoped(|this| this.statements(&block.stmts))
    }

    fn statements(&mut self, block: &[syn::Stmt]) -> Block {
        let mut statements = Vec::new();
        let mut value = None;
        for (i, statement) in block.iter().enumerate() {
            let rest = &block[i + 1..];
            if let Some((condition, span)) = cfg_of(statement) {
                let statement = self.conditional(statement, &condition, span);
                statements.push(statement);
                continue;
            }
            match statement {
                syn::Stmt::Expr(expr, None) if rest.is_empty() && !is_unit(expr) => {
                    value = Some(Box::new(self.expr(expr)));
                }
                syn::Stmt::Local(local) if let Some(otherwise) = otherwise(local) => {
                    let choice = self.let_else(local, otherwise, rest);
                    value = Some(Box::new(choice));
                    break;
                }
                _ => statements.push(self.statement(statement)),
            }
        }
        Block { statements, value }
    }

    /// `#[cfg(…)] statement`, as a branch.
    fn conditional(&mut self, of: &syn::Stmt, condition: &TokenStream, span: Span) -> Statement {
        if !matches!(of, syn::Stmt::Expr(..) | syn::Stmt::Macro(_)) {
            self.refuse(span, Refusal::Conditional);
        }
        let statement = self.statement(of);
        let asked = ExprKind::Path(quote!(::core::cfg!(#condition)));
        let choice = ExprKind::If {
            condition: Box::new(Expr::new(span, asked)),
            then: statements(span, statement.kind),
            otherwise: None,
        };
        Statement {
            span,
            kind: StatementKind::Expression(Expr::new(span, choice)),
        }
    }

    /// `let pattern = value else { exit }; rest`: a choice between the rest and the exit.
    fn let_else(&mut self, local: &syn::Local, otherwise: &syn::Expr, rest: &[syn::Stmt]) -> Expr {
        let span = local.pat.span();
        let value = local.init.as_ref().map(|init| self.expr(&init.expr));
        let value = value.expect("`else` follows a value");
        let otherwise = self.block_of(otherwise);
        let (condition, then) = self.scoped(|this| {
            let pattern = this.refutable(&local.pat);
            let Pattern::Slice(parts) = pattern.without_reference() else {
                let condition = Expr::new(span, ExprKind::Let(pattern, Box::new(value)));
                return (condition, this.statements(rest));
            };
            // Active numbers are taken apart by a `let`: that the length fits is asked before.
            let count = proc_macro2::Literal::usize_unsuffixed(parts.len());
            let length = ExprKind::Method {
                receiver: Box::new(value.clone()),
                name: Ident::new("len", span),
                turbofish: TokenStream::new(),
                arguments: Vec::new(),
            };
            let count = ExprKind::Literal(count.to_token_stream());
            let sides = [length, count].map(|kind| Box::new(Expr::new(span, kind)));
            let [length, count] = sides;
            let condition = Expr::new(span, ExprKind::Infix(quote!(==), length, count));
            let mut then = this.statements(rest);
            let kind = StatementKind::Let {
                pattern,
                value: Some(value),
                otherwise: Some(quote!({ ::core::unreachable!() })),
            };
            then.statements.insert(0, Statement { span, kind });
            (condition, then)
        });
        let choice = ExprKind::If {
            condition: Box::new(condition),
            then,
            otherwise: Some(otherwise),
        };
        Expr::new(span, choice)
    }

    fn statement(&mut self, statement: &syn::Stmt) -> Statement {
        let span = statement.span();
        let kind = match statement {
            syn::Stmt::Local(local) => self.local(local),
            syn::Stmt::Item(item) => StatementKind::Item(item.to_token_stream()),
            syn::Stmt::Macro(call) if let Some(kind) = self.assertion(&call.mac, span) => kind,
            syn::Stmt::Macro(call) => {
                let expr = self.other(call.mac.to_token_stream(), span);
                StatementKind::Expression(expr)
            }
            syn::Stmt::Expr(expr, _) => self.expression_statement(expr),
        };
        Statement { span, kind }
    }

    fn local(&mut self, local: &syn::Local) -> StatementKind {
        // The value is read first: it may mention what its name hides.
        let value = local.init.as_ref().map(|init| self.expr(&init.expr));
        let (pattern, written_type) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some((*typed.ty).clone())),
            pattern => (pattern, None),
        };
        StatementKind::Let {
            pattern: self.pattern(pattern, written_type),
            value,
            otherwise: None,
        }
    }

    fn expression_statement(&mut self, expr: &syn::Expr) -> StatementKind {
        match expr {
            syn::Expr::Assign(assign) => StatementKind::Assign {
                target: self.expr(&assign.left),
                operator: None,
                value: self.expr(&assign.right),
            },
            syn::Expr::Binary(binary) if assigning(&binary.op).is_some() => StatementKind::Assign {
                target: self.expr(&binary.left),
                operator: assigning(&binary.op),
                value: self.expr(&binary.right),
            },
            syn::Expr::Binary(binary) if let Some(operator) = assigning_whole(&binary.op) => {
                let target = self.expr(&binary.left);
                let [left, right] = [target.clone(), self.expr(&binary.right)].map(Box::new);
                let span = binary.left.span();
                StatementKind::Assign {
                    target,
                    operator: None,
                    value: Expr::new(span, ExprKind::Infix(operator, left, right)),
                }
            }
            syn::Expr::ForLoop(run) => {
                let label = label(run.label.as_ref());
                let sequence = self.sequence(&run.expr);
                self.scoped(|this| StatementKind::For {
                    label,
                    pattern: this.pattern(&run.pat, None),
                    sequence,
                    body: this.block(&run.body),
                    stop: None,
                })
            }
            syn::Expr::While(run) if !is_plain_question(&run.cond) => self.while_let(run),
            syn::Expr::While(run) => self.scoped(|this| StatementKind::While {
                label: label(run.label.as_ref()),
                condition: Some(this.expr(&run.cond)),
                body: this.block(&run.body),
                stop: None,
            }),
            syn::Expr::Loop(run) => StatementKind::While {
                label: label(run.label.as_ref()),
                condition: None,
                body: self.block(&run.body),
                stop: None,
            },
            syn::Expr::Return(exit) => {
                StatementKind::Return(exit.expr.as_ref().map(|value| self.expr(value)))
            }
            syn::Expr::Break(exit) => {
                if let Some(value) = &exit.expr {
                    self.refuse(value.span(), Refusal::BreakWithValue);
                }
                StatementKind::Break(exit.label.as_ref().map(|label| label.ident.to_string()))
            }
            syn::Expr::Continue(exit) => {
                StatementKind::Continue(exit.label.as_ref().map(|label| label.ident.to_string()))
            }
            _ => StatementKind::Expression(self.expr(expr)),
        }
    }

    /// `assert!(condition)` and its like, as a branch: it may ask about active numbers.
    fn assertion(&mut self, call: &syn::Macro, span: Span) -> Option<StatementKind> {
        let name = call.path.get_ident()?.to_string();
        let (is_debug, name) = match name.strip_prefix("debug_") {
            Some(name) => (true, name),
            None => (false, name.as_str()),
        };
        let count = match name {
            "assert" => 1,
            "assert_eq" | "assert_ne" => 2,
            _ => return None,
        };
        let parser = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        let parts = syn::parse::Parser::parse2(parser, call.tokens.clone()).ok()?;
        let parts: Vec<&syn::Expr> = parts.iter().collect();
        if parts.len() < count {
            return None;
        }
        let (asked, message) = parts.split_at(count);
        let mut condition = match &self.exprs(asked.iter().copied())[..] {
            [condition] => condition.clone(),
            sides => {
                let [left, right] = [0, 1].map(|i| Box::new(sides[i].clone()));
                let operator = if name == "assert_eq" {
                    quote!(==)
                } else {
                    quote!(!=)
                };
                Expr::new(span, ExprKind::Infix(operator, left, right))
            }
        };
        if is_debug {
            let off = Box::new(Expr::new(
                span,
                ExprKind::Path(quote!((!::core::cfg!(debug_assertions)))),
            ));
            condition = Expr::new(span, ExprKind::Infix(quote!(||), off, Box::new(condition)));
        }
        let message = if message.is_empty() {
            let text = format!("assertion failed: {}", call.tokens);
            quote!("{}", #text)
        } else {
            quote!(#(#message),*)
        };
        let panic = self.other(quote!(::core::panic!(#message)), span);
        let choice = ExprKind::If {
            condition: Box::new(Expr::new(span, ExprKind::Not(Box::new(condition)))),
            then: statements(span, StatementKind::Expression(panic)),
            otherwise: None,
        };
        Some(StatementKind::Expression(Expr::new(span, choice)))
    }

    /// `while let`, and a condition that does something: a loop that ends where it does not hold.
    fn while_let(&mut self, run: &syn::ExprWhile) -> StatementKind {
        let span = run.cond.span();
        let (condition, then) = self.scoped(|this| (this.boxed(&run.cond), this.block(&run.body)));
        let choice = ExprKind::If {
            condition,
            then,
            otherwise: Some(statements(span, StatementKind::Break(None))),
        };
        StatementKind::While {
            label: label(run.label.as_ref()),
            condition: None,
            body: statements(span, StatementKind::Expression(Expr::new(span, choice))),
            stop: None,
        }
    }

    fn refutable(&mut self, pattern: &syn::Pat) -> Pattern {
        let outer = std::mem::replace(&mut self.is_refutable, true);
        let pattern = self.pattern(pattern, None);
        self.is_refutable = outer;
        pattern
    }

    pub(super) fn pattern(
        &mut self,
        pattern: &syn::Pat,
        written_type: Option<syn::Type>,
    ) -> Pattern {
        match pattern {
            syn::Pat::Ident(name) if name.subpat.is_none() => {
                // A name that begins with a capital letter is a constant.
                let is_constant = self.is_refutable
                    && name.by_ref.is_none()
                    && name.mutability.is_none()
                    && name.ident.to_string().starts_with(char::is_uppercase);
                if is_constant {
                    return Pattern::Other(name.to_token_stream(), Vec::new());
                }
                let mutable = name.mutability.is_some();
                Pattern::Name(self.declare(&name.ident, mutable, written_type))
            }
            syn::Pat::Paren(inner) => self.pattern(&inner.pat, written_type),
            syn::Pat::Type(typed) => self.pattern(&typed.pat, Some((*typed.ty).clone())),
            syn::Pat::Reference(of) => Pattern::Reference(Box::new(self.pattern(&of.pat, None))),
            syn::Pat::Tuple(parts) if !parts.elems.iter().any(is_rest) => {
                Pattern::Tuple(self.patterns(&parts.elems, written_type.as_ref()))
            }
            syn::Pat::Slice(parts) if !parts.elems.iter().any(is_rest) => {
                Pattern::Slice(self.patterns(&parts.elems, None))
            }
            syn::Pat::Wild(_) => Pattern::Wild,
            _ => {
                let mut names = Vec::new();
                bound_names(pattern, &mut names);
                let variables: Vec<VariableId> = names
                    .iter()
                    .map(|(name, mutable)| self.declare(name, *mutable, None))
                    .collect();
                let mut pattern = pattern.clone();
                self.rename_bindings(&mut pattern);
                Pattern::Other(pattern.to_token_stream(), variables)
            }
        }
    }

    fn patterns<'a>(
        &mut self,
        parts: impl IntoIterator<Item = &'a syn::Pat>,
        written_type: Option<&syn::Type>,
    ) -> Vec<Pattern> {
        let types: Vec<syn::Type> = match written_type {
            Some(syn::Type::Tuple(tuple)) => tuple.elems.iter().cloned().collect(),
            _ => Vec::new(),
        };
        let parts = parts.into_iter().enumerate();
        parts
            .map(|(i, part)| self.pattern(part, types.get(i).cloned()))
            .collect()
    }

    fn exprs<'a>(&mut self, exprs: impl IntoIterator<Item = &'a syn::Expr>) -> Vec<Expr> {
        exprs.into_iter().map(|expr| self.expr(expr)).collect()
    }

    fn boxed(&mut self, expr: &syn::Expr) -> Box<Expr> {
        Box::new(self.expr(expr))
    }

    #[expect(clippy::too_many_lines)] // An arm for each kind.
    pub(super) fn expr(&mut self, expr: &syn::Expr) -> Expr {
        let span = expr.span();
        let kind = match expr {
            syn::Expr::Paren(inner) => return self.expr(&inner.expr),
            syn::Expr::Group(inner) => return self.expr(&inner.expr),
            syn::Expr::Lit(literal) => ExprKind::Literal(literal.to_token_stream()),
            syn::Expr::Path(path) => self.path(path),
            syn::Expr::Index(index) => {
                ExprKind::Index(self.boxed(&index.expr), self.boxed(&index.index))
            }
            syn::Expr::Range(range) => ExprKind::Range(
                range.start.as_ref().map(|start| self.boxed(start)),
                range.limits.to_token_stream(),
                range.end.as_ref().map(|end| self.boxed(end)),
            ),
            syn::Expr::Field(field) => {
                ExprKind::Field(self.boxed(&field.base), field.member.to_token_stream())
            }
            syn::Expr::Unary(unary) => match unary.op {
                syn::UnOp::Deref(_) => ExprKind::Dereference(self.boxed(&unary.expr)),
                syn::UnOp::Neg(_) => {
                    let of = self.boxed(&unary.expr);
                    if let ExprKind::Literal(literal) = of.kind {
                        ExprKind::Literal(quote!(-#literal))
                    } else {
                        ExprKind::Negative(of)
                    }
                }
                _ => ExprKind::Not(self.boxed(&unary.expr)),
            },
            syn::Expr::Reference(of) => ExprKind::Reference {
                mutable: of.mutability.is_some(),
                of: self.boxed(&of.expr),
            },
            syn::Expr::Binary(binary) => return self.binary(binary),
            syn::Expr::Cast(cast) => {
                ExprKind::Cast(self.boxed(&cast.expr), cast.ty.to_token_stream())
            }
            syn::Expr::MethodCall(call) => ExprKind::Method {
                receiver: self.boxed(&call.receiver),
                name: call.method.clone(),
                turbofish: call.turbofish.to_token_stream(),
                arguments: self.exprs(&call.args),
            },
            syn::Expr::Call(call) => self.call(call),
            syn::Expr::If(choice) => {
                let (condition, then) =
                    self.scoped(|this| (this.boxed(&choice.cond), this.block(&choice.then_branch)));
                ExprKind::If {
                    condition,
                    then,
                    otherwise: choice
                        .else_branch
                        .as_ref()
                        .map(|(_, otherwise)| self.block_of(otherwise)),
                }
            }
            syn::Expr::Match(choice) => ExprKind::Match {
                value: self.boxed(&choice.expr),
                arms: choice.arms.iter().map(|arm| self.arm(arm)).collect(),
            },
            syn::Expr::Let(condition) => {
                let value = self.boxed(&condition.expr);
                ExprKind::Let(self.refutable(&condition.pat), value)
            }
            syn::Expr::Block(block) if block.label.is_none() => {
                ExprKind::Block(self.block(&block.block))
            }
            syn::Expr::Tuple(tuple) => ExprKind::Tuple(self.exprs(&tuple.elems)),
            syn::Expr::Array(array) => ExprKind::List {
                is_vec: false,
                elements: self.exprs(&array.elems),
            },
            syn::Expr::Repeat(repeat) => ExprKind::Repeat {
                is_vec: false,
                element: self.boxed(&repeat.expr),
                count: self.boxed(&repeat.len),
            },
            syn::Expr::Macro(call) if call.mac.path.is_ident("vec") => {
                return self.vec(call, span);
            }
            syn::Expr::Macro(_) if is_unit(expr) => {
                let kind = StatementKind::Expression(self.other(expr.to_token_stream(), span));
                ExprKind::Block(statements(span, kind))
            }
            syn::Expr::Return(_) | syn::Expr::Break(_) | syn::Expr::Continue(_) => {
                // As a value, an exit is a block that ends there.
                let kind = self.expression_statement(expr);
                ExprKind::Block(Block {
                    statements: vec![Statement { span, kind }],
                    value: None,
                })
            }
            syn::Expr::Try(_) => {
                self.refuse(span, Refusal::QuestionMark);
                return self.other(expr.to_token_stream(), span);
            }
            syn::Expr::ForLoop(_)
            | syn::Expr::While(_)
            | syn::Expr::Loop(_)
            | syn::Expr::Assign(_) => {
                let kind = self.expression_statement(expr);
                ExprKind::Block(Block {
                    statements: vec![Statement { span, kind }],
                    value: None,
                })
            }
            syn::Expr::Struct(structure) => {
                let mut mentioned = Vec::new();
                let mut renamed =
                    |expr: &syn::Expr| self.renamed(expr.to_token_stream(), &mut mentioned);
                let fields: Vec<TokenStream> = structure
                    .fields
                    .iter()
                    .map(|field| {
                        let (member, value) = (&field.member, renamed(&field.expr));
                        quote!(#member: #value,)
                    })
                    .collect();
                let rest = structure.rest.as_ref().map(|rest| {
                    let rest = renamed(rest);
                    quote!(..#rest)
                });
                let path = &structure.path;
                ExprKind::Other(quote!(#path { #(#fields)* #rest }), mentioned)
            }
            _ => return self.other(expr.to_token_stream(), span),
        };
        Expr::new(span, kind)
    }

    fn path(&mut self, path: &syn::ExprPath) -> ExprKind {
        let variable = path
            .path
            .get_ident()
            .and_then(|name| self.find(&name.to_string()));
        match variable {
            Some(id) => ExprKind::Variable(id),
            None => ExprKind::Path(path.to_token_stream()),
        }
    }

    fn call(&mut self, call: &syn::ExprCall) -> ExprKind {
        let arguments = self.exprs(&call.args);
        let syn::Expr::Path(path) = &*call.func else {
            let mut mentioned = Vec::new();
            let tokens = self.renamed(call.to_token_stream(), &mut mentioned);
            return ExprKind::Other(tokens, mentioned);
        };
        let mut function = path.path.clone();
        let turbofish = function
            .segments
            .last_mut()
            .map(|last| std::mem::replace(&mut last.arguments, syn::PathArguments::None));
        let written = path.path.to_token_stream().to_string().replace(' ', "");
        // `f64::max(a, b)` and `Scalar::max(&a, b)` are `a.max(b)`.
        let name = written
            .strip_prefix("f64::")
            .or_else(|| written.strip_prefix("Scalar::"));
        if let Some(name) = name
            && !arguments.is_empty()
            && name != "from"
        {
            let mut arguments = arguments.into_iter();
            let receiver = Box::new(arguments.next().expect("it is not empty"));
            return ExprKind::Method {
                receiver,
                name: Ident::new(name, path.span()),
                turbofish: TokenStream::new(),
                arguments: arguments.collect(),
            };
        }
        if path
            .path
            .get_ident()
            .is_some_and(|name| self.find(&name.to_string()).is_some())
        {
            // A closure or a function in a variable.
            let mut mentioned = Vec::new();
            let tokens = self.renamed(call.to_token_stream(), &mut mentioned);
            return ExprKind::Other(tokens, mentioned);
        }
        ExprKind::Call {
            function: function.to_token_stream(),
            turbofish: turbofish.to_token_stream(),
            arguments,
        }
    }

    fn arm(&mut self, arm: &syn::Arm) -> Arm {
        if let Some((_, span)) = condition_in(&arm.attrs) {
            self.refuse(span, Refusal::Conditional);
        }
        self.scoped(|this| {
            let (pattern, guard) = match &arm.pat {
                syn::Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
                pattern => (pattern, None),
            };
            Arm {
                pattern: this.refutable(pattern),
                guard: guard.map(|guard| this.expr(guard)),
                body: this.block_of(&arm.body),
            }
        })
    }

    /// A block, or an expression as a block that has it as its value.
    fn block_of(&mut self, expr: &syn::Expr) -> Block {
        match expr {
            syn::Expr::Block(block) if block.label.is_none() => self.block(&block.block),
            syn::Expr::If(_) | syn::Expr::Match(_) => Block {
                statements: Vec::new(),
                value: Some(self.boxed(expr)),
            },
            _ if is_unit(expr) => {
                let kind = self.expression_statement(expr);
                let span = expr.span();
                Block {
                    statements: vec![Statement { span, kind }],
                    value: None,
                }
            }
            _ => Block {
                statements: Vec::new(),
                value: Some(self.boxed(expr)),
            },
        }
    }

    fn vec(&mut self, call: &syn::ExprMacro, span: Span) -> Expr {
        let tokens = &call.mac.tokens;
        // `vec![…]` reads as the array of the same form.
        match syn::parse2::<syn::Expr>(quote!([#tokens])) {
            Ok(array) => {
                let mut array = self.expr(&array);
                if let ExprKind::List { is_vec, .. } | ExprKind::Repeat { is_vec, .. } =
                    &mut array.kind
                {
                    *is_vec = true;
                }
                Expr::new(span, array.kind)
            }
            Err(_) => self.other(call.to_token_stream(), span),
        }
    }

    fn binary(&mut self, binary: &syn::ExprBinary) -> Expr {
        let span = binary.span();
        if let Some(exponent) = exponent_of(binary) {
            self.has_powers = true;
            let exponent = self.expr(exponent);
            return self.power(&binary.left, exponent);
        }
        let operator = match binary.op {
            syn::BinOp::Add(_) => Arithmetic::Add,
            syn::BinOp::Sub(_) => Arithmetic::Sub,
            syn::BinOp::Mul(_) => Arithmetic::Mul,
            syn::BinOp::Div(_) => Arithmetic::Div,
            _ => {
                let operator = binary.op.to_token_stream();
                let (left, right) = (self.boxed(&binary.left), self.boxed(&binary.right));
                return Expr::new(span, ExprKind::Infix(operator, left, right));
            }
        };
        let [left, right] = [&binary.left, &binary.right].map(|side| self.boxed(side));
        Expr::new(span, ExprKind::Arithmetic(operator, left, right))
    }

    /// `left ** exponent`: the power binds tighter than what is to the left of its base.
    fn power(&mut self, left: &syn::Expr, exponent: Expr) -> Expr {
        let span = left.span();
        let kind = match left {
            syn::Expr::Binary(binary) => {
                if let Some(inner) = exponent_of(binary) {
                    // Powers associate to the right.
                    let exponent = self.power(inner, exponent);
                    return self.power(&binary.left, exponent);
                }
                let operator = match binary.op {
                    syn::BinOp::Div(_) => Arithmetic::Div,
                    _ => Arithmetic::Mul,
                };
                let left = self.boxed(&binary.left);
                let right = Box::new(self.power(&binary.right, exponent));
                ExprKind::Arithmetic(operator, left, right)
            }
            syn::Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => {
                ExprKind::Negative(Box::new(self.power(&unary.expr, exponent)))
            }
            base => ExprKind::Power(self.boxed(base), Box::new(exponent)),
        };
        Expr::new(span, kind)
    }

    fn sequence(&mut self, expr: &syn::Expr) -> Sequence {
        match expr {
            syn::Expr::Paren(inner) => return self.sequence(&inner.expr),
            syn::Expr::Range(_) => return Sequence::Range(self.expr(expr)),
            syn::Expr::MethodCall(call) => {
                let name = call.method.to_string();
                let arguments: Vec<&syn::Expr> = call.args.iter().collect();
                match (name.as_str(), &arguments[..]) {
                    ("iter" | "iter_mut", []) => {
                        let by = if name == "iter" {
                            By::Reference
                        } else {
                            By::MutableReference
                        };
                        return Sequence::Elements(self.expr(&call.receiver), by);
                    }
                    ("chunks" | "chunks_exact" | "windows", [count]) => {
                        let pieces = match name.as_str() {
                            "chunks" => Pieces::Chunks,
                            "chunks_exact" => Pieces::ExactChunks,
                            _ => Pieces::Windows,
                        };
                        let of = self.expr(&call.receiver);
                        return Sequence::Pieces(of, pieces, self.expr(count));
                    }
                    ("zip", [other]) => {
                        let first = Box::new(self.sequence(&call.receiver));
                        return Sequence::Zip(first, Box::new(self.sequence(other)));
                    }
                    ("enumerate", []) => {
                        return Sequence::Enumerate(Box::new(self.sequence(&call.receiver)));
                    }
                    ("rev", []) => {
                        return Sequence::Reversed(Box::new(self.sequence(&call.receiver)));
                    }
                    ("copied" | "cloned", []) => {
                        return Sequence::Copied(Box::new(self.sequence(&call.receiver)));
                    }
                    ("skip" | "take" | "step_by", [count]) => {
                        let part = match name.as_str() {
                            "skip" => Part::Skip,
                            "take" => Part::Take,
                            _ => Part::StepBy,
                        };
                        let of = Box::new(self.sequence(&call.receiver));
                        return Sequence::Part(of, part, self.expr(count));
                    }
                    _ => {}
                }
            }
            syn::Expr::Reference(of) => {
                let by = match of.mutability {
                    Some(_) => By::MutableReference,
                    None => By::Reference,
                };
                return Sequence::Elements(self.expr(&of.expr), by);
            }
            syn::Expr::Path(path) => {
                let expr = self.expr(expr);
                return match path.path.get_ident() {
                    Some(_) if matches!(expr.kind, ExprKind::Variable(_)) => {
                        Sequence::Elements(expr, By::Itself)
                    }
                    _ => Sequence::Other(expr),
                };
            }
            _ => {}
        }
        Sequence::Other(self.expr(expr))
    }

    fn other(&mut self, tokens: TokenStream, span: Span) -> Expr {
        let mut mentioned = Vec::new();
        let tokens = self.renamed(tokens, &mut mentioned);
        Expr::new(span, ExprKind::Other(tokens, mentioned))
    }

    /// Gives the names that a pattern binds their unique ones: `S { a }` is `S { a: a }`.
    fn rename_bindings(&self, pattern: &mut syn::Pat) {
        match pattern {
            syn::Pat::Ident(name) => {
                if let Some(id) = self.find(&name.ident.to_string())
                    && !name.ident.to_string().starts_with(char::is_uppercase)
                {
                    name.ident = self.variables[id].name.clone();
                }
                if let Some((_, inner)) = &mut name.subpat {
                    self.rename_bindings(inner);
                }
            }
            syn::Pat::Paren(inner) => self.rename_bindings(&mut inner.pat),
            syn::Pat::Reference(of) => self.rename_bindings(&mut of.pat),
            syn::Pat::Tuple(parts) => {
                parts
                    .elems
                    .iter_mut()
                    .for_each(|part| self.rename_bindings(part));
            }
            syn::Pat::Slice(parts) => {
                parts
                    .elems
                    .iter_mut()
                    .for_each(|part| self.rename_bindings(part));
            }
            syn::Pat::TupleStruct(parts) => {
                parts
                    .elems
                    .iter_mut()
                    .for_each(|part| self.rename_bindings(part));
            }
            syn::Pat::Or(cases) => {
                cases
                    .cases
                    .iter_mut()
                    .for_each(|case| self.rename_bindings(case));
            }
            syn::Pat::Struct(parts) => {
                for field in &mut parts.fields {
                    field.colon_token.get_or_insert_default();
                    self.rename_bindings(&mut field.pat);
                }
            }
            _ => {}
        }
    }

    /// The tokens with each variable under its unique name.
    fn renamed(&self, tokens: TokenStream, mentioned: &mut Vec<VariableId>) -> TokenStream {
        replace_names(tokens, &mut |name| {
            let id = self.find(&name.to_string())?;
            mentioned.push(id);
            let mut unique = self.variables[id].name.clone();
            unique.set_span(unique.span().located_at(name.span()));
            Some(unique.to_token_stream())
        })
    }
}

/// Replaces names that may stand for variables: not those after a dot.
pub(super) fn replace_names(
    tokens: TokenStream,
    replace: &mut dyn FnMut(&Ident) -> Option<TokenStream>,
) -> TokenStream {
    let mut result = TokenStream::new();
    let mut dots = 0;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                let replaced = if dots == 1 { None } else { replace(&name) };
                result.extend(replaced.unwrap_or_else(|| name.to_token_stream()));
                dots = 0;
            }
            TokenTree::Group(group) => {
                let inner = replace_names(group.stream(), replace);
                let mut replaced = Group::new(group.delimiter(), inner);
                replaced.set_span(group.span());
                result.extend([TokenTree::Group(replaced)]);
                dots = 0;
            }
            TokenTree::Punct(punct) => {
                dots = if punct.as_char() == '.' { dots + 1 } else { 0 };
                result.extend([TokenTree::Punct(punct)]);
            }
            TokenTree::Literal(literal) => {
                for name in captured(&literal.to_string()) {
                    let _ = replace(&Ident::new(&name, literal.span()));
                }
                result.extend([TokenTree::Literal(literal)]);
                dots = 0;
            }
        }
    }
    result
}

/// The names in the braces of a format: `x` of `"{x:?}"`.
fn captured(literal: &str) -> Vec<String> {
    if !literal.contains('"') {
        return Vec::new();
    }
    let parts = literal.split('{').skip(1);
    let names = parts.map(|part| part.split(['}', ':']).next().unwrap_or_default());
    names
        .filter(|name| syn::parse_str::<Ident>(name).is_ok())
        .map(str::to_owned)
        .collect()
}

fn collect_names(tokens: TokenStream, names: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                names.insert(name.to_string());
            }
            TokenTree::Group(group) => collect_names(group.stream(), names),
            _ => {}
        }
    }
}

fn bound_names(pattern: &syn::Pat, names: &mut Vec<(Ident, bool)>) {
    match pattern {
        syn::Pat::Ident(name) => {
            if !name.ident.to_string().starts_with(char::is_uppercase) {
                names.push((name.ident.clone(), name.mutability.is_some()));
            }
            if let Some((_, inner)) = &name.subpat {
                bound_names(inner, names);
            }
        }
        syn::Pat::Paren(inner) => bound_names(&inner.pat, names),
        syn::Pat::Reference(of) => bound_names(&of.pat, names),
        syn::Pat::Tuple(parts) => parts.elems.iter().for_each(|p| bound_names(p, names)),
        syn::Pat::Slice(parts) => parts.elems.iter().for_each(|p| bound_names(p, names)),
        syn::Pat::TupleStruct(parts) => parts.elems.iter().for_each(|p| bound_names(p, names)),
        syn::Pat::Struct(parts) => parts.fields.iter().for_each(|f| bound_names(&f.pat, names)),
        syn::Pat::Or(cases) => {
            // Each case binds the same names.
            if let Some(first) = cases.cases.first() {
                bound_names(first, names);
            }
        }
        _ => {}
    }
}

fn is_rest(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Rest(_) => true,
        syn::Pat::Ident(name) => name.subpat.is_some(),
        _ => false,
    }
}

/// A name that may be a raw one.
fn named(name: &str, span: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, span),
        None => Ident::new(name, span),
    }
}

/// A block of one statement.
fn statements(span: Span, kind: StatementKind) -> Block {
    Block {
        statements: vec![Statement { span, kind }],
        value: None,
    }
}

/// The condition of `#[cfg(…)]` before a statement.
fn cfg_of(statement: &syn::Stmt) -> Option<(TokenStream, Span)> {
    let attributes = match statement {
        syn::Stmt::Local(local) => &local.attrs,
        syn::Stmt::Macro(call) => &call.attrs,
        syn::Stmt::Expr(expr, _) => attributes_of(expr)?,
        syn::Stmt::Item(_) => return None,
    };
    condition_in(attributes)
}

fn condition_in(attributes: &[syn::Attribute]) -> Option<(TokenStream, Span)> {
    let attribute = attributes.iter().find(|a| a.path().is_ident("cfg"))?;
    let condition = attribute.meta.require_list().ok()?.tokens.clone();
    Some((condition, attribute.span()))
}

/// Those of a statement stand at the leftmost expression.
fn attributes_of(expr: &syn::Expr) -> Option<&[syn::Attribute]> {
    Some(match expr {
        syn::Expr::Assign(of) => attributes_of(&of.left)?,
        syn::Expr::Binary(of) => attributes_of(&of.left)?,
        syn::Expr::Path(of) => &of.attrs,
        syn::Expr::Index(of) => &of.attrs,
        syn::Expr::Unary(of) => &of.attrs,
        syn::Expr::Field(of) => &of.attrs,
        syn::Expr::Tuple(of) => &of.attrs,
        syn::Expr::Block(of) => &of.attrs,
        syn::Expr::Call(of) => &of.attrs,
        syn::Expr::MethodCall(of) => &of.attrs,
        syn::Expr::If(of) => &of.attrs,
        syn::Expr::Match(of) => &of.attrs,
        syn::Expr::ForLoop(of) => &of.attrs,
        syn::Expr::While(of) => &of.attrs,
        syn::Expr::Loop(of) => &of.attrs,
        syn::Expr::Return(of) => &of.attrs,
        syn::Expr::Break(of) => &of.attrs,
        syn::Expr::Continue(of) => &of.attrs,
        syn::Expr::Macro(of) => &of.attrs,
        syn::Expr::Paren(of) => &of.attrs,
        _ => return None,
    })
}

/// What follows `else` in a `let`.
fn otherwise(local: &syn::Local) -> Option<&syn::Expr> {
    let (_, otherwise) = local.init.as_ref()?.diverge.as_ref()?;
    Some(otherwise)
}

/// Whether a condition binds no names, and assigns nothing.
fn is_plain_question(condition: &syn::Expr) -> bool {
    match condition {
        syn::Expr::Let(_) | syn::Expr::Block(_) | syn::Expr::If(_) | syn::Expr::Match(_) => false,
        syn::Expr::Paren(inner) => is_plain_question(&inner.expr),
        syn::Expr::Unary(inner) => is_plain_question(&inner.expr),
        syn::Expr::Binary(binary) => {
            is_plain_question(&binary.left) && is_plain_question(&binary.right)
        }
        _ => true,
    }
}

/// Whether an expression without `;` is a statement all the same.
fn is_unit(expr: &syn::Expr) -> bool {
    match expr {
        syn::Expr::ForLoop(_)
        | syn::Expr::While(_)
        | syn::Expr::Loop(_)
        | syn::Expr::Assign(_)
        | syn::Expr::Return(_)
        | syn::Expr::Break(_)
        | syn::Expr::Continue(_) => true,
        syn::Expr::Binary(binary) => {
            assigning(&binary.op).is_some() || assigning_whole(&binary.op).is_some()
        }
        syn::Expr::If(choice) => choice.else_branch.is_none(),
        syn::Expr::Macro(call) => ENDS.iter().any(|name| call.mac.path.is_ident(name)),
        _ => false,
    }
}

/// Macros that have no value because they do not come back.
const ENDS: [&str; 4] = ["panic", "unreachable", "todo", "unimplemented"];

fn assigning(operator: &syn::BinOp) -> Option<Arithmetic> {
    match operator {
        syn::BinOp::AddAssign(_) => Some(Arithmetic::Add),
        syn::BinOp::SubAssign(_) => Some(Arithmetic::Sub),
        syn::BinOp::MulAssign(_) => Some(Arithmetic::Mul),
        syn::BinOp::DivAssign(_) => Some(Arithmetic::Div),
        _ => None,
    }
}

/// The operator of an assignment to whole numbers.
fn assigning_whole(operator: &syn::BinOp) -> Option<TokenStream> {
    Some(match operator {
        syn::BinOp::RemAssign(_) => quote!(%),
        syn::BinOp::BitXorAssign(_) => quote!(^),
        syn::BinOp::BitAndAssign(_) => quote!(&),
        syn::BinOp::BitOrAssign(_) => quote!(|),
        syn::BinOp::ShlAssign(_) => quote!(<<),
        syn::BinOp::ShrAssign(_) => quote!(>>),
        _ => return None,
    })
}

fn label(label: Option<&syn::Label>) -> Option<String> {
    label.map(|label| label.name.ident.to_string())
}

/// Marks each `**` so that it can be told from a product with a dereference: `a * !!*b`.
pub(super) fn mark_powers(tokens: TokenStream) -> TokenStream {
    let mut result = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    // Two stars after an operator dereference twice.
    let mut follows_operand = false;
    while let Some(token) = tokens.next() {
        let is_operand = match &token {
            TokenTree::Ident(name) => !is_keyword(name),
            TokenTree::Literal(_) | TokenTree::Group(_) => true,
            TokenTree::Punct(punct) => punct.as_char() == '?',
        };
        match token {
            TokenTree::Group(group) => {
                let mut marked = Group::new(group.delimiter(), mark_powers(group.stream()));
                marked.set_span(group.span());
                result.extend([TokenTree::Group(marked)]);
            }
            TokenTree::Punct(star)
                if follows_operand
                    && star.as_char() == '*'
                    && star.spacing() == proc_macro2::Spacing::Joint
                    && matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == '*') =>
            {
                let mut alone = proc_macro2::Punct::new('*', proc_macro2::Spacing::Alone);
                alone.set_span(star.span());
                result.extend(quote!(#alone !!));
            }
            token => result.extend([token]),
        }
        follows_operand = is_operand;
    }
    result
}

/// Whether an expression may begin after a name.
fn is_keyword(name: &Ident) -> bool {
    matches!(
        name.to_string().as_str(),
        "return" | "break" | "in" | "if" | "while" | "match" | "else" | "move" | "mut" | "let"
    )
}

fn exponent_of(binary: &syn::ExprBinary) -> Option<&syn::Expr> {
    let syn::BinOp::Mul(_) = binary.op else {
        return None;
    };
    // rustfmt writes `x * *2` for `x ** 2`: a literal cannot be dereferenced.
    if let Some(exponent) = dereferenced(&binary.right)
        && is_literal(exponent)
    {
        return Some(exponent);
    }
    dereferenced(negated(negated(&binary.right)?)?)
}

fn dereferenced(expr: &syn::Expr) -> Option<&syn::Expr> {
    match expr {
        syn::Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => Some(&unary.expr),
        _ => None,
    }
}

fn is_literal(expr: &syn::Expr) -> bool {
    match expr {
        syn::Expr::Lit(_) => true,
        syn::Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Neg(_)) && is_literal(&unary.expr),
        _ => false,
    }
}

fn negated(expr: &syn::Expr) -> Option<&syn::Expr> {
    match expr {
        syn::Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Not(_)) => Some(&unary.expr),
        _ => None,
    }
}
