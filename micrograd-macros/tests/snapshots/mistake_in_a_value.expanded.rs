fn expansion() {
    {
        let t = match (::micrograd_core::__macro_support::operand(&a),) {
            (operand0,) => {
                use ::micrograd_core::__macro_support as __grad;
                enum Here {}
                unsafe impl __grad::Expanded for Here {
                    type Arithmetic = Here;
                }
                #[allow(clippy::approx_constant)]
                impl __grad::Formula for Here {
                    const OUTLINE: __grad::Outline = __grad::Outline::new(
                        "mul 3.0 x0",
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
                        let t0 = 3.0f64 * x0;
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
                        __grad::pass(passed, [3.0f64 * adjoint]);
                    }
                }
                static SITE: __grad::Site = __grad::Site::of::<
                    Here,
                >(&[__grad::HERE.text("3u8 * a", "t")], false);
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(&SITE, (operand0, ()))
            }
        };
        match () {
            () => t < b,
            #[allow(unreachable_patterns)]
            () => {
                ::core::compile_error! {
                    "numbers here are `f64`\nhelp: drop the suffix: write `3`"
                }
                ::core::unreachable!()
            }
        }
    }
}
