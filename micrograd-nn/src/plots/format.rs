//! What kind of picture it is, and what follows from that.

use super::PlotError;
use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::path::Path;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Format {
    Svg,
    Png,
}

/// The characters of the crate's font, `assets/DejaVuSans-subset.ttf`.
const IN_THE_FONT: [RangeInclusive<char>; 15] = [
    ' '..='~',
    '\u{a0}'..='ÿ',
    'Α'..='Ρ',
    'Σ'..='ω',
    '–'..='—',
    '‘'..='”',
    '…'..='…',
    '₀'..='₉',
    '←'..='↓',
    '∂'..='∂',
    '∇'..='∇',
    '∑'..='−',
    '∞'..='∞',
    '≈'..='≈',
    '≤'..='≥',
];

impl Format {
    /// As the ending of the name says, in small letters or capitals.
    pub(super) fn of(file: &Path) -> Result<Self, PlotError> {
        let ending = file.extension().and_then(|ending| ending.to_str());
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("svg") => Ok(Format::Svg),
            Some("png") => Ok(Format::Png),
            _ => Err(PlotError::Format {
                file: file.to_owned(),
            }),
        }
    }

    /// The text with `?` for each character that the font cannot show. A reader of SVG has fonts of its
    /// own.
    pub(super) fn text(self, text: &str) -> Cow<'_, str> {
        let is_known = |c: char| IN_THE_FONT.iter().any(|range| range.contains(&c));
        if self == Format::Svg || text.chars().all(is_known) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(
            text.chars()
                .map(|c| if is_known(c) { c } else { '?' })
                .collect(),
        )
    }

    /// The text, or its beginning with `…` if it is longer than so many characters.
    pub(super) fn short_text(self, text: &str, longest: usize) -> String {
        let text = self.text(text);
        if text.chars().count() <= longest {
            return text.into_owned();
        }
        let beginning: String = text.chars().take(longest - 1).collect();
        format!("{}…", beginning.trim_end())
    }
}
