fn expansion() {
    {
        static TEXTS: [::micrograd_core::__macro_support::Expression; 6usize] = [
            ::micrograd_core::__macro_support::Expression::HERE.text("-x ** 2", "g"),
            ::micrograd_core::__macro_support::Expression::HERE.text("x ** 2", ""),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("x ** -y ** 0.5", "h"),
            ::micrograd_core::__macro_support::Expression::HERE.text("-y ** 0.5", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("y ** 0.5", ""),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("h **= k as i32", "h"),
        ];
        static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
            &TEXTS,
        );
        BLOCK.register();
    }
    let g = ::micrograd_core::__macro_support::operand(
            &::micrograd_core::__macro_support::operand(&x).pow(&2i32),
        )
        .neg();
    let h = ::micrograd_core::__macro_support::operand(&x)
        .pow(
            ::micrograd_core::__macro_support::right(
                &::micrograd_core::__macro_support::operand(
                        &::micrograd_core::__macro_support::operand(&y).pow(&0.5f64),
                    )
                    .neg(),
            ),
        );
    match ::micrograd_core::__macro_support::right(&(k as i32)) {
        right => ::micrograd_core::__macro_support::place(&mut h).pow_assign(right),
    }
}
