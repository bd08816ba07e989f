//! What one statement holds: operands, and a formula on them, in which names stand for the results of some operations.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote_spanned};

use super::operations::recorded;
use super::registration::Written;
use super::{Expander, Statements};
use crate::cursor::Extent;
use crate::formula::{Argument, Formula, SUPPORT};
use crate::operators::BinaryOperator;
use crate::syntax::{Expr, is_same, mentions};

/// A statement on its way.
#[derive(Default)]
pub(super) struct Plan {
    operands: Vec<Operand>,
    /// The operand that becomes the result, where it is assigned to.
    target: Option<usize>,
    pub(super) formula: Formula,
    /// Where each operation was written, and as what.
    written: Vec<Written>,
    /// What names stand for.
    temporaries: Vec<(Ident, Argument)>,
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
    /// As a reference, whose type decides what becomes of it, and where it was written.
    Reference(TokenStream, Span),
    /// As what a function is applied to, which is a method in the source.
    Applied {
        place: TokenStream,
        method: Ident,
        there: Extent,
    },
    /// It is assigned to.
    Target,
}

impl Borrowed {
    /// Whether it holds on to a variable.
    fn mentions(&self, variable: &str) -> bool {
        match self {
            Borrowed::AsItIs(place)
            | Borrowed::Reference(place, _)
            | Borrowed::Applied { place, .. } => mentions(place.clone(), variable) > 0,
            Borrowed::Target => false,
        }
    }
}

