fn expansion() {
    {
        static TEXTS: [::micrograd_core::__macro_support::Expression; 6usize] = [
            ::micrograd_core::__macro_support::Expression::HERE.text("a + 1", "s"),
            ::micrograd_core::__macro_support::Expression::HERE.text("f(b)", "s"),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("s += w[i] * x", "s"),
            ::micrograd_core::__macro_support::Expression::HERE.text("w[i] * x", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("s * 2", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("s /= 2", "s"),
        ];
        static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
            &TEXTS,
        );
        BLOCK.register();
    }
    let mut s = if a > b {
        match (::micrograd_core::__macro_support::operand(&a),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::expression(
                    {
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
                        &SITE
                    },
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    ::micrograd_core::__macro_support::Operands::<
                        1usize,
                        _,
                        _,
                    >(operand0, ()),
                    |(operand0, ())| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder
                            .add(
                                operand0,
                                ::micrograd_core::__macro_support::Literal::<
                                    4607182418800017408u64,
                                >,
                            );
                        result0
                    },
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
                    ::micrograd_core::__macro_support::place(&mut s)
                        .add_assign(
                            {
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
                                    ],
                                );
                                &SITE
                            },
                            const {
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position()
                            },
                            ::micrograd_core::__macro_support::Operands::<
                                1usize,
                                _,
                                _,
                            >(
                                operand0,
                                ::micrograd_core::__macro_support::Operands::<
                                    2usize,
                                    _,
                                    _,
                                >(operand1, ()),
                            ),
                            |(operand0, (operand1, ()))| {
                                let recorder = ::micrograd_core::__macro_support::Recorder;
                                let result0 = recorder.mul(operand0, operand1);
                                result0
                            },
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
                            ::micrograd_core::__macro_support::expression(
                                {
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
                                    &SITE
                                },
                                const {
                                    ::micrograd_core::__macro_support::Expression::HERE
                                        .position()
                                },
                                ::micrograd_core::__macro_support::Operands::<
                                    1usize,
                                    _,
                                    _,
                                >(operand0, ()),
                                |(operand0, ())| {
                                    let recorder = ::micrograd_core::__macro_support::Recorder;
                                    let result0 = recorder
                                        .mul(
                                            operand0,
                                            ::micrograd_core::__macro_support::Literal::<
                                                4611686018427387904u64,
                                            >,
                                        );
                                    result0
                                },
                            )
                        }
                    });
                },
            )
            .named("found")
    };
    while found > 1 {
        ::micrograd_core::__macro_support::place(&mut s)
            .div_assign(
                {
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                        Here,
                    >(&[::micrograd_core::__macro_support::Expression::HERE.position()]);
                    &SITE
                },
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
                (),
                |()| { ::micrograd_core::__macro_support::Whole::<{ 2i32 }> },
            );
    }
}
