//! Statements of `grad!`, each written once: as a statement, and as plain arithmetic of the engine that it is compared with.

#![allow(clippy::assign_op_pattern, clippy::cast_precision_loss)] // Both ways are tried; loops are short.

use super::naive::Naive;
use micrograd_core::{Value, grad};

/// What a template takes and gives: three operands, two targets, two plain numbers, a list, and how often a loop is run.
pub(crate) struct Inputs<'a, T> {
    pub(crate) operands: [&'a T; 3],
    pub(crate) targets: [T; 2],
    pub(crate) numbers: [f64; 2],
    pub(crate) list: &'a [T],
    pub(crate) times: usize,
    /// What an iterator does between two runs of a loop.
    pub(crate) between: &'a dyn Fn(),
}

macro_rules! templates {
    ($a:ident $b:ident $c:ident $s:ident $t:ident $k:ident $h:ident $xs:ident $n:ident $between:ident
        $($name:ident { $($body:tt)* })*) => {
        mod statements {
            use super::{Inputs, Value, grad};
            $(
                #[allow(unused_mut)]
                pub(super) fn $name(inputs: Inputs<'_, Value>) -> [Value; 2] {
                    let Inputs { operands: [$a, $b, $c], targets: [mut $s, mut $t], numbers: [$k, $h], list: $xs, times: $n,
                        between: $between } = inputs;
                    let _ = (&$s, &$t, &$a, &$b, &$c, &$k, &$h, &$xs, &$n, &$between);
                    grad! { $($body)* }
                    [$s, $t]
                }
            )*
        }

        mod arithmetic {
            use super::{Inputs, Naive};
            $(
                #[allow(unused_mut, unused_parens)]
                pub(super) fn $name(inputs: Inputs<'_, Naive>) -> [Naive; 2] {
                    let Inputs { operands: [&$a, &$b, &$c], targets: [mut $s, mut $t], numbers: [$k, $h], list: $xs, times: $n,
                        between: $between } = inputs;
                    let _ = (&$s, &$t, &$a, &$b, &$c, &$k, &$h, &$xs, &$n, &$between);
                    $($body)*
                    [$s, $t]
                }
            )*
        }

        /// Each as a statement and as plain arithmetic.
        pub(crate) const ALL: &[Template] = &[$(
            (stringify!($name), statements::$name, arithmetic::$name),
        )*];
    };
}

type Template = (
    &'static str,
    fn(Inputs<'_, Value>) -> [Value; 2],
    fn(Inputs<'_, Naive>) -> [Naive; 2],
);

templates! { a b c s t k h xs n between
    products { s += a * b; t -= b * c; }
    polynomial { let p = a * a * 0.5 + b * a - c; s += p; t = p * 0.25; }
    alternating { s += a * b + b * a * 0.5 + a * c; t = (b * a - a * k) * b; }
    quotient { s = a / (b * b + 1.0); t /= (c * c + 1.5); }
    functions { let y = a.sin() * b.cos() + c.exp() * 0.1; t += y * y; s = y - t; }
    function_of_a_term { s += (a * b + k).sin(); t -= (c - h).relu() * a; }
    negation { s = -a; t = -(b - c) + s; }
    itself { s = s * 0.5 + a * s; t *= b; t += t * c; }
    itself_twice { s = s * (1.0 - s) * k; s = s - a; }
    powers { s += a.powi(2) - b.powi(3) * 0.01; t = (a - c).powi(2); }
    larger { s = a.max(b); t += c.relu() + (a * k).relu(); }
    numbers { let f = k * h + 1.5; s *= f; t += f * a; s -= f; }
    second_handle { let copy = s; let other = copy; t = other + a; s = copy * 0.5; }
    temporaries { let d = a - b; let e = d * c; s += e * d; t += d * d; }
    intermediate {
        {
            let v = a * b;
            let w = v - c * h;
            s += v * 0.5;
            t -= w;
            s -= w * v;
            t += v;
        }
    }
    overlapping_intermediates {
        {
            let u = a + b * k;
            s += u;
            let v = a * c;
            t += u;
            s -= v * 0.5;
            t += v;
            s += v;
        }
    }
    steps {
        for _ in 0..n {
            let ds = a * (t - s);
            let dt = s * b - t * c;
            s += ds * 0.01;
            t += dt * 0.01;
        }
    }
    sum_of_list { for x in xs { s += x; } }
    sum_of_products { for x in xs { s += x * a; } for x in xs { t -= b * x * k; } }
    sum_of_squares { for x in xs { let d = x - c; s += d * d; } }
    sum_with_numbers { for i in 0..n { s += a * h; t -= b * (i as f64); } }
    sum_of_functions { for x in xs { s += x.sin() * 0.5; } for x in xs { t += (x * b).cos(); } }
    interrupted_sum { for x in xs.iter().inspect(|_| between()) { s += x * a; } }
    interrupted_differences { for x in xs.iter().inspect(|_| between()) { t -= x * x; } for x in xs { t -= x * x; } }
    interrupted_numbers { for i in (0..n).inspect(|_| between()) { s += c * k; t += i as f64 * a; } }
    two_sums { for x in xs { s += x * c; t += x; } }
    chain_goes_on { for x in xs { s += x * b; } for x in xs { s += x * b; } s += a; }
    plain_loop { for x in xs { s = s + x * h; } let mut i: usize = 0; while i < n { t += a * s; i += 1; } }
    branches { if a.data() > b.data() { s += a; } else { s -= b * k; } let y = if c.data() > s.data() { c } else { s }; t = t + y; }
    one_sum { for x in xs { s += x * k; } }
    sums_by_hand { s += a * b; s += a * b; s -= a * c; s -= a * c; t += c; }
    while_loop { let mut i: usize = 0; while i < n { s += a * b; i += 1; } }
    block { let y = { let d = a * c; d * d + d }; s = s * 0.125 + y; }
    long {
        s = a * b + b * c + c * a + a * k + b * h + c * s + s * t + t * a + a * a + b * b + c * c;
    }
    many_operands {
        t = a * 0.1 + b * 0.2 + c * 0.3 + s * 0.4 + t * 0.5 + a * b * c * k * h * 0.01;
    }
    nested_loops {
        for x in xs {
            let mut inner = x * 0.5;
            for y in xs { inner += y * x; }
            s += inner * 0.1;
        }
    }
}
