fn expansion() {
    let texts = ::micrograd_core::__macro_support::texts();
    {
        let rate = match (
            ::micrograd_core::__macro_support::operand(&k),
            ::micrograd_core::__macro_support::operand(&y),
            ::micrograd_core::__macro_support::operand(&x),
        ) {
            (operand0, operand1, operand2) => {
                use ::micrograd_core::__macro_support as __grad;
                enum Here {}
                unsafe impl __grad::Expanded for Here {
                    type Arithmetic = Here;
                }
                #[allow(clippy::approx_constant)]
                impl __grad::Formula for Here {
                    const OUTLINE: __grad::Outline = __grad::Outline::new(
                        "sub x1 x2;mul x0 t0",
                        [2, 0],
                        &[0, 1, 2],
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
                        let t0 = x1 - x2;
                        let t1 = x0 * t0;
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
                        let t0 = x1 - x2;
                        let d0 = x0 * adjoint;
                        __grad::pass(passed, [t0 * adjoint, d0, -d0]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(
                    &[
                        __grad::HERE.text("y - x", ""),
                        __grad::HERE.text("k * (y - x)", "rate"),
                    ],
                    false,
                );
                ::micrograd_core::__macro_support::intermediate::<
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
                use ::micrograd_core::__macro_support as __grad;
                enum Here {}
                unsafe impl __grad::Expanded for Here {
                    type Arithmetic = Here;
                }
                #[allow(clippy::approx_constant)]
                impl __grad::Formula for Here {
                    const OUTLINE: __grad::Outline = __grad::Outline::new(
                        "sub x1 x2;mul x0 t0;sub t1 x3",
                        [3, 0],
                        &[3, 0, 1, 2],
                        [false, false],
                        ::micrograd_core::__macro_support::HERE.position(),
                    );
                    #[inline(always)]
                    fn value(
                        x: &[__grad::f64],
                        stored: &mut [__grad::f64],
                        signature: __grad::Signature,
                    ) -> __grad::f64 {
                        let &[x0, x1, x2, x3, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let t0 = x1 - x2;
                        let t1 = x0 * t0;
                        let t2 = t1 - x3;
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
                        let &[x0, x1, x2, x3, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        let t0 = x1 - x2;
                        let d1 = adjoint;
                        let d0 = x0 * d1;
                        __grad::pass(passed, [-adjoint, t0 * d1, d0, -d0]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(
                    &[
                        __grad::HERE.text("c - z", ""),
                        __grad::HERE.text("x * (c - z)", ""),
                        __grad::HERE.text("x * (c - z) - y", "force"),
                    ],
                    true,
                );
                ::micrograd_core::__macro_support::intermediate::<
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
                        __grad::HERE.text("H * rate", ""),
                        __grad::HERE.text("x += H * rate", "x"),
                    ],
                    true,
                );
                x.__assignee()
                    .add_assign::<Here, _, _>(&SITE, (operand0, (operand1, ())))
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&H),
            ::micrograd_core::__macro_support::operand(&force),
            ::micrograd_core::__macro_support::operand(&rate),
        ) {
            (operand0, operand1, operand2) => {
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
                        "mul x0 x1;sub t0 x2",
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
                        let t1 = t0 - x2;
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
                        __grad::pass(passed, [-adjoint, x1 * d0, x0 * d0]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(
                    &[
                        __grad::HERE.text("H * force", ""),
                        __grad::HERE.text("H * force - rate", ""),
                        __grad::HERE.text("y += H * force - rate", "y"),
                    ],
                    true,
                );
                y.__assignee()
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
                        let &[x0, x1, ..] = x else {
                            __grad::another_number_of_operands()
                        };
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
                        let &[x0, x1, ..] = x else {
                            __grad::another_number_of_operands()
                        };
                        __grad::pass(passed, [adjoint, adjoint]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(&[__grad::HERE.text("x + y", "sum")], false);
                ::micrograd_core::__macro_support::intermediate::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&sum) {
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
                >(&[__grad::HERE.text("z -= sum", "z")], true);
                z.__assignee()
                    .sub_assign_operand::<
                        _,
                        _,
                    >(
                        &SITE,
                        const { ::micrograd_core::__macro_support::HERE.position() },
                        operand,
                    );
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&sum),
            ::micrograd_core::__macro_support::operand(&x),
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
                >(&[__grad::HERE.text("sum * x", "end")], true);
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
                >(&[__grad::HERE.text("x * y", "shown")], false);
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&shown) {
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
                >(&[__grad::HERE.text("z += shown", "z")], false);
                z.__assignee()
                    .add_assign_operand::<
                        _,
                        _,
                    >(
                        &SITE,
                        const { ::micrograd_core::__macro_support::HERE.position() },
                        operand,
                    );
            }
        };
        show(shown);
    }
    {
        let copied = match (
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
                >(&[__grad::HERE.text("x * y", "copied")], false);
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&copied) {
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
                >(&[__grad::HERE.text("z += copied", "z")], false);
                z.__assignee()
                    .add_assign_operand::<
                        _,
                        _,
                    >(
                        &SITE,
                        const { ::micrograd_core::__macro_support::HERE.position() },
                        operand,
                    );
            }
        };
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
                >(&[__grad::HERE.text("x * y", "below")], false);
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&w[index()]) {
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
                >(&[__grad::HERE.text("z += w[index()]", "z")], false);
                z.__assignee()
                    .add_assign_operand::<
                        _,
                        _,
                    >(
                        &SITE,
                        const { ::micrograd_core::__macro_support::HERE.position() },
                        operand,
                    );
            }
        };
        match ::micrograd_core::__macro_support::operand(&below) {
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
                >(&[__grad::HERE.text("z += below", "z")], false);
                z.__assignee()
                    .add_assign_operand::<
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
    {
        let below = match (
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
                >(&[__grad::HERE.text("x * y", "below")], false);
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
                >(&[__grad::HERE.text("y * z", "")], false);
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&below) {
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
                >(&[__grad::HERE.text("z += below", "z")], false);
                z.__assignee()
                    .add_assign_operand::<
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
    {
        let below = match (
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
                >(&[__grad::HERE.text("x * y", "below")], false);
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
                >(&[__grad::HERE.text("x * z", "y")], false);
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, (operand1, ())))
            }
        };
        match ::micrograd_core::__macro_support::operand(&below) {
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
                >(&[__grad::HERE.text("z += below", "z")], false);
                z.__assignee()
                    .add_assign_operand::<
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
                        __grad::HERE.text("show(shown)", ""),
                    ];
                    static BLOCK: __grad::Expressions = __grad::Expressions::new(&TEXTS);
                    &BLOCK
                }
            }
            texts.are_those_of(::core::option::Option::None::<Block>)
        }
    }
}
