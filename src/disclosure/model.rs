//! What goes in and what comes out: raw counts, relations between cells, published counts.
//!
//! A raw count can only be put in; nothing outside this folder can read, print, compare or serialise it. A
//! [`PublishedCount`] can only be taken out; nothing outside this folder can make one. The compiler keeps both promises:
//!
//! ```
//! # use klartext as klartext;
//! // Compiles: so the examples below fail for their own reason and not for a wrong crate name.
//! let raw = klartext::disclosure::RawCount::new(1).unwrap();
//! let public: Option<klartext::disclosure::PublishedCount> = None;
//! ```
//! ```compile_fail
//! # use klartext as klartext;
//! let raw = klartext::disclosure::RawCount::new(1).unwrap();
//! println!("{raw:?}");
//! ```
//! ```compile_fail
//! # use klartext as klartext;
//! let raw = klartext::disclosure::RawCount::new(1);
//! let reveal = raw == klartext::disclosure::RawCount::new(1);
//! ```
//! ```compile_fail
//! # use klartext as klartext;
//! let raw = klartext::disclosure::RawCount::new(1).unwrap();
//! serde_json::to_string(&raw);
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::decimal::Decimal;

/// The name of one cell, unique in the table. Sorts by its text, which makes every result independent of row order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(String);

impl CellId {
    /// Takes any text; two cells with the same text are the same cell.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for CellId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A number of persons (or whole euros, or cases) that nobody may see yet.
#[derive(Clone, Copy)]
pub struct RawCount(u64);

impl RawCount {
    /// The largest count accepted, 10¹²: far beyond any population, small enough for exact arithmetic.
    pub const MAX: u64 = 1_000_000_000_000;

    /// Wraps a count; `None` above [`RawCount::MAX`].
    pub fn new(count: u64) -> Option<Self> {
        (count <= Self::MAX).then_some(Self(count))
    }

    pub(super) fn get(self) -> i64 {
        // MAX is far below the limit of i64.
        self.0 as i64
    }
}

/// `total` is the sum of `parts`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// The cell that holds the sum.
    pub total: CellId,
    /// The cells that are added, at least one, none twice.
    pub parts: Vec<CellId>,
}

/// Further published knowledge: `lo ≤ Σ coef · cell ≤ hi`. An absent end means no limit on that side.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Weight of each cell.
    pub coef: BTreeMap<CellId, Decimal>,
    /// Smallest possible value of the sum.
    pub lo: Option<Decimal>,
    /// Largest possible value of the sum.
    pub hi: Option<Decimal>,
}

impl Fact {
    /// "`part` is `percent` percent of `whole`", printed with so many `decimals`: the true share lies within half a unit
    /// of the last printed digit. Gives the two inequalities that a reader can derive.
    pub fn share(part: &CellId, whole: &CellId, percent: Decimal, decimals: u32) -> [Fact; 2] {
        let half = Decimal::new(5, decimals + 1);
        let side = |percent: Decimal| {
            let mut coef = BTreeMap::from([(part.clone(), Decimal::new(100, 0))]);
            let weight = percent.negated();
            // A cell that is its own whole would otherwise lose one of its two weights.
            if part == whole {
                coef.insert(part.clone(), Decimal::new(100, 0).plus(weight));
            } else {
                coef.insert(whole.clone(), weight);
            }
            coef
        };
        let zero = Some(Decimal::new(0, 0));
        [
            Fact { coef: side(percent.plus(half.negated())), lo: zero, hi: None },
            Fact { coef: side(percent.plus(half)), lo: None, hi: zero },
        ]
    }

    /// "`cell` changed by `change` against last year's printed value `before`": gives the cell away, so it is a fact
    /// that the audit has to know.
    pub fn change(cell: &CellId, before: i64, change: i64) -> Fact {
        let now = Some(Decimal::new(i128::from(before) + i128::from(change), 0));
        Fact { coef: BTreeMap::from([(cell.clone(), Decimal::new(1, 0))]), lo: now, hi: now }
    }
}

