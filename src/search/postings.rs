//! Takes pages, reads their sections, gives for each term the sections that hold it. The order of the work never shows.

use super::documents::{Document, sections};
use super::fields::{Reader, Section};
use crate::model::digest;
use crate::site::Site;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

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

/// What the run before read, each go with the digest of its texts: what `serve` does not read twice. A single run keeps none.
#[derive(Default)]
pub struct Reads(Option<Vec<(u64, Arc<Read>)>>);

impl Reads {
    /// One that remembers.
    pub fn kept() -> Reads {
        Reads(Some(Vec::new()))
    }
}

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
pub fn postings(
    site: &Site,
    documents: &mut [Document],
    stop: &HashSet<String>,
    reads: &mut Reads,
) -> BTreeMap<String, Vec<Posting>> {
    let go = |(number, pages): (usize, &mut [Document])| {
        let all: Vec<Vec<Section>> = pages.iter().map(|page| sections(site, page)).collect();
        let earlier = reads.0.as_ref().map(|earlier| (digest(&all), earlier.get(number)));
        let read = match earlier {
            Some((now, Some((then, known)))) if now == *then => Arc::clone(known),
            _ => Arc::new(read(&all, stop)),
        };
        for (page, sections) in pages.iter_mut().zip(all) {
            page.sections = sections.into_iter().map(|section| (section.anchor, section.title)).collect();
        }
        (earlier.map_or(0, |(digest, _)| digest), read)
    };
    let goes: Vec<(u64, Arc<Read>)> = documents.par_chunks_mut(PAGES).enumerate().map(go).collect();
    let mut out: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
    let mut first = 0;
    for (_, read) in &goes {
        let mut begin = 0;
        for (term, end) in &read.terms {
            let own = read.places[begin..*end].iter().map(|p| Posting { place: p.place + first, ..*p });
            begin = *end;
            match out.get_mut(term) {
                Some(places) => places.extend(own),
                None if own.len() > 0 => drop(out.insert(term.clone(), own.collect())),
                None => {}
            }
        }
        first += read.sections;
    }
    if let Some(earlier) = &mut reads.0 {
        *earlier = goes;
    }
    out
}

fn read(pages: &[Vec<Section>], stop: &HashSet<String>) -> Read {
    let mut reader = Reader::new(stop);
    // In the order they are found: a list for each of thousands of terms would grow in thousands of places.
    let mut found: Vec<(u32, Posting)> = Vec::new();
    let mut place = 0;
    for section in pages.iter().flatten() {
        reader.read(section, |term, weight| found.push((term, Posting { place, weight })));
        place += 1;
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
