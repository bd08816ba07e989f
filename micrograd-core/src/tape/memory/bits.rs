//! A set of node indices, from which the largest one is found in constant time.

use crate::tape::memory::node_id::NodeId;
use crate::tape::memory::unchecked::list::Unchecked;

/// A set of indices into the tape: one bit for each, and above 64 words one bit for each that is not 0, and so on up to a
/// single word. So a graph is walked in time that follows from its own size.
pub(in crate::tape) struct Bits {
    /// One level after the other, the indices first.
    words: Unchecked<u64>,
    /// Where each level begins.
    starts: [usize; Bits::LEVELS],
}

const _: () = assert!(NodeId::LIMIT <= 1 << (6 * Bits::LEVELS));

impl Bits {
    const LEVELS: usize = 5;

    pub(in crate::tape) const fn new() -> Self {
        Bits {
            words: Unchecked::new(),
            starts: [0; Self::LEVELS],
        }
    }

    /// Makes an empty set with room for the indices up to `len`.
    pub(in crate::tape) fn make_room(&mut self, len: usize) {
        let (mut total, mut bits) = (0, len);
        for start in &mut self.starts {
            let words = bits / 64 + 1;
            *start = total;
            (total, bits) = (total + words, words - 1);
        }
        self.words.truncate(0);
        self.words.shrink_to(total);
        self.words.resize(total, 0);
    }

    pub(in crate::tape) fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }

    /// Tells whether it is new.
    #[inline(always)]
    pub(in crate::tape) fn insert(&mut self, index: usize) -> bool {
        let word = self.words.at_mut(index / 64);
        let before = *word;
        *word = before | 1 << (index % 64);
        let is_new = *word != before;
        if before == 0 {
            self.mark(index / 64);
        }
        is_new
    }

    /// A word of indices is no longer 0.
    #[inline(never)]
    fn mark(&mut self, word: usize) {
        let mut index = word;
        for &start in &self.starts[1..] {
            let word = self.words.at_mut(start + index / 64);
            let was_empty = *word == 0;
            *word |= 1 << (index % 64);
            if !was_empty {
                return;
            }
            index /= 64;
        }
    }

    /// Words stay in use for longer if smaller indices are inserted before.
    #[inline(always)]
    pub(in crate::tape) fn remove(&mut self, index: usize) {
        let word = self.words.at_mut(index / 64);
        *word &= !(1 << (index % 64));
        if *word == 0 {
            self.unmark(index / 64);
        }
    }

    /// A word of indices has become 0.
    #[inline(never)]
    fn unmark(&mut self, word: usize) {
        let mut index = word;
        for &start in &self.starts[1..] {
            let word = self.words.at_mut(start + index / 64);
            *word &= !(1 << (index % 64));
            if *word != 0 {
                return;
            }
            index /= 64;
        }
    }

    #[inline]
    pub(in crate::tape) fn contains(&self, index: usize) -> bool {
        self.words.at(index / 64) >> (index % 64) & 1 == 1
    }

    pub(in crate::tape) fn clear(&mut self) {
        self.words.as_mut_slice().fill(0);
    }

    /// A bit for each index.
    fn bits(&self) -> &[u64] {
        &self.words.as_slice()[..self.starts[1]]
    }

    /// How many indices the set holds.
    pub(in crate::tape) fn count(&self) -> usize {
        let ones = self.bits().iter().map(|word| word.count_ones() as usize);
        ones.sum()
    }

    /// The largest index of the set that is below `end`.
    ///
    /// This is how a graph is walked without a stack: operands lie below their users.
    #[inline(always)]
    pub(in crate::tape) fn last_below(&self, end: usize) -> Option<usize> {
        let word = end / 64;
        let bits = self.words.at(word) & below(end % 64);
        if bits == 0 {
            return self.last_in_words_below(word);
        }
        Some(word * 64 + highest(bits))
    }

    /// The largest index whose word is below `end`.
    #[inline(never)]
    fn last_in_words_below(&self, end: usize) -> Option<usize> {
        let (mut level, mut end) = (1, end);
        let mut index = loop {
            let start = *self.starts.get(level)?;
            let word = end / 64;
            let bits = self.words.at(start + word) & below(end % 64);
            if bits != 0 {
                break word * 64 + highest(bits);
            }
            (level, end) = (level + 1, word);
        };
        for &start in self.starts[..level].iter().rev() {
            index = index * 64 + highest(*self.words.at(start + index));
        }
        Some(index)
    }
}

/// The lowest `count` bits of a word, for a count below 64.
#[inline]
fn below(count: usize) -> u64 {
    (1 << count) - 1
}

/// The position of the highest bit of a word that has one.
#[inline]
fn highest(bits: u64) -> usize {
    bits.ilog2() as usize
}

/// Counts the members below an index, in constant time.
pub(crate) struct Rank<'a> {
    bits: &'a Bits,
    before_word: Vec<u32>,
}

impl<'a> Rank<'a> {
    pub(in crate::tape) fn new(bits: &'a Bits) -> Self {
        let mut total = 0;
        let words = bits.bits().iter();
        let before_word = words.map(|word| {
            let before = total;
            total += word.count_ones();
            before
        });
        Rank {
            before_word: before_word.collect(),
            bits,
        }
    }

    pub(crate) fn contains(&self, index: usize) -> bool {
        self.bits.contains(index)
    }

    /// How many members are below `index`.
    pub(crate) fn of(&self, index: usize) -> usize {
        let word = index / 64;
        let within = self.bits.words.at(word) & below(index % 64);
        (self.before_word[word] + within.count_ones()) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;
    use std::collections::BTreeSet;

    /// Indices around the ends of words of every level, and some between.
    fn indices(len: usize) -> impl Iterator<Item = usize> {
        let powers = (0..4).map(|level| 64_usize.pow(level));
        let near = powers.flat_map(|power| (1..70).flat_map(move |k| [k * power - 1, k * power]));
        near.filter(move |&index| index < len)
    }

    #[test]
    fn the_largest_member_below_is_that_of_a_plain_set() {
        for len in [1, 63, 64, 65, 4096, 4097, 300_000] {
            let (mut bits, mut plain) = (Bits::new(), BTreeSet::new());
            bits.make_room(len);
            for (step, index) in indices(len).enumerate() {
                if step % 3 == 2 {
                    bits.remove(index);
                    plain.remove(&index);
                } else {
                    bits.insert(index);
                    plain.insert(index);
                }
            }
            for end in indices(len).chain([len]) {
                let expected = plain.range(..end).next_back().copied();
                assert_eq!(bits.last_below(end), expected, "below {end} of {len}");
            }
            assert_eq!(bits.count(), plain.len());
            for index in plain {
                bits.remove(index);
            }
            assert!(bits.words.as_slice().iter().all(|&word| word == 0));
        }
    }
}
