fn expansion() {
    let g = match (::micrograd_core::__macro_support::operand(&x),) {
        (operand0,) => {
            enum Here {}
            unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
            impl ::micrograd_core::__macro_support::Formula for Here {
                const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                    "powi x0 2;neg t0",
                    [1, 2, 0],
                    &[0],
                    false,
                    ::micrograd_core::__macro_support::Expression::HERE.position(),
                );
                #[inline(always)]
                fn value(
                    x: &[::core::primitive::f64],
                    stored: &mut [::core::primitive::f64],
                    kinds: ::micrograd_core::__macro_support::Kinds,
                ) -> ::core::primitive::f64 {
                    let &[x0] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    let t0 = ::micrograd_core::__macro_support::power(x0, 2f64, true);
                    let t1 = -t0;
                    t1
                }
                #[inline(always)]
                fn reverse(
                    x: &[::core::primitive::f64],
                    stored: &[::core::primitive::f64],
                    y: ::core::primitive::f64,
                    adjoint: ::core::primitive::f64,
                    passed: &mut [::core::primitive::f64],
                    kinds: ::micrograd_core::__macro_support::Kinds,
                ) {
                    let &[x0] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    let d0 = -adjoint;
                    passed[0] = ::micrograd_core::__macro_support::base_slope(
                        x0,
                        2f64,
                        0.0,
                        true,
                    ) * d0;
                }
            }
            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                Here,
            >(
                &[
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("x ** 2", ""),
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("-x ** 2", "g"),
                ],
                false,
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, ()))
        }
    };
    let h = match (
        ::micrograd_core::__macro_support::operand(&x),
        ::micrograd_core::__macro_support::operand(&y),
    ) {
        (operand0, operand1) => {
            enum Here {}
            unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
            impl ::micrograd_core::__macro_support::Formula for Here {
                const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                    "pow x1 0.5;neg t0;pow x0 t1",
                    [2, 3, 3],
                    &[0, 1],
                    false,
                    ::micrograd_core::__macro_support::Expression::HERE.position(),
                );
                #[inline(always)]
                fn value(
                    x: &[::core::primitive::f64],
                    stored: &mut [::core::primitive::f64],
                    kinds: ::micrograd_core::__macro_support::Kinds,
                ) -> ::core::primitive::f64 {
                    let &[x0, x1] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    let t0 = ::micrograd_core::__macro_support::power(x1, 0.5f64, false);
                    let t1 = -t0;
                    let t2 = ::micrograd_core::__macro_support::power(x0, t1, false);
                    stored[0] = ::micrograd_core::__macro_support::base_slope(
                        x0,
                        t1,
                        t2,
                        false,
                    );
                    stored[1] = ::micrograd_core::__macro_support::exponent_slope(
                        x0,
                        t1,
                        t2,
                        true,
                    );
                    stored[2] = ::micrograd_core::__macro_support::base_slope(
                        x1,
                        0.5f64,
                        t0,
                        false,
                    );
                    t2
                }
                #[inline(always)]
                fn reverse(
                    x: &[::core::primitive::f64],
                    stored: &[::core::primitive::f64],
                    y: ::core::primitive::f64,
                    adjoint: ::core::primitive::f64,
                    passed: &mut [::core::primitive::f64],
                    kinds: ::micrograd_core::__macro_support::Kinds,
                ) {
                    let &[x0, x1] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    passed[0] = stored[0] * adjoint;
                    let d1 = stored[1] * adjoint;
                    let d0 = -d1;
                    passed[1] = stored[2] * d0;
                }
            }
            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                Here,
            >(
                &[
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("y ** 0.5", ""),
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("-y ** 0.5", ""),
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("x ** -y ** 0.5", "h"),
                ],
                false,
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, (operand1, ())))
        }
    };
    match ::micrograd_core::__macro_support::operand(&(k as i32)) {
        operand => {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::Target as _;
            enum Here {}
            unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                Here,
            >(
                &[
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("h **= k as i32", "h"),
                ],
                false,
            );
            h.__place()
                .pow_assign_operand(
                    &SITE,
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    operand,
                );
        }
    }
}
