//! Where words of the glossary are used: on which pages, and which words explain each other.

use super::{EntryIndex, PageKind, Site};
use crate::german::TermIndex;
use crate::kinds::Data;
use crate::markdown::{Document, Kind, Node};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;

impl Site {
    /// The pages whose texts use a word, in this order: agreement, annexes, bodies, other pages, meetings from the newest
    /// on. Neither other words nor twins.
    pub fn used_on(&self, term: EntryIndex) -> &[usize] {
        let number = self.terms.iter().position(|t| *t == term);
        number.and_then(|n| self.used_on.get(n)).map_or(&[], Vec::as_slice)
    }

    /// Whether a text is known to use no word, so that nobody needs to look for one in it again.
    pub fn is_wordless(&self, entry: EntryIndex) -> bool {
        self.wordless.get(entry).is_some_and(|none| *none)
    }

    /// Other words that the explanation of a word uses, in dictionary order.
    pub fn words_in(&self, term: EntryIndex) -> Vec<EntryIndex> {
        let Some(index) = &self.term_index else { return Vec::new() };
        let found = words(index, &self.entries[term].document);
        found.into_iter().filter_map(|n| self.terms.get(n).copied()).filter(|t| *t != term).collect()
    }
}

/// For each word the pages that use it, and for each entry whether it is known to use none.
pub(super) fn used_on(site: &Site) -> (Vec<Vec<usize>>, Vec<bool>) {
    let mut out = vec![Vec::new(); site.terms.len()];
    let mut wordless = vec![false; site.entries.len()];
    let Some(index) = &site.term_index else { return (out, wordless) };
    let rank = |page: usize| match site.pages[page].entry.map(|e| (&site.entries[e].data, e)) {
        Some((Data::Agreement(_), _)) => Some((0, Reverse(None), page)),
        Some((Data::Annex(_), _)) => Some((1, Reverse(None), page)),
        Some((Data::Body(_), _)) => Some((2, Reverse(None), page)),
        Some((Data::Meeting(meeting), _)) => Some((4, Reverse(meeting.date), page)),
        None | Some((Data::Term(_) | Data::Twin(_), _)) => None,
        Some(_) => Some((3, Reverse(None), page)),
    };
    let mut pages: Vec<_> = (0..site.pages.len()).filter_map(rank).collect();
    pages.sort();
    let is_own = |page: usize| !matches!(site.pages[page].kind, PageKind::Glossary);
    let found: Vec<(usize, EntryIndex, BTreeSet<usize>)> = pages
        .par_iter()
        .map(|(.., page)| *page)
        .filter(|page| is_own(*page))
        .filter_map(|page| site.pages[page].entry.map(|entry| (page, entry)))
        .map(|(page, entry)| (page, entry, words(index, &site.entries[entry].document)))
        .collect();
    for (page, entry, words) in found {
        wordless[entry] = words.is_empty();
        for word in words {
            out.get_mut(word).into_iter().for_each(|pages: &mut Vec<usize>| pages.push(page));
        }
    }
    (out, wordless)
}

/// Numbers of the words that a text uses.
fn words(index: &TermIndex, document: &Document) -> BTreeSet<usize> {
    // One look at the whole text tells of most that there is none. A text that differs from its source may hold another word.
    let differs = |n: &Node| matches!(&n.kind, Kind::Text(text) if document.is_own(text));
    let source = document.source.get(document.nodes[0].span.range()).unwrap_or_default();
    if !index.is_in(source) && !document.nodes.iter().any(differs) {
        return BTreeSet::new();
    }
    let texts = document.nodes.iter().filter_map(|n| match &n.kind {
        Kind::Text(text) => Some(document.str(text)),
        _ => None,
    });
    texts.flat_map(|text| index.find(text).map(|(_, word)| word)).collect()
}
