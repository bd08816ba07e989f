fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 5usize] = [
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("a * b + (a - 1).relu() / 2", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("a * b", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("(a - 1).relu() / 2", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("(a - 1).relu()", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("a - 1", ""),
            ];
            static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                &TEXTS,
            );
            BLOCK.register();
        }
        match (
            ::micrograd_core::__macro_support::operand(
                &match (
                    ::micrograd_core::__macro_support::operand(&a),
                    ::micrograd_core::__macro_support::operand(&b),
                ) {
                    (operand0, operand1) => {
                        ::micrograd_core::__macro_support::expression(
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
                },
            ),
            ::micrograd_core::__macro_support::operand(
                &(match (::micrograd_core::__macro_support::operand(&a),) {
                    (operand0,) => {
                        ::micrograd_core::__macro_support::expression(
                            1usize,
                            const {
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position()
                            },
                            |recorder| {
                                let operand0 = recorder.read(operand0);
                                let result0 = recorder.sub(operand0, 1f64);
                                result0
                            },
                        )
                    }
                })
                    .relu(),
            ),
        ) {
            (operand0, operand1) => {
                ::micrograd_core::__macro_support::expression(
                    2usize,
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    |recorder| {
                        let operand0 = recorder.read(operand0);
                        let operand1 = recorder.read(operand1);
                        let result0 = recorder.div(operand1, 2f64);
                        let result1 = recorder.add(operand0, result0);
                        result1
                    },
                )
            }
        }
    }
}
