//! An attacker who shares no code with the program: tries all whole-number tables one by one.
#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Weights, smallest and largest value of the weighted sum.
pub type Fact = (Vec<(usize, i64)>, i64, i64);

/// A small table with its sums.
#[derive(Debug, Clone)]
pub struct Table {
    pub names: Vec<String>,
    pub counts: Vec<i64>,
    pub sums: Vec<(usize, Vec<usize>)>,
    /// Published besides.
    pub facts: Vec<Fact>,
    /// Cells that stand in no table but in sums.
    pub unprinted: Vec<usize>,
}

impl Table {
    /// Two-way table with all margins.
    pub fn two_way(rows: usize, columns: usize, inner: &[i64]) -> Self {
        let at = |r: usize, c: usize| r * (columns + 1) + c;
        let mut counts = vec![0; (rows + 1) * (columns + 1)];
        let mut sums = Vec::new();
        for r in 0..rows {
            for c in 0..columns {
                for (i, j) in [(r, c), (r, columns), (rows, c), (rows, columns)] {
                    counts[at(i, j)] += inner[r * columns + c];
                }
            }
        }
        for r in 0..=rows {
            sums.push((at(r, columns), (0..columns).map(|c| at(r, c)).collect()));
        }
        for c in 0..=columns {
            sums.push((at(rows, c), (0..rows).map(|r| at(r, c)).collect()));
        }
        Self::named(counts, sums)
    }

    /// A tree of sums: the root holds groups, the groups hold leaves; a second breakdown of the root is linked.
    pub fn tree(groups: &[Vec<i64>], linked_at: usize) -> Self {
        let mut counts = vec![0];
        let (mut sums, mut tops) = (Vec::new(), Vec::new());
        for leaves in groups {
            let top = counts.len();
            counts.push(leaves.iter().sum());
            tops.push(top);
            sums.push((top, (counts.len()..counts.len() + leaves.len()).collect()));
            counts.extend(leaves);
        }
        counts[0] = tops.iter().map(|t| counts[*t]).sum();
        sums.push((0, tops));
        let cut = (linked_at as i64).min(counts[0]);
        sums.push((0, vec![counts.len(), counts.len() + 1]));
        counts.extend([cut, counts[0] - cut]);
        Self::named(counts, sums)
    }

    fn named(counts: Vec<i64>, sums: Vec<(usize, Vec<usize>)>) -> Self {
        let names = (0..counts.len()).map(|k| format!("z{k:02}")).collect();
        Self { names, counts, sums, facts: Vec::new(), unprinted: Vec::new() }
    }

    /// Two areas by the same groups, one within the other; what lies between stands in no table.
    pub fn areas(inner: &[i64], between: &[i64]) -> Self {
        let n = inner.len() + 1;
        let row = |of: &dyn Fn(usize) -> i64| -> Vec<i64> {
            let parts: Vec<i64> = (0..inner.len()).map(of).collect();
            std::iter::once(parts.iter().sum()).chain(parts).collect()
        };
        let mut counts = row(&|k| inner[k] + between[k]);
        counts.extend(row(&|k| inner[k]));
        counts.extend(row(&|k| between[k]));
        let mut sums: Vec<(usize, Vec<usize>)> = (0..2).map(|a| (a * n, (a * n + 1..(a + 1) * n).collect())).collect();
        sums.extend((0..n).map(|k| (k, vec![n + k, 2 * n + k])));
        let mut table = Self::named(counts, sums);
        table.unprinted = (2 * n..3 * n).collect();
        table
    }

    pub fn request(&self, extra: &Value) -> Value {
        let printed = |c: &usize| !self.unprinted.contains(c);
        let cells: BTreeMap<&String, i64> =
            (0..self.names.len()).filter(printed).map(|c| (&self.names[c], self.counts[c])).collect();
        let relations: Vec<Value> = self
            .sums
            .iter()
            .map(|(t, p)| json!({"total": self.names[*t], "parts": p.iter().map(|k| &self.names[*k]).collect::<Vec<_>>()}))
            .collect();
        let mut request = json!({"threshold": 3, "zero_public": true, "cells": cells, "relations": relations});
        let fact = |(coef, lo, hi): &Fact| {
            let coef: BTreeMap<&String, i64> = coef.iter().map(|(c, w)| (&self.names[*c], *w)).collect();
            json!({"coef": coef, "lo": lo, "hi": hi})
        };
        request["facts"] = self.facts.iter().map(fact).collect();
        if !self.unprinted.is_empty() {
            request["unprinted"] = self.unprinted.iter().map(|c| self.names[*c].clone()).collect();
        }
        for (key, value) in extra.as_object().expect("object") {
            request[key] = value.clone();
        }
        request
    }
}