impl Expander {
    /// The position in the source, which knows its operations, and the formula that is recorded there; `last` is what assigns the
    /// result. They are items, to stand before the call, at `call`, that records the formula.
    pub(super) fn items(&self, plan: &Plan, last: Option<&Written>, call: Span) -> TokenStream {
        let here = Span::mixed_site();
        let krate = &self.krate;
        let support = Ident::new(SUPPORT, here);
        let written = plan.written.iter().chain(last);
        let expressions = written.map(|written| written.expression(&support));
        // Safety: these items are visible to one expression only; its formula does arithmetic only, and who has no handle is
        // found by `syntax/intermediates.rs`.
        let is_in_place = !self.intermediates.is_empty();
        let name = Ident::new("Here", here);
        let texts = quote_spanned!(here=> &[#(#expressions),*], #is_in_place);
        let position = self.constant_position(call);
        let (arithmetic, implementation, site) = if plan.formula.is_empty() {
            let site = quote_spanned!(here=> of::<#name>(#texts));
            (quote_spanned!(here=> #support::Itself), None, site)
        } else if self.form == Statements::Compiled {
            let site = quote_spanned!(here=> of::<#name>(#texts));
            let implementation = plan.implementation(&name, &position);
            (quote_spanned!(here=> #name), Some(implementation), site)
        } else {
            let list = plan.list();
            let site = quote_spanned!(here=> listed::<#name>(#texts, #list, #position));
            (quote_spanned!(here=> #support::Listed), None, site)
        };
        quote_spanned! {here=>
            use #krate::__macro_support as #support;
            enum #name {}
            unsafe impl #support::Expanded for #name { type Arithmetic = #arithmetic; }
            #implementation
            static SITE: #support::Site = #support::Site::#site;
        }
    }

    /// `body` in the scope of the operands, which are evaluated once and in order.
    pub(super) fn with_operands(
        &self,
        plan: &Plan,
        items: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let here = Span::mixed_site();
        if plan.others().next().is_none() {
            return quote_spanned!(here=> { #items #body });
        }
        let names = plan.others().map(|(_, operand)| &operand.name);
        let borrowed = plan
            .others()
            .map(|(_, operand)| self.borrowed_operand(operand));
        quote_spanned!(here=> match (#(#borrowed,)*) { (#(#names,)*) => { #items #body } })
    }

    fn borrowed_operand(&self, operand: &Operand) -> TokenStream {
        let (place, method, there) = match &operand.borrowed {
            Borrowed::AsItIs(tokens) | Borrowed::Reference(tokens, _) => return tokens.clone(),
            Borrowed::Applied {
                place,
                method,
                there,
            } => (place, method, *there),
            Borrowed::Target => unreachable!("what is assigned to is not borrowed"),
        };
        let here = Span::mixed_site();
        let support = self.support();
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
                    place => (&&&#support::Probe(place)).way().operand(place, |place| #call),
                }
            }
        };
        let (start, end) = self.around(there);
        let function = Ident::new("operand", end);
        let support = self.support_at(start);
        quote_spanned!(start=> #support::#function(&#found))
    }
}

impl Plan {
    /// An operand of the formula.
    pub(super) fn operand(&mut self, key: Option<String>, borrowed: Borrowed) -> Argument {
        let is_known = |operand: &Operand| key.is_some() && operand.key == key;
        if let Some(known) = self.operands.iter().position(is_known) {
            return Argument::Operand(known);
        }
        let name = format_ident!("operand{}", self.operands.len(), span = Span::mixed_site());
        self.operands.push(Operand {
            name,
            key,
            borrowed,
        });
        Argument::Operand(self.operands.len() - 1)
    }

    /// The operands but for what is assigned to, as nested pairs; rustc underlines `there` if they do not fit together.
    pub(super) fn operand_list(&self, there: Span) -> TokenStream {
        let names = self.others().map(|(_, operand)| &operand.name);
        names.collect::<Vec<_>>().into_iter().rev().fold(
            quote_spanned!(there=> ()),
            |rest, operand| quote_spanned!(there=> (#operand, #rest)),
        )
    }

    /// The formula on integers, which is assigned to nothing.
    pub(super) fn on_integers(&self, name: &Ident) -> TokenStream {
        let positions: Vec<Span> = self
            .written
            .iter()
            .map(|written| written.position)
            .collect();
        self.formula
            .on_integers(name, self.operands.len(), &positions)
    }

    /// The references of a formula that may be one on integers: what each is called, what it is, and where it was written.
    pub(super) fn references(&self) -> impl Iterator<Item = (&Ident, &TokenStream, Span)> {
        self.operands.iter().map(|operand| match &operand.borrowed {
            Borrowed::Reference(tokens, there) => (&operand.name, tokens, *there),
            _ => unreachable!("its operands are references"),
        })
    }

    /// The operands that are not assigned to.
    fn others(&self) -> impl Iterator<Item = (usize, &Operand)> {
        let operands = self.operands.iter().enumerate();
        operands.filter(|(operand, _)| Some(*operand) != self.target)
    }

    /// The number that an operand has in the statement, where what is assigned to comes first.
    fn number(&self, operand: usize) -> usize {
        match self.target {
            Some(target) if operand == target => 0,
            Some(target) if operand < target => operand + 1,
            _ => operand,
        }
    }

    /// The formula as code.
    pub(super) fn implementation(&self, name: &Ident, here: &TokenStream) -> TokenStream {
        let formula = self.renumbered();
        formula.implementation(name, self.operands.len(), here)
    }

    /// The formula as a list, and how many operands it has.
    fn list(&self) -> String {
        self.renumbered().list()
    }

    /// The formula, with the numbers that the operands have in the statement.
    fn renumbered(&self) -> Formula {
        let mut formula = self.formula.clone();
        formula.renumber(|operand| self.number(operand));
        formula
    }

    /// Takes the place that becomes the result out of the operands, if it is one of them and the others can be borrowed
    /// beside it.
    pub(super) fn take_target(&mut self, target: &Expr) -> Option<Argument> {
        let (key, root) = (target.key()?, target.root()?);
        let is_target = |operand: &Operand| operand.key.as_ref() == Some(&key);
        let index = self.operands.iter().position(is_target)?;
        let is_borrowed = |(other, operand): (usize, &Operand)| {
            other != index && operand.borrowed.mentions(&root)
        };
        if self.operands.iter().enumerate().any(is_borrowed) {
            return None;
        }
        self.target = Some(index);
        Some(Argument::Operand(index))
    }

    /// Makes what is assigned to an operand.
    pub(super) fn add_target(&mut self) -> Argument {
        let target = self.operand(None, Borrowed::Target);
        self.target = Some(self.operands.len() - 1);
        target
    }

    pub(super) fn binary(
        &mut self,
        operator: BinaryOperator,
        written: Written,
        [a, b]: [Argument; 2],
    ) -> Argument {
        self.written.push(written);
        self.formula.binary(operator, a, b)
    }

    pub(super) fn negate(&mut self, written: Written, x: Argument) -> Argument {
        self.written.push(written);
        self.formula.negate(x)
    }

    /// A function of the table, which is a call if the operand's type decides it.
    pub(super) fn function(
        &mut self,
        (method, written): (&Ident, Written),
        x: Argument,
        is_call: bool,
    ) -> Argument {
        self.written.push(written);
        self.formula.function(&method.to_string(), x, is_call)
    }

    /// Gives the name of a `let` to a result.
    pub(super) fn name(&mut self, name: &Ident, result: Argument) {
        self.temporaries.push((name.clone(), result));
    }

    /// What a name stands for, if `expr` is one that was given to a result.
    pub(super) fn temporary(&self, expr: &Expr) -> Option<Argument> {
        let name = expr.variable()?;
        let mut known = self.temporaries.iter();
        known
            .find(|(temporary, _)| is_same(temporary, &name))
            .map(|(_, result)| *result)
    }

    /// The operand of this key, if it stands in the statement by itself.
    pub(super) fn known(&self, key: Option<&String>) -> Option<Argument> {
        let is_known = |operand: &Operand| key.is_some() && operand.key.as_ref() == key;
        self.operands
            .iter()
            .position(is_known)
            .map(Argument::Operand)
    }

    /// The operand, if that is all there is.
    pub(super) fn only_operand(&self) -> Option<TokenStream> {
        match self.operands.first() {
            Some(Operand {
                borrowed: Borrowed::AsItIs(operand),
                ..
            }) if self.formula.is_empty() => Some(operand.clone()),
            _ => None,
        }
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
