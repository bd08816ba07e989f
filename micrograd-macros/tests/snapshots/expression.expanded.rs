fn expansion() {
    {
        match () {
            () => {
                match (
                    ::micrograd_core::__macro_support::operand(&a),
                    ::micrograd_core::__macro_support::operand(&b),
                ) {
                    (operand0, operand1) => {
                        use ::micrograd_core::__macro_support as __grad;
                        enum Here {}
                        unsafe impl __grad::Expanded for Here {
                            type Arithmetic = Here;
                        }
                        #[allow(clippy::approx_constant)]
                        impl __grad::Formula for Here {
                            const OUTLINE: __grad::Outline = __grad::Outline::new(
                                "mul x0 x1;sub x0 1.0;relu t1;div t2 2.0;add t0 t3",
                                [5, 0],
                                &[0, 0, 1],
                                [false, true],
                                ::micrograd_core::__macro_support::HERE.position(),
                            );
                            #[inline(always)]
                            fn value(
                                x: &[__grad::f64],
                                stored: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) -> __grad::f64 {
                                let &[x0, x1, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                let t0 = x0 * x1;
                                let t1 = x0 - 1.0f64;
                                let t2 = __grad::value::<__grad::row::Relu>(t1);
                                let t3 = t2 / 2.0f64;
                                let t4 = t0 + t3;
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
                                let &[x0, x1, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                let t1 = x0 - 1.0f64;
                                let d0 = adjoint;
                                let d3 = adjoint;
                                let d2 = 1.0 / 2.0f64 * d3;
                                let d1 = __grad::slope::<__grad::row::Relu>(t1, 0.0) * d2;
                                __grad::pass(passed, [d1, x1 * d0, x0 * d0]);
                            }
                        }
                        static SITE: __grad::Site = __grad::Site::of::<
                            Here,
                        >(
                            &[
                                __grad::HERE.text("a * b", ""),
                                __grad::HERE.text("a - 1", ""),
                                __grad::HERE.text("(a - 1).relu()", ""),
                                __grad::HERE.text("(a - 1).relu() / 2", ""),
                                __grad::HERE.text("a * b + (a - 1).relu() / 2", ""),
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
