//! Expressions, an arm for each kind that is known; any other stays as it stands.

use super::Resolver;
use super::associated::{associated, sine_and_cosine};
use super::blocks::is_unit;
use super::cfg::condition_in;
use super::powers::exponent_of;
use crate::differentiable::hygiene::quote;
use crate::differentiable::refusals::Refusal;
use crate::differentiable::tree::{Arithmetic, Arm, Block, Expr, ExprKind, StatementKind};
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;

impl Resolver {
    pub(super) fn exprs<'a>(
        &mut self,
        exprs: impl IntoIterator<Item = &'a syn::Expr>,
    ) -> Vec<Expr> {
        exprs.into_iter().map(|expr| self.expr(expr)).collect()
    }

    pub(super) fn boxed(&mut self, expr: &syn::Expr) -> Box<Expr> {
        Box::new(self.expr(expr))
    }

    #[expect(clippy::too_many_lines)] // An arm for each kind.
    pub(in crate::differentiable) fn expr(&mut self, expr: &syn::Expr) -> Expr {
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
            syn::Expr::MethodCall(call) if call.method == "sin_cos" && call.args.is_empty() => {
                return self.expr(&sine_and_cosine(&call.receiver));
            }
            syn::Expr::MethodCall(call) => ExprKind::Method {
                receiver: self.boxed(&call.receiver),
                name: call.method.clone(),
                turbofish: call.turbofish.to_token_stream(),
                arguments: self.exprs(&call.args),
            },
            syn::Expr::Call(call) => match (associated(call).as_deref(), call.args.first()) {
                (Some("sin_cos"), Some(angle)) => return self.expr(&sine_and_cosine(angle)),
                (Some("norm"), Some(_)) => ExprKind::Call {
                    function: quote!(__ad::norm),
                    turbofish: TokenStream::new(),
                    arguments: self.exprs(&call.args),
                },
                _ => self.call(call),
            },
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
                ExprKind::Block(Block::of_statement(span, kind))
            }
            // As a value, a statement is a block of it.
            syn::Expr::Return(_)
            | syn::Expr::Break(_)
            | syn::Expr::Continue(_)
            | syn::Expr::ForLoop(_)
            | syn::Expr::While(_)
            | syn::Expr::Loop(_)
            | syn::Expr::Assign(_) => {
                let kind = self.expression_statement(expr);
                ExprKind::Block(Block::of_statement(span, kind))
            }
            syn::Expr::Try(_) => {
                self.refuse(span, Refusal::QuestionMark);
                return self.other(expr.to_token_stream(), span);
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

    pub(super) fn path(&mut self, path: &syn::ExprPath) -> ExprKind {
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
        // `f64::max(a, b)` and `Scalar::max(&a, b)` are `a.max(b)`.
        if let Some(name) = associated(call)
            && !arguments.is_empty()
            && name != "from"
        {
            let mut arguments = arguments.into_iter();
            let receiver = Box::new(arguments.next().expect("it is not empty"));
            return ExprKind::Method {
                receiver,
                name: Ident::new(&name, path.span()),
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
}
