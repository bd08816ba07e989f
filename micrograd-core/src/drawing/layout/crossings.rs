//! The order of the boxes within their ranks, so that few arrows cross.

use super::{MARGIN, Ranks};
use rust_sugiyama::configure::Config;
use rust_sugiyama::from_vertices_and_edges;

/// Between two boxes of one rank.
const DISTANCE: f64 = 14.0;

/// A bend needs room for one arrow.
const BEND: f64 = 4.0;

/// The middle of each box and each bend across the ranks.
pub(super) fn arrange(ranks: &Ranks, sizes: &[(f64, f64)]) -> Vec<f64> {
    let breadth = |index: usize| sizes.get(index).map_or(BEND, |size| size.1);
    let mut across = vec![0.0; ranks.len()];
    let number = |index: usize| u32::try_from(index).expect("a drawing has few boxes");
    let vertices: Vec<(u32, (f64, f64))> = (0..ranks.len())
        .map(|index| (number(index), (breadth(index), BEND)))
        .collect();
    let mut edges = Vec::new();
    for route in ranks.routes() {
        let mut stops = vec![route.below];
        stops.extend(&route.bends);
        stops.push(route.above);
        // An arrow that is not led around boxes would be given bends that nobody draws.
        let steps = stops
            .windows(2)
            .filter(|pair| ranks.rank(pair[0]) + 1 == ranks.rank(pair[1]));
        edges.extend(steps.map(|pair| (number(pair[0]), number(pair[1]))));
    }
    edges.sort_unstable();
    edges.dedup();
    let config = Config {
        vertex_spacing: DISTANCE,
        ..Config::default()
    };
    let mut begin = 0.0;
    for (placed, ..) in from_vertices_and_edges(&vertices, &edges, &config) {
        let lows = placed
            .iter()
            .map(|&(index, (x, _))| x - breadth(index) / 2.0);
        let low = lows.fold(f64::INFINITY, f64::min);
        let highs = placed
            .iter()
            .map(|&(index, (x, _))| x + breadth(index) / 2.0);
        let high = highs.fold(f64::NEG_INFINITY, f64::max);
        for (index, (x, _)) in placed {
            across[index] = begin + x - low;
        }
        begin += high - low + DISTANCE;
    }
    keep_apart(ranks, &mut across, breadth);
    across
}

/// Moves boxes of one rank apart that would touch, and everything into the page.
fn keep_apart(ranks: &Ranks, across: &mut [f64], breadth: impl Fn(usize) -> f64) {
    for rank in 0..ranks.count() {
        let mut members = ranks.members(rank).to_vec();
        members.sort_by(|&a, &b| across[a].total_cmp(&across[b]).then(a.cmp(&b)));
        for pair in members.windows(2) {
            let needed = f64::midpoint(breadth(pair[0]), breadth(pair[1])) + DISTANCE / 2.0;
            across[pair[1]] = across[pair[1]].max(across[pair[0]] + needed);
        }
    }
    let lows = across
        .iter()
        .enumerate()
        .map(|(index, middle)| middle - breadth(index) / 2.0);
    let low = lows.fold(f64::INFINITY, f64::min);
    for middle in across {
        *middle += MARGIN - low;
    }
}
