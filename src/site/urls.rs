//! From source paths to addresses and output files, and the list of all pages.

use super::twins::register_of;
use super::{EntryIndex, Page, PageKind, PageOfFile, Region, RegionIndex};
use crate::german::initial;
use crate::kinds::{Data, Entry, Register};
use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Address of a Markdown file's page: `gremien/kok.md` → `gremien/kok/`, `index.md` → ``.
pub fn page_url(file: &str) -> String {
    let stem = file.strip_suffix(".md").unwrap_or(file);
    let stem = stem.strip_suffix("index").filter(|s| s.is_empty() || s.ends_with('/')).unwrap_or(stem);
    if stem.is_empty() || stem.ends_with('/') { stem.to_owned() } else { [stem, "/"].concat() }
}

/// The file in the output folder that answers for an address: `gremien/kok/` → `gremien/kok/index.html`.
pub fn url_to_path(url: &str) -> String {
    if url.is_empty() || url.ends_with('/') { format!("{url}index.html") } else { url.to_owned() }
}

/// All pages by address, where the lists of each region stand among them, and which source path leads to which. A page that stands at the address of a generated list
/// lends it its title and text.
pub(super) fn pages(
    entries: &[Arc<Entry>],
    regions: &[Region],
    region_of: &[Option<RegionIndex>],
    as_of: NaiveDate,
    registers: &[Register],
) -> (Vec<Page>, Vec<Range<usize>>, PageOfFile) {
    let mut lists = Vec::with_capacity(regions.len());
    let mut generated: Vec<(String, PageKind, Option<RegionIndex>)> = Vec::new();
    for (index, region) in regions.iter().enumerate() {
        let first = generated.len();
        let mut add = |file: String, kind| generated.push((region.path(&file), kind, Some(index)));
        if !region.bodies.is_empty() || region.agreement.is_some() {
            add("gremien/index.md".into(), PageKind::Bodies(index));
            add("sitzungen/index.md".into(), PageKind::Meetings(index, None));
            add("beschluesse/index.md".into(), PageKind::Register(index, None));
            add("aenderungen/index.md".into(), PageKind::Changes(index));
        }
        let newest = newest_year(entries, region, as_of);
        for year in years(entries, &region.meetings, false).into_iter().filter(|y| Some(*y) < newest) {
            add(format!("sitzungen/{year}.md"), PageKind::Meetings(index, Some(year)));
        }
        for year in years(entries, &region.meetings, true).into_iter().filter(|y| Some(*y) < newest) {
            add(format!("beschluesse/{year}.md"), PageKind::Register(index, Some(year)));
        }
        if !region.reports.is_empty() {
            add("berichte/index.md".into(), PageKind::Reports(index));
        }
        for (n, series) in region.series.iter().enumerate() {
            add(format!("berichte/reihe/{}.md", series.id), PageKind::Series(index, n));
        }
        if let Some(first) = promising(entries, region) {
            generated.push((region.path("versprochen/index.md"), PageKind::Board(index, None), Some(index)));
            for year in first..as_of.year() {
                let file = region.path(&format!("versprochen/{year}.md"));
                generated.push((file, PageKind::Board(index, Some(year)), Some(index)));
            }
            generated.push((region.path("versprochen/nach-gremium.md"), PageKind::BoardByBody(index), Some(index)));
            generated.push((region.path("versprochen/nach-partner.md"), PageKind::BoardByPartner(index), Some(index)));
            generated.push((region.path("faellig/index.md"), PageKind::Due(index), Some(index)));
        }
        if let Some(agreement) = region.agreement {
            let file = format!("{}drucken.md", page_url(&entries[agreement].file));
            generated.push((file, PageKind::Print(agreement), Some(index)));
        }
        for body in region.bodies.iter().filter(|b| region.meetings_of.contains_key(b)) {
            let url = page_url(&entries[*body].file);
            generated.push((format!("{url}sitzungen.md"), PageKind::BodyMeetings(index, *body), Some(index)));
        }
        lists.push(first..generated.len());
    }
    if entries.iter().any(|e| matches!(e.data, Data::Term(_))) {
        generated.push(("woerter/index.md".into(), PageKind::Glossary, None));
    }
    if entries.iter().any(|e| e.common.video.is_some()) {
        generated.push(("gebaerdensprache/index.md".into(), PageKind::Videos, None));
    }
    generated.extend(search_pages(entries, registers));
    let mut urls: Vec<String> = entries.par_iter().map(|e| page_url(&e.file)).collect();
    let mut pages = Vec::with_capacity(entries.len() + generated.len());
    let mut page_of_file = PageOfFile::with_capacity(entries.len() + generated.len());
    let mut lent = BTreeSet::new();
    for (file, kind, region) in generated {
        // Entries stand in the order of their files.
        let entry = entries.binary_search_by(|e| (*e.file).cmp(&file)).ok();
        let entry = entry.filter(|e| matches!(entries[*e].data, Data::Page(_)));
        lent.extend(entry);
        page_of_file.insert(file.as_str().into(), pages.len());
        pages.push(Page { url: page_url(&file), kind, entry, region });
    }
    let is_twin = |e: &Entry| matches!(e.data, Data::Twin(_));
    for (index, entry) in entries.iter().enumerate().filter(|(i, e)| !lent.contains(i) && !is_twin(e)) {
        page_of_file.insert(Arc::clone(&entry.file), pages.len());
        let (url, kind) = (std::mem::take(&mut urls[index]), PageKind::Entry(index));
        pages.push(Page { url, kind, entry: Some(index), region: region_of[index] });
    }
    // Twins come last: they stand for pages that are known by now.
    for (index, entry) in entries.iter().enumerate().filter(|(_, e)| is_twin(e)) {
        let Some((number, register, file)) = register_of(registers, &entry.file) else { continue };
        let source = page_of_file.get(file.as_str()).copied();
        let kind = PageKind::Twin { entry: index, register: number, source };
        let url = format!("{}/{}", register.key, page_url(&file));
        let region = source.map_or(region_of[index], |s: usize| pages[s].region);
        page_of_file.insert(Arc::clone(&entry.file), pages.len());
        pages.push(Page { url, kind, entry: Some(index), region });
    }
    (pages, lists, page_of_file)
}

