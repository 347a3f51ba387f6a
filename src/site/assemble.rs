//! Puts entries together to a site. Says nothing about what is wrong; the rules read that off the finished site.

use super::ledger::Ledger;
use super::reports::{self, is_published};
use super::{EntryIndex, Hidden, Region, RegionIndex, Site, links, numbers, twins, urls, usage};
use crate::german::{TermIndex, collate_key, date_in_words, listing};
use crate::kinds::{Data, Entry, Parsed, Settings};
use crate::source::{FileType, ProblemKind, Snapshot, parent};
use crate::tables::Loaded;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

/// Builds the site for the day `as_of`. With `preview`, drafts and pages of other days are in it too, with a badge.
///
/// `pictograms` are those of the theme, by name.
pub fn assemble(
    snapshot: Snapshot,
    parsed: Vec<Parsed>,
    mut loaded: Loaded,
    settings: Settings,
    pictograms: BTreeMap<String, Arc<str>>,
    as_of: NaiveDate,
    preview: bool,
) -> Site {
    let mut hidden: BTreeMap<Arc<str>, Hidden> = BTreeMap::new();
    let mut badges = HashMap::new();
    let mut entries = Vec::with_capacity(parsed.len());
    let mut gone = Vec::new();
    // A folder is no page, whatever its name: links to it lead to no file.
    for problem in snapshot.problems.iter().filter(|p| p.kind != ProblemKind::FolderNamedLikePage) {
        hidden.insert(Arc::clone(&problem.path), Hidden::Unreadable);
    }
    for Parsed { file, entry, .. } in parsed {
        match entry {
            None => {
                hidden.insert(file, Hidden::Unreadable);
            }
            Some(entry) => match reason_to_hide(&entry, as_of) {
                Some(reason) if !preview => {
                    hidden.insert(file, reason);
                    if let Hidden::Since(day) = reason {
                        gone.push((entry, day));
                    }
                }
                reason => {
                    if let Some(reason) = reason {
                        badges.insert(entries.len(), reason);
                    }
                    entries.push(entry);
                }
            },
        }
    }
    debug_assert!(entries.is_sorted_by(|a, b| a.file < b.file), "pages are looked up by the order of files");
    let (regions, region_of) = regions(&entries);
    name_meetings(&mut entries, &regions);
    let of_folder = folders(&regions);
    let expired = gone.into_iter().map(|(entry, day)| {
        let region = region_at(&of_folder, parent(&entry.file));
        (entry, day, region)
    });
    let expired = expired.collect();
    let (pages, lists, page_of_file) = urls::pages(&entries, &regions, &region_of, as_of, &settings.registers);
    let page_of = entries.iter().map(|entry| page_of_file.get(&*entry.file).copied()).collect();
    let twin_of = twins::link(&pages);
    let mut terms: Vec<EntryIndex> = of_kind(&entries, |d| matches!(d, Data::Term(_)));
    terms.sort_by_cached_key(|i| (collate_key(&entries[*i].common.title), *i));
    let assets = snapshot
        .files
        .iter()
        .filter(|f| f.file_type == FileType::Asset && is_published(&f.path, &f.bytes))
        .map(|f| (Arc::clone(&f.path), Arc::clone(f)))
        .collect();
    let table_of = |(i, e): (usize, &Arc<Entry>)| Some((i, loaded.tables.remove(&e.file)?));
    let tables = entries.iter().enumerate().filter_map(table_of).collect();
    let ledger = snapshot.file("adressen.txt").map(|f| Ledger::parse(f)).unwrap_or_default();
    let mut site = Site {
        base: settings.base_path().to_owned(),
        settings,
        as_of,
        preview,
        entries,
        badges,
        hidden,
        expired,
        regions,
        region_of,
        pages,
        lists,
        page_of_file,
        composed: OnceLock::new(),
        page_of,
        twin_of,
        menu: HashMap::new(),
        term_index: None,
        terms,
        used_on: Vec::new(),
        wordless: Vec::new(),
        links: Vec::new(),
        tables,
        table_problems: loaded.problems,
        number_problems: Vec::new(),
        declared_tables: loaded.declared,
        pictograms,
        pictures: BTreeMap::new(),
        assets,
        ledger,
        snapshot,
    };
    let readers = std::iter::once(None).chain((0..site.regions.len()).map(Some));
    let found = |region| site.settings.menu.iter().filter_map(|i| site.menu_page(region, &i.target)).collect();
    site.menu = readers.map(|region| (region, found(region))).collect();
    site.number_problems = numbers::write(&mut site);
    site.term_index = term_index(&site);
    (site.used_on, site.wordless) = usage::used_on(&site);
    site.links = links::resolve_all(&site);
    site
}

/// Meetings without a written title are called after their bodies and day.
fn name_meetings(entries: &mut [Arc<Entry>], regions: &[Region]) {
    for region in regions {
        let names: HashMap<String, String> = region
            .bodies
            .iter()
            .map(|b| &entries[*b].common)
            .map(|c| (c.id.clone(), c.short.clone().unwrap_or_else(|| c.title.clone())))
            .collect();
        for meeting in &region.meetings {
            let entry = &mut entries[*meeting];
            if !entry.common.title.is_empty() {
                continue;
            }
            if let Data::Meeting(data) = &entry.data {
                let bodies: Vec<&str> = data.bodies.iter().map(|id| names.get(id).map_or(id.as_str(), |n| n)).collect();
                let day = data.date.map_or_else(|| "ohne Datum".to_owned(), |d| format!("am {}", date_in_words(d)));
                Arc::make_mut(entry).common.title = format!("{}: Sitzung {day}", listing(&bodies));
            }
        }
    }
}

