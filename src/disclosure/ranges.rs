//! The exact range of every cell that is not printed exactly, for a reader who knows all that is printed: the proof that is
//! handed out with a table. And the search by single steps, which the audit asks first, too.
//!
//! Most ends are known from the audit, or found by single steps; the simplex proves the others.

use super::attack::{Attacker, Rules, Shown};
use super::audit::Auditor;
use super::integer::{Limit, end_of, limit};
use super::nudge::ATTEMPTS;
use super::simplex::Trouble;
use super::witnesses::Seen;

impl Auditor {
    /// The range of each cell; of those that are printed exactly, the one number.
    pub(super) fn ranges(&mut self, withheld: &[bool]) -> Result<Vec<(i64, Option<i64>)>, Trouble> {
        self.survey(withheld);
        let reader = Attacker::reader(0);
        let mut seen = Seen { lo: self.base[..self.cells].to_vec(), hi: self.base[..self.cells].to_vec() };
        for (k, _) in &self.fitting {
            seen.add(&self.witnesses[*k]);
        }
        self.load(&reader, withheld)?;
        let mut ranges = Vec::with_capacity(self.cells);
        for cell in 0..self.cells {
            if matches!(self.rules.shown(cell, withheld), Shown::Exact(_)) {
                ranges.push((self.base[cell], Some(self.base[cell])));
                continue;
            }
            let low = self.end(cell, false, withheld, &mut seen)?.ok_or(Trouble)?;
            let high = self.end(cell, true, withheld, &mut seen)?;
            ranges.push((low, high));
        }
        Ok(ranges)
    }

    /// Whether single steps from the base lead to tables that are far enough apart.
    pub(super) fn nudge(
        &mut self,
        attacker: &Attacker,
        cell: usize,
        shown: Shown,
        withheld: &[bool],
        seen: &mut Seen,
    ) -> bool {
        for &up in Rules::directions(shown) {
            let far = self.rules.goal(attacker, cell, shown, (seen.lo[cell], seen.hi[cell]), up);
            self.step_to(cell, up, far, withheld, seen);
            if self.rules.fine(attacker, cell, shown, seen.lo[cell], Some(seen.hi[cell])) {
                return true;
            }
        }
        false
    }

    /// Looks for a table within the bounds of the simplex in which the cell is as far as `far`; keeps it.
    fn step_to(&mut self, cell: usize, up: bool, far: i64, withheld: &[bool], seen: &mut Seen) {
        let Some(moves) = &self.moves else { return };
        let mut bounds = self.simplex.all_bounds();
        let (lo, hi) = (bounds.lo[cell], bounds.hi[cell]);
        if up {
            bounds.lo[cell] = Some(lo.map_or(far, |l| l.max(far)));
        } else {
            bounds.hi[cell] = Some(hi.map_or(far, |h| h.min(far)));
        }
        if let (Some(l), Some(h)) = (bounds.lo[cell], bounds.hi[cell])
            && l > h
        {
            return;
        }
        // Not only from the base: where the cell is nearly as far, a few steps may be enough.
        let near = self.best(cell, up);
        // Kept tables hold cells alone; where facts are known as well, only the base has all of it.
        let starts = [&self.base, &near].into_iter().filter(|start| start.len() == self.base.len());
        let tries = starts.flat_map(|start| ATTEMPTS.map(|attempt| (start, attempt)));
        let mut found = None;
        for (start, attempt) in tries {
            let (table, work) = moves.reach(start, &bounds, attempt);
            self.simplex.work += work;
            if table.is_some() {
                found = table;
                break;
            }
        }
        if let Some(point) = found {
            self.remember(point, withheld, seen);
        }
    }

    /// One end of the range of a cell; `None` if there is none.
    fn end(&mut self, cell: usize, up: bool, withheld: &[bool], seen: &mut Seen) -> Result<Option<i64>, Trouble> {
        let bounds = self.simplex.bounds(cell);
        let reached = |seen: &Seen| if up { seen.hi[cell] } else { seen.lo[cell] };
        if let Some(far) = if up { bounds.1 } else { bounds.0 } {
            if reached(seen) != far {
                self.step_to(cell, up, far, withheld, seen);
            }
            if reached(seen) == far {
                return Ok(Some(far));
            }
        }
        self.simplex.place_at(&self.base)?;
        let far = match limit(&mut self.simplex, cell, up)? {
            Limit::None => return Ok(None),
            Limit::At(far, point) => {
                if let Some(point) = point {
                    self.remember(point, withheld, seen);
                }
                far
            }
        };
        // A rounded cell has few counts to choose from.
        for short in 0..(far - reached(seen)).abs().min(4) {
            let here = if up { far - short } else { far + short };
            self.step_to(cell, up, here, withheld, seen);
            if reached(seen) == here {
                break;
            }
        }
        if reached(seen) == far {
            return Ok(Some(far));
        }
        let known = self.best(cell, up);
        let end = end_of(&mut self.simplex, cell, up, &known, far)?;
        self.remember(end, withheld, seen);
        Ok(Some(reached(seen)))
    }

    /// The table with the largest or smallest value of a cell that is known to fit.
    fn best(&self, cell: usize, up: bool) -> Vec<i64> {
        let tables = self.fitting.iter().map(|(k, _)| &self.witnesses[*k]).chain([&self.base]);
        let far = |table: &&Vec<i64>| if up { table[cell] } else { -table[cell] };
        tables.max_by_key(far).cloned().unwrap_or_default()
    }
}
