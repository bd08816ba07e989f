fn expansion() {
    {
        let texts = ::micrograd_core::__macro_support::texts();
        match () {
            () => {
                match (
                    ::micrograd_core::__macro_support::operand(&a),
                    ::micrograd_core::__macro_support::operand(&b),
                ) {
                    (operand0, operand1) => {
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
                            const OPERANDS: ::core::primitive::usize = 2;
                            const OPERATIONS: ::core::primitive::usize = 5;
                            const STORED: ::core::primitive::usize = 0;
                            const USES: &'static [::core::primitive::usize] = &[0, 0, 1];
                            const HAS_QUOTIENT: ::core::primitive::bool = true;
                            fn steps() -> &'static ::micrograd_core::__macro_support::Steps {
                                static STEPS: ::micrograd_core::__macro_support::Steps = ::micrograd_core::__macro_support::Steps::new(
                                    "mul x0 x1;sub x0 1.0;relu t1;div t2 2.0;add t0 t3",
                                );
                                &STEPS
                            }
                            #[inline(always)]
                            fn value(
                                x: &[::core::primitive::f64],
                                stored: &mut [::core::primitive::f64],
                                kinds: ::micrograd_core::__macro_support::Kinds,
                            ) -> ::core::primitive::f64 {
                                let &[x0, x1] = x else {
                                    ::micrograd_core::__macro_support::another_number_of_operands()
                                };
                                let t0 = x0 * x1;
                                let t1 = x0 - 1f64;
                                let t2 = ::micrograd_core::__macro_support::value::<
                                    ::micrograd_core::__macro_support::row::Relu,
                                >(t1);
                                let t3 = t2 / 2f64;
                                let t4 = t0 + t3;
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
                                let &[x0, x1] = x else {
                                    ::micrograd_core::__macro_support::another_number_of_operands()
                                };
                                let t1 = x0 - 1f64;
                                let d0 = adjoint;
                                let d3 = adjoint;
                                let d2 = 1.0 / 2f64 * d3;
                                let d1 = ::micrograd_core::__macro_support::slope::<
                                    ::micrograd_core::__macro_support::row::Relu,
                                >(t1, 0.0) * d2;
                                passed[0] = d1;
                                passed[1] = x1 * d0;
                                passed[2] = x0 * d0;
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
                            (operand0, (operand1, ())),
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
                                .text("a * b + (a - 1).relu() / 2", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("a * b", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("(a - 1).relu() / 2", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("(a - 1).relu()", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("a - 1", ""),
                        ];
                        static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                            &TEXTS,
                        );
                        &BLOCK
                    }
                }
                let _ = (::micrograd_core::Value::relu,);
                texts.are_those_of(::core::option::Option::None::<Block>)
            }
        }
    }
}
