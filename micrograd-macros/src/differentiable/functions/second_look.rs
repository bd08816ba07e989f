//! A second sweep where the first one ended in a NaN or an infinity.

use super::Differentiated;
use super::arguments::reference_to;
use super::names::{derivative_name, lifted_name};
use crate::differentiable::hygiene::quote;
use proc_macro2::{Ident, TokenStream};

impl Differentiated<'_> {
    /// The function once more over a list of its operations, and a sweep over that for which 0·∞ is 0. It begins with the
    /// adjoints in `before`, if there are any.
    pub(super) fn second_look(
        &self,
        seed: &TokenStream,
        before: &[Ident],
        targets: &[TokenStream],
    ) -> TokenStream {
        let lifts = self.each_active(&|parameter| {
            let (name, lifted) = (&parameter.name, lifted_name(parameter));
            let reference = reference_to(parameter);
            quote!(let #lifted = __ad::leaves(&list, #reference #name);)
        });
        let value = self.generic_call("value", &quote!(__ad::Term<'_>));
        let arguments = self.lifted_arguments();
        let starts = before.iter().zip(self.active()).map(|(before, parameter)| {
            let name = derivative_name(parameter);
            quote!(__ad::starts(&#before, &*#name))
        });
        quote! {
            __ad::rarely(|| {
                let list = __ad::List::default();
                #(#lifts)*
                let value = #value(#(#arguments),*);
                let starts = [#(#starts),*];
                let mut adjoints = __ad::sweep(&list, &starts, &value, #seed);
                #(__ad::write(&mut adjoints, #targets);)*
            });
        }
    }
}
