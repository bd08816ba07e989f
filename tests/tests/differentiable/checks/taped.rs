//! A number that can be written like an `f64` and is recorded on the tape.

use micrograd_core::{Scalar, Value};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

thread_local! {
    static VALUES: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
}

/// A plain number, or the place of a value among those of this thread.
#[derive(Clone, Copy)]
pub(crate) enum Taped {
    Plain(f64),
    Value(usize),
}

use Taped::Plain;

fn recorded(value: Value) -> Taped {
    VALUES.with_borrow_mut(|values| {
        values.push(value);
        Taped::Value(values.len() - 1)
    })
}

/// The results, and ∂(seed·results)/∂ each of the numbers.
pub(super) fn gradient(
    f: &dyn Fn(&[Taped]) -> Vec<Taped>,
    at: &[f64],
    seed: &[f64],
) -> (Vec<f64>, Vec<f64>) {
    VALUES.with_borrow_mut(Vec::clear);
    let leaves: Vec<Value> = at.iter().copied().map(Value::new).collect();
    let inputs: Vec<Taped> = leaves.iter().cloned().map(recorded).collect();
    let results = f(&inputs);
    let numbers = results.iter().map(|result| result.number()).collect();
    let values: Vec<Value> = results.iter().map(|result| result.value()).collect();
    let terms: Vec<Value> = values
        .iter()
        .zip(seed)
        .map(|(value, seed)| value * *seed)
        .collect();
    if let [only] = &terms[..] {
        only.backward();
    } else {
        Value::sum_of(&terms).backward();
    }
    let gradients = leaves.iter().map(Value::grad).collect();
    VALUES.with_borrow_mut(Vec::clear);
    (numbers, gradients)
}

impl Taped {
    fn value(self) -> Value {
        match self {
            Plain(number) => Value::new(number),
            Taped::Value(place) => VALUES.with_borrow(|values| values[place].clone()),
        }
    }

    fn number(self) -> f64 {
        match self {
            Plain(number) => number,
            Taped::Value(place) => VALUES.with_borrow(|values| values[place].data()),
        }
    }

    fn unary(self, plain: impl Fn(f64) -> f64, value: impl Fn(&Value) -> Value) -> Taped {
        match self {
            Plain(number) => Plain(plain(number)),
            taped @ Taped::Value(_) => recorded(value(&taped.value())),
        }
    }
}

macro_rules! operators {
    ($($Operator:ident $operator:ident, $Assign:ident $assign:ident;)*) => {$(
        impl<T: Into<Taped>> $Operator<T> for Taped {
            type Output = Taped;

            fn $operator(self, other: T) -> Taped {
                match (self, other.into()) {
                    (Plain(a), Plain(b)) => Plain(a.$operator(b)),
                    (Plain(a), b) => recorded(a.$operator(&b.value())),
                    (a, Plain(b)) => recorded((&a.value()).$operator(b)),
                    (a, b) => recorded((&a.value()).$operator(&b.value())),
                }
            }
        }

        impl $Operator<Taped> for f64 {
            type Output = Taped;

            fn $operator(self, other: Taped) -> Taped {
                Plain(self).$operator(other)
            }
        }

        impl $Operator<&Taped> for f64 {
            type Output = Taped;

            fn $operator(self, other: &Taped) -> Taped {
                Plain(self).$operator(*other)
            }
        }

        impl $Operator<Taped> for &f64 {
            type Output = Taped;

            fn $operator(self, other: Taped) -> Taped {
                Plain(*self).$operator(other)
            }
        }

        impl $Operator<&Taped> for &f64 {
            type Output = Taped;

            fn $operator(self, other: &Taped) -> Taped {
                Plain(*self).$operator(*other)
            }
        }

        impl<T: Into<Taped>> $Operator<T> for &Taped {
            type Output = Taped;

            fn $operator(self, other: T) -> Taped {
                (*self).$operator(other)
            }
        }

        impl<T: Into<Taped>> $Assign<T> for Taped {
            fn $assign(&mut self, other: T) {
                *self = (*self).$operator(other);
            }
        }
    )*};
}

operators! {
    Add add, AddAssign add_assign;
    Sub sub, SubAssign sub_assign;
    Mul mul, MulAssign mul_assign;
    Div div, DivAssign div_assign;
}

impl Neg for Taped {
    type Output = Taped;

    fn neg(self) -> Taped {
        self.unary(|x| -x, |x| -x)
    }
}

impl Neg for &Taped {
    type Output = Taped;

    fn neg(self) -> Taped {
        -*self
    }
}

macro_rules! from {
    ($($Plain:ty)*) => {$(
        impl From<$Plain> for Taped {
            fn from(number: $Plain) -> Taped {
                Plain(f64::from(number))
            }
        }
    )*};
}

from! { f64 f32 u8 u16 u32 i8 i16 i32 }

