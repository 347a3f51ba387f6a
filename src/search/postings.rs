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
const PAGES: usize = 1024;

/// What one go found. Places are counted from its own first section.
struct Read {
    /// How many sections it read.
    sections: u32,
    /// Its terms, each with the end of its places. A term may be known from a word that no section kept; it has none.
    terms: Vec<(String, usize)>,
    /// Places, term by term.
    places: Vec<Posting>,
}

/// For each term its places, in order. The documents learn which sections they have; their texts are not kept.
pub fn postings(site: &Site, documents: &mut [Document], stop: &HashSet<String>) -> BTreeMap<String, Vec<Posting>> {
    let goes: Vec<Read> = documents.par_chunks_mut(PAGES).map(|pages| read(site, pages, stop)).collect();
    let mut out: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
    let mut first = 0;
    for Read { sections, terms, places } in goes {
        let mut begin = 0;
        for (term, end) in terms {
            let own = &places[begin..end];
            begin = end;
            if !own.is_empty() {
                let all = own.iter().map(|p| Posting { place: p.place + first, ..*p });
                out.entry(term).or_default().extend(all);
            }
        }
        first += sections;
    }
    out
}

fn read(site: &Site, documents: &mut [Document], stop: &HashSet<String>) -> Read {
    let mut reader = Reader::new(stop);
    // In the order they are found: a list for each of thousands of terms would grow in thousands of places.
    let mut found: Vec<(u32, Posting)> = Vec::new();
    let mut place = 0;
    for document in documents {
        for section in sections(site, document) {
            reader.read(&section, |term, weight| found.push((term, Posting { place, weight })));
            place += 1;
            document.sections.push((section.anchor, section.title));
        }
    }
    // Sorted by counting: where the places of each term begin, and then one by one behind each other.
    let mut next = vec![0; reader.terms.len() + 1];
    found.iter().for_each(|(term, _)| next[*term as usize + 1] += 1);
    for term in 1..next.len() {
        next[term] += next[term - 1];
    }
    let mut places = vec![Posting { place: 0, weight: 0 }; found.len()];
    for (term, posting) in found {
        let at = &mut next[term as usize];
        places[*at] = posting;
        *at += 1;
    }
    Read { sections: place, terms: reader.terms.into_iter().zip(next).collect(), places }
}
