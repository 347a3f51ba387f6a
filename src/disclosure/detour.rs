//! A first guess which cells protect another one: the cheapest way to move a cell while all sums still hold.
//!
//! Takes the equations and a table; gives the cells that change when one cell is raised. Withholding these lets a reader
//! think of both tables. A guess only: the audit decides. The idea is the network flow heuristic of Kelly, Golden and
//! Assad, "Cell Suppression: Disclosure Protection for Sensitive Tabular Data", 1992, with linear equations for a network.

use super::simplex::{Simplex, Trouble};
use super::system::System;

/// Weight of moving the cell itself, above any possible cost of others.
const PULL: i64 = 1 << 26;

/// Work for one detour, in tableau entries. Tables of three and more dimensions make the simplex walk for long among
/// equal corners; then this guess is not worth its time.
const LIMIT: u64 = 40_000_000;

/// Finds detours in one table. Cell `c` is raised by variable `2c` and lowered by `2c + 1`.
pub(super) struct Detours {
    simplex: Simplex,
    cells: usize,
    facts: usize,
}

impl Detours {
    /// Prepares the equations of changes: every sum of changes is zero.
    pub(super) fn new(system: &System, base: &[i64]) -> Result<Self, Trouble> {
        let n = system.len();
        let mut equations = Vec::new();
        let split = |row: &mut Vec<(usize, i64)>, cell: usize, w: i64| row.extend([(2 * cell, w), (2 * cell + 1, -w)]);
        for (total, parts) in &system.relations {
            let mut row = Vec::new();
            split(&mut row, *total, -1);
            parts.iter().for_each(|p| split(&mut row, *p, 1));
            equations.push(row);
        }
        for (k, fact) in system.facts.iter().enumerate() {
            let mut row = vec![(2 * n + k, -1)];
            fact.coef.iter().for_each(|(c, w)| split(&mut row, *c, *w));
            equations.push(row);
        }
        let mut simplex = Simplex::new(2 * n + system.facts.len(), &equations)?;
        let point = system.extended(base)?;
        for (k, fact) in system.facts.iter().enumerate() {
            let now = point[n + k];
            simplex.bound(2 * n + k, fact.lo.map(|l| l - now), fact.hi.map(|h| h - now));
        }
        Ok(Self { simplex, cells: n, facts: system.facts.len() })
    }

    /// The cells that change on the cheapest way to raise `cell` by `by`. `room(c)` says how far a cell may sink (`None`:
    /// it may not change at all), `cost(c)` what a change of it costs per unit, at most 10⁵.
    pub(super) fn around(
        &mut self,
        cell: usize,
        by: i64,
        room: impl Fn(usize) -> Option<i64>,
        cost: impl Fn(usize) -> i64,
    ) -> Result<Vec<usize>, Trouble> {
        let mut goal = Vec::new();
        for c in 0..self.cells {
            let (up, down) = match room(c) {
                None => (Some(0), Some(0)),
                Some(_) if c == cell => (Some(by), Some(0)),
                Some(down) => (None, Some(down)),
            };
            self.simplex.bound(2 * c, Some(0), up);
            self.simplex.bound(2 * c + 1, Some(0), down);
            if c == cell {
                goal.push((2 * c, PULL));
            } else {
                let price = -cost(c).clamp(0, 100_000);
                goal.extend([(2 * c, price), (2 * c + 1, price)]);
            }
        }
        self.simplex.place_at(&vec![0; 2 * self.cells + self.facts])?;
        self.simplex.limit = self.simplex.work + LIMIT;
        self.simplex.maximise(&goal, None)?;
        let moved = |c: &usize| self.simplex.value(2 * c).0 != 0 || self.simplex.value(2 * c + 1).0 != 0;
        Ok((0..self.cells).filter(moved).collect())
    }
}
