//! The search page. Without script it is a list of all titles by letter and of all lists; with script it has a form.

use super::base::{Crumb, Link, PageBase, base};
use super::easy::search_frame;
use super::facets::{Group, facets};
use super::glossary::letter as letter_name;
use super::text::whole;
use super::titles::page_title;
use crate::german::{collate_key, initial};
use crate::site::{PageKind, Site};
use chrono::Datelike;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The search page, or one of its lists of titles.
#[derive(Debug, Serialize, Hash)]
pub struct SearchView {
    pub(super) page: PageBase,
    /// Whether the form is here: not on the lists by letter.
    form: bool,
    easy: bool,
    /// Folder of the index.
    data_url: String,
    kinds: Vec<Choice>,
    bodies: Vec<Choices>,
    years: Vec<i32>,
    regions: Vec<Choice>,
    letter_links: Vec<Link>,
    letters: Vec<LetterView>,
    lists: Vec<ListsView>,
}

/// A value to filter by.
#[derive(Debug, Serialize, Hash)]
struct Choice {
    value: String,
    text: String,
}

#[derive(Debug, Serialize, Hash)]
struct Choices {
    /// Region, where there are several.
    group: Option<String>,
    items: Vec<Choice>,
}

#[derive(Debug, Serialize, Hash)]
struct LetterView {
    letter: String,
    id: String,
    items: Vec<TitleView>,
}

#[derive(Debug, Serialize, Hash)]
struct TitleView {
    title: String,
    url: String,
    kind: &'static str,
    region: Option<String>,
    sample: bool,
}

#[derive(Debug, Serialize, Hash)]
struct ListsView {
    region: Option<String>,
    items: Vec<Crumb>,
}

/// The view of the page at `index`.
pub fn view(site: &Site, index: usize, register: Option<usize>, letter: Option<char>) -> SearchView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    if let Some(register) = register {
        search_frame(site, index, register, &mut page);
    }
    let letters = letters(site, register, letter);
    // Lists by letter are pages of their own where there are too many titles for one.
    let by_letter = |c: char| site.href_of(&format!("suche/{c}.md"));
    let links = letters.iter().map(|l| {
        let own = register.is_none().then(|| by_letter(initial(&l.letter))).flatten();
        let current = letter.is_some_and(|c| c == initial(&l.letter));
        Link { text: l.letter.clone(), url: own.unwrap_or_else(|| format!("#{}", l.id)), current }
    });
    let letter_links = links.collect();
    let divided = register.is_none() && letters.first().is_some_and(|l| by_letter(initial(&l.letter)).is_some());
    let shown = letters.into_iter().filter(|l| match letter {
        Some(letter) => initial(&l.letter) == letter,
        None => !divided,
    });
    let everyday = register.is_none() && letter.is_none();
    let mut out = SearchView {
        form: letter.is_none(),
        easy: register.is_some(),
        data_url: site.href("suche/daten/"),
        kinds: Vec::new(),
        bodies: Vec::new(),
        years: Vec::new(),
        regions: Vec::new(),
        letter_links,
        letters: shown.collect(),
        lists: if everyday { lists(site) } else { Vec::new() },
        page,
    };
    if everyday {
        choices(site, &mut out);
    }
    out
}

