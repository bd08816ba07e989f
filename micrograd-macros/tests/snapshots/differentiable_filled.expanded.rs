#[allow(dead_code)]
fn softened(x: &[f64], sharpness: f64, out: &mut [f64]) {
    for (y, x) in out.iter_mut().zip(x) {
        *y = (sharpness * x).tanh();
    }
}
///The derivatives of the function [`softened`](fn@softened).
#[allow(non_camel_case_types, dead_code, unreachable_pub)]
enum softened {}
const _: () = {
    use ::micrograd_core::__macro_support::differentiable as __ad;
    #[allow(unused_imports)]
    use __ad::{
        BinaryRow as _, ParametricRow as _, Real as _, TernaryRow as _, UnaryRow as _,
    };
    impl __ad::Parameter<0> for softened {
        type Role = __ad::Active;
    }
    impl __ad::Parameter<1> for softened {
        type Role = __ad::Active;
    }
    impl __ad::Parameter<2> for softened {
        type Role = __ad::Constant;
    }
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl softened {
        /// Whether a slope may be infinite where all numbers are finite: then a NaN may be a 0·∞, and ∞ a quotient that overflowed.
        #[doc(hidden)]
        pub const HAS_INFINITE_SLOPES: bool = !Self::IS_OPAQUE && { false };
        /// Whether it, or a function that it calls, has a derivative of the user's own: then its operations are not known.
        #[doc(hidden)]
        pub const IS_OPAQUE: bool = { false };
        /**The value of [`softened`](fn@softened), and its derivative along a direction in `x` and `sharpness`: forward mode.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn jvp(
            x: &[f64],
            sharpness: f64,
            out: &mut [f64],
            along_x: &[f64],
            along_sharpness: f64,
        ) -> ::std::vec::Vec<f64> {
            let lifted_x = __ad::along("x", x, along_x);
            let lifted_sharpness = __ad::along(
                "sharpness",
                &sharpness,
                &along_sharpness,
            );
            let value = Self::value::<__ad::Dual1>(&lifted_x, lifted_sharpness, out);
            let primals = __ad::primals(&value);
            out[..].clone_from_slice(&primals[..]);
            __ad::tangents(&value)
        }
        /**Adds seed·∂y/∂p to what is there, for each of `x` and `sharpness`, and gives y, with which it fills the list, as does [`softened`](fn@softened): a vector-Jacobian product.

# Panics

If a list and that of its derivatives differ in length, or the result and its seed.*/
        #[inline]
        #[track_caller]
        pub fn vjp(
            x: &[f64],
            sharpness: f64,
            out: &mut [f64],
            seed: &[f64],
            d_x: &mut [f64],
            d_sharpness: &mut f64,
        ) {
            __ad::check_length("x", x.len(), d_x.len());
            let before_d_x = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*d_x);
            let before_d_sharpness = __ad::unless_zero(
                Self::HAS_INFINITE_SLOPES,
                &*d_sharpness,
            );
            let (value, back) = Self::pullback::<f64>(x, sharpness, out);
            __ad::check_seed(value.len(), seed.len());
            back(seed, &mut *d_x, &mut *d_sharpness, &mut ());
            if Self::HAS_INFINITE_SLOPES
                && !(__ad::are_finite(&*d_x) && __ad::are_finite(&*d_sharpness))
            {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_x = __ad::leaves(&list, x);
                    let lifted_sharpness = __ad::leaves(&list, &sharpness);
                    let value = Self::value::<
                        __ad::Term<'_>,
                    >(&lifted_x, lifted_sharpness, out);
                    let starts = [
                        __ad::starts(&before_d_x, &*d_x),
                        __ad::starts(&before_d_sharpness, &*d_sharpness),
                    ];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, seed);
                    __ad::write(&mut adjoints, &mut *d_x);
                    __ad::write(&mut adjoints, &mut *d_sharpness);
                });
            }
            out[..].clone_from_slice(&value[..]);
        }
        #[doc(hidden)]
        #[inline]
        pub fn value<Num: __ad::Real>(
            x: &[Num],
            sharpness: Num,
            out: &[f64],
        ) -> ::std::vec::Vec<Num> {
            let result;
            let mut out2 = __ad::lift(&out.to_vec());
            let length2 = __ad::Length(out2.len());
            let length3 = __ad::Length(x.len());
            for k1 in 0..usize::min(length2.len(), length3.len()) {
                let element4 = x[k1];
                let result5 = Num::unary(__ad::Tanh, (sharpness * element4));
                out2[k1] = result5;
            }
            result = __ad::copy(&out2);
            result
        }
        #[doc(hidden)]
        #[inline]
        pub fn pullback<Num: __ad::Real>(
            x: &[Num],
            sharpness: Num,
            out: &[f64],
        ) -> (
            ::std::vec::Vec<Num>,
            impl ::core::ops::FnOnce(&[Num], &mut [Num], &mut Num, &mut ()),
        ) {
            let mut stack8 = ::std::vec::Vec::new();
            let result;
            let mut out2 = __ad::lift(&out.to_vec());
            let length2 = __ad::Length(out2.len());
            let length3 = __ad::Length(x.len());
            stack8
                .extend(
                    ::core::iter::Iterator::map(
                        0..usize::min(length2.len(), length3.len()),
                        |k1| {
                            let element4 = x[k1];
                            let result5 = Num::unary(__ad::Tanh, (sharpness * element4));
                            out2[k1] = result5;
                            (element4, result5)
                        },
                    ),
                );
            result = __ad::copy(&out2);
            (
                result,
                move |seed: &[Num], d_x: &mut [Num], to_sharpness: &mut Num, _: &mut ()| {
                    let mut adjoint_of_result = __ad::copy(seed);
                    let mut d_sharpness = *to_sharpness;
                    let mut d_out2 = __ad::zeros(&out2);
                    __ad::accumulate(&mut d_out2[..], &adjoint_of_result[..]);
                    __ad::clear(&mut adjoint_of_result);
                    let sequence = 0..usize::min(length2.len(), length3.len());
                    let from_stack = ::core::iter::Iterator::rev(
                        __ad::last(&mut stack8, &sequence),
                    );
                    for (k1, (element4, result5)) in ::core::iter::Iterator::zip(
                        ::core::iter::Iterator::rev(sequence),
                        from_stack,
                    ) {
                        let a6 = ::core::mem::replace(&mut d_out2[k1], Num::ZERO);
                        let a7 = a6
                            .times(__ad::Tanh::slope((sharpness * element4), result5));
                        d_sharpness += a7.times(element4);
                        d_x[k1] += a7.times(sharpness);
                    }
                    *to_sharpness = d_sharpness;
                },
            )
        }
    }
};
