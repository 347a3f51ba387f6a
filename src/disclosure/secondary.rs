//! Which further cells to withhold so that nobody can calculate the unsafe ones.
//!
//! Takes the auditor, the cells that must be withheld and those that may be; gives a safe choice, with the proof that no
//! cheaper one exists where the work budget allows it. Never returns a choice that the audit has not passed.
//!
//! Method: every failed audit yields a clause, "one of these cells must be withheld too". The cheapest set that hits all
//! clauses is either safe, and then optimal, or yields new clauses (Fischetti and Salazar-González, "Solving the Cell
//! Suppression Problem on Tabular Data with Linear Constraints", 2001, in its logical form). A greedy choice, thinned out
//! cell by cell, gives the first upper limit, and the answer when the budget ends.

use super::attack::Who;
use super::audit::{Auditor, Violation};
use super::cover::{Clause, Cover, greedy};
use super::detour::Detours;
use super::simplex::Trouble;

/// Tableau entries the search for cheaper choices may touch; a fraction of a second.
const WORK: u64 = 200_000_000;
/// Tableau entries that printing superfluous cells again may touch: about two seconds. Only three-way tables of some hundred
/// cells reach it; they keep a few cells more than needed.
const THIN: u64 = 2_000_000_000;
/// Clauses one covering problem may look at before a greedy cover stands in.
const LOOKS: u64 = 3_000_000;
/// Rounds without a proof; each adds clauses.
const ROUNDS: usize = 60;
/// Findings per round whose clause is worth sharpening.
const SHARP: usize = 12;

/// Why no choice of cells is safe.
pub(super) enum Stuck {
    /// This cell stays derivable by this attacker even if everything else is withheld.
    Derivable {
        /// The cell.
        cell: usize,
        /// Who can derive it.
        who: Who,
    },
    /// The solver gave up.
    Unproven,
}

impl From<Trouble> for Stuck {
    fn from(_: Trouble) -> Self {
        Self::Unproven
    }
}

/// A safe choice of cells.
pub(super) struct Choice {
    pub(super) withheld: Vec<bool>,
    /// No cheaper safe choice exists.
    pub(super) optimal: bool,
}

/// What may and what must be withheld.
pub(super) struct Search<'a> {
    pub(super) auditor: &'a mut Auditor,
    /// Withheld for their own sake.
    pub(super) fixed: Vec<bool>,
    /// May be withheld (holds all fixed cells).
    pub(super) allowed: Vec<bool>,
    pub(super) cost: Vec<u64>,
    /// Proposes protection; `None` where cells are rounded, which only clauses can describe.
    pub(super) detours: Option<Detours>,
    /// Lower is withheld rather, at equal cost.
    pub(super) rank: Vec<usize>,
}

