//! `#[differentiable]`: the derivatives of a function as plain Rust beside it.
//!
//! ```text
//!  fn f(x: f64) -> f64 { … }
//!    │  signature.rs, filled.rs   parameters and results; a list that is filled, as a result
//!    │  resolve/                  syn's syntax → tree.rs: which name is which variable
//!    │  exits/                    return, break, continue → branches and flags
//!    │  activity.rs               what depends on an active parameter
//!    │  list_usage.rs, writes/    which variables are lists, and what may change where
//!    ▼
//!  build/                         for each statement its step forward and its step back (program.rs)
//!    │  demand.rs                 what the way back reads: kept on the way forward, or computed again
//!    ▼
//!  emit.rs                        the steps as Rust
//!  functions/                     f::gradient, f::vjp, f::jvp, … around them, a file each
//! ```
//!
//! A variable has a *version* for each assignment, and the way back reads versions. A cheap one is computed again at the beginning of its
//! region: the function, a loop's body, a branch. The others are kept: a region hands them to the region around it, a loop's body puts them
//! onto the loop's stack, one tuple for each run. The way back has the tape's order, so the digits are equal. A sweep that ends in a NaN or an
//! infinity is done once more over a list of operations, by the rule 0·∞ = 0.

mod activity;
mod build;
mod demand;
mod emit;
mod exits;
#[cfg(test)]
mod expansion_size_tests;
mod filled;
mod functions;
mod hygiene;
mod list_usage;
mod methods;
mod program;
mod refusals;
mod resolve;
mod signature;
mod tree;
mod writes;

use build::{Binding, Builder, Target};
use filled::Filled;
use functions::Differentiated;
use hygiene::quote;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use program::{Definition, Forward};
use quote::ToTokens;
use refusals::{Refusal, Refused};
use resolve::Resolver;
use signature::{Function, ResultShape};
use std::collections::HashSet;
use syn::parse::Parser;
use syn::{ItemFn, Path};
use tree::Variables;

