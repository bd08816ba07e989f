//! Calls, tuples and arrays: what they hold is ours, except what Rust would have to infer.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use super::registration::Written;
use super::{Expander, Purpose, delimited};
use crate::operators::{records_at_call, takes_operands};
use crate::syntax::{Elements, Expr, ExprKind, Field, StructLiteral};

impl Expander {
    /// A method or function call whose result gets `name`.
    pub(super) fn called(&mut self, expr: &Expr, name: &str) -> TokenStream {
        match &expr.kind {
            ExprKind::MethodCall {
                receiver,
                dot,
                method,
                turbofish,
                arguments,
                text,
            } => {
                self.registration
                    .add(Written::new(method.span(), text, name));
                let method_name = method.to_string();
                let receiver = self.receiver(receiver);
                let kind = if takes_operands(&method_name) {
                    ArgumentKind::Operand
                } else {
                    ArgumentKind::Any
                };
                let arguments = self.arguments(arguments, kind);
                let call = quote!(#receiver #dot #method #turbofish #arguments);
                if records_at_call(&method_name) {
                    call
                } else {
                    self.named(expr, call, name)
                }
            }
            ExprKind::Call {
                function,
                arguments,
                text,
            } => {
                self.registration
                    .add(Written::new(function.extent.start, text, name));
                let makes_leaf = makes_leaf(function);
                let function = self.function(function);
                let kind = if makes_leaf {
                    ArgumentKind::Number
                } else {
                    ArgumentKind::Any
                };
                let arguments = self.arguments(arguments, kind);
                let call = quote!(#function #arguments);
                if makes_leaf {
                    call
                } else {
                    self.named(expr, call, name)
                }
            }
            _ => unreachable!("only calls are called"),
        }
    }

    fn function(&mut self, function: &Expr) -> TokenStream {
        match &function.kind {
            // `(self.f)(x)` needs its parentheses.
            ExprKind::Parenthesized(inner) => super::parenthesized(self.place(inner)),
            _ => self.place(function),
        }
    }

    fn arguments(&mut self, arguments: &Elements, kind: ArgumentKind) -> TokenTree {
        enclosed(arguments, &mut |argument| match kind {
            ArgumentKind::Operand if argument.is_place() => self.copied(argument),
            ArgumentKind::Operand | ArgumentKind::Number if argument.has_operators() => {
                self.value(argument, Purpose::default())
            }
            _ => self.argument(argument),
        })
    }

    /// A tuple or an array; like every value, its elements are copied out of variables. They get the names that a pattern
    /// gives them.
    pub(super) fn sequence(&mut self, elements: &Elements, names: &[String]) -> TokenStream {
        let mut names = names.iter();
        let mut element = |element: &Expr| {
            let name = names.next().map_or("", String::as_str);
            let purpose = Purpose {
                name,
                ..Purpose::default()
            };
            self.value(element, purpose)
        };
        enclosed(elements, &mut element).into()
    }

    /// A struct literal, each of whose fields is an argument.
    pub(super) fn struct_literal(&mut self, literal: &StructLiteral) -> TokenStream {
        let field = |Field { head, value, comma }: &Field| {
            let value = value.as_ref().map(|value| self.argument(value));
            let comma = comma.then(|| quote!(,));
            quote!(#head #value #comma)
        };
        let fields = literal.fields.iter().map(field);
        let (path, fields) = (
            &literal.path,
            delimited(Delimiter::Brace, literal.braces, quote!(#(#fields)*)),
        );
        quote!(#path #fields)
    }

    /// A tuple or an array of places, to be assigned to.
    pub(super) fn targets(&mut self, target: &Expr) -> TokenStream {
        let ExprKind::Sequence(elements) = &target.kind else {
            return self.place(target);
        };
        enclosed(elements, &mut |element| self.targets(element)).into()
    }

    /// A bare place as an argument is plain Rust: whether it moves is decided by what it is given to.
    pub(super) fn argument(&mut self, argument: &Expr) -> TokenStream {
        if argument.is_place() {
            self.place(argument)
        } else if argument.has_operators() {
            self.number_or_integer(argument, "")
        } else {
            self.value(argument, Purpose::default())
        }
    }
}

/// What a call takes.
#[derive(Clone, Copy)]
enum ArgumentKind {
    /// Operands of a function: they are borrowed, and arithmetic is on real numbers.
    Operand,
    /// A real number.
    Number,
    /// Anything: arithmetic on integers is Rust's own.
    Any,
}

pub(super) fn enclosed(
    elements: &Elements,
    write: &mut dyn FnMut(&Expr) -> TokenStream,
) -> TokenTree {
    let list = elements.list.iter().map(write);
    let mut tokens = quote!(#(#list),*);
    if elements.trailing_comma {
        tokens.extend(quote!(,));
    }
    delimited(elements.group.delimiter(), elements.group.span(), tokens).into()
}

/// `Value::new(…)` makes its leaf at the place of the call, so that the call's position names it.
fn makes_leaf(function: &Expr) -> bool {
    match &function.kind {
        ExprKind::Path(path) => {
            let path: String = path.to_string().split_whitespace().collect();
            path.ends_with("Value::new") || path.ends_with("Value::from")
        }
        _ => false,
    }
}
