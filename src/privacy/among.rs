//! Which items of a list are names: "Meier, Schmidt (MKK), LWV Hessen". For the detectors of those present and absent.

use super::pattern::Pattern;
use super::{Hit, Kind, Known, names};
use std::ops::Range;

/// One or two words with capitals, maybe with an organisation behind.
static ITEM: Pattern = Pattern::new(
    r"^((?:\p{Lu}\. ?)?\p{Lu}[\p{Ll}ß]+(?:-\p{Lu}\p{Ll}+)?(?:,? \p{Lu}[\p{Ll}ß]+(?:-\p{Lu}\p{Ll}+)?)?)(?: ?\([^)]{1,60}\)| ?[–-] .{1,60}| \p{Lu}{2,}.{0,40}|, \p{Lu}{2,}.*)?$",
);

/// How sure it is that an item is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// It is one.
    Yes,
    /// It is one if others of the list are.
    Maybe,
}

/// What a list stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    /// "Anwesend:" at the beginning of a line: what looks like a surname is one.
    Label,
    /// "Protokoll:" with one item behind: each surname is one, even an everyday word.
    Task,
    /// "Entschuldigt fehlte", without an article: things have one.
    Excuse,
    /// Other words in a sentence: only what is hardly anything else is a name.
    Words,
}

/// Names among these items of the text.
pub(super) fn find(text: &str, items: &[Range<usize>], behind: Behind, known: &Known, hits: &mut Vec<Hit>) {
    let mut found: Vec<(Range<usize>, Sure)> = Vec::new();
    for item in items {
        match name(text, item.clone(), behind, known) {
            Some(one) => found.push(one),
            None => found.extend(parts(text, item.clone()).into_iter().filter_map(|p| name(text, p, behind, known))),
        }
    }
    let any = found.iter().any(|(_, sure)| *sure == Sure::Yes);
    let names = found.into_iter().filter(|_| any).map(|(range, _)| range);
    // Two surnames with a comma between are two items and may be one name: "Müller, Erika".
    hits.extend(names.map(|range| Hit { kind: Kind::Attendance, range }));
}

/// Items between commas, "und" and their like.
pub(super) fn parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let (mut out, mut start, mut deep) = (Vec::new(), range.start, 0usize);
    let whole = &text[range.clone()];
    for (at, c) in whole.char_indices() {
        match c {
            '(' => deep += 1,
            ')' => deep = deep.saturating_sub(1),
            _ => {}
        }
        let word =
            [" und ", " sowie ", " von ", " vom ", " für ", " bei "].into_iter().find(|w| whole[at..].starts_with(w));
        let cut = if ",;/&".contains(c) { c.len_utf8() } else { word.map_or(0, str::len) };
        if cut > 0 && deep == 0 {
            out.push(start.min(range.start + at)..range.start + at);
            start = range.start + at + cut;
        }
    }
    out.push(start.min(range.end)..range.end);
    // "die", "der", "für den LWV": what stands before the word with a capital is no part of a name.
    let bare = |r: Range<usize>| {
        let skip = text[r.clone()].split_inclusive(' ').take_while(|w| {
            let word = w.trim();
            word.is_empty() || word.starts_with(char::is_lowercase)
        });
        r.start + skip.map(str::len).sum::<usize>()..r.end
    };
    out.into_iter().map(bare).filter(|r| !r.is_empty()).collect()
}

fn name(text: &str, item: Range<usize>, behind: Behind, known: &Known) -> Option<(Range<usize>, Sure)> {
    let item_text = &text[item.clone()];
    let body = item_text.trim_start_matches(|c: char| !c.is_alphabetic());
    let start = item.start + item_text.len() - body.len();
    let body = body.trim_end_matches(|c: char| c.is_whitespace() || ",;.:]".contains(c));
    let name = ITEM.first(body).and_then(|c| c.get(1))?;
    let words: Vec<&str> = name.as_str().split([' ', ',']).filter(|w| !w.is_empty()).collect();
    let rest = name.end() < body.len();
    let labelled = matches!(behind, Behind::Label | Behind::Task);
    let common = |one: &str| match behind {
        Behind::Label => names::is_last(one),
        Behind::Task => names::is_surname(one),
        Behind::Excuse => names::is_surname(one) && !ARTICLES.iter().any(|a| text[..start].ends_with(a)),
        Behind::Words => false,
    };
    let sure = match words[..] {
        [one] if names::is_sure_surname(one) || common(one) => Some(Sure::Yes),
        [one] if is_open(one) && labelled && of_organisation(&body[name.end()..], known) => Some(Sure::Yes),
        [one] if names::is_first(one) && rest && labelled => Some(Sure::Yes),
        [one] => (is_open(one) && !known.is_organisation(one)).then_some(Sure::Maybe),
        [one, two] => {
            let whole = names::is_first(one) && !names::is_place(two)
                || name.as_str().contains(',') && (names::is_first(two) || names::is_last(one))
                || one.ends_with('.') && !names::is_noun(two)
                || names::is_noun(one) && names::is_sure_surname(two) && !name.as_str().contains(',');
            whole.then_some(Sure::Yes)
        }
        _ => None,
    }?;
    // "Protokoll Schmidt": the task is no part of the name.
    let task = match words[..] {
        [task, one] if sure == Sure::Yes && names::is_noun(task) && !names::is_surname(task) => name.len() - one.len(),
        _ => 0,
    };
    let range = start + task..start + name.end();
    let official = known.is_organisation(name.as_str());
    (!official && text.is_char_boundary(range.end)).then_some((range, sure))
}

/// Whether the rest of an item names in brackets whom someone speaks for: "(LWV)".
fn of_organisation(rest: &str, known: &Known) -> bool {
    let inside = rest.trim().strip_prefix('(').and_then(|r| r.strip_suffix(')')).unwrap_or("");
    let short = (2..=6).contains(&inside.chars().count()) && inside.chars().all(char::is_uppercase);
    short || known.is_organisation(inside)
}

/// What things have before them and surnames have not.
const ARTICLES: [&str; 10] = ["der ", "die ", "das ", "den ", "dem ", "ein ", "eine ", "keine ", "alle ", "einige "];

/// Whether a word may be a name for all that is known of it.
fn is_open(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let known = names::is_noun(word) || names::is_place(word) || names::is_function_word(word);
    word.chars().count() > 2 && capitals == 1 && (names::is_surname(word) || !known)
}
