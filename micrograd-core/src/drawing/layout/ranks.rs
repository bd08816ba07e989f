//! Which boxes stand side by side, and where long arrows pass between them.

use std::collections::BTreeSet;

/// The rank of each box. Bends are boxes without a size, numbered on from the last box.
pub(super) struct Ranks {
    rank_of: Vec<usize>,
    members: Vec<Vec<usize>>,
    routes: Vec<Route>,
    boxes: usize,
}

/// An arrow on its way through the ranks.
pub(super) struct Route {
    pub(super) below: usize,
    pub(super) above: usize,
    /// One for each rank that it passes, if it is led around the boxes there.
    pub(super) bends: Vec<usize>,
    /// It points from the later rank to the earlier one: it would close a cycle.
    pub(super) is_reversed: bool,
}

/// More bends than these are not worth the time; the longest arrows do without.
const MOST_BENDS: usize = 1200;

impl Ranks {
    pub(super) fn of(boxes: usize, arrows: &[(usize, usize)]) -> Self {
        let position = order(boxes, arrows);
        let mut routes: Vec<Route> = arrows
            .iter()
            .map(|&(from, to)| {
                let is_reversed = position[from] > position[to];
                let (below, above) = if is_reversed { (to, from) } else { (from, to) };
                Route {
                    below,
                    above,
                    bends: Vec::new(),
                    is_reversed,
                }
            })
            .collect();
        let mut ranks = longest_paths(boxes, &routes, &position);
        let mut shortest_first: Vec<usize> = (0..routes.len()).collect();
        shortest_first.sort_by_key(|&r| ranks[routes[r].above] - ranks[routes[r].below]);
        let mut bends = 0;
        for route in shortest_first {
            let Route { below, above, .. } = routes[route];
            let passed = ranks[below] + 1..ranks[above];
            bends += passed.len();
            if bends > MOST_BENDS {
                break;
            }
            for rank in passed {
                routes[route].bends.push(ranks.len());
                ranks.push(rank);
            }
        }
        let count = ranks.iter().max().map_or(0, |last| last + 1);
        let mut members = vec![Vec::new(); count];
        for (index, &rank) in ranks.iter().enumerate() {
            members[rank].push(index);
        }
        Ranks {
            rank_of: ranks,
            members,
            routes,
            boxes,
        }
    }

    pub(super) fn count(&self) -> usize {
        self.members.len()
    }

    pub(super) fn rank(&self, index: usize) -> usize {
        self.rank_of[index]
    }

    /// The boxes and the bends.
    pub(super) fn len(&self) -> usize {
        self.rank_of.len()
    }

    /// Everything of one rank.
    pub(super) fn members(&self, rank: usize) -> &[usize] {
        &self.members[rank]
    }

    /// The boxes of one rank, without bends.
    pub(super) fn boxes(&self, rank: usize) -> &[usize] {
        let members = &self.members[rank];
        &members[..members.partition_point(|&index| index < self.boxes)]
    }

    pub(super) fn routes(&self) -> &[Route] {
        &self.routes
    }
}

/// Each box's place in an order in which as few arrows as possible point backwards; none does if
/// there is no cycle.
fn order(boxes: usize, arrows: &[(usize, usize)]) -> Vec<usize> {
    let mut users = vec![Vec::new(); boxes];
    let mut missing = vec![0usize; boxes];
    for &(from, to) in arrows.iter().filter(|(from, to)| from != to) {
        users[from].push(to);
        missing[to] += 1;
    }
    let mut waiting: BTreeSet<usize> = (0..boxes).collect();
    let mut ready: BTreeSet<usize> = (0..boxes).filter(|&index| missing[index] == 0).collect();
    let mut position = vec![0; boxes];
    // In a cycle nobody is ready; the first box goes on all the same.
    while let Some(next) = ready.pop_first().or_else(|| waiting.first().copied()) {
        position[next] = boxes - waiting.len();
        waiting.remove(&next);
        for &user in &users[next] {
            missing[user] = missing[user].saturating_sub(1);
            if missing[user] == 0 && waiting.contains(&user) {
                ready.insert(user);
            }
        }
    }
    position
}

/// As many ranks as the longest path needs; what nothing points to stands beside its first user.
fn longest_paths(boxes: usize, routes: &[Route], position: &[usize]) -> Vec<usize> {
    let mut sorted: Vec<&Route> = routes.iter().collect();
    sorted.sort_by_key(|route| position[route.below]);
    let mut ranks = vec![0; boxes];
    let mut is_pointed_to = vec![false; boxes];
    for route in sorted.iter().filter(|route| route.below != route.above) {
        ranks[route.above] = ranks[route.above].max(ranks[route.below] + 1);
        is_pointed_to[route.above] = true;
    }
    let mut first_user = vec![usize::MAX; boxes];
    for route in routes {
        first_user[route.below] = first_user[route.below].min(ranks[route.above]);
    }
    for index in 0..boxes {
        if !is_pointed_to[index] && first_user[index] != usize::MAX {
            ranks[index] = first_user[index].saturating_sub(1);
        }
    }
    ranks
}
