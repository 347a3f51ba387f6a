//! The gate for tables that are already in the repository: is what they print safe?
//!
//! Takes a table as it would be published, without any raw count; gives the problems with the very cell. [`admit`] is
//! the only way, besides [`super::protect`], to get [`PublishedCount`]s. What only raw counts can tell is not checked
//! here: dominance, and who is alone in a cell.

use std::collections::BTreeMap;

use super::attack::{Attacker, Rules, Shown};
use super::audit::Auditor;
use super::failure::Failure;
use super::integer::any_point;
use super::model::{CellId, Knowledge, Printed, PublishedCount, RawCount};
use super::policy::{Policy, ZeroReaders};
use super::primary::clamp;
use super::rounding::{BASE, hidden_behind};
use super::simplex::Trouble;
use super::system::System;

/// Something that must not be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, if it is at one cell.
    pub cell: Option<CellId>,
    /// Which rule: `small`, `zero`, `rounding`, `sum`, `derivable`, `difference`, `group`, `input`, `unproven`.
    pub code: &'static str,
    /// What is wrong and what helps, in German.
    pub why: String,
}

/// Checks a table as published. Empty: safe.
pub fn verify(table: &BTreeMap<CellId, Printed>, known: &Knowledge, policy: &Policy) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (cell, printed) in table {
        if let Some((code, why)) = at_sight(*printed, policy) {
            problems.push(Problem { cell: Some(cell.clone()), code, why: why.to_owned() });
        }
    }
    let found = policy
        .check()
        .and_then(|()| System::new(table.keys().chain(&known.unprinted), known))
        .and_then(|system| derive(&system, table, policy).map_err(|_| Failure::unproven()));
    match found {
        Ok(found) => problems.extend(found),
        Err(Failure::Input(why)) => problems.push(Problem { cell: None, code: "input", why }),
        Err(Failure::Refused(r)) => problems.push(Problem { cell: r.cell, code: r.code, why: r.reason }),
    }
    problems
}

/// Checks a table and lets it through.
///
/// # Errors
/// All problems, if there is any.
pub fn admit(
    table: &BTreeMap<CellId, Printed>,
    known: &Knowledge,
    policy: &Policy,
) -> Result<BTreeMap<CellId, PublishedCount>, Vec<Problem>> {
    let problems = verify(table, known, policy);
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(table.iter().map(|(id, printed)| (id.clone(), PublishedCount::pass(*printed))).collect())
}

/// What is wrong with one printed value alone.
fn at_sight(printed: Printed, policy: &Policy) -> Option<(&'static str, &'static str)> {
    match printed {
        Printed::Exact(0) if !policy.zero_public => {
            Some(("zero", "Nullen sind in dieser Tabelle nicht öffentlich. Halten Sie die Zelle geheim."))
        }
        Printed::Exact(n) if n > 0 && n < policy.threshold => Some((
            "small",
            "Die Zahl ist kleiner als die Schwelle. Schützen Sie die Tabelle neu mit „klartext protect“.",
        )),
        Printed::Rounded { value, base } if base != BASE as u64 || value % base != 0 => {
            Some(("rounding", "Gerundete Zahlen müssen Vielfache von 5 sein."))
        }
        Printed::Exact(n) | Printed::Rounded { value: n, .. } if n > RawCount::MAX => {
            Some(("input", "Die Zahl ist zu groß. Erlaubt ist höchstens eine Billion."))
        }
        _ => None,
    }
}

