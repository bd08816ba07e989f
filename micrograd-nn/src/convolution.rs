//! Convolutions: the same weights at each place. One for lines and one for pictures.

mod conv1d;
mod conv2d;
mod kernels;

pub use conv1d::Conv1d;
pub use conv2d::Conv2d;

use kernels::Kernels;

/// Convolutions show the parameters of their kernels as their own.
macro_rules! as_their_kernels {
    ($($Convolution:ident)*) => {$(
        impl crate::Module for $Convolution {
            fn visit_parameters(
                &self,
                path: &crate::ParameterPath<'_>,
                visit: &mut dyn FnMut(&crate::ParameterPath<'_>, &micrograd_core::Value),
            ) {
                self.kernels.visit_parameters(path, visit);
            }

            fn visit_tensors(
                &self,
                path: &crate::ParameterPath<'_>,
                visit: &mut dyn FnMut(crate::ParameterTensor),
            ) {
                self.kernels.visit_tensors(path, visit);
            }
        }
    )*};
}

as_their_kernels! { Conv1d Conv2d }
