fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 11usize] = [
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("r * x * (1 - x)", "x"),
                ::micrograd_core::__macro_support::Expression::HERE.text("r * x", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("1 - x", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("x += dt * (y - x)", "x"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("dt * (y - x)", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("y - x", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("state[i] * gate + self.bias", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("state[i] * gate", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("self.cell * self.gate", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("*y -= *y * h", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("*y * h", ""),
            ];
            static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                &TEXTS,
            );
            BLOCK.register();
        }
        match (::micrograd_core::__macro_support::operand(&r),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::place(&mut x)
                    .replace(
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
                            let result1 = recorder
                                .sub(
                                    ::micrograd_core::__macro_support::Literal::<
                                        4607182418800017408u64,
                                    >,
                                    operand1,
                                );
                            let result2 = recorder.mul(result0, result1);
                            result2
                        },
                    )
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&dt),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1) => {
                ::micrograd_core::__macro_support::place(&mut x)
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
                        |(operand2, (operand0, (operand1, ())))| {
                            let recorder = ::micrograd_core::__macro_support::Recorder;
                            let result0 = recorder.sub(operand1, operand2);
                            let result1 = recorder.mul(operand0, result0);
                            let result2 = recorder.add(operand2, result1);
                            result2
                        },
                    )
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&gate),
            ::micrograd_core::__macro_support::operand(&self.bias),
        ) {
            (operand1, operand2) => {
                ::micrograd_core::__macro_support::place(&mut state[i])
                    .replace(
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
                            operand1,
                            ::micrograd_core::__macro_support::Operands::<
                                2usize,
                                _,
                                _,
                            >(operand2, ()),
                        ),
                        |(operand0, (operand1, (operand2, ())))| {
                            let recorder = ::micrograd_core::__macro_support::Recorder;
                            let result0 = recorder.mul(operand0, operand1);
                            let result1 = recorder.add(result0, operand2);
                            result1
                        },
                    )
            }
        };
        self.cell = match (
            ::micrograd_core::__macro_support::operand(&self.cell),
            ::micrograd_core::__macro_support::operand(&self.gate),
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
        match (::micrograd_core::__macro_support::operand(&h),) {
            (operand1,) => {
                ::micrograd_core::__macro_support::place(&mut *y)
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
                        >(operand1, ()),
                        |(operand0, (operand1, ()))| {
                            let recorder = ::micrograd_core::__macro_support::Recorder;
                            let result0 = recorder.mul(operand0, operand1);
                            let result1 = recorder.sub(operand0, result0);
                            result1
                        },
                    )
            }
        };
    }
}
