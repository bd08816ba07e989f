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
        ::micrograd_core::__macro_support::operand(
                &::micrograd_core::__macro_support::operand(&a)
                    .mul(::micrograd_core::__macro_support::right(&b)),
            )
            .add(
                ::micrograd_core::__macro_support::right(
                    &::micrograd_core::__macro_support::operand(
                            &::micrograd_core::__macro_support::operand(&a)
                                .sub(&1f64)
                                .relu(),
                        )
                        .div(&2f64),
                ),
            )
    }
}
