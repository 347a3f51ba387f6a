//! Two tables that count the same people: is it known how their columns and values belong together?
//!
//! What is not known cannot be judged together, so it has to be said: columns by name (`wie`), or as different features in
//! `site.yaml` (`merkmale`); values by name, or by what they are the sum of (`besteht_aus`).

use super::people::{Areas, People, column};
use super::source::Source;
use super::{Problem, ProblemKind};
use crate::diagnostic::FieldPath;
use crate::kinds::{DimensionDecl, Settings};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What values are the sum of: by column and value.
pub(super) type Made = BTreeMap<(String, String), BTreeSet<String>>;

/// How two tables stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// They count different things.
    Apart,
    /// They count the same people, of whom a reader can see both tables.
    Same,
    /// They may count the same people, but one of them does not say for which day or area.
    Unclear,
    /// One counts on a day, the other in a time that this day is in: they may count the same people.
    Within,
}

/// How two tables stand to each other.
pub(super) fn pair(a: &Source<'_>, b: &Source<'_>) -> Pair {
    let (one, other) = (&a.people, &b.people);
    let known = !one.no_area && !other.no_area;
    let here = if known { !one.areas.is_disjoint(&other.areas) } else { one.region == other.region };
    if one.measure != other.measure || !here {
        Pair::Apart
    } else if one.day != other.day && day_within(one, other) {
        Pair::Within
    } else if one.year != other.year {
        Pair::Apart
    } else if one.day == other.day {
        let same = one.no_area == other.no_area;
        if same { Pair::Same } else { Pair::Unclear }
    } else if one.no_day != other.no_day {
        Pair::Unclear
    } else {
        Pair::Apart
    }
}

/// Whether one counts on a single day in the time of the other.
fn day_within(one: &People, other: &People) -> bool {
    let (Some(one), Some(other)) = (one.span, other.span) else { return false };
    let holds = |time: (NaiveDate, NaiveDate), day: (NaiveDate, NaiveDate)| {
        day.0 == day.1 && time.0 != time.1 && (time.0..=time.1).contains(&day.0)
    };
    holds(one, other) || holds(other, one)
}

/// What is not said of a day in the time of the other table, at `here`.
pub(super) fn within(here: &Source<'_>, there: &Source<'_>) -> Problem {
    let message = format!(
        "Dieser Bericht und der Bericht „{}“ zählen vielleicht dieselben Menschen: der eine an einem Stichtag, der andere in \
         einem Zeitraum, in dem dieser Tag liegt.",
        there.id
    );
    let help = "Zählen beide die Menschen am selben Tag, dann nennen Sie in beiden Berichten „stichtag“. Zählen sie \
                Verschiedenes, dann geben Sie ihnen verschiedene Titel unter „mass“, oder nennen Sie den anderen Bericht unter \
                „andere_menschen“, mit Grund.";
    here.declared(ProblemKind::Match, FieldPath::key("mass"), message, help.to_owned())
}

/// What is not said of day and area, at `here`.
pub(super) fn unclear(here: &Source<'_>, there: &Source<'_>) -> Problem {
    let (field, what) = if here.people.no_day == there.people.no_day {
        ("gebiet", "Nennen Sie in beiden Berichten „gebiet“.")
    } else {
        ("stichtag", "Nennen Sie in beiden Berichten „stichtag“ oder „zeitraum“.")
    };
    let message = format!(
        "Dieser Bericht und der Bericht „{}“ zählen wohl dieselben Menschen, aber „{field}“ steht nur in einem von beiden.",
        there.id
    );
    let help = format!("{what} Zählen sie Verschiedenes, dann geben Sie ihnen verschiedene Titel unter „mass“.");
    here.declared(ProblemKind::Match, FieldPath::key("mass"), message, help)
}