/// The function, with its derivatives beside it; or with what cannot be differentiated.
///
/// After a mistake the function is there all the same, so that editors complete and one mistake gives one message.
pub(crate) fn expand(options: TokenStream, item: TokenStream) -> TokenStream {
    let mut refused = Vec::new();
    let options = Options::read(options, &mut refused);
    if options.vjp.is_some() || options.jvp.is_some() {
        return own_derivative(&options, item, refused);
    }
    let marked = resolve::mark_powers(item);
    let function = match syn::parse2::<ItemFn>(marked) {
        Ok(function) => function,
        Err(error) => return error.into_compile_error(),
    };
    let (inner, filled) = filled::as_result(&function);
    let filled_names: Vec<Ident> = filled.iter().map(|filled| filled.name.clone()).collect();
    let (derivatives, has_powers) = derivatives(&inner, filled, &options, &mut refused);
    let function = written(function, &filled_names, has_powers);
    // What follows from a mistake is no mistake of its own.
    let error = refused.into_iter().next().and_then(Refused::into_error);
    let error = error.map(syn::Error::into_compile_error);
    quote!(#function #error #derivatives)
}

/// The function as it stands, with the user's own derivative beside it.
fn own_derivative(options: &Options, item: TokenStream, mut refused: Vec<Refused>) -> TokenStream {
    let item = match syn::parse2::<ItemFn>(item) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    let function = signature::read(&item.sig, &mut refused);
    let name = item.sig.ident.span();
    if function.as_ref().is_some_and(|f| !f.result.is_number()) {
        refused.push(Refusal::OwnDerivativeOfList.at(name));
    }
    let own = options.vjp.clone().map(|vjp| OwnDerivative {
        vjp,
        jvp: options.jvp.clone(),
    });
    if own.is_none() {
        refused.push(Refusal::JvpWithoutVjp.at(name));
    }
    let derivatives = match (&function, &own) {
        (Some(function), Some(own)) if refused.is_empty() => {
            stand_in(function, &item, options, Some(own))
        }
        (Some(function), _) => stand_in(function, &item, options, None),
        (None, _) => TokenStream::new(),
    };
    let error = refused.into_iter().next().and_then(Refused::into_error);
    let error = error.map(syn::Error::into_compile_error);
    let item = written(item, &[], false);
    quote!(#item #error #derivatives)
}

/// `[differentiable]`, told that its function is written in the language of `grad!`; None for any other attribute.
pub(crate) fn in_language_of_grad(attribute: &TokenTree) -> Option<TokenTree> {
    let TokenTree::Group(group) = attribute else {
        return None;
    };
    let mut tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let options = match &tokens[..] {
        [.., TokenTree::Ident(name), TokenTree::Group(options)] if name == "differentiable" => {
            let options = options.stream();
            tokens.pop();
            quote!(#options,)
        }
        [.., TokenTree::Ident(name)] if name == "differentiable" => TokenStream::new(),
        _ => return None,
    };
    let mut marked: TokenStream = tokens.into_iter().collect();
    marked.extend(quote!((#options in_grad)));
    let mut attribute = Group::new(group.delimiter(), marked);
    attribute.set_span(group.span());
    Some(attribute.into())
}

struct Options {
    krate: Path,
    /// Whether sums may be added up in another order.
    reorder: bool,
    /// Whether the function is written in the language of `grad!`.
    in_grad: bool,
    vjp: Option<Path>,
    jvp: Option<Path>,
}

/// The user's own derivative of a function.
struct OwnDerivative {
    vjp: Path,
    jvp: Option<Path>,
}

impl Options {
    fn read(options: TokenStream, refused: &mut Vec<Refused>) -> Self {
        let mut read = Options {
            krate: syn::parse_quote!(::micrograd_core),
            reorder: false,
            in_grad: false,
            vjp: None,
            jvp: None,
        };
        let parser = syn::meta::parser(|meta| {
            if meta.path.is_ident("reorder") {
                read.reorder = true;
            } else if meta.path.is_ident("in_grad") {
                read.in_grad = true;
            } else if meta.path.is_ident("vjp") {
                read.vjp = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("jvp") {
                read.jvp = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("crate") {
                read.krate = meta.value()?.call(Path::parse_mod_style)?;
            } else {
                refused.push(Refusal::UnknownOption.at(syn::spanned::Spanned::span(&meta.path)));
            }
            Ok(())
        });
        if let Err(error) = parser.parse2(options) {
            refused.push(Refusal::UnknownOption.at(error.span()));
        }
        read
    }
}

/// The function as it stands, without what only the macro reads.
fn written(mut function: ItemFn, filled: &[Ident], has_powers: bool) -> TokenStream {
    let mut arguments = Vec::new();
    for input in &mut function.sig.inputs {
        if let syn::FnArg::Typed(input) = input {
            input.attrs.retain(|a| !a.path().is_ident("constant"));
            if let syn::Pat::Ident(name) = &mut *input.pat {
                arguments.push(name.ident.clone());
                if has_powers {
                    name.mutability = None;
                }
            }
        }
    }
    if has_powers {
        // `**` is not Rust: the function is its own value over `f64`.
        let name = &function.sig.ident;
        let constants = function.sig.generics.const_params().map(|p| &p.ident);
        let value = quote!(#name::value::<#(#constants,)* f64>(#(#arguments),*));
        let block = match filled::fill(filled, &quote!(value)) {
            None => quote!({ #value }),
            Some(fill) => quote!({ let value = #value; #fill }),
        };
        *function.block = syn::parse2(block).expect("it is a block");
    }
    // Who calls its derivatives alone uses it.
    function.attrs.push(syn::parse_quote!(#[allow(dead_code)]));
    function.to_token_stream()
}

fn derivatives(
    item: &ItemFn,
    filled: Vec<Filled>,
    options: &Options,
    refused: &mut Vec<Refused>,
) -> (TokenStream, bool) {
    let Some(mut function) = signature::read(&item.sig, refused) else {
        return (TokenStream::new(), false);
    };
    let mut resolver = Resolver::new(&item.to_token_stream());
    let parameters: Vec<usize> = function
        .parameters
        .iter()
        .map(|parameter| {
            let ty = Some(parameter.ty.clone());
            resolver.declare(&parameter.name, parameter.mutable, ty)
        })
        .collect();
    let body = filled::body(&mut resolver, &filled, &item.block);
    function.filled = filled;
    let has_powers = resolver.has_powers || options.in_grad;
    let mut variables = resolver.variables;
    refused.append(&mut resolver.refusals);
    for (&id, parameter) in parameters.iter().zip(&function.parameters) {
        variables.0[id].active = parameter.is_active();
    }
    let count = variables.0.len();
    let body = exits::remove_exits(&mut variables, refused, body, function.result.is_number());
    activity::mark_active(&mut variables, &body);
    for (&id, parameter) in parameters.iter().zip(&function.parameters) {
        if !parameter.is_active() && variables.0[id].active {
            refused.push(Refusal::Target.at(parameter.name.span()));
        }
    }
    let exits_early = variables.0.len() > count;
    let result_is_list = matches!(function.result, ResultShape::List(_));
    let lists = list_usage::used_as_lists(&variables, &body, result_is_list);
    let name = function.name.to_string();
    let mut builder = Builder::new(variables, lists, name, options.reorder);
    builder.exits_early = exits_early;
    builder.look_ahead(&body);
    for (&id, parameter) in parameters.iter().zip(&function.parameters) {
        declare_parameter(&mut builder, id, parameter);
    }
    let mut result = FunctionResult::default();
    let target = result.declare(&mut builder, &function.result);
    let (steps, back) = builder.function(&body, &target);
    refused.append(&mut builder.refusals);
    if !refused.is_empty() {
        return (stand_in(&function, item, options, None), has_powers);
    }
    let mut forward = result.begin;
    forward.extend(steps);
    demand::decide(&mut builder, &back);
    let differentiated = Differentiated {
        builder: &builder,
        function: &function,
        forward: &forward,
        back: &back,
        result: result.value,
        seed: result.seed,
        generics: &item.sig.generics,
        visibility: &item.vis,
        krate: &options.krate,
        own: None,
    };
    (differentiated.emit(), has_powers)
}

/// The same derivatives without anything inside, so that who calls them is not told that they are missing; or with the user's own.
fn stand_in(
    function: &Function,
    item: &ItemFn,
    options: &Options,
    own: Option<&OwnDerivative>,
) -> TokenStream {
    let nothing = quote!(::core::unreachable!(
        "this function could not be differentiated"
    ));
    let builder = Builder::new(
        Variables::default(),
        HashSet::new(),
        function.name.to_string(),
        options.reorder,
    );
    let stand_in = Differentiated {
        builder: &builder,
        function,
        forward: &[],
        back: &[],
        result: nothing,
        seed: TokenStream::new(),
        generics: &item.sig.generics,
        visibility: &item.vis,
        krate: &options.krate,
        own,
    };
    stand_in.emit()
}

fn declare_parameter(builder: &mut Builder, id: usize, parameter: &signature::Parameter) {
    let name = parameter.name.clone();
    match parameter.depth {
        None => builder.bind(id, Binding::Plain { region: 0 }),
        Some(0) => builder.bind(id, Binding::Number),
        Some(depth) => {
            let version = builder.parameter_version(name, false);
            let is_reference = parameter.is_reference();
            return builder.bind_list_parameter(id, depth, version, is_reference);
        }
    }
    if parameter.mutable && !builder.changes_in_part(id) {
        return builder.keep_first_version(id);
    }
    let version = builder.parameter_version(name, parameter.is_active());
    builder.set_current(id, version);
}

/// The variables that hold the result.
#[derive(Default)]
struct FunctionResult {
    count: usize,
    begin: Vec<Forward>,
    value: TokenStream,
    /// Their adjoints, from `seed`.
    seed: TokenStream,
}

impl FunctionResult {
    fn declare(&mut self, builder: &mut Builder, shape: &ResultShape) -> Target {
        let seed = quote!(seed);
        let (target, value) = self.part(builder, shape, &seed);
        self.value = value;
        target
    }

    fn part(
        &mut self,
        builder: &mut Builder,
        shape: &ResultShape,
        seed: &TokenStream,
    ) -> (Target, TokenStream) {
        if let ResultShape::Tuple(parts) = shape {
            let parts = parts.iter().enumerate().map(|(i, part)| {
                let index = proc_macro2::Literal::usize_unsuffixed(i);
                self.part(builder, part, &quote!(&#seed.#index))
            });
            let (targets, values): (Vec<Target>, Vec<TokenStream>) = parts.collect();
            return (Target::Tuple(targets), quote!((#(#values,)*)));
        }
        self.count += 1;
        let name = match self.count {
            1 => "result".to_owned(),
            count => format!("result{count}"),
        };
        let name = Ident::new(&name, Span::mixed_site());
        let id = builder.add_temporary(name.clone());
        let adjoint = builder.adjoint_name(id);
        self.begin.push(Forward::Tokens(quote!(let #name;)));
        let target = if let ResultShape::List(depth) = shape {
            let version = builder.parameter_version(name.clone(), false);
            builder.bind(
                id,
                Binding::List {
                    depth: *depth,
                    version,
                    is_reference: false,
                    region: 0,
                },
            );
            Target::List(id)
        } else {
            builder.bind(id, Binding::Number);
            Target::Number(id)
        };
        self.seed
            .extend(quote!(let mut #adjoint = __ad::copy(#seed);));
        (target, quote!(#name))
    }
}

impl Builder {
    /// What is there from the beginning.
    fn parameter_version(&mut self, name: Ident, is_number: bool) -> usize {
        self.add_named(name, Definition::Opaque, is_number)
    }
}
