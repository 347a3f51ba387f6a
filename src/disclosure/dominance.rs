//! Dominance: one or few contributors make up nearly all of a cell, so that it tells of them (money, cases per provider).
//!
//! Takes counts and contributions; says which cells are dominated, or which contributions are missing: a gap might be
//! anybody's, so a rule that does not know all contributions does not pass a cell. Only a sum may leave its own list out: it
//! is then judged as if the largest contributors of all its parts were the same.

use super::failure::Failure;
use super::policy::Dominance;
use super::system::System;

/// The largest contributions to a cell, or the most that they can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tops {
    /// The largest.
    first: i128,
    /// The two largest together.
    two: i128,
    /// The `n` largest together.
    n: i128,
}

/// Most cells that a refusal names.
const NAMED: usize = 3;

/// The largest contributions to each cell; `None` where there is no rule, nothing to contribute to, or another table's cell.
///
/// # Errors
/// [`Failure::Input`] for contributions to an unknown cell, [`Failure::Refused`] (`contribution-mismatch`,
/// `contribution-gap`) where they are more or less than the cell.
pub(super) fn tops(
    system: &System,
    counts: &[i64],
    ours: &[bool],
    rules: &Dominance,
) -> Result<Vec<Option<Tops>>, Failure> {
    for id in rules.contributions.keys() {
        if system.ids.binary_search(id).is_err() {
            return Err(Failure::input(format!(
                "Die Beiträge nennen die Zelle „{id}“, die es in der Tabelle nicht gibt."
            )));
        }
    }
    let mut tops = vec![None; counts.len()];
    if rules.largest.is_none() && rules.estimate.is_none() {
        return Ok(tops);
    }
    let mut short = Vec::new();
    for (c, id) in system.ids.iter().enumerate().filter(|(c, _)| ours[*c]) {
        let Some(given) = rules.contributions.get(id) else {
            if counts[c] == 0 {
                tops[c] = Some(Tops { first: 0, two: 0, n: 0 });
            }
            continue;
        };
        let mut given: Vec<i128> = given.iter().map(|c| i128::from(c.amount.get())).collect();
        given.sort_unstable_by(|a, b| b.cmp(a));
        let rest = i128::from(counts[c]) - given.iter().sum::<i128>();
        if rest < 0 {
            let reason = format!("Die Beiträge zur Zelle „{id}“ sind zusammen mehr als die Zelle selbst.");
            return Err(Failure::refused("contribution-mismatch", Some(id), reason));
        }
        if rest > 0 {
            short.push(c);
        }
        let n = rules.largest.map_or(0, |(n, _)| n);
        let sum = |n: usize| given.iter().take(n).sum();
        tops[c] = Some(Tops { first: sum(1), two: sum(2), n: sum(n) });
    }
    sums(system, ours, &mut tops);
    let missing: Vec<usize> = (0..counts.len()).filter(|c| ours[*c] && tops[*c].is_none()).collect();
    // Sums lack what their parts lack: the finest cells are where something has to be added.
    let fine = |c: &usize| !system.relations.iter().any(|(total, _)| total == c);
    let whose = if missing.is_empty() { &short } else { &missing };
    let finest: Vec<usize> = whose.iter().copied().filter(fine).collect();
    let named = if finest.is_empty() { whose } else { &finest };
    let Some(first) = named.first() else { return Ok(tops) };
    let names: Vec<String> = named.iter().take(NAMED).map(|c| format!("„{}“", system.ids[*c])).collect();
    let more = if named.len() > NAMED { " und zu weiteren Zellen" } else { "" };
    let names = names.join(", ");
    let reason = if missing.is_empty() {
        format!(
            "Die Beiträge zu {names}{more} sind zusammen weniger als die Zelle selbst. Wem der Rest gehört, ist nicht zu \
             sehen. Ergänzen Sie die fehlenden Beiträge."
        )
    } else {
        format!("Zu {names}{more} fehlen die Beiträge. Nennen Sie zu jeder Zelle, die nicht null ist, alle Beiträge.")
    };
    Err(Failure::refused("contribution-gap", Some(&system.ids[*first]), reason))
}

/// The most that the largest contributions to sums can be.
fn sums(system: &System, ours: &[bool], tops: &mut [Option<Tops>]) {
    // Relations have no circle, so this settles after as many rounds as there are levels.
    loop {
        let mut grew = false;
        for (total, parts) in system.relations.iter().filter(|(t, _)| ours[*t]) {
            let all: Option<Vec<Tops>> = parts.iter().map(|p| tops[*p]).collect();
            if let (None, Some(all)) = (tops[*total], all) {
                let sum = |of: fn(&Tops) -> i128| all.iter().map(of).sum();
                tops[*total] = Some(Tops { first: sum(|t| t.first), two: sum(|t| t.two), n: sum(|t| t.n) });
                grew = true;
            }
        }
        if !grew {
            return;
        }
    }
}

/// `None` if no rule speaks; else how wide the interval must be so that the rule would not speak at its upper end (the
/// protection level of the literature: Hundepool et al., Statistical Disclosure Control, 2012, chapter 4).
pub(super) fn dominated(rules: &Dominance, count: i128, tops: &Tops) -> Option<i128> {
    let mut short = None;
    if let Some((_, percent)) = rules.largest {
        let top: i128 = tops.n * 100 * 10i128.pow(percent.scale());
        if top > percent.digits() * count {
            let safe = if percent.digits() > 0 { (top + percent.digits() - 1) / percent.digits() } else { count * 2 };
            short = short.max(Some(safe - count));
        }
    }
    if let Some(percent) = rules.estimate {
        let rest = count - tops.two;
        let (scale, part) = (100 * 10i128.pow(percent.scale()), percent.digits() * tops.first);
        if tops.first > 0 && rest * scale < part {
            short = short.max(Some((part - rest * scale + scale - 1) / scale));
        }
    }
    short
}
