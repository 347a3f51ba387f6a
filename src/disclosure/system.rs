//! The table as numbered cells and linear equations: what a reader can calculate with.
//!
//! Takes names, relations and facts; gives indexes, or says which part of the input is wrong. Never sees a count except
//! in [`System::contradiction`].

use std::collections::BTreeMap;

use super::decimal::Decimal;
use super::echelon::gcd;
use super::failure::{Failure, Refusal};
use super::model::{CellId, Knowledge};
use super::simplex::{Simplex, Trouble};

/// `lo ≤ Σ coef · cell ≤ hi` in whole numbers.
#[derive(Debug, Clone)]
pub(super) struct Linear {
    pub(super) coef: Vec<(usize, i64)>,
    pub(super) lo: Option<i64>,
    pub(super) hi: Option<i64>,
}

/// Everything a reader can calculate with, besides the printed values.
#[derive(Debug, Clone)]
pub(super) struct System {
    /// Sorted, so equal input in any order gives equal results.
    pub(super) ids: Vec<CellId>,
    /// Total and parts.
    pub(super) relations: Vec<(usize, Vec<usize>)>,
    pub(super) facts: Vec<Linear>,
}

impl System {
    /// Numbers the cells and checks the form of relations and facts.
    pub(super) fn new<'a>(ids: impl Iterator<Item = &'a CellId>, known: &Knowledge) -> Result<Self, Failure> {
        let Knowledge { relations, facts, unprinted: _ } = known;
        let mut ids: Vec<CellId> = ids.cloned().collect();
        ids.sort();
        ids.dedup();
        let index: BTreeMap<&CellId, usize> = ids.iter().enumerate().map(|(i, id)| (id, i)).collect();
        let find = |id: &CellId, place: &str| {
            let unknown =
                || Failure::input(format!("{place} nennt die Zelle „{id}“, die es in der Tabelle nicht gibt."));
            index.get(id).copied().ok_or_else(unknown)
        };
        let mut rows = Vec::new();
        for relation in relations {
            let total = find(&relation.total, "Eine Summe")?;
            let mut parts = relation.parts.iter().map(|p| find(p, "Eine Summe")).collect::<Result<Vec<_>, _>>()?;
            parts.sort_unstable();
            if parts.is_empty() {
                return Err(Failure::input(format!("Die Summe „{}“ hat keine Teile.", relation.total)));
            }
            if let Some(twice) = parts.windows(2).find(|w| w[0] == w[1]) {
                let (part, total) = (&ids[twice[0]], &relation.total);
                return Err(Failure::input(format!("Die Summe „{total}“ zählt die Zelle „{part}“ zweimal.")));
            }
            rows.push((total, parts));
        }
        rows.sort();
        rows.dedup();
        if let Some(cell) = circle(ids.len(), &rows) {
            return Err(Failure::input(format!(
                "Die Summen laufen im Kreis: „{}“ wäre ein Teil von sich selbst.",
                ids[cell]
            )));
        }
        let mut linear = Vec::new();
        for fact in facts {
            let coef = fact
                .coef
                .iter()
                .map(|(id, c)| Ok((find(id, "Eine veröffentlichte Angabe (facts)")?, *c)))
                .collect::<Result<Vec<_>, Failure>>()?;
            linear.push(scaled(&coef, fact.lo, fact.hi)?);
        }
        linear.sort_by(|a, b| (&a.coef, a.lo, a.hi).cmp(&(&b.coef, b.lo, b.hi)));
        Ok(Self { ids, relations: rows, facts: linear })
    }

    /// Number of cells.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// How many levels of sums stand below each cell: readers miss a total more than a part.
    pub(super) fn ranks(&self) -> Vec<usize> {
        let mut rank = vec![0; self.len()];
        // Relations have no circle, so this settles after as many rounds as there are levels.
        loop {
            let before = rank.clone();
            for (total, parts) in &self.relations {
                let below = parts.iter().map(|p| rank[*p]).max().unwrap_or(0);
                rank[*total] = rank[*total].max(below + 1);
            }
            if rank == before {
                return rank;
            }
        }
    }

    /// An exact tableau over all cells; fact `k` is variable `len() + k`, bounded by the fact's ends.
    pub(super) fn simplex(&self) -> Result<Simplex, Trouble> {
        let n = self.len();
        let mut equations: Vec<Vec<(usize, i64)>> = Vec::new();
        for (total, parts) in &self.relations {
            let mut row = vec![(*total, -1)];
            row.extend(parts.iter().map(|p| (*p, 1)));
            equations.push(row);
        }
        for (k, fact) in self.facts.iter().enumerate() {
            let mut row = fact.coef.clone();
            row.push((n + k, -1));
            equations.push(row);
        }
        let mut simplex = Simplex::new(n + self.facts.len(), &equations)?;
        for (k, fact) in self.facts.iter().enumerate() {
            simplex.bound(n + k, fact.lo, fact.hi);
        }
        Ok(simplex)
    }

    /// A point over cells and facts from values of the cells.
    pub(super) fn extended(&self, cells: &[i64]) -> Result<Vec<i64>, Trouble> {
        let mut point = cells.to_vec();
        for fact in &self.facts {
            point.push(i64::try_from(fact.at(cells)).map_err(|_| Trouble)?);
        }
        Ok(point)
    }

    /// The first relation or fact that the counts do not fit.
    pub(super) fn contradiction(&self, cells: &[i64]) -> Option<Refusal> {
        let of = |code, cell: Option<usize>, reason: String| {
            Some(Refusal { code, cell: cell.map(|c| self.ids[c].clone()), reason })
        };
        for (total, parts) in &self.relations {
            if parts.iter().map(|p| cells[*p]).sum::<i64>() != cells[*total] {
                let reason = format!("Die Zelle „{}“ ist nicht die Summe ihrer Teile.", self.ids[*total]);
                return of("sum-mismatch", Some(*total), reason);
            }
        }
        for fact in &self.facts {
            let value = fact.at(cells);
            if fact.lo.is_some_and(|l| value < i128::from(l)) || fact.hi.is_some_and(|h| value > i128::from(h)) {
                let names: Vec<String> = fact.coef.iter().map(|(c, _)| format!("„{}“", self.ids[*c])).collect();
                let reason = format!(
                    "Eine veröffentlichte Angabe (facts) zu {} widerspricht den Zahlen der Tabelle.",
                    if names.is_empty() { "keiner Zelle".to_owned() } else { names.join(", ") }
                );
                return of("fact-mismatch", fact.coef.first().map(|(c, _)| *c), reason);
            }
        }
        None
    }
}

