//! Takes pages with their sections, gives for each term the sections that hold it. The order of the work never shows.

use super::documents::Document;
use super::fields::{Known, terms};
use super::stop_keys;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A place where a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Number of the section, counted through all pages.
    pub place: u32,
    /// How much it counts there.
    pub weight: u32,
}

/// How many pages are read in one go: each go remembers its own words.
const PAGES: usize = 256;

/// For each term its places, in order.
pub fn postings(documents: &[Document]) -> BTreeMap<String, Vec<Posting>> {
    let mut first = 0u32;
    let mut work: Vec<(u32, &[Document])> = Vec::new();
    for pages in documents.chunks(PAGES) {
        work.push((first, pages));
        first += pages.iter().map(|p| p.sections.len() as u32).sum::<u32>();
    }
    let stop = stop_keys();
    let read: Vec<(Vec<String>, Vec<Vec<Posting>>)> = work
        .par_iter()
        .map(|(first, pages)| {
            let mut known = Known::new(&stop);
            let mut out: Vec<Vec<Posting>> = Vec::new();
            for (place, section) in (*first..).zip(pages.iter().flat_map(|p| &p.sections)) {
                for (term, weight) in terms(section, &mut known) {
                    out.resize_with(out.len().max(term as usize + 1), Vec::new);
                    out[term as usize].push(Posting { place, weight });
                }
            }
            (known.terms, out)
        })
        .collect();
    let mut out: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
    for (term, places) in read.into_iter().flat_map(|(terms, places)| terms.into_iter().zip(places)) {
        // A term may be known from a word that no section kept.
        if places.is_empty() {
            continue;
        }
        out.entry(term).or_default().extend(places);
    }
    out
}
