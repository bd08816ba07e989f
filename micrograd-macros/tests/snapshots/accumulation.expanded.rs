fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 23usize] = [
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
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("f += 100 * t1 * t1 + t2 * t2", "f"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("x[i + 1] - x[i] * x[i]", "t1"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("x[i] * x[i]", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("1 - x[i]", "t2"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("100 * t1 * t1 + t2 * t2", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("100 * t1 * t1", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("100 * t1", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("t2 * t2", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("*total += x * x", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("x * x", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("self.sum -= x", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("self.sum += self.weight * x", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("self.weight * x", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("total[k] += xs[k]", ""),
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
            }
        }
        for x in xs {
            match (::micrograd_core::__macro_support::operand(&x),) {
                (operand0,) => {
                    ::micrograd_core::__macro_support::place(&mut sum)
                        .update(
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
                            >(operand0, ()),
                            |(operand1, (operand0, ()))| {
                                let recorder = ::micrograd_core::__macro_support::Recorder;
                                let result0 = recorder.mul(operand0, operand1);
                                let result1 = recorder.add(operand1, result0);
                                result1
                            },
                        )
                }
            };
        }
        for x in take(sum) {
            match (::micrograd_core::__macro_support::operand(&x),) {
                (operand0,) => {
                    ::micrograd_core::__macro_support::place(&mut sum)
                        .sub_assign(
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
                            |(operand0, ())| { operand0 },
                        )
                }
            };
        }
        while more() {
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
        {
            let mut accumulator = ::micrograd_core::__macro_support::loop_place(&mut f);
            for i in 0..n {
                match (
                    ::micrograd_core::__macro_support::operand(&x[i + 1]),
                    ::micrograd_core::__macro_support::operand(&x[i]),
                ) {
                    (operand0, operand1) => {
                        accumulator
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
                                    let result0 = recorder.mul(operand1, operand1);
                                    let result1 = recorder.sub(operand0, result0);
                                    let (term0, t1) = recorder.temporary::<0usize, _>(result1);
                                    let result3 = recorder
                                        .sub(
                                            ::micrograd_core::__macro_support::Literal::<
                                                4607182418800017408u64,
                                            >,
                                            operand1,
                                        );
                                    let (term1, t2) = recorder.temporary::<1usize, _>(result3);
                                    let result5 = recorder
                                        .mul(
                                            ::micrograd_core::__macro_support::Literal::<
                                                4636737291354636288u64,
                                            >,
                                            t1,
                                        );
                                    let result6 = recorder.mul(result5, t1);
                                    let result7 = recorder.mul(t2, t2);
                                    let result8 = recorder.add(result6, result7);
                                    recorder
                                        .bind::<
                                            0usize,
                                            _,
                                            _,
                                        >(term0, recorder.bind::<1usize, _, _>(term1, result8))
                                },
                            )
                    }
                };
            }
        }
        {
            let mut accumulator = ::micrograd_core::__macro_support::loop_place(
                &mut *total,
            );
            for x in xs {
                match (::micrograd_core::__macro_support::operand(&x),) {
                    (operand0,) => {
                        accumulator
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
                                >(operand0, ()),
                                |(operand0, ())| {
                                    let recorder = ::micrograd_core::__macro_support::Recorder;
                                    let result0 = recorder.mul(operand0, operand0);
                                    result0
                                },
                            )
                    }
                };
            }
        }
        {
            let mut accumulator = ::micrograd_core::__macro_support::loop_place(
                &mut self.sum,
            );
            for x in xs {
                match (::micrograd_core::__macro_support::operand(&x),) {
                    (operand0,) => {
                        accumulator
                            .sub_assign(
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
                                |(operand0, ())| { operand0 },
                            )
                    }
                };
            }
        }
        for x in xs {
            match &match (
                ::micrograd_core::__macro_support::operand(&self.weight),
                ::micrograd_core::__macro_support::operand(&x),
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
            } {
                right => {
                    ::micrograd_core::__macro_support::place(&mut self.sum)
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
        for k in 0..n {
            match (::micrograd_core::__macro_support::operand(&xs[k]),) {
                (operand0,) => {
                    ::micrograd_core::__macro_support::place(&mut total[k])
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
    }
}
