//! How closely one attacker can calculate one cell: the question that only the solver answers.
//!
//! Takes the cell and the range seen so far; gives nothing where the cell is safe, else the printed cells that hold it down.
//! Tables that it finds on the way are kept. Never chooses what to withhold.

use super::attack::{Attacker, Rules, Shown};
use super::audit::Auditor;
use super::integer::{Limit, any_point, end_of, limit, relaxed};
use super::simplex::{Ended, Trouble};
use super::witnesses::Seen;

impl Auditor {
    /// Sets the bounds to what the attacker knows and returns to the base table.
    pub(super) fn load(&mut self, attacker: &Attacker, withheld: &[bool]) -> Result<(), Trouble> {
        for c in 0..self.cells {
            let (lo, hi) = self.rules.bounds(attacker, c, self.rules.shown(c, withheld));
            self.simplex.bound(c, Some(lo), hi);
        }
        self.simplex.place_at(&self.base)
    }

    /// `None`: the cell is safe. Else the printed cells that hold it down.
    pub(super) fn narrow(
        &mut self,
        attacker: &Attacker,
        cell: usize,
        shown: Shown,
        withheld: &[bool],
        seen: &mut Seen,
    ) -> Result<Option<Vec<usize>>, Trouble> {
        let mut ends = [seen.hi[cell], seen.lo[cell]];
        let mut whole = true;
        let mut helpers: Vec<(usize, bool)> = Vec::new();
        for &up in Rules::directions(shown) {
            let far = self.rules.goal(attacker, cell, shown, (seen.lo[cell], seen.hi[cell]), up);
            let goal = [(cell, if up { 1 } else { -1 })];
            if self.simplex.maximise(&goal, Some((cell, up, far)))? == Ended::Unlimited {
                let point = self.stride(cell, far)?;
                self.remember(point, withheld, seen);
                return Ok(None);
            }
            ends[usize::from(!up)] = relaxed(&self.simplex, cell, up)?;
            helpers.extend(self.simplex.holding());
            match self.simplex.point() {
                Ok(point) => self.remember(point, withheld, seen),
                Err(_) => {
                    whole = false;
                    self.simplex.place_at(&self.base)?;
                }
            }
            if self.rules.fine(attacker, cell, shown, seen.lo[cell], Some(seen.hi[cell])) {
                return Ok(None);
            }
        }
        if self.rules.harmless(shown, Some(ends[0])) {
            return Ok(None);
        }
        if whole || !self.rules.fine(attacker, cell, shown, ends[1], Some(ends[0])) {
            // Even fractions do not reach far enough: the cells at their bounds are the whole proof.
            let can_help = |(v, up): &(usize, bool)| {
                *v < self.cells && !withheld[*v] && (*up || self.rules.can_sink(attacker, *v))
            };
            let mut list: Vec<usize> = helpers.iter().filter(|h| can_help(h)).map(|h| h.0).collect();
            if !withheld[cell] {
                list.push(cell);
            }
            list.sort_unstable();
            list.dedup();
            return Ok(Some(list));
        }
        match self.search(attacker, cell, shown, withheld, seen) {
            Ok(true) => return Ok(None),
            Ok(false) => {}
            // Not proven safe counts as unsafe; but then the choice is not proven to be the cheapest either.
            Err(Trouble) => self.doubt = true,
        }
        self.simplex.place_at(&self.base)?;
        Ok(Some((0..self.cells).filter(|c| !withheld[*c]).collect()))
    }

    /// Fractions reach far enough, whole numbers may not: looks for a whole table at the goal, then for the exact ends.
    /// Whether the cell is safe.
    fn search(
        &mut self,
        attacker: &Attacker,
        cell: usize,
        shown: Shown,
        withheld: &[bool],
        seen: &mut Seen,
    ) -> Result<bool, Trouble> {
        for &up in Rules::directions(shown) {
            let far = self.rules.goal(attacker, cell, shown, (seen.lo[cell], seen.hi[cell]), up);
            let old = self.simplex.bounds(cell);
            self.simplex.place_at(&self.base)?;
            self.simplex.bound(cell, if up { Some(far) } else { old.0 }, if up { old.1 } else { Some(far) });
            let point = any_point(&mut self.simplex);
            self.simplex.bound(cell, old.0, old.1);
            self.simplex.place_at(&self.base)?;
            if let Some(point) = point? {
                self.remember(point, withheld, seen);
                return Ok(true);
            }
        }
        for &up in Rules::directions(shown) {
            let point = match limit(&mut self.simplex, cell, up)? {
                Limit::None => None,
                Limit::At(_, Some(point)) => Some(point),
                Limit::At(far, None) => Some(end_of(&mut self.simplex, cell, up, &self.base, far)?),
            };
            self.simplex.place_at(&self.base)?;
            if let Some(point) = point {
                self.remember(point, withheld, seen);
            }
        }
        let hi = Some(seen.hi[cell]);
        Ok(self.rules.fine(attacker, cell, shown, seen.lo[cell], hi) || self.rules.harmless(shown, hi))
    }

    /// A table in which the cell, which has no upper limit, is at least `far`.
    fn stride(&self, cell: usize, far: i64) -> Result<Vec<i64>, Trouble> {
        let step = self.simplex.endless_step()?;
        let times = (far - self.base[cell]).max(1).checked_div(step[cell].max(1)).ok_or(Trouble)? + 1;
        let add = |(b, s): (&i64, &i64)| s.checked_mul(times).and_then(|x| b.checked_add(x)).ok_or(Trouble);
        self.base.iter().zip(&step).map(add).collect()
    }
}