fn derive(system: &System, table: &BTreeMap<CellId, Printed>, policy: &Policy) -> Result<Vec<Problem>, Trouble> {
    let plain: Vec<Shown> = system
        .ids
        .iter()
        .map(|id| match table.get(id) {
            Some(Printed::Exact(v)) => Shown::Exact(clamp(*v)),
            Some(Printed::Rounded { value, .. }) => {
                let (lo, hi) = hidden_behind(clamp(*value));
                Shown::Between(lo, hi)
            }
            Some(Printed::Withheld) => Shown::Withheld,
            None => Shown::Unprinted,
        })
        .collect();
    let withheld: Vec<bool> = plain.iter().map(|s| *s == Shown::Withheld).collect();
    let rules = Rules {
        small: clamp(policy.threshold) - 1,
        width: vec![clamp(policy.min_width); plain.len()],
        plain,
        zeros_open: policy.zero_public,
    };
    let at = |cell: usize, code, why: &str| Problem { cell: Some(system.ids[cell].clone()), code, why: why.to_owned() };
    let torn = torn_sums(system, &rules, &withheld);
    if !torn.is_empty() {
        let why = "Die Summe passt nicht zu ihren Teilen.";
        return Ok(torn.into_iter().map(|cell| at(cell, "sum", why)).collect());
    }
    if policy.group_disclosure {
        let groups = whole_groups(system, &rules);
        if !groups.is_empty() {
            let why = "Alle einer Gruppe sind in dieser Zelle: Die Zahl sagt etwas über jeden von ihnen. Schützen Sie die \
                       Tabelle neu mit „klartext protect“.";
            return Ok(groups.into_iter().map(|cell| at(cell, "group", why)).collect());
        }
    }
    // The reader who knows that zeros are printed may be refuted by the table itself; then he knows nothing more.
    let rounded = rules.plain.iter().any(|s| matches!(s, Shown::Between(..)));
    let strict = policy.zero_readers == ZeroReaders::Protect && policy.zero_public && !rounded;
    let floors: &[i64] = if strict { &[1, 0] } else { &[0] };
    let mut base = None;
    for floor in floors {
        base = fitting(system, &rules, &withheld, *floor)?.map(|table| (table, *floor));
        if base.is_some() {
            break;
        }
    }
    let Some((base, floor)) = base else {
        let why = "Die Tabelle widerspricht sich: Keine Zahlen passen zu allen Summen und Angaben.".to_owned();
        return Ok(vec![Problem { cell: None, code: "sum", why }]);
    };
    let attackers = (0..=floor).map(Attacker::reader).collect();
    let mut auditor = Auditor::new(system, &base, rules, attackers)?;
    let mut problems = Vec::new();
    let mut known = vec![false; system.len()];
    for v in auditor.all_violations(&withheld)? {
        if std::mem::replace(&mut known[v.cell], true) {
            continue;
        }
        if auditor.rules.plain[v.cell] == Shown::Unprinted {
            let why = "Diese Zahl steht in keiner Tabelle, ist aber klein und lässt sich aus mehreren Tabellen ausrechnen. \
                       Schützen Sie eine der Tabellen neu mit „klartext protect“, oder veröffentlichen Sie nur eine.";
            problems.push(at(v.cell, "difference", why));
        } else {
            let why = "Die Zahl lässt sich aus den übrigen Angaben berechnen oder zu eng eingrenzen. Halten Sie weitere \
                       Zellen geheim oder schützen Sie die Tabelle neu mit „klartext protect“.";
            problems.push(at(v.cell, "derivable", why));
        }
    }
    Ok(problems)
}

/// Totals that cannot be the sum of their parts, seen from their own row.
fn torn_sums(system: &System, rules: &Rules, withheld: &[bool]) -> Vec<usize> {
    let reader = Attacker::reader(0);
    let range = |c: usize| rules.bounds(&reader, c, rules.shown(c, withheld));
    let torn = |(total, parts): &&(usize, Vec<usize>)| {
        let (lo, hi) = range(*total);
        let least: i64 = parts.iter().map(|p| range(*p).0).sum();
        let most = parts.iter().try_fold(0i64, |sum, p| range(*p).1.map(|h| sum + h));
        hi.is_some_and(|h| least > h) || most.is_some_and(|m| m < lo)
    };
    let mut cells: Vec<usize> = system.relations.iter().filter(torn).map(|(total, _)| *total).collect();
    cells.dedup();
    cells
}

/// Printed cells that hold the whole of their group, beside printed zeros alone.
fn whole_groups(system: &System, rules: &Rules) -> Vec<usize> {
    let only = |(_, parts): &(usize, Vec<usize>)| {
        let mut held = parts.iter().filter(|p| rules.plain[**p] != Shown::Exact(0));
        match (held.next(), held.next()) {
            (Some(only), None) if parts.len() > 1 && matches!(rules.plain[*only], Shown::Exact(_)) => Some(*only),
            _ => None,
        }
    };
    let mut cells: Vec<usize> = system.relations.iter().filter_map(only).collect();
    cells.sort_unstable();
    cells.dedup();
    cells
}

/// Any whole table that fits everything printed.
fn fitting(system: &System, rules: &Rules, withheld: &[bool], floor: i64) -> Result<Option<Vec<i64>>, Trouble> {
    let mut simplex = system.simplex()?;
    let reader = Attacker::reader(floor);
    for c in 0..system.len() {
        let (lo, hi) = rules.bounds(&reader, c, rules.shown(c, withheld));
        simplex.bound(c, Some(lo), hi);
    }
    Ok(any_point(&mut simplex)?.map(|mut point| {
        point.truncate(system.len());
        point
    }))
}
