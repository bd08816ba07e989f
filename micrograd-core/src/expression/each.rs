//! A loop with a constant count, written out. LLVM unrolls such a loop too late to keep its numbers in registers.

/// Runs a body for 0, 1, … below a count that the types say. What is not below it is not compiled.
macro_rules! each_below {
    ($count:expr, |$number:ident| $body:expr) => {
        each_below!($count, $number, $body, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
    };
    ($count:expr, $number:ident, $body:expr, $value:literal $($more:literal)*) => {
        if const { $value < $count } {
            let $number = const { $value };
            $body;
            each_below!($count, $number, $body, $($more)*)
        }
    };
    ($count:expr, $number:ident, $body:expr,) => {
        for $number in 16..const { $count } {
            $body;
        }
    };
}
pub(super) use each_below;
