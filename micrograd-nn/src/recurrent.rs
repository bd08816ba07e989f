//! Cells of recurrent networks: one step in time. One cell in each file.

mod gates;
mod gru;
mod lstm;
mod rnn;

pub use gru::GruCell;
pub use lstm::{LstmCell, LstmState};
pub use rnn::RnnCell;

use gates::Gates;

/// Cells show the parameters of their gates as their own.
macro_rules! as_their_gates {
    ($($Cell:ident)*) => {$(
        impl crate::Module for $Cell {
            fn visit_parameters(
                &self,
                path: &crate::ParameterPath<'_>,
                visit: &mut dyn FnMut(&crate::ParameterPath<'_>, &micrograd_core::Value),
            ) {
                self.gates.visit_parameters(path, visit);
            }

            fn visit_tensors(
                &self,
                path: &crate::ParameterPath<'_>,
                visit: &mut dyn FnMut(crate::ParameterTensor),
            ) {
                self.gates.visit_tensors(path, visit);
            }
        }

        impl std::fmt::Display for $Cell {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({}, {})", stringify!($Cell), self.inputs(), self.hidden())
            }
        }
    )*};
}

as_their_gates! { RnnCell GruCell LstmCell }