/// What an attacker knows of each cell before he calculates: the smallest and largest value.
pub type Known = Vec<(i64, i64)>;

/// Smallest and largest value of each cell over all tables that fit; `None` if no table fits.
pub fn brute(table: &Table, known: &Known) -> Option<Known> {
    let mut seen: Option<Known> = None;
    search(table, &mut known.clone(), &mut seen);
    seen
}

fn search(table: &Table, range: &mut Known, seen: &mut Option<Known>) {
    let before = range.clone();
    if tighten(table, range) {
        match (0..range.len()).filter(|c| range[*c].0 < range[*c].1).min_by_key(|c| range[*c].1 - range[*c].0) {
            None => {
                let fits =
                    |(coef, lo, hi): &Fact| (*lo..=*hi).contains(&coef.iter().map(|(c, w)| w * range[*c].0).sum());
                if !table.facts.iter().all(fits) {
                    range.clone_from(&before);
                    return;
                }
                let found = seen.get_or_insert_with(|| range.clone());
                for (f, r) in found.iter_mut().zip(range.iter()) {
                    *f = (f.0.min(r.0), f.1.max(r.1));
                }
            }
            Some(cell) => {
                let ends = range[cell];
                for value in ends.0..=ends.1 {
                    let here = range.clone();
                    range[cell] = (value, value);
                    search(table, range, seen);
                    range.clone_from(&here);
                }
            }
        }
    }
    range.clone_from(&before);
}

/// Narrows ranges row by row and fact by fact; `false` if one cannot hold.
fn tighten(table: &Table, range: &mut Known) -> bool {
    loop {
        let before = range.clone();
        for fact in &table.facts {
            tighten_fact(fact, range);
        }
        for (total, parts) in &table.sums {
            let (lo, hi) = parts.iter().fold((0, 0), |s, p| (s.0 + range[*p].0, s.1 + range[*p].1));
            range[*total] = (range[*total].0.max(lo), range[*total].1.min(hi));
            for p in parts {
                let (l, h) = range[*p];
                range[*p] = (l.max(range[*total].0 - (hi - h)), h.min(range[*total].1 - (lo - l)));
            }
        }
        if range.iter().any(|(l, h)| l > h) {
            return false;
        }
        if *range == before {
            return true;
        }
    }
}

/// What the other cells of a weighted sum leave for each.
fn tighten_fact((coef, lo, hi): &Fact, range: &mut Known) {
    let ends = |(c, w): (usize, i64), range: &Known| {
        let (a, b) = (w * range[c].0, w * range[c].1);
        (a.min(b), a.max(b))
    };
    for (k, (cell, weight)) in coef.iter().enumerate().filter(|(_, (_, weight))| *weight != 0) {
        let others = coef.iter().enumerate().filter(|(j, _)| *j != k);
        let (low, high) = others.fold((0, 0), |s, (_, other)| {
            let (l, h) = ends(*other, range);
            (s.0 + l, s.1 + h)
        });
        // lo - high <= weight * x <= hi - low; rounded towards the inside.
        let (min, max) = if *weight > 0 { (lo - high, hi - low) } else { (low - hi, high - lo) };
        let by = weight.abs();
        range[*cell] = (range[*cell].0.max(-((-min).div_euclid(by))), range[*cell].1.min(max.div_euclid(by)));
    }
}

/// The rules of the attacker in a test.
#[derive(Debug, Clone, Copy)]
pub struct Attack {
    pub threshold: i64,
    pub width: i64,
    pub insiders: bool,
    /// Width an insider must leave.
    pub insider_width: i64,
    /// Insiders may learn cells that are only withheld for others.
    pub sensitive_only: bool,
    pub knows_zeros: bool,
    /// Numbers are rounded to 5, not withheld.
    pub rounded: bool,
    /// A number in no table may be known to be zero.
    pub zeros_open: bool,
}

/// An attacker who knows all that the default rules think of.
pub const ATTACK: Attack = Attack {
    threshold: 3,
    width: 3,
    insiders: true,
    insider_width: 3,
    sensitive_only: false,
    knows_zeros: true,
    rounded: false,
    zeros_open: true,
};

/// The first cell an attacker gets too close to, given which cells are withheld.
pub fn loses(table: &Table, withheld: &[bool], attack: Attack) -> Option<String> {
    // Who stops too early believes too much: a cell may get its room only where another goes far, since facts have
    // weights. Going further can only take a find away, so each find is tried again.
    let cap = 2 * table.counts.iter().max().unwrap() + 3 * attack.width.max(attack.threshold);
    let found = loses_within(table, withheld, attack, cap);
    if found.is_none() || table.facts.is_empty() { found } else { loses_within(table, withheld, attack, 8 * cap) }
}

