fn expansion() {
    {
        match (::micrograd_core::__macro_support::operand(&r),) {
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
                        "mul x1 x0;sub 1.0 x0;mul t0 t1",
                        [3, 0],
                        &[0, 0, 1],
                        [true, false],
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
                        let t0 = x1 * x0;
                        let t1 = 1.0f64 - x0;
                        let t2 = t0 * t1;
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
                        let &[x0, x1, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let t0 = x1 * x0;
                        let t1 = 1.0f64 - x0;
                        let d0 = t1 * adjoint;
                        let d1 = t0 * adjoint;
                        __grad::pass(passed, [-d1, x1 * d0, x0 * d0]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(
                    &[
                        __grad::HERE.text("r * x", ""),
                        __grad::HERE.text("1 - x", ""),
                        __grad::HERE.text("r * x * (1 - x)", "x"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::assignee(&mut x)
                    .replace::<Here, _, _>(&SITE, (operand0, ()))
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&dt),
            ::micrograd_core::__macro_support::operand(&y),
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
                        "sub x2 x0;mul x1 t0;add x0 t1",
                        [3, 0],
                        &[0, 0, 1, 2],
                        [true, false],
                        ::micrograd_core::__macro_support::HERE.position(),
                    );
                    #[inline(always)]
                    fn value(
                        x: &[__grad::f64],
                        stored: &mut [__grad::f64],
                        signature: __grad::Signature,
                    ) -> __grad::f64 {
                        let &[x0, x1, x2, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let t0 = x2 - x0;
                        let t1 = x1 * t0;
                        let t2 = x0 + t1;
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
                        let &[x0, x1, x2, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let t0 = x2 - x0;
                        let d1 = adjoint;
                        let d0 = x1 * d1;
                        __grad::pass(passed, [adjoint, -d0, t0 * d1, d0]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(
                    &[
                        __grad::HERE.text("y - x", ""),
                        __grad::HERE.text("dt * (y - x)", ""),
                        __grad::HERE.text("x += dt * (y - x)", "x"),
                    ],
                    false,
                );
                x.__assignee().update::<Here, _, _>(&SITE, (operand0, (operand1, ())))
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&gate),
            ::micrograd_core::__macro_support::operand(&self.bias),
        ) {
            (operand1, operand2) => {
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
                        "mul x0 x1;add t0 x2",
                        [2, 0],
                        &[2, 0, 1],
                        [false, false],
                        ::micrograd_core::__macro_support::HERE.position(),
                    );
                    #[inline(always)]
                    fn value(
                        x: &[__grad::f64],
                        stored: &mut [__grad::f64],
                        signature: __grad::Signature,
                    ) -> __grad::f64 {
                        let &[x0, x1, x2, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let t0 = x0 * x1;
                        let t1 = t0 + x2;
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
                        let &[x0, x1, x2, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let d0 = adjoint;
                        __grad::pass(passed, [adjoint, x1 * d0, x0 * d0]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(
                    &[
                        __grad::HERE.text("state[i] * gate", ""),
                        __grad::HERE.text("state[i] * gate + self.bias", ""),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::assignee(&mut state[i])
                    .replace::<Here, _, _>(&SITE, (operand1, (operand2, ())))
            }
        };
        self.cell = match (
            ::micrograd_core::__macro_support::operand(&self.cell),
            ::micrograd_core::__macro_support::operand(&self.gate),
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
                >(&[__grad::HERE.text("self.cell * self.gate", "")], false);
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match (::micrograd_core::__macro_support::operand(&h),) {
            (operand1,) => {
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
                        "mul x0 x1;sub x0 t0",
                        [2, 0],
                        &[0, 0, 1],
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
                        let t1 = x0 - t0;
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
                        let &[x0, x1, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let d0 = -adjoint;
                        __grad::pass(passed, [adjoint, x1 * d0, x0 * d0]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(
                    &[
                        __grad::HERE.text("*y * h", ""),
                        __grad::HERE.text("*y -= *y * h", ""),
                    ],
                    false,
                );
                (*y).__assignee().update::<Here, _, _>(&SITE, (operand1, ()))
            }
        };
    }
}