/// What values are the sum of, in all these tables.
pub(super) fn made(sources: &[Source<'_>], of: &[usize]) -> Made {
    let mut made = Made::new();
    for dimension in of.iter().flat_map(|n| &sources[*n].table.dimensions) {
        for value in dimension.values.iter().filter(|v| !v.made_of.is_empty()) {
            let key = (column(dimension).to_owned(), value.id.clone());
            made.entry(key).or_default().extend(value.made_of.iter().map(|id| id.value.clone()));
        }
    }
    made
}

/// What has to be said at `here`, so that it can be judged together with `there`.
pub(super) fn compare(here: &Source<'_>, there: &Source<'_>, made: &Made, settings: &Settings) -> Vec<Problem> {
    let mut problems = Vec::new();
    let columns = |s: &Source<'_>| -> BTreeMap<String, usize> {
        let name = |(n, d): (usize, &DimensionDecl)| {
            let name = if s.people.space == Some(n) { String::new() } else { column(d).to_owned() };
            (name, n)
        };
        s.table.dimensions.iter().enumerate().map(|(n, d)| name((n, &d.value))).collect()
    };
    let (ours, theirs) = (columns(here), columns(there));
    let alone = |a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>| -> Vec<String> {
        a.keys().filter(|name| !name.is_empty() && !b.contains_key(*name)).cloned().collect()
    };
    let (only_here, only_there) = (alone(&ours, &theirs), alone(&theirs, &ours));
    let known = |name: &&String| settings.features.contains(name);
    if let (Some(first), Some(their)) = (only_here.first(), only_there.first())
        && !only_here.iter().chain(&only_there).all(|name| known(&name))
    {
        let name = only_here.iter().find(|name| !known(name)).unwrap_or(first);
        let all: BTreeSet<&str> =
            settings.features.iter().chain(&only_here).chain(&only_there).map(String::as_str).collect();
        let all: Vec<&str> = all.into_iter().collect();
        let message = format!(
            "Dieser Bericht zählt dieselben Menschen wie der Bericht „{}“, hier nach „{}“, dort nach „{}“. Klartext weiß \
             nicht, ob das dasselbe Merkmal ist.",
            there.id,
            only_here.join("“, „"),
            only_there.join("“, „")
        );
        let help = format!(
            "Dasselbe Merkmal: Schreiben Sie hier „wie: {their}“. Verschiedene Merkmale: Schreiben Sie in site.yaml \
             „merkmale: [{}]“. Verschiedene Menschen: Nennen Sie den anderen Bericht unter „andere_menschen“, mit Grund.",
            all.join(", ")
        );
        let path = FieldPath::key("merkmale").at(here.table.dimensions[ours[name]].at).then("spalte");
        problems.push(here.declared(ProblemKind::Match, path, message, help));
    }
    for (name, d) in &ours {
        let Some(other) = theirs.get(name) else { continue };
        let (mine, yours) = (leaves(here, *d, settings), leaves(there, *other, settings));
        let (mine, yours) = if name.is_empty() {
            let parts = [parts_of_areas(here, settings), parts_of_areas(there, settings)];
            let parts = |v: &str| parts.iter().find_map(|p| p.get(v).cloned());
            (spread(mine, parts), spread(yours, parts))
        } else {
            let levels = [levels(here, *d), levels(there, *other)];
            let parts = |v: &str| {
                made.get(&(name.clone(), v.to_owned()))
                    .cloned()
                    .or_else(|| levels.iter().find_map(|l| l.get(v).cloned()))
            };
            (spread(mine, parts), spread(yours, parts))
        };
        let more: Vec<&str> = mine.difference(&yours).map(String::as_str).collect();
        let fewer: Vec<&str> = yours.difference(&mine).map(String::as_str).collect();
        let total = |s: &Source<'_>, d: usize| s.table.dimensions[d].total.is_some();
        let apart = if name.is_empty() {
            // Areas that site.yaml knows are known not to overlap.
            !more.is_empty() && !fewer.is_empty() && more.iter().chain(&fewer).any(|a| a.contains('/'))
        } else if total(here, *d) && total(there, *other) {
            more != fewer
        } else {
            !more.is_empty() && !fewer.is_empty()
        };
        if apart {
            let dimension = &here.table.dimensions[*d];
            problems.push(here.declared(
                ProblemKind::Match,
                FieldPath::key("merkmale").at(dimension.at).then("werte"),
                format!(
                    "„{}“ hat hier andere Werte als im Bericht „{}“, der dieselben Menschen zählt. {}",
                    dimension.column,
                    there.id,
                    only(&more, &fewer)
                ),
                "Geben Sie gleichen Werten gleiche Kurz-Namen. Fasst ein Wert mehrere andere zusammen, dann schreiben Sie \
                 zu ihm „besteht_aus“. Verschiedene Menschen: Nennen Sie den anderen Bericht unter „andere_menschen“, mit \
                 Grund."
                    .to_owned(),
            ));
        }
    }
    problems
}

