fn expansion() {
    {
        match () {
            () => {
                match (
                    ::micrograd_core::__macro_support::operand(&y),
                    ::micrograd_core::__macro_support::operand(
                        &{
                            use ::micrograd_core::__macro_support::{
                                WayForNumbers as _, WayForOthers as _, WayForPointers as _,
                            };
                            match &x {
                                place => {
                                    (&&&::micrograd_core::__macro_support::Probe(place))
                                        .way()
                                        .operand(place, |place| place.exp())
                                }
                            }
                        },
                    ),
                    ::micrograd_core::__macro_support::operand(
                        &{
                            use ::micrograd_core::__macro_support::{
                                WayForNumbers as _, WayForOthers as _, WayForPointers as _,
                            };
                            match &list[i] {
                                place => {
                                    (&&&::micrograd_core::__macro_support::Probe(place))
                                        .way()
                                        .operand(place, |place| place.sin())
                                }
                            }
                        },
                    ),
                    ::micrograd_core::__macro_support::operand(&x),
                ) {
                    (operand0, operand1, operand2, operand3) => {
                        enum Here {}
                        unsafe impl ::micrograd_core::__macro_support::Expanded
                        for Here {}
                        impl ::micrograd_core::__macro_support::Formula for Here {
                            const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                                "exp? x1;mul x0 t0;sin? x2;mul t2 x3;add t1 t3",
                                [4, 5, 4],
                                &[3, 2, 0, 1],
                                false,
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                            );
                            #[inline(always)]
                            fn value(
                                x: &[::core::primitive::f64],
                                stored: &mut [::core::primitive::f64],
                                kinds: ::micrograd_core::__macro_support::Kinds,
                            ) -> ::core::primitive::f64 {
                                let &[x0, x1, x2, x3] = x else {
                                    ::micrograd_core::__macro_support::another_number_of_operands()
                                };
                                let t0 = ::micrograd_core::__macro_support::called::<
                                    ::micrograd_core::__macro_support::row::Exp,
                                >(x1, kinds.is_applied(1));
                                let t1 = x0 * t0;
                                let t2 = ::micrograd_core::__macro_support::called::<
                                    ::micrograd_core::__macro_support::row::Sin,
                                >(x2, kinds.is_applied(2));
                                let t3 = t2 * x3;
                                let t4 = t1 + t3;
                                stored[0] = ::micrograd_core::__macro_support::slope_called::<
                                    ::micrograd_core::__macro_support::row::Sin,
                                >(x2, t2, kinds.is_applied(2));
                                stored[1] = ::micrograd_core::__macro_support::slope_called::<
                                    ::micrograd_core::__macro_support::row::Exp,
                                >(x1, t0, kinds.is_applied(1));
                                stored[2] = t2;
                                stored[3] = t0;
                                t4
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
                                let &[x0, x1, x2, x3] = x else {
                                    ::micrograd_core::__macro_support::another_number_of_operands()
                                };
                                let t0 = stored[3];
                                let t2 = stored[2];
                                let d1 = adjoint;
                                let d3 = adjoint;
                                let d2 = x3 * d3;
                                passed[0] = t2 * d3;
                                passed[1] = stored[0] * d2;
                                passed[2] = t0 * d1;
                                let d0 = x0 * d1;
                                passed[3] = stored[1] * d0;
                            }
                        }
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("x.exp()", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("y * x.exp()", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("list[i].sin()", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("list[i].sin() * x", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("y * x.exp() + list[i].sin() * x", ""),
                            ],
                            false,
                        );
                        ::micrograd_core::__macro_support::expression::<
                            Here,
                            _,
                        >(&SITE, (operand0, (operand1, (operand2, (operand3, ())))))
                    }
                }
            }
            #[allow(unreachable_patterns)]
            () => ::core::unreachable!(),
        }
    }
}
