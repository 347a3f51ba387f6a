//! The way from a raw table to a published one, on one screen.

use std::collections::BTreeMap;

use super::attack::{Attacker, Known, Rules, Shown, Who, interval};
use super::audit::Auditor;
use super::beside::{Beside, join};
use super::contributor;
use super::detour::Detours;
use super::failure::Failure;
use super::model::{CellId, Interval, Knowledge, Printed, PublishedCount, RawTable};
use super::policy::{Insiders, Mode, Policy, ZeroReaders};
use super::primary::{Need, clamp, needs};
use super::report::{Reason, Report};
use super::rounding::{BASE, hidden_behind, round};
use super::secondary::{Choice, Search, Stuck};
use super::system::System;

/// A table that may be published, with its proof and the internal report.
#[derive(Debug, Clone)]
pub struct Protected {
    /// What to print.
    pub cells: BTreeMap<CellId, PublishedCount>,
    /// What a reader can still think of every cell that is not printed exactly.
    pub audit: BTreeMap<CellId, Interval>,
    /// Why cells are withheld. Internal.
    pub report: Report,
}

/// Protects a table. The same table in another order gives the same result.
///
/// # Errors
/// [`Failure::Input`] for a malformed table, [`Failure::Refused`] if the numbers contradict each other or no choice of
/// cells is provably safe.
pub fn protect(table: &RawTable, policy: &Policy) -> Result<Protected, Failure> {
    policy.check()?;
    if table.cells.is_empty() {
        return Err(Failure::input("Die Tabelle hat keine Zelle."));
    }
    if let Some(id) = table.known.unprinted.iter().find(|id| table.cells.contains_key(*id)) {
        return Err(Failure::input(format!("Die Zelle „{id}“ steht in der Tabelle und soll doch nirgends stehen.")));
    }
    let ids = table.cells.keys().chain(table.beside.keys()).chain(&table.known.unprinted);
    let system = System::new(ids, &table.known)?;
    let beside = join(table, &system, policy)?;
    let counts = &beside.counts;
    let ours: Vec<bool> = system.ids.iter().map(|id| table.cells.contains_key(id)).collect();
    let mut needs = needs(&system, counts, &ours, policy)?;
    for c in 0..system.len() {
        if !ours[c] {
            // Nobody here knows the count; whether it is safe is for the other table to say.
            needs[c].reason = None;
        } else if needs[c].reason.is_some() && beside.open(c) {
            let id = &system.ids[c];
            let reason = format!(
                "Die Zelle „{id}“ muss geheim bleiben, steht aber in einem verbundenen Bericht. Schützen Sie jenen neu."
            );
            return Err(Failure::refused("printed-elsewhere", Some(id), reason));
        }
    }
    let fixed: Vec<bool> = (0..system.len()).map(|c| needs[c].reason.is_some() || beside.withheld(c)).collect();
    let plain = rules(&beside, &needs, policy).plain;
    let solve = |floors: &[i64]| -> Result<(Choice, Auditor), Failure> {
        let attackers = attackers(&system, counts, &needs, (&ours, &fixed), policy, floors);
        let mut auditor = Auditor::new(&system, counts, rules(&beside, &needs, policy), attackers)
            .map_err(|_| Failure::unproven())?;
        // A public zero is printed whatever happens, so withholding it would be an exception readers could not know of.
        let keep = |c: usize| {
            let zero = policy.mode == Mode::Suppress && policy.zero_public && counts[c] == 0;
            zero || !ours[c] || beside.open(c)
        };
        let search = Search {
            allowed: (0..counts.len()).map(|c| fixed[c] || !keep(c)).collect(),
            fixed: fixed.clone(),
            cost: system.ids.iter().map(|id| u64::from(*policy.cost.get(id).unwrap_or(&1))).collect(),
            rank: system.ranks(),
            detours: match policy.mode {
                Mode::Suppress => Some(Detours::new(&system, counts).map_err(|_| Failure::unproven())?),
                Mode::Round5 => None,
            },
            auditor: &mut auditor,
        };
        let choice = search.solve().map_err(|stuck| refusal(&system, &table.known, stuck))?;
        Ok((choice, auditor))
    };
    let zeros_tell = policy.mode == Mode::Suppress && policy.zero_public;
    let mut told = false;
    let (choice, mut auditor) = match policy.zero_readers {
        ZeroReaders::Protect if zeros_tell => solve(&[0, 1])?,
        ZeroReaders::ProtectIfCheap if zeros_tell => match solve(&[0, 1]) {
            Ok(strict) if counts.len() > ZeroReaders::SMALL => strict,
            strict => {
                let (choice, dear) = cheap(strict, solve(&[0])?);
                told = dear;
                choice
            }
        },
        _ => solve(&[0])?,
    };
    let Choice { withheld, optimal } = choice;

    let ranges = auditor.ranges(&withheld).map_err(|_| Failure::unproven())?;
    let mut audit = BTreeMap::new();
    let mut cells = BTreeMap::new();
    let mut reasons = Vec::new();
    for (c, id) in system.ids.iter().enumerate() {
        let printed = match plain[c] {
            _ if withheld[c] => Printed::Withheld,
            Shown::Between(..) => Printed::Rounded { value: round(counts[c]) as u64, base: BASE as u64 },
            _ => Printed::Exact(counts[c] as u64),
        };
        if printed == Printed::Withheld && ours[c] {
            reasons.push((id.clone(), needs[c].reason.unwrap_or(Reason::Secondary)));
        }
        if !matches!(printed, Printed::Exact(_)) {
            let range = ranges[c];
            let (shown, rules) = (auditor.rules.shown(c, &withheld), &auditor.rules);
            if !rules.fine(&Attacker::reader(0), c, shown, range.0, range.1) && !rules.harmless(shown, range.1) {
                return Err(Failure::unproven());
            }
            if ours[c] {
                audit.insert(id.clone(), interval(range));
            }
        }
        if ours[c] {
            cells.insert(id.clone(), PublishedCount::pass(printed));
        }
    }
    let report = Report { withheld: reasons, cells: cells.len(), zeros_tell: told, fewest: optimal };
    Ok(Protected { cells, audit, report })
}

