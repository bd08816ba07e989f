//! A loop that is written out: LLVM unrolls one over constants too late to keep their numbers in registers.

/// Calls `visit` with 0, 1, … below `count`, which the compiler knows.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn each(count: usize, mut visit: impl FnMut(usize)) {
    if cfg!(debug_assertions) {
        return (0..count).for_each(visit);
    }
    macro_rules! written_out {
        ($($number:literal)*) => {$(
            if $number < count {
                visit($number);
            }
        )*};
    }
    written_out! { 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 }
    for number in 16..count {
        visit(number);
    }
}
