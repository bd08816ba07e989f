fn expansion() {
    {
        {
            match (
                ::micrograd_core::__macro_support::operand(&x),
                ::micrograd_core::__macro_support::operand(&y),
            ) {
                (operand0, operand1) => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::Target as _;
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    impl ::micrograd_core::__macro_support::Formula for Here {
                        const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                            "sub x0 x1;mul t0 t0;mul t1 t0",
                            [2, 3, 0],
                            &[0, 1],
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
                            let &[x0, x1] = x else {
                                ::micrograd_core::__macro_support::another_number_of_operands()
                            };
                            let t0 = x0 - x1;
                            let t1 = t0 * t0;
                            let t2 = t1 * t0;
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
                            let t0 = x0 - x1;
                            let t1 = t0 * t0;
                            let d1 = t0 * adjoint;
                            let mut d0 = t1 * adjoint;
                            d0 += t0 * d1;
                            d0 += t0 * d1;
                            passed[0] = d0;
                            passed[1] = -d0;
                        }
                    }
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("x - y", "d"),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("d * d", "e"),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("e * d", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("sum += e * d", "sum"),
                        ],
                        false,
                    );
                    sum.__place()
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
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    impl ::micrograd_core::__macro_support::Formula for Here {
                        const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                            "mul x0 x1",
                            [2, 1, 0],
                            &[0, 1],
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
                            let &[x0, x1] = x else {
                                ::micrograd_core::__macro_support::another_number_of_operands()
                            };
                            let t0 = x0 * x1;
                            t0
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
                            passed[0] = x1 * adjoint;
                            passed[1] = x0 * adjoint;
                        }
                    }
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("x * y", "shown"),
                        ],
                        false,
                    );
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
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    impl ::micrograd_core::__macro_support::Formula for Here {
                        const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                            "sub x0 x1",
                            [2, 1, 0],
                            &[0, 1],
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
                            let &[x0, x1] = x else {
                                ::micrograd_core::__macro_support::another_number_of_operands()
                            };
                            let t0 = x0 - x1;
                            t0
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
                            passed[0] = adjoint;
                            passed[1] = -adjoint;
                        }
                    }
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("x - y", "used_twice"),
                        ],
                        false,
                    );
                    ::micrograd_core::__macro_support::unheld::<
                        Here,
                        _,
                    >(&SITE, (operand0, (operand1, ())))
                }
            };
            match ::micrograd_core::__macro_support::operand(&used_twice) {
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
                                .text("a += used_twice", "a"),
                        ],
                        true,
                    );
                    a.__place()
                        .add_assign_operand(
                            &SITE,
                            const {
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position()
                            },
                            operand,
                        );
                }
            }
            match ::micrograd_core::__macro_support::operand(&used_twice) {
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
                                .text("b += used_twice", "b"),
                        ],
                        true,
                    );
                    b.__place()
                        .add_assign_operand(
                            &SITE,
                            const {
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position()
                            },
                            operand,
                        );
                }
            }
        }
        match () {
            () => {
                match (
                    ::micrograd_core::__macro_support::operand(&x),
                    ::micrograd_core::__macro_support::operand(&y),
                ) {
                    (operand0, operand1) => {
                        enum Here {}
                        unsafe impl ::micrograd_core::__macro_support::Expanded
                        for Here {}
                        impl ::micrograd_core::__macro_support::Formula for Here {
                            const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                                "mul x0 x1",
                                [2, 1, 0],
                                &[0, 1],
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
                                let &[x0, x1] = x else {
                                    ::micrograd_core::__macro_support::another_number_of_operands()
                                };
                                let t0 = x0 * x1;
                                t0
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
                                passed[0] = x1 * adjoint;
                                passed[1] = x0 * adjoint;
                            }
                        }
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("x * y", ""),
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
            () => ::core::unreachable!(),
        }
    }
}
