//! Richardson's extrapolation: the limit of a sequence for shrinking steps.

/// A number that was measured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    pub(super) number: f64,
    /// How far off it may be.
    pub(super) uncertainty: f64,
    /// What of this is rounding.
    noise: f64,
}

impl Measured {
    pub(super) const NOTHING: Measured = Measured {
        number: f64::NAN,
        uncertainty: f64::INFINITY,
        noise: 0.0,
    };

    pub(super) fn is_within(self, fraction: f64, scale: f64) -> bool {
        self.uncertainty <= fraction * scale
    }

    /// Whether the sequence settles, if only on what rounding leaves.
    pub(super) fn has_settled(self, scale: f64) -> bool {
        self.is_within(0.1, scale) || self.uncertainty <= 2.0 * self.noise
    }

    pub(super) fn keep_better(&mut self, other: Measured) {
        if other.uncertainty < self.uncertainty {
            *self = other;
        }
    }
}

/// The last row of Neville's tableau for f(h) = limit + c₁hᵖ + c₂h²ᵖ + ….
pub(super) struct Extrapolation {
    /// By how much hᵖ shrinks from step to step.
    ratio: f64,
    /// From each entry one more term has been removed.
    row: [f64; Extrapolation::TERMS],
    len: usize,
}

impl Extrapolation {
    const TERMS: usize = 5;

    pub(super) fn new(ratio: f64) -> Self {
        Extrapolation {
            ratio,
            row: [f64::NAN; Self::TERMS],
            len: 0,
        }
    }

    /// The limit after one more element, in which rounding makes up to `noise`. What is not finite begins anew.
    pub(super) fn next(&mut self, element: f64, noise: f64) -> Measured {
        let mut best = Measured {
            number: element,
            ..Measured::NOTHING
        };
        if !element.is_finite() {
            self.len = 0;
            return best;
        }
        let (mut entry, mut power) = (element, 1.0);
        for above in &mut self.row[..self.len] {
            power *= self.ratio;
            let next = entry + (entry - *above) * (power / (1.0 - power));
            let change = (next - entry).abs().max((next - *above).abs());
            best.keep_better(Measured {
                number: next,
                uncertainty: 4.0 * change + 2.0 * noise,
                noise: 2.0 * noise,
            });
            *above = entry;
            entry = next;
        }
        if let Some(last) = self.row.get_mut(self.len) {
            *last = entry;
            self.len += 1;
        }
        best
    }
}
