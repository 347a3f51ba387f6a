//! The report of a protection run: which cells are withheld and why, in German, never a count.
//!
//! For the office only. The published table shows primary and secondary cells alike; whoever has this report as well
//! knows which of them are small.

use std::fmt;

use super::model::CellId;

/// Why a cell is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// From 1 to below the threshold.
    SmallCount,
    /// Zero, and zeros are not declared public.
    Zero,
    /// One or few contributors make up nearly all of it.
    Dominance,
    /// It holds the whole of its group.
    Group,
    /// Another cell could be calculated from it.
    Secondary,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SmallCount => "kleine Zahl",
            Self::Zero => "Null, hier nicht öffentlich",
            Self::Dominance => "Dominanz",
            Self::Group => "ganze Gruppe in einer Zelle",
            Self::Secondary => "Schutz einer anderen Zelle",
        })
    }
}

/// What was withheld and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Withheld cells with their reason, sorted by name.
    pub withheld: Vec<(CellId, Reason)>,
    /// Number of all cells.
    pub cells: usize,
    /// Someone who knows that zeros are printed can see of some withheld cell that it is small.
    pub zeros_tell: bool,
    /// It is proven that no cheaper choice of cells is safe.
    pub fewest: bool,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Nur für den internen Gebrauch: Dieser Bericht verrät, welche Zahlen klein sind.")?;
        match self.withheld.len() {
            0 => writeln!(f, "Keine der {} Zellen ist geheim.", self.cells)?,
            1 => writeln!(f, "1 von {} Zellen ist geheim:", self.cells)?,
            n => writeln!(f, "{n} von {} Zellen sind geheim:", self.cells)?,
        }
        for (cell, reason) in &self.withheld {
            writeln!(f, "- {cell}: {reason}")?;
        }
        if !self.withheld.is_empty() && !self.fewest {
            writeln!(f, "Die Tabelle ist sicher. Ob auch weniger Zellen gereicht hätten, ist nicht bewiesen.")?;
        }
        Ok(())
    }
}
