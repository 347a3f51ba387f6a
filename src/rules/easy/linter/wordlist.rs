//! Takes a plain word list (`phrase = advice`), finds its entries in a sentence. One look-up per token; `*` at the end
//! matches every ending.

use std::collections::HashMap;

use super::text::Text;
use crate::german::lexicon::Hasher;
use crate::german::tokens::{Kind, Token};

/// Bytes of the longest ending that `*` stands for: "-ungen".
const LONGEST_ENDING: usize = 5;

/// One entry.
#[derive(Debug)]
struct Entry {
    words: Vec<&'static str>,
    open: bool,
    advice: &'static str,
}

/// A list ready to search.
#[derive(Debug)]
pub struct WordList {
    entries: Vec<Entry>,
    /// By the first word of an entry.
    first: HashMap<&'static str, Vec<u16>, Hasher>,
    /// By the first four bytes of an open first word.
    open: HashMap<&'static str, Vec<u16>, Hasher>,
}

impl WordList {
    /// Reads a list.
    pub fn new(text: &'static str) -> WordList {
        let mut list =
            WordList { entries: Vec::new(), first: HashMap::with_hasher(Hasher), open: HashMap::with_hasher(Hasher) };
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let Some((phrase, advice)) = line.split_once(" = ") else {
                continue;
            };
            let open = phrase.ends_with('*');
            let words: Vec<&'static str> = phrase.trim_end_matches('*').split(' ').collect();
            let Some(first) = words.first().copied() else {
                continue;
            };
            let id = list.entries.len() as u16;
            if open && words.len() == 1 {
                list.open.entry(head(first)).or_default().push(id);
            } else {
                list.first.entry(first).or_default().push(id);
            }
            list.entries.push(Entry { words, open, advice });
        }
        list
    }

    /// The entry that begins at token `i`: its number of tokens and its advice.
    pub fn at(&self, text: &Text<'_>, tokens: &[Token], i: usize) -> Option<(usize, &'static str)> {
        let token = tokens.get(i).filter(|t| t.kind == Kind::Word)?;
        let low = text.lower(token);
        if let Some(ids) = self.first.get(low) {
            let found = ids.iter().filter_map(|id| self.entries.get(usize::from(*id))).find(|e| {
                e.words.iter().enumerate().skip(1).all(|(n, w)| {
                    tokens.get(i + n).is_some_and(|t| {
                        let l = text.lower(t);
                        l == *w || (e.open && n + 1 == e.words.len() && l.starts_with(w))
                    })
                })
            });
            if let Some(e) = found {
                return Some((e.words.len(), e.advice));
            }
        }
        let ids = self.open.get(head(low))?;
        let e = ids.iter().filter_map(|id| self.entries.get(usize::from(*id))).find(|e| {
            // An ending, not a compound: "Rehabilitations-Träger" needs another word than "Rehabilitation".
            e.words.first().is_some_and(|w| low.strip_prefix(w).is_some_and(|rest| rest.len() <= LONGEST_ENDING))
        })?;
        Some((1, e.advice))
    }
}

fn head(word: &str) -> &str {
    let mut n = word.len().min(4);
    while !word.is_char_boundary(n) {
        n += 1;
    }
    word.get(..n).unwrap_or(word)
}
