//! What the way back reads, and whether it is kept on the way forward or computed again.

use super::build::Builder;
use super::program::{Back, Definition, LoopHead, Need, Piece, RegionId, RegionKind, VersionId};
use std::collections::HashSet;

/// Decides for every version; the bodies of loops and the branches learn what they keep.
pub(super) fn decide(builder: &mut Builder, steps: &[Back]) {
    let mut demand = Demand {
        from_patterns: HashSet::new(),
        wanted: Vec::new(),
    };
    demand.region(builder, 0);
    demand.steps(builder, steps);
    while let Some(version) = demand.wanted.pop() {
        demand.decide(builder, version);
    }
    for region in &mut builder.regions {
        region.kept.sort_unstable();
        region.recomputed.sort_unstable();
    }
}

struct Demand {
    /// Names that the pattern of a loop binds on the way back, too.
    from_patterns: HashSet<VersionId>,
    wanted: Vec<VersionId>,
}

/// Whether a loop's body lies in that of another one.
pub(super) fn is_in_loop(builder: &Builder, body: RegionId) -> bool {
    let mut region = builder.regions[body].parent;
    while let Some(outer) = region {
        if builder.regions[outer].kind == RegionKind::LoopBody {
            return true;
        }
        region = builder.regions[outer].parent;
    }
    false
}

impl Demand {
    fn region(&mut self, builder: &Builder, region: RegionId) {
        for piece in &builder.regions[region].adjoints {
            self.piece(piece);
        }
    }

    fn piece(&mut self, piece: &Piece) {
        self.wanted.extend(&piece.needs);
    }

    fn steps(&mut self, builder: &Builder, steps: &[Back]) {
        for step in steps {
            match step {
                Back::Piece(piece) => self.piece(piece),
                Back::Loop(run) => {
                    let mut always = run.stops;
                    match &run.head {
                        LoopHead::For {
                            sequence, bound, ..
                        } => {
                            if !run.stops {
                                self.wanted.extend(&sequence.needs);
                                self.from_patterns.extend(bound);
                            }
                        }
                        LoopHead::While => always = true,
                    }
                    // Elsewhere the sequence tells how many runs there were.
                    if always && is_in_loop(builder, run.body) {
                        self.wanted.push(run.base);
                    }
                    self.region(builder, run.body);
                    self.steps(builder, &run.steps);
                }
                Back::Choice { head, branches, .. } => {
                    self.piece(head);
                    for (region, steps) in branches {
                        if !steps.is_empty() {
                            self.region(builder, *region);
                            self.steps(builder, steps);
                        }
                    }
                }
            }
        }
    }

    fn decide(&mut self, builder: &mut Builder, version: VersionId) {
        if builder.versions[version].need != Need::None {
            return;
        }
        let region = builder.versions[version].region;
        let kind = builder.regions[region].kind;
        if self.from_patterns.contains(&version) {
            builder.versions[version].need = Need::Recomputed;
            return;
        }
        if kind != RegionKind::Function {
            let needs = match &builder.versions[version].definition {
                Definition::Value(value) => Some(builder.needs_of(value)),
                Definition::Plain(plain) => Some(plain.needs.clone()),
                Definition::Opaque => None,
            };
            if let Some(needs) = needs {
                builder.versions[version].need = Need::Recomputed;
                builder.regions[region].recomputed.push(version);
                self.wanted.extend(needs);
                return;
            }
        }
        builder.versions[version].need = Need::Kept;
        // A branch hands on what it keeps.
        let mut region = region;
        loop {
            builder.regions[region].kept.push(version);
            match (builder.regions[region].kind, builder.regions[region].parent) {
                (RegionKind::Branch, Some(parent)) => region = parent,
                _ => break,
            }
        }
    }
}
