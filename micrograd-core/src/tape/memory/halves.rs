//! Two numbers of 32 bits in one of 64.

#[inline]
pub(in crate::tape) fn pack(low: u32, high: u32) -> u64 {
    u64::from(low) | (u64::from(high) << 32)
}

#[inline]
#[allow(clippy::cast_possible_truncation)] // Both halves are wanted.
pub(in crate::tape) fn unpack(both: u64) -> (u32, u32) {
    (both as u32, (both >> 32) as u32)
}
