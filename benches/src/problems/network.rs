//! A network of 2-16-16-1 neurons; its parameters lie neuron by neuron, the weights before the bias

use crate::scalar::{LeftOf, Scalar};
use micrograd_core::{Operand, Value, grad};
use std::ops::Mul;

/// The numbers of the parameters up to each layer.
const FIRST: usize = 16 * 3;
const SECOND: usize = FIRST + 16 * 17;
pub(crate) const PARAMETERS: usize = SECOND + 17;

pub(crate) mod with_grad {
    use super::{FIRST, Operand, SECOND, Value, grad};

    pub(crate) fn score(p: &[Value], point: &[f64]) -> Value {
        let hidden1 = layer(p, point, 16, true);
        let hidden2 = layer(&p[FIRST..], &hidden1, 16, true);
        layer(&p[SECOND..], &hidden2, 1, false).swap_remove(0)
    }

    fn layer<X: Operand>(p: &[Value], x: &[X], neurons: usize, relu: bool) -> Vec<Value> {
        let mut out = Vec::with_capacity(neurons);
        for w in p.chunks(x.len() + 1).take(neurons) {
            let mut act = w[x.len()].clone();
            grad! {
                for j in 0..x.len() {
                    act += w[j] * x[j];
                }
            }
            out.push(if relu { act.relu() } else { act });
        }
        out
    }
}

pub(crate) mod with_operators {
    use super::{FIRST, SECOND, Value};

    pub(crate) fn score(p: &[Value], point: &[f64]) -> Value {
        let hidden1 = layer(p, point, 16, true, |w, &x| w * x);
        let hidden2 = layer(&p[FIRST..], &hidden1, 16, true, |w, x| w * x);
        layer(&p[SECOND..], &hidden2, 1, false, |w, x| w * x).swap_remove(0)
    }

    fn layer<X>(
        p: &[Value],
        x: &[X],
        neurons: usize,
        relu: bool,
        weighted: impl Fn(&Value, &X) -> Value,
    ) -> Vec<Value> {
        let mut out = Vec::with_capacity(neurons);
        for w in p.chunks(x.len() + 1).take(neurons) {
            let mut act = w[x.len()].clone();
            for j in 0..x.len() {
                act += weighted(&w[j], &x[j]);
            }
            out.push(if relu { act.relu() } else { act });
        }
        out
    }
}

pub(crate) mod with_scalars {
    use super::{FIRST, LeftOf, Mul, SECOND, Scalar};

    pub(crate) fn score<N: Scalar>(p: &[N], point: &[f64]) -> N
    where
        f64: LeftOf<N>,
    {
        let hidden1 = layer(p, point, 16, true);
        let hidden2 = layer(&p[FIRST..], &hidden1, 16, true);
        layer(&p[SECOND..], &hidden2, 1, false)[0]
    }

    pub(crate) fn layer<N, X>(p: &[N], x: &[X], neurons: usize, relu: bool) -> Vec<N>
    where
        N: Scalar + Mul<X, Output = N>,
        X: Copy,
    {
        let mut out = Vec::with_capacity(neurons);
        for w in p.chunks(x.len() + 1).take(neurons) {
            let mut act = w[x.len()];
            for j in 0..x.len() {
                act = act + w[j] * x[j];
            }
            out.push(if relu { act.relu() } else { act });
        }
        out
    }
}

pub(crate) mod by_hand {
    use super::with_scalars::layer;
    use super::{FIRST, SECOND};

    pub(crate) struct Pass<'a> {
        point: &'a [f64],
        hidden1: Vec<f64>,
        hidden2: Vec<f64>,
        pub(crate) score: f64,
    }

    pub(crate) fn forward<'a>(p: &[f64], point: &'a [f64]) -> Pass<'a> {
        let hidden1 = layer(p, point, 16, true);
        let hidden2 = layer(&p[FIRST..], &hidden1, 16, true);
        let score = layer(&p[SECOND..], &hidden2, 1, false)[0];
        Pass {
            point,
            hidden1,
            hidden2,
            score,
        }
    }

    /// Adds a·∂score/∂p to the gradient.
    pub(crate) fn backward(p: &[f64], pass: &Pass<'_>, a: f64, gradient: &mut [f64]) {
        let (gradient, last) = gradient.split_at_mut(SECOND);
        let (first, second) = gradient.split_at_mut(FIRST);
        let a_hidden2 = below(&p[SECOND..], &pass.hidden2, &[a], last);
        let a_hidden2 = through_relu(&pass.hidden2, a_hidden2);
        let a_hidden1 = below(&p[FIRST..], &pass.hidden1, &a_hidden2, second);
        let a_hidden1 = through_relu(&pass.hidden1, a_hidden1);
        below(p, pass.point, &a_hidden1, first);
    }

    /// The adjoints of a layer's inputs; those of its parameters are added up.
    fn below(p: &[f64], x: &[f64], a: &[f64], gradient: &mut [f64]) -> Vec<f64> {
        let mut a_x = vec![0.0; x.len()];
        let neurons = p.chunks(x.len() + 1).zip(gradient.chunks_mut(x.len() + 1));
        for (&a, (w, g)) in a.iter().zip(neurons) {
            for j in 0..x.len() {
                g[j] += a * x[j];
                a_x[j] += a * w[j];
            }
            g[x.len()] += a;
        }
        a_x
    }

    fn through_relu(y: &[f64], mut a: Vec<f64>) -> Vec<f64> {
        for (a, &y) in a.iter_mut().zip(y) {
            *a = if y > 0.0 { *a } else { 0.0 };
        }
        a
    }
}

macro_rules! compiled {
    ($($option:ident)?) => {
        #[differentiable($($option)?)]
        pub(crate) fn score(p: &[f64], #[constant] point: &[f64; 2]) -> f64 {
            let mut hidden1 = [0.0; 16];
            for i in 0..16 {
                let w = &p[i * 3..i * 3 + 3];
                let mut act = w[2];
                for j in 0..2 {
                    act += w[j] * point[j];
                }
                hidden1[i] = act.relu();
            }
            let mut hidden2 = [0.0; 16];
            for i in 0..16 {
                let w = &p[FIRST + i * 17..FIRST + i * 17 + 17];
                let mut act = w[16];
                for j in 0..16 {
                    act += w[j] * hidden1[j];
                }
                hidden2[i] = act.relu();
            }
            let w = &p[SECOND..SECOND + 17];
            let mut act = w[16];
            for j in 0..16 {
                act += w[j] * hidden2[j];
            }
            act
        }
    };
}

pub(crate) mod in_order {
    use super::{FIRST, SECOND};
    use micrograd_core::{Scalar, differentiable};

    compiled! {}
}

pub(crate) mod reordered {
    use super::{FIRST, SECOND};
    use micrograd_core::{Scalar, differentiable};

    compiled! { reorder }
}