/// What there is to filter by.
fn choices(site: &Site, out: &mut SearchView) {
    let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
    let (mut years, mut regions) = (BTreeSet::new(), BTreeMap::new());
    for index in (0..site.pages.len()).filter(|p| !matches!(site.pages[*p].kind, PageKind::Search { .. })) {
        let of = facets(site, index);
        kinds.insert(of.kind.0, of.kind.1);
        years.extend(of.date.map(|d| d.year()));
        regions.extend(of.region);
    }
    out.kinds = kinds.into_iter().map(|(value, text)| Choice { value: value.into(), text: text.into() }).collect();
    out.kinds.sort_by_cached_key(|c| collate_key(&c.text));
    out.years = years.into_iter().rev().collect();
    out.regions = regions.into_iter().map(|(value, text)| Choice { value, text }).collect();
    for (number, region) in site.regions.iter().enumerate().filter(|(_, r)| !r.bodies.is_empty()) {
        let page = region.bodies.iter().filter_map(|b| site.page_of[*b]);
        let items = page.flat_map(|p| facets(site, p).bodies).map(|(value, text)| Choice { value, text });
        let group = (site.regions.len() > 1).then(|| site.regions[number].name.clone());
        out.bodies.push(Choices { group, items: items.collect() });
    }
}

/// The titles of a register by letter. Meetings stand in the lists of meetings, and would push all others aside here.
fn letters(site: &Site, register: Option<usize>, letter: Option<char>) -> Vec<LetterView> {
    let mut titles: Vec<(char, String, usize)> = Vec::new();
    for (index, page) in site.pages.iter().enumerate() {
        let wanted = match (page.kind, register) {
            (PageKind::Entry(entry), None) => site.meeting(entry).is_none() && !page.url.is_empty(),
            (PageKind::Twin { register: own, .. }, Some(register)) => own == register,
            _ => false,
        };
        if wanted {
            let title = page_title(site, index);
            titles.push((initial(&title), collate_key(&title), index));
        }
    }
    titles.sort();
    let mut out: Vec<LetterView> = Vec::new();
    for (own, _, index) in titles {
        let name = letter_name(&own.to_string());
        if out.last().is_none_or(|l| l.letter != name) {
            out.push(LetterView { id: format!("buchstabe-{own}"), letter: name, items: Vec::new() });
        }
        if let Some(last) = out.last_mut().filter(|_| letter.is_none_or(|l| l == own)) {
            let of = facets(site, index);
            let region = of.region.map(|(_, name)| name);
            let kind = if of.group == Group::Everyday { of.kind.1 } else { "" };
            let url = site.href(&site.pages[index].url);
            last.items.push(TitleView { title: of.title, url, kind, region, sample: of.sample });
        }
    }
    for letter in &mut out {
        tell_apart(&mut letter.items);
    }
    out
}

/// Links with one title lead to different pages, so each says which: the kind, and the region, go into the link.
fn tell_apart(items: &mut [TitleView]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for item in items.iter() {
        *seen.entry(item.title.clone()).or_default() += 1;
    }
    for item in items.iter_mut().filter(|i| seen.get(&i.title).is_some_and(|n| *n > 1)) {
        let about = [Some(item.kind.to_owned()).filter(|k| !k.is_empty()), item.region.clone()];
        for part in about.into_iter().flatten() {
            item.title.push_str(", ");
            item.title.push_str(&part);
        }
        item.kind = "";
    }
}

/// The lists of each region, and those of the whole site.
fn lists(site: &Site) -> Vec<ListsView> {
    let mut out: BTreeMap<Option<usize>, Vec<Crumb>> = BTreeMap::new();
    for (index, page) in site.pages.iter().enumerate() {
        let is_list = matches!(
            page.kind,
            PageKind::Bodies(_)
                | PageKind::Meetings(_, None)
                | PageKind::Register(_, None)
                | PageKind::Board(_, None)
                | PageKind::Due(_)
                | PageKind::Changes(_)
                | PageKind::Reports(_)
                | PageKind::Glossary
                | PageKind::Videos
        );
        if is_list {
            let link = Crumb { text: page_title(site, index), url: site.href(&page.url) };
            // One region: what is of the whole site stands with its lists.
            let of = page.region.filter(|_| site.regions.len() > 1);
            out.entry(of).or_default().push(link);
        }
    }
    let region = |r: Option<usize>| r.map(|r| site.regions[r].name.clone());
    out.into_iter().map(|(r, items)| ListsView { region: region(r), items }).collect()
}
