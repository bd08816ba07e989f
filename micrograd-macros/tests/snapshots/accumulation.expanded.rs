fn expansion() {
    {
        let texts = ::micrograd_core::__macro_support::texts();
        {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::ToAssignee as _;
            let mut accumulator = sum.__loop_assignee();
            for j in 0..n {
                match (
                    ::micrograd_core::__macro_support::operand(&w[j]),
                    ::micrograd_core::__macro_support::operand(&x[j]),
                ) {
                    (operand0, operand1) => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::ToAssignee as _;
                        use ::micrograd_core::__macro_support as __grad;
                        enum Here {}
                        unsafe impl __grad::Expanded for Here {
                            type Arithmetic = Here;
                        }
                        #[allow(clippy::approx_constant)]
                        impl __grad::Formula for Here {
                            const OUTLINE: __grad::Outline = __grad::Outline::new(
                                "mul x0 x1",
                                [1, 0],
                                &[0, 1],
                                [false, false],
                                ::micrograd_core::__macro_support::HERE.position(),
                            );
                            #[inline(always)]
                            fn value(
                                x: &[__grad::f64],
                                stored: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) -> __grad::f64 {
                                let &[x0, x1, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                let t0 = x0 * x1;
                                t0
                            }
                            #[inline(always)]
                            fn reverse(
                                x: &[__grad::f64],
                                stored: &[__grad::f64],
                                y: __grad::f64,
                                adjoint: __grad::f64,
                                passed: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) {
                                let &[x0, x1, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                __grad::pass(passed, [x1 * adjoint, x0 * adjoint]);
                            }
                        }
                        static SITE: __grad::Site = __grad::Site::of::<
                            Here,
                        >(
                            &[
                                __grad::HERE.text("w[j] * x[j]", ""),
                                __grad::HERE.text("sum += w[j] * x[j]", "sum"),
                            ],
                            false,
                        );
                        accumulator
                            .add_assign::<Here, _, _>(&SITE, (operand0, (operand1, ())))
                    }
                };
            }
        }
        for x in xs {
            match (::micrograd_core::__macro_support::operand(&x),) {
                (operand0,) => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = Here;
                    }
                    #[allow(clippy::approx_constant)]
                    impl __grad::Formula for Here {
                        const OUTLINE: __grad::Outline = __grad::Outline::new(
                            "mul x1 x0;add x0 t0",
                            [2, 0],
                            &[0, 0, 1],
                            [true, false],
                            ::micrograd_core::__macro_support::HERE.position(),
                        );
                        #[inline(always)]
                        fn value(
                            x: &[__grad::f64],
                            stored: &mut [__grad::f64],
                            signature: __grad::Signature,
                        ) -> __grad::f64 {
                            let &[x0, x1, ..] = x else {
                                __grad::another_number_of_operands()
                            };
                            let t0 = x1 * x0;
                            let t1 = x0 + t0;
                            t1
                        }
                        #[inline(always)]
                        fn reverse(
                            x: &[__grad::f64],
                            stored: &[__grad::f64],
                            y: __grad::f64,
                            adjoint: __grad::f64,
                            passed: &mut [__grad::f64],
                            signature: __grad::Signature,
                        ) {
                            let &[x0, x1, ..] = x else {
                                __grad::another_number_of_operands()
                            };
                            let d0 = adjoint;
                            __grad::pass(passed, [adjoint, x1 * d0, x0 * d0]);
                        }
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(
                        &[
                            __grad::HERE.text("x * sum", ""),
                            __grad::HERE.text("sum += x * sum", "sum"),
                        ],
                        false,
                    );
                    sum.__assignee().update::<Here, _, _>(&SITE, (operand0, ()))
                }
            };
        }
        for x in take(sum) {
            match ::micrograd_core::__macro_support::operand(&x) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = __grad::Itself;
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("sum -= x", "sum")], false);
                    sum.__assignee()
                        .sub_assign_operand::<
                            _,
                            _,
                        >(
                            &SITE,
                            const { ::micrograd_core::__macro_support::HERE.position() },
                            operand,
                        );
                }
            };
        }
        for x in xs {
            match ::micrograd_core::__macro_support::operand(&f(x)) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = __grad::Itself;
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("sum += f(x)", "sum")], false);
                    sum.__assignee()
                        .add_assign_operand::<
                            _,
                            _,
                        >(
                            &SITE,
                            const { ::micrograd_core::__macro_support::HERE.position() },
                            operand,
                        );
                }
            };
        }
        for x in xs {
            match ::micrograd_core::__macro_support::operand(&w[name("{sum}")]) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = __grad::Itself;
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("sum += w[name(\"{sum}\")]", "sum")], false);
                    sum.__assignee()
                        .add_assign_operand::<
                            _,
                            _,
                        >(
                            &SITE,
                            const { ::micrograd_core::__macro_support::HERE.position() },
                            operand,
                        );
                }
            };
        }
        while more() {
            match &1i32 {
                right => {
                    match ::micrograd_core::__macro_support::operand(right) {
                        operand => {
                            #[allow(unused_imports)]
                            use ::micrograd_core::__macro_support::ToAssignee as _;
                            use ::micrograd_core::__macro_support as __grad;
                            enum Here {}
                            unsafe impl __grad::Expanded for Here {
                                type Arithmetic = __grad::Itself;
                            }
                            static SITE: __grad::Site = __grad::Site::of::<
                                Here,
                            >(&[__grad::HERE.text("sum += 1", "sum")], false);
                            sum.__assignee()
                                .add_assign_operand::<
                                    _,
                                    _,
                                >(
                                    &SITE,
                                    const {
                                        ::micrograd_core::__macro_support::HERE.position()
                                    },
                                    operand,
                                );
                        }
                    }
                }
            };
        }
        {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::ToAssignee as _;
            let mut accumulator = f.__loop_assignee();
            for i in 0..n {
                match (
                    ::micrograd_core::__macro_support::operand(&x[i + 1]),
                    ::micrograd_core::__macro_support::operand(&x[i]),
                ) {
                    (operand0, operand1) => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::ToAssignee as _;
                        use ::micrograd_core::__macro_support as __grad;
                        enum Here {}
                        unsafe impl __grad::Expanded for Here {
                            type Arithmetic = Here;
                        }
                        #[allow(clippy::approx_constant)]
                        impl __grad::Formula for Here {
                            const OUTLINE: __grad::Outline = __grad::Outline::new(
                                "mul x1 x1;sub x0 t0;sub 1.0 x1;mul 100.0 t1;mul t3 t1;mul t2 t2;add t4 t5",
                                [7, 0],
                                &[1, 1, 1, 0],
                                [true, false],
                                ::micrograd_core::__macro_support::HERE.position(),
                            );
                            #[inline(always)]
                            fn value(
                                x: &[__grad::f64],
                                stored: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) -> __grad::f64 {
                                let &[x0, x1, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                let t0 = x1 * x1;
                                let t1 = x0 - t0;
                                let t2 = 1.0f64 - x1;
                                let t3 = 100.0f64 * t1;
                                let t4 = t3 * t1;
                                let t5 = t2 * t2;
                                let t6 = t4 + t5;
                                t6
                            }
                            #[inline(always)]
                            fn reverse(
                                x: &[__grad::f64],
                                stored: &[__grad::f64],
                                y: __grad::f64,
                                adjoint: __grad::f64,
                                passed: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) {
                                let &[x0, x1, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                let t0 = x1 * x1;
                                let t1 = x0 - t0;
                                let t2 = 1.0f64 - x1;
                                let t3 = 100.0f64 * t1;
                                let d4 = adjoint;
                                let d5 = adjoint;
                                let mut d2 = t2 * d5;
                                d2 += t2 * d5;
                                let d3 = t1 * d4;
                                let mut d1 = t3 * d4;
                                d1 += 100.0f64 * d3;
                                let d0 = -d1;
                                __grad::pass(passed, [-d2, x1 * d0, x1 * d0, d1]);
                            }
                        }
                        static SITE: __grad::Site = __grad::Site::of::<
                            Here,
                        >(
                            &[
                                __grad::HERE.text("x[i] * x[i]", ""),
                                __grad::HERE.text("x[i + 1] - x[i] * x[i]", "t1"),
                                __grad::HERE.text("1 - x[i]", "t2"),
                                __grad::HERE.text("100 * t1", ""),
                                __grad::HERE.text("100 * t1 * t1", ""),
                                __grad::HERE.text("t2 * t2", ""),
                                __grad::HERE.text("100 * t1 * t1 + t2 * t2", ""),
                                __grad::HERE.text("f += 100 * t1 * t1 + t2 * t2", "f"),
                            ],
                            false,
                        );
                        accumulator
                            .add_assign::<Here, _, _>(&SITE, (operand0, (operand1, ())))
                    }
                };
            }
        }
        {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::ToAssignee as _;
            let mut accumulator = (*total).__loop_assignee();
            for x in xs {
                match (::micrograd_core::__macro_support::operand(&x),) {
                    (operand0,) => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::ToAssignee as _;
                        use ::micrograd_core::__macro_support as __grad;
                        enum Here {}
                        unsafe impl __grad::Expanded for Here {
                            type Arithmetic = Here;
                        }
                        #[allow(clippy::approx_constant)]
                        impl __grad::Formula for Here {
                            const OUTLINE: __grad::Outline = __grad::Outline::new(
                                "mul x0 x0",
                                [1, 0],
                                &[0, 0],
                                [false, false],
                                ::micrograd_core::__macro_support::HERE.position(),
                            );
                            #[inline(always)]
                            fn value(
                                x: &[__grad::f64],
                                stored: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) -> __grad::f64 {
                                let &[x0, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                let t0 = x0 * x0;
                                t0
                            }
                            #[inline(always)]
                            fn reverse(
                                x: &[__grad::f64],
                                stored: &[__grad::f64],
                                y: __grad::f64,
                                adjoint: __grad::f64,
                                passed: &mut [__grad::f64],
                                signature: __grad::Signature,
                            ) {
                                let &[x0, ..] = x else {
                                    __grad::another_number_of_operands()
                                };
                                __grad::pass(passed, [x0 * adjoint, x0 * adjoint]);
                            }
                        }
                        static SITE: __grad::Site = __grad::Site::of::<
                            Here,
                        >(
                            &[
                                __grad::HERE.text("x * x", ""),
                                __grad::HERE.text("*total += x * x", ""),
                            ],
                            false,
                        );
                        accumulator.add_assign::<Here, _, _>(&SITE, (operand0, ()))
                    }
                };
            }
        }
        {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::ToAssignee as _;
            let mut accumulator = self.sum.__loop_assignee();
            for x in xs {
                match ::micrograd_core::__macro_support::operand(&x) {
                    operand => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::ToAssignee as _;
                        use ::micrograd_core::__macro_support as __grad;
                        enum Here {}
                        unsafe impl __grad::Expanded for Here {
                            type Arithmetic = __grad::Itself;
                        }
                        static SITE: __grad::Site = __grad::Site::of::<
                            Here,
                        >(&[__grad::HERE.text("self.sum -= x", "")], false);
                        accumulator
                            .sub_assign_operand::<
                                _,
                                _,
                            >(
                                &SITE,
                                const {
                                    ::micrograd_core::__macro_support::HERE.position()
                                },
                                operand,
                            );
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
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = Here;
                    }
                    #[allow(clippy::approx_constant)]
                    impl __grad::Formula for Here {
                        const OUTLINE: __grad::Outline = __grad::Outline::new(
                            "mul x0 x1",
                            [1, 0],
                            &[0, 1],
                            [false, false],
                            ::micrograd_core::__macro_support::HERE.position(),
                        );
                        #[inline(always)]
                        fn value(
                            x: &[__grad::f64],
                            stored: &mut [__grad::f64],
                            signature: __grad::Signature,
                        ) -> __grad::f64 {
                            let &[x0, x1, ..] = x else {
                                __grad::another_number_of_operands()
                            };
                            let t0 = x0 * x1;
                            t0
                        }
                        #[inline(always)]
                        fn reverse(
                            x: &[__grad::f64],
                            stored: &[__grad::f64],
                            y: __grad::f64,
                            adjoint: __grad::f64,
                            passed: &mut [__grad::f64],
                            signature: __grad::Signature,
                        ) {
                            let &[x0, x1, ..] = x else {
                                __grad::another_number_of_operands()
                            };
                            __grad::pass(passed, [x1 * adjoint, x0 * adjoint]);
                        }
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("self.weight * x", "")], false);
                    ::micrograd_core::__macro_support::expression::<
                        Here,
                        _,
                    >(&SITE, (operand0, (operand1, ())))
                }
            } {
                right => {
                    match ::micrograd_core::__macro_support::operand(right) {
                        operand => {
                            #[allow(unused_imports)]
                            use ::micrograd_core::__macro_support::ToAssignee as _;
                            use ::micrograd_core::__macro_support as __grad;
                            enum Here {}
                            unsafe impl __grad::Expanded for Here {
                                type Arithmetic = __grad::Itself;
                            }
                            static SITE: __grad::Site = __grad::Site::of::<
                                Here,
                            >(
                                &[__grad::HERE.text("self.sum += self.weight * x", "")],
                                false,
                            );
                            self.sum
                                .__assignee()
                                .add_assign_operand::<
                                    _,
                                    _,
                                >(
                                    &SITE,
                                    const {
                                        ::micrograd_core::__macro_support::HERE.position()
                                    },
                                    operand,
                                );
                        }
                    }
                }
            };
        }
        for k in 0..n {
            match ::micrograd_core::__macro_support::operand(&xs[k]) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = __grad::Itself;
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("total[k] += xs[k]", "")], false);
                    total[k]
                        .__assignee()
                        .add_assign_operand::<
                            _,
                            _,
                        >(
                            &SITE,
                            const { ::micrograd_core::__macro_support::HERE.position() },
                            operand,
                        );
                }
            };
        }
        match () {
            () => {}
            #[allow(unreachable_patterns)]
            () => {
                use ::micrograd_core::__macro_support as __grad;
                enum Block {}
                impl __grad::Block for Block {
                    #[inline(always)]
                    fn expressions() -> &'static __grad::Expressions {
                        static TEXTS: [__grad::Expression; 1usize] = [
                            __grad::HERE.text("f(x)", ""),
                        ];
                        static BLOCK: __grad::Expressions = __grad::Expressions::new(
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
