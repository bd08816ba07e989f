#[allow(dead_code)]
fn huber(x: f64, width: f64) -> f64 {
    if x.abs() <= width {
        return 0.5 * x * x;
    }
    width * (x.abs() - 0.5 * width)
}
///The derivatives of the function [`huber`](fn@huber).
#[allow(non_camel_case_types, dead_code, unreachable_pub)]
enum huber {}
const _: () = {
    use ::micrograd_core::__macro_support::differentiable as __ad;
    #[allow(unused_imports)]
    use __ad::{
        BinaryRow as _, ParametricRow as _, Real as _, TernaryRow as _, UnaryRow as _,
    };
    impl __ad::Parameter<0> for huber {
        type Role = __ad::Active;
    }
    impl __ad::Parameter<1> for huber {
        type Role = __ad::Constant;
    }
    struct Applied<Kept0>(Kept0);
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl<Kept0: __ad::Hands<f64> + 'static> __ad::Function for Applied<Kept0> {
        const NAME: &'static str = "huber";
        const IS_OPAQUE: bool = huber::IS_OPAQUE;
        type Shapes = (<f64 as __ad::Shaped>::Shape, ());
        #[inline]
        fn value<Num: __ad::Real>(
            &self,
            shapes: &Self::Shapes,
            mut numbers: &[Num],
        ) -> Num {
            let (lifted_x, _) = shapes;
            let lifted_x = __ad::rebuild::<f64, Num>(lifted_x, &mut numbers);
            huber::value::<Num>(lifted_x, __ad::Hands::<f64>::hand(&self.0))
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
            let mut d_x = __ad::rebuild::<f64, f64>(lifted_x, &mut begin);
            let lifted_x = __ad::rebuild::<f64, f64>(lifted_x, &mut numbers);
            huber::vjp(lifted_x, __ad::Hands::<f64>::hand(&self.0), adjoint, &mut d_x);
            let adjoints = __ad::write_back::<f64>(&d_x, adjoints);
        }
    }
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl huber {
        /// Whether a slope may be infinite where all numbers are finite: then a NaN may be a 0·∞, and ∞ a quotient that overflowed.
        #[doc(hidden)]
        pub const HAS_INFINITE_SLOPES: bool = !Self::IS_OPAQUE && { false };
        /// Whether it, or a function that it calls, has a derivative of the user's own: then its operations are not known.
        #[doc(hidden)]
        pub const IS_OPAQUE: bool = { false };
        /**The value of [`huber`](fn@huber), and its derivative along a direction in `x`: forward mode.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn jvp(x: f64, width: f64, along_x: f64) -> (f64, f64) {
            let lifted_x = __ad::along("x", &x, &along_x);
            let value = Self::value::<__ad::Dual1>(lifted_x, width);
            (__ad::primals(&value), __ad::tangents(&value))
        }
        /**Adds seed·∂y/∂p to what is there, for each of `x`, and gives y, the result of [`huber`](fn@huber): a vector-Jacobian product.

# Panics

If a list and that of its derivatives differ in length, or the result and its seed.*/
        #[inline]
        #[track_caller]
        pub fn vjp(x: f64, width: f64, seed: f64, d_x: &mut f64) -> f64 {
            let before_d_x = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*d_x);
            let (value, back) = Self::pullback::<
                f64,
            >(x, ::core::clone::Clone::clone(&width));
            back(&seed, &mut *d_x, &mut ());
            if Self::HAS_INFINITE_SLOPES && !(__ad::are_finite(&*d_x)) {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_x = __ad::leaves(&list, &x);
                    let value = Self::value::<__ad::Term<'_>>(lifted_x, width);
                    let starts = [__ad::starts(&before_d_x, &*d_x)];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &seed);
                    __ad::write(&mut adjoints, &mut *d_x);
                });
            }
            value
        }
        ///The value of [`huber`](fn@huber), and its derivatives with respect to `x`, in one sweep.
        #[inline]
        #[must_use]
        pub fn gradient(x: f64, width: f64) -> (f64, f64) {
            let mut d_x = __ad::zero_gradient(&x);
            let (value, back) = Self::pullback::<
                f64,
            >(x, ::core::clone::Clone::clone(&width));
            back(&1.0, &mut d_x, &mut ());
            if Self::HAS_INFINITE_SLOPES && !(__ad::are_finite(&d_x)) {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_x = __ad::leaves(&list, &x);
                    let value = Self::value::<__ad::Term<'_>>(lifted_x, width);
                    let starts = [];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &1.0);
                    __ad::write(&mut adjoints, &mut d_x);
                });
            }
            (value, d_x)
        }
        /**The product of the Hessian of [`huber`](fn@huber) in `x` with a direction: forward mode over the sweep.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn hvp(x: f64, width: f64, along_x: f64) -> f64 {
            let lifted_x = __ad::along("x", &x, &along_x);
            let mut again_x = __ad::zeros(&lifted_x);
            let (_, back) = Self::pullback::<
                __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
            >(lifted_x, width);
            back(&__ad::Dual1::constant(1.0), &mut again_x, &mut ());
            __ad::tangents(&again_x)
        }
        ///The Hessian of [`huber`](fn@huber), row by row, over all numbers of `x` in their order.
        #[inline]
        #[must_use]
        pub fn hessian(x: f64, width: f64) -> ::std::vec::Vec<::std::vec::Vec<f64>> {
            let count = 0 + __ad::count(&x);
            let mut rows = ::std::vec::Vec::with_capacity(count);
            for k in 0..count {
                let mut left = ::core::option::Option::Some(k);
                let lifted_x = __ad::with_unit(&x, &mut left);
                let mut again_x = __ad::zeros(&lifted_x);
                let (_, back) = Self::pullback::<
                    __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
                >(lifted_x, ::core::clone::Clone::clone(&width));
                back(&__ad::Dual1::constant(1.0), &mut again_x, &mut ());
                let mut row = ::std::vec::Vec::with_capacity(count);
                __ad::push_tangents(&again_x, &mut row);
                rows.push(row);
            }
            rows
        }
        /**[`vjp`](Self::vjp) of [`huber`](fn@huber) at several points at once, one in each lane of the numbers; what has no derivative is the same in all lanes.

Where the lanes take different branches, or an adjoint of 0 meets an infinite slope, they are differentiated one after the other.

# Panics

If a list and that of its derivatives differ in length.*/
        #[track_caller]
        pub fn vjp_lanes<const LANES: usize>(
            x: __ad::Lanes<LANES>,
            width: f64,
            seed: __ad::Lanes<LANES>,
            d_x: &mut __ad::Lanes<LANES>,
        ) -> __ad::Lanes<LANES> {
            let before_d_x = __ad::copy(&*d_x);
            let together = __ad::stays_together(|| Self::pullback::<
                __ad::Lanes<LANES>,
            >(x, ::core::clone::Clone::clone(&width)));
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
                    __ad::InLanes::lane(&x, lane),
                    ::core::clone::Clone::clone(&width),
                    seed.0[lane],
                    &mut single_d_x,
                );
                __ad::InLanes::set_lane(d_x, lane, &single_d_x);
            }
            value
        }
        /**[`huber`](fn@huber) of values: one node of their graph, whatever happens inside. `backward` runs the derivative that was compiled.

For `x` it takes values, numbers of any kind of `Scalar`, plain numbers, or lists of them; of plain numbers alone the result is one.*/
        #[must_use]
        #[track_caller]
        pub fn apply<Argument0>(
            x: Argument0,
            width: f64,
        ) -> __ad::Joined<(Argument0::Number, ())>
        where
            Argument0: __ad::Argument<f64>,
            for<'bound> f64: __ad::Keep<'bound>,
            (Argument0::Number, ()): __ad::JoinEach<f64>,
            __ad::Joined<(Argument0::Number, ())>: __ad::Applies,
        {
            __ad::applied(
                Applied::<_>(<f64 as __ad::Keep<'static>>::keep(width)),
                &(__ad::Passed::<f64, _>(x, ::core::marker::PhantomData), ()),
            )
        }
        #[doc(hidden)]
        #[inline]
        pub fn value<Num: __ad::Real>(x: Num, width: f64) -> Num {
            let result;
            if __ad::le(Num::unary(__ad::Abs, x), __ad::constant::<Num>(width)) {
                result = ((Num::from(0.5) * x) * x);
            } else {
                result = (__ad::constant::<Num>(width)
                    * (Num::unary(__ad::Abs, x) - __ad::constant::<Num>((0.5 * width))));
            }
            result
        }
        #[doc(hidden)]
        #[inline]
        pub fn pullback<Num: __ad::Real>(
            x: Num,
            width: f64,
        ) -> (Num, impl ::core::ops::FnOnce(&Num, &mut Num, &mut ())) {
            let result;
            if __ad::le(Num::unary(__ad::Abs, x), __ad::constant::<Num>(width)) {
                result = ((Num::from(0.5) * x) * x);
            } else {
                result = (__ad::constant::<Num>(width)
                    * (Num::unary(__ad::Abs, x) - __ad::constant::<Num>((0.5 * width))));
            }
            (
                result,
                move |seed: &Num, to_x: &mut Num, _: &mut ()| {
                    let mut adjoint_of_result = __ad::copy(seed);
                    let mut d_x = *to_x;
                    if __ad::le(Num::unary(__ad::Abs, x), __ad::constant::<Num>(width)) {
                        let a2 = ::core::mem::replace(&mut adjoint_of_result, Num::ZERO);
                        let a3 = a2.times(x);
                        d_x += a2.times((Num::from(0.5) * x));
                        d_x += a3.times(Num::from(0.5));
                    } else {
                        let a5 = ::core::mem::replace(&mut adjoint_of_result, Num::ZERO);
                        let a6 = a5.times(__ad::constant::<Num>(width));
                        d_x += a6.times(__ad::Abs::slope(x, x));
                    }
                    *to_x = d_x;
                },
            )
        }
    }
};
