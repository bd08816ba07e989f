//! How deeply lists are nested in a value.

use super::bindings::depth_of_type;
use super::{Binding, Builder};
use crate::differentiable::methods;
use crate::differentiable::tree::{Expr, ExprKind, VariableId};

impl Builder {
    /// How deeply lists are nested in what a name will hold.
    pub(super) fn depth_of(&mut self, id: VariableId, value: &Expr) -> usize {
        if let Some(ty) = &self.variables[id].written_type
            && let Some(depth) = depth_of_type(ty)
        {
            return depth;
        }
        if is_empty_vec(value)
            && let Some(element) = self.pushed.get(&id).cloned()
        {
            return 1 + self.depth_to_come(&element);
        }
        self.depth_of_expr(value)
            .unwrap_or_else(|| usize::from(self.used_as_lists.contains(&id)))
    }

    /// The same of an expression whose variables may not have been declared yet.
    fn depth_to_come(&mut self, value: &Expr) -> usize {
        if let Some(depth) = self.depth_of_expr(value) {
            return depth;
        }
        let Some(id) = value.root() else { return 0 };
        match self.pushed.get(&id).cloned() {
            Some(element) => 1 + self.depth_to_come(&element),
            None => usize::from(self.used_as_lists.contains(&id)),
        }
    }

    pub(super) fn is_a_list(&mut self, value: &Expr) -> bool {
        self.depth_of_expr(value).is_some_and(|depth| depth > 0)
    }

    pub(super) fn depth_of_expr(&mut self, value: &Expr) -> Option<usize> {
        match &value.kind {
            ExprKind::Variable(id) => match self.binding(*id)? {
                Binding::Number => Some(0),
                Binding::List { depth, .. } => Some(depth),
                Binding::Alias(place) => Some(place.depth),
                Binding::Plain { .. } => None,
            },
            ExprKind::Literal(_)
            | ExprKind::Arithmetic(..)
            | ExprKind::Power(..)
            | ExprKind::Negative(_) => Some(0),
            ExprKind::Index(of, index) => {
                let depth = self.depth_of_expr(of)?;
                let is_part = matches!(index.kind, ExprKind::Range(..));
                Some(if is_part {
                    depth
                } else {
                    depth.saturating_sub(1)
                })
            }
            ExprKind::Dereference(of) | ExprKind::Reference { of, .. } => self.depth_of_expr(of),
            ExprKind::Method { receiver, name, .. } => {
                let name = name.to_string();
                if methods::copies(&name) {
                    self.depth_of_expr(receiver)
                } else if methods::operation_of(&name).is_some() || name == "clamp" {
                    Some(0)
                } else {
                    None
                }
            }
            ExprKind::List { elements, .. } => {
                let inner = elements.first().and_then(|first| self.depth_of_expr(first));
                Some(1 + inner.unwrap_or(0))
            }
            ExprKind::Repeat { element, .. } => Some(1 + self.depth_of_expr(element).unwrap_or(0)),
            ExprKind::If { then, .. } => {
                let value = then.value.as_ref()?;
                self.depth_of_expr(value)
            }
            ExprKind::Match { arms, .. } => {
                let value = arms.first()?.body.value.as_ref()?;
                self.depth_of_expr(value)
            }
            ExprKind::Block(block) => {
                let value = block.value.as_ref()?;
                self.depth_of_expr(value)
            }
            ExprKind::Call { function, .. } => {
                let function = function.to_string().replace(' ', "");
                if function.starts_with("Vec::") {
                    Some(1)
                } else {
                    None
                }
            }
            _ => None,
        }
    }
}

/// `Vec::new()`, `Vec::with_capacity(n)`, `vec![]`
fn is_empty_vec(value: &Expr) -> bool {
    match &value.kind {
        ExprKind::Call { function, .. } => {
            function.to_string().replace(' ', "").starts_with("Vec::")
        }
        ExprKind::List { elements, .. } => elements.is_empty(),
        _ => false,
    }
}
