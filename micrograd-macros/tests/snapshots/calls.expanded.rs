fn expansion() {
    {
        let texts = ::micrograd_core::__macro_support::texts();
        let leaf = Value::new(2.0);
        let h = {
            use ::micrograd_core::__macro_support::NameOfAny as _;
            ::micrograd_core::__macro_support::Named(
                    layer
                        .forward(
                            &x,
                            match (&a,) {
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
                                            let &[x0, ..] = x else {
                                                __grad::another_number_of_operands()
                                            };
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
                                            let &[x0, ..] = x else {
                                                __grad::another_number_of_operands()
                                            };
                                            __grad::pass(passed, [adjoint]);
                                        }
                                    }
                                    static SITE: __grad::Site = __grad::Site::of::<
                                        Here,
                                    >(&[__grad::HERE.text("a + 1", "")], false);
                                    impl __grad::IntegerFormula for Here {
                                        fn integers<I: __grad::Integer>(x: &[I]) -> I {
                                            use __grad::IntegerArithmetic as _;
                                            let &[x0] = x else { __grad::another_number_of_operands() };
                                            let t0 = x0.plus(I::number(1i32));
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
                                        (operand0,) => {
                                            way.expression::<Here, _>(&SITE, (operand0, ()))
                                        }
                                    }
                                }
                            },
                            -2,
                        )?,
                )
                .named("h")
        };
        let m = match (
            ::micrograd_core::__macro_support::operand(
                &h
                    .max({
                        use ::micrograd_core::__macro_support::{
                            CopyOfAny as _, CopyOfNumber as _,
                        };
                        (&&::micrograd_core::__macro_support::Copied(&leaf)).copy()
                    })
                    .powi(2),
            ),
            ::micrograd_core::__macro_support::operand(&(self.scale)(leaf)),
        ) {
            (operand0, operand1) => {
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
                        __grad::HERE
                            .text("h.max(leaf).powi(2) * (self.scale)(leaf)", "m"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        let v = xs
            .iter()
            .map(|x| match (::micrograd_core::__macro_support::operand(&x),) {
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
                    >(&[__grad::HERE.text("x * 2.0", "")], false);
                    ::micrograd_core::__macro_support::expression::<
                        Here,
                        _,
                    >(&SITE, (operand0, ()))
                }
            })
            .collect();
        match () {
            () => {
                (
                    {
                        use ::micrograd_core::__macro_support::{
                            CopyOfAny as _, CopyOfNumber as _,
                        };
                        (&&::micrograd_core::__macro_support::Copied(&m)).copy()
                    },
                    [
                        {
                            use ::micrograd_core::__macro_support::{
                                CopyOfAny as _, CopyOfNumber as _,
                            };
                            (&&::micrograd_core::__macro_support::Copied(&h)).copy()
                        },
                        match (::micrograd_core::__macro_support::operand(&m),) {
                            (operand0,) => {
                                use ::micrograd_core::__macro_support as __grad;
                                enum Here {}
                                unsafe impl __grad::Expanded for Here {
                                    type Arithmetic = Here;
                                }
                                #[allow(clippy::approx_constant)]
                                impl __grad::Formula for Here {
                                    const OUTLINE: __grad::Outline = __grad::Outline::new(
                                        "mul 2.0 x0",
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
                                        let t0 = 2.0f64 * x0;
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
                                >(&[__grad::HERE.text("2 * m", "")], false);
                                ::micrograd_core::__macro_support::expression::<
                                    Here,
                                    _,
                                >(&SITE, (operand0, ()))
                            }
                        },
                    ],
                )
            }
            #[allow(unreachable_patterns)]
            () => {
                use ::micrograd_core::__macro_support as __grad;
                enum Block {}
                impl __grad::Block for Block {
                    #[inline(always)]
                    fn expressions() -> &'static __grad::Expressions {
                        static TEXTS: [__grad::Expression; 8usize] = [
                            __grad::HERE.text("Value::new(2.0)", "leaf"),
                            __grad::HERE.text("layer.forward(&x, a + 1, -2)", ""),
                            __grad::HERE.text("h.max(leaf).powi(2)", ""),
                            __grad::HERE.text("h.max(leaf)", ""),
                            __grad::HERE.text("(self.scale)(leaf)", ""),
                            __grad::HERE
                                .text("xs.iter().map(| x | x * 2.0).collect()", "v"),
                            __grad::HERE.text("xs.iter().map(| x | x * 2.0)", ""),
                            __grad::HERE.text("xs.iter()", ""),
                        ];
                        static BLOCK: __grad::Expressions = __grad::Expressions::new(
                            &TEXTS,
                        );
                        &BLOCK
                    }
                }
                texts.are_those_of(::core::option::Option::None::<Block>)
            }
        }
    }
}
