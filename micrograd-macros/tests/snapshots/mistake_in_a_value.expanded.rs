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
                    1usize,
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    |recorder| {
                        let operand0 = recorder.read(operand0);
                        let result0 = recorder.mul(3f64, operand0);
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
