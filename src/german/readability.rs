//! Takes a text document, gives the readability figures that editors know. Never a verdict: a figure says nothing about
//! whether people understand the text.
//!
//! Formulas: Flesch in Amstad's German form (Toni Amstad, Zürich 1978); Wiener Sachtextformeln 1 to 4 (Richard Bamberger
//! and Erich Vanecek, 1984); LIX (Carl-Hugo Björnsson, 1968).

use serde::Serialize;

use super::doc::{BlockKind, TextDoc};
use super::sentences::sentences;
use super::syllables::syllables_lower;
use super::tokens::{Kind, Tokens};

/// The figures of one text. All are 0 for a text without words.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Default)]
pub struct Figures {
    /// Words (numbers do not count).
    pub words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Syllables of all words.
    pub syllables: u32,
    /// 0 hard to 100 easy; may leave this range.
    pub flesch_amstad: f64,
    /// School grade, about 4 to 15.
    pub wstf1: f64,
    /// School grade.
    pub wstf2: f64,
    /// School grade.
    pub wstf3: f64,
    /// School grade.
    pub wstf4: f64,
    /// Below 40 for children, above 60 hard.
    pub lix: f64,
}

/// Both counts of a text: as written, and with the segments of split compounds as words of their own.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Readability {
    /// `Eingliederungs-Hilfe` is one word of six syllables.
    pub raw: Figures,
    /// `Eingliederungs-Hilfe` is two words; so correct splitting is not punished.
    pub segmented: Figures,
}

#[derive(Default)]
struct Count {
    words: u32,
    syllables: u32,
    three: u32,
    long: u32,
    one: u32,
}

impl Count {
    fn word(&mut self, lower: &str) {
        let s = syllables_lower(lower);
        if s == 0 {
            return;
        }
        self.words += 1;
        self.syllables += s;
        self.three += u32::from(s >= 3);
        self.one += u32::from(s == 1);
        self.long += u32::from(lower.chars().filter(|c| c.is_alphabetic()).count() > 6);
    }

    fn figures(&self, sentences: u32) -> Figures {
        if self.words == 0 || sentences == 0 {
            return Figures::default();
        }
        let words = f64::from(self.words);
        let percent = |n: u32| 100.0 * f64::from(n) / words;
        let (ms, iw, es) = (percent(self.three), percent(self.long), percent(self.one));
        let sl = words / f64::from(sentences);
        let round = |x: f64| (x * 100.0).round() / 100.0;
        Figures {
            words: self.words,
            sentences,
            syllables: self.syllables,
            flesch_amstad: round(180.0 - sl - 58.5 * f64::from(self.syllables) / words),
            wstf1: round(0.1935 * ms + 0.1672 * sl + 0.1297 * iw - 0.0327 * es - 0.875),
            wstf2: round(0.2007 * ms + 0.1682 * sl + 0.1373 * iw - 2.779),
            wstf3: round(0.2963 * ms + 0.1905 * sl - 1.1144),
            wstf4: round(0.2744 * ms + 0.2656 * sl - 1.693),
            lix: round(sl + iw),
        }
    }
}

/// Counts a document. Addresses and table cells are left out: they are no sentences.
pub fn readability(doc: &TextDoc) -> Readability {
    let (mut raw, mut segmented) = (Count::default(), Count::default());
    let mut total = 0;
    for block in &doc.blocks {
        if matches!(block.kind, BlockKind::Address | BlockKind::TableCell { .. }) {
            continue;
        }
        let mut tokens = Tokens::default();
        let range = tokens.read(&block.text);
        let mut found = Vec::new();
        sentences(&tokens, range, &mut found);
        for sentence in found {
            let before = raw.words;
            for token in tokens.all.get(sentence).unwrap_or(&[]) {
                match token.kind {
                    Kind::Word => {
                        let lower = tokens.lower(token);
                        raw.word(lower);
                        lower.split(['-', '\u{b7}']).for_each(|s| segmented.word(s));
                    }
                    // Read aloud, an abbreviation is its long form; its letters stand for it here.
                    Kind::Abbreviation(_) => {
                        let text = block.text.get(token.range()).unwrap_or("").to_lowercase();
                        raw.word(&text);
                        segmented.word(&text);
                    }
                    _ => {}
                }
            }
            total += u32::from(raw.words > before);
        }
    }
    Readability { raw: raw.figures(total), segmented: segmented.figures(total) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::german::doc::{Block, OffsetMap};

    fn doc(text: &str) -> TextDoc {
        let block =
            Block { kind: BlockKind::Paragraph, text: text.into(), map: OffsetMap::identity(0), marks: Vec::new() };
        TextDoc { blocks: vec![block], ..TextDoc::default() }
    }

    #[test]
    fn counts_by_hand() {
        // 4 words, 1 sentence; syllables 1+1+6+2 = 10; one word of 3 or more; "Eingliederungs-Hilfe" is longer than 6.
        let r = readability(&doc("Das ist Eingliederungs-Hilfe heute.")).raw;
        assert_eq!((r.words, r.sentences, r.syllables), (4, 1, 10));
        assert_eq!(r.lix, 29.0);
        assert_eq!(r.flesch_amstad, 29.75);
        assert_eq!(r.wstf4, 6.23);
    }

    #[test]
    fn segments_count_as_words() {
        let r = readability(&doc("Das ist Eingliederungs-Hilfe."));
        assert_eq!(r.raw.words, 3);
        assert_eq!(r.segmented.words, 4);
        assert!(r.segmented.flesch_amstad > r.raw.flesch_amstad);
    }

    #[test]
    fn nothing_is_zero() {
        assert_eq!(readability(&doc("2021 – 2022")).raw, Figures::default());
    }
}