impl Linear {
    fn at(&self, cells: &[i64]) -> i128 {
        self.coef.iter().map(|(c, w)| i128::from(*w) * i128::from(cells[*c])).sum()
    }
}

/// A cell on a circle of total → part, if there is one.
fn circle(cells: usize, rows: &[(usize, Vec<usize>)]) -> Option<usize> {
    let mut waiting = vec![0usize; cells];
    for (total, parts) in rows {
        waiting[*total] += parts.len();
    }
    let mut totals: Vec<Vec<usize>> = vec![Vec::new(); cells];
    for (total, parts) in rows {
        parts.iter().for_each(|p| totals[*p].push(*total));
    }
    let mut ready: Vec<usize> = (0..cells).filter(|c| waiting[*c] == 0).collect();
    while let Some(cell) = ready.pop() {
        for total in &totals[cell] {
            waiting[*total] -= 1;
            if waiting[*total] == 0 {
                ready.push(*total);
            }
        }
    }
    (0..cells).find(|c| waiting[*c] != 0)
}

/// Decimals of a coefficient and their digits: enough for shares in thousandths of a percent, small enough to stay exact.
const COEF_PLACES: u32 = 9;
const COEF_DIGITS: u128 = 1_000_000_000_000;
/// Facts are read a billionth more generously than written: their ends often come from binary fractions.
const SLACK_PLACES: u32 = 9;

fn scaled(coef: &[(usize, Decimal)], lo: Option<Decimal>, hi: Option<Decimal>) -> Result<Linear, Failure> {
    let scale = coef.iter().map(|(_, c)| c.scale()).max().unwrap_or(0);
    if scale > COEF_PLACES || coef.iter().any(|(_, c)| c.at(COEF_PLACES.max(scale)).unsigned_abs() > COEF_DIGITS * 1000)
    {
        return Err(Failure::input(
            "Eine veröffentlichte Angabe (facts) hat einen Faktor, der zu groß ist oder mehr als 9 Nachkommastellen hat.",
        ));
    }
    let whole: Vec<(usize, i128)> = coef.iter().map(|(v, c)| (*v, c.at(scale))).filter(|(_, c)| *c != 0).collect();
    let common = whole.iter().fold(0, |g, (_, c)| gcd(g, c.unsigned_abs() as u64));
    let common = i128::from(common.max(1));
    // value · 10^scale / common, moved outwards by the slack, then inwards to a whole number.
    let end = |d: Decimal, up: bool| -> i64 {
        let places = d.scale().max(SLACK_PLACES);
        let slack = 10i128.pow(places - SLACK_PLACES);
        let digits = if up { d.at(places) + slack } else { d.at(places) - slack };
        let (top, bottom) = (digits.saturating_mul(10i128.pow(scale)), 10i128.pow(places) * common);
        let value = if up { top.div_euclid(bottom) } else { -(-top).div_euclid(bottom) };
        i64::try_from(value).unwrap_or(if value < 0 { i64::MIN / 4 } else { i64::MAX / 4 })
    };
    let coef = whole
        .iter()
        .map(|(v, c)| i64::try_from(c / common).map(|c| (*v, c)))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_| Failure::input("Eine veröffentlichte Angabe (facts) hat einen zu großen Faktor."))?;
    Ok(Linear { coef, lo: lo.map(|d| end(d, false)), hi: hi.map(|d| end(d, true)) })
}