/// Most titles that one page lists.
const TITLES: usize = 400;

/// The search page, its lists of titles by letter where there are many, and the search page in Leichte Sprache.
fn search_pages(entries: &[Arc<Entry>], registers: &[Register]) -> Vec<(String, PageKind, Option<RegionIndex>)> {
    let mut out = vec![("suche/index.md".to_owned(), PageKind::Search { register: None, letter: None }, None)];
    let titled = entries.iter().filter(|e| !matches!(e.data, Data::Meeting(_) | Data::Twin(_)));
    let initials: Vec<char> = titled.map(|e| initial(&e.common.title)).collect();
    if initials.len() > TITLES {
        let letters: BTreeSet<char> = initials.into_iter().collect();
        out.extend(letters.into_iter().map(|letter| {
            (format!("suche/{letter}.md"), PageKind::Search { register: None, letter: Some(letter) }, None)
        }));
    }
    let easy = registers.iter().enumerate().filter(|(_, r)| r.easy);
    let written = |r: &Register| {
        let ending = format!(".{}.md", r.key);
        entries.iter().any(|e| e.file.ends_with(&ending))
    };
    out.extend(easy.filter(|(_, r)| written(r)).map(|(number, r)| {
        (format!("{}/suche/index.md", r.key), PageKind::Search { register: Some(number), letter: None }, None)
    }));
    out
}

/// The first year of a region's agreement, where it makes promises.
fn promising(entries: &[Arc<Entry>], region: &Region) -> Option<i32> {
    match &entries[region.agreement?].data {
        Data::Agreement(a) if !a.obligations.is_empty() => a.in_force.map(|day| day.year()),
        _ => None,
    }
}

/// The year that the undated lists begin with: of the as-of day, or of the newest meeting before it.
fn newest_year(entries: &[Arc<Entry>], region: &Region, as_of: NaiveDate) -> Option<i32> {
    years(entries, &region.meetings, false).into_iter().rfind(|y| *y <= as_of.year())
}

/// Years of meetings; with `minutes`, only of those that hold decisions or tasks.
pub(super) fn years(entries: &[Arc<Entry>], meetings: &[EntryIndex], minutes: bool) -> BTreeSet<i32> {
    let of = |index: &EntryIndex| match &entries[*index].data {
        Data::Meeting(m) if !minutes || !m.decisions.is_empty() || !m.tasks.is_empty() => m.date.map(|d| d.year()),
        _ => None,
    };
    meetings.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_folders() {
        assert_eq!(page_url("index.md"), "");
        assert_eq!(page_url("gremien/index.md"), "gremien/");
        assert_eq!(page_url("gremien/kok.md"), "gremien/kok/");
        assert_eq!(page_url("blindex.md"), "blindex/");
        assert_eq!(url_to_path(""), "index.html");
        assert_eq!(url_to_path("gremien/kok/"), "gremien/kok/index.html");
        assert_eq!(url_to_path("a.css"), "a.css");
    }
}
