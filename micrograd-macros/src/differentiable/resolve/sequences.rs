//! What a `for` loop runs over.

use super::Resolver;
use crate::differentiable::tree::{By, ExprKind, Part, Pieces, Sequence};

impl Resolver {
    pub(super) fn sequence(&mut self, expr: &syn::Expr) -> Sequence {
        match expr {
            syn::Expr::Paren(inner) => return self.sequence(&inner.expr),
            syn::Expr::Range(_) => return Sequence::Range(self.expr(expr)),
            syn::Expr::MethodCall(call) => {
                let name = call.method.to_string();
                let arguments: Vec<&syn::Expr> = call.args.iter().collect();
                match (name.as_str(), &arguments[..]) {
                    ("iter" | "iter_mut", []) => {
                        let by = if name == "iter" {
                            By::Reference
                        } else {
                            By::MutableReference
                        };
                        return Sequence::Elements(self.expr(&call.receiver), by);
                    }
                    ("chunks" | "chunks_exact" | "windows", [count]) => {
                        let pieces = match name.as_str() {
                            "chunks" => Pieces::Chunks,
                            "chunks_exact" => Pieces::ExactChunks,
                            _ => Pieces::Windows,
                        };
                        let of = self.expr(&call.receiver);
                        return Sequence::Pieces(of, pieces, self.expr(count));
                    }
                    ("zip", [other]) => {
                        let first = Box::new(self.sequence(&call.receiver));
                        return Sequence::Zip(first, Box::new(self.sequence(other)));
                    }
                    ("enumerate", []) => {
                        return Sequence::Enumerate(Box::new(self.sequence(&call.receiver)));
                    }
                    ("rev", []) => {
                        return Sequence::Reversed(Box::new(self.sequence(&call.receiver)));
                    }
                    ("copied" | "cloned", []) => {
                        return Sequence::Copied(Box::new(self.sequence(&call.receiver)));
                    }
                    ("skip" | "take" | "step_by", [count]) => {
                        let part = match name.as_str() {
                            "skip" => Part::Skip,
                            "take" => Part::Take,
                            _ => Part::StepBy,
                        };
                        let of = Box::new(self.sequence(&call.receiver));
                        return Sequence::Part(of, part, self.expr(count));
                    }
                    _ => {}
                }
            }
            syn::Expr::Reference(of) => {
                let by = match of.mutability {
                    Some(_) => By::MutableReference,
                    None => By::Reference,
                };
                return Sequence::Elements(self.expr(&of.expr), by);
            }
            syn::Expr::Path(path) => {
                let expr = self.expr(expr);
                return match path.path.get_ident() {
                    Some(_) if matches!(expr.kind, ExprKind::Variable(_)) => {
                        Sequence::Elements(expr, By::Itself)
                    }
                    _ => Sequence::Other(expr),
                };
            }
            _ => {}
        }
        Sequence::Other(self.expr(expr))
    }
}