fn only(here: &[&str], there: &[&str]) -> String {
    let list = |values: &[&str]| {
        let short = values.iter().map(|v| v.rsplit_once('/').map_or(*v, |(_, v)| v));
        short.map(|v| if v.is_empty() { "alle" } else { v }).collect::<Vec<_>>().join(", ")
    };
    let told = [("hier", here), ("dort", there)].into_iter().filter(|(_, v)| !v.is_empty());
    let told: Vec<String> = told.map(|(place, v)| format!("nur {place}: {}", list(v))).collect();
    let text = told.join("; ");
    format!("N{}.", text.strip_prefix('n').unwrap_or(&text))
}

/// The finest values of a column; of the column of areas, their smallest areas.
fn leaves(source: &Source<'_>, d: usize, settings: &Settings) -> BTreeSet<String> {
    let values = &source.plan.dimensions[d].values;
    let leaf = |n: &usize| !values[*n].is_total && !values.iter().any(|v| v.parent == Some(*n));
    let areas = |n: usize| -> Areas {
        if source.people.space == Some(d) {
            source.people.areas_of(source.table, &source.plan, n, settings)
        } else {
            Areas::from([values[n].id.clone()])
        }
    };
    (0..values.len()).filter(leaf).flat_map(areas).collect()
}

/// Sums below the total, with their parts.
fn levels(source: &Source<'_>, d: usize) -> BTreeMap<String, BTreeSet<String>> {
    let values = &source.plan.dimensions[d].values;
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for value in values {
        if let Some(parent) = value.parent.map(|p| &values[p]).filter(|p| !p.is_total) {
            out.entry(parent.id.clone()).or_default().insert(value.id.clone());
        }
    }
    out
}

/// Areas that this table takes apart: a sum of it, or its whole area.
fn parts_of_areas(source: &Source<'_>, settings: &Settings) -> BTreeMap<String, BTreeSet<String>> {
    let Some(d) = source.people.space else { return BTreeMap::new() };
    let values = &source.plan.dimensions[d].values;
    let areas = |n: usize| source.people.areas_of(source.table, &source.plan, n, settings);
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (n, value) in values.iter().enumerate() {
        let Some(parent) = value.parent else { continue };
        let mut whole = areas(parent).into_iter();
        if let (Some(one), None) = (whole.next(), whole.next()) {
            out.entry(one).or_default().extend(areas(n));
        }
    }
    // An area that is its own part is taken apart no further.
    out.retain(|whole, parts| !parts.contains(whole));
    out
}

/// Values with each sum replaced by its parts, as far as these are known.
fn spread(values: BTreeSet<String>, parts: impl Fn(&str) -> Option<BTreeSet<String>>) -> BTreeSet<String> {
    let mut known = values.clone();
    let mut open: Vec<String> = values.into_iter().collect();
    let mut out = BTreeSet::new();
    while let Some(value) = open.pop() {
        match parts(&value) {
            Some(parts) => open.extend(parts.into_iter().filter(|p| known.insert(p.clone()))),
            None => {
                out.insert(value);
            }
        }
    }
    out
}
