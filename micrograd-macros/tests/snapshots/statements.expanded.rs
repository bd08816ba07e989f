fn expansion() {
    let texts = ::micrograd_core::__macro_support::texts();
    let mut c = match (
        ::micrograd_core::__macro_support::operand(&a),
        ::micrograd_core::__macro_support::operand(&b),
    ) {
        (operand0, operand1) => {
            enum Here {}
            unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
            impl ::micrograd_core::__macro_support::Formula for Here {
                const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                    "add x0 x1",
                    [2, 1, 0],
                    &[0, 1],
                    false,
                    ::micrograd_core::__macro_support::Expression::HERE.position(),
                );
                #[inline(always)]
                fn value(
                    x: &[::core::primitive::f64],
                    stored: &mut [::core::primitive::f64],
                    kinds: ::micrograd_core::__macro_support::Kinds,
                ) -> ::core::primitive::f64 {
                    let &[x0, x1] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    let t0 = x0 + x1;
                    t0
                }
                #[inline(always)]
                fn reverse(
                    x: &[::core::primitive::f64],
                    stored: &[::core::primitive::f64],
                    y: ::core::primitive::f64,
                    adjoint: ::core::primitive::f64,
                    passed: &mut [::core::primitive::f64],
                    kinds: ::micrograd_core::__macro_support::Kinds,
                ) {
                    let &[x0, x1] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    passed[0] = adjoint;
                    passed[1] = adjoint;
                }
            }
            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                Here,
            >(
                &[
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("a + b", "c"),
                ],
                false,
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, (operand1, ())))
        }
    };
    match &{
        use ::micrograd_core::__macro_support::{CopyOfAny as _, CopyOfNumber as _};
        (&&::micrograd_core::__macro_support::Copied(&c)).copy()
    } {
        right => {
            match ::micrograd_core::__macro_support::operand(right) {
                operand => {
                    #[allow(unused_imports)]
                    use ::micrograd_core::__macro_support::Target as _;
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                        Here,
                    >(
                        &[
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("c += c", "c"),
                        ],
                        false,
                    );
                    c.__place()
                        .add_assign_operand(
                            &SITE,
                            const {
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position()
                            },
                            operand,
                        );
                }
            }
        }
    }
    match (::micrograd_core::__macro_support::operand(&a),) {
        (operand0,) => {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::Target as _;
            enum Here {}
            unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
            impl ::micrograd_core::__macro_support::Formula for Here {
                const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                    "div 1.0 2.0;mul t0 x0",
                    [1, 2, 0],
                    &[0],
                    false,
                    ::micrograd_core::__macro_support::Expression::HERE.position(),
                );
                #[inline(always)]
                fn value(
                    x: &[::core::primitive::f64],
                    stored: &mut [::core::primitive::f64],
                    kinds: ::micrograd_core::__macro_support::Kinds,
                ) -> ::core::primitive::f64 {
                    let &[x0] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    let t0 = 1f64 / 2f64;
                    let t1 = t0 * x0;
                    t1
                }
                #[inline(always)]
                fn reverse(
                    x: &[::core::primitive::f64],
                    stored: &[::core::primitive::f64],
                    y: ::core::primitive::f64,
                    adjoint: ::core::primitive::f64,
                    passed: &mut [::core::primitive::f64],
                    kinds: ::micrograd_core::__macro_support::Kinds,
                ) {
                    let &[x0] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    let t0 = 1f64 / 2f64;
                    passed[0] = t0 * adjoint;
                }
            }
            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                Here,
            >(
                &[
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("1 / 2", ""),
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("1 / 2 * a", ""),
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("c -= 1 / 2 * a", "c"),
                ],
                false,
            );
            c.__place().sub_assign::<Here, _, _>(&SITE, (operand0, ()))
        }
    };
    let copy = {
        use ::micrograd_core::__macro_support::{CopyOfAny as _, CopyOfNumber as _};
        (&&::micrograd_core::__macro_support::Copied(&c)).copy()
    };
    let zero: Value = ::micrograd_core::__macro_support::Converted(0f64).convert();
    let n: usize = 3;
    let (p, q) = pair();
    match ::micrograd_core::__macro_support::operand(&*r) {
        operand => {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::Target as _;
            enum Here {}
            unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of_operand::<
                Here,
            >(
                &[
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("w[i - 1].bias *= *r", ""),
                ],
                false,
            );
            w[i - 1]
                .bias
                .__place()
                .mul_assign_operand(
                    &SITE,
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    operand,
                );
        }
    }
    c = ::micrograd_core::__macro_support::Converted(0f64).convert();
    match () {
        () => {}
        #[allow(unreachable_patterns)]
        () => {
            enum Block {}
            impl ::micrograd_core::__macro_support::Block for Block {
                #[inline(always)]
                fn expressions() -> &'static ::micrograd_core::__macro_support::Expressions {
                    static TEXTS: [::micrograd_core::__macro_support::Expression; 3usize] = [
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("0", "zero"),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("pair()", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("0", "c"),
                    ];
                    static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                        &TEXTS,
                    );
                    &BLOCK
                }
            }
            texts.are_those_of(::core::option::Option::None::<Block>)
        }
    }
}
