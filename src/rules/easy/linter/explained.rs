//! Takes a text and a word, tells whether the text explains it: "X heißt:", "Das nennt man: X", "X ist …", "X (…)",
//! or a link over the word.

use std::collections::HashSet;

use super::text::{Sentence, Text};
use crate::german::doc::BlockKind;
use crate::german::lexicon::Class;
use crate::german::stem;
use crate::german::tokens::{Kind, Token};

/// The stems of all words that the text explains. One pass; only words in a place of explanation are stemmed.
pub fn explained_stems(text: &Text<'_>) -> HashSet<String> {
    let mut stems = HashSet::new();
    let cues: Vec<bool> = text.sentences().iter().map(|s| is_cue(text, s)).collect();
    for (n, s) in text.sentences().iter().enumerate() {
        let tokens = text.of(s);
        let near = [n.checked_sub(1), Some(n + 1)].into_iter().flatten().any(|i| cues.get(i) == Some(&true));
        let cue = tokens.iter().any(|t| t.class.any(Class::EXPLAINS));
        for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Word) {
            if near || explains(text, s, tokens, at, cue) || is_boxed(text, s, token) {
                stems.insert(stem(text.lower(token)));
            }
        }
    }
    stems
}

/// The bold word of a box that explains it.
fn is_boxed(text: &Text<'_>, s: &Sentence, word: &Token) -> bool {
    let kind = text.doc.blocks.get(s.block).map(|b| b.kind);
    kind == Some(BlockKind::Glossary) && text.is_bold(s.block, word)
}

fn explains(text: &Text<'_>, s: &Sentence, tokens: &[Token], at: usize, cue: bool) -> bool {
    let Some(word) = tokens.get(at) else {
        return false;
    };
    if text.in_link(s.block, word) || text.is_heading(s.block) && tokens.len() <= 2 {
        return text.in_link(s.block, word);
    }
    if cue {
        return true;
    }
    // "Assistenz ist …" and "Eine Assistenz ist eine …": the word opens the sentence.
    let before = tokens.get(..at).unwrap_or(&[]);
    let opens = before.len() <= 3 && before.iter().all(|t| t.class.any(Class::DET.or(Class::ADJ)));
    let is = tokens.get(at + 1).is_some_and(|t| t.class.any(Class::SEIN));
    let article = tokens.get(at + 2).is_some_and(|t| t.class.any(Class::DET) || t.is(':'));
    (opens && is && article)
        // "LWV (Landes-Wohlfahrts-Verband)" and "Landes-Wohlfahrts-Verband (LWV)".
        || tokens.get(at + 1).is_some_and(|t| t.is('('))
        || at.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| t.is('('))
        || at.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| t.is(':')) && before.len() <= 6
}

/// Whether a sentence says "Das heißt:" or "Die Abkürzung ist": it explains its neighbours.
fn is_cue(text: &Text<'_>, s: &Sentence) -> bool {
    let tokens = text.of(s);
    let word = |i: usize| tokens.get(i).map(|t| text.lower(t));
    word(0) == Some("das") && matches!(word(1), Some("heißt" | "bedeutet" | "ist" | "sind" | "nennt" | "meint"))
        || tokens.iter().any(|t| matches!(text.lower(t), "abkürzung" | "kürzel"))
}
