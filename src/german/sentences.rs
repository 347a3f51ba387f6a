//! Takes the tokens of one block, gives its sentences. Knows abbreviations, dates, ordinals, initials, quotes and
//! brackets. Never splits at a colon or semicolon inside a line, so `Das nennt man: Assistenz.` is one sentence. What a dot
//! means is asked of [`super::dots`].

use std::ops::Range;

use super::abbreviations;
use super::lexicon::Class;
use super::tokens::{Kind, Shape, Token, Tokens};

/// A run this long without an end is data, no sentence; it is cut so that no rule looks at all of it again and again.
const MOST_TOKENS: usize = 1_000;

/// The sentences of one block as ranges of token places. Every token belongs to exactly one sentence.
///
/// `range` are the block's tokens in `tokens`, `text` is the block's text.
pub fn sentences(tokens: &Tokens, range: Range<usize>, out: &mut Vec<Range<usize>>) {
    let Some(all) = tokens.all.get(range.clone()) else {
        return;
    };
    let reader = Reader { tokens, all };
    let mut first = 0;
    let mut brackets = 0i32;
    let mut i = 0;
    while let Some(token) = all.get(i) {
        match token.kind {
            Kind::Sign('(' | '[') => brackets += 1,
            Kind::Sign(')' | ']') => brackets = (brackets - 1).max(0),
            _ => {}
        }
        // A bracket that opens with the sentence may hold whole sentences.
        let inside = brackets > 0 && !all.get(first).is_some_and(|t| t.is('(') || t.is('['));
        let bullet = all.get(i + 1).is_some_and(|t| t.is('•'));
        let end = if bullet || i - first >= MOST_TOKENS {
            Some(i + 1)
        } else if inside {
            None
        } else {
            reader.end_at(first, i)
        };
        match end {
            Some(end) => {
                out.push(range.start + first..range.start + end);
                first = end;
                i = end;
                brackets = 0;
            }
            None => i += 1,
        }
    }
    if first < all.len() {
        out.push(range.start + first..range.end);
    }
}

/// The tokens of one block.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a Tokens,
    pub(super) all: &'a [Token],
}

