//! `#[derive(Module)]`: a struct or an enum whose fields are modules is a module.

mod attributes;
mod bounds;
mod fields;
#[cfg(test)]
mod snapshot_tests;

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::{Data, DeriveInput, Error, Path};

use attributes::crate_path;
use fields::Variant;

/// The implementation of `Module`, preceded by what is wrong with the input.
///
/// After a mistake there is an implementation all the same, so that one mistake gives one message.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut mistakes = Vec::new();
    let krate = crate_path(&input.attrs, &mut mistakes);
    let variants = variants(&input, &mut mistakes);
    let implementation = implementation(&input, &krate, &variants);
    let mistakes = mistakes.into_iter().map(Error::into_compile_error);
    quote_spanned!(Span::mixed_site()=> #(#mistakes)* #implementation)
}

/// The variants of an enum; a struct has one, itself.
fn variants<'a>(input: &'a DeriveInput, mistakes: &mut Vec<Error>) -> Vec<Variant<'a>> {
    match &input.data {
        Data::Struct(data) => vec![Variant::new(None, &data.fields, mistakes)],
        Data::Enum(data) => {
            let mut variants = Vec::with_capacity(data.variants.len());
            for variant in &data.variants {
                attributes::none_on_variant(&variant.attrs, mistakes);
                variants.push(Variant::new(
                    Some(&variant.ident),
                    &variant.fields,
                    mistakes,
                ));
            }
            variants
        }
        Data::Union(data) => {
            mistakes.push(Error::new(
                data.union_token.span,
                "a union cannot be a module: nothing tells which of its fields is there\n\
                 help: write a struct, or an enum with a field in each variant",
            ));
            Vec::new()
        }
    }
}

fn implementation(input: &DeriveInput, krate: &Path, variants: &[Variant<'_>]) -> TokenStream {
    let here = Span::mixed_site();
    let name = &input.ident;
    let support = quote_spanned!(here=> #krate::__derive_support);
    let (impl_generics, type_generics, _) = input.generics.split_for_impl();
    let where_clause = bounds::where_clause(&input.generics, &support, variants);
    let arms = variants.iter().map(|variant| variant.arm(&support));
    let body = match (&input.data, variants) {
        // A reference is never uninhabited for the compiler: what it points to is.
        (Data::Enum(_), []) => quote_spanned!(here=> match *self {}),
        (_, []) => TokenStream::new(),
        _ => quote_spanned!(here=> match self { #(#arms)* }),
    };
    // A bound that the type has of itself stands in the `where` clause, too.
    quote_spanned! {here=>
        const _: () = {
            #[automatically_derived]
            #[allow(clippy::trait_duplication_in_bounds)]
            impl #impl_generics #support::Fields for #name #type_generics #where_clause {
                #[allow(unused_variables)]
                fn visit_fields(
                    &self,
                    path: &#support::ParameterPath<'_>,
                    visit: &mut dyn ::core::ops::FnMut(&#support::ParameterPath<'_>, &dyn #support::Module),
                ) {
                    #body
                }
            }

            #[automatically_derived]
            #[allow(clippy::trait_duplication_in_bounds)]
            impl #impl_generics #support::Module for #name #type_generics #where_clause {
                fn visit_parameters(
                    &self,
                    path: &#support::ParameterPath<'_>,
                    visit: &mut dyn ::core::ops::FnMut(&#support::ParameterPath<'_>, &#support::Value),
                ) {
                    #support::visit_parameters(self, path, visit);
                }

                fn visit_tensors(
                    &self,
                    path: &#support::ParameterPath<'_>,
                    visit: &mut dyn ::core::ops::FnMut(#support::ParameterTensor),
                ) {
                    #support::visit_tensors(self, path, visit);
                }

                fn visit_generators(
                    &self,
                    path: &#support::ParameterPath<'_>,
                    visit: &mut dyn ::core::ops::FnMut(&#support::ParameterPath<'_>, &#support::Generator),
                ) {
                    #support::visit_generators(self, path, visit);
                }

                fn set_training(&self, training: bool) {
                    #support::set_training(self, training);
                }
            }
        };
    }
}
