fn expansion() {
    let texts = ::micrograd_core::__macro_support::texts();
    let mut s = if a > b {
        match (::micrograd_core::__macro_support::operand(&a),) {
            (operand0,) => {
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "add x0 1.0",
                        [1, 1, 0],
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
                        let t0 = x0 + 1f64;
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
                        let &[x0] = x else {
                            ::micrograd_core::__macro_support::another_number_of_operands()
                        };
                        passed[0] = adjoint;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("a + 1", "s"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, ()))
            }
        }
    } else {
        {
            use ::micrograd_core::__macro_support::NameOfAny as _;
            ::micrograd_core::__macro_support::Named(f(b)).named("s")
        }
    };
    'outer: for (i, x) in xs.iter().enumerate() {
        if *x > s {
            match (
                ::micrograd_core::__macro_support::operand(&w[i]),
                ::micrograd_core::__macro_support::operand(&x),
            ) {
                (operand0, operand1) => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::Target as _;
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
                                .text("w[i] * x", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("s += w[i] * x", "s"),
                        ],
                        false,
                    );
                    s.__place()
                        .add_assign::<Here, _, _>(&SITE, (operand0, (operand1, ())))
                }
            };
        } else {
            continue 'outer;
        }
    }
    let found = {
        use ::micrograd_core::__macro_support::NameOfAny as _;
        ::micrograd_core::__macro_support::Named(
                loop {
                    break (match (::micrograd_core::__macro_support::operand(&s),) {
                        (operand0,) => {
                            enum Here {}
                            unsafe impl ::micrograd_core::__macro_support::Expanded
                            for Here {}
                            impl ::micrograd_core::__macro_support::Formula for Here {
                                const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                                    "mul x0 2.0",
                                    [1, 1, 0],
                                    &[0],
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
                                    let &[x0] = x else {
                                        ::micrograd_core::__macro_support::another_number_of_operands()
                                    };
                                    let t0 = x0 * 2f64;
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
                                    let &[x0] = x else {
                                        ::micrograd_core::__macro_support::another_number_of_operands()
                                    };
                                    passed[0] = 2f64 * adjoint;
                                }
                            }
                            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                                Here,
                            >(
                                &[
                                    ::micrograd_core::__macro_support::Expression::HERE
                                        .text("s * 2", ""),
                                ],
                                false,
                            );
                            ::micrograd_core::__macro_support::expression::<
                                Here,
                                _,
                            >(&SITE, (operand0, ()))
                        }
                    });
                },
            )
            .named("found")
    };
    while found > 1 {
        match &2i32 {
            right => {
                match ::micrograd_core::__macro_support::operand(right) {
                    operand => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::Target as _;
                        enum Here {}
                        unsafe impl ::micrograd_core::__macro_support::Expanded
                        for Here {}
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("s /= 2", "s"),
                            ],
                            false,
                        );
                        s.__place()
                            .div_assign_operand(
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
        }
    }
    match () {
        () => {}
        #[allow(unreachable_patterns)]
        () => {
            enum Block {}
            impl ::micrograd_core::__macro_support::Block for Block {
                #[inline(always)]
                fn expressions() -> &'static ::micrograd_core::__macro_support::Expressions {
                    static TEXTS: [::micrograd_core::__macro_support::Expression; 1usize] = [
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("f(b)", "s"),
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
