//! Modules made of modules: a single value, lists, `Option` and `Box`.

use super::{Module, ParameterPath, ParameterTensor};
use micrograd_core::Value;

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
}

/// Passes everything on to what it holds.
macro_rules! as_slice {
    ($([$($generics:tt)*] $List:ty),*) => {$(
        /// As the slice of its elements.
        impl<$($generics)*> Module for $List {
            fn visit_parameters(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
            ) {
                self.as_slice().visit_parameters(path, visit);
            }

            fn visit_tensors(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(ParameterTensor),
            ) {
                self.as_slice().visit_tensors(path, visit);
            }
        }
    )*};
}

as_slice! { [M: Module] Vec<M>, [M: Module, const N: usize] [M; N] }

/// The module if there is one; the path does not change.
impl<M: Module> Module for Option<M> {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        if let Some(module) = self {
            module.visit_parameters(path, visit);
        }
    }

    fn visit_tensors(&self, path: &ParameterPath<'_>, visit: &mut dyn FnMut(ParameterTensor)) {
        if let Some(module) = self {
            module.visit_tensors(path, visit);
        }
    }
}

/// What the box holds; the path does not change.
impl<M: Module + ?Sized> Module for Box<M> {
    fn visit_parameters(
        &self,
        path: &ParameterPath<'_>,
        visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
    ) {
        (**self).visit_parameters(path, visit);
    }

    fn visit_tensors(&self, path: &ParameterPath<'_>, visit: &mut dyn FnMut(ParameterTensor)) {
        (**self).visit_tensors(path, visit);
    }
}
