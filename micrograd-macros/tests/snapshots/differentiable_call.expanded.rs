#[allow(dead_code)]
fn distance(a: &[f64; 2], b: &[f64; 2]) -> f64 {
    let towards = [b[0] - a[0], b[1] - a[1]];
    length(&towards).sqrt()
}
///The derivatives of the function [`distance`](fn@distance).
#[allow(non_camel_case_types, dead_code, unreachable_pub)]
enum distance {}
const _: () = {
    use ::micrograd_core::__macro_support::differentiable as __ad;
    #[allow(unused_imports)]
    use __ad::{
        BinaryRow as _, ParametricRow as _, Real as _, TernaryRow as _, UnaryRow as _,
    };
    impl __ad::Parameter<0> for distance {
        type Role = __ad::Active;
    }
    impl __ad::Parameter<1> for distance {
        type Role = __ad::Active;
    }
    struct Applied();
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl __ad::Function for Applied {
        const NAME: &'static str = "distance";
        const IS_OPAQUE: bool = distance::IS_OPAQUE;
        type Shapes = (
            <[f64; 2] as __ad::Shaped>::Shape,
            (<[f64; 2] as __ad::Shaped>::Shape, ()),
        );
        #[inline]
        fn value<Num: __ad::Real>(
            &self,
            shapes: &Self::Shapes,
            mut numbers: &[Num],
        ) -> Num {
            let (lifted_a, (lifted_b, _)) = shapes;
            let lifted_a = __ad::rebuild::<[f64; 2], Num>(lifted_a, &mut numbers);
            let lifted_b = __ad::rebuild::<[f64; 2], Num>(lifted_b, &mut numbers);
            distance::value::<Num>(&lifted_a, &lifted_b)
        }
        #[inline]
        fn vjp(
            &self,
            shapes: &Self::Shapes,
            mut numbers: &[f64],
            adjoint: f64,
            adjoints: &mut [f64],
        ) {
            let (lifted_a, (lifted_b, _)) = shapes;
            let mut begin = &*adjoints;
            let mut d_a = __ad::rebuild::<[f64; 2], f64>(lifted_a, &mut begin);
            let mut d_b = __ad::rebuild::<[f64; 2], f64>(lifted_b, &mut begin);
            let lifted_a = __ad::rebuild::<[f64; 2], f64>(lifted_a, &mut numbers);
            let lifted_b = __ad::rebuild::<[f64; 2], f64>(lifted_b, &mut numbers);
            distance::vjp(&lifted_a, &lifted_b, adjoint, &mut d_a, &mut d_b);
            let adjoints = __ad::write_back::<[f64; 2]>(&d_a, adjoints);
            let adjoints = __ad::write_back::<[f64; 2]>(&d_b, adjoints);
        }
    }
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl distance {
        /// Whether a slope may be infinite where all numbers are finite: then a NaN may be a 0·∞, and ∞ a quotient that overflowed.
        #[doc(hidden)]
        pub const HAS_INFINITE_SLOPES: bool = !Self::IS_OPAQUE
            && { true || length::HAS_INFINITE_SLOPES };
        /// Whether it, or a function that it calls, has a derivative of the user's own: then its operations are not known.
        #[doc(hidden)]
        pub const IS_OPAQUE: bool = { false || length::IS_OPAQUE };
        /**The value of [`distance`](fn@distance), and its derivative along a direction in `a` and `b`: forward mode.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn jvp(
            a: &[f64; 2],
            b: &[f64; 2],
            along_a: &[f64; 2],
            along_b: &[f64; 2],
        ) -> (f64, f64) {
            let lifted_a = __ad::along("a", a, along_a);
            let lifted_b = __ad::along("b", b, along_b);
            let value = Self::value::<__ad::Dual1>(&lifted_a, &lifted_b);
            (__ad::primals(&value), __ad::tangents(&value))
        }
        /**Adds seed·∂y/∂p to what is there, for each of `a` and `b`, and gives y, the result of [`distance`](fn@distance): a vector-Jacobian product.

# Panics

If a list and that of its derivatives differ in length, or the result and its seed.*/
        #[inline]
        #[track_caller]
        pub fn vjp(
            a: &[f64; 2],
            b: &[f64; 2],
            seed: f64,
            d_a: &mut [f64; 2],
            d_b: &mut [f64; 2],
        ) -> f64 {
            __ad::check_length("a", a.len(), d_a.len());
            __ad::check_length("b", b.len(), d_b.len());
            let before_d_a = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*d_a);
            let before_d_b = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*d_b);
            let (value, back) = Self::pullback::<f64>(a, b);
            back(&seed, &mut *d_a, &mut *d_b);
            if Self::HAS_INFINITE_SLOPES
                && !(__ad::are_finite(&*d_a) && __ad::are_finite(&*d_b))
            {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_a = __ad::leaves(&list, a);
                    let lifted_b = __ad::leaves(&list, b);
                    let value = Self::value::<__ad::Term<'_>>(&lifted_a, &lifted_b);
                    let starts = [
                        __ad::starts(&before_d_a, &*d_a),
                        __ad::starts(&before_d_b, &*d_b),
                    ];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &seed);
                    __ad::write(&mut adjoints, &mut *d_a);
                    __ad::write(&mut adjoints, &mut *d_b);
                });
            }
            value
        }
        ///The value of [`distance`](fn@distance), and its derivatives with respect to `a` and `b`, in one sweep.
        #[inline]
        #[must_use]
        pub fn gradient(a: &[f64; 2], b: &[f64; 2]) -> (f64, ([f64; 2], [f64; 2])) {
            let mut d_a = __ad::zero_gradient(a);
            let mut d_b = __ad::zero_gradient(b);
            let (value, back) = Self::pullback::<f64>(a, b);
            back(&1.0, &mut d_a, &mut d_b);
            if Self::HAS_INFINITE_SLOPES
                && !(__ad::are_finite(&d_a) && __ad::are_finite(&d_b))
            {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_a = __ad::leaves(&list, a);
                    let lifted_b = __ad::leaves(&list, b);
                    let value = Self::value::<__ad::Term<'_>>(&lifted_a, &lifted_b);
                    let starts = [];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &1.0);
                    __ad::write(&mut adjoints, &mut d_a);
                    __ad::write(&mut adjoints, &mut d_b);
                });
            }
            (value, (d_a, d_b))
        }
        /**The product of the Hessian of [`distance`](fn@distance) in `a` and `b` with a direction: forward mode over the sweep.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn hvp(
            a: &[f64; 2],
            b: &[f64; 2],
            along_a: &[f64; 2],
            along_b: &[f64; 2],
        ) -> ([f64; 2], [f64; 2]) {
            let lifted_a = __ad::along("a", a, along_a);
            let lifted_b = __ad::along("b", b, along_b);
            let mut again_a = __ad::zeros(&lifted_a);
            let mut again_b = __ad::zeros(&lifted_b);
            let (_, back) = Self::pullback::<
                __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
            >(&lifted_a, &lifted_b);
            back(&__ad::Dual1::constant(1.0), &mut again_a, &mut again_b);
            (__ad::tangents(&again_a), __ad::tangents(&again_b))
        }
        ///The Hessian of [`distance`](fn@distance), row by row, over all numbers of `a` and `b` in their order.
        #[inline]
        #[must_use]
        pub fn hessian(
            a: &[f64; 2],
            b: &[f64; 2],
        ) -> ::std::vec::Vec<::std::vec::Vec<f64>> {
            let count = 0 + __ad::count(a) + __ad::count(b);
            let mut rows = ::std::vec::Vec::with_capacity(count);
            for k in 0..count {
                let mut left = ::core::option::Option::Some(k);
                let lifted_a = __ad::with_unit(a, &mut left);
                let lifted_b = __ad::with_unit(b, &mut left);
                let mut again_a = __ad::zeros(&lifted_a);
                let mut again_b = __ad::zeros(&lifted_b);
                let (_, back) = Self::pullback::<
                    __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
                >(&lifted_a, &lifted_b);
                back(&__ad::Dual1::constant(1.0), &mut again_a, &mut again_b);
                let mut row = ::std::vec::Vec::with_capacity(count);
                __ad::push_tangents(&again_a, &mut row);
                __ad::push_tangents(&again_b, &mut row);
                rows.push(row);
            }
            rows
        }
        /**[`vjp`](Self::vjp) of [`distance`](fn@distance) at several points at once, one in each lane of the numbers; what has no derivative is the same in all lanes.

Where the lanes take different branches, or an adjoint of 0 meets an infinite slope, they are differentiated one after the other.

# Panics

If a list and that of its derivatives differ in length.*/
        #[track_caller]
        pub fn vjp_lanes<const LANES: usize>(
            a: &[__ad::Lanes<LANES>; 2],
            b: &[__ad::Lanes<LANES>; 2],
            seed: __ad::Lanes<LANES>,
            d_a: &mut [__ad::Lanes<LANES>; 2],
            d_b: &mut [__ad::Lanes<LANES>; 2],
        ) -> __ad::Lanes<LANES> {
            __ad::check_length("a", a.len(), d_a.len());
            __ad::check_length("b", b.len(), d_b.len());
            let before_d_a = __ad::copy(&*d_a);
            let before_d_b = __ad::copy(&*d_b);
            let together = __ad::stays_together(|| Self::pullback::<
                __ad::Lanes<LANES>,
            >(a, b));
            if let ::core::option::Option::Some((value, back)) = together {
                back(&seed, &mut *d_a, &mut *d_b);
                if !Self::HAS_INFINITE_SLOPES
                    || (__ad::InLanes::are_finite(&*d_a)
                        && __ad::InLanes::are_finite(&*d_b))
                {
                    return value;
                }
            }
            let mut value = seed;
            for lane in 0..LANES {
                let mut single_d_a = __ad::InLanes::lane(&before_d_a, lane);
                let mut single_d_b = __ad::InLanes::lane(&before_d_b, lane);
                value.0[lane] = Self::vjp(
                    &__ad::InLanes::lane(a, lane),
                    &__ad::InLanes::lane(b, lane),
                    seed.0[lane],
                    &mut single_d_a,
                    &mut single_d_b,
                );
                __ad::InLanes::set_lane(d_a, lane, &single_d_a);
                __ad::InLanes::set_lane(d_b, lane, &single_d_b);
            }
            value
        }
        /**[`distance`](fn@distance) of values: one node of their graph, whatever happens inside. `backward` runs the derivative that was compiled.

For `a` and `b` it takes values, numbers of any kind of `Scalar`, plain numbers, or lists of them; of plain numbers alone the result is one.*/
        #[must_use]
        #[track_caller]
        pub fn apply<Argument0, Argument1>(
            a: Argument0,
            b: Argument1,
        ) -> __ad::Joined<(Argument0::Number, (Argument1::Number, ()))>
        where
            Argument0: __ad::Argument<[f64; 2]>,
            Argument1: __ad::Argument<[f64; 2]>,
            (Argument0::Number, (Argument1::Number, ())): __ad::JoinEach<f64>,
            __ad::Joined<(Argument0::Number, (Argument1::Number, ()))>: __ad::Applies,
        {
            __ad::applied(
                Applied(),
                &(
                    __ad::Passed::<[f64; 2], _>(a, ::core::marker::PhantomData),
                    (__ad::Passed::<[f64; 2], _>(b, ::core::marker::PhantomData), ()),
                ),
            )
        }
        #[doc(hidden)]
        #[inline]
        pub fn value<Num: __ad::Real>(a: &[Num; 2], b: &[Num; 2]) -> Num {
            let result;
            let towards = [(b[0] - a[0]), (b[1] - a[1])];
            let call3 = length::value(&towards);
            let result5 = Num::unary(__ad::Sqrt, call3);
            result = result5;
            result
        }
        #[doc(hidden)]
        #[inline]
        pub fn pullback<Num: __ad::Real>(
            a: &[Num; 2],
            b: &[Num; 2],
        ) -> (Num, impl ::core::ops::FnOnce(&Num, &mut [Num; 2], &mut [Num; 2])) {
            let result;
            let towards = [(b[0] - a[0]), (b[1] - a[1])];
            let call3 = length::value(&towards);
            let result5 = Num::unary(__ad::Sqrt, call3);
            result = result5;
            (
                result,
                move |seed: &Num, d_a: &mut [Num; 2], d_b: &mut [Num; 2]| {
                    let mut adjoint_of_result = __ad::copy(seed);
                    let mut d_towards = __ad::zeros(&towards);
                    let mut adjoint_of_call3 = Num::ZERO;
                    let a7 = ::core::mem::replace(&mut adjoint_of_result, Num::ZERO);
                    let a8 = a7.times(__ad::Sqrt::slope(result5, result5));
                    adjoint_of_call3 += a8;
                    if __ad::is_nonzero(&adjoint_of_call3) {
                        (length::pullback(&towards)
                            .1)(&adjoint_of_call3, &mut d_towards);
                    }
                    let a1 = d_towards[1];
                    d_b[1] += a1;
                    d_a[1] -= a1;
                    let a2 = d_towards[0];
                    d_b[0] += a2;
                    d_a[0] -= a2;
                },
            )
        }
    }
};
