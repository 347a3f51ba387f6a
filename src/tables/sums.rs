//! How the cells of tables that lie side by side add up: within each table, over areas, and over values that stand in
//! different tables. What stands in no table but takes part is a number that nobody prints and readers can calculate.

use super::crossing::{Keys, rings};
use super::people::{Areas, Key, People, column};
use super::source::Source;
use crate::disclosure::{CellId, Relation};
use crate::german::listing;
use crate::kinds::Settings;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How the cells of a group add up.
pub(super) struct Sums {
    /// All sums, each once.
    pub(super) relations: Vec<Relation>,
    /// Cells in them that stand in no table, with what people call them.
    pub(super) unprinted: BTreeMap<CellId, String>,
}

/// The sums of these tables.
///
/// # Errors
/// Columns of tables that cross in a ring and cannot be judged.
pub(super) fn sums(sources: &[Source<'_>], group: &[usize], settings: &Settings) -> Result<Sums, Vec<String>> {
    let mut own: Vec<Relation> = group.iter().flat_map(|g| within(&sources[*g])).collect();
    let mut keys: Keys<'_> = BTreeMap::new();
    for source in group.iter().map(|g| &sources[*g]) {
        let of = |(name, key): (&CellId, &Key)| (name.clone(), (key.clone(), &source.people));
        keys.extend(source.names.iter().zip(&source.keys).map(of));
    }
    let printed: BTreeSet<CellId> = keys.keys().cloned().collect();
    let mut between = Vec::new();
    for source in group.iter().map(|g| &sources[*g]) {
        let more = of_values(source, &mut keys);
        between.extend(more);
    }
    between.extend(of_areas(&mut keys));
    between.extend(rings(sources, group, &mut keys, settings)?);
    prune(&mut between, &own, &printed);
    own.append(&mut between);
    own.sort();
    own.dedup();
    let cells = own.iter().flat_map(|r| r.parts.iter().chain([&r.total]));
    let unprinted = cells.filter(|id| !printed.contains(*id));
    let unprinted = unprinted
        .map(|id| (id.clone(), keys.get(id).map_or_else(String::new, |k| title(&k.0, sources, group, settings))));
    let unprinted = unprinted.collect();
    Ok(Sums { relations: own, unprinted })
}

/// The sums of one table.
fn within(source: &Source<'_>) -> Vec<Relation> {
    let rows: Vec<Vec<String>> = (0..source.names.len()).map(|n| source.plan.codes(n)).collect();
    let name = |row: &Vec<String>| source.plan.schema.cell(&row.iter().map(String::as_str).collect::<Vec<_>>());
    let names: HashMap<CellId, &CellId> = rows.iter().map(name).zip(&source.names).collect();
    let (relations, _) = source.plan.schema.relations(&rows);
    let rename = |id: &CellId| names.get(id).map_or_else(|| id.clone(), |name| (*name).clone());
    relations
        .iter()
        .map(|r| Relation { total: rename(&r.total), parts: r.parts.iter().map(rename).collect() })
        // A sum whose only part has the same name says nothing.
        .filter(|r| !r.parts.contains(&r.total))
        .collect()
}

/// Values that are the sum of others: `besteht_aus`. Areas add up by themselves.
fn of_values<'a>(source: &'a Source<'_>, keys: &mut Keys<'a>) -> Vec<Relation> {
    let mut out = Vec::new();
    for (d, dimension) in source.table.dimensions.iter().enumerate().filter(|(d, _)| source.people.space != Some(*d)) {
        for n in 0..source.names.len() {
            let value = &dimension.values[source.plan.at(n)[d]];
            if value.made_of.is_empty() || dimension.total.as_ref() == Some(&value.id) {
                continue;
            }
            let mut part = |part: &String| {
                let mut key = source.keys[n].clone();
                key.values.iter_mut().filter(|(c, _)| c == column(dimension)).for_each(|(_, v)| v.clone_from(part));
                let id = source.people.name(&key);
                keys.entry(id.clone()).or_insert((key, &source.people));
                id
            };
            let parts: Vec<CellId> = value.made_of.iter().map(|id| part(id)).collect();
            out.push(Relation { total: source.names[n].clone(), parts });
        }
    }
    out
}

