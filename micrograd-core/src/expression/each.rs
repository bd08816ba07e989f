//! A loop with a constant count, written out. LLVM unrolls such a loop too late to keep its numbers in registers.

/// Calls a closure with 0, 1, … below a count that the types say. What is not below it is not compiled.
macro_rules! each_below {
    ($count:expr, $visit:expr) => {
        each_below!($count, $visit, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
    };
    ($count:expr, $visit:expr, $($number:literal)*) => {{
        $(
            if const { $number < $count } {
                $visit($number);
            }
        )*
        if const { 16 < $count } {
            for number in 16..const { $count } {
                $visit(number);
            }
        }
    }};
}
pub(super) use each_below;
