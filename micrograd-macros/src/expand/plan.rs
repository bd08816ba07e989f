//! What one statement holds: operands, steps on them, and names for the results of some.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};

use super::Expander;
use super::operations::recorded;
use crate::syntax::{Expr, is_same, mentions};

/// An expression on its way into a closure.
#[derive(Default)]
pub(super) struct Plan {
    operands: Vec<Operand>,
    /// The place that becomes the result, when it takes part itself: the name that it has in the closure.
    target: Option<Ident>,
    steps: Vec<Step>,
    /// The names that were given to results, which are bound where they were written.
    temporaries: Vec<Ident>,
}

struct Operand {
    name: Ident,
    /// The same for one place: it is read once, however often it stands there.
    key: Option<String>,
    borrowed: Borrowed,
}

/// How an operand is taken hold of.
pub(super) enum Borrowed {
    AsItIs(TokenStream),
    /// As what a function is applied to, which is a method in the source.
    Applied {
        place: TokenStream,
        key: Option<String>,
        method: Ident,
        there: Span,
    },
}

struct Step {
    tokens: TokenStream,
    /// Nothing is recorded where a name is given.
    position: Option<Span>,
}

/// `(a, (b, ()))`
fn pattern<'n>(names: impl DoubleEndedIterator<Item = &'n Ident>) -> TokenStream {
    let here = Span::mixed_site();
    names.rev().fold(
        quote_spanned!(here=> ()),
        |rest, name| quote_spanned!(here=> (#name, #rest)),
    )
}

impl Borrowed {
    /// Whether it holds on to a variable.
    fn mentions(&self, variable: &str) -> bool {
        let (Borrowed::AsItIs(place) | Borrowed::Applied { place, .. }) = self;
        mentions(place.clone(), variable) > 0
    }

    /// The same for one place.
    fn key(&self) -> Option<&String> {
        match self {
            Borrowed::AsItIs(_) => None,
            Borrowed::Applied { key, .. } => key.as_ref(),
        }
    }
}

impl Expander {
    /// The place in the source, which knows where each operation stands; `last` is that of the assignment.
    pub(super) fn site(&self, plan: &Plan, last: Option<Span>) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let steps = plan.steps.iter().filter_map(|step| step.position);
        let positions = steps.chain(last).map(|span| self.constant_position(span));
        // Safety: this expression is the only one that sees the site; the closure beside it is written by `closure`, the
        // numbers of its operands by `numbered`, and who has no handle is found by `syntax/unheld.rs`.
        let in_place = (!self.unheld.is_empty()).then(|| quote_spanned!(here=> .in_place()));
        quote_spanned! {here=>
            {
                enum Here {}
                unsafe impl #support::Expanded for Here {}
                static SITE: #support::Site =
                    #support::Site::new::<Here>(&[#(#positions),*]) #in_place;
                &SITE
            }
        }
    }

    /// The operands, numbered from 1; what is assigned to has the number 0.
    pub(super) fn operand_list(&self, plan: &Plan) -> TokenStream {
        let names = plan
            .operands
            .iter()
            .map(|operand| operand.name.to_token_stream());
        self.numbered(&names.collect::<Vec<_>>())
    }

    pub(super) fn numbered(&self, operands: &[TokenStream]) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let numbered = operands.iter().enumerate().rev();
        numbered.fold(quote_spanned!(here=> ()), |rest, (index, operand)| {
            let number = index + 1;
            quote_spanned!(here=> #support::Operands::<#number, _, _>(#operand, #rest))
        })
    }

    /// `|operands| …`, which makes the result of them.
    pub(super) fn closure(&self, plan: &Plan, result: &TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        let support = self.support();
        let steps = plan.steps.iter().map(|step| &step.tokens);
        let recorder = (!plan.steps.is_empty())
            .then(|| quote_spanned!(here=> let recorder = #support::Recorder;));
        let operands = pattern(plan.operands.iter().map(|operand| &operand.name));
        let pattern = match &plan.target {
            Some(target) => quote_spanned!(here=> (#target, #operands)),
            None => operands,
        };
        quote_spanned!(here=> |#pattern| { #recorder #(#steps)* #result })
    }

    /// `body` in the scope of the operands, which are evaluated once and in order.
    pub(super) fn with_operands(&self, plan: &Plan, body: &TokenStream) -> TokenStream {
        if plan.operands.is_empty() {
            return body.clone();
        }
        let names = plan.operands.iter().map(|operand| &operand.name);
        let borrowed = (0..plan.operands.len()).map(|index| self.borrowed_operand(plan, index));
        quote_spanned!(Span::mixed_site()=> match (#(#borrowed,)*) { (#(#names,)*) => #body })
    }

    fn borrowed_operand(&self, plan: &Plan, index: usize) -> TokenStream {
        let (place, method, there) = match &plan.operands[index].borrowed {
            Borrowed::AsItIs(tokens) => return tokens.clone(),
            Borrowed::Applied {
                place,
                method,
                there,
                ..
            } => (place, method, self.there(*there)),
        };
        let here = Span::mixed_site();
        let support = self.support();
        // Numbered as in the list.
        let same = plan.stands_for(index) + 1;
        let call = recorded(
            &quote_spanned!(here=> place),
            &method.to_string(),
            method.span(),
            TokenStream::new(),
        );
        let found = quote_spanned! {here=>
            {
                use #support::{WayForNumbers as _, WayForOthers as _, WayForPointers as _};
                match &#place {
                    place => (&&&#support::Probe(place))
                        .way()
                        .operand::<#same, _, _>(place, |place| #call),
                }
            }
        };
        let function = Ident::new("operand", there);
        let support = self.support_at(there);
        quote_spanned!(there=> #support::#function(&#found))
    }
}

impl Plan {
    /// The name that the operand has in the closure.
    pub(super) fn operand(&mut self, key: Option<String>, borrowed: Borrowed) -> TokenStream {
        let known = self
            .operands
            .iter()
            .find(|operand| key.is_some() && operand.key == key);
        if let Some(operand) = known {
            return operand.name.to_token_stream();
        }
        let name = format_ident!("operand{}", self.operands.len(), span = Span::mixed_site());
        self.operands.push(Operand {
            name: name.clone(),
            key,
            borrowed,
        });
        name.to_token_stream()
    }

    /// Takes the place that becomes the result out of the operands, if it is one of them and the others can be borrowed
    /// beside it.
    pub(super) fn take_target(&mut self, target: &Expr) -> Option<Ident> {
        let (key, root) = (target.key()?, target.root()?);
        let is_target = |operand: &Operand| operand.key.as_ref() == Some(&key);
        let index = self.operands.iter().position(is_target)?;
        let is_borrowed = |(other, operand): (usize, &Operand)| {
            other != index && operand.borrowed.mentions(&root)
        };
        if self.operands.iter().enumerate().any(is_borrowed) {
            return None;
        }
        self.target = Some(self.operands.remove(index).name);
        self.target.clone()
    }

    /// The operand that stands for the same place as this one: the place itself, or what the first function is applied to.
    fn stands_for(&self, index: usize) -> usize {
        let Some(key) = self.operands[index].borrowed.key() else {
            return index;
        };
        let itself = |operand: &Operand| operand.key.as_ref() == Some(key);
        let applied = |operand: &Operand| operand.borrowed.key() == Some(key);
        let found = self.operands.iter().position(itself);
        let found = found.or_else(|| self.operands.iter().position(applied));
        found.unwrap_or(index)
    }

    /// An operation; gives the name of its result.
    pub(super) fn step(
        &mut self,
        method: &str,
        position: Span,
        arguments: TokenStream,
    ) -> TokenStream {
        let recorder = quote_spanned!(Span::mixed_site()=> recorder);
        self.step_on(&recorder, method, position, arguments)
    }

    /// The same as a method of something else.
    pub(super) fn step_on(
        &mut self,
        receiver: &TokenStream,
        method: &str,
        position: Span,
        arguments: TokenStream,
    ) -> TokenStream {
        let here = Span::mixed_site();
        let call = recorded(receiver, method, position, arguments);
        let name = format_ident!("result{}", self.steps.len(), span = here);
        self.steps.push(Step {
            tokens: quote_spanned!(here=> let #name = #call;),
            position: Some(position),
        });
        name.to_token_stream()
    }

    /// Gives the name of a `let` to a result.
    pub(super) fn name(&mut self, name: &Ident, result: &TokenStream) {
        let here = Span::mixed_site();
        let (number, term) = (self.temporaries.len(), term(self.temporaries.len()));
        self.steps.push(Step {
            tokens: quote_spanned!(here=> let (#term, #name) = recorder.temporary::<#number, _>(#result);),
            position: None,
        });
        self.temporaries.push(name.clone());
    }

    /// The name, if `expr` is one that was given to a result.
    pub(super) fn temporary(&self, expr: &Expr) -> Option<TokenStream> {
        let name = expr.variable()?;
        let is_known = self
            .temporaries
            .iter()
            .any(|temporary| is_same(temporary, &name));
        is_known.then(|| name.to_token_stream())
    }

    /// The result of the whole, in which the names are bound.
    pub(super) fn bound(&self, result: TokenStream) -> TokenStream {
        let here = Span::mixed_site();
        (0..self.temporaries.len())
            .rev()
            .fold(result, |body, number| {
                let term = term(number);
                quote_spanned!(here=> recorder.bind::<#number, _, _>(#term, #body))
            })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether the operands hold on to a variable; to any, where it has no name.
    pub(super) fn mentions(&self, variable: Option<&str>) -> bool {
        let Some(variable) = variable else {
            return true;
        };
        self.operands
            .iter()
            .any(|operand| operand.borrowed.mentions(variable))
    }
}

/// What the name with this number stands for.
fn term(number: usize) -> Ident {
    format_ident!("term{number}", span = Span::mixed_site())
}
