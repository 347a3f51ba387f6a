//! The rules a report is protected by. Source: the practice of German official statistics (§ 16 BStatG, minimum case
//! number and dominance rule) and § 67 SGB X: counts that lead to a person are social data.

use std::collections::BTreeMap;

use super::decimal::Decimal;
use super::failure::Failure;
use super::model::{CellId, RawCount};

/// How unsafe counts are made safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Withhold cells, print all others exactly.
    Suppress,
    /// Print each cell as the nearest multiple of 5, each by itself; totals do not add up.
    Round5,
}

/// Against whom, besides the outside reader, withheld cells are protected: someone who is the only person in a cell
/// knows that this cell is 1; a contributor knows what he gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insiders {
    /// He must not narrow down any withheld cell of others.
    EveryCell,
    /// He must not narrow down a cell that is withheld for its own sake; he may learn a secondary one.
    SensitiveCells,
    /// No protection against insiders.
    Ignored,
}

/// Whether withheld cells are also protected against a reader who concludes "zeros are always printed here, so what is
/// withheld is not zero". He must not learn an exact count or that a count is certainly below the threshold. This goes
/// beyond what fits the printed numbers (three withheld cells with the sum 3 are then 1, 1, 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZeroReaders {
    /// Always.
    Protect,
    /// Always on tables above [`ZeroReaders::SMALL`] cells; on smaller ones only if it costs at most one further cell.
    ProtectIfCheap,
    /// Never.
    Ignore,
}

impl ZeroReaders {
    /// Cells up to which the number of withheld cells is kept within one of the optimum.
    pub const SMALL: usize = 25;
}

/// What one contributor gives to a cell.
#[derive(Clone)]
pub struct Contribution {
    /// His name, if it is given: the same in all cells. Never printed.
    pub who: Option<String>,
    /// How much.
    pub amount: RawCount,
}

/// Dominance: one or few contributors make up nearly all of a cell (money, or cases per provider).
#[derive(Clone, Default)]
pub struct Dominance {
    /// `(n, k)`: unsafe if the `n` largest contributions are more than `k` percent of the cell.
    pub largest: Option<(usize, Decimal)>,
    /// `p`: unsafe if the second largest can estimate the largest closer than `p` percent.
    pub estimate: Option<Decimal>,
    /// What each contributor gives to a cell, all of it: a gap is refused. A sum may be left out; it is then judged as if
    /// the largest contributors of all its parts were the same.
    /// Without names, nobody is known to contribute to two cells.
    pub contributions: BTreeMap<CellId, Vec<Contribution>>,
}

/// All rules for one table.
#[derive(Clone)]
pub struct Policy {
    /// Counts from 1 to `threshold − 1` are unsafe; at least 1, by default 3.
    pub threshold: u64,
    /// Zeros are printed and never withheld. Otherwise they are withheld like small counts.
    pub zero_public: bool,
    /// Smallest distance between the ends of the interval a reader can compute; at least 1, by default the threshold.
    pub min_width: u64,
    /// Suppress or round.
    pub mode: Mode,
    /// Withhold also a cell that holds the whole of its group, next to zeros only: it tells of everyone in the group.
    pub group_disclosure: bool,
    /// Protection against the one person in a cell, and against contributors.
    pub insiders: Insiders,
    /// Protection against conclusions from the rule that zeros are printed.
    pub zero_readers: ZeroReaders,
    /// Contributions and limits, for money and cases per provider.
    pub dominance: Dominance,
    /// Cost of withholding a cell against its own need; 1 where nothing is said, so the fewest cells are withheld.
    pub cost: BTreeMap<CellId, u32>,
}

impl Default for Policy {
    fn default() -> Self {
        Self::with_threshold(3)
    }
}

impl Policy {
    /// Default rules with a threshold; zeros are printed.
    pub fn with_threshold(threshold: u64) -> Self {
        Self {
            threshold,
            zero_public: true,
            min_width: threshold,
            mode: Mode::Suppress,
            group_disclosure: false,
            insiders: Insiders::EveryCell,
            zero_readers: ZeroReaders::ProtectIfCheap,
            dominance: Dominance::default(),
            cost: BTreeMap::new(),
        }
    }

    /// Refuses rules that would protect nothing.
    pub(super) fn check(&self) -> Result<(), Failure> {
        if self.threshold == 0 {
            return Err(Failure::input("Die Schwelle (threshold) muss mindestens 1 sein, üblich ist 3."));
        }
        if self.min_width == 0 {
            return Err(Failure::input("Die Mindestbreite (min_width) muss mindestens 1 sein."));
        }
        if self.cost.values().any(|c| *c == 0) {
            return Err(Failure::input("Die Kosten einer Zelle müssen mindestens 1 sein."));
        }
        Ok(())
    }
}
