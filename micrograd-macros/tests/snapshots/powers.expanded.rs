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
    let g = match (::micrograd_core::__macro_support::operand(&x),) {
        (operand0,) => {
            ::micrograd_core::__macro_support::expression(
                2usize,
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
                |recorder| {
                    let operand0 = recorder.read(operand0);
                    let result0 = recorder.pow(operand0, 2i32);
                    let result1 = recorder.neg(result0);
                    result1
                },
            )
        }
    };
    let h = match (
        ::micrograd_core::__macro_support::operand(&x),
        ::micrograd_core::__macro_support::operand(&y),
    ) {
        (operand0, operand1) => {
            ::micrograd_core::__macro_support::expression(
                3usize,
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
                |recorder| {
                    let operand0 = recorder.read(operand0);
                    let operand1 = recorder.read(operand1);
                    let result0 = recorder.pow(operand1, 0.5f64);
                    let result1 = recorder.neg(result0);
                    let result2 = recorder.pow(operand0, result1);
                    result2
                },
            )
        }
    };
    match (::micrograd_core::__macro_support::operand(&(k as i32)),) {
        (operand0,) => {
            ::micrograd_core::__macro_support::place(&mut h)
                .pow_assign(
                    0usize,
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    |recorder| {
                        let operand0 = recorder.read(operand0);
                        operand0
                    },
                )
        }
    };
}
