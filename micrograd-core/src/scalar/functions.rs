//! How the trait declares the functions of the lists.

macro_rules! declare_with_whole_number {
    ($($name:ident $Row:ident $formula:literal ($x:expr, $number:expr) => $y:expr;)*) => {$(
        #[doc = concat!($formula, "\n\n```\n# use micrograd_core::Scalar;")]
        #[doc = concat!("assert_eq!(Scalar::", stringify!($name), "(&", stringify!($x), ", ", stringify!($number), "), ", stringify!($y), ");\n```")]
        #[must_use]
        #[track_caller]
        fn $name(&self, n: u32) -> Self;
    )*};
}

macro_rules! declare_question {
    ($($name:ident $question:literal $x:expr => $answer:expr;)*) => {$(
        #[doc = concat!($question, "\n\n```\n# use micrograd_core::Scalar;")]
        #[doc = concat!("assert_eq!(Scalar::", stringify!($name), "(&", stringify!($x), "), ", stringify!($answer), ");\n```")]
        #[must_use]
        fn $name(&self) -> bool {
            self.data().$name()
        }
    )*};
}

macro_rules! declare_of_one {
    ($($name:ident $Row:ident $formula:literal $x:expr => $y:expr;)*) => {$(
        #[doc = concat!($formula, "\n\n```\n# use micrograd_core::Scalar;")]
        #[doc = concat!("assert_eq!(Scalar::", stringify!($name), "(&", stringify!($x), "), ", stringify!($y), ");\n```")]
        #[must_use]
        #[track_caller]
        fn $name(&self) -> Self;
    )*};
}

macro_rules! declare_with_number {
    ($($name:ident($c:ident) $Row:ident $formula:literal ($x:expr, $number:expr) => $y:expr;)*) => {$(
        #[doc = concat!($formula, "\n\n```\n# use micrograd_core::Scalar;")]
        #[doc = concat!("assert_eq!(Scalar::", stringify!($name), "(&", stringify!($x), ", ", stringify!($number), "), ", stringify!($y), ");\n```")]
        #[must_use]
        #[track_caller]
        fn $name(&self, $c: f64) -> Self;
    )*};
}

macro_rules! declare_of_two {
    ($($name:ident($other:ident) $Row:ident $formula:literal ($x:expr, $number:expr) => $y:expr;)*) => {$(
        #[doc = concat!($formula, "\n\n```\n# use micrograd_core::Scalar;")]
        #[doc = concat!("assert_eq!(Scalar::", stringify!($name), "(&", stringify!($x), ", ", stringify!($number), "), ", stringify!($y), ");\n```")]
        #[must_use]
        #[track_caller]
        fn $name(&self, $other: impl ScalarOperand<Self>) -> Self;
    )*};
}

pub(super) use {
    declare_of_one, declare_of_two, declare_question, declare_with_number,
    declare_with_whole_number,
};
