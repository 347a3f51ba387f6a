//! Whole tables that were found to fit, kept between questions: each shows how far apart the cells can be.
//!
//! Takes what is printed and what an attacker knows; gives the ranges that the kept tables already prove, and the cells for
//! which these do not suffice. Never says that a cell is unsafe: a table that is not kept may exist all the same.

use super::attack::{Attacker, Shown};
use super::audit::Auditor;

/// Tables kept between questions.
const WITNESSES: usize = 800;

/// Smallest and largest value seen so far, per cell.
pub(super) struct Seen {
    pub(super) lo: Vec<i64>,
    pub(super) hi: Vec<i64>,
}

impl Auditor {
    /// The smallest value of a withheld cell.
    fn least(&self, table: &[i64], withheld: &[bool]) -> i64 {
        let hidden = |c: &usize| self.rules.shown(*c, withheld) == Shown::Withheld;
        (0..self.cells).filter(hidden).map(|c| table[c]).min().unwrap_or(i64::MAX)
    }

    /// Picks the stored tables that fit what is printed now.
    pub(super) fn survey(&mut self, withheld: &[bool]) {
        let surplus = self.witnesses.len().saturating_sub(WITNESSES);
        self.witnesses.drain(..surplus);
        self.simplex.work += (self.witnesses.len() * self.cells / 4) as u64;
        let reader = Attacker::reader(0);
        self.fitting.clear();
        for (k, table) in self.witnesses.iter().enumerate() {
            let fits = |c: usize| self.rules.allows(&reader, c, self.rules.shown(c, withheld), table[c]);
            if (0..self.cells).all(fits) {
                self.fitting.push((k, self.least(table, withheld)));
            }
        }
    }

    /// What is known without solving anything: ranges from the tables that this attacker cannot rule out, and the cells
    /// for which these do not suffice (only their ranges are complete).
    pub(super) fn recall(&mut self, attacker: &Attacker, withheld: &[bool], only: Option<usize>) -> (Seen, Vec<usize>) {
        let base = &self.base[..self.cells];
        let mut seen = Seen { lo: base.to_vec(), hi: base.to_vec() };
        let short = |seen: &Seen, c: usize| {
            !self.rules.fine(attacker, c, self.rules.shown(c, withheld), seen.lo[c], Some(seen.hi[c]))
        };
        let open = |c: &usize| only.is_none_or(|o| o == *c) && !attacker.exempt(*c) && short(&seen, *c);
        let mut left: Vec<usize> = (0..self.cells).filter(open).collect();
        let mut read = self.cells;
        for (k, least) in self.fitting.iter().rev() {
            let table = &self.witnesses[*k];
            if *least < attacker.floor || !attacker.believes(table) {
                continue;
            }
            read += left.len();
            left.retain(|c| {
                let v = table[*c];
                if v >= seen.lo[*c] && v <= seen.hi[*c] {
                    return true;
                }
                seen.lo[*c] = seen.lo[*c].min(v);
                seen.hi[*c] = seen.hi[*c].max(v);
                short(&seen, *c)
            });
            if left.is_empty() {
                break;
            }
        }
        self.simplex.work += read as u64;
        (seen, left)
    }

    /// Keeps a table that was found, if it shows more than those before.
    pub(super) fn remember(&mut self, mut point: Vec<i64>, withheld: &[bool], seen: &mut Seen) {
        point.truncate(self.cells);
        if seen.add(&point) {
            self.fitting.push((self.witnesses.len(), self.least(&point, withheld)));
            self.witnesses.push(point);
        }
    }
}

impl Seen {
    /// Widens the ranges; whether anything grew.
    pub(super) fn add(&mut self, point: &[i64]) -> bool {
        let mut grew = false;
        for (c, v) in point.iter().enumerate() {
            if *v < self.lo[c] {
                self.lo[c] = *v;
                grew = true;
            }
            if *v > self.hi[c] {
                self.hi[c] = *v;
                grew = true;
            }
        }
        grew
    }
}
