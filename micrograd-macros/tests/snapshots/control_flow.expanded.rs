fn expansion() {
    let texts = ::micrograd_core::__macro_support::texts();
    let mut s = if a > b {
        match (::micrograd_core::__macro_support::operand(&a),) {
            (operand0,) => {
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                    Here,
                >(&[::micrograd_core::__macro_support::Expression::HERE.position()]);
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OPERANDS: ::core::primitive::usize = 1;
                    const OPERATIONS: ::core::primitive::usize = 1;
                    const STORED: ::core::primitive::usize = 0;
                    const USES: &'static [::core::primitive::usize] = &[0];
                    const HAS_QUOTIENT: ::core::primitive::bool = false;
                    fn steps() -> &'static ::micrograd_core::__macro_support::Steps {
                        static STEPS: ::micrograd_core::__macro_support::Steps = ::micrograd_core::__macro_support::Steps::new(
                            "add x0 1.0",
                        );
                        &STEPS
                    }
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
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(
                    &SITE,
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    (operand0, ()),
                )
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
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position(),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position(),
                        ],
                    );
                    impl ::micrograd_core::__macro_support::Formula for Here {
                        const OPERANDS: ::core::primitive::usize = 2;
                        const OPERATIONS: ::core::primitive::usize = 1;
                        const STORED: ::core::primitive::usize = 0;
                        const USES: &'static [::core::primitive::usize] = &[0, 1];
                        const HAS_QUOTIENT: ::core::primitive::bool = false;
                        fn steps() -> &'static ::micrograd_core::__macro_support::Steps {
                            static STEPS: ::micrograd_core::__macro_support::Steps = ::micrograd_core::__macro_support::Steps::new(
                                "mul x0 x1",
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
                    s.__place()
                        .add_assign::<
                            Here,
                            _,
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
                            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                                Here,
                            >(
                                &[
                                    ::micrograd_core::__macro_support::Expression::HERE
                                        .position(),
                                ],
                            );
                            impl ::micrograd_core::__macro_support::Formula for Here {
                                const OPERANDS: ::core::primitive::usize = 1;
                                const OPERATIONS: ::core::primitive::usize = 1;
                                const STORED: ::core::primitive::usize = 0;
                                const USES: &'static [::core::primitive::usize] = &[0];
                                const HAS_QUOTIENT: ::core::primitive::bool = false;
                                fn steps() -> &'static ::micrograd_core::__macro_support::Steps {
                                    static STEPS: ::micrograd_core::__macro_support::Steps = ::micrograd_core::__macro_support::Steps::new(
                                        "mul x0 2.0",
                                    );
                                    &STEPS
                                }
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
                            ::micrograd_core::__macro_support::expression::<
                                Here,
                                _,
                            >(
                                &SITE,
                                const {
                                    ::micrograd_core::__macro_support::Expression::HERE
                                        .position()
                                },
                                (operand0, ()),
                            )
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
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                            ],
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
                    static TEXTS: [::micrograd_core::__macro_support::Expression; 6usize] = [
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("a + 1", "s"),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("f(b)", "s"),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("s += w[i] * x", "s"),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("w[i] * x", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("s * 2", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("s /= 2", "s"),
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
