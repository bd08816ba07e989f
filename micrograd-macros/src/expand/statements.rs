//! Statements: `let` names nodes, an assignment evaluates its right-hand side before it touches its target.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::plan::Plan;
use super::registration::Written;
use super::{Expander, Purpose, delimited, parenthesized};
use crate::cursor::{before, is_char};
use crate::operators::{Assignment, BinaryOperator};
use crate::syntax::{
    Accumulation, Annotation, AnnotationKind, Assign, Expr, ExprKind, Let, Pattern, Statement,
    StatementKind, Temporary,
};

impl Expander {
    pub(super) fn statements(&mut self, statements: &[Statement]) -> TokenStream {
        let statements = statements.iter();
        let statements = statements.map(|statement| self.statement(statement, &[], false));
        quote!(#(#statements)*)
    }

    /// A statement, with the `let`s that belong into it; or a `let` that needs no handle.
    pub(super) fn statement(
        &mut self,
        statement: &Statement,
        temporaries: &[Temporary<'_>],
        is_intermediate: bool,
    ) -> TokenStream {
        let attributes = &statement.attributes;
        let tokens = match &statement.kind {
            StatementKind::Let(binding) => self.binding(binding, temporaries, is_intermediate),
            StatementKind::Assign(assign) => self.assign(assign, temporaries),
            StatementKind::Expression { expr, semicolon } => self.effect(expr, *semicolon),
            StatementKind::Plain(tokens) => tokens.clone(),
        };
        quote!(#attributes #tokens)
    }

    fn effect(&mut self, expr: &Expr, semicolon: bool) -> TokenStream {
        let tokens = if expr.is_place() {
            self.place(expr)
        } else {
            self.value(expr, Purpose::default())
        };
        let ends_itself = match &expr.kind {
            ExprKind::Plain(tokens) => ends_with_brace(tokens),
            _ => expr.is_block_like(),
        };
        if semicolon || !ends_itself {
            quote!(#tokens;)
        } else {
            tokens
        }
    }

    fn binding(
        &mut self,
        binding: &Let,
        temporaries: &[Temporary<'_>],
        is_intermediate: bool,
    ) -> TokenStream {
        let Let {
            keyword,
            pattern,
            ty,
            value,
            otherwise,
        } = binding;
        let name = match pattern {
            Pattern::Name { name, .. } if name != "_" => name.to_string(),
            _ => String::new(),
        };
        let value = value.as_ref().map(|value| {
            let purpose = Purpose {
                name: &name,
                temporaries,
                is_intermediate,
                ..Purpose::default()
            };
            let value = match (pattern, &value.kind) {
                (Pattern::Other(pattern), ExprKind::Sequence(elements)) => {
                    self.sequence(elements, &names_of(pattern))
                }
                _ => self.bound_value(value, purpose, ty.as_ref()),
            };
            // An `else` cannot follow a brace.
            let value = match otherwise {
                Some(_) => parenthesized(value),
                None => value,
            };
            quote!(= #value)
        });
        let ty = ty.as_ref().map(|annotation| {
            let ty = &annotation.tokens;
            quote!(: #ty)
        });
        let otherwise = otherwise.as_ref().map(|otherwise| {
            let keyword = &otherwise.keyword;
            let body = self.body(&otherwise.body, otherwise.braces, Purpose::default());
            quote!(#keyword #body)
        });
        match pattern {
            Pattern::Name { name, .. } if is_intermediate => {
                let name = Self::hidden(name);
                quote!(#keyword #name #value;)
            }
            Pattern::Name { mutability, name } => {
                quote!(#keyword #mutability #name #ty #value #otherwise;)
            }
            Pattern::Other(tokens) => quote!(#keyword #tokens #ty #value #otherwise;),
            Pattern::Mistaken(names) => {
                let bindings = names.iter().map(|name| self.plausible_binding(name));
                let discarded = value.map(|value| quote!(#keyword _ #value;));
                quote!(#discarded #(#bindings)*)
            }
        }
    }

    /// The right-hand side of a `let`, as its type asks for it.
    fn bound_value(
        &mut self,
        value: &Expr,
        purpose: Purpose,
        ty: Option<&Annotation>,
    ) -> TokenStream {
        match ty.map(|ty| ty.kind) {
            None => self.value(value, purpose),
            Some(AnnotationKind::Named) => {
                let converted = true;
                self.value(
                    value,
                    Purpose {
                        converted,
                        ..purpose
                    },
                )
            }
            // It is no node, and a name must not stand between it and its type.
            Some(AnnotationKind::Other) => self.value(
                value,
                Purpose {
                    name: "",
                    ..purpose
                },
            ),
            Some(AnnotationKind::RustNumber | AnnotationKind::AsWritten) => {
                let purpose = Purpose {
                    as_written: true,
                    ..Purpose::default()
                };
                self.value(value, purpose)
            }
        }
    }

    fn assign(&mut self, assign: &Assign, temporaries: &[Temporary<'_>]) -> TokenStream {
        let name = match &assign.target.kind {
            ExprKind::Path(path) => path.to_string(),
            _ => String::new(),
        };
        if let Assignment::Update(operator) = assign.operation {
            let target = self.target(assign, "__assignee");
            return self.update(assign, operator, temporaries, &name, &target);
        }
        let value = if assign.value.has_operators() {
            let (mut plan, _) = self.plan(&assign.value, &name, temporaries);
            if plan.take_target(&assign.target).is_some() {
                return self.reassignment(assign, "replace", &plan);
            }
            self.whole_expression(&plan, false, assign.value.extent)
        } else {
            let purpose = Purpose {
                name: &name,
                converted: assign.value.number().is_some(),
                temporaries,
                ..Purpose::default()
            };
            self.value(&assign.value, purpose)
        };
        let target = self.targets(&assign.target);
        let equals = quote_spanned!(assign.operator.start=> =);
        quote!(#target #equals #value;)
    }

    /// The variable becomes the result of a plan in which it takes part.
    fn reassignment(&mut self, assign: &Assign, method: &str, plan: &Plan) -> TokenStream {
        let place = match method {
            "replace" => self.replaced(assign),
            _ => self.target(assign, "__assignee"),
        };
        let call = self.assigning(assign, &place, method, plan, None);
        quote!(#call;)
    }

    /// `place.method::<formula>(site, here, operands)`
    fn assigning(
        &mut self,
        assign: &Assign,
        place: &TokenStream,
        method: &str,
        plan: &Plan,
        last: Option<&Written>,
    ) -> TokenStream {
        let here = Span::mixed_site();
        let operator = assign.operator.start;
        let (targets, items) = (self.targets_in_scope(), self.items(plan, last, operator));
        let items = quote!(#targets #items);
        let operands = plan.operand_list(before(operator));
        let method = Ident::new(method, operator);
        let arguments = quote_spanned!(here=> &SITE, #operands);
        let arguments = delimited(Delimiter::Parenthesis, operator, arguments);
        let computed = computed_at(operator);
        let call = quote_spanned!(here=> #place.#method::<Here, #computed, _> #arguments);
        self.with_operands(plan, &items, &call)
    }

    /// What stands before a loop that only adds to one place, and its body.
    pub(super) fn accumulation(&mut self, sum: &Accumulation) -> (TokenStream, TokenStream) {
        let here = Span::mixed_site();
        let target = self.target(sum.assign, "__loop_assignee");
        // Rustc underlines the target, if what is added does not fit.
        let there = before(sum.assign.target.extent.start).resolved_at(here);
        let place = quote_spanned!(there=> accumulator);
        let update = self.update(
            sum.assign,
            sum.operator,
            &sum.temporaries,
            &sum.name,
            &place,
        );
        let targets = self.targets_in_scope();
        (
            quote_spanned!(here=> #targets let mut accumulator = #target;),
            update,
        )
    }

    /// `place` is where the target's methods are.
    fn update(
        &mut self,
        assign: &Assign,
        operator: BinaryOperator,
        temporaries: &[Temporary<'_>],
        name: &str,
        place: &TokenStream,
    ) -> TokenStream {
        let Assign { target, value, .. } = assign;
        let written = Written::new(assign.operator.start, &assign.text, name);
        let root = target.root();
        if shares_variable(root.as_deref(), value) {
            let copy = self.copied(value);
            return self.update_by(assign, operator, (place, written), &copy);
        }
        if let Some((negative, number)) = value.number() {
            let literal = number.as_i32().unwrap_or_else(|| number.as_f64());
            let minus = negative.then(|| quote!(-));
            let number = quote_spanned!(Span::mixed_site()=> #minus #literal);
            return self.update_by(assign, operator, (place, written), &number);
        }
        let (mut plan, result) = self.plan(value, "", temporaries);
        if let Some(taken) = plan.take_target(target) {
            plan.binary(operator, written, [taken, result]);
            return self.reassignment(assign, "update", &plan);
        }
        if let Some(operand) = plan.only_operand() {
            let update = self.update_by_operand(assign, operator, (place, written), &operand);
            return quote!(#update;);
        }
        if plan.mentions(root.as_deref()) {
            // The operands must be let go before their variable is changed.
            let right = self.whole_expression(&plan, false, value.extent);
            return self.update_by(assign, operator, (place, written), &right);
        }
        if !matches!(operator, BinaryOperator::Add | BinaryOperator::Sub) {
            let taken = plan.add_target();
            plan.binary(operator, written, [taken, result]);
            return self.reassignment(assign, "update", &plan);
        }
        plan.formula.assigned();
        let call = self.assigning(
            assign,
            place,
            operator.assigning_method(),
            &plan,
            Some(&written),
        );
        quote!(#call;)
    }

    /// By the value of an expression that stands before the assignment.
    fn update_by(
        &mut self,
        assign: &Assign,
        operator: BinaryOperator,
        placed: (&TokenStream, Written),
        right: &TokenStream,
    ) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let operand = quote_spanned!(here=> #support::operand(right));
        let update = self.update_by_operand(assign, operator, placed, &operand);
        quote_spanned!(here=> match &#right { right => #update };)
    }

    fn update_by_operand(
        &mut self,
        assign: &Assign,
        operator: BinaryOperator,
        (place, written): (&TokenStream, Written),
        operand: &TokenStream,
    ) -> TokenStream {
        let here = Span::mixed_site();
        let start = assign.operator.start;
        let (items, position) = (
            self.items(&Plan::default(), Some(&written), start),
            self.position(start),
        );
        let method = format!("{}_operand", operator.assigning_method());
        let arguments = quote_spanned!(here=> &SITE, #position, operand);
        let arguments = delimited(Delimiter::Parenthesis, start, arguments);
        let (method, computed) = (Ident::new(&method, start), computed_at(start));
        let call = quote_spanned!(here=> #place.#method::<#computed, _> #arguments);
        let targets = self.targets_in_scope();
        quote_spanned!(here=> match #operand { operand => { #targets #items #call; } })
    }
}

/// What the right-hand side is computed as: rustc underlines the operator, if the target cannot become that.
fn computed_at(operator: Span) -> TokenStream {
    quote_spanned!(before(operator)=> _)
}

/// Whether a statement made of it needs no `;`.
fn ends_with_brace(tokens: &TokenStream) -> bool {
    let last = tokens.clone().into_iter().last();
    matches!(last, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
}

/// The names in a tuple or an array of names; an element that is more than a name has none.
fn names_of(pattern: &TokenStream) -> Vec<String> {
    let Some(TokenTree::Group(group)) = pattern.clone().into_iter().next() else {
        return Vec::new();
    };
    let trees: Vec<TokenTree> = group.stream().into_iter().collect();
    let elements = trees.split(|tree| is_char(tree, ','));
    let name_of = |element: &[TokenTree]| match element {
        [TokenTree::Ident(name)] if name != "_" => name.to_string(),
        [TokenTree::Ident(word), TokenTree::Ident(name)] if word == "mut" => name.to_string(),
        _ => String::new(),
    };
    elements.map(name_of).collect()
}

/// Whether both are parts of one variable, which cannot be changed while it is borrowed.
fn shares_variable(target: Option<&str>, value: &Expr) -> bool {
    value.is_place() && (value.root().is_none() || value.root().as_deref() == target)
}
