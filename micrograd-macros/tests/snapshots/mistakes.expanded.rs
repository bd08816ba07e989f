fn expansion() {
    let g = match (::micrograd_core::__macro_support::operand(&a),) {
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
                    let &[x0, ..] = x else { __grad::another_number_of_operands() };
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
                    let &[x0, ..] = x else { __grad::another_number_of_operands() };
                    __grad::pass(
                        passed,
                        [__grad::base_slope(x0, 2.0f64, 0.0, true) * adjoint],
                    );
                }
            }
            static SITE: __grad::Site = __grad::Site::of::<
                Here,
            >(&[__grad::HERE.text("a ^ 2", "g")], false);
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
            >(&[__grad::HERE.text("g +", "")], false);
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
            use ::micrograd_core::__macro_support as __grad;
            enum Here {}
            unsafe impl __grad::Expanded for Here {
                type Arithmetic = Here;
            }
            #[allow(clippy::approx_constant)]
            impl __grad::Formula for Here {
                const OUTLINE: __grad::Outline = __grad::Outline::new(
                    "rem x0 x1",
                    [1, 2],
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
                    let t0 = x0 % x1;
                    stored[0] = __grad::remainder_slopes(x0, x1, t0)[0];
                    stored[1] = __grad::remainder_slopes(x0, x1, t0)[1];
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
                    __grad::pass(passed, [stored[0] * adjoint, stored[1] * adjoint]);
                }
            }
            static SITE: __grad::Site = __grad::Site::of::<
                Here,
            >(&[__grad::HERE.text("a % b", "k")], false);
            impl __grad::IntegerFormula for Here {
                fn integers<I: __grad::Integer>(x: &[I]) -> I {
                    use __grad::IntegerArithmetic as _;
                    let &[x0, x1] = x else { __grad::another_number_of_operands() };
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
