fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 11usize] = [
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("Value::new(2.0)", "leaf"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("layer.forward(&x, a + 1, -2)", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("a + 1", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("h.max(leaf).powi(2) * (self.scale)(leaf)", "m"),
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
                ::micrograd_core::__macro_support::Expression::HERE.text("2 * m", ""),
            ];
            static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                &TEXTS,
            );
            BLOCK.register();
        }
        let leaf = Value::new(2.0);
        let h = {
            use ::micrograd_core::__macro_support::NameOfAny as _;
            ::micrograd_core::__macro_support::Named(
                    layer
                        .forward(
                            &x,
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
                        use ::micrograd_core::__macro_support::CopyOfAny as _;
                        ::micrograd_core::__macro_support::Copied(&leaf).copy()
                    })
                    .powi(2),
            ),
            ::micrograd_core::__macro_support::operand(&(self.scale)(leaf)),
        ) {
            (operand0, operand1) => {
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
        let v = xs.iter().map(|x| x * 2.0).collect();
        (
            {
                use ::micrograd_core::__macro_support::CopyOfAny as _;
                ::micrograd_core::__macro_support::Copied(&m).copy()
            },
            [
                {
                    use ::micrograd_core::__macro_support::CopyOfAny as _;
                    ::micrograd_core::__macro_support::Copied(&h).copy()
                },
                match (::micrograd_core::__macro_support::operand(&m),) {
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
                                        ::micrograd_core::__macro_support::Literal::<
                                            4611686018427387904u64,
                                        >,
                                        operand0,
                                    );
                                result0
                            },
                        )
                    }
                },
            ],
        )
    }
}
