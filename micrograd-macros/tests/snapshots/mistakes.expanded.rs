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
    let g = ::micrograd_core::__macro_support::operand(&a).pow(&2i32);
    let h = {
        use ::micrograd_core::__macro_support::CopyOfAny as _;
        ::micrograd_core::__macro_support::Copied(&b).copy()
    };
    let _ = ::micrograd_core::__macro_support::operand(&g)
        .add(
            ::micrograd_core::__macro_support::right(
                &::micrograd_core::Value::new(::core::primitive::f64::NAN),
            ),
        );
    let p = ::micrograd_core::Value::new(::core::primitive::f64::NAN);
    let q = ::micrograd_core::Value::new(::core::primitive::f64::NAN);
    let k = ::micrograd_core::__macro_support::operand(&a)
        .mul(::micrograd_core::__macro_support::right(&b));
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
