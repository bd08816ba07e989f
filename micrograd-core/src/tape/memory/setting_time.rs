//! When a leaf was set.

/// The time at which a leaf was made or changed, and which of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SettingTime(u64);

impl SettingTime {
    /// When the first leaves are made.
    pub(in crate::tape) const FIRST: SettingTime = SettingTime(0);

    const EDIT: u64 = 1;

    /// The same time, if a leaf is changed.
    #[inline(always)]
    pub(in crate::tape) fn of_an_edit(self) -> Self {
        SettingTime(self.0 | Self::EDIT)
    }

    /// A later time, at which leaves are made.
    pub(in crate::tape) fn next(self) -> Self {
        SettingTime((self.0 & !Self::EDIT) + 2 * Self::EDIT)
    }

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
