//! A number that counts the elementary operations in which it takes part.

use crate::function::Function;
use crate::scalar::Scalar;
use std::cell::Cell;
use std::ops::{Add, Div, Mul, Neg, Sub};

thread_local! {
    static OPERATIONS: Cell<usize> = const { Cell::new(0) };
}

/// How many elementary operations with a variable operand the function takes at `x`.
pub(crate) fn count_operations(function: &impl Function, x: &[f64]) -> usize {
    let variables: Vec<Counted> = x.iter().map(|&value| Counted::Variable(value)).collect();
    OPERATIONS.set(0);
    function.with_scalars(&variables);
    OPERATIONS.get()
}

#[derive(Clone, Copy)]
enum Counted {
    Constant(f64),
    Variable(f64),
}

impl Counted {
    fn unary(self, f: impl Fn(f64) -> f64) -> Counted {
        match self {
            Counted::Constant(x) => Counted::Constant(f(x)),
            Counted::Variable(x) => result(f(x)),
        }
    }

    fn binary(self, other: Counted, f: impl Fn(f64, f64) -> f64) -> Counted {
        match (self, other) {
            (Counted::Constant(a), Counted::Constant(b)) => Counted::Constant(f(a, b)),
            _ => result(f(self.value(), other.value())),
        }
    }
}

fn result(value: f64) -> Counted {
    OPERATIONS.set(OPERATIONS.get() + 1);
    Counted::Variable(value)
}

macro_rules! operators {
    ($($Operator:ident $operator:ident;)*) => {$(
        impl $Operator for Counted {
            type Output = Counted;
            fn $operator(self, other: Counted) -> Counted {
                self.binary(other, f64::$operator)
            }
        }

        impl $Operator<f64> for Counted {
            type Output = Counted;
            fn $operator(self, other: f64) -> Counted {
                self.binary(Counted::Constant(other), f64::$operator)
            }
        }

        impl $Operator<Counted> for f64 {
            type Output = Counted;
            fn $operator(self, other: Counted) -> Counted {
                Counted::Constant(self).binary(other, f64::$operator)
            }
        }
    )*};
}

operators! {
    Add add;
    Sub sub;
    Mul mul;
    Div div;
}

impl Neg for Counted {
    type Output = Counted;
    fn neg(self) -> Counted {
        self.unary(f64::neg)
    }
}

impl Scalar for Counted {
    fn constant(self, number: f64) -> Counted {
        Counted::Constant(number)
    }

    fn value(self) -> f64 {
        let (Counted::Constant(value) | Counted::Variable(value)) = self;
        value
    }

    fn exp(self) -> Counted {
        self.unary(f64::exp)
    }

    fn ln(self) -> Counted {
        self.unary(f64::ln)
    }

    fn sqrt(self) -> Counted {
        self.unary(f64::sqrt)
    }

    fn abs(self) -> Counted {
        self.unary(f64::abs)
    }

    fn relu(self) -> Counted {
        self.unary(Scalar::relu)
    }
}
