//! When a leaf was set.

/// The time at which a leaf was made or changed, and which of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SettingTime(pub(in crate::tape) u64);

impl SettingTime {
    pub(in crate::tape) const EDIT: u64 = 1;

    #[inline(always)]
    pub(in crate::tape) fn bits(self) -> u64 {
        self.0
    }

    #[inline(always)]
    pub(in crate::tape) fn from_bits(bits: u64) -> Self {
        SettingTime(bits)
    }

    pub(in crate::tape) fn is_edit(self) -> bool {
        self.0 & Self::EDIT != 0
    }

    pub(in crate::tape) fn time(self) -> u64 {
        self.0 >> 1
    }
}
