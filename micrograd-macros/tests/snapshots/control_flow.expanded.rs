fn expansion() {
    let texts = ::micrograd_core::__macro_support::texts();
    let mut s = if a > b {
        match (::micrograd_core::__macro_support::operand(&a),) {
            (operand0,) => {
                use ::micrograd_core::__macro_support as __grad;
                enum Here {}
                unsafe impl __grad::Expanded for Here {
                    type Arithmetic = Here;
                }
                #[allow(clippy::approx_constant)]
                impl __grad::Formula for Here {
                    const OUTLINE: __grad::Outline = __grad::Outline::new(
                        "add x0 1.0",
                        [1, 0],
                        &[0],
                        [false, false],
                        ::micrograd_core::__macro_support::HERE.position(),
                    );
                    #[inline(always)]
                    fn value(
                        x: &[__grad::f64],
                        stored: &mut [__grad::f64],
                        signature: __grad::Signature,
                    ) -> __grad::f64 {
                        let &[x0, ..] = x else { __grad::another_number_of_operands() };
                        let t0 = x0 + 1.0f64;
                        t0
                    }
                    #[inline(always)]
                    fn reverse(
                        x: &[__grad::f64],
                        stored: &[__grad::f64],
                        y: __grad::f64,
                        adjoint: __grad::f64,
                        passed: &mut [__grad::f64],
                        signature: __grad::Signature,
                    ) {
                        let &[x0, ..] = x else { __grad::another_number_of_operands() };
                        __grad::pass(passed, [adjoint]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(&[__grad::HERE.text("a + 1", "s")], false);
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, ()))
            }
        }
    } else {
        {
            use ::micrograd_core::__macro_support::NameOfAny as _;
            ::micrograd_core::__macro_support::Named(f(b)).named("s")
        }
    };
    'outer: for (i, x) in xs.iter().enumerate() {
        if *x > s {
            match (
                ::micrograd_core::__macro_support::operand(&w[i]),
                ::micrograd_core::__macro_support::operand(&x),
            ) {
                (operand0, operand1) => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = Here;
                    }
                    #[allow(clippy::approx_constant)]
                    impl __grad::Formula for Here {
                        const OUTLINE: __grad::Outline = __grad::Outline::new(
                            "mul x0 x1",
                            [1, 0],
                            &[0, 1],
                            [false, false],
                            ::micrograd_core::__macro_support::HERE.position(),
                        );
                        #[inline(always)]
                        fn value(
                            x: &[__grad::f64],
                            stored: &mut [__grad::f64],
                            signature: __grad::Signature,
                        ) -> __grad::f64 {
                            let &[x0, x1, ..] = x else {
                                __grad::another_number_of_operands()
                            };
                            let t0 = x0 * x1;
                            t0
                        }
                        #[inline(always)]
                        fn reverse(
                            x: &[__grad::f64],
                            stored: &[__grad::f64],
                            y: __grad::f64,
                            adjoint: __grad::f64,
                            passed: &mut [__grad::f64],
                            signature: __grad::Signature,
                        ) {
                            let &[x0, x1, ..] = x else {
                                __grad::another_number_of_operands()
                            };
                            __grad::pass(passed, [x1 * adjoint, x0 * adjoint]);
                        }
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(
                        &[
                            __grad::HERE.text("w[i] * x", ""),
                            __grad::HERE.text("s += w[i] * x", "s"),
                        ],
                        false,
                    );
                    s.__assignee()
                        .add_assign::<Here, _, _>(&SITE, (operand0, (operand1, ())))
                }
            };
        } else {
            continue 'outer;
        }
    }
    let found = {
        use ::micrograd_core::__macro_support::NameOfAny as _;
        ::micrograd_core::__macro_support::Named(
                loop {
                    break (match (::micrograd_core::__macro_support::operand(&s),) {
                        (operand0,) => {
                            use ::micrograd_core::__macro_support as __grad;
                            enum Here {}
                            unsafe impl __grad::Expanded for Here {
                                type Arithmetic = Here;
                            }
                            #[allow(clippy::approx_constant)]
                            impl __grad::Formula for Here {
                                const OUTLINE: __grad::Outline = __grad::Outline::new(
                                    "mul x0 2.0",
                                    [1, 0],
                                    &[0],
                                    [false, false],
                                    ::micrograd_core::__macro_support::HERE.position(),
                                );
                                #[inline(always)]
                                fn value(
                                    x: &[__grad::f64],
                                    stored: &mut [__grad::f64],
                                    signature: __grad::Signature,
                                ) -> __grad::f64 {
                                    let &[x0, ..] = x else {
                                        __grad::another_number_of_operands()
                                    };
                                    let t0 = x0 * 2.0f64;
                                    t0
                                }
                                #[inline(always)]
                                fn reverse(
                                    x: &[__grad::f64],
                                    stored: &[__grad::f64],
                                    y: __grad::f64,
                                    adjoint: __grad::f64,
                                    passed: &mut [__grad::f64],
                                    signature: __grad::Signature,
                                ) {
                                    let &[x0, ..] = x else {
                                        __grad::another_number_of_operands()
                                    };
                                    __grad::pass(passed, [2.0f64 * adjoint]);
                                }
                            }
                            static SITE: __grad::Site = __grad::Site::of::<
                                Here,
                            >(&[__grad::HERE.text("s * 2", "")], false);
                            ::micrograd_core::__macro_support::expression::<
                                Here,
                                _,
                            >(&SITE, (operand0, ()))
                        }
                    });
                },
            )
            .named("found")
    };
    while found > 1 {
        match &2i32 {
            right => {
                match ::micrograd_core::__macro_support::operand(right) {
                    operand => {
                        #[allow(unused_imports)]
                        use ::micrograd_core::__macro_support::ToAssignee as _;
                        use ::micrograd_core::__macro_support as __grad;
                        enum Here {}
                        unsafe impl __grad::Expanded for Here {
                            type Arithmetic = __grad::Itself;
                        }
                        static SITE: __grad::Site = __grad::Site::of::<
                            Here,
                        >(&[__grad::HERE.text("s /= 2", "s")], false);
                        s.__assignee()
                            .div_assign_operand::<
                                _,
                                _,
                            >(
                                &SITE,
                                const {
                                    ::micrograd_core::__macro_support::HERE.position()
                                },
                                operand,
                            );
                    }
                }
            }
        };
    }
    if (match (&i,) {
        (operand0,) => {
            use ::micrograd_core::__macro_support as __grad;
            enum Here {}
            unsafe impl __grad::Expanded for Here {
                type Arithmetic = Here;
            }
            #[allow(clippy::approx_constant)]
            impl __grad::Formula for Here {
                const OUTLINE: __grad::Outline = __grad::Outline::new(
                    "rem x0 2.0",
                    [1, 1],
                    &[0],
                    [false, false],
                    ::micrograd_core::__macro_support::HERE.position(),
                );
                #[inline(always)]
                fn value(
                    x: &[__grad::f64],
                    stored: &mut [__grad::f64],
                    signature: __grad::Signature,
                ) -> __grad::f64 {
                    let &[x0, ..] = x else { __grad::another_number_of_operands() };
                    let t0 = x0 % 2.0f64;
                    stored[0] = __grad::remainder_slopes(x0, 2.0f64, t0)[0];
                    t0
                }
                #[inline(always)]
                fn reverse(
                    x: &[__grad::f64],
                    stored: &[__grad::f64],
                    y: __grad::f64,
                    adjoint: __grad::f64,
                    passed: &mut [__grad::f64],
                    signature: __grad::Signature,
                ) {
                    let &[x0, ..] = x else { __grad::another_number_of_operands() };
                    __grad::pass(passed, [stored[0] * adjoint]);
                }
            }
            static SITE: __grad::Site = __grad::Site::of::<
                Here,
            >(&[__grad::HERE.text("i % 2", "")], false);
            impl __grad::IntegerFormula for Here {
                fn integers<I: __grad::Integer>(x: &[I]) -> I {
                    use __grad::IntegerArithmetic as _;
                    let &[x0] = x else { __grad::another_number_of_operands() };
                    let t0 = x0.modulo(I::number(2i32));
                    t0
                }
            }
            use ::micrograd_core::__macro_support::{
                WayOfFormulas as _, WayOfIntegers as _,
            };
            let way = (&&::micrograd_core::__macro_support::Integers(&(operand0, ())))
                .way();
            match (way.operand(operand0),) {
                (operand0,) => way.expression::<Here, _>(&SITE, (operand0, ())),
            }
        }
    }) == 0
        && (match (&a, &b) {
            (operand0, operand1) => {
                use ::micrograd_core::__macro_support as __grad;
                enum Here {}
                unsafe impl __grad::Expanded for Here {
                    type Arithmetic = Here;
                }
                #[allow(clippy::approx_constant)]
                impl __grad::Formula for Here {
                    const OUTLINE: __grad::Outline = __grad::Outline::new(
                        "sub x0 x1",
                        [1, 0],
                        &[0, 1],
                        [false, false],
                        ::micrograd_core::__macro_support::HERE.position(),
                    );
                    #[inline(always)]
                    fn value(
                        x: &[__grad::f64],
                        stored: &mut [__grad::f64],
                        signature: __grad::Signature,
                    ) -> __grad::f64 {
                        let &[x0, x1, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let t0 = x0 - x1;
                        t0
                    }
                    #[inline(always)]
                    fn reverse(
                        x: &[__grad::f64],
                        stored: &[__grad::f64],
                        y: __grad::f64,
                        adjoint: __grad::f64,
                        passed: &mut [__grad::f64],
                        signature: __grad::Signature,
                    ) {
                        let &[x0, x1, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        __grad::pass(passed, [adjoint, -adjoint]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(&[__grad::HERE.text("a - b", "")], false);
                impl __grad::IntegerFormula for Here {
                    fn integers<I: __grad::Integer>(x: &[I]) -> I {
                        use __grad::IntegerArithmetic as _;
                        let &[x0, x1] = x else { __grad::another_number_of_operands() };
                        let t0 = x0.minus(x1);
                        t0
                    }
                }
                use ::micrograd_core::__macro_support::{
                    WayOfFormulas as _, WayOfIntegers as _,
                };
                let way = (&&::micrograd_core::__macro_support::Integers(
                    &(operand0, (operand1, ())),
                ))
                    .way();
                match (way.operand(operand0), way.operand(operand1)) {
                    (operand0, operand1) => {
                        way.expression::<Here, _>(&SITE, (operand0, (operand1, ())))
                    }
                }
            }
        })
            > (match (&x,) {
                (operand0,) => {
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = Here;
                    }
                    #[allow(clippy::approx_constant)]
                    impl __grad::Formula for Here {
                        const OUTLINE: __grad::Outline = __grad::Outline::new(
                            "powi x0 2",
                            [1, 0],
                            &[0],
                            [false, false],
                            ::micrograd_core::__macro_support::HERE.position(),
                        );
                        #[inline(always)]
                        fn value(
                            x: &[__grad::f64],
                            stored: &mut [__grad::f64],
                            signature: __grad::Signature,
                        ) -> __grad::f64 {
                            let &[x0, ..] = x else {
                                __grad::another_number_of_operands()
                            };
                            let t0 = __grad::power(x0, 2.0f64, true);
                            t0
                        }
                        #[inline(always)]
                        fn reverse(
                            x: &[__grad::f64],
                            stored: &[__grad::f64],
                            y: __grad::f64,
                            adjoint: __grad::f64,
                            passed: &mut [__grad::f64],
                            signature: __grad::Signature,
                        ) {
                            let &[x0, ..] = x else {
                                __grad::another_number_of_operands()
                            };
                            __grad::pass(
                                passed,
                                [__grad::base_slope(x0, 2.0f64, 0.0, true) * adjoint],
                            );
                        }
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("x ** 2", "")], false);
                    impl __grad::IntegerFormula for Here {
                        fn integers<I: __grad::Integer>(x: &[I]) -> I {
                            use __grad::IntegerArithmetic as _;
                            let &[x0] = x else { __grad::another_number_of_operands() };
                            let t0 = x0.powi(2);
                            t0
                        }
                    }
                    use ::micrograd_core::__macro_support::{
                        WayOfFormulas as _, WayOfIntegers as _,
                    };
                    let way = (&&::micrograd_core::__macro_support::Integers(
                        &(operand0, ()),
                    ))
                        .way();
                    match (way.operand(operand0),) {
                        (operand0,) => way.expression::<Here, _>(&SITE, (operand0, ())),
                    }
                }
            })
    {
        match ::micrograd_core::__macro_support::operand(&a) {
            operand => {
                #[allow(unused_imports)]
                use ::micrograd_core::__macro_support::ToAssignee as _;
                use ::micrograd_core::__macro_support as __grad;
                enum Here {}
                unsafe impl __grad::Expanded for Here {
                    type Arithmetic = __grad::Itself;
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(&[__grad::HERE.text("s *= a", "s")], false);
                s.__assignee()
                    .mul_assign_operand::<
                        _,
                        _,
                    >(
                        &SITE,
                        const { ::micrograd_core::__macro_support::HERE.position() },
                        operand,
                    );
            }
        };
    }
    match () {
        () => {}
        #[allow(unreachable_patterns)]
        () => {
            use ::micrograd_core::__macro_support as __grad;
            enum Block {}
            impl __grad::Block for Block {
                #[inline(always)]
                fn expressions() -> &'static __grad::Expressions {
                    static TEXTS: [__grad::Expression; 1usize] = [
                        __grad::HERE.text("f(b)", "s"),
                    ];
                    static BLOCK: __grad::Expressions = __grad::Expressions::new(&TEXTS);
                    &BLOCK
                }
            }
            texts.are_those_of(::core::option::Option::None::<Block>)
        }
    }
}
