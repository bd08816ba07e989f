//! A function over the tape's numbers.

use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, BinOp, Expr, FnArg, Item, Lit, Macro, Path, Type, parse_quote};

pub(crate) fn item(mut item: Item) -> Item {
    ForTape.visit_item_mut(&mut item);
    if let Item::Fn(function) = &mut item {
        function.vis = parse_quote!(pub(crate));
        function.attrs.retain(|attribute| !is_ours(attribute));
    }
    item
}

fn is_ours(attribute: &Attribute) -> bool {
    attribute.path().is_ident("differentiable") || attribute.path().is_ident("doc")
}

struct ForTape;

impl VisitMut for ForTape {
    fn visit_item_mut(&mut self, item: &mut Item) {
        match item {
            // Constants stay plain numbers.
            Item::Const(_) | Item::Static(_) | Item::Use(_) => {}
            Item::Mod(module) => {
                module.vis = parse_quote!(pub(crate));
                if let Some((_, items)) = &mut module.content {
                    items.insert(
                        0,
                        parse_quote!(
                            #[allow(unused_imports)]
                            use super::Taped;
                        ),
                    );
                }
                visit_mut::visit_item_mod_mut(self, module);
            }
            Item::Fn(function) => {
                let marked = function.attrs.iter().any(is_ours);
                function.attrs.retain(|attribute| !is_ours(attribute));
                if marked {
                    visit_mut::visit_item_fn_mut(self, function);
                }
            }
            item => visit_mut::visit_item_mut(self, item),
        }
    }

    fn visit_fn_arg_mut(&mut self, argument: &mut FnArg) {
        if let FnArg::Typed(argument) = argument {
            let before = argument.attrs.len();
            argument
                .attrs
                .retain(|attribute| !attribute.path().is_ident("constant"));
            if argument.attrs.len() < before {
                return;
            }
        }
        visit_mut::visit_fn_arg_mut(self, argument);
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        if let Some(first) = path.segments.first_mut()
            && first.ident == "f64"
            && path.leading_colon.is_none()
        {
            first.ident = syn::Ident::new("Taped", first.ident.span());
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Lit(literal) if matches!(literal.lit, Lit::Float(_)) => {
                *expr = parse_quote!(Taped::from(#literal));
            }
            // A plain right-hand side is read before its target is written to; of other types it is the other way around.
            Expr::Binary(binary) if let Some(operator) = assigning(&binary.op) => {
                visit_mut::visit_expr_binary_mut(self, binary);
                let (target, value) = (&binary.left, &binary.right);
                *expr = parse_quote!(#target = #target #operator (#value));
            }
            Expr::Cast(cast) => {
                self.visit_expr_mut(&mut cast.expr);
                if matches!(&*cast.ty, Type::Path(path) if path.path.is_ident("f64")) {
                    *expr = parse_quote!(Taped::from(#cast));
                }
            }
            expr => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        if !call.path.is_ident("vec") {
            return;
        }
        let tokens = &call.tokens;
        let mut list: Expr = parse_quote!([#tokens]);
        self.visit_expr_mut(&mut list);
        call.tokens = match list {
            Expr::Array(list) => {
                let elements = list.elems;
                quote::quote!(#elements)
            }
            Expr::Repeat(list) => {
                let (element, count) = (list.expr, list.len);
                quote::quote!(#element; #count)
            }
            _ => unreachable!("`vec!` takes what an array takes"),
        };
    }
}

fn assigning(operator: &BinOp) -> Option<BinOp> {
    Some(match operator {
        BinOp::AddAssign(_) => parse_quote!(+),
        BinOp::SubAssign(_) => parse_quote!(-),
        BinOp::MulAssign(_) => parse_quote!(*),
        BinOp::DivAssign(_) => parse_quote!(/),
        _ => return None,
    })
}
