//! Three or more tables that cross in a ring: by place and age, by place and sex, by age and sex. Nobody prints the table by all
//! three, but readers can think of it, and each of its numbers has to fit all printed ones: that says more than the sums
//! that the tables share. Tables that cross without a ring say no more than these (the theory of decomposable tables:
//! Dobra and Fienberg, "Bounds for cell entries in contingency tables given marginal totals", 2000).

use super::people::{Areas, Key, People, column};
use super::source::Source;
use crate::disclosure::{CellId, Relation};
use crate::kinds::Settings;
use std::collections::{BTreeMap, BTreeSet};

/// Most cells of a table that nobody prints: up to here, a proof takes seconds (216: 2 to 20), with 512 minutes.
pub(super) const MOST_CELLS: usize = 250;

/// Cells with what they count and whom.
pub(super) type Keys<'a> = BTreeMap<CellId, (Key, &'a People)>;

/// The columns of tables that cross; areas have the empty name.
type Columns = BTreeSet<String>;

/// Sums of cells that stand in no table, for each ring of tables.
///
/// # Errors
/// The columns of a ring that cannot be judged: too many cells, or values that are not the same everywhere.
pub(super) fn rings<'a>(
    sources: &'a [Source<'_>],
    group: &[usize],
    keys: &mut Keys<'a>,
    settings: &Settings,
) -> Result<Vec<Relation>, Vec<String>> {
    let mut alike: BTreeMap<(&str, &str, &Areas), Vec<&'a Source<'_>>> = BTreeMap::new();
    for source in group.iter().map(|g| &sources[*g]) {
        let people = &source.people;
        alike.entry((&people.measure, &people.day, &people.whole)).or_default().push(source);
    }
    let mut out = Vec::new();
    for tables in alike.values().filter(|t| t.len() > 2) {
        let edges: Vec<Columns> = tables.iter().map(|s| columns(s).into_keys().collect()).collect();
        let core = ring(edges);
        if !core.is_empty() {
            out.extend(cross(tables, &core, keys, settings).ok_or_else(|| core.iter().cloned().collect::<Vec<_>>())?);
        }
    }
    Ok(out)
}

/// Columns of a table that tell people apart, with their places.
fn columns(source: &Source<'_>) -> BTreeMap<String, usize> {
    let told = |d: &usize| source.plan.dimensions[*d].values.iter().any(|v| !v.is_total);
    let name = |d: usize| {
        let area = source.people.space == Some(d);
        (if area { String::new() } else { column(&source.table.dimensions[d]).to_owned() }, d)
    };
    (0..source.plan.dimensions.len()).filter(told).map(name).collect()
}

/// The columns that are left when all is taken away that stands in one table alone or within another (the reduction of
/// Graham, Yu and Özsoyoğlu); none where there is no ring.
fn ring(mut edges: Vec<Columns>) -> Columns {
    loop {
        let before = edges.clone();
        let uses = |name: &String| before.iter().filter(|e| e.contains(name)).count();
        edges.iter_mut().for_each(|e| e.retain(|name| uses(name) > 1));
        let mut k = 0;
        while k < edges.len() {
            let within =
                |(n, other): (usize, &Columns)| n != k && edges[k].is_subset(other) && (edges[k] != *other || n < k);
            if edges[k].is_empty() || edges.iter().enumerate().any(within) {
                edges.remove(k);
            } else {
                k += 1;
            }
        }
        if edges == before {
            return edges.into_iter().flatten().collect();
        }
    }
}

/// A value of a column: what it adds to a key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Area(Areas),
    Other(String, String),
}

/// The finest values of a column of the ring.
fn leaves(source: &Source<'_>, d: usize, settings: &Settings) -> BTreeSet<Value> {
    let values = &source.plan.dimensions[d].values;
    let leaf = |n: &usize| !values[*n].is_total && !values.iter().any(|v| v.parent == Some(*n));
    let value = |n: usize| {
        if source.people.space == Some(d) {
            Value::Area(source.people.areas_of(source.table, &source.plan, n, settings))
        } else {
            Value::Other(column(&source.table.dimensions[d]).to_owned(), values[n].id.clone())
        }
    };
    (0..values.len()).filter(leaf).map(value).collect()
}

