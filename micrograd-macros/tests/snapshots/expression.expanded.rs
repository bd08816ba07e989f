fn expansion() {
    {
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
                        impl ::micrograd_core::__macro_support::Formula for Here {
                            const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                                "mul x0 x1;sub x0 1.0;relu t1;div t2 2.0;add t0 t3",
                                [2, 5, 0],
                                &[0, 0, 1],
                                true,
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
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
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("a * b", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("a - 1", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("(a - 1).relu()", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("(a - 1).relu() / 2", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("a * b + (a - 1).relu() / 2", ""),
                            ],
                            false,
                        );
                        ::micrograd_core::__macro_support::expression::<
                            Here,
                            _,
                        >(&SITE, (operand0, (operand1, ())))
                    }
                }
            }
            #[allow(unreachable_patterns)]
            () => {
                let _ = (::micrograd_core::Value::relu,);
                ::core::unreachable!()
            }
        }
    }
}
