#[allow(dead_code)]
fn cubes(x: &[f64]) -> f64 {
    cubes::value::<f64>(x)
}
///The derivatives of the function [`cubes`](fn@cubes).
#[allow(non_camel_case_types, dead_code, unreachable_pub)]
enum cubes {}
const _: () = {
    use ::micrograd_core::__macro_support::differentiable as __ad;
    #[allow(unused_imports)]
    use __ad::{
        BinaryRow as _, ParametricRow as _, Real as _, TernaryRow as _, UnaryRow as _,
    };
    impl __ad::Parameter<0> for cubes {
        type Role = __ad::Active;
    }
    struct Applied();
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl __ad::Function for Applied {
        const NAME: &'static str = "cubes";
        const IS_OPAQUE: bool = cubes::IS_OPAQUE;
        type Shapes = (<[f64] as __ad::Shaped>::Shape, ());
        #[inline]
        fn value<Num: __ad::Real>(
            &self,
            shapes: &Self::Shapes,
            mut numbers: &[Num],
        ) -> Num {
            let (lifted_x, _) = shapes;
            let lifted_x = __ad::rebuild::<[f64], Num>(lifted_x, &mut numbers);
            cubes::value::<Num>(&lifted_x)
        }
        #[inline]
        fn vjp(
            &self,
            shapes: &Self::Shapes,
            mut numbers: &[f64],
            adjoint: f64,
            adjoints: &mut [f64],
        ) {
            let (lifted_x, _) = shapes;
            let mut begin = &*adjoints;
            let mut d_x = __ad::rebuild::<[f64], f64>(lifted_x, &mut begin);
            let lifted_x = __ad::rebuild::<[f64], f64>(lifted_x, &mut numbers);
            cubes::vjp(&lifted_x, adjoint, &mut d_x);
            let adjoints = __ad::write_back::<[f64]>(&d_x, adjoints);
        }
    }
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl cubes {
        /// Whether a slope may be infinite where all numbers are finite: then a NaN may be a 0·∞, and ∞ a quotient that overflowed.
        #[doc(hidden)]
        pub const HAS_INFINITE_SLOPES: bool = !Self::IS_OPAQUE && { false };
        /// Whether it, or a function that it calls, has a derivative of the user's own: then its operations are not known.
        #[doc(hidden)]
        pub const IS_OPAQUE: bool = { false };
        /**The value of [`cubes`](fn@cubes), and its derivative along a direction in `x`: forward mode.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn jvp(x: &[f64], along_x: &[f64]) -> (f64, f64) {
            let lifted_x = __ad::along("x", x, along_x);
            let value = Self::value::<__ad::Dual1>(&lifted_x);
            (__ad::primals(&value), __ad::tangents(&value))
        }
        /**Adds seed·∂y/∂p to what is there, for each of `x`, and gives y, the result of [`cubes`](fn@cubes): a vector-Jacobian product.

# Panics

If a list and that of its derivatives differ in length, or the result and its seed.*/
        #[inline]
        #[track_caller]
        pub fn vjp(x: &[f64], seed: f64, d_x: &mut [f64]) -> f64 {
            __ad::check_length("x", x.len(), d_x.len());
            let before_d_x = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*d_x);
            let (value, back) = Self::pullback::<f64>(x);
            back(&seed, &mut *d_x);
            if Self::HAS_INFINITE_SLOPES && !(__ad::are_finite(&*d_x)) {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_x = __ad::leaves(&list, x);
                    let value = Self::value::<__ad::Term<'_>>(&lifted_x);
                    let starts = [__ad::starts(&before_d_x, &*d_x)];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &seed);
                    __ad::write(&mut adjoints, &mut *d_x);
                });
            }
            value
        }
        ///The value of [`cubes`](fn@cubes), and its derivatives with respect to `x`, in one sweep.
        #[inline]
        #[must_use]
        pub fn gradient(x: &[f64]) -> (f64, ::std::vec::Vec<f64>) {
            let mut d_x = __ad::zero_gradient(x);
            let (value, back) = Self::pullback::<f64>(x);
            back(&1.0, &mut d_x);
            if Self::HAS_INFINITE_SLOPES && !(__ad::are_finite(&d_x)) {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_x = __ad::leaves(&list, x);
                    let value = Self::value::<__ad::Term<'_>>(&lifted_x);
                    let starts = [];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &1.0);
                    __ad::write(&mut adjoints, &mut d_x);
                });
            }
            (value, d_x)
        }
        /**The product of the Hessian of [`cubes`](fn@cubes) in `x` with a direction: forward mode over the sweep.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn hvp(x: &[f64], along_x: &[f64]) -> ::std::vec::Vec<f64> {
            let lifted_x = __ad::along("x", x, along_x);
            let mut again_x = __ad::zeros(&lifted_x);
            let (_, back) = Self::pullback::<
                __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
            >(&lifted_x);
            back(&__ad::Dual1::constant(1.0), &mut again_x);
            __ad::tangents(&again_x)
        }
        ///The Hessian of [`cubes`](fn@cubes), row by row, over all numbers of `x` in their order.
        #[inline]
        #[must_use]
        pub fn hessian(x: &[f64]) -> ::std::vec::Vec<::std::vec::Vec<f64>> {
            let count = 0 + __ad::count(x);
            let mut rows = ::std::vec::Vec::with_capacity(count);
            for k in 0..count {
                let mut left = ::core::option::Option::Some(k);
                let lifted_x = __ad::with_unit(x, &mut left);
                let mut again_x = __ad::zeros(&lifted_x);
                let (_, back) = Self::pullback::<
                    __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
                >(&lifted_x);
                back(&__ad::Dual1::constant(1.0), &mut again_x);
                let mut row = ::std::vec::Vec::with_capacity(count);
                __ad::push_tangents(&again_x, &mut row);
                rows.push(row);
            }
            rows
        }
        /**[`vjp`](Self::vjp) of [`cubes`](fn@cubes) at several points at once, one in each lane of the numbers; what has no derivative is the same in all lanes.

Where the lanes take different branches, or an adjoint of 0 meets an infinite slope, they are differentiated one after the other.

# Panics

If a list and that of its derivatives differ in length.*/
        #[track_caller]
        pub fn vjp_lanes<const LANES: usize>(
            x: &[__ad::Lanes<LANES>],
            seed: __ad::Lanes<LANES>,
            d_x: &mut [__ad::Lanes<LANES>],
        ) -> __ad::Lanes<LANES> {
            __ad::check_length("x", x.len(), d_x.len());
            let before_d_x = __ad::copy(&*d_x);
            let together = __ad::stays_together(|| Self::pullback::<
                __ad::Lanes<LANES>,
            >(x));
            if let ::core::option::Option::Some((value, back)) = together {
                back(&seed, &mut *d_x);
                if !Self::HAS_INFINITE_SLOPES || (__ad::InLanes::are_finite(&*d_x)) {
                    return value;
                }
            }
            let mut value = seed;
            for lane in 0..LANES {
                let mut single_d_x = __ad::InLanes::lane(&before_d_x, lane);
                value.0[lane] = Self::vjp(
                    &__ad::InLanes::lane(x, lane),
                    seed.0[lane],
                    &mut single_d_x,
                );
                __ad::InLanes::set_lane(d_x, lane, &single_d_x);
            }
            value
        }
        /**[`cubes`](fn@cubes) of values: one node of their graph, whatever happens inside. `backward` runs the derivative that was compiled.

For `x` it takes values, numbers of any kind of `Scalar`, plain numbers, or lists of them; of plain numbers alone the result is one.*/
        #[must_use]
        #[track_caller]
        pub fn apply<Argument0>(x: Argument0) -> __ad::Joined<(Argument0::Number, ())>
        where
            Argument0: __ad::Argument<[f64]>,
            (Argument0::Number, ()): __ad::JoinEach<f64>,
            __ad::Joined<(Argument0::Number, ())>: __ad::Applies,
        {
            __ad::applied(
                Applied(),
                &(__ad::Passed::<[f64], _>(x, ::core::marker::PhantomData), ()),
            )
        }
        #[doc(hidden)]
        #[inline]
        pub fn value<Num: __ad::Real>(x: &[Num]) -> Num {
            let result;
            let mut sum = Num::from(0.0);
            for k2 in 0..x.len() {
                sum = (sum
                    + Num::parametric(
                        __ad::Powi,
                        (x[k2] - Num::from(1.0)),
                        f64::from(3),
                    ));
            }
            result = sum;
            result
        }
        #[doc(hidden)]
        #[inline]
        pub fn pullback<Num: __ad::Real>(
            x: &[Num],
        ) -> (Num, impl ::core::ops::FnOnce(&Num, &mut [Num])) {
            let result;
            let mut sum = Num::from(0.0);
            for k2 in 0..x.len() {
                sum = (sum
                    + Num::parametric(
                        __ad::Powi,
                        (x[k2] - Num::from(1.0)),
                        f64::from(3),
                    ));
            }
            result = sum;
            (
                result,
                move |seed: &Num, d_x: &mut [Num]| {
                    let mut adjoint_of_result = __ad::copy(seed);
                    let mut d_sum = Num::ZERO;
                    let a10 = ::core::mem::replace(&mut adjoint_of_result, Num::ZERO);
                    d_sum += a10;
                    for k2 in 0..x.len() {
                        let a5 = d_sum
                            .times(
                                __ad::Powi::slope(
                                    (x[k2] - Num::from(1.0)),
                                    f64::from(3),
                                    (x[k2] - Num::from(1.0)),
                                ),
                            );
                        d_x[k2] += a5;
                    }
                },
            )
        }
    }
};
