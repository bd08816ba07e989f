fn expansion() {
    let texts = ::micrograd_core::__macro_support::texts();
    let mut c = match (
        ::micrograd_core::__macro_support::operand(&a),
        ::micrograd_core::__macro_support::operand(&b),
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
                    "add x0 x1",
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
                    let &[x0, x1, ..] = x else { __grad::another_number_of_operands() };
                    let t0 = x0 + x1;
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
                    let &[x0, x1, ..] = x else { __grad::another_number_of_operands() };
                    __grad::pass(passed, [adjoint, adjoint]);
                }
            }
            static SITE: __grad::Site = __grad::Site::of::<
                Here,
            >(&[__grad::HERE.text("a + b", "c")], false);
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
                    use ::micrograd_core::__macro_support::ToAssignee as _;
                    use ::micrograd_core::__macro_support as __grad;
                    enum Here {}
                    unsafe impl __grad::Expanded for Here {
                        type Arithmetic = __grad::Itself;
                    }
                    static SITE: __grad::Site = __grad::Site::of::<
                        Here,
                    >(&[__grad::HERE.text("c += c", "c")], false);
                    c.__assignee()
                        .add_assign_operand::<
                            _,
                            _,
                        >(
                            &SITE,
                            const { ::micrograd_core::__macro_support::HERE.position() },
                            operand,
                        );
                }
            }
        }
    };
    match (::micrograd_core::__macro_support::operand(&a),) {
        (operand0,) => {
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
                    "div 1.0 2.0;mul t0 x0",
                    [2, 0],
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
                    let t0 = 1.0f64 / 2.0f64;
                    let t1 = t0 * x0;
                    t1
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
                    let t0 = 1.0f64 / 2.0f64;
                    __grad::pass(passed, [t0 * adjoint]);
                }
            }
            static SITE: __grad::Site = __grad::Site::of::<
                Here,
            >(
                &[
                    __grad::HERE.text("1 / 2", ""),
                    __grad::HERE.text("1 / 2 * a", ""),
                    __grad::HERE.text("c -= 1 / 2 * a", "c"),
                ],
                false,
            );
            c.__assignee().sub_assign::<Here, _, _>(&SITE, (operand0, ()))
        }
    };
    let copy = {
        use ::micrograd_core::__macro_support::{CopyOfAny as _, CopyOfNumber as _};
        (&&::micrograd_core::__macro_support::Copied(&c)).copy()
    };
    let zero: Value = ::micrograd_core::__macro_support::Converted(0f64).convert::<_>();
    let n: usize = 3;
    let (p, q) = pair();
    match ::micrograd_core::__macro_support::operand(&*r) {
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
            >(&[__grad::HERE.text("w[i - 1].bias *= *r", "")], false);
            w[i - 1]
                .bias
                .__assignee()
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
    c = ::micrograd_core::__macro_support::Converted(0f64).convert::<_>();
    match () {
        () => {}
        #[allow(unreachable_patterns)]
        () => {
            use ::micrograd_core::__macro_support as __grad;
            enum Block {}
            impl __grad::Block for Block {
                #[inline(always)]
                fn expressions() -> &'static __grad::Expressions {
                    static TEXTS: [__grad::Expression; 3usize] = [
                        __grad::HERE.text("0", "zero"),
                        __grad::HERE.text("pair()", ""),
                        __grad::HERE.text("0", "c"),
                    ];
                    static BLOCK: __grad::Expressions = __grad::Expressions::new(&TEXTS);
                    &BLOCK
                }
            }
            texts.are_those_of(::core::option::Option::None::<Block>)
        }
    }
}
