//! Modules made of modules: a single value, lists, `Option`, and what points to a module.

use super::{Module, ParameterPath, ParameterTensor};
use crate::Generator;
use micrograd_core::Value;
use std::marker::PhantomData;
use std::rc::Rc;

/// A single parameter.
impl Module for Value {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        visit(path, self);
    }
}

/// The elements in order; the path goes on with the index.
///
/// Elements that are tensors of one shape, such as values, are stacked to one tensor, of one
/// dimension more: `Vec<Value>` is a vector, `Vec<Vec<Value>>` with equal rows a matrix.
impl<M: Module> Module for [M] {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        for (index, module) in self.iter().enumerate() {
            module.visit_parameters(&path.index(index), visit);
        }
    }

    fn visit_tensors(&self, path: &ParameterPath<'_>, visit: &mut dyn FnMut(ParameterTensor)) {
        let mut elements = Vec::with_capacity(self.len());
        let mut bare = true;
        for (index, module) in self.iter().enumerate() {
            let path = path.index(index);
            let name = path.to_string();
            let before = elements.len();
            module.visit_tensors(&path, &mut |tensor: ParameterTensor| {
                bare &= tensor.name() == name;
                elements.push(tensor);
            });
            bare &= elements.len() == before + 1;
        }
        let stacked = if bare {
            ParameterTensor::stack(path.to_string(), &elements)
        } else {
            None
        };
        match stacked {
            Some(tensor) => visit(tensor),
            None => elements.into_iter().for_each(visit),
        }
    }

    fn visit_generators(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Generator),
    ) {
        for (index, module) in self.iter().enumerate() {
            module.visit_generators(&path.index(index), visit);
        }
    }

    fn set_training(&self, training: bool) {
        for module in self {
            module.set_training(training);
        }
    }
}

/// Hands everything on to what it holds, under its own path.
macro_rules! as_what_it_holds {
    ($($(#[$doc:meta])* [$($generics:tt)*] $Type:ty, |$this:ident| $held:expr;)*) => {$(
        $(#[$doc])*
        impl<$($generics)*> Module for $Type {
            fn visit_parameters(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
            ) {
                let $this = self;
                if let Some(held) = $held {
                    held.visit_parameters(path, visit);
                }
            }

            fn visit_tensors(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(ParameterTensor),
            ) {
                let $this = self;
                if let Some(held) = $held {
                    held.visit_tensors(path, visit);
                }
            }

            fn visit_generators(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(&ParameterPath<'_>, &Generator),
            ) {
                let $this = self;
                if let Some(held) = $held {
                    held.visit_generators(path, visit);
                }
            }

            fn set_training(&self, training: bool) {
                let $this = self;
                if let Some(held) = $held {
                    held.set_training(training);
                }
            }
        }
    )*};
}

as_what_it_holds! {
    /// As the slice of its elements.
    [M: Module] Vec<M>, |list| Some(list.as_slice());
    /// As the slice of its elements.
    [M: Module, const N: usize] [M; N], |array| Some(array.as_slice());
    /// The module if there is one; the path does not change.
    [M: Module] Option<M>, |option| option.as_ref();
    /// What the box holds; the path does not change.
    [M: Module + ?Sized] Box<M>, |boxed| Some(&**boxed);
    /// What is shared; the path does not change.
    [M: Module + ?Sized] Rc<M>, |shared| Some(&**shared);
    /// What is borrowed; the path does not change.
    [M: Module + ?Sized] &M, |borrowed| Some(&**borrowed);
}

/// Nothing.
impl<T: ?Sized> Module for PhantomData<T> {
    fn visit_parameters(
        &self,
        _: &ParameterPath<'_>,
        _: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
    }
}