/// The same by an attacker who tries no count above `cap` for what is not printed.
fn loses_within(table: &Table, withheld: &[bool], attack: Attack, cap: i64) -> Option<String> {
    let known = |floor: i64| -> Known {
        let one = |c: usize| match table.counts[c] {
            _ if table.unprinted.contains(&c) => (0, cap),
            _ if withheld[c] => (floor, cap),
            n if attack.rounded => (((n + 2) / 5 * 5 - 2).max(0), (n + 2) / 5 * 5 + 2),
            n => (n, n),
        };
        (0..withheld.len()).map(one).collect()
    };
    let small = |(lo, hi): (i64, i64)| lo >= 1 && hi < attack.threshold;
    let bad = |c: usize, (lo, hi): (i64, i64), width: i64| {
        if table.unprinted.contains(&c) {
            hi < attack.threshold && !(hi == 0 && attack.zeros_open)
        } else if withheld[c] {
            lo == hi || small((lo, hi)) || hi - lo < width
        } else {
            attack.rounded && (lo == hi || small((lo, hi)))
        }
    };
    let check = |ranges: &Known, width: i64, own: &[usize], who: &str| {
        (0..withheld.len())
            .find(|c| !own.contains(c) && bad(*c, ranges[*c], width))
            .map(|c| format!("{who}: {} in {:?}", table.names[c], ranges[c]))
    };
    let ranges = brute(table, &known(0)).expect("the true table fits");
    if let Some(found) = check(&ranges, attack.width, &[], "reader") {
        return Some(found);
    }
    if attack.knows_zeros {
        let ranges = brute(table, &known(1)).expect("no zero is withheld");
        if let Some(found) = check(&ranges, 1, &[], "reader who knows that zeros are printed") {
            return Some(found);
        }
    }
    let hidden = |c: &usize| (withheld[*c] || attack.rounded) && !table.unprinted.contains(c);
    for insider in (0..withheld.len()).filter(|c| attack.insiders && hidden(c) && table.counts[*c] == 1) {
        let mut own = own(table, insider);
        if attack.sensitive_only {
            let plain = |c: &usize| table.counts[*c] >= attack.threshold && !table.unprinted.contains(c);
            own.extend((0..withheld.len()).filter(plain));
        }
        for (floor, width) in [(0, attack.insider_width), (1, 1)] {
            if floor == 1 && !attack.knows_zeros {
                continue;
            }
            let mut known = known(floor);
            known[insider] = (1, 1);
            let ranges = brute(table, &known).expect("the true table fits");
            let who = format!("the one person in {}", table.names[insider]);
            if let Some(found) = check(&ranges, width, &own, &who) {
                return Some(found);
            }
        }
    }
    None
}

/// Cells that hold nobody but the insider (reached over sums of 1), and their parts.
fn own(table: &Table, insider: usize) -> Vec<usize> {
    let mut own = vec![insider];
    loop {
        let before = own.len();
        for (total, parts) in &table.sums {
            let row: Vec<usize> = parts.iter().copied().chain([*total]).filter(|c| table.counts[*c] == 1).collect();
            // Who is alone in a number of no table is known by chance alone.
            let printed = !table.unprinted.contains(total);
            if printed && table.counts[*total] == 1 && row.iter().any(|c| own.contains(c)) {
                own.extend(row.iter().filter(|c| !own.contains(c)).copied().collect::<Vec<_>>());
            }
        }
        if own.len() == before {
            break;
        }
    }
    let mut below = own.clone();
    while let Some(cell) = below.pop() {
        for (_, parts) in table.sums.iter().filter(|(t, _)| *t == cell) {
            below.extend(parts);
            own.extend(parts);
        }
    }
    own
}

/// The smallest number of withheld cells that no attacker beats, by trying all sets in order of size.
pub fn optimum(table: &Table, fixed: &[bool], allowed: &[bool], attack: Attack) -> Option<usize> {
    let free: Vec<usize> = (0..fixed.len()).filter(|c| allowed[*c] && !fixed[*c]).collect();
    let base = fixed.iter().filter(|f| **f).count();
    for size in 0..=free.len() {
        let mut set = fixed.to_vec();
        if any_of_size(table, &free, size, &mut set, attack) {
            return Some(base + size);
        }
    }
    None
}

fn any_of_size(table: &Table, free: &[usize], size: usize, set: &mut Vec<bool>, attack: Attack) -> bool {
    if size == 0 {
        return loses(table, set, attack).is_none();
    }
    for (k, cell) in free.iter().enumerate() {
        if free.len() - k < size {
            break;
        }
        set[*cell] = true;
        let found = any_of_size(table, &free[k + 1..], size - 1, set, attack);
        set[*cell] = false;
        if found {
            return true;
        }
    }
    false
}

/// A small reproducible source of numbers.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) % sides
    }
}
