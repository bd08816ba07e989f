fn expansion() {
    {
        static TEXTS: [::micrograd_core::__macro_support::Expression; 3usize] = [
            ::micrograd_core::__macro_support::Expression::HERE.text("a ^ 2", "g"),
            ::micrograd_core::__macro_support::Expression::HERE.text("g +", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("a % b", "k"),
        ];
        static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
            &TEXTS,
        );
        BLOCK.register();
    }
    let g = match (::micrograd_core::__macro_support::operand(&a),) {
        (operand0,) => {
            ::micrograd_core::__macro_support::expression(
                {
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                        Here,
                    >(&[::micrograd_core::__macro_support::Expression::HERE.position()]);
                    &SITE
                },
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
                ::micrograd_core::__macro_support::Operands::<
                    1usize,
                    _,
                    _,
                >(operand0, ()),
                |(operand0, ())| {
                    let recorder = ::micrograd_core::__macro_support::Recorder;
                    let result0 = recorder
                        .pow(
                            operand0,
                            ::micrograd_core::__macro_support::Whole::<{ 2i32 }>,
                        );
                    result0
                },
            )
        }
    };
    let h = {
        use ::micrograd_core::__macro_support::CopyOfAny as _;
        ::micrograd_core::__macro_support::Copied(&b).copy()
    };
    let _ = match (
        ::micrograd_core::__macro_support::operand(&g),
        ::micrograd_core::__macro_support::operand(
            &::micrograd_core::Value::new(::core::primitive::f64::NAN),
        ),
    ) {
        (operand0, operand1) => {
            ::micrograd_core::__macro_support::expression(
                {
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                        Here,
                    >(&[::micrograd_core::__macro_support::Expression::HERE.position()]);
                    &SITE
                },
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
                ::micrograd_core::__macro_support::Operands::<
                    1usize,
                    _,
                    _,
                >(
                    operand0,
                    ::micrograd_core::__macro_support::Operands::<
                        2usize,
                        _,
                        _,
                    >(operand1, ()),
                ),
                |(operand0, (operand1, ()))| {
                    let recorder = ::micrograd_core::__macro_support::Recorder;
                    let result0 = recorder.add(operand0, operand1);
                    result0
                },
            )
        }
    };
    let p = ::micrograd_core::Value::new(::core::primitive::f64::NAN);
    let q = ::micrograd_core::Value::new(::core::primitive::f64::NAN);
    let k = match (
        ::micrograd_core::__macro_support::operand(&a),
        ::micrograd_core::__macro_support::operand(&b),
    ) {
        (operand0, operand1) => {
            ::micrograd_core::__macro_support::expression(
                {
                    enum Here {}
                    unsafe impl ::micrograd_core::__macro_support::Expanded for Here {}
                    static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                        Here,
                    >(&[::micrograd_core::__macro_support::Expression::HERE.position()]);
                    &SITE
                },
                const { ::micrograd_core::__macro_support::Expression::HERE.position() },
                ::micrograd_core::__macro_support::Operands::<
                    1usize,
                    _,
                    _,
                >(
                    operand0,
                    ::micrograd_core::__macro_support::Operands::<
                        2usize,
                        _,
                        _,
                    >(operand1, ()),
                ),
                |(operand0, (operand1, ()))| {
                    let recorder = ::micrograd_core::__macro_support::Recorder;
                    let result0 = recorder.mul(operand0, operand1);
                    result0
                },
            )
        }
    };
    {
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
        ::core::compile_error! {
            "`%` has no gradient here\nhelp: `grad!` knows `+ - * / **` and unary `-`"
        }
    }
}
