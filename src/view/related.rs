//! Ways on at the end of a page: only where the page itself has none.

use super::base::Link;
use super::titles::page_title;
use crate::german::soft_hyphens;
use crate::kinds::Data;
use crate::site::{EntryIndex, PageKind, Site};

/// Most pages that a word names.
const MOST: usize = 12;

/// Where to read on.
pub fn related(site: &Site, index: usize) -> Vec<Link> {
    let PageKind::Entry(entry) = site.pages[index].kind else { return Vec::new() };
    match &site.entries[entry].data {
        Data::Term(_) => {
            let words = site.words_in(entry).into_iter().map(|word| of_entry(site, word));
            words.chain(site.used_on(entry).iter().map(|page| of_page(site, *page))).take(MOST).collect()
        }
        Data::Annex(_) => {
            let region = site.pages[index].region.map(|r| &site.regions[r]);
            let others = region.map(|r| r.annexes.as_slice()).unwrap_or_default().iter().filter(|a| **a != entry);
            let bodies = region.and_then(|r| site.page_of_file.get(&*r.path("gremien/index.md")));
            others.map(|a| of_entry(site, *a)).chain(bodies.map(|page| of_page(site, *page))).collect()
        }
        Data::Agreement(_) => {
            let kinds =
                |kind: &PageKind| matches!(kind, PageKind::Board(_, None) | PageKind::Bodies(_) | PageKind::Changes(_));
            let lists = site.pages[index].region.map(|region| site.lists[region].clone()).unwrap_or_default();
            lists.filter(|page| kinds(&site.pages[*page].kind)).map(|page| of_page(site, page)).collect()
        }
        _ => Vec::new(),
    }
}

fn of_entry(site: &Site, entry: EntryIndex) -> Link {
    let text = soft_hyphens(&site.entries[entry].common.title);
    Link { text, url: site.href(site.entry_url(entry)), current: false }
}

fn of_page(site: &Site, page: usize) -> Link {
    Link { text: soft_hyphens(&page_title(site, page)), url: site.href(&site.pages[page].url), current: false }
}
