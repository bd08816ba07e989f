//! Dual numbers as numbers of the table: a row over them gives its partials with their derivatives.

use super::Dual;
use crate::operations::{Number, number_methods_by_rows, row};

impl<const N: usize, B> Number for Dual<N, B> {
    number_methods_by_rows! {}

    #[inline]
    fn primal(self) -> f64 {
        self.data
    }

    #[inline]
    fn powf(self, exponent: Self) -> Self {
        // Mostly the exponent is a constant: then there is no need of ln x.
        if exponent.tangents == [0.0; N] {
            self.binary_with_number(row::Pow, exponent.data)
        } else {
            self.binary(row::Pow, &exponent)
        }
    }

    #[inline]
    fn mul_add(self, factor: Self, term: Self) -> Self {
        Dual::ternary(row::MulAdd, [&self, &factor, &term])
    }
}