impl From<&Taped> for Taped {
    fn from(number: &Taped) -> Taped {
        *number
    }
}

impl From<&f64> for Taped {
    fn from(number: &f64) -> Taped {
        Plain(*number)
    }
}

impl PartialEq for Taped {
    fn eq(&self, other: &Taped) -> bool {
        self.number() == other.number()
    }
}

impl PartialOrd for Taped {
    fn partial_cmp(&self, other: &Taped) -> Option<Ordering> {
        self.number().partial_cmp(&other.number())
    }
}

impl PartialEq<f64> for Taped {
    fn eq(&self, other: &f64) -> bool {
        self.number() == *other
    }
}

impl PartialOrd<f64> for Taped {
    fn partial_cmp(&self, other: &f64) -> Option<Ordering> {
        self.number().partial_cmp(other)
    }
}

impl PartialEq<Taped> for f64 {
    fn eq(&self, other: &Taped) -> bool {
        *self == other.number()
    }
}

impl PartialOrd<Taped> for f64 {
    fn partial_cmp(&self, other: &Taped) -> Option<Ordering> {
        self.partial_cmp(&other.number())
    }
}

impl fmt::Debug for Taped {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.number().fmt(f)
    }
}

macro_rules! of_one {
    ($($name:ident)*) => {
        impl Taped {$(
            pub(crate) fn $name(self) -> Taped {
                self.unary(|x| Scalar::$name(&x), |x| Scalar::$name(x))
            }
        )*}
    };
}

of_one! {
    recip sqrt cbrt exp exp2 exp_m1 ln log2 log10 ln_1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh
    erf erfc erfcx ln_normal_cdf ln_gamma digamma abs signum floor ceil round trunc fract to_degrees to_radians
    relu sigmoid softplus ln_sigmoid gelu silu
}

macro_rules! of_two {
    ($($name:ident $of_scalar:ident $plain:expr;)*) => {
        impl Taped {$(
            pub(crate) fn $name(self, other: impl Into<Taped>) -> Taped {
                match (self, other.into()) {
                    (Plain(a), Plain(b)) => Plain($plain(a, b)),
                    (a, Plain(b)) => recorded(Scalar::$of_scalar(&a.value(), b)),
                    (a, b) => recorded(Scalar::$of_scalar(&a.value(), &b.value())),
                }
            }
        )*}
    };
}

of_two! {
    powf pow f64::powf;
    pow pow f64::powf;
    atan2 atan2 f64::atan2;
    hypot hypot f64::hypot;
    min min f64::min;
    max max f64::max;
    copysign copysign f64::copysign;
    rem_euclid rem_euclid f64::rem_euclid;
    log log f64::log;
    xlogy xlogy |a, b| Scalar::xlogy(&a, b);
    logaddexp logaddexp |a, b| Scalar::logaddexp(&a, b);
}

impl Taped {
    pub(crate) const EPSILON: f64 = f64::EPSILON;
    pub(crate) const INFINITY: f64 = f64::INFINITY;
    pub(crate) const MAX: f64 = f64::MAX;

    pub(crate) fn powi(self, n: i32) -> Taped {
        self.unary(|x| Scalar::powi(&x, n), |x| Scalar::powi(x, n))
    }

    pub(crate) fn polygamma(self, n: u32) -> Taped {
        self.unary(|x| Scalar::polygamma(&x, n), |x| Scalar::polygamma(x, n))
    }

    pub(crate) fn erfcx_derivative(self, n: u32) -> Taped {
        self.unary(
            |x| Scalar::erfcx_derivative(&x, n),
            |x| Scalar::erfcx_derivative(x, n),
        )
    }

    pub(crate) fn leaky_relu(self, slope: impl Into<Taped>) -> Taped {
        let slope = slope.into().number();
        self.unary(
            |x| Scalar::leaky_relu(&x, slope),
            |x| Scalar::leaky_relu(x, slope),
        )
    }

    pub(crate) fn elu(self, alpha: impl Into<Taped>) -> Taped {
        let alpha = alpha.into().number();
        self.unary(|x| Scalar::elu(&x, alpha), |x| Scalar::elu(x, alpha))
    }

    pub(crate) fn clamp(self, low: impl Into<Taped>, high: impl Into<Taped>) -> Taped {
        let (low, high) = (low.into().number(), high.into().number());
        self.unary(
            |x| Scalar::clamp(&x, low, high),
            |x| Scalar::clamp(x, low, high),
        )
    }

    pub(crate) fn mul_add(self, factor: impl Into<Taped>, term: impl Into<Taped>) -> Taped {
        let (factor, term) = (factor.into(), term.into());
        recorded(Scalar::mul_add(
            &self.value(),
            &factor.value(),
            &term.value(),
        ))
    }

    pub(crate) fn is_nan(self) -> bool {
        self.number().is_nan()
    }

    pub(crate) fn is_finite(self) -> bool {
        self.number().is_finite()
    }
}
