//! Whole tables near a known one, found by raising and lowering single parts: for rounded tables, where each cell may move
//! a little and the simplex would have to search among many fractions.
//!
//! Takes a table that fits and bounds for all cells; gives another one that fits, or nothing. A guess only: what it does not
//! find may exist all the same, and the simplex has to say so. What it finds is checked against all bounds.

use std::collections::BTreeMap;

use super::simplex::Bounds;
use super::system::System;

/// Attempts from one table: single steps at most, and steps after which a part may be moved back. A longer rest leads further
/// away before it leads back; a short one is enough most times.
pub(super) const ATTEMPTS: [(usize, usize); 3] = [(120, 6), (200, 12), (200, 25)];

/// Ways to change a table so that all sums still hold: one part, and all sums that it is in.
pub(super) struct Moves {
    /// Variable and change, for each way.
    ways: Vec<Vec<(usize, i64)>>,
    /// The ways that change a variable, and by how much.
    of: Vec<Vec<(usize, i64)>>,
}

impl Moves {
    /// Prepares all ways of a system. A part whose sums differ in how often they hold it has none.
    pub(super) fn new(system: &System) -> Self {
        let cells = system.len();
        let mut is_total = vec![false; cells];
        let mut above: Vec<Vec<usize>> = vec![Vec::new(); cells];
        let mut of_total: Vec<Vec<usize>> = vec![Vec::new(); cells];
        for (r, (total, parts)) in system.relations.iter().enumerate() {
            is_total[*total] = true;
            of_total[*total].push(r);
            parts.iter().for_each(|p| above[*p].push(*total));
        }
        let rank = system.ranks();
        let mut moves = Self { ways: Vec::new(), of: vec![Vec::new(); cells + system.facts.len()] };
        for part in (0..cells).filter(|c| !is_total[*c]) {
            let Some(mut way) = raise(part, system, &above, &of_total, &rank) else { continue };
            for (k, fact) in system.facts.iter().enumerate() {
                let by = fact.coef.iter().map(|(c, w)| w.saturating_mul(*way.get(c).unwrap_or(&0)));
                let by = by.fold(0, i64::saturating_add);
                if by != 0 {
                    way.insert(cells + k, by);
                }
            }
            for (v, by) in &way {
                moves.of[*v].push((moves.ways.len(), *by));
            }
            moves.ways.push(way.into_iter().collect());
        }
        moves
    }

    /// A table within `bounds`, beginning at `start`, which need not lie within them; and the entries looked at.
    pub(super) fn reach(
        &self,
        start: &[i64],
        bounds: &Bounds,
        (steps, rest): (usize, usize),
    ) -> (Option<Vec<i64>>, u64) {
        let mut now = start.to_vec();
        let mut moved = vec![0usize; self.ways.len()];
        let mut last = vec![0i64; self.ways.len()];
        let mut work = now.len() as u64;
        let broken = |v: usize, x: i64| {
            let below = bounds.lo[v].map_or(0, |l| (l - x).max(0));
            let above = bounds.hi[v].map_or(0, |h| (x - h).max(0));
            (below.saturating_add(above), below > 0)
        };
        let mut open: Vec<usize> = (0..now.len()).filter(|v| broken(*v, now[*v]).0 > 0).collect();
        for step in 0..steps {
            open.retain(|v| broken(*v, now[*v]).0 > 0);
            if open.is_empty() {
                return (Some(now), work);
            }
            open.sort_by_key(|v| (std::cmp::Reverse(broken(*v, now[*v]).0), *v));
            // The most broken one that can be moved; if none can, the one that rested longest.
            let mut best: Option<(i64, usize, usize, i64)> = None;
            let mut oldest: Option<(usize, i64, usize, i64)> = None;
            for v in &open {
                let up = broken(*v, now[*v]).1;
                for (way, by) in &self.of[*v] {
                    let sign = if (*by > 0) == up { 1 } else { -1 };
                    let price = self.ways[*way].iter().fold(0i64, |sum, (w, d)| {
                        sum.saturating_add(broken(*w, now[*w] + sign * d).0 - broken(*w, now[*w]).0)
                    });
                    work += self.ways[*way].len() as u64;
                    // On and on in one direction is no moving back.
                    if moved[*way] > 0 && step < moved[*way] + rest && sign != last[*way] {
                        let choice = (moved[*way], price, *way, sign);
                        if oldest.is_none_or(|o| choice < o) {
                            oldest = Some(choice);
                        }
                        continue;
                    }
                    let choice = (price, moved[*way], *way, sign);
                    if best.is_none_or(|b| choice < b) {
                        best = Some(choice);
                    }
                }
                if best.is_some() {
                    break;
                }
            }
            let best = best.or(oldest.map(|(at, price, way, sign)| (price, at, way, sign)));
            let Some((_, _, way, sign)) = best else { return (None, work) };
            moved[way] = step + 1;
            last[way] = sign;
            for (w, d) in &self.ways[way] {
                now[*w] += sign * d;
                if broken(*w, now[*w]).0 > 0 && !open.contains(w) {
                    open.push(*w);
                }
            }
        }
        (None, work)
    }
}

/// What changes when one part is raised by 1; `None` if two sums of one cell would not agree.
fn raise(
    part: usize,
    system: &System,
    above: &[Vec<usize>],
    of_total: &[Vec<usize>],
    rank: &[usize],
) -> Option<BTreeMap<usize, i64>> {
    let mut way = BTreeMap::from([(part, 1)]);
    let mut totals: Vec<usize> = Vec::new();
    let mut open = vec![part];
    while let Some(cell) = open.pop() {
        for total in &above[cell] {
            if !totals.contains(total) {
                totals.push(*total);
                open.push(*total);
            }
        }
    }
    totals.sort_by_key(|t| (rank[*t], *t));
    for total in totals {
        let mut sums = of_total[total].iter().map(|r| system.relations[*r].1.iter().filter_map(|p| way.get(p)).sum());
        let first: i64 = sums.next()?;
        if sums.any(|other: i64| other != first) {
            return None;
        }
        if first != 0 {
            way.insert(total, first);
        }
    }
    Some(way)
}
