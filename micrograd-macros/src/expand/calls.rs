//! Calls, tuples and arrays: what they hold is ours, except what Rust would have to infer.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::{Expander, Purpose, delimited};
use crate::operators::{records_at_call, takes_operands};
use crate::syntax::{Elements, Expr, ExprKind};

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
                self.registration.add(method.span(), text, name);
                let method_name = method.to_string();
                let receiver = self.receiver(receiver);
                let arguments = self.arguments(arguments, takes_operands(&method_name));
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
                self.registration.add(function.extent.start, text, name);
                let makes_leaf = makes_leaf(function);
                let function = self.function(function);
                let arguments = self.arguments(arguments, false);
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

    fn arguments(&mut self, arguments: &Elements, are_operands: bool) -> TokenTree {
        let list: Vec<TokenStream> = arguments
            .list
            .iter()
            .map(|argument| {
                if are_operands && argument.is_place() {
                    self.copied(argument)
                } else {
                    self.argument(argument)
                }
            })
            .collect();
        enclosed(arguments, &list)
    }

    /// A tuple or an array; like every value, its elements are copied out of variables.
    pub(super) fn sequence(&mut self, elements: &Elements) -> TokenStream {
        let list: Vec<TokenStream> = elements
            .list
            .iter()
            .map(|element| self.value(element, Purpose::default()))
            .collect();
        enclosed(elements, &list).into()
    }

    /// A bare place as an argument is plain Rust: whether it moves is decided by what it is given to.
    fn argument(&mut self, argument: &Expr) -> TokenStream {
        if argument.is_place() {
            self.place(argument)
        } else {
            self.value(argument, Purpose::default())
        }
    }
}

fn enclosed(elements: &Elements, list: &[TokenStream]) -> TokenTree {
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
