fn expansion() {
    let g = match (::micrograd_core::__macro_support::operand(&x),) {
        (operand0,) => {
            use ::micrograd_core::__macro_support as __grad;
            enum Here {}
            unsafe impl __grad::Expanded for Here {
                type Arithmetic = Here;
            }
            #[allow(clippy::approx_constant)]
            impl __grad::Formula for Here {
                const OUTLINE: __grad::Outline = __grad::Outline::new(
                    "powi x0 2;neg t0",
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
                    let t0 = __grad::power(x0, 2.0f64, true);
                    let t1 = -t0;
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
                    let d0 = -adjoint;
                    __grad::pass(
                        passed,
                        [__grad::base_slope(x0, 2.0f64, 0.0, true) * d0],
                    );
                }
            }
            static SITE: __grad::Site = __grad::Site::of::<
                Here,
            >(
                &[__grad::HERE.text("x ** 2", ""), __grad::HERE.text("-x ** 2", "g")],
                false,
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, ()))
        }
    };
    let h = match (
        ::micrograd_core::__macro_support::operand(&x),
        ::micrograd_core::__macro_support::operand(&y),
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
                    "pow x1 0.5;neg t0;pow x0 t1",
                    [3, 3],
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
                    let t0 = __grad::power(x1, 0.5f64, false);
                    let t1 = -t0;
                    let t2 = __grad::power(x0, t1, false);
                    stored[0] = __grad::base_slope(x0, t1, t2, false);
                    stored[1] = __grad::exponent_slope(x0, t1, t2, true);
                    stored[2] = __grad::base_slope(x1, 0.5f64, t0, false);
                    t2
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
                    let d1 = stored[1] * adjoint;
                    let d0 = -d1;
                    __grad::pass(passed, [stored[0] * adjoint, stored[2] * d0]);
                }
            }
            static SITE: __grad::Site = __grad::Site::of::<
                Here,
            >(
                &[
                    __grad::HERE.text("y ** 0.5", ""),
                    __grad::HERE.text("-y ** 0.5", ""),
                    __grad::HERE.text("x ** -y ** 0.5", "h"),
                ],
                false,
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, (operand1, ())))
        }
    };
    match ::micrograd_core::__macro_support::operand(&(k as i32)) {
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
            >(&[__grad::HERE.text("h **= k as i32", "h")], false);
            h.__assignee()
                .pow_assign_operand::<
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