impl Search<'_> {
    /// Finds a safe choice.
    pub(super) fn solve(mut self) -> Result<Choice, Stuck> {
        self.settle()?;
        let mut clauses = Vec::new();
        let mut best = self.fixed.clone();

        self.grow(&mut best, &mut clauses)?;
        self.thin(&mut best, self.auditor.work() + THIN)?;
        let optimal = self.improve(&mut best, &mut clauses).unwrap_or(false);
        Ok(Choice { withheld: best, optimal: optimal && !self.auditor.doubt })
    }

    /// Withholds everything that may be; takes out cells that are derivable even so (withholding them is idle). What is
    /// left is the largest safe choice, and every safe choice lies within it.
    fn settle(&mut self) -> Result<(), Stuck> {
        loop {
            let all = self.allowed.clone();
            let found = self.auditor.violations(&all)?;
            let Some(first) = found.first() else { return Ok(()) };
            if let Some(stuck) = found.iter().find(|v| self.fixed[v.cell] || !self.allowed[v.cell]) {
                let who = self.auditor.attackers[stuck.attacker].who;
                return Err(Stuck::Derivable { cell: stuck.cell, who });
            }
            debug_assert!(self.allowed[first.cell]);
            for v in &found {
                self.allowed[v.cell] = false;
            }
        }
    }

    fn clause(&self, v: &Violation, withheld: &[bool]) -> Clause {
        let guard = (withheld[v.cell] && !self.fixed[v.cell]).then_some(v.cell);
        Clause { guard, any: v.helpers.iter().copied().filter(|c| self.allowed[*c]).collect() }
    }

    fn price(&self, withheld: &[bool]) -> u64 {
        (0..withheld.len()).filter(|c| withheld[*c] && !self.fixed[*c]).map(|c| self.cost[c]).sum()
    }

    /// Adds cells until the audit passes.
    fn grow(&mut self, withheld: &mut [bool], clauses: &mut Vec<Clause>) -> Result<(), Stuck> {
        loop {
            let found = self.auditor.violations(withheld)?;
            if found.is_empty() {
                return Ok(());
            }
            let open: Vec<Clause> = found.iter().map(|v| self.clause(v, withheld)).collect();
            clauses.extend(open.iter().cloned());
            if self.detour(&found, withheld)? {
                continue;
            }
            let more = greedy(&open, &self.cost, &self.rank, withheld).ok_or(Stuck::Unproven)?;
            withheld.copy_from_slice(&more);
        }
    }

    /// Withholds, for each finding that is still open, the cells on the cheapest detour. Whether anything was added.
    fn detour(&mut self, found: &[Violation], withheld: &mut [bool]) -> Result<bool, Trouble> {
        let Some(detours) = &mut self.detours else { return Ok(false) };
        let mut grew = false;
        for v in found {
            if grew && !self.auditor.still(v, withheld)? {
                continue;
            }
            let attacker = &self.auditor.attackers[v.attacker];
            let by = self.auditor.rules.width[v.cell].max(self.auditor.rules.small + 1);
            let room = |c: usize| {
                let free = self.allowed[c] && attacker.of(c).is_none_or(|known| known.hi.is_none());
                free.then(|| (self.auditor.base(c) - attacker.least(c)).max(0))
            };
            let cost = |c: usize| {
                let price = i64::try_from(self.cost[c]).unwrap_or(1000).min(1000);
                if withheld[c] { 0 } else { 64 * price + self.rank[c].min(32) as i64 }
            };
            let Ok(path) = detours.around(v.cell, by, room, cost) else {
                // Too hard a table for this guess: the clauses find another way.
                self.detours = None;
                return Ok(grew);
            };
            for c in path {
                grew |= !std::mem::replace(&mut withheld[c], true);
            }
        }
        Ok(grew)
    }

    /// Prints every cell again that is not needed, the dearest first, until the work comes to `end`.
    fn thin(&mut self, withheld: &mut [bool], end: u64) -> Result<(), Trouble> {
        let mut order: Vec<usize> = (0..withheld.len()).filter(|c| withheld[*c] && !self.fixed[*c]).collect();
        order.sort_by_key(|c| std::cmp::Reverse((self.cost[*c], self.rank[*c], *c)));
        for c in order {
            if self.auditor.work() > end {
                break;
            }
            withheld[c] = false;
            if !self.auditor.is_safe(withheld)? {
                withheld[c] = true;
            }
        }
        Ok(())
    }

    /// Looks for cheaper choices until there is none (`true`) or the budget is used up.
    fn improve(&mut self, best: &mut Vec<bool>, clauses: &mut Vec<Clause>) -> Result<bool, Trouble> {
        let end = self.auditor.work() + WORK;
        let mut looked = 0;
        let mut guesses = 0;
        while self.auditor.work() + looked * 8 < end && guesses < ROUNDS {
            clauses.sort();
            clauses.dedup();
            let limit = self.price(best);
            let mut looks = LOOKS;
            let exact = Cover::cheapest(clauses, &self.cost, &self.fixed, limit, &mut looks);
            looked += LOOKS - looks;
            let next = match exact {
                Ok(None) => return Ok(true),
                Ok(Some(next)) => next,
                Err(Trouble) => {
                    guesses += 1;
                    greedy(clauses, &self.cost, &self.rank, &self.fixed).ok_or(Trouble)?
                }
            };
            let found = self.auditor.violations(&next)?;
            if found.is_empty() {
                let mut next = next;
                self.thin(&mut next, end)?;
                if self.price(&next) < limit {
                    *best = next;
                }
                continue;
            }
            for (k, v) in found.iter().enumerate() {
                let mut clause = self.clause(v, &next);
                if k % found.len().div_ceil(SHARP) == 0 {
                    clause = self.sharpen(v, clause, end)?;
                }
                clauses.push(clause);
            }
        }
        Ok(false)
    }

    /// Drops cells from a clause as long as the others still decide, until the work comes to `end`: fewer cells say more.
    fn sharpen(&mut self, v: &Violation, mut clause: Clause, end: u64) -> Result<Clause, Trouble> {
        let mut withheld = self.allowed.clone();
        for c in &clause.any {
            withheld[*c] = false;
        }
        let mut k = 0;
        while k < clause.any.len() && self.auditor.work() < end {
            let c = clause.any[k];
            // A rounded cell stands in its own clause and must stay printed for it.
            if c == v.cell {
                k += 1;
                continue;
            }
            withheld[c] = true;
            if self.auditor.still(v, &withheld)? {
                clause.any.remove(k);
            } else {
                withheld[c] = false;
                k += 1;
            }
        }
        Ok(clause)
    }
}
