fn expansion() {
    {
        static TEXTS: [::micrograd_core::__macro_support::Expression; 9usize] = [
            ::micrograd_core::__macro_support::Expression::HERE.text("a + b", "c"),
            ::micrograd_core::__macro_support::Expression::HERE.text("c += c", "c"),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("c -= 1 / 2 * a", "c"),
            ::micrograd_core::__macro_support::Expression::HERE.text("1 / 2 * a", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("1 / 2", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("0", "zero"),
            ::micrograd_core::__macro_support::Expression::HERE.text("pair()", ""),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("w[i - 1].bias *= *r", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("0", "c"),
        ];
        static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
            &TEXTS,
        );
        BLOCK.register();
    }
    let mut c = ::micrograd_core::__macro_support::operand(&a)
        .add(::micrograd_core::__macro_support::right(&b));
    match &{
        use ::micrograd_core::__macro_support::CopyOfAny as _;
        ::micrograd_core::__macro_support::Copied(&c).copy()
    } {
        right => ::micrograd_core::__macro_support::place(&mut c).add_assign(right),
    }
    match ::micrograd_core::__macro_support::right(
        &::micrograd_core::__macro_support::operand(
                &::micrograd_core::__macro_support::operand(&1f64).div(&2f64),
            )
            .mul(::micrograd_core::__macro_support::right(&a)),
    ) {
        right => ::micrograd_core::__macro_support::place(&mut c).sub_assign(right),
    }
    let copy = {
        use ::micrograd_core::__macro_support::CopyOfAny as _;
        ::micrograd_core::__macro_support::Copied(&c).copy()
    };
    let zero: Value = ::micrograd_core::__macro_support::Converted(0f64).convert();
    let n: usize = 3;
    let (p, q) = pair();
    match ::micrograd_core::__macro_support::right(&*r) {
        right => {
            ::micrograd_core::__macro_support::place(&mut w[i - 1].bias)
                .mul_assign(right)
        }
    }
    c = ::micrograd_core::__macro_support::Converted(0f64).convert();
}
