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
    let mut c = match (
        ::micrograd_core::__macro_support::operand(&a),
        ::micrograd_core::__macro_support::operand(&b),
    ) {
        (operand0, operand1) => {
            ::micrograd_core::__macro_support::expression(
                {
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                        Here,
                    >(&[::micrograd_core::__macro_support::Expression::HERE.position()]);
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
                    let result0 = recorder.add(operand0, operand1);
                    result0
                },
            )
        }
    };
    match &{
        use ::micrograd_core::__macro_support::CopyOfAny as _;
        ::micrograd_core::__macro_support::Copied(&c).copy()
    } {
        right => {
            ::micrograd_core::__macro_support::place(&mut c)
                .add_assign(
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
                    >(::micrograd_core::__macro_support::operand(right), ()),
                    |(right, ())| right,
                )
        }
    }
    match (::micrograd_core::__macro_support::operand(&a),) {
        (operand0,) => {
            ::micrograd_core::__macro_support::place(&mut c)
                .sub_assign(
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
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
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
                            .div(
                                ::micrograd_core::__macro_support::Literal::<
                                    4607182418800017408u64,
                                >,
                                ::micrograd_core::__macro_support::Literal::<
                                    4611686018427387904u64,
                                >,
                            );
                        let result1 = recorder.mul(result0, operand0);
                        result1
                    },
                )
        }
    };
    let copy = {
        use ::micrograd_core::__macro_support::CopyOfAny as _;
        ::micrograd_core::__macro_support::Copied(&c).copy()
    };
    let zero: Value = ::micrograd_core::__macro_support::Converted(0f64).convert();
    let n: usize = 3;
    let (p, q) = pair();
    match (::micrograd_core::__macro_support::operand(&*r),) {
        (operand0,) => {
            ::micrograd_core::__macro_support::place(&mut w[i - 1].bias)
                .mul_assign(
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
    c = ::micrograd_core::__macro_support::Converted(0f64).convert();
}
