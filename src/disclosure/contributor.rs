//! Contributors as attackers: who gives nearly all of a cell knows that cell, and subtracts it from what is printed.
//!
//! Takes counts, contributions and the cells that must stay secret; gives, for each contributor of a dominated cell, what
//! he knows. Source: the p% rule is about the second largest contributor, who knows his own amount (Hundepool et al.,
//! Statistical Disclosure Control, 2012, chapter 4.2); here each contributor is asked, over all cells together. Never says
//! who he is: names only tell that two amounts are of the same contributor.

use std::collections::{BTreeMap, BTreeSet};

use super::attack::{Attacker, Known, Who};
use super::policy::Dominance;
use super::primary::{Need, clamp};
use super::system::System;

/// Contributors of one cell that are asked what they can find out: the largest know most.
const ASKED: usize = 2;

/// Someone who contributes: his amount in each cell.
type Holder = BTreeMap<usize, i64>;

/// All contributors who may know too much, each with what he knows. Only `fixed` cells are secrets to them: those that are
/// withheld for the sake of others they may learn, as sums of many.
pub(super) fn attackers(
    system: &System,
    counts: &[i64],
    needs: &[Need],
    fixed: &[bool],
    rules: &Dominance,
    min_width: u64,
) -> Vec<Attacker> {
    let given = amounts(system, counts, rules);
    let mut all = Vec::new();
    for holder in holders(&given, needs) {
        // What is his alone, he knows; what is nearly his alone, nearly: taken as exactly, to be on the safe side.
        let nearly = |c: usize, amount: i64| needs[c].dominated && has_nearly_all(rules, counts[c], amount);
        let mut sure: BTreeSet<usize> = holder.iter().filter(|(c, a)| nearly(**c, **a)).map(|(c, _)| *c).collect();
        let alone: BTreeSet<usize> = below(system, holder.iter().filter(|(c, a)| counts[**c] == **a).map(|(c, _)| *c));
        sure.extend(&alone);
        let knows = |exact: &BTreeSet<usize>| -> Vec<Known> {
            let cells: BTreeSet<usize> = holder.keys().chain(exact).copied().collect();
            let known = |c: usize| {
                let exact = exact.contains(&c);
                Known { cell: c, lo: if exact { counts[c] } else { holder[&c] }, hi: exact.then_some(counts[c]) }
            };
            cells.into_iter().map(known).collect()
        };
        if !sure.is_empty() {
            let own = (0..counts.len()).filter(|c| sure.contains(c) || !fixed[*c]).collect();
            all.push(Attacker { who: Who::Contributor, knows: knows(&sure), own, ..Attacker::reader(0) });
        }
        // The others in his own cells, of which he does not know the sum.
        let width = |c: usize, own: i64| {
            let shared = needs[c].dominated && counts[c] > own;
            let others = given.get(&c).filter(|_| shared)?;
            others_width(rules, counts[c], own, others, clamp(min_width)).map(|width| (c, width))
        };
        let widths: Vec<(usize, i64)> = holder.iter().filter_map(|(c, a)| width(*c, *a)).collect();
        if !widths.is_empty() {
            let target = |c: &usize| widths.binary_search_by_key(c, |w| w.0).is_ok();
            let own = (0..counts.len()).filter(|c| !target(c)).collect();
            all.push(Attacker { who: Who::Contributor, knows: knows(&alone), own, widths, ..Attacker::reader(0) });
        }
    }
    all
}

/// One amount in a cell, and whose it is: a name, or its place in a list without names.
type Given<'a> = BTreeMap<usize, Vec<(Result<&'a str, usize>, i64)>>;

/// What is given to each cell, the largest first; nothing where no rule asks for it.
fn amounts<'a>(system: &System, counts: &[i64], rules: &'a Dominance) -> Given<'a> {
    let mut given = Given::new();
    if rules.largest.is_none() && rules.estimate.is_none() {
        return given;
    }
    for (id, list) in &rules.contributions {
        let Ok(cell) = system.ids.binary_search(id) else { continue };
        let one = |(n, c): (usize, &'a super::policy::Contribution)| (c.who.as_deref().ok_or(n), c.amount.get());
        let mut list: Vec<_> = list.iter().enumerate().map(one).filter(|(_, amount)| *amount > 0).collect();
        list.sort_by_key(|(who, amount)| (std::cmp::Reverse(*amount), *who));
        if counts[cell] > 0 {
            given.insert(cell, list);
        }
    }
    given
}

/// The largest contributors of dominated cells, each with all his amounts. One without a name is known in one cell alone.
fn holders(given: &Given<'_>, needs: &[Need]) -> Vec<Holder> {
    let mut asked: BTreeSet<(Result<&str, usize>, usize)> = BTreeSet::new();
    for (cell, list) in given.iter().filter(|(c, _)| needs[**c].dominated) {
        for (who, _) in list.iter().take(ASKED) {
            asked.insert((*who, if who.is_ok() { 0 } else { *cell }));
        }
    }
    let holder = |(who, at): (Result<&str, usize>, usize)| -> Holder {
        let here = |cell: &usize| who.is_ok() || *cell == at;
        let amount = |list: &[(Result<&str, usize>, i64)]| list.iter().find(|(w, _)| *w == who).map(|(_, a)| *a);
        given.iter().filter(|(c, _)| here(c)).filter_map(|(c, list)| Some((*c, amount(list)?))).collect()
    };
    asked.into_iter().map(holder).collect()
}

/// Whether one amount is so much of a cell that the rule would speak because of it alone.
fn has_nearly_all(rules: &Dominance, count: i64, amount: i64) -> bool {
    let (count, amount) = (i128::from(count), i128::from(amount));
    let hundred = |scale: u32| 100 * 10i128.pow(scale);
    let large = rules.largest.is_some_and(|(_, k)| amount * hundred(k.scale()) > k.digits() * count);
    large || rules.estimate.is_some_and(|p| (count - amount) * hundred(p.scale()) < p.digits() * amount)
}

/// How wide the range of a cell must be for someone who gives `own` to it, so that he does not estimate the largest other
/// contributor closer than the p% rule allows; without that rule, so that he does not learn what the only other one gives.
/// `None` where what the rest gives keeps him from it.
fn others_width(
    rules: &Dominance,
    count: i64,
    own: i64,
    list: &[(Result<&str, usize>, i64)],
    min_width: i64,
) -> Option<i64> {
    let mut others: Vec<i64> = list.iter().map(|(_, amount)| *amount).collect();
    if let Some(me) = others.iter().position(|amount| *amount == own) {
        others.remove(me);
    }
    let largest = others.iter().copied().max().filter(|l| *l > 0)?;
    let rest = i128::from(count - own - largest);
    match rules.estimate {
        Some(percent) => {
            let scale = 100 * 10i128.pow(percent.scale());
            let short = percent.digits() * i128::from(largest) - rest * scale;
            let width = (short + scale - 1).div_euclid(scale);
            (short > 0).then(|| i64::try_from(width.max(1)).unwrap_or(i64::MAX / 4))
        }
        None => (rest == 0).then_some(min_width.min(largest)),
    }
}

/// Cells with all their parts: what is all of a sum is all of its parts.
fn below(system: &System, cells: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let mut open: Vec<usize> = cells.collect();
    let mut all: BTreeSet<usize> = open.iter().copied().collect();
    while let Some(cell) = open.pop() {
        for (_, parts) in system.relations.iter().filter(|(total, _)| *total == cell) {
            open.extend(parts.iter().copied().filter(|part| all.insert(*part)));
        }
    }
    all
}
