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
                {
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position(),
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position(),
                        ],
                    );
                    &SITE
                },
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
                ::micrograd_core::__macro_support::Operands::<
                    1usize,
                    _,
                    _,
                >(operand0, ()),
                |(operand0, ())| {
                    let recorder = ::micrograd_core::__macro_support::Recorder;
                    let result0 = recorder
                        .pow(
                            operand0,
                            ::micrograd_core::__macro_support::Whole::<{ 2i32 }>,
                        );
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
                {
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
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
                        ],
                    );
                    &SITE
                },
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
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
                    let result0 = recorder
                        .pow(
                            operand1,
                            ::micrograd_core::__macro_support::Literal::<
                                4602678819172646912u64,
                            >,
                        );
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
                    |(operand0, ())| { operand0 },
                )
        }
    };
}
