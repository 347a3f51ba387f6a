//! The files that the search page loads, as plain JSON below `suche/daten/`. One file is loaded at once, and of the others
//! only what a query needs:
//!
//! - `index.json`: how many sections each page has, which words mean the same, which file holds which terms;
//! - `treffer-N.json`: terms in alphabetical order, each with its places: `[weight, first, step, step, …]` for each weight;
//! - `woerter-X.json`: all terms that begin with X but days, for words that are cut short or mistyped;
//! - `zweite-X.json`: long terms whose second letter is X, for words that are mistyped in the first;
//! - `seiten-N.json`: address, title, kind, bodies, date, register, sample, sections of some pages.

use super::Made;
use crate::german::date_in_words;
use crate::model::Artifact;
use crate::search::{Document, Index, Posting, Reads, index, is_day, stop_keys};
use crate::site::Site;
use crate::view::Group;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

/// Bytes after which a file of places is full. One term is never divided.
const FULL: usize = 24 * 1024;
/// Letters of a word of which a mistyped first one is forgiven: less one, that is the shortest that is guessed at.
const LONG: usize = 5;
/// Pages in one file.
const PAGES: usize = 32;

/// The index, where the site has a search page.
pub fn make(site: &Site, reads: &mut Reads) -> Made {
    let mut made = Made::default();
    if !site.page_of_file.contains_key("suche/index.md") {
        return made;
    }
    let Index { documents, postings, same } = index(site, reads);
    let none: Arc<str> = "".into();
    let mut put = |name: String, text: String| {
        made.files.push((format!("suche/daten/{name}.json"), Artifact::text(text, &none)));
    };
    let mut firsts = Vec::new();
    for (number, (first, text)) in files(&postings).into_iter().enumerate() {
        firsts.push(first);
        put(format!("treffer-{number}"), text);
    }
    let (mut lists, mut seconds) = (Lists::new(), Lists::new());
    for term in postings.keys().filter(|t| !t.starts_with('=') && !is_day(t)) {
        let mut letters = term.chars();
        lists.entry(drawer(letters.next())).or_default().push(term);
        if term.chars().count() >= LONG {
            seconds.entry(drawer(letters.next())).or_default().push(term);
        }
    }
    for (name, lists) in [("woerter", &lists), ("zweite", &seconds)] {
        for (letter, terms) in lists {
            put(format!("{name}-{letter}"), json!(terms).to_string());
        }
    }
    for (number, pages) in documents.chunks(PAGES).enumerate() {
        let pages: Vec<Value> = pages.iter().map(page).collect();
        put(format!("seiten-{number}"), Value::from(pages).to_string());
    }
    let before = |group: Group| documents.iter().filter(|d| d.facets.group < group).count();
    let head = json!({
        "abschnitte": documents.iter().map(|d| d.sections.len()).collect::<Vec<_>>(),
        "gleich": same,
        "leicht": [before(Group::Easy), before(Group::Other)],
        "seiten": PAGES,
        "stop": stop_keys(),
        "treffer": firsts,
        "woerter": lists.keys().collect::<Vec<_>>(),
        "zweite": seconds.keys().collect::<Vec<_>>(),
    });
    put("index".to_owned(), head.to_string());
    made
}

/// Terms by a letter.
type Lists<'a> = BTreeMap<String, Vec<&'a str>>;

/// Name of the file that a term is listed in by one of its letters; `0` for all that are none.
fn drawer(letter: Option<char>) -> String {
    letter.filter(char::is_ascii_alphabetic).map_or("0".to_owned(), String::from)
}

fn page(document: &Document) -> Value {
    let of = &document.facets;
    let bodies: Vec<&String> = of.bodies.iter().map(|(_, name)| name).collect();
    let sections: Vec<Value> = document.sections.iter().skip(1).map(|(anchor, title)| json!([anchor, title])).collect();
    let region = of.region.as_ref().map(|(_, name)| name);
    let date = of.date.map(date_in_words);
    json!([document.url, document.name, of.kind.1, bodies, date, of.register, of.sample, region, sections])
}

/// The places of all terms, cut into files: the first term of each, and its text.
fn files(postings: &BTreeMap<String, Vec<Posting>>) -> Vec<(&str, String)> {
    let terms: Vec<(&String, &Vec<Posting>)> = postings.iter().collect();
    let written: Vec<String> = terms.par_iter().map(|(term, places)| entry(term, places)).collect();
    let mut out: Vec<(&str, String)> = Vec::new();
    for ((term, _), text) in terms.into_iter().zip(written) {
        match out.last_mut().filter(|(_, file)| file.len() + text.len() < FULL) {
            Some((_, file)) => file.push(','),
            None => out.push((term, "{".to_owned())),
        }
        if let Some((_, file)) = out.last_mut() {
            file.push_str(&text);
        }
    }
    for (_, text) in &mut out {
        text.push('}');
    }
    out
}

/// A term with its places by weight, heaviest first, each as its distance from the one before.
fn entry(term: &str, places: &[Posting]) -> String {
    let mut weights = [false; 256];
    places.iter().for_each(|posting| weights[usize::from(posting.weight)] = true);
    let weights = (0..=u8::MAX).rev().filter(|weight| weights[usize::from(*weight)]);
    let mut out = format!("{}:[", Value::from(term));
    for (number, weight) in weights.enumerate() {
        let _ = write!(out, "{}[{weight}", if number > 0 { "," } else { "" });
        let mut last = 0;
        for posting in places.iter().filter(|posting| posting.weight == weight) {
            out.push(',');
            put_number(&mut out, posting.place - last);
            last = posting.place;
        }
        out.push(']');
    }
    out.push(']');
    out
}

/// There are millions of them, most below ten, and `write!` takes ten times as long.
fn put_number(out: &mut String, number: u32) {
    if number > 9 {
        put_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}
