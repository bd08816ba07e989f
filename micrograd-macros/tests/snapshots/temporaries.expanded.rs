fn expansion() {
    {
        {
            match (
                ::micrograd_core::__macro_support::operand(&x),
                ::micrograd_core::__macro_support::operand(&y),
            ) {
                (operand0, operand1) => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = Here;
                    }
                    #[allow(clippy::approx_constant)]
                    impl __grad::Formula for Here {
                        const OUTLINE: __grad::Outline = __grad::Outline::new(
                            "sub x0 x1;mul t0 t0;mul t1 t0",
                            [3, 0],
                            &[0, 1],
                            [false, false],
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
                            let t0 = x0 - x1;
                            let t1 = t0 * t0;
                            let t2 = t1 * t0;
                            t2
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
                            let t0 = x0 - x1;
                            let t1 = t0 * t0;
                            let d1 = t0 * adjoint;
                            let mut d0 = t1 * adjoint;
                            d0 += t0 * d1;
                            d0 += t0 * d1;
                            __grad::pass(passed, [d0, -d0]);
                        }
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(
                        &[
                            __grad::HERE.text("x - y", "d"),
                            __grad::HERE.text("d * d", "e"),
                            __grad::HERE.text("e * d", ""),
                            __grad::HERE.text("sum += e * d", "sum"),
                        ],
                        false,
                    );
                    sum.__assignee()
                        .add_assign::<Here, _, _>(&SITE, (operand0, (operand1, ())))
                }
            };
        }
        {
            let shown = match (
                ::micrograd_core::__macro_support::operand(&x),
                ::micrograd_core::__macro_support::operand(&y),
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
                            "mul x0 x1",
                            [1, 0],
                            &[0, 1],
                            [false, false],
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
                            t0
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
                            __grad::pass(passed, [x1 * adjoint, x0 * adjoint]);
                        }
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("x * y", "shown")], false);
                    ::micrograd_core::__macro_support::expression::<
                        Here,
                        _,
                    >(&SITE, (operand0, (operand1, ())))
                }
            };
            println!("{shown}");
            let used_twice = match (
                ::micrograd_core::__macro_support::operand(&x),
                ::micrograd_core::__macro_support::operand(&y),
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
                            "sub x0 x1",
                            [1, 0],
                            &[0, 1],
                            [false, false],
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
                            let t0 = x0 - x1;
                            t0
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
                            __grad::pass(passed, [adjoint, -adjoint]);
                        }
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("x - y", "used_twice")], false);
                    ::micrograd_core::__macro_support::intermediate::<
                        Here,
                        _,
                    >(&SITE, (operand0, (operand1, ())))
                }
            };
            match ::micrograd_core::__macro_support::operand(&used_twice) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = __grad::Itself;
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("a += used_twice", "a")], true);
                    a.__assignee()
                        .add_assign_operand::<
                            _,
                            _,
                        >(
                            &SITE,
                            const { ::micrograd_core::__macro_support::HERE.position() },
                            operand,
                        );
                }
            };
            match ::micrograd_core::__macro_support::operand(&used_twice) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = __grad::Itself;
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("b += used_twice", "b")], true);
                    b.__assignee()
                        .add_assign_operand::<
                            _,
                            _,
                        >(
                            &SITE,
                            const { ::micrograd_core::__macro_support::HERE.position() },
                            operand,
                        );
                }
            };
        }
        match () {
            () => {
                match (
                    ::micrograd_core::__macro_support::operand(&x),
                    ::micrograd_core::__macro_support::operand(&y),
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
                                "mul x0 x1",
                                [1, 0],
                                &[0, 1],
                                [false, false],
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
                                t0
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
                                __grad::pass(passed, [x1 * adjoint, x0 * adjoint]);
                            }
                        }
                        static SITE: __grad::Site = __grad::Site::of::<
                            Here,
                        >(&[__grad::HERE.text("x * y", "")], false);
                        ::micrograd_core::__macro_support::expression::<
                            Here,
                            _,
                        >(&SITE, (operand0, (operand1, ())))
                    }
                }
            }
            #[allow(unreachable_patterns)]
            () => ::core::unreachable!(),
        }
    }
}