/// What readers can calculate with, besides the numbers that they see.
#[derive(Debug, Clone, Default)]
pub struct Knowledge {
    /// How cells add up: totals, hierarchies, linked tables, areas.
    pub relations: Vec<Relation>,
    /// Shares, changes, and whatever else is or will be public.
    pub facts: Vec<Fact>,
    /// Cells that stand in no table but in relations: the difference of two areas, the crossing of two tables. Readers
    /// must not learn that such a number is small.
    pub unprinted: BTreeSet<CellId>,
}

/// A raw table: counts, how they add up, and what is published besides. Prints only its size.
#[derive(Clone, Default)]
pub struct RawTable {
    /// All cells, totals included.
    pub cells: BTreeMap<CellId, RawCount>,
    /// How they belong together.
    pub known: Knowledge,
    /// Cells of linked tables as they are published already; they stay as they are. A cell may stand here and in
    /// `cells`.
    pub beside: BTreeMap<CellId, Printed>,
}

impl fmt::Debug for RawTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawTable({} cells, {} relations)", self.cells.len(), self.known.relations.len())
    }
}

/// What a table *claims* to print in one cell. Anyone can make one; only [`super::verify::admit`] turns it into a
/// [`PublishedCount`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Printed {
    /// The exact count.
    Exact(u64),
    /// The nearest multiple of `base`.
    Rounded {
        /// The multiple.
        value: u64,
        /// The base, 5 today.
        base: u64,
    },
    /// No number ("geheim").
    Withheld,
}

/// A count that passed the gate. Made only by [`super::protect`] and [`super::verify::admit`].
///
/// ```compile_fail
/// # use klartext as klartext;
/// use klartext::disclosure::{Printed, PublishedCount};
/// let forged = PublishedCount(Printed::Exact(1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedCount(Printed);

impl PublishedCount {
    /// What readers see in place of a withheld count.
    pub const WORD: &'static str = "geheim";
    /// The legend below every table that holds the word.
    pub const LEGEND: &'static str =
        "geheim: Die Zahl wird nicht genannt, damit niemand einzelne Personen erkennen oder Zahlen zurückrechnen kann.";

    pub(super) fn pass(printed: Printed) -> Self {
        Self(printed)
    }

    /// What to print.
    pub fn printed(self) -> Printed {
        self.0
    }

    /// Column `wert` of the CSV file: the number, or empty when withheld.
    pub fn csv_value(self) -> String {
        match self.0 {
            Printed::Exact(value) | Printed::Rounded { value, .. } => value.to_string(),
            Printed::Withheld => String::new(),
        }
    }

    /// Column `status` of the CSV file: `geheim`, `gerundet`, or empty. The same for every withheld cell, whatever the
    /// reason.
    pub fn csv_status(self) -> &'static str {
        match self.0 {
            Printed::Exact(_) => "",
            Printed::Rounded { .. } => "gerundet",
            Printed::Withheld => Self::WORD,
        }
    }
}

impl fmt::Display for PublishedCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Printed::Exact(value) | Printed::Rounded { value, .. } => write!(f, "{value}"),
            Printed::Withheld => f.write_str(Self::WORD),
        }
    }
}

impl Serialize for PublishedCount {
    /// A number, `{"r": value, "base": 5}`, or `"."`, the official sign for "secret".
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Printed::Exact(value) => serializer.serialize_u64(value),
            Printed::Rounded { value, base } => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("r", &value)?;
                map.serialize_entry("base", &base)?;
                map.end()
            }
            Printed::Withheld => serializer.serialize_str("."),
        }
    }
}

/// What a reader can still think of one cell: whole numbers from `lo` to `hi`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Smallest possible count.
    pub lo: u64,
    /// Largest possible count, `None` if nothing printed limits it.
    pub hi: Option<u64>,
}

impl Serialize for Interval {
    /// `[lo, hi]`, with `null` for "no limit".
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.lo, self.hi).serialize(serializer)
    }
}
