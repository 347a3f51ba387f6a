//! The proof: what can readers and insiders calculate from everything that is printed?
//!
//! Takes the equations, one table that fits them, and which cells are withheld; gives the exact range of each cell and
//! the cells that are not safe. "Safe" is only ever said when two whole-number tables that fit everything printed were
//! found and are far enough apart; "unsafe" only when the solver proved that there are none.

use super::attack::{Attacker, Known, Rules, Shown, Who};
use super::integer::{Limit, any_point, end_of, limit, relaxed};
use super::nudge::Moves;
use super::simplex::{Ended, Simplex, Trouble};
use super::system::System;

/// Tables kept between questions: each shows how far apart the cells can be.
const WITNESSES: usize = 800;
/// Findings gathered in one round; more would only repeat each other.
const FINDINGS: usize = 250;
/// Findings per attacker in one round: enough to act on, and the proofs are what takes time.
const FINDINGS_EACH: usize = 30;

/// An unsafe cell, and what could help: no safe choice withholds none of `helpers` besides what is withheld now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Violation {
    pub(super) cell: usize,
    pub(super) attacker: usize,
    pub(super) helpers: Vec<usize>,
}

/// The auditor of one table.
pub(super) struct Auditor {
    pub(super) rules: Rules,
    pub(super) attackers: Vec<Attacker>,
    /// A table that fits: the true one when protecting, any one when verifying.
    pub(super) base: Vec<i64>,
    pub(super) cells: usize,
    pub(super) simplex: Simplex,
    pub(super) witnesses: Vec<Vec<i64>>,
    /// The witnesses that fit what is printed in the current question, with the smallest value of a withheld cell.
    pub(super) fitting: Vec<(usize, i64)>,
    /// Some cell was taken as unsafe without proof.
    pub(super) doubt: bool,
    /// Whole tables near the base, where cells are rounded.
    pub(super) moves: Option<Moves>,
    /// Attackers in the order to ask them: who succeeded last comes first.
    order: Vec<usize>,
}

/// Smallest and largest value seen so far, per cell.
pub(super) struct Seen {
    pub(super) lo: Vec<i64>,
    pub(super) hi: Vec<i64>,
}

impl Auditor {
    /// `base` is a table that fits all relations, facts and everything that will be printed.
    pub(super) fn new(system: &System, base: &[i64], rules: Rules, attackers: Vec<Attacker>) -> Result<Self, Trouble> {
        let rounded = rules.plain.iter().any(|shown| matches!(shown, Shown::Between(..)));
        Ok(Self {
            moves: rounded.then(|| Moves::new(system)),
            rules,
            order: (0..attackers.len()).collect(),
            attackers,
            base: system.extended(base)?,
            cells: system.len(),
            simplex: system.simplex()?,
            witnesses: Vec::new(),
            doubt: false,
            fitting: Vec::new(),
        })
    }

    /// The value of a cell in the base table.
    pub(super) fn base(&self, cell: usize) -> i64 {
        self.base[cell]
    }

    /// Work done so far, in tableau entries; the same for the same input on every machine.
    pub(super) fn work(&self) -> u64 {
        self.simplex.work
    }

    /// The cells that are not safe when `withheld` is withheld: those that readers find, or else those that insiders
    /// find.
    pub(super) fn violations(&mut self, withheld: &[bool]) -> Result<Vec<Violation>, Trouble> {
        self.survey(withheld);
        let mut found = Vec::new();
        for insiders in [false, true] {
            for a in 0..self.attackers.len() {
                if (self.attackers[a].who != Who::Reader) == insiders && found.len() < FINDINGS {
                    found.extend(self.attack(a, withheld, None, FINDINGS_EACH)?);
                }
            }
            if !found.is_empty() {
                break;
            }
        }
        Ok(found)
    }

    /// Every cell that any attacker finds, none left out.
    pub(super) fn all_violations(&mut self, withheld: &[bool]) -> Result<Vec<Violation>, Trouble> {
        self.survey(withheld);
        let mut found = Vec::new();
        for a in 0..self.attackers.len() {
            found.extend(self.attack(a, withheld, None, usize::MAX)?);
        }
        Ok(found)
    }

    /// Whether everything is safe.
    pub(super) fn is_safe(&mut self, withheld: &[bool]) -> Result<bool, Trouble> {
        if self.is_bare(withheld) {
            return Ok(false);
        }
        self.survey(withheld);
        for k in 0..self.order.len() {
            let a = self.order[k];
            if !self.attack(a, withheld, None, 1)?.is_empty() {
                self.order[..=k].rotate_right(1);
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether some equation holds one withheld cell and else only what is printed exactly: no need to solve anything.
    fn is_bare(&self, withheld: &[bool]) -> bool {
        let open =
            |(v, _): &&(usize, i64)| *v >= self.cells || !matches!(self.rules.shown(*v, withheld), Shown::Exact(_));
        self.simplex.equations.iter().any(|equation| {
            let mut unknown = equation.iter().filter(open);
            let first = unknown.next().filter(|(v, _)| withheld.get(*v).is_some_and(|w| *w));
            first.is_some() && unknown.next().is_none()
        })
    }

    /// Whether one attacker still finds one cell.
    pub(super) fn still(&mut self, v: &Violation, withheld: &[bool]) -> Result<bool, Trouble> {
        self.survey(withheld);
        Ok(!self.attack(v.attacker, withheld, Some(v.cell), 1)?.is_empty())
    }

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

    /// What attacker `a` can calculate too closely: of one cell or of all; at most `most` findings.
    fn attack(
        &mut self,
        a: usize,
        withheld: &[bool],
        only: Option<usize>,
        most: usize,
    ) -> Result<Vec<Violation>, Trouble> {
        let attacker = self.attackers[a].clone();
        // What is printed of his own cells anyway makes him a reader like others.
        let printed = |k: &Known| matches!(self.rules.shown(k.cell, withheld), Shown::Exact(_));
        if attacker.who != Who::Reader && attacker.knows.iter().all(printed) {
            return Ok(Vec::new());
        }
        let (mut seen, left) = self.recall(&attacker, withheld, only);
        let mut found = Vec::new();
        let mut loaded = false;
        for cell in left {
            let shown = self.rules.shown(cell, withheld);
            if self.rules.fine(&attacker, cell, shown, seen.lo[cell], Some(seen.hi[cell])) {
                continue;
            }
            if !std::mem::replace(&mut loaded, true) {
                self.load(&attacker, withheld)?;
            }
            if self.nudge(&attacker, cell, shown, withheld, &mut seen) {
                continue;
            }
            if let Some(helpers) = self.narrow(&attacker, cell, shown, withheld, &mut seen)? {
                found.push(Violation { cell, attacker: a, helpers });
                if found.len() == most {
                    break;
                }
            }
        }
        Ok(found)
    }

    /// What is known without solving anything: ranges from the tables that this attacker cannot rule out, and the cells
    /// for which these do not suffice (only their ranges are complete).
    fn recall(&mut self, attacker: &Attacker, withheld: &[bool], only: Option<usize>) -> (Seen, Vec<usize>) {
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

    /// Sets the bounds to what the attacker knows and returns to the base table.
    pub(super) fn load(&mut self, attacker: &Attacker, withheld: &[bool]) -> Result<(), Trouble> {
        for c in 0..self.cells {
            let (lo, hi) = self.rules.bounds(attacker, c, self.rules.shown(c, withheld));
            self.simplex.bound(c, Some(lo), hi);
        }
        self.simplex.place_at(&self.base)
    }

    /// `None`: the cell is safe. Else the printed cells that hold it down.
    fn narrow(
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
