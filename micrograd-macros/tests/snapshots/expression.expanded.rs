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
            ::micrograd_core::__macro_support::operand(&a),
            ::micrograd_core::__macro_support::operand(&b),
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
                        let result1 = recorder
                            .sub(
                                operand0,
                                ::micrograd_core::__macro_support::Literal::<
                                    4607182418800017408u64,
                                >,
                            );
                        let result2 = recorder.relu(result1);
                        let result3 = recorder
                            .div(
                                result2,
                                ::micrograd_core::__macro_support::Literal::<
                                    4611686018427387904u64,
                                >,
                            );
                        let result4 = recorder.add(result0, result3);
                        result4
                    },
                )
            }
        }
    }
}
