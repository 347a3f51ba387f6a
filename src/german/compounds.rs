//! Takes a compound, gives its parts: `Eingliederungshilfe` → `Eingliederungs` + `Hilfe`. Never cuts prefixes or
//! endings (`Ver-einbarung`, `Regier-ung`), and gives one part when it is not sure. What is a noun, [`super::nouns`] says.
//!
//! Method: the cheapest way to cover the word with nouns of our own list (`words/nouns.txt`) and linking letters
//! (-s, -es, -n, -en, -er, -e). An unknown part is allowed once, and only where a linking -s after -ung, -heit, -keit,
//! -schaft, -tät or -ion shows the joint, or before a long known last part.

use std::ops::Range;

use super::nouns::{after_sure_joint, inside_ending, is_known_noun, is_prefix, is_whole, modifier, plausible};

/// One part of a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Bytes of the word, with the linking letters.
    pub range: Range<usize>,
    /// Bytes of linking letters at the end of the range.
    pub link: usize,
}

const KNOWN: u32 = 10;
const UNKNOWN: u32 = 26;

/// The parts of a word; one part if it is no compound or not a sure one. Hyphens and Mediopunkte are joints.
pub fn compound_parts(word: &str) -> Vec<Part> {
    let lower = word.to_lowercase();
    // A letter whose small form is longer or shorter would move all places behind it.
    if word.chars().any(|c| c.to_lowercase().map(char::len_utf8).sum::<usize>() != c.len_utf8()) {
        return vec![Part { range: 0..word.len(), link: 0 }];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for segment in lower.split(['-', '\u{b7}']) {
        for part in segment_parts(segment) {
            parts.push(Part { range: start + part.range.start..start + part.range.end, link: part.link });
        }
        start += segment.len();
        start += lower.get(start..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8);
    }
    parts
}

/// The word split for reading with the hyphen (`Eingliederungs-Hilfe`, BITV 2.0) or the Mediopunkt
/// (`Eingliederungs·hilfe`, Duden); `None` if it has no sure joint. Existing hyphens stay.
pub fn split_for_reading(word: &str, joint: char) -> Option<String> {
    let parts = compound_parts(word);
    if parts.len() < 2 {
        return None;
    }
    let mut out = String::with_capacity(word.len() + parts.len());
    for (i, part) in parts.iter().enumerate() {
        let text = word.get(part.range.clone())?;
        if i > 0 {
            let had = word.get(..part.range.start)?.ends_with(['-', '\u{b7}']);
            out.push(if had && joint == '-' { '-' } else { joint });
        }
        if joint == '-' {
            let mut chars = text.chars();
            out.extend(chars.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(chars.as_str());
        } else {
            out.push_str(text);
        }
    }
    (out != word).then_some(out)
}

#[derive(Clone)]
struct Best {
    cost: u32,
    end: usize,
    link: usize,
    unknown: bool,
}

fn segment_parts(lower: &str) -> Vec<Part> {
    let n = lower.len();
    let one = vec![Part { range: 0..n, link: 0 }];
    if !(6..=80).contains(&n) || is_whole(lower) || !lower.chars().all(char::is_alphabetic) {
        return one;
    }
    // best[p]: the cheapest way to cover the word from byte p on, first with an unknown part still to spend, then without.
    let mut best: Vec<[Option<Best>; 2]> = vec![[None, None]; n + 1];
    for p in (0..n).rev().filter(|p| lower.is_char_boundary(*p)) {
        best[p] = cheapest(lower, p, &best);
    }
    let mut parts = Vec::new();
    let (mut p, mut spent) = (0, false);
    while p < n {
        let Some(b) = &best[p][usize::from(spent)] else {
            return one;
        };
        parts.push(Part { range: p..b.end, link: b.link });
        p = b.end;
        spent |= b.unknown;
    }
    parts
}

/// The cheapest ways on from byte `p`: with the unknown part still to spend, and without.
fn cheapest(lower: &str, p: usize, best: &[[Option<Best>; 2]]) -> [Option<Best>; 2] {
    let n = lower.len();
    let mut found: [Option<Best>; 2] = [None, None];
    let mut offer = |spent: bool, b: Best| {
        let place = &mut found[usize::from(spent)];
        if place.as_ref().is_none_or(|f| b.cost < f.cost) {
            *place = Some(b);
        }
    };
    for end in (p + 3..n).filter(|e| lower.is_char_boundary(*e)) {
        // Most places lead nowhere: the rest of the word is no noun. They are left before any look-up.
        let rest = |spent: bool| best.get(end).and_then(|b| b[usize::from(spent)].as_ref()).map(|b| b.cost);
        let (fresh, used) = (rest(false), rest(true));
        if fresh.is_none() && used.is_none() {
            continue;
        }
        let part = &lower[p..end];
        let short = if part.len() < 4 { 4 } else { 0 };
        if let Some((price, link)) = modifier(part) {
            for (spent, cost) in [(false, fresh), (true, used)] {
                if let Some(cost) = cost {
                    offer(spent, Best { cost: cost + KNOWN + price + short, end, link, unknown: false });
                }
            }
        } else if let (0, Some(cost)) = (p, used) {
            let joint = part.len() >= 7 && after_sure_joint(part);
            let long_head = n - end >= 6
                && plausible(part, 4)
                && !is_prefix(part)
                && is_known_noun(&lower[end..])
                && !inside_ending(&lower[end..]);
            if joint {
                offer(false, Best { cost: cost + UNKNOWN, end, link: 1, unknown: true });
            } else if long_head {
                offer(
                    false,
                    Best {
                        // The longer the known rest, the surer the joint.
                        cost: cost + UNKNOWN + part.len() as u32,
                        end,
                        link: 0,
                        unknown: true,
                    },
                );
            }
        }
    }
    let part = &lower[p..];
    if p > 0 && part.len() >= 3 {
        let short = if part.len() < 4 { 4 } else { 0 };
        if is_known_noun(part) {
            let known = Best { cost: KNOWN + short, end: n, link: 0, unknown: false };
            offer(false, known.clone());
            offer(true, known);
        } else if after_sure_joint(&lower[..p]) && plausible(part, 5) {
            offer(false, Best { cost: UNKNOWN, end: n, link: 0, unknown: true });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(word: &str) -> String {
        split_for_reading(word, '-').unwrap_or_else(|| word.to_owned())
    }

    #[test]
    fn splits_compounds() {
        for want in [
            "Eingliederungs-Hilfe",
            "Kooperations-Vereinbarung",
            "Leistungs-Erbringer",
            "Gesamt-Plan-Konferenz",
            "Teilhabe-Planung",
            "Landes-Wohlfahrts-Verband",
            "Behinderten-Beirat",
            "Sozial-Hilfe-Träger",
            "Bundes-Land",
            "Kranken-Kasse",
            "Persönlichkeits-Recht",
            "Daten-Schutz",
            "Gebärden-Sprache",
            "Mitglieds-Beitrag",
            "Verwaltungs-Gericht",
            "Tages-Ordnung",
            "Geschäfts-Ordnung",
            "Alters-Grenze",
            "Jugend-Amt",
            "Kinder-Garten",
            "Arbeits-Platz",
            "Wohn-Heim",
            "Straßen-Verkehr",
            "Städte-Bau",
            "Unterstützungs-Bedarf",
            "Rechts-Verordnung",
            "Leistungs-Berechtigte",
            "Schul-Begleitung",
            "Gesundheits-Amt",
            "Familien-Hilfe",
            "Fahr-Dienst",
        ] {
            assert_eq!(show(&joined(want)), want);
        }
    }

    /// `Eingliederungs-Hilfe` → `Eingliederungshilfe`.
    fn joined(split: &str) -> String {
        let mut parts = split.split('-');
        let first = parts.next().unwrap_or("").to_owned();
        parts.fold(first, |w, p| w + &p.to_lowercase())
    }

    #[test]
    fn leaves_single_words() {
        for word in [
            "Regierung",
            "Beispiel",
            "Vereinbarung",
            "Verantwortung",
            "Unterstützung",
            "Entscheidungen",
            "Wissenschaft",
            "Gemeinschaft",
            "Gesellschaft",
            "Mitarbeiterin",
            "Veranstaltungen",
            "Teilhabe",
            "Urlaub",
            "Behinderung",
            "Möglichkeiten",
            "Informationen",
            "Organisation",
            "Unterschriften",
            "Überraschung",
            "Nachbarschaft",
            "Reisende",
            "Beteiligung",
            "Enttäuschung",
            "Vorstellungen",
            "Erinnerung",
            "Demonstration",
            "Bürgerinnen",
            "Universität",
            "Ministerien",
            "Verhältnisse",
        ] {
            assert_eq!(show(word), word);
        }
    }

    #[test]
    fn knows_linking_letters() {
        let parts = compound_parts("Eingliederungshilfe");
        assert_eq!(parts, [Part { range: 0..14, link: 1 }, Part { range: 14..19, link: 0 }]);
    }

    #[test]
    fn mediopunkt_stays_small() {
        assert_eq!(split_for_reading("Eingliederungshilfe", '\u{b7}').unwrap(), "Eingliederungs·hilfe");
    }
}
