fn expansion() {
    {
        let texts = ::micrograd_core::__macro_support::texts();
        let t = match (::micrograd_core::__macro_support::operand(&a),) {
            (operand0,) => {
                enum Here {}
                unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                    Here,
                >(&[::micrograd_core::__macro_support::Expression::HERE.position()]);
                impl ::micrograd_core::__macro_support::Formula for Here {
                    const OPERANDS: ::core::primitive::usize = 1;
                    const OPERATIONS: ::core::primitive::usize = 1;
                    const STORED: ::core::primitive::usize = 0;
                    const USES: &'static [::core::primitive::usize] = &[0];
                    const HAS_QUOTIENT: ::core::primitive::bool = false;
                    fn steps() -> &'static ::micrograd_core::__macro_support::Steps {
                        static STEPS: ::micrograd_core::__macro_support::Steps = ::micrograd_core::__macro_support::Steps::new(
                            "mul 3.0 x0",
                        );
                        &STEPS
                    }
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
                ::micrograd_core::__macro_support::expression::<
                    Here,
                    _,
                >(
                    &SITE,
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    (operand0, ()),
                )
            }
        };
        match () {
            () => t < b,
            #[allow(unreachable_patterns)]
            () => {
                ::core::compile_error! {
                    "numbers here are `f64`\nhelp: drop the suffix: write `3`"
                }
                enum Block {}
                impl ::micrograd_core::__macro_support::Block for Block {
                    #[inline(always)]
                    fn expressions() -> &'static ::micrograd_core::__macro_support::Expressions {
                        static TEXTS: [::micrograd_core::__macro_support::Expression; 1usize] = [
                            ::micrograd_core::__macro_support::Expression::HERE
                                .text("3u8 * a", "t"),
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
}
