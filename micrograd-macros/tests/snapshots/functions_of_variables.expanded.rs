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
                        use ::micrograd_core::__macro_support as __grad;
                        enum Here {}
                        unsafe impl __grad::Expanded for Here {
                            type Arithmetic = Here;
                        }
                        #[allow(clippy::approx_constant)]
                        impl __grad::Formula for Here {
                            const OUTLINE: __grad::Outline = __grad::Outline::new(
                                "exp? x1;mul x0 t0;sin? x2;mul t2 x3;add t1 t3",
                                [5, 4],
                                &[3, 2, 0, 1],
                                [false, false],
                                ::micrograd_core::__macro_support::HERE.position(),
                            );
                            #[inline(always)]
                            fn value(
                                x: &[__grad::f64],
                                stored: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) -> __grad::f64 {
                                let &[x0, x1, x2, x3, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                let t0 = __grad::called::<
                                    __grad::row::Exp,
                                >(x1, signature.is_applied(1));
                                let t1 = x0 * t0;
                                let t2 = __grad::called::<
                                    __grad::row::Sin,
                                >(x2, signature.is_applied(2));
                                let t3 = t2 * x3;
                                let t4 = t1 + t3;
                                stored[0] = __grad::slope_called::<
                                    __grad::row::Sin,
                                >(x2, t2, signature.is_applied(2));
                                stored[1] = __grad::slope_called::<
                                    __grad::row::Exp,
                                >(x1, t0, signature.is_applied(1));
                                stored[2] = t2;
                                stored[3] = t0;
                                t4
                            }
                            #[inline(always)]
                            fn reverse(
                                x: &[__grad::f64],
                                stored: &[__grad::f64],
                                y: __grad::f64,
                                adjoint: __grad::f64,
                                passed: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) {
                                let &[x0, x1, x2, x3, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                let t0 = stored[3];
                                let t2 = stored[2];
                                let d1 = adjoint;
                                let d3 = adjoint;
                                let d2 = x3 * d3;
                                let d0 = x0 * d1;
                                __grad::pass(
                                    passed,
                                    [t2 * d3, stored[0] * d2, t0 * d1, stored[1] * d0],
                                );
                            }
                        }
                        static SITE: __grad::Site = __grad::Site::of::<
                            Here,
                        >(
                            &[
                                __grad::HERE.text("x.exp()", ""),
                                __grad::HERE.text("y * x.exp()", ""),
                                __grad::HERE.text("list[i].sin()", ""),
                                __grad::HERE.text("list[i].sin() * x", ""),
                                __grad::HERE.text("y * x.exp() + list[i].sin() * x", ""),
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