/// The stricter of two answers, unless it withholds more than one cell more or is none.
/// Whether it was too dear.
fn cheap(strict: Result<(Choice, Auditor), Failure>, plain: (Choice, Auditor)) -> ((Choice, Auditor), bool) {
    let size = |c: &Choice| c.withheld.iter().filter(|w| **w).count();
    match strict {
        Ok(strict) if size(&strict.0) <= size(&plain.0) + 1 => (strict, false),
        _ => (plain, true),
    }
}

fn rules(beside: &Beside, needs: &[Need], policy: &Policy) -> Rules {
    let plain = beside.counts.iter().zip(&beside.shown).map(|(count, shown)| match (shown, policy.mode) {
        (Some(shown @ (Shown::Exact(_) | Shown::Between(..) | Shown::Unprinted)), _) => *shown,
        (_, Mode::Suppress) => Shown::Exact(*count),
        (_, Mode::Round5) => {
            let (lo, hi) = hidden_behind(round(*count));
            Shown::Between(lo, hi)
        }
    });
    Rules {
        small: clamp(policy.threshold) - 1,
        width: needs.iter().map(|n| n.width).collect(),
        plain: plain.collect(),
        zeros_open: policy.zero_public,
    }
}

/// Everyone the table has to withstand.
fn attackers(
    system: &System,
    counts: &[i64],
    needs: &[Need],
    (ours, fixed): (&[bool], &[bool]),
    policy: &Policy,
    floors: &[i64],
) -> Vec<Attacker> {
    let mut all: Vec<Attacker> = floors.iter().map(|f| Attacker::reader(*f)).collect();
    if policy.insiders == Insiders::Ignored {
        return all;
    }
    for one in contributor::attackers(system, counts, needs, fixed, &policy.dominance, policy.min_width) {
        all.extend(floors.iter().map(|f| Attacker { floor: *f, ..one.clone() }));
    }
    if policy.threshold < 2 {
        return all;
    }
    for cell in (0..counts.len()).filter(|c| counts[*c] == 1 && ours[*c]) {
        let mut own = own_cells(system, counts, ours, cell);
        if policy.insiders == Insiders::SensitiveCells {
            own.extend((0..counts.len()).filter(|c| policy.mode == Mode::Suppress && !fixed[*c]));
        }
        own.sort_unstable();
        own.dedup();
        let knows = vec![Known { cell, lo: 1, hi: Some(1) }];
        let person = Attacker { who: Who::Person, knows, own, ..Attacker::reader(0) };
        all.extend(floors.iter().map(|f| Attacker { floor: *f, ..person.clone() }));
    }
    all
}

/// What the one person in `cell` may know: all cells that hold only this person, and how these divide.
/// Counts of other tables are guesses and say nothing of him.
fn own_cells(system: &System, counts: &[i64], ours: &[bool], cell: usize) -> Vec<usize> {
    let mut own = vec![cell];
    let mut k = 0;
    while k < own.len() {
        for (total, parts) in system.relations.iter().filter(|(t, _)| counts[*t] == 1 && ours[*t]) {
            let here = *total == own[k] || parts.contains(&own[k]);
            for other in parts.iter().chain([total]) {
                if here && counts[*other] == 1 && !own.contains(other) {
                    own.push(*other);
                }
            }
        }
        k += 1;
    }
    let mut below = own.clone();
    while let Some(c) = below.pop() {
        for (_, parts) in system.relations.iter().filter(|(t, _)| *t == c) {
            for part in parts {
                if !own.contains(part) {
                    own.push(*part);
                    below.push(*part);
                }
            }
        }
    }
    own
}

fn refusal(system: &System, known: &Knowledge, stuck: Stuck) -> Failure {
    let Stuck::Derivable { cell, who } = stuck else { return Failure::unproven() };
    let id = &system.ids[cell];
    if known.unprinted.contains(id) {
        let reason = format!(
            "Die Zahl „{id}“ steht in keiner Tabelle. Sie ist klein und lässt sich aus den verbundenen Tabellen \
             ausrechnen, auch wenn alle anderen Zellen geheim bleiben."
        );
        return Failure::refused("difference", Some(id), reason);
    }
    if who == Who::Contributor {
        let reason = format!(
            "Ein Anbieter, dem eine Zelle allein oder fast allein gehört, könnte die Zelle „{id}“ berechnen oder zu eng \
             eingrenzen, auch wenn alle anderen Zellen geheim bleiben."
        );
        return Failure::refused("contributor", Some(id), reason);
    }
    if who == Who::Person {
        let reason = format!(
            "Wer allein in einer Zelle ist, könnte die Zelle „{id}“ berechnen oder zu eng eingrenzen, auch wenn alle \
             anderen Zellen geheim bleiben."
        );
        return Failure::refused("insider", Some(id), reason);
    }
    let reason = format!(
        "Die Zelle „{id}“ lässt sich aus den veröffentlichten Angaben berechnen oder zu eng eingrenzen, auch wenn alle \
         anderen Zellen geheim bleiben."
    );
    Failure::refused("derivable", Some(id), reason)
}
