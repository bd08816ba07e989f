fn expansion() {
    {
        let t = match (::micrograd_core::__macro_support::operand(&a),) {
            (operand0,) => {
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OUTLINE: ::micrograd_core::__macro_support::Outline = ::micrograd_core::__macro_support::Outline::new(
                        "mul 3.0 x0",
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
                        let t0 = 3f64 * x0;
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
                        passed[0] = 3f64 * adjoint;
                    }
                }
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::of::<
                    Here,
                >(
                    &[
                        ::micrograd_core::__macro_support::Expression::HERE
                            .text("3u8 * a", "t"),
                    ],
                    false,
                );
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
