fn expansion() {
    {
        let texts = ::micrograd_core::__macro_support::texts();
        let leaf = Value::new(2.0);
        let h = {
            use ::micrograd_core::__macro_support::NameOfAny as _;
            ::micrograd_core::__macro_support::Named(
                    layer
                        .forward(
                            &x,
                            match (&a,) {
                                (operand0,) => {
                                    enum Here {}
                                    unsafe impl ::micrograd_core::__macro_support::Expanded
                                    for Here {}
                                    impl ::micrograd_core::__macro_support::Formula for Here {
                                        const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                                            "add x0 1.0",
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
                                                .text("a + 1", ""),
                                        ],
                                        false,
                                    );
                                    impl ::micrograd_core::__macro_support::IntegerFormula
                                    for Here {
                                        fn integers<I: ::micrograd_core::__macro_support::Integer>(
                                            x: &[I],
                                        ) -> I {
                                            use ::micrograd_core::__macro_support::IntegerArithmetic as _;
                                            let &[x0] = x else {
                                                ::micrograd_core::__macro_support::another_number_of_operands()
                                            };
                                            let t0 = x0.plus(I::number(1i32));
                                            t0
                                        }
                                    }
                                    use ::micrograd_core::__macro_support::{
                                        WayOfFormulas as _, WayOfIntegers as _,
                                    };
                                    let way = (&&::micrograd_core::__macro_support::Integers(
                                        &(operand0, ()),
                                    ))
                                        .way();
                                    match (way.operand(operand0),) {
                                        (operand0,) => {
                                            way.expression::<Here, _>(&SITE, (operand0, ()))
                                        }
                                    }
                                }
                            },
                            -2,
                        )?,
                )
                .named("h")
        };
        let m = match (
            ::micrograd_core::__macro_support::operand(
                &h
                    .max({
                        use ::micrograd_core::__macro_support::{
                            CopyOfAny as _, CopyOfNumber as _,
                        };
                        (&&::micrograd_core::__macro_support::Copied(&leaf)).copy()
                    })
                    .powi(2),
            ),
            ::micrograd_core::__macro_support::operand(&(self.scale)(leaf)),
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
                        ::micrograd_core::__macro_support::Expression::HERE.position(),
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
                            .text("h.max(leaf).powi(2) * (self.scale)(leaf)", "m"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        let v = xs
            .iter()
            .map(|x| match (::micrograd_core::__macro_support::operand(&x),) {
                (operand0,) => {
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
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
                                .text("x * 2.0", ""),
                        ],
                        false,
                    );
                    ::micrograd_core::__macro_support::expression::<
                        Here,
                        _,
                    >(&SITE, (operand0, ()))
                }
            })
            .collect();
        match () {
            () => {
                (
                    {
                        use ::micrograd_core::__macro_support::{
                            CopyOfAny as _, CopyOfNumber as _,
                        };
                        (&&::micrograd_core::__macro_support::Copied(&m)).copy()
                    },
                    [
                        {
                            use ::micrograd_core::__macro_support::{
                                CopyOfAny as _, CopyOfNumber as _,
                            };
                            (&&::micrograd_core::__macro_support::Copied(&h)).copy()
                        },
                        match (::micrograd_core::__macro_support::operand(&m),) {
                            (operand0,) => {
                                enum Here {}
                                unsafe impl ::micrograd_core::__macro_support::Expanded
                                for Here {}
                                impl ::micrograd_core::__macro_support::Formula for Here {
                                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                                        "mul 2.0 x0",
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
                                        let t0 = 2f64 * x0;
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
                                            .text("2 * m", ""),
                                    ],
                                    false,
                                );
                                ::micrograd_core::__macro_support::expression::<
                                    Here,
                                    _,
                                >(&SITE, (operand0, ()))
                            }
                        },
                    ],
                )
            }
            #[allow(unreachable_patterns)]
            () => {
                enum Block {}
                impl ::micrograd_core::__macro_support::Block for Block {
                    #[inline(always)]
                    fn expressions() -> &'static ::micrograd_core::__macro_support::Expressions {
                        static TEXTS: [::micrograd_core::__macro_support::Expression; 8usize] = [
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("Value::new(2.0)", "leaf"),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("layer.forward(&x, a + 1, -2)", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("h.max(leaf).powi(2)", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("h.max(leaf)", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("(self.scale)(leaf)", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("xs.iter().map(| x | x * 2.0).collect()", "v"),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("xs.iter().map(| x | x * 2.0)", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("xs.iter()", ""),
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
