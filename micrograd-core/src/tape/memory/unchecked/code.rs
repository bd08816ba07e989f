//! What a node was made by, from the byte that says so.

use crate::operations::Code;

/// The code that a tag was made from.
#[inline(always)]
#[allow(clippy::cast_possible_truncation)] // It is the lowest byte.
pub(in crate::tape) fn code_of(tag: u32) -> Code {
    let code = tag as u8 >> 1;
    debug_assert!(Code::is_valid(code));
    // SAFETY: see the invariant; `Code` is one byte.
    unsafe { std::mem::transmute::<u8, Code>(code) }
}