/// Areas that overlap: each is the sum of those parts that are told apart by the others.
fn of_areas<'a>(keys: &mut Keys<'a>) -> Vec<Relation> {
    // Tables of other days and measures that are linked have areas of their own.
    type Of<'k> = (&'k str, &'k str, &'k [(String, String)]);
    let mut places: BTreeMap<Of<'_>, (BTreeSet<&Areas>, &'a People)> = BTreeMap::new();
    for (key, people) in keys.values() {
        let of = (people.measure.as_str(), people.day.as_str(), key.values.as_slice());
        places.entry(of).or_insert_with(|| (BTreeSet::new(), people)).0.insert(&key.areas);
    }
    let mut out = Vec::new();
    let mut new: Vec<(CellId, Key, &'a People)> = Vec::new();
    for ((_, _, values), (areas, people)) in places {
        if areas.len() < 2 {
            continue;
        }
        // Smallest areas that always occur together cannot be told apart.
        let mut kinds: BTreeMap<Vec<bool>, Areas> = BTreeMap::new();
        for atom in areas.iter().copied().flatten().collect::<BTreeSet<_>>() {
            let within = areas.iter().map(|a| a.contains(atom)).collect();
            kinds.entry(within).or_default().insert(atom.clone());
        }
        let key = |areas: &Areas| Key { areas: areas.clone(), values: values.to_vec() };
        for (n, area) in areas.iter().enumerate() {
            let parts: Vec<&Areas> = kinds.iter().filter(|(within, _)| within[n]).map(|(_, part)| part).collect();
            if parts.len() < 2 {
                continue;
            }
            let mut names = Vec::with_capacity(parts.len());
            for part in parts {
                let key = key(part);
                let name = people.name(&key);
                new.push((name.clone(), key, people));
                names.push(name);
            }
            out.push(Relation { total: people.name(&key(area)), parts: names });
        }
    }
    for (name, key, people) in new {
        keys.entry(name).or_insert((key, people));
    }
    out
}

/// Drops sums that tell nothing: those with cells that stand nowhere else and leave the others free.
fn prune(between: &mut Vec<Relation>, own: &[Relation], printed: &BTreeSet<CellId>) {
    loop {
        let mut uses: HashMap<&CellId, usize> = HashMap::new();
        for id in own.iter().chain(between.iter()).flat_map(|r| r.parts.iter().chain([&r.total])) {
            *uses.entry(id).or_default() += 1;
        }
        let idle = |id: &CellId| !printed.contains(id) && uses.get(id) == Some(&1);
        let keep: Vec<bool> = between.iter().map(|r| !idle(&r.total) && !r.parts.iter().all(idle)).collect();
        if keep.iter().all(|k| *k) {
            return;
        }
        let mut keep = keep.into_iter();
        between.retain(|_| keep.next().unwrap_or(true));
    }
}

/// What people call a cell that stands in no table.
fn title(key: &Key, sources: &[Source<'_>], group: &[usize], settings: &Settings) -> String {
    let whole = settings.areas.iter().find(|a| settings.atoms(&a.id) == key.areas).map(|a| a.title.clone());
    let one = |id: &String| {
        let id = id.rsplit_once('/').map_or(id.as_str(), |(_, id)| id);
        let value = || {
            let values = group.iter().flat_map(|g| {
                let source = &sources[*g];
                source.people.space.map(|d| &source.plan.dimensions[d].values).into_iter().flatten()
            });
            values.filter(|v| v.id == id).map(|v| v.title.clone()).next()
        };
        settings.area(id).map(str::to_owned).or_else(value).unwrap_or_else(|| id.to_owned())
    };
    let areas =
        whole.unwrap_or_else(|| listing(&key.areas.iter().map(one).filter(|t| !t.is_empty()).collect::<Vec<_>>()));
    let value = |(name, id): &(String, String)| {
        let dimensions = group.iter().flat_map(|g| sources[*g].table.dimensions.iter());
        let of = dimensions.filter(|d| column(d) == name).flat_map(|d| &d.values);
        of.filter(|v| v.id == *id).map(|v| v.title.clone()).next().unwrap_or_else(|| id.clone())
    };
    let all = [areas].into_iter().chain(key.values.iter().map(value));
    all.filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ")
}
