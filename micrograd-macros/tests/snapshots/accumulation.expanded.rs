fn expansion() {
    {
        let texts = ::micrograd_core::__macro_support::texts();
        {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::Target as _;
            let mut accumulator = sum.__loop_place();
            for j in 0..n {
                match (
                    ::micrograd_core::__macro_support::operand(&w[j]),
                    ::micrograd_core::__macro_support::operand(&x[j]),
                ) {
                    (operand0, operand1) => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::Target as _;
                        enum Here {}
                        unsafe impl ::micrograd_core::__macro_support::Expanded
                        for Here {}
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
                                    .text("w[j] * x[j]", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("sum += w[j] * x[j]", "sum"),
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
                    use ::micrograd_core::__macro_support::Target as _;
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    impl ::micrograd_core::__macro_support::Formula for Here {
                        const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                            "mul x1 x0;add x0 t0",
                            [2, 2, 0],
                            &[0, 1, 0],
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
                            let t0 = x1 * x0;
                            let t1 = x0 + t0;
                            t1
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
                            passed[0] = adjoint;
                            let d0 = adjoint;
                            passed[1] = x0 * d0;
                            passed[2] = x1 * d0;
                        }
                    }
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("x * sum", ""),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("sum += x * sum", "sum"),
                        ],
                        false,
                    );
                    sum.__place().update::<Here, _, _>(&SITE, (operand0, ()))
                }
            };
        }
        for x in take(sum) {
            match ::micrograd_core::__macro_support::operand(&x) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::Target as _;
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("sum -= x", "sum"),
                        ],
                        false,
                    );
                    sum.__place()
                        .sub_assign_operand(
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
        for x in xs {
            match ::micrograd_core::__macro_support::operand(&f(x)) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::Target as _;
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("sum += f(x)", "sum"),
                        ],
                        false,
                    );
                    sum.__place()
                        .add_assign_operand(
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
        for x in xs {
            match ::micrograd_core::__macro_support::operand(&w[name("{sum}")]) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::Target as _;
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("sum += w[name(\"{sum}\")]", "sum"),
                        ],
                        false,
                    );
                    sum.__place()
                        .add_assign_operand(
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
        while more() {
            match &1i32 {
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
                                        .text("sum += 1", "sum"),
                                ],
                                false,
                            );
                            sum.__place()
                                .add_assign_operand(
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
        {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::Target as _;
            let mut accumulator = f.__loop_place();
            for i in 0..n {
                match (
                    ::micrograd_core::__macro_support::operand(&x[i + 1]),
                    ::micrograd_core::__macro_support::operand(&x[i]),
                ) {
                    (operand0, operand1) => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::Target as _;
                        enum Here {}
                        unsafe impl ::micrograd_core::__macro_support::Expanded
                        for Here {}
                        impl ::micrograd_core::__macro_support::Formula for Here {
                            const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                                "mul x1 x1;sub x0 t0;sub 1.0 x1;mul 100.0 t1;mul t3 t1;mul t2 t2;add t4 t5",
                                [2, 7, 0],
                                &[1, 0, 1, 1],
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
                                let t0 = x1 * x1;
                                let t1 = x0 - t0;
                                let t2 = 1f64 - x1;
                                let t3 = 100f64 * t1;
                                let t4 = t3 * t1;
                                let t5 = t2 * t2;
                                let t6 = t4 + t5;
                                t6
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
                                let t0 = x1 * x1;
                                let t1 = x0 - t0;
                                let t2 = 1f64 - x1;
                                let t3 = 100f64 * t1;
                                let d4 = adjoint;
                                let d5 = adjoint;
                                let mut d2 = t2 * d5;
                                d2 += t2 * d5;
                                let d3 = t1 * d4;
                                let mut d1 = t3 * d4;
                                d1 += 100f64 * d3;
                                passed[0] = -d2;
                                passed[1] = d1;
                                let d0 = -d1;
                                passed[2] = x1 * d0;
                                passed[3] = x1 * d0;
                            }
                        }
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("x[i] * x[i]", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("x[i + 1] - x[i] * x[i]", "t1"),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("1 - x[i]", "t2"),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("100 * t1", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("100 * t1 * t1", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("t2 * t2", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("100 * t1 * t1 + t2 * t2", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("f += 100 * t1 * t1 + t2 * t2", "f"),
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
            use ::micrograd_core::__macro_support::Target as _;
            let mut accumulator = (*total).__loop_place();
            for x in xs {
                match (::micrograd_core::__macro_support::operand(&x),) {
                    (operand0,) => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::Target as _;
                        enum Here {}
                        unsafe impl ::micrograd_core::__macro_support::Expanded
                        for Here {}
                        impl ::micrograd_core::__macro_support::Formula for Here {
                            const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                                "mul x0 x0",
                                [1, 1, 0],
                                &[0, 0],
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
                                let t0 = x0 * x0;
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
                                passed[0] = x0 * adjoint;
                                passed[1] = x0 * adjoint;
                            }
                        }
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("x * x", ""),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .text("*total += x * x", ""),
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
            use ::micrograd_core::__macro_support::Target as _;
            let mut accumulator = self.sum.__loop_place();
            for x in xs {
                match ::micrograd_core::__macro_support::operand(&x) {
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
                                    .text("self.sum -= x", ""),
                            ],
                            false,
                        );
                        accumulator
                            .sub_assign_operand(
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
        for x in xs {
            match &match (
                ::micrograd_core::__macro_support::operand(&self.weight),
                ::micrograd_core::__macro_support::operand(&x),
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
                                .text("self.weight * x", ""),
                        ],
                        false,
                    );
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
                            use ::micrograd_core::__macro_support::Target as _;
                            enum Here {}
                            unsafe impl ::micrograd_core::__macro_support::Expanded
                            for Here {}
                            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                                Here,
                            >(
                                &[
                                    ::micrograd_core::__macro_support::Expression::HERE
                                        .text("self.sum += self.weight * x", ""),
                                ],
                                false,
                            );
                            self.sum
                                .__place()
                                .add_assign_operand(
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
        for k in 0..n {
            match ::micrograd_core::__macro_support::operand(&xs[k]) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::Target as _;
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("total[k] += xs[k]", ""),
                        ],
                        false,
                    );
                    total[k]
                        .__place()
                        .add_assign_operand(
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
                                .text("f(x)", ""),
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
