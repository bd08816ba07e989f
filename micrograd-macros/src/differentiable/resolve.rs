//! From Rust's syntax to the tree: which name is which variable, and what is refused.

use super::refusals::Refusal;
use super::tree::{
    Arithmetic, Arm, Block, Expr, ExprKind, Part, Pattern, Pieces, Sequence, Statement,
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
            name: Ident::new(&unique, name.span()),
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
        self.scoped(|this| {
            let mut statements = Vec::new();
            let mut value = None;
            for (i, statement) in block.stmts.iter().enumerate() {
                let last = i + 1 == block.stmts.len();
                match statement {
                    syn::Stmt::Expr(expr, None) if last && !is_unit(expr) => {
                        value = Some(Box::new(this.expr(expr)));
                    }
                    _ => statements.push(this.statement(statement)),
                }
            }
            Block { statements, value }
        })
    }

    fn statement(&mut self, statement: &syn::Stmt) -> Statement {
        let span = statement.span();
        let kind = match statement {
            syn::Stmt::Local(local) => self.local(local),
            syn::Stmt::Item(item) => StatementKind::Item(item.to_token_stream()),
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
        let otherwise = local.init.as_ref().and_then(|init| init.diverge.as_ref());
        let otherwise =
            otherwise.map(|(_, expr)| self.renamed(expr.to_token_stream(), &mut Vec::new()));
        let (pattern, written_type) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, Some((*typed.ty).clone())),
            pattern => (pattern, None),
        };
        StatementKind::Let {
            pattern: self.pattern(pattern, written_type),
            value,
            otherwise,
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

    pub(super) fn pattern(
        &mut self,
        pattern: &syn::Pat,
        written_type: Option<syn::Type>,
    ) -> Pattern {
        match pattern {
            syn::Pat::Ident(name) if name.subpat.is_none() => {
                // A name that begins with a capital letter is a constant.
                let is_constant = name.by_ref.is_none()
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
                let tokens = self.renamed(pattern.to_token_stream(), &mut Vec::new());
                Pattern::Other(tokens, variables)
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
                ExprKind::Let(self.pattern(&condition.pat, None), value)
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
        self.scoped(|this| {
            let (pattern, guard) = match &arm.pat {
                syn::Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
                pattern => (pattern, None),
            };
            Arm {
                pattern: this.pattern(pattern, None),
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
                        return Sequence::Elements(self.expr(&call.receiver));
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
            syn::Expr::Reference(of) => return Sequence::Elements(self.expr(&of.expr)),
            syn::Expr::Path(path) => {
                let expr = self.expr(expr);
                return match path.path.get_ident() {
                    Some(_) if matches!(expr.kind, ExprKind::Variable(_)) => {
                        Sequence::Elements(expr)
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
                result.extend([TokenTree::Literal(literal)]);
                dots = 0;
            }
        }
    }
    result
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
        _ => false,
    }
}

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
