fn expansion() {
    {
        match (::micrograd_core::__macro_support::operand(&r),) {
            (operand0,) => {
                #[allow(unused_imports)]
                use ::micrograd_core::__macro_support::Target as _;
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "mul x1 x0;sub 1.0 x0;mul t0 t1",
                        [2, 3, 0],
                        &[0, 1, 0],
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
                        let t0 = x1 * x0;
                        let t1 = 1f64 - x0;
                        let t2 = t0 * t1;
                        t2
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
                        let t0 = x1 * x0;
                        let t1 = 1f64 - x0;
                        let d0 = t1 * adjoint;
                        let d1 = t0 * adjoint;
                        passed[0] = -d1;
                        passed[1] = x0 * d0;
                        passed[2] = x1 * d0;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("r * x", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("1 - x", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("r * x * (1 - x)", "x"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::place(&mut x)
                    .replace::<Here, _, _>(&SITE, (operand0, ()))
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&dt),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1) => {
                #[allow(unused_imports)]
                use ::micrograd_core::__macro_support::Target as _;
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "sub x2 x0;mul x1 t0;add x0 t1",
                        [3, 3, 0],
                        &[0, 1, 2, 0],
                        false,
                        ::micrograd_core::__macro_support::Expression::HERE.position(),
                    );
                    #[inline(always)]
                    fn value(
                        x: &[::core::primitive::f64],
                        stored: &mut [::core::primitive::f64],
                        kinds: ::micrograd_core::__macro_support::Kinds,
                    ) -> ::core::primitive::f64 {
                        let &[x0, x1, x2] = x else {
                            ::micrograd_core::__macro_support::another_number_of_operands()
                        };
                        let t0 = x2 - x0;
                        let t1 = x1 * t0;
                        let t2 = x0 + t1;
                        t2
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
                        let &[x0, x1, x2] = x else {
                            ::micrograd_core::__macro_support::another_number_of_operands()
                        };
                        let t0 = x2 - x0;
                        passed[0] = adjoint;
                        let d1 = adjoint;
                        passed[1] = t0 * d1;
                        let d0 = x1 * d1;
                        passed[2] = d0;
                        passed[3] = -d0;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("y - x", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("dt * (y - x)", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("x += dt * (y - x)", "x"),
                    ],
                    false,
                );
                x.__place().update::<Here, _, _>(&SITE, (operand0, (operand1, ())))
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&gate),
            ::micrograd_core::__macro_support::operand(&self.bias),
        ) {
            (operand1, operand2) => {
                #[allow(unused_imports)]
                use ::micrograd_core::__macro_support::Target as _;
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "mul x0 x1;add t0 x2",
                        [3, 2, 0],
                        &[2, 0, 1],
                        false,
                        ::micrograd_core::__macro_support::Expression::HERE.position(),
                    );
                    #[inline(always)]
                    fn value(
                        x: &[::core::primitive::f64],
                        stored: &mut [::core::primitive::f64],
                        kinds: ::micrograd_core::__macro_support::Kinds,
                    ) -> ::core::primitive::f64 {
                        let &[x0, x1, x2] = x else {
                            ::micrograd_core::__macro_support::another_number_of_operands()
                        };
                        let t0 = x0 * x1;
                        let t1 = t0 + x2;
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
                        let &[x0, x1, x2] = x else {
                            ::micrograd_core::__macro_support::another_number_of_operands()
                        };
                        let d0 = adjoint;
                        passed[0] = adjoint;
                        passed[1] = x1 * d0;
                        passed[2] = x0 * d0;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("state[i] * gate", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("state[i] * gate + self.bias", ""),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::place(&mut state[i])
                    .replace::<Here, _, _>(&SITE, (operand1, (operand2, ())))
            }
        };
        self.cell = match (
            ::micrograd_core::__macro_support::operand(&self.cell),
            ::micrograd_core::__macro_support::operand(&self.gate),
        ) {
            (operand0, operand1) => {
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "mul x0 x1",
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
                        let t0 = x0 * x1;
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
                        passed[0] = x1 * adjoint;
                        passed[1] = x0 * adjoint;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("self.cell * self.gate", ""),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match (::micrograd_core::__macro_support::operand(&h),) {
            (operand1,) => {
                #[allow(unused_imports)]
                use ::micrograd_core::__macro_support::Target as _;
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "mul x0 x1;sub x0 t0",
                        [2, 2, 0],
                        &[0, 0, 1],
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
                        let t0 = x0 * x1;
                        let t1 = x0 - t0;
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
                        let &[x0, x1] = x else {
                            ::micrograd_core::__macro_support::another_number_of_operands()
                        };
                        passed[0] = adjoint;
                        let d0 = -adjoint;
                        passed[1] = x1 * d0;
                        passed[2] = x0 * d0;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("*y * h", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("*y -= *y * h", ""),
                    ],
                    false,
                );
                (*y).__place().update::<Here, _, _>(&SITE, (operand1, ()))
            }
        };
    }
}