/// The sums of the table by all columns of the ring. `None`: it cannot be judged.
fn cross<'a>(
    tables: &[&'a Source<'_>],
    core: &Columns,
    keys: &mut Keys<'a>,
    settings: &Settings,
) -> Option<Vec<Relation>> {
    let mut values: BTreeMap<&String, BTreeSet<Value>> = BTreeMap::new();
    let mut whole: BTreeSet<&String> = BTreeSet::new();
    for source in tables {
        for (name, d) in columns(source) {
            let Some(name) = core.get(&name) else { continue };
            let own = leaves(source, d, settings);
            if values.get(name).is_some_and(|known| *known != own) {
                return None;
            }
            values.insert(name, own);
            if source.plan.dimensions[d].values.iter().any(|v| v.is_total) {
                whole.insert(name);
            }
        }
    }
    let cells = values.values().try_fold(1usize, |n, v| n.checked_mul(v.len()))?;
    if cells > MOST_CELLS {
        return None;
    }
    let people = &tables.first()?.people;
    let mut out = Vec::new();
    for source in tables {
        let own: BTreeSet<&String> = columns(source).into_keys().filter_map(|name| core.get(&name)).collect();
        // What is not all of a column adds up to nothing that is printed.
        if own.is_empty() || !values.keys().all(|name| own.contains(name) || whole.contains(name)) {
            continue;
        }
        let picks = |names: &dyn Fn(&String) -> bool| {
            values.iter().filter(|(name, _)| names(name)).fold(vec![Vec::new()], |all, (_, some)| {
                all.iter().flat_map(|p: &Vec<&Value>| some.iter().map(|v| [p.as_slice(), &[v]].concat())).collect()
            })
        };
        let rest = picks(&|name| !own.contains(name));
        for pick in picks(&|name| own.contains(name)) {
            let total = people.name(&key(people, &pick));
            if !keys.contains_key(&total) {
                continue;
            }
            let mut part = |more: &Vec<&Value>| {
                let key = key(people, &[pick.as_slice(), more.as_slice()].concat());
                let name = people.name(&key);
                keys.entry(name.clone()).or_insert((key, people));
                name
            };
            let parts: Vec<CellId> = rest.iter().map(&mut part).collect();
            if parts != [total.clone()] {
                out.push(Relation { total, parts });
            }
        }
    }
    Some(out)
}

fn key(people: &People, values: &[&Value]) -> Key {
    let mut key = Key { areas: people.whole.clone(), values: Vec::new() };
    for value in values {
        match value {
            Value::Area(areas) => key.areas.clone_from(areas),
            Value::Other(column, value) => key.values.push((column.clone(), value.clone())),
        }
    }
    key.values.sort();
    key
}

#[cfg(test)]
mod tests {
    use super::ring;

    #[test]
    fn a_ring_is_what_no_reduction_takes_away() {
        let edges = |all: &[&str]| all.iter().map(|e| e.chars().map(String::from).collect()).collect();
        let of = |all: &[&str]| ring(edges(all)).into_iter().collect::<String>();
        assert_eq!([of(&["ab", "ac"]), of(&["ab", "ac", "ad"]), of(&["abc", "ab", "bc"])], ["", "", ""]);
        assert_eq!([of(&["ab", "bc", "ca"]), of(&["abx", "bcy", "ca", "c"])], ["abc", "abc"]);
        assert_eq!([of(&["ab", "bc", "cd", "da"]), of(&["ab", "bc", "ca", "abc"])], ["abcd", ""]);
        assert_eq!(of(&["a", "a", "a"]), "");
    }
}
