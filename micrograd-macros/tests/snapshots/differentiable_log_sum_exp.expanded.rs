#[allow(dead_code)]
fn log_sum_exp(x: &[f64], m: f64) -> f64 {
    let mut sum = 0.0;
    for x in x {
        sum += (x - m).exp();
    }
    sum.ln() + m
}
///The derivatives of the function [`log_sum_exp`](fn@log_sum_exp).
#[allow(non_camel_case_types, dead_code, unreachable_pub)]
enum log_sum_exp {}
const _: () = {
    use ::micrograd_core::__macro_support::differentiable as __ad;
    #[allow(unused_imports)]
    use __ad::{
        BinaryRow as _, ParametricRow as _, Real as _, TernaryRow as _, UnaryRow as _,
    };
    impl __ad::Parameter<0> for log_sum_exp {
        type Role = __ad::Active;
    }
    impl __ad::Parameter<1> for log_sum_exp {
        type Role = __ad::Constant;
    }
    struct Applied<Kept0>(Kept0);
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl<Kept0: __ad::Hands<f64> + 'static> __ad::Function for Applied<Kept0> {
        const NAME: &'static str = "log_sum_exp";
        const IS_OPAQUE: bool = log_sum_exp::IS_OPAQUE;
        type Shapes = (<[f64] as __ad::Shaped>::Shape, ());
        #[inline]
        fn value<Num: __ad::Real>(
            &self,
            shapes: &Self::Shapes,
            mut numbers: &[Num],
        ) -> Num {
            let (lifted_x, _) = shapes;
            let lifted_x = __ad::rebuild::<[f64], Num>(lifted_x, &mut numbers);
            log_sum_exp::value::<Num>(&lifted_x, __ad::Hands::<f64>::hand(&self.0))
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
            log_sum_exp::vjp(
                &lifted_x,
                __ad::Hands::<f64>::hand(&self.0),
                adjoint,
                &mut d_x,
            );
            let adjoints = __ad::write_back::<[f64]>(&d_x, adjoints);
        }
    }
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl log_sum_exp {
        /// Whether a slope may be infinite where all numbers are finite: then a NaN may be a 0·∞, and ∞ a quotient that overflowed.
        #[doc(hidden)]
        pub const HAS_INFINITE_SLOPES: bool = !Self::IS_OPAQUE && { true };
        /// Whether it, or a function that it calls, has a derivative of the user's own: then its operations are not known.
        #[doc(hidden)]
        pub const IS_OPAQUE: bool = { false };
        /**The value of [`log_sum_exp`](fn@log_sum_exp), and its derivative along a direction in `x`: forward mode.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn jvp(x: &[f64], m: f64, along_x: &[f64]) -> (f64, f64) {
            let lifted_x = __ad::along("x", x, along_x);
            let value = Self::value::<__ad::Dual1>(&lifted_x, m);
            (__ad::primals(&value), __ad::tangents(&value))
        }
        /**Adds seed·∂y/∂p to what is there, for each of `x`, and gives y, the result of [`log_sum_exp`](fn@log_sum_exp): a vector-Jacobian product.

# Panics

If a list and that of its derivatives differ in length, or the result and its seed.*/
        #[inline]
        #[track_caller]
        pub fn vjp(x: &[f64], m: f64, seed: f64, d_x: &mut [f64]) -> f64 {
            __ad::check_length("x", x.len(), d_x.len());
            let before_d_x = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*d_x);
            let (value, back) = Self::pullback::<
                f64,
            >(x, ::core::clone::Clone::clone(&m));
            back(&seed, &mut *d_x, &mut ());
            if Self::HAS_INFINITE_SLOPES && !(__ad::are_finite(&*d_x)) {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_x = __ad::leaves(&list, x);
                    let value = Self::value::<__ad::Term<'_>>(&lifted_x, m);
                    let starts = [__ad::starts(&before_d_x, &*d_x)];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &seed);
                    __ad::write(&mut adjoints, &mut *d_x);
                });
            }
            value
        }
        ///The value of [`log_sum_exp`](fn@log_sum_exp), and its derivatives with respect to `x`, in one sweep.
        #[inline]
        #[must_use]
        pub fn gradient(x: &[f64], m: f64) -> (f64, ::std::vec::Vec<f64>) {
            let mut d_x = __ad::zero_gradient(x);
            let (value, back) = Self::pullback::<
                f64,
            >(x, ::core::clone::Clone::clone(&m));
            back(&1.0, &mut d_x, &mut ());
            if Self::HAS_INFINITE_SLOPES && !(__ad::are_finite(&d_x)) {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_x = __ad::leaves(&list, x);
                    let value = Self::value::<__ad::Term<'_>>(&lifted_x, m);
                    let starts = [];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &1.0);
                    __ad::write(&mut adjoints, &mut d_x);
                });
            }
            (value, d_x)
        }
        /**The product of the Hessian of [`log_sum_exp`](fn@log_sum_exp) in `x` with a direction: forward mode over the sweep.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn hvp(x: &[f64], m: f64, along_x: &[f64]) -> ::std::vec::Vec<f64> {
            let lifted_x = __ad::along("x", x, along_x);
            let mut again_x = __ad::zeros(&lifted_x);
            let (_, back) = Self::pullback::<
                __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
            >(&lifted_x, m);
            back(&__ad::Dual1::constant(1.0), &mut again_x, &mut ());
            __ad::tangents(&again_x)
        }
        ///The Hessian of [`log_sum_exp`](fn@log_sum_exp), row by row, over all numbers of `x` in their order.
        #[inline]
        #[must_use]
        pub fn hessian(x: &[f64], m: f64) -> ::std::vec::Vec<::std::vec::Vec<f64>> {
            let count = 0 + __ad::count(x);
            let mut rows = ::std::vec::Vec::with_capacity(count);
            for k in 0..count {
                let mut left = ::core::option::Option::Some(k);
                let lifted_x = __ad::with_unit(x, &mut left);
                let mut again_x = __ad::zeros(&lifted_x);
                let (_, back) = Self::pullback::<
                    __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
                >(&lifted_x, ::core::clone::Clone::clone(&m));
                back(&__ad::Dual1::constant(1.0), &mut again_x, &mut ());
                let mut row = ::std::vec::Vec::with_capacity(count);
                __ad::push_tangents(&again_x, &mut row);
                rows.push(row);
            }
            rows
        }
        /**[`vjp`](Self::vjp) of [`log_sum_exp`](fn@log_sum_exp) at several points at once, one in each lane of the numbers; what has no derivative is the same in all lanes.

Where the lanes take different branches, or an adjoint of 0 meets an infinite slope, they are differentiated one after the other.

# Panics

If a list and that of its derivatives differ in length.*/
        #[track_caller]
        pub fn vjp_lanes<const LANES: usize>(
            x: &[__ad::Lanes<LANES>],
            m: f64,
            seed: __ad::Lanes<LANES>,
            d_x: &mut [__ad::Lanes<LANES>],
        ) -> __ad::Lanes<LANES> {
            __ad::check_length("x", x.len(), d_x.len());
            let before_d_x = __ad::copy(&*d_x);
            let together = __ad::stays_together(|| Self::pullback::<
                __ad::Lanes<LANES>,
            >(x, ::core::clone::Clone::clone(&m)));
            if let ::core::option::Option::Some((value, back)) = together {
                back(&seed, &mut *d_x, &mut ());
                if !Self::HAS_INFINITE_SLOPES || (__ad::InLanes::are_finite(&*d_x)) {
                    return value;
                }
            }
            let mut value = seed;
            for lane in 0..LANES {
                let mut single_d_x = __ad::InLanes::lane(&before_d_x, lane);
                value.0[lane] = Self::vjp(
                    &__ad::InLanes::lane(x, lane),
                    ::core::clone::Clone::clone(&m),
                    seed.0[lane],
                    &mut single_d_x,
                );
                __ad::InLanes::set_lane(d_x, lane, &single_d_x);
            }
            value
        }
        /**[`log_sum_exp`](fn@log_sum_exp) of values: one node of their graph, whatever happens inside. `backward` runs the derivative that was compiled.

For `x` it takes values, numbers of any kind of `Scalar`, plain numbers, or lists of them; of plain numbers alone the result is one.*/
        #[must_use]
        #[track_caller]
        pub fn apply<Argument0>(
            x: Argument0,
            m: f64,
        ) -> __ad::Joined<(Argument0::Number, ())>
        where
            Argument0: __ad::Argument<[f64]>,
            for<'bound> f64: __ad::Keep<'bound>,
            (Argument0::Number, ()): __ad::JoinEach<f64>,
            __ad::Joined<(Argument0::Number, ())>: __ad::Applies,
        {
            __ad::applied(
                Applied::<_>(<f64 as __ad::Keep<'static>>::keep(m)),
                &(__ad::Passed::<[f64], _>(x, ::core::marker::PhantomData), ()),
            )
        }
        #[doc(hidden)]
        #[inline]
        pub fn value<Num: __ad::Real>(x: &[Num], m: f64) -> Num {
            let result;
            let mut sum = Num::from(0.0);
            for k2 in 0..x.len() {
                let result4 = Num::unary(__ad::Exp, (x[k2] - __ad::constant::<Num>(m)));
                sum = (sum + result4);
            }
            let result10 = Num::unary(__ad::Ln, sum);
            result = (result10 + __ad::constant::<Num>(m));
            result
        }
        #[doc(hidden)]
        #[inline]
        pub fn pullback<Num: __ad::Real>(
            x: &[Num],
            m: f64,
        ) -> (Num, impl ::core::ops::FnOnce(&Num, &mut [Num], &mut ())) {
            let mut stack7 = ::std::vec::Vec::new();
            let result;
            let mut sum = Num::from(0.0);
            stack7
                .extend(
                    ::core::iter::Iterator::map(
                        0..x.len(),
                        |k2| {
                            let result4 = Num::unary(
                                __ad::Exp,
                                (x[k2] - __ad::constant::<Num>(m)),
                            );
                            sum = (sum + result4);
                            (result4,)
                        },
                    ),
                );
            let sum_9 = sum;
            let result10 = Num::unary(__ad::Ln, sum);
            result = (result10 + __ad::constant::<Num>(m));
            (
                result,
                move |seed: &Num, d_x: &mut [Num], _: &mut ()| {
                    let mut adjoint_of_result = __ad::copy(seed);
                    let mut d_sum = Num::ZERO;
                    let a12 = ::core::mem::replace(&mut adjoint_of_result, Num::ZERO);
                    d_sum += a12.times(__ad::Ln::slope(sum_9, sum_9));
                    let sequence = 0..x.len();
                    let from_stack = __ad::last(&mut stack7, &sequence);
                    for (k2, (result4,)) in ::core::iter::Iterator::zip(
                        sequence,
                        from_stack,
                    ) {
                        let a6 = d_sum.times(__ad::Exp::slope(result4, result4));
                        d_x[k2] += a6;
                    }
                },
            )
        }
    }
};
