//! Takes pages, reads their sections, gives for each term the sections that hold it. The order of the work never shows.

use super::documents::{Document, sections};
use super::fields::Reader;
use crate::site::Site;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};

/// A place where a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Number of the section, counted through all pages.
    pub place: u32,
    /// How much it counts there.
    pub weight: u8,
}

/// How many pages are read in one go: each go remembers its own words.
const PAGES: usize = 512;

/// What one go found: how many sections it read, its terms, and the places of each, counted from its own first section.
type Read = (u32, Vec<String>, Vec<Vec<Posting>>);

/// For each term its places, in order. The documents learn which sections they have; their texts are not kept.
pub fn postings(site: &Site, documents: &mut [Document], stop: &HashSet<String>) -> BTreeMap<String, Vec<Posting>> {
    let goes: Vec<Read> = documents.par_chunks_mut(PAGES).map(|pages| read(site, pages, stop)).collect();
    let mut out: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
    let mut first = 0;
    for (sections, terms, places) in goes {
        // A term may be known from a word that no section kept.
        for (term, places) in terms.into_iter().zip(places).filter(|(_, places)| !places.is_empty()) {
            let places = places.into_iter().map(|p| Posting { place: p.place + first, ..p });
            out.entry(term).or_default().extend(places);
        }
        first += sections;
    }
    out
}

fn read(site: &Site, documents: &mut [Document], stop: &HashSet<String>) -> Read {
    let mut reader = Reader::new(stop);
    let mut out: Vec<Vec<Posting>> = Vec::new();
    let mut place = 0;
    for document in documents {
        for section in sections(site, document) {
            reader.read(&section, |term, weight| {
                out.resize_with(out.len().max(term as usize + 1), Vec::new);
                out[term as usize].push(Posting { place, weight });
            });
            place += 1;
            document.sections.push((section.anchor, section.title));
        }
    }
    (place, reader.terms, out)
}
