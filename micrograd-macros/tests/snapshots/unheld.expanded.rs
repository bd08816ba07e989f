fn expansion() {
    let texts = ::micrograd_core::__macro_support::texts();
    {
        let rate = match (
            ::micrograd_core::__macro_support::operand(&k),
            ::micrograd_core::__macro_support::operand(&y),
            ::micrograd_core::__macro_support::operand(&x),
        ) {
            (operand0, operand1, operand2) => {
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "sub x1 x2;mul x0 t0",
                        [3, 2, 0],
                        &[0, 1, 2],
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
                        let t0 = x1 - x2;
                        let t1 = x0 * t0;
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
                        let t0 = x1 - x2;
                        passed[0] = t0 * adjoint;
                        let d0 = x0 * adjoint;
                        passed[1] = d0;
                        passed[2] = -d0;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("y - x", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("k * (y - x)", "rate"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::unheld::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, (operand2, ()))))
            }
        };
        let force = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&c),
            ::micrograd_core::__macro_support::operand(&z),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1, operand2, operand3) => {
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "sub x1 x2;mul x0 t0;sub t1 x3",
                        [4, 3, 0],
                        &[3, 0, 1, 2],
                        false,
                        ::micrograd_core::__macro_support::Expression::HERE.position(),
                    );
                    #[inline(always)]
                    fn value(
                        x: &[::core::primitive::f64],
                        stored: &mut [::core::primitive::f64],
                        kinds: ::micrograd_core::__macro_support::Kinds,
                    ) -> ::core::primitive::f64 {
                        let &[x0, x1, x2, x3] = x else {
                            ::micrograd_core::__macro_support::another_number_of_operands()
                        };
                        let t0 = x1 - x2;
                        let t1 = x0 * t0;
                        let t2 = t1 - x3;
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
                        let &[x0, x1, x2, x3] = x else {
                            ::micrograd_core::__macro_support::another_number_of_operands()
                        };
                        let t0 = x1 - x2;
                        let d1 = adjoint;
                        passed[0] = -adjoint;
                        passed[1] = t0 * d1;
                        let d0 = x0 * d1;
                        passed[2] = d0;
                        passed[3] = -d0;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("c - z", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("x * (c - z)", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("x * (c - z) - y", "force"),
                    ],
                    true,
                );
                ::micrograd_core::__macro_support::unheld::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, (operand2, (operand3, ())))))
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&H),
            ::micrograd_core::__macro_support::operand(&rate),
        ) {
            (operand0, operand1) => {
                #[allow(unused_imports)]
                use ::micrograd_core::__macro_support::Target as _;
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
                            .text("H * rate", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("x += H * rate", "x"),
                    ],
                    true,
                );
                x.__place().add_assign::<Here, _, _>(&SITE, (operand0, (operand1, ())))
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&H),
            ::micrograd_core::__macro_support::operand(&force),
            ::micrograd_core::__macro_support::operand(&rate),
        ) {
            (operand0, operand1, operand2) => {
                #[allow(unused_imports)]
                use ::micrograd_core::__macro_support::Target as _;
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "mul x0 x1;sub t0 x2",
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
                        let t1 = t0 - x2;
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
                        passed[0] = -adjoint;
                        passed[1] = x1 * d0;
                        passed[2] = x0 * d0;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("H * force", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("H * force - rate", ""),
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("y += H * force - rate", "y"),
                    ],
                    true,
                );
                y.__place()
                    .add_assign::<
                        Here,
                        _,
                        _,
                    >(&SITE, (operand0, (operand1, (operand2, ()))))
            }
        };
    }
    let end = {
        let sum = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
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
                            .text("x + y", "sum"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::unheld::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&sum) {
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
                            .text("z -= sum", "z"),
                    ],
                    true,
                );
                z.__place()
                    .sub_assign_operand(
                        &SITE,
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
                        },
                        operand,
                    );
            }
        }
        match (
            ::micrograd_core::__macro_support::operand(&sum),
            ::micrograd_core::__macro_support::operand(&x),
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
                            .text("sum * x", "end"),
                    ],
                    true,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        }
    };
    {
        let shown = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
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
                            .text("x * y", "shown"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&shown) {
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
                            .text("z += shown", "z"),
                    ],
                    false,
                );
                z.__place()
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
        show(shown);
    }
    {
        let copied = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
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
                            .text("x * y", "copied"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&copied) {
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
                            .text("z += copied", "z"),
                    ],
                    false,
                );
                z.__place()
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
        let copy = {
            use ::micrograd_core::__macro_support::{CopyOfAny as _, CopyOfNumber as _};
            (&&::micrograd_core::__macro_support::Copied(&copied)).copy()
        };
    }
    {
        let below = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
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
                            .text("x * y", "below"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&w[index()]) {
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
                            .text("z += w[index()]", "z"),
                    ],
                    false,
                );
                z.__place()
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
        match ::micrograd_core::__macro_support::operand(&below) {
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
                            .text("z += below", "z"),
                    ],
                    false,
                );
                z.__place()
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
    {
        let below = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
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
                            .text("x * y", "below"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        let _ = match (
            ::micrograd_core::__macro_support::operand(&y),
            ::micrograd_core::__macro_support::operand(&z),
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
                            .text("y * z", ""),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&below) {
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
                            .text("z += below", "z"),
                    ],
                    false,
                );
                z.__place()
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
    {
        let below = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
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
                            .text("x * y", "below"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        y = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&z),
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
                            .text("x * z", "y"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&below) {
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
                            .text("z += below", "z"),
                    ],
                    false,
                );
                z.__place()
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
    match () {
        () => {}
        #[allow(unreachable_patterns)]
        () => {
            enum Block {}
            impl ::micrograd_core::__macro_support::Block for Block {
                #[inline(always)]
                fn expressions() -> &'static ::micrograd_core::__macro_support::Expressions {
                    static TEXTS: [::micrograd_core::__macro_support::Expression; 1usize] = [
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("show(shown)", ""),
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
