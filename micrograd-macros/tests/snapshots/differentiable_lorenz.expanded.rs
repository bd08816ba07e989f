#[allow(dead_code)]
fn lorenz(start: &[f64], sigma: f64, dt: f64, steps: usize) -> f64 {
    let mut x = start[0];
    let mut y = start[1];
    let mut z = start[2];
    for _ in 0..steps {
        let dx = sigma * (y - x);
        let dy = x * (28.0 - z) - y;
        let dz = x * y - 2.5 * z;
        x += dt * dx;
        y += dt * dy;
        z += dt * dz;
    }
    x + y + z
}
///The derivatives of the function [`lorenz`](fn@lorenz).
#[allow(non_camel_case_types, dead_code, unreachable_pub)]
enum lorenz {}
const _: () = {
    use ::micrograd_core::__macro_support::differentiable as __ad;
    #[allow(unused_imports)]
    use __ad::{
        BinaryRow as _, ParametricRow as _, Real as _, TernaryRow as _, UnaryRow as _,
    };
    impl __ad::Parameter<0> for lorenz {
        type Role = __ad::Active;
    }
    impl __ad::Parameter<1> for lorenz {
        type Role = __ad::Active;
    }
    impl __ad::Parameter<2> for lorenz {
        type Role = __ad::Constant;
    }
    impl __ad::Parameter<3> for lorenz {
        type Role = __ad::Constant;
    }
    struct Applied<Kept0, Kept1>(Kept0, Kept1);
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl<
        Kept0: __ad::Hands<f64> + 'static,
        Kept1: __ad::Hands<usize> + 'static,
    > __ad::Function for Applied<Kept0, Kept1> {
        const NAME: &'static str = "lorenz";
        const IS_OPAQUE: bool = lorenz::IS_OPAQUE;
        type Shapes = (
            <[f64] as __ad::Shaped>::Shape,
            (<f64 as __ad::Shaped>::Shape, ()),
        );
        #[inline]
        fn value<Num: __ad::Real>(
            &self,
            shapes: &Self::Shapes,
            mut numbers: &[Num],
        ) -> Num {
            let (lifted_start, (lifted_sigma, _)) = shapes;
            let lifted_start = __ad::rebuild::<[f64], Num>(lifted_start, &mut numbers);
            let lifted_sigma = __ad::rebuild::<f64, Num>(lifted_sigma, &mut numbers);
            lorenz::value::<
                Num,
            >(
                &lifted_start,
                lifted_sigma,
                __ad::Hands::<f64>::hand(&self.0),
                __ad::Hands::<usize>::hand(&self.1),
            )
        }
        #[inline]
        fn vjp(
            &self,
            shapes: &Self::Shapes,
            mut numbers: &[f64],
            adjoint: f64,
            adjoints: &mut [f64],
        ) {
            let (lifted_start, (lifted_sigma, _)) = shapes;
            let mut begin = &*adjoints;
            let mut d_start = __ad::rebuild::<[f64], f64>(lifted_start, &mut begin);
            let mut d_sigma = __ad::rebuild::<f64, f64>(lifted_sigma, &mut begin);
            let lifted_start = __ad::rebuild::<[f64], f64>(lifted_start, &mut numbers);
            let lifted_sigma = __ad::rebuild::<f64, f64>(lifted_sigma, &mut numbers);
            lorenz::vjp(
                &lifted_start,
                lifted_sigma,
                __ad::Hands::<f64>::hand(&self.0),
                __ad::Hands::<usize>::hand(&self.1),
                adjoint,
                &mut d_start,
                &mut d_sigma,
            );
            let adjoints = __ad::write_back::<[f64]>(&d_start, adjoints);
            let adjoints = __ad::write_back::<f64>(&d_sigma, adjoints);
        }
    }
    #[allow(warnings, clippy::all, clippy::pedantic)]
    impl lorenz {
        /// Whether a slope may be infinite where all numbers are finite: then a NaN may be a 0·∞, and ∞ a quotient that overflowed.
        #[doc(hidden)]
        pub const HAS_INFINITE_SLOPES: bool = !Self::IS_OPAQUE && { false };
        /// Whether it, or a function that it calls, has a derivative of the user's own: then its operations are not known.
        #[doc(hidden)]
        pub const IS_OPAQUE: bool = { false };
        /**The value of [`lorenz`](fn@lorenz), and its derivative along a direction in `start` and `sigma`: forward mode.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn jvp(
            start: &[f64],
            sigma: f64,
            dt: f64,
            steps: usize,
            along_start: &[f64],
            along_sigma: f64,
        ) -> (f64, f64) {
            let lifted_start = __ad::along("start", start, along_start);
            let lifted_sigma = __ad::along("sigma", &sigma, &along_sigma);
            let value = Self::value::<
                __ad::Dual1,
            >(&lifted_start, lifted_sigma, dt, steps);
            (__ad::primals(&value), __ad::tangents(&value))
        }
        /**Adds seed·∂y/∂p to what is there, for each of `start` and `sigma`, and gives y, the result of [`lorenz`](fn@lorenz): a vector-Jacobian product.

# Panics

If a list and that of its derivatives differ in length, or the result and its seed.*/
        #[inline]
        #[track_caller]
        pub fn vjp(
            start: &[f64],
            sigma: f64,
            dt: f64,
            steps: usize,
            seed: f64,
            d_start: &mut [f64],
            d_sigma: &mut f64,
        ) -> f64 {
            __ad::check_length("start", start.len(), d_start.len());
            let before_d_start = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*d_start);
            let before_d_sigma = __ad::unless_zero(Self::HAS_INFINITE_SLOPES, &*d_sigma);
            let (value, back) = Self::pullback::<
                f64,
            >(
                start,
                sigma,
                ::core::clone::Clone::clone(&dt),
                ::core::clone::Clone::clone(&steps),
            );
            back(&seed, &mut *d_start, &mut *d_sigma, &mut (), &mut ());
            if Self::HAS_INFINITE_SLOPES
                && !(__ad::are_finite(&*d_start) && __ad::are_finite(&*d_sigma))
            {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_start = __ad::leaves(&list, start);
                    let lifted_sigma = __ad::leaves(&list, &sigma);
                    let value = Self::value::<
                        __ad::Term<'_>,
                    >(&lifted_start, lifted_sigma, dt, steps);
                    let starts = [
                        __ad::starts(&before_d_start, &*d_start),
                        __ad::starts(&before_d_sigma, &*d_sigma),
                    ];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &seed);
                    __ad::write(&mut adjoints, &mut *d_start);
                    __ad::write(&mut adjoints, &mut *d_sigma);
                });
            }
            value
        }
        ///The value of [`lorenz`](fn@lorenz), and its derivatives with respect to `start` and `sigma`, in one sweep.
        #[inline]
        #[must_use]
        pub fn gradient(
            start: &[f64],
            sigma: f64,
            dt: f64,
            steps: usize,
        ) -> (f64, (::std::vec::Vec<f64>, f64)) {
            let mut d_start = __ad::zero_gradient(start);
            let mut d_sigma = __ad::zero_gradient(&sigma);
            let (value, back) = Self::pullback::<
                f64,
            >(
                start,
                sigma,
                ::core::clone::Clone::clone(&dt),
                ::core::clone::Clone::clone(&steps),
            );
            back(&1.0, &mut d_start, &mut d_sigma, &mut (), &mut ());
            if Self::HAS_INFINITE_SLOPES
                && !(__ad::are_finite(&d_start) && __ad::are_finite(&d_sigma))
            {
                __ad::rarely(|| {
                    let list = __ad::List::default();
                    let lifted_start = __ad::leaves(&list, start);
                    let lifted_sigma = __ad::leaves(&list, &sigma);
                    let value = Self::value::<
                        __ad::Term<'_>,
                    >(&lifted_start, lifted_sigma, dt, steps);
                    let starts = [];
                    let mut adjoints = __ad::sweep(&list, &starts, &value, &1.0);
                    __ad::write(&mut adjoints, &mut d_start);
                    __ad::write(&mut adjoints, &mut d_sigma);
                });
            }
            (value, (d_start, d_sigma))
        }
        /**The product of the Hessian of [`lorenz`](fn@lorenz) in `start` and `sigma` with a direction: forward mode over the sweep.

# Panics

If a list and its direction differ in length.*/
        #[inline]
        #[must_use]
        #[track_caller]
        pub fn hvp(
            start: &[f64],
            sigma: f64,
            dt: f64,
            steps: usize,
            along_start: &[f64],
            along_sigma: f64,
        ) -> (::std::vec::Vec<f64>, f64) {
            let lifted_start = __ad::along("start", start, along_start);
            let lifted_sigma = __ad::along("sigma", &sigma, &along_sigma);
            let mut again_start = __ad::zeros(&lifted_start);
            let mut again_sigma = __ad::zeros(&lifted_sigma);
            let (_, back) = Self::pullback::<
                __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
            >(&lifted_start, lifted_sigma, dt, steps);
            back(
                &__ad::Dual1::constant(1.0),
                &mut again_start,
                &mut again_sigma,
                &mut (),
                &mut (),
            );
            (__ad::tangents(&again_start), __ad::tangents(&again_sigma))
        }
        ///The Hessian of [`lorenz`](fn@lorenz), row by row, over all numbers of `start` and `sigma` in their order.
        #[inline]
        #[must_use]
        pub fn hessian(
            start: &[f64],
            sigma: f64,
            dt: f64,
            steps: usize,
        ) -> ::std::vec::Vec<::std::vec::Vec<f64>> {
            let count = 0 + __ad::count(start) + __ad::count(&sigma);
            let mut rows = ::std::vec::Vec::with_capacity(count);
            for k in 0..count {
                let mut left = ::core::option::Option::Some(k);
                let lifted_start = __ad::with_unit(start, &mut left);
                let lifted_sigma = __ad::with_unit(&sigma, &mut left);
                let mut again_start = __ad::zeros(&lifted_start);
                let mut again_sigma = __ad::zeros(&lifted_sigma);
                let (_, back) = Self::pullback::<
                    __ad::Dual1<{ Self::HAS_INFINITE_SLOPES }>,
                >(
                    &lifted_start,
                    lifted_sigma,
                    ::core::clone::Clone::clone(&dt),
                    ::core::clone::Clone::clone(&steps),
                );
                back(
                    &__ad::Dual1::constant(1.0),
                    &mut again_start,
                    &mut again_sigma,
                    &mut (),
                    &mut (),
                );
                let mut row = ::std::vec::Vec::with_capacity(count);
                __ad::push_tangents(&again_start, &mut row);
                __ad::push_tangents(&again_sigma, &mut row);
                rows.push(row);
            }
            rows
        }
        /**[`vjp`](Self::vjp) of [`lorenz`](fn@lorenz) at several points at once, one in each lane of the numbers; what has no derivative is the same in all lanes.

Where the lanes take different branches, or an adjoint of 0 meets an infinite slope, they are differentiated one after the other.

# Panics

If a list and that of its derivatives differ in length.*/
        #[track_caller]
        pub fn vjp_lanes<const LANES: usize>(
            start: &[__ad::Lanes<LANES>],
            sigma: __ad::Lanes<LANES>,
            dt: f64,
            steps: usize,
            seed: __ad::Lanes<LANES>,
            d_start: &mut [__ad::Lanes<LANES>],
            d_sigma: &mut __ad::Lanes<LANES>,
        ) -> __ad::Lanes<LANES> {
            __ad::check_length("start", start.len(), d_start.len());
            let before_d_start = __ad::copy(&*d_start);
            let before_d_sigma = __ad::copy(&*d_sigma);
            let together = __ad::stays_together(|| Self::pullback::<
                __ad::Lanes<LANES>,
            >(
                start,
                sigma,
                ::core::clone::Clone::clone(&dt),
                ::core::clone::Clone::clone(&steps),
            ));
            if let ::core::option::Option::Some((value, back)) = together {
                back(&seed, &mut *d_start, &mut *d_sigma, &mut (), &mut ());
                if !Self::HAS_INFINITE_SLOPES
                    || (__ad::InLanes::are_finite(&*d_start)
                        && __ad::InLanes::are_finite(&*d_sigma))
                {
                    return value;
                }
            }
            let mut value = seed;
            for lane in 0..LANES {
                let mut single_d_start = __ad::InLanes::lane(&before_d_start, lane);
                let mut single_d_sigma = __ad::InLanes::lane(&before_d_sigma, lane);
                value.0[lane] = Self::vjp(
                    &__ad::InLanes::lane(start, lane),
                    __ad::InLanes::lane(&sigma, lane),
                    ::core::clone::Clone::clone(&dt),
                    ::core::clone::Clone::clone(&steps),
                    seed.0[lane],
                    &mut single_d_start,
                    &mut single_d_sigma,
                );
                __ad::InLanes::set_lane(d_start, lane, &single_d_start);
                __ad::InLanes::set_lane(d_sigma, lane, &single_d_sigma);
            }
            value
        }
        /**[`lorenz`](fn@lorenz) of values: one node of their graph, whatever happens inside. `backward` runs the derivative that was compiled.

For `start` and `sigma` it takes values, numbers of any kind of `Scalar`, plain numbers, or lists of them; of plain numbers alone the result is one.*/
        #[must_use]
        #[track_caller]
        pub fn apply<Argument0, Argument1>(
            start: Argument0,
            sigma: Argument1,
            dt: f64,
            steps: usize,
        ) -> __ad::Joined<(Argument0::Number, (Argument1::Number, ()))>
        where
            Argument0: __ad::Argument<[f64]>,
            Argument1: __ad::Argument<f64>,
            for<'bound> f64: __ad::Keep<'bound>,
            for<'bound> usize: __ad::Keep<'bound>,
            (Argument0::Number, (Argument1::Number, ())): __ad::JoinEach<f64>,
            __ad::Joined<(Argument0::Number, (Argument1::Number, ()))>: __ad::Applies,
        {
            __ad::applied(
                Applied::<
                    _,
                    _,
                >(
                    <f64 as __ad::Keep<'static>>::keep(dt),
                    <usize as __ad::Keep<'static>>::keep(steps),
                ),
                &(
                    __ad::Passed::<[f64], _>(start, ::core::marker::PhantomData),
                    (__ad::Passed::<f64, _>(sigma, ::core::marker::PhantomData), ()),
                ),
            )
        }
        #[doc(hidden)]
        #[inline]
        pub fn value<Num: __ad::Real>(
            start: &[Num],
            sigma: Num,
            dt: f64,
            steps: usize,
        ) -> Num {
            let result;
            let mut x = start[0];
            let mut y = start[1];
            let mut z = start[2];
            for _ in ((0..steps)) {
                let dx = (sigma * (y - x));
                let dy = ((x * (Num::from(28.0) - z)) - y);
                let dz = ((x * y) - (Num::from(2.5) * z));
                x = (x + (__ad::constant::<Num>(dt) * dx));
                y = (y + (__ad::constant::<Num>(dt) * dy));
                z = (z + (__ad::constant::<Num>(dt) * dz));
            }
            result = ((x + y) + z);
            result
        }
        #[doc(hidden)]
        #[inline]
        pub fn pullback<Num: __ad::Real>(
            start: &[Num],
            sigma: Num,
            dt: f64,
            steps: usize,
        ) -> (
            Num,
            impl ::core::ops::FnOnce(&Num, &mut [Num], &mut Num, &mut (), &mut ()),
        ) {
            let mut stack12 = ::std::vec::Vec::new();
            let result;
            let mut x = start[0];
            let mut y = start[1];
            let mut z = start[2];
            stack12
                .extend(
                    ::core::iter::Iterator::map(
                        ((0..steps)),
                        |_| {
                            let x_4 = x;
                            let y_5 = y;
                            let z_6 = z;
                            let dx = (sigma * (y - x));
                            let dy = ((x * (Num::from(28.0) - z)) - y);
                            let dz = ((x * y) - (Num::from(2.5) * z));
                            x = (x + (__ad::constant::<Num>(dt) * dx));
                            y = (y + (__ad::constant::<Num>(dt) * dy));
                            z = (z + (__ad::constant::<Num>(dt) * dz));
                            (x_4, y_5, z_6)
                        },
                    ),
                );
            result = ((x + y) + z);
            (
                result,
                move |
                    seed: &Num,
                    d_start: &mut [Num],
                    to_sigma: &mut Num,
                    _: &mut (),
                    _: &mut ()|
                {
                    let mut adjoint_of_result = __ad::copy(seed);
                    let mut d_sigma = *to_sigma;
                    let mut d_x = Num::ZERO;
                    let mut d_y = Num::ZERO;
                    let mut d_z = Num::ZERO;
                    let a18 = ::core::mem::replace(&mut adjoint_of_result, Num::ZERO);
                    d_z += a18;
                    d_x += a18;
                    d_y += a18;
                    let sequence = ((0..steps));
                    let from_stack = ::core::iter::Iterator::rev(
                        __ad::last(&mut stack12, &sequence),
                    );
                    for (_, (x_4, y_5, z_6)) in ::core::iter::Iterator::zip(
                        ::core::iter::Iterator::rev(sequence),
                        from_stack,
                    ) {
                        let mut d_dx = Num::ZERO;
                        let mut d_dy = Num::ZERO;
                        let mut d_dz = Num::ZERO;
                        d_dz += d_z.times(__ad::constant::<Num>(dt));
                        d_dy += d_y.times(__ad::constant::<Num>(dt));
                        d_dx += d_x.times(__ad::constant::<Num>(dt));
                        d_z -= d_dz.times(Num::from(2.5));
                        d_x += d_dz.times(y_5);
                        d_y += d_dz.times(x_4);
                        d_y -= d_dy;
                        let a8 = d_dy.times(x_4);
                        d_x += d_dy.times((Num::from(28.0) - z_6));
                        d_z -= a8;
                        let a7 = d_dx.times(sigma);
                        d_sigma += d_dx.times((y_5 - x_4));
                        d_y += a7;
                        d_x -= a7;
                    }
                    d_start[2] += d_z;
                    d_start[1] += d_y;
                    d_start[0] += d_x;
                    *to_sigma = d_sigma;
                },
            )
        }
    }
};
