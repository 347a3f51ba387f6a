//! Who attacks, what they know, and when a cell counts as given away.
//!
//! Everyone knows: all printed values, all relations and facts, that counts are whole and not negative, the threshold.
//! Someone who has read that zeros are always printed knows besides that a withheld cell is not zero. The one person in a
//! cell knows that this cell is 1; a contributor knows what he gives, and a cell that is his alone.

use super::model::Interval;

/// How a cell appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Exact(i64),
    /// Rounded: the true value lies in this range.
    Between(i64, i64),
    Withheld,
    /// It stands in no table, but readers can calculate with it: the difference of two areas.
    Unprinted,
}

/// Who someone is, besides a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// Any reader.
    Reader,
    /// The one person in a cell.
    Person,
    /// A contributor, who knows what he gives.
    Contributor,
}

/// What someone knows of a cell besides what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) cell: usize,
    /// Smallest and largest value that he thinks possible.
    pub(super) lo: i64,
    pub(super) hi: Option<i64>,
}

/// Someone with more or less knowledge.
#[derive(Debug, Clone)]
pub(super) struct Attacker {
    /// Smallest value of a withheld cell that he thinks possible, 0 or 1.
    pub(super) floor: i64,
    /// Who he is.
    pub(super) who: Who,
    /// What he knows of cells, sorted by cell.
    pub(super) knows: Vec<Known>,
    /// Cells he may know, sorted: those that hold no one but him, and the breakdown of his own cell.
    pub(super) own: Vec<usize>,
    /// Cells of which he must be kept less far than others are, sorted: what is left after his own share is smaller.
    pub(super) widths: Vec<(usize, i64)>,
}

impl Attacker {
    /// Any reader.
    pub(super) fn reader(floor: i64) -> Self {
        Self { floor, who: Who::Reader, knows: Vec::new(), own: Vec::new(), widths: Vec::new() }
    }

    pub(super) fn exempt(&self, cell: usize) -> bool {
        self.own.binary_search(&cell).is_ok()
    }

    /// What he knows of a cell.
    pub(super) fn of(&self, cell: usize) -> Option<Known> {
        self.knows.binary_search_by_key(&cell, |k| k.cell).ok().map(|k| self.knows[k])
    }

    /// Smallest value of a withheld cell that he thinks possible.
    pub(super) fn least(&self, cell: usize) -> i64 {
        self.of(cell).map_or(self.floor, |k| k.lo.max(self.floor))
    }

    /// Whether a table agrees with what he knows.
    pub(super) fn believes(&self, table: &[i64]) -> bool {
        self.knows.iter().all(|k| table[k.cell] >= k.lo && k.hi.is_none_or(|h| table[k.cell] <= h))
    }
}

/// When a cell is given away.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    /// Largest unsafe count.
    pub(super) small: i64,
    /// Needed width per cell.
    pub(super) width: Vec<i64>,
    /// How each cell appears unless withheld.
    pub(super) plain: Vec<Shown>,
    /// Whether zeros may be known.
    pub(super) zeros_open: bool,
}

impl Rules {
    pub(super) fn shown(&self, cell: usize, withheld: &[bool]) -> Shown {
        match self.plain[cell] {
            Shown::Unprinted => Shown::Unprinted,
            _ if withheld[cell] => Shown::Withheld,
            plain => plain,
        }
    }

    /// Whether the range `lo..=hi` of the cell is acceptable. Widening a range never makes it worse; the searches rest on
    /// that. A complete range is also acceptable where [`Rules::harmless`] says so.
    pub(super) fn fine(&self, attacker: &Attacker, cell: usize, shown: Shown, lo: i64, hi: Option<i64>) -> bool {
        let Some(hi) = hi else { return true };
        let surely_small = lo >= 1 && hi <= self.small;
        match shown {
            Shown::Exact(_) => true,
            // Knowing that zeros are printed must not lead to a number, nor to "surely small".
            Shown::Withheld if attacker.floor > 0 => lo < hi && !surely_small,
            Shown::Withheld => lo < hi && !surely_small && hi - lo >= self.width(attacker, cell),
            // Rounding leaves four or fewer counts to choose from and cannot promise a width.
            Shown::Between(..) => lo < hi && !surely_small,
            // It might have been printed if it is no small count, so only a small one is a secret.
            Shown::Unprinted => hi > self.small,
        }
    }

    /// How wide the range of a withheld cell has to be for someone.
    fn width(&self, attacker: &Attacker, cell: usize) -> i64 {
        let own = attacker.widths.binary_search_by_key(&cell, |w| w.0).ok();
        own.map_or(self.width[cell], |w| attacker.widths[w].1)
    }

    /// Whether a cell whose complete range ends at `hi` tells of nobody: one that stands in no table and is zero.
    pub(super) fn harmless(&self, shown: Shown, hi: Option<i64>) -> bool {
        shown == Shown::Unprinted && hi == Some(0) && self.zeros_open
    }

    /// Directions in which a range has to reach: all, or only up.
    pub(super) fn directions(shown: Shown) -> &'static [bool] {
        if shown == Shown::Unprinted { &[true] } else { &[true, false] }
    }

    /// Bounds the attacker puts on the cell before he calculates.
    pub(super) fn bounds(&self, attacker: &Attacker, cell: usize, shown: Shown) -> (i64, Option<i64>) {
        let (lo, hi) = match shown {
            Shown::Exact(v) => return (v, Some(v)),
            Shown::Between(a, b) => (a, Some(b)),
            Shown::Withheld => (attacker.floor, None),
            Shown::Unprinted => (0, None),
        };
        match attacker.of(cell) {
            Some(known) => (lo.max(known.lo), known.hi.map_or(hi, |k| Some(hi.map_or(k, |h| h.min(k))))),
            None => (lo, hi),
        }
    }

    pub(super) fn allows(&self, attacker: &Attacker, cell: usize, shown: Shown, value: i64) -> bool {
        let (lo, hi) = self.bounds(attacker, cell, shown);
        value >= lo && hi.is_none_or(|h| value <= h)
    }

    /// Whether withholding a printed cell would let it be smaller.
    pub(super) fn can_sink(&self, attacker: &Attacker, cell: usize) -> bool {
        match self.plain[cell] {
            Shown::Exact(v) => v > attacker.least(cell),
            Shown::Between(a, _) => a > attacker.least(cell),
            Shown::Withheld | Shown::Unprinted => false,
        }
    }

    /// How far to push a cell so that its range is acceptable for certain.
    pub(super) fn goal(&self, attacker: &Attacker, cell: usize, shown: Shown, ends: (i64, i64), up: bool) -> i64 {
        let (lo, hi) = ends;
        let width = match shown {
            Shown::Between(..) => 1,
            _ => self.width(attacker, cell).max(1),
        };
        if up {
            (lo + width).max(self.small + 1)
        } else if hi <= self.small {
            (hi - width).min(0)
        } else {
            hi - width
        }
    }
}

/// A range as it is printed in the audit.
pub(super) fn interval((lo, hi): (i64, Option<i64>)) -> Interval {
    let whole = |v: i64| u64::try_from(v).unwrap_or(0);
    Interval { lo: whole(lo), hi: hi.map(whole) }
}
