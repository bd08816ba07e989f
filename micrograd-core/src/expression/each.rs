//! A loop with a constant count, written out. LLVM unrolls such a loop too late to keep its numbers in registers.

/// Runs a body for 0, 1, … below a count that the types say. What is not below it is not compiled.
macro_rules! each_below {
    ($count:expr, |$number:ident| $body:expr) => {
        each_below!($count, [0 1 2 3 4 5 6 7], |$number| $body, for $number in 8..const { $count } {
            $body;
        })
    };
    // For some numbers, and then what comes after them. Few at once: rustc looks at all of them for each statement.
    ($count:expr, [$value:literal $($more:literal)*], |$number:ident| $body:expr, $rest:expr) => {
        if const { $value < $count } {
            let $number = const { $value };
            $body;
            each_below!($count, [$($more)*], |$number| $body, $rest)
        }
    };
    ($count:expr, [], |$number:ident| $body:expr, $rest:expr) => {
        $rest
    };
}
pub(super) use each_below;
