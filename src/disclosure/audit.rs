//! The proof: what can readers and insiders calculate from everything that is printed?
//!
//! Takes the equations, one table that fits them, and which cells are withheld; gives the exact range of each cell and
//! the cells that are not safe. "Safe" is only ever said when two whole-number tables that fit everything printed were
//! found and are far enough apart; "unsafe" only when the solver proved that there are none.

use super::attack::{Attacker, Known, Rules, Shown, Who};
use super::nudge::Moves;
use super::simplex::{Simplex, Trouble};
use super::system::System;

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
}
