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
                    1usize,
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    |recorder| {
                        let operand0 = recorder.read(operand0);
                        let result0 = recorder.add(operand0, 1f64);
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
                            1usize,
                            const {
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position()
                            },
                            |recorder| {
                                let operand0 = recorder.read(operand0);
                                let operand1 = recorder.read(operand1);
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
                                1usize,
                                const {
                                    ::micrograd_core::__macro_support::Expression::HERE
                                        .position()
                                },
                                |recorder| {
                                    let operand0 = recorder.read(operand0);
                                    let result0 = recorder.mul(operand0, 2f64);
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
                0usize,
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
                |recorder| { 2i32 },
            );
    }
}
