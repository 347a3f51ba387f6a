//! Takes the site, gives what its search page searches: pages with their sections, and for each term the sections that
//! hold it, with how much that counts. Never reads what a page does not print, but the everyday words of
//! `everyday.txt`; never knows how the index is written.

mod dates;
mod documents;
mod everyday;
mod fields;
mod postings;
mod query;
mod same;
mod sections;
mod words;

pub use dates::is_day;
pub use documents::Document;
pub use postings::{Posting, Reads};
pub use query::{Units, units};
pub use same::same_words;
pub use words::{Word, key, stem, term, words};

use crate::site::Site;
use documents::documents;
use postings::postings;
use std::collections::BTreeMap;

/// Words that say nothing about what is looked for.
pub const STOP: &str = include_str!("stop.txt");

/// All that the search page searches.
pub struct Index {
    /// Pages, in the order that decides between equals.
    pub documents: Vec<Document>,
    /// For each term the sections that hold it. Sections are counted through all pages. Terms that begin with `=` name
    /// what a page is (`=art:sitzung`), and count pages.
    pub postings: BTreeMap<String, Vec<Posting>>,
    /// Words that mean the same, each as its terms joined by spaces.
    pub same: Vec<Vec<String>>,
}

/// Builds the index of all public pages.
pub fn index(site: &Site, reads: &mut Reads) -> Index {
    let mut documents = documents(site);
    let stop = stop_keys().into_iter().collect();
    let mut postings = postings(site, &mut documents, &stop, reads);
    for (page, document) in (0u32..).zip(&documents) {
        for mark in document.facets.marks() {
            postings.entry(mark).or_default().push(Posting { place: page, weight: 1 });
        }
    }
    Index { documents, postings, same: same_words(site) }
}

/// Keys of the words that do not count in a query.
pub fn stop_keys() -> Vec<String> {
    let mut keys: Vec<String> = STOP.split_whitespace().map(key).collect();
    keys.sort();
    keys.dedup();
    keys
}
