//! A set of node indices, one bit each.

use super::unchecked::Unchecked;

/// A set of indices into the tape.
#[derive(Default)]
pub(crate) struct Bits {
    words: Unchecked<u64>,
}

impl Bits {
    pub(super) const fn new() -> Self {
        Bits {
            words: Unchecked::new(),
        }
    }

    /// Makes room for the indices below `len`.
    pub(crate) fn resize(&mut self, len: usize) {
        self.words.resize(len.div_ceil(64), 0);
    }

    pub(super) fn shrink_to(&mut self, len: usize) {
        self.words.truncate(len.div_ceil(64));
        self.words.shrink_to(0);
    }

    pub(super) fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }

    #[inline]
    pub(crate) fn insert(&mut self, index: usize) {
        *self.words.at_mut(index / 64) |= 1 << (index % 64);
    }

    #[inline]
    pub(super) fn remove(&mut self, index: usize) {
        *self.words.at_mut(index / 64) &= !(1 << (index % 64));
    }

    #[inline]
    pub(super) fn contains(&self, index: usize) -> bool {
        self.words.at(index / 64) >> (index % 64) & 1 == 1
    }

    pub(super) fn clear(&mut self) {
        self.words.as_mut_slice().fill(0);
    }

    /// How many indices the set holds.
    pub(super) fn count(&self) -> usize {
        self.words
            .as_slice()
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// One more than the largest index of the set that is below `len`, or 0.
    #[inline]
    pub(super) fn end_below(&self, len: usize) -> usize {
        let mut word = len / 64;
        let mut bits = match self.words.as_slice().get(word) {
            Some(bits) => bits & below(len % 64),
            None => 0,
        };
        while bits == 0 {
            if word == 0 {
                return 0;
            }
            word -= 1;
            bits = *self.words.at(word);
        }
        word * 64 + 64 - bits.leading_zeros() as usize
    }

    /// Visits the set from its largest index at or below `top` downwards; `visit` may insert
    /// smaller indices, which are visited in their turn, and returns the lowest index worth going
    /// down to.
    ///
    /// This is how a graph is walked without a stack: operands lie below their users.
    pub(crate) fn descend(&mut self, top: usize, mut visit: impl FnMut(&mut Bits, usize) -> usize) {
        let mut low = 0;
        let mut end = top + 1;
        loop {
            end = self.end_below(end);
            if end == 0 || end - 1 < low {
                return;
            }
            end -= 1;
            low = visit(self, end);
        }
    }
}

/// The lowest `count` bits of a word, for a count below 64.
fn below(count: usize) -> u64 {
    (1 << count) - 1
}

/// Counts the members below an index, in constant time.
pub(super) struct Rank<'a> {
    bits: &'a Bits,
    before_word: Vec<u32>,
}

impl<'a> Rank<'a> {
    pub(super) fn new(bits: &'a Bits) -> Self {
        let mut total = 0;
        let before_word = bits
            .words
            .as_slice()
            .iter()
            .map(|word| {
                let before = total;
                total += word.count_ones();
                before
            })
            .collect();
        Rank { bits, before_word }
    }

    /// How many members are below `index`.
    pub(super) fn of(&self, index: usize) -> usize {
        let word = index / 64;
        match self.bits.words.as_slice().get(word) {
            Some(bits) => {
                let within = bits & below(index % 64);
                (self.before_word[word] + within.count_ones()) as usize
            }
            None => self.bits.count(),
        }
    }
}