fn reason_to_hide(entry: &Entry, as_of: NaiveDate) -> Option<Hidden> {
    let common = &entry.common;
    if common.draft {
        return Some(Hidden::Draft);
    }
    match (common.visible.from, common.visible.until) {
        (Some(from), _) if from > as_of => Some(Hidden::Until(from)),
        (_, Some(until)) if until < as_of => Some(Hidden::Since(until)),
        _ => None,
    }
}

fn of_kind(entries: &[Arc<Entry>], wanted: fn(&Data) -> bool) -> Vec<EntryIndex> {
    (0..entries.len()).filter(|i| wanted(&entries[*i].data)).collect()
}

/// An agreement's folder is a region, and all below it belongs to it; the deepest such folder wins.
fn regions(entries: &[Arc<Entry>]) -> (Vec<Region>, Vec<Option<RegionIndex>>) {
    let mut regions: Vec<Region> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| match &entry.data {
            Data::Agreement(agreement) => Some((parent(&entry.file), agreement.region.as_str(), Some(index))),
            _ => None,
        })
        .map(|(folder, name, agreement)| Region {
            folder: folder.to_owned(),
            name: name.to_owned(),
            agreement,
            ..Region::default()
        })
        .collect();
    regions.sort_by(|a, b| a.folder.cmp(&b.folder));
    // A second agreement in one folder belongs to the first one's region; a rule says that it is one too many.
    regions.dedup_by(|b, a| a.folder == b.folder);
    if regions.is_empty() {
        regions.push(Region::default());
    }
    let of_folder = folders(&regions);
    let region_of: Vec<Option<RegionIndex>> =
        entries.par_iter().map(|e| region_at(&of_folder, parent(&e.file))).collect();
    for (index, entry) in entries.iter().enumerate() {
        let Some(region) = region_of[index] else { continue };
        match &entry.data {
            Data::Annex(_) => regions[region].annexes.push(index),
            Data::Body(_) => regions[region].bodies.push(index),
            Data::Meeting(_) => regions[region].meetings.push(index),
            Data::Report(_) => regions[region].reports.push(index),
            Data::Version(_) => regions[region].versions.push(index),
            _ => {}
        }
    }
    regions.par_iter_mut().for_each(|region| {
        sort_region(region, entries);
        reports::sort(region, entries);
        region.recorded = [&region.meetings[..], &region.reports[..]].concat();
        region.recorded.sort_by(|a, b| entries[*a].common.id.cmp(&entries[*b].common.id));
    });
    (regions, region_of)
}

fn folders(regions: &[Region]) -> HashMap<String, RegionIndex> {
    regions.iter().enumerate().map(|(i, r)| (r.folder.clone(), i)).collect()
}

fn region_at(of_folder: &HashMap<String, RegionIndex>, mut folder: &str) -> Option<RegionIndex> {
    loop {
        if let Some(region) = of_folder.get(folder) {
            return Some(*region);
        }
        if folder.is_empty() {
            return None;
        }
        folder = parent(folder);
    }
}

fn sort_region(region: &mut Region, entries: &[Arc<Entry>]) {
    region.annexes.sort_by_key(|i| match &entries[*i].data {
        Data::Annex(annex) => (annex.number, *i),
        _ => (u32::MAX, *i),
    });
    region.bodies.sort_by_key(|i| match &entries[*i].data {
        Data::Body(body) => (body.group, body.order, *i),
        _ => (crate::kinds::Group::Specific, i64::MAX, *i),
    });
    let when = |i: &EntryIndex| match &entries[*i].data {
        Data::Meeting(m) => (m.date, m.begin, entries[*i].common.id.as_str()),
        _ => (None, None, ""),
    };
    region.meetings.sort_by(|a, b| when(a).cmp(&when(b)));
    let ids: HashMap<&str, EntryIndex> =
        region.bodies.iter().rev().map(|i| (entries[*i].common.id.as_str(), *i)).collect();
    let mut meetings_of: HashMap<EntryIndex, Vec<EntryIndex>> = HashMap::new();
    for meeting in &region.meetings {
        if let Data::Meeting(data) = &entries[*meeting].data {
            for body in data.bodies.iter().filter_map(|id| ids.get(id.as_str())) {
                let list = meetings_of.entry(*body).or_default();
                if list.last() != Some(meeting) {
                    list.push(*meeting);
                }
            }
        }
    }
    region.meetings_of = meetings_of;
}

/// The forms of every word with the address of its explanation.
fn term_index(site: &Site) -> Option<TermIndex> {
    let glossary = site.page_of_file.get("woerter/index.md")?;
    let base = site.href(&site.pages[*glossary].url);
    let forms = |index: &EntryIndex| {
        let common = &site.entries[*index].common;
        let also = site.term(*index).map(|t| t.also.clone()).unwrap_or_default();
        let all = std::iter::once(common.title.clone()).chain(common.short.clone()).chain(also).collect();
        (all, format!("{base}#{}", common.id))
    };
    TermIndex::new(site.terms.iter().map(forms).collect())
}
