fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 9usize] = [
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("sum += e * d", "sum"),
                ::micrograd_core::__macro_support::Expression::HERE.text("x - y", "d"),
                ::micrograd_core::__macro_support::Expression::HERE.text("d * d", "e"),
                ::micrograd_core::__macro_support::Expression::HERE.text("e * d", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("x * y", "shown"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("x - y", "used_twice"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("a += used_twice", "a"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("b += used_twice", "b"),
                ::micrograd_core::__macro_support::Expression::HERE.text("x * y", ""),
            ];
            static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                &TEXTS,
            );
            BLOCK.register();
        }
        {
            match (
                ::micrograd_core::__macro_support::operand(&x),
                ::micrograd_core::__macro_support::operand(&y),
            ) {
                (operand0, operand1) => {
                    ::micrograd_core::__macro_support::place(&mut sum)
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
                                let result0 = recorder.sub(operand0, operand1);
                                let (term0, d) = recorder.temporary::<0usize, _>(result0);
                                let result2 = recorder.mul(d, d);
                                let (term1, e) = recorder.temporary::<1usize, _>(result2);
                                let result4 = recorder.mul(e, d);
                                recorder
                                    .bind::<
                                        0usize,
                                        _,
                                        _,
                                    >(term0, recorder.bind::<1usize, _, _>(term1, result4))
                            },
                        )
                }
            };
        }
        {
            let shown = match (
                ::micrograd_core::__macro_support::operand(&x),
                ::micrograd_core::__macro_support::operand(&y),
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
            println!("{shown}");
            let used_twice = match (
                ::micrograd_core::__macro_support::operand(&x),
                ::micrograd_core::__macro_support::operand(&y),
            ) {
                (operand0, operand1) => {
                    ::micrograd_core::__macro_support::unheld(
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
                            let result0 = recorder.sub(operand0, operand1);
                            result0
                        },
                    )
                }
            };
            match (::micrograd_core::__macro_support::operand(&used_twice),) {
                (operand0,) => {
                    ::micrograd_core::__macro_support::place(&mut a)
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
                                        ],
                                    )
                                    .in_place();
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
                            |(operand0, ())| { operand0 },
                        )
                }
            };
            match (::micrograd_core::__macro_support::operand(&used_twice),) {
                (operand0,) => {
                    ::micrograd_core::__macro_support::place(&mut b)
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
                                        ],
                                    )
                                    .in_place();
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
                            |(operand0, ())| { operand0 },
                        )
                }
            };
        }
        match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
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
        }
    }
}
