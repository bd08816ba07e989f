//! Modules side by side, of several types.

use super::{Module, ParameterPath, ParameterTensor};
use crate::Generator;
use micrograd_core::Value;

macro_rules! tuples {
    ($(($($M:ident $index:tt),*))*) => {$(
        /// The parts in order; the path goes on with the index.
        #[diagnostic::do_not_recommend]
        #[allow(unused_variables)] // The empty tuple hands nothing on.
        impl<$($M: Module),*> Module for ($($M,)*) {
            fn visit_parameters(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(&ParameterPath<'_>, &Value),
            ) {
                $(self.$index.visit_parameters(&path.index($index), visit);)*
            }

            fn visit_tensors(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(ParameterTensor),
            ) {
                $(self.$index.visit_tensors(&path.index($index), visit);)*
            }

            fn visit_generators(
                &self,
                path: &ParameterPath<'_>,
                visit: &mut dyn FnMut(&ParameterPath<'_>, &Generator),
            ) {
                $(self.$index.visit_generators(&path.index($index), visit);)*
            }

            fn set_training(&self, training: bool) {
                $(self.$index.set_training(training);)*
            }
        }
    )*};
}

tuples! {
    ()
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
}
