fn expansion() {
    {
        let texts = ::micrograd_core::__macro_support::texts();
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
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                            ],
                        );
                        impl ::micrograd_core::__macro_support::Formula for Here {
                            const OPERANDS: ::core::primitive::usize = 4;
                            const OPERATIONS: ::core::primitive::usize = 5;
                            const STORED: ::core::primitive::usize = 4;
                            const USES: &'static [::core::primitive::usize] = &[
                                3, 2, 0, 1,
                            ];
                            const HAS_QUOTIENT: ::core::primitive::bool = false;
                            fn steps() -> &'static ::micrograd_core::__macro_support::Steps {
                                static STEPS: ::micrograd_core::__macro_support::Steps = ::micrograd_core::__macro_support::Steps::new(
                                    "exp? x1;mul x0 t0;sin? x2;mul t2 x3;add t1 t3",
                                );
                                &STEPS
                            }
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
                        ::micrograd_core::__macro_support::expression::<
                            Here,
                            _,
                        >(
                            &SITE,
                            const {
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position()
                            },
                            (operand0, (operand1, (operand2, (operand3, ())))),
                        )
                    }
                }
            }
            #[allow(unreachable_patterns)]
            () => {
                enum Block {}
                impl ::micrograd_core::__macro_support::Block for Block {
                    #[inline(always)]
                    fn expressions() -> &'static ::micrograd_core::__macro_support::Expressions {
                        static TEXTS: [::micrograd_core::__macro_support::Expression; 5usize] = [
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("y * x.exp() + list[i].sin() * x", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("y * x.exp()", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("x.exp()", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("list[i].sin() * x", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("list[i].sin()", ""),
                        ];
                        static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                            &TEXTS,
                        );
                        &BLOCK
                    }
                }
                texts.are_those_of(::core::option::Option::None::<Block>)
            }
        }
    }
}
