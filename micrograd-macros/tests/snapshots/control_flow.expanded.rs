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
        ::micrograd_core::__macro_support::operand(&a).add(&1f64)
    } else {
        {
            use ::micrograd_core::__macro_support::NameOfAny as _;
            ::micrograd_core::__macro_support::Named(f(b)).named("s")
        }
    };
    'outer: for (i, x) in xs.iter().enumerate() {
        if *x > s {
            match ::micrograd_core::__macro_support::right(
                &::micrograd_core::__macro_support::operand(&w[i])
                    .mul(::micrograd_core::__macro_support::right(&x)),
            ) {
                right => {
                    ::micrograd_core::__macro_support::place(&mut s).add_assign(right)
                }
            }
        } else {
            continue 'outer;
        }
    }
    let found = {
        use ::micrograd_core::__macro_support::NameOfAny as _;
        ::micrograd_core::__macro_support::Named(
                loop {
                    break ::micrograd_core::__macro_support::operand(&s).mul(&2f64);
                },
            )
            .named("found")
    };
    while found > 1 {
        match &2f64 {
            right => ::micrograd_core::__macro_support::place(&mut s).div_assign(right),
        }
    }
}
