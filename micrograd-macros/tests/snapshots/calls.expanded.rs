fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 11usize] = [
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("Value::new(2.0)", "leaf"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("layer.forward(&x, a + 1, -2)", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("a + 1", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("h.max(leaf).powi(2) * (self.scale)(leaf)", "m"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("h.max(leaf).powi(2)", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("h.max(leaf)", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("(self.scale)(leaf)", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("xs.iter().map(| x | x * 2.0).collect()", "v"),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("xs.iter().map(| x | x * 2.0)", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("xs.iter()", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("2 * m", ""),
            ];
            static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                &TEXTS,
            );
            BLOCK.register();
        }
        let leaf = Value::new(2.0);
        let h = {
            use ::micrograd_core::__macro_support::NameOfAny as _;
            ::micrograd_core::__macro_support::Named(
                    layer
                        .forward(
                            &x,
                            ::micrograd_core::__macro_support::operand(&a).add(&1f64),
                            -2,
                        )?,
                )
                .named("h")
        };
        let m = ::micrograd_core::__macro_support::operand(
                &h
                    .max({
                        use ::micrograd_core::__macro_support::CopyOfAny as _;
                        ::micrograd_core::__macro_support::Copied(&leaf).copy()
                    })
                    .powi(2),
            )
            .mul(::micrograd_core::__macro_support::right(&(self.scale)(leaf)));
        let v = xs.iter().map(|x| x * 2.0).collect();
        (
            m,
            [
                h,
                ::micrograd_core::__macro_support::operand(&2f64)
                    .mul(::micrograd_core::__macro_support::right(&m)),
            ],
        )
    }
}
