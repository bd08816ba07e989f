fn expansion() {
    let g = match (::micrograd_core::__macro_support::operand(&a),) {
        (operand0,) => {
            enum Here {}
            unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
            impl ::micrograd_core::__macro_support::Formula for Here {
                const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                    "powi x0 2",
                    [1, 1, 0],
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
                    let t0 = ::micrograd_core::__macro_support::power(x0, 2f64, true);
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
                    let &[x0] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    passed[0] = ::micrograd_core::__macro_support::base_slope(
                        x0,
                        2f64,
                        0.0,
                        true,
                    ) * adjoint;
                }
            }
            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                Here,
            >(
                &[
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("a ^ 2", "g"),
                ],
                false,
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, ()))
        }
    };
    let h = {
        use ::micrograd_core::__macro_support::{CopyOfAny as _, CopyOfNumber as _};
        (&&::micrograd_core::__macro_support::Copied(&b)).copy()
    };
    let _ = match (
        ::micrograd_core::__macro_support::operand(&g),
        ::micrograd_core::__macro_support::operand(
            &::micrograd_core::Value::new(::core::primitive::f64::NAN),
        ),
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
                &[::micrograd_core::__macro_support::Expression::HERE.text("g +", "")],
                false,
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, (operand1, ())))
        }
    };
    let p = ::micrograd_core::Value::new(::core::primitive::f64::NAN);
    let q = ::micrograd_core::Value::new(::core::primitive::f64::NAN);
    let k = match (&a, &b) {
        (operand0, operand1) => {
            enum Here {}
            unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
            impl ::micrograd_core::__macro_support::Formula for Here {
                const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                    "rem x0 x1",
                    [2, 1, 2],
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
                    let t0 = x0 % x1;
                    stored[0] = ::micrograd_core::__macro_support::remainder_slopes(
                        x0,
                        x1,
                        t0,
                    )[0];
                    stored[1] = ::micrograd_core::__macro_support::remainder_slopes(
                        x0,
                        x1,
                        t0,
                    )[1];
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
                    passed[0] = stored[0] * adjoint;
                    passed[1] = stored[1] * adjoint;
                }
            }
            static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                Here,
            >(
                &[
                    ::micrograd_core::__macro_support::Expression::HERE
                        .text("a % b", "k"),
                ],
                false,
            );
            impl ::micrograd_core::__macro_support::IntegerFormula for Here {
                fn integers<I: ::micrograd_core::__macro_support::Integer>(
                    x: &[I],
                ) -> I {
                    use ::micrograd_core::__macro_support::IntegerArithmetic as _;
                    let &[x0, x1] = x else {
                        ::micrograd_core::__macro_support::another_number_of_operands()
                    };
                    let t0 = x0.modulo(x1);
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
    };
    match () {
        () => {}
        #[allow(unreachable_patterns)]
        () => {
            ::core::compile_error! {
                "`^` is bitwise XOR in Rust, not a power\nhelp: write `a ** 2`"
            }
            ::core::compile_error! {
                "expected a method or field name after `.`\nhelp: write `.relu()`, or the name of a field"
            }
            ::core::compile_error! {
                "`+` has no right-hand side\nhelp: write a value or a number after `+`"
            }
            ::core::compile_error! {
                "`let` with arithmetic binds one name at a time\nhelp: write one `let` for each name"
            }
            ::core::unreachable!()
        }
    }
}
