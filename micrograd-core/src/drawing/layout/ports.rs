//! Where arrows end at a box: beside each other, with room for their labels.

use super::{FONT_SIZE, LABEL_FONT_SIZE, LETTER, PADDING, ROW, Ranks};

/// Between two arrows that end at one box, without and with labels.
const DISTANCE: f64 = 12.0;
const LABELLED_DISTANCE: f64 = 15.0;

/// The labels of a drawing.
#[derive(Clone, Copy)]
pub(super) struct Labels {
    /// The length of the longest one.
    pub(super) letters: usize,
    /// Arrows run from left to right.
    pub(super) turned: bool,
}

impl Labels {
    #[allow(clippy::cast_precision_loss)] // Two numbers.
    fn width(self) -> f64 {
        self.letters as f64 * LETTER / FONT_SIZE * LABEL_FONT_SIZE
    }

    /// The last stretch of each arrow, which is straight, so that a label can stand at it.
    pub(super) fn room(self) -> f64 {
        if self.letters == 0 {
            0.0
        } else if self.turned {
            self.width() + 16.0
        } else {
            24.0
        }
    }

    /// Between arrows at a box where so many end.
    fn distance(self, count: usize) -> f64 {
        if self.letters == 0 {
            DISTANCE
        } else if self.turned || count < 3 {
            LABELLED_DISTANCE
        } else {
            // The label of an arrow between two others stands between them.
            self.width() + 10.0
        }
    }
}

/// Boxes grow until the arrows that end there have their distance.
#[allow(clippy::cast_precision_loss)] // Few arrows end at one box.
pub(super) fn make_room(sizes: &mut [(f64, f64)], arrows: &[(usize, usize)], labels: Labels) {
    let mut counts = vec![0; sizes.len()];
    for &(_, target) in arrows {
        counts[target] += 1;
    }
    for (size, count) in sizes.iter_mut().zip(counts) {
        let needed = PADDING / 2.0 + labels.distance(count) * count as f64;
        // Boxes of folded graphs have many arrows and no labels.
        let most = if labels.turned { 4.0 } else { 12.0 } * ROW;
        size.1 = size.1.max(needed.min(most));
    }
}

/// How far from the middle of its box each arrow ends, so that two do not end in one point.
#[allow(clippy::cast_precision_loss)] // Few arrows end at one box.
pub(super) fn ports(
    ranks: &Ranks,
    across: &[f64],
    sizes: &[(f64, f64)],
    labels: Labels,
) -> Vec<f64> {
    let mut arriving: Vec<Vec<(f64, usize)>> = vec![Vec::new(); sizes.len()];
    for (index, route) in ranks.routes().iter().enumerate() {
        let before = route.bends.last().copied().unwrap_or(route.below);
        arriving[route.above].push((across[before], index));
    }
    let mut ports = vec![0.0; ranks.routes().len()];
    for (target, mut arrows) in arriving.into_iter().enumerate() {
        arrows.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let count = arrows.len() as f64;
        let room = (sizes[target].1 - PADDING / 2.0) / count;
        let distance = labels.distance(arrows.len()).min(room);
        let mut port = -distance * (count - 1.0) / 2.0;
        for (_, index) in arrows {
            ports[index] = port;
            port += distance;
        }
    }
    ports
}
