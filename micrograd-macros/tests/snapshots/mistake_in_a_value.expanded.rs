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
        let t = ::micrograd_core::__macro_support::operand(&3f64)
            .mul(::micrograd_core::__macro_support::right(&a));
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
