//! Cells that other tables print already: what they say of a table that is to be protected now.
//!
//! Takes raw counts and the printed cells beside them; gives one whole table that fits both. Counts that only another
//! office knows are any that fit: a reader knows no more of them either.

use super::attack::{Attacker, Rules, Shown};
use super::failure::Failure;
use super::integer::any_point;
use super::model::{CellId, Knowledge, Printed, RawTable};
use super::policy::{Mode, Policy};
use super::primary::clamp;
use super::rounding::{hidden_behind, round};
use super::system::System;

/// Counts of all cells, and how each cell is printed elsewhere; `None` where it stands in this table alone.
pub(super) struct Beside {
    pub(super) counts: Vec<i64>,
    pub(super) shown: Vec<Option<Shown>>,
}

impl Beside {
    /// Whether the cell is printed elsewhere, with a number.
    pub(super) fn open(&self, cell: usize) -> bool {
        matches!(self.shown[cell], Some(Shown::Exact(_) | Shown::Between(..)))
    }

    /// Whether the cell is withheld elsewhere, or stands nowhere.
    pub(super) fn withheld(&self, cell: usize) -> bool {
        matches!(self.shown[cell], Some(Shown::Withheld | Shown::Unprinted))
    }
}

/// Joins a raw table with the cells beside it.
///
/// # Errors
/// The numbers contradict each other, or the same cell is printed differently elsewhere.
pub(super) fn join(table: &RawTable, system: &System, policy: &Policy) -> Result<Beside, Failure> {
    // What contradicts itself without the others is told with its very cell.
    let own = |id: &CellId| table.cells.contains_key(id);
    let relations: Vec<_> =
        table.known.relations.iter().filter(|r| own(&r.total) && r.parts.iter().all(own)).cloned().collect();
    let facts: Vec<_> = table.known.facts.iter().filter(|f| f.coef.keys().all(own)).cloned().collect();
    let known = Knowledge { relations, facts, ..Knowledge::default() };
    let alone = System::new(table.cells.keys(), &known)?;
    let counts: Vec<i64> = table.cells.values().map(|c| c.get()).collect();
    if let Some(refusal) = alone.contradiction(&counts) {
        return Err(Failure::Refused(refusal));
    }
    let mut shown = Vec::with_capacity(system.len());
    for id in &system.ids {
        let elsewhere = table.beside.get(id).copied();
        if let (Some(raw), Some(printed)) = (table.cells.get(id), elsewhere)
            && !agrees(raw.get(), printed, policy.mode)
        {
            let reason = format!("Die Zelle „{id}“ steht in einem verbundenen Bericht anders.");
            return Err(Failure::refused("differs", Some(id), reason));
        }
        let nowhere = table.known.unprinted.contains(id).then_some(Shown::Unprinted);
        shown.push(nowhere.or(elsewhere.map(|printed| match printed {
            Printed::Exact(v) => Shown::Exact(clamp(v)),
            Printed::Rounded { value, .. } => {
                let (lo, hi) = hidden_behind(clamp(value));
                Shown::Between(lo, hi)
            }
            Printed::Withheld => Shown::Withheld,
        })));
    }
    if table.beside.is_empty() && table.known.unprinted.is_empty() {
        return Ok(Beside { counts, shown });
    }
    let known: Vec<Option<i64>> = system.ids.iter().map(|id| table.cells.get(id).map(|c| c.get())).collect();
    // Public zeros are never withheld, so a table with something in each withheld cell is the likelier one.
    for floor in if policy.zero_public { [1, 0] } else { [0, 0] } {
        if let Some(counts) = complete(system, &known, &shown, floor)? {
            return Ok(Beside { counts, shown });
        }
    }
    Err(Failure::refused("sum-mismatch", None, "Die Zahlen widersprechen einem verbundenen Bericht oder einer Angabe."))
}

fn agrees(raw: i64, printed: Printed, mode: Mode) -> bool {
    match printed {
        Printed::Exact(v) => mode == Mode::Suppress && clamp(v) == raw,
        Printed::Rounded { value, .. } => mode == Mode::Round5 && clamp(value) == round(raw),
        Printed::Withheld => true,
    }
}

/// Any whole table with these known counts.
fn complete(
    system: &System,
    known: &[Option<i64>],
    shown: &[Option<Shown>],
    floor: i64,
) -> Result<Option<Vec<i64>>, Failure> {
    let reader = Attacker::reader(floor);
    let rules = Rules { small: 0, width: Vec::new(), plain: Vec::new(), zeros_open: true };
    let mut simplex = system.simplex().map_err(|_| Failure::unproven())?;
    for c in 0..system.len() {
        let (lo, hi) = match (known[c], shown[c]) {
            (Some(count), _) => (count, Some(count)),
            (None, shown) => rules.bounds(&reader, c, shown.unwrap_or(Shown::Withheld)),
        };
        simplex.bound(c, Some(lo), hi);
    }
    let point = any_point(&mut simplex).map_err(|_| Failure::unproven())?;
    Ok(point.map(|mut point| {
        point.truncate(system.len());
        point
    }))
}
