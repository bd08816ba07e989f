fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 9usize] = [
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("sum += w[j] * x[j]", "sum"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("w[j] * x[j]", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("sum += x * sum", "sum"),
                ::micrograd_core::__macro_support::Expression::HERE.text("x * sum", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("sum -= x", "sum"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("sum += f(x)", "sum"),
                ::micrograd_core::__macro_support::Expression::HERE.text("f(x)", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("sum += w[name(\"{sum}\")]", "sum"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("sum += 1", "sum"),
            ];
            static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                &TEXTS,
            );
            BLOCK.register();
        }
        {
            let mut accumulator = ::micrograd_core::__macro_support::loop_place(
                &mut sum,
            );
            for j in 0..n {
                match (
                    ::micrograd_core::__macro_support::operand(&w[j]),
                    ::micrograd_core::__macro_support::operand(&x[j]),
                ) {
                    (operand0, operand1) => {
                        accumulator
                            .add_assign(
                                {
                                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new(
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
            }
        }
        for x in xs {
            match &match (
                ::micrograd_core::__macro_support::operand(&x),
                ::micrograd_core::__macro_support::operand(&sum),
            ) {
                (operand0, operand1) => {
                    ::micrograd_core::__macro_support::expression(
                        {
                            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new(
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
            } {
                right => {
                    ::micrograd_core::__macro_support::place(&mut sum)
                        .add_assign(
                            {
                                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new(
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
                            >(::micrograd_core::__macro_support::operand(right), ()),
                            |(right, ())| right,
                        )
                }
            }
        }
        for x in take(sum) {
            match (::micrograd_core::__macro_support::operand(&x),) {
                (operand0,) => {
                    ::micrograd_core::__macro_support::place(&mut sum)
                        .sub_assign(
                            {
                                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new(
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
                            |(operand0, ())| { operand0 },
                        )
                }
            };
        }
        for x in xs {
            match (::micrograd_core::__macro_support::operand(&f(x)),) {
                (operand0,) => {
                    ::micrograd_core::__macro_support::place(&mut sum)
                        .add_assign(
                            {
                                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new(
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
                            |(operand0, ())| { operand0 },
                        )
                }
            };
        }
        for x in xs {
            match (::micrograd_core::__macro_support::operand(&w[name("{sum}")]),) {
                (operand0,) => {
                    ::micrograd_core::__macro_support::place(&mut sum)
                        .add_assign(
                            {
                                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new(
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
                            |(operand0, ())| { operand0 },
                        )
                }
            };
        }
        while more() {
            ::micrograd_core::__macro_support::place(&mut sum)
                .add_assign(
                    {
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new(
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
                    (),
                    |()| { ::micrograd_core::__macro_support::Whole::<{ 1i32 }> },
                );
        }
    }
}
