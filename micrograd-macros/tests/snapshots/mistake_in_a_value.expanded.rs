fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 1usize] = [
                ::micrograd_core::__macro_support::Expression::HERE.text("3u8 * a", "t"),
            ];
            static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                &TEXTS,
            );
            BLOCK.register();
        }
        let t = match (::micrograd_core::__macro_support::operand(&a),) {
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
                        ::micrograd_core::__macro_support::Expression::HERE.position()
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
                                    4613937818241073152u64,
                                >,
                                operand0,
                            );
                        result0
                    },
                )
            }
        };
        let value = {
            let _ = (&t, &b);
            true
        };
        {
            ::core::compile_error! {
                "numbers here are `f64`\nhelp: drop the suffix: write `3`"
            }
            ::core::compile_error! {
                "a comparison gives a `bool`, which has no gradient\nhelp: compare in a condition or outside"
            }
        }
        value
    }
}