impl Reader<'_> {
    /// If a sentence that began at `first` ends with token `i`: the place after its last token.
    fn end_at(&self, first: usize, i: usize) -> Option<usize> {
        let token = self.all.get(i)?;
        match token.kind {
            Kind::Sign('.') => {
                let (closed, quote) = self.closing(i + 1);
                self.dot_ends(first, i, closed, quote).then_some(closed)
            }
            Kind::Sign('!' | '?' | '…') => {
                let (closed, quote) = self.closing(i + 1);
                match self.all.get(closed) {
                    None => Some(closed),
                    Some(n) if n.is(',') || n.is('.') || n.is(';') || n.is(':') || n.is('–') || n.is('-') => None,
                    Some(n) if n.small() && !n.shape.has(Shape::LINE) => None,
                    Some(n) if quote && n.small() => None,
                    Some(_) if token.is('…') && !self.starts_sentence(closed) => None,
                    Some(_) => Some(closed),
                }
            }
            Kind::Abbreviation(id) => {
                let may_end = abbreviations::get(id).is_some_and(|a| a.may_end);
                let (closed, _) = self.closing(i + 1);
                let next = self.all.get(closed)?;
                (may_end && next.capital() && self.starts_sentence(closed)).then_some(closed)
            }
            _ => {
                let next = self.all.get(i + 1)?;
                // An item with a bullet inside a paragraph ends with its line.
                let item = self.all.get(first).is_some_and(|t| t.is('•'));
                (next.shape.has(Shape::LINE) && (item || self.line_ends(token, next))).then_some(i + 1)
            }
        }
    }

    /// Skips closing quotes and brackets from `i` on; tells whether a quote was among them.
    fn closing(&self, mut i: usize) -> (usize, bool) {
        let mut quote = false;
        while let Some(t) = self.all.get(i) {
            let close = match t.kind {
                Kind::Sign('“' | '”' | '’' | '«' | '‹' | '‘') => true,
                Kind::Sign('"' | '\'') => t.shape.has(Shape::GLUED),
                Kind::Sign(')' | ']') => {
                    i += 1;
                    continue;
                }
                Kind::Sign('.' | '!' | '?') if t.shape.has(Shape::GLUED) => {
                    i += 1;
                    continue;
                }
                _ => false,
            };
            if !close || t.shape.has(Shape::LINE) || !t.shape.has(Shape::GLUED) {
                break;
            }
            quote = true;
            i += 1;
        }
        (i, quote)
    }

    /// Whether the word at `i` is one that often begins a sentence; nouns, names and numbers are not.
    pub(super) fn starts_sentence(&self, i: usize) -> bool {
        match self.all.get(i) {
            None => true,
            Some(t) if t.capital() => t.class.any(Class::STARTER),
            Some(t) => matches!(t.kind, Kind::Sign('„' | '»' | '"' | '“')),
        }
    }

    /// Whether a line without an end sign ends the sentence: after a colon, or when the next line begins anew.
    fn line_ends(&self, last: &Token, next: &Token) -> bool {
        if last.is(':') {
            return true;
        }
        if next.is('•') || next.is('·') || next.is('*') {
            return true;
        }
        let open = last.is(',') || last.is('-') || last.is('(') || last.is('/') || last.is('–');
        let waits = last.class.any(Class::DET.or(Class::PREP).or(Class::COORD).or(Class::SUBJ_SURE)) && last.small();
        !open && !waits && next.capital() && next.class.any(Class::STARTER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut tokens = Tokens::default();
        let range = tokens.read(text);
        let mut out = Vec::new();
        sentences(&tokens, range, &mut out);
        out.iter().map(|r| &text[tokens.all[r.start].start as usize..tokens.all[r.end - 1].end as usize]).collect()
    }

    /// `|` marks where a sentence ends and the next begins.
    #[test]
    fn splits_where_a_reader_does() {
        for marked in [
            "Das ist gut.|Sie gehen heim.",
            "Es gibt Hilfe, z. B. eine Assistenz.|Sie ist kostenlos.",
            "Z. B. beim Essen.|Oder beim Wohnen.",
            "Wir treffen uns am 3. Mai in Hanau.|Kommen Sie auch?",
            "Das steht in Nr. 8 b der Vereinbarung.|Lesen Sie das.",
            "Siehe § 5 Abs. 1 S. 2 HAG.|Das gilt.",
            "Dr. Muster kommt.|Prof. Dr. Beispiel auch.",
            "Er sagt: „Das ist gut.“|Dann geht er.",
            "„Komm!“, ruft sie.|Er kommt.",
            "Kommen Sie?|Ja!|Gut.",
            "Es gibt Äpfel, Birnen usw.|Das schmeckt.",
            "Das war im 19. Jahrhundert.|Damals war alles anders.",
            "Kaiser Wilhelm II. war alt.|Er lebte in Berlin.",
            "Die Seite heißt www.beispiel.de.|Sie ist neu.",
            "Wir öffnen um 9.30 Uhr.|Wir schließen um 17 Uhr.",
            "Das kostet 1.200 Euro.|3 Menschen zahlen.",
            "Das sagt der Verein e. V. in Hanau.|Er hilft.",
            "Das war 2019.|Danach kam die Krise.",
            "Frau M. Beispiel wohnt hier.|Sie ist 30.",
            "Das ist (siehe S. 5. Dort mehr.) wichtig.|Ja.",
            "Am 1. 6. 2021 war das Treffen.|Es war gut.",
            "Es kommen ca. 20 Personen.|Das sind viele.",
            "Das nennt man: Assistenz.|Sie hilft.",
            "Er hat … nichts gesagt.|Schade.",
            "Die 2. Vorsitzende spricht.|Sie spricht lang.",
            "Das gilt bis zum 31.12.2026.|Dann ist Schluss.",
            "Der 3. Punkt ist wichtig.|Der 4. Punkt nicht.",
            "Sie sind 18 oder 19 Jahre alt?|Dann lesen Sie weiter.",
            "Das macht der Kreis (Sozialamt).|Dort fragen Sie.",
            "Die Firma Muster GmbH & Co. KG baut.|Sie baut viel.",
            "Er wohnt in der Hauptstr. 5.|Dort ist es ruhig.",
            "Das ist Teil 1.|Teil 2 folgt.",
            "Er sagte: „Ich komme.“ und ging.|Sie blieb.",
            "Kommen Sie am Mo., Di. oder Mi. vorbei.|Danke.",
            "Herr Prof. h. c. Muster sagt ja.|Gut.",
            "Sie wohnt im 3. Stock.|Er auch.",
            "Die Sitzung ist am 5.5.|Bitte kommen Sie.",
            "Gibt es Hilfe (z. B. Geld)?|Ja.",
            "Sie hat Pflegegrad 3.|Menschen mit Pflegegrad 3 bekommen Hilfe.",
            "Das kostet 3,50 Euro inkl. Steuer.|Das ist wenig.",
            "Die Punkte a), b) und c) gelten.|Das ist neu.",
            "Er ist ca. 1,80 m groß.|Sie auch.",
            "Der Kurs geht vom 1. bis 3. Juni.|Er ist voll.",
            "Rufen Sie uns an!|Tel. 0611 12345.",
            "Heute kommt Jan.|Er bleibt bis 5 Uhr.",
            "Es kommt Max.|5 Kinder warten.",
            "Wir treffen uns am 12. Jan. in Hanau.|Kommen Sie?",
            "Das gilt seit Jan. 2024.|Vorher nicht.",
            "Es gilt Art. 3 Abs. 3 S. 2 GG.|Das heißt: Niemand wird benachteiligt.",
        ] {
            let text = marked.replace('|', " ");
            let want: Vec<&str> = marked.split('|').collect();
            assert_eq!(split(&text), want, "{marked}");
        }
    }

    #[test]
    fn lines() {
        assert_eq!(split("Das nennt man:\nAssistenz."), ["Das nennt man:", "Assistenz."]);
        assert_eq!(split("Die Hilfe steht im\nGesetz."), ["Die Hilfe steht im\nGesetz."]);
        assert_eq!(split("Weil er krank ist,\nbleibt er daheim."), ["Weil er krank ist,\nbleibt er daheim."]);
        assert_eq!(split("Das ist ohne Punkt\nDas auch"), ["Das ist ohne Punkt", "Das auch"]);
        assert_eq!(split("1. Leistungen zur Teilhabe,"), ["1. Leistungen zur Teilhabe,"]);
    }
}
