//! Takes a text, gives its tokens: words (with inner hyphens and Mediopunkt), numbers, abbreviations, addresses, signs.
//! Never allocates per token: the lower-case forms of all words lie in one string.

use std::ops::Range;

use super::abbreviations;
use super::addresses::address_end;
use super::lexicon::{Class, classes};
pub use super::token::{Kind, Shape, Token};

/// Tokens of one or more blocks, and the lower-case forms of their words.
#[derive(Debug, Default)]
pub struct Tokens {
    /// All tokens, block after block.
    pub all: Vec<Token>,
    lower: String,
}

impl Tokens {
    /// The word in lower case, without soft hyphens; the sign or number as it is.
    pub fn lower(&self, token: &Token) -> &str {
        let start = token.low as usize;
        self.lower.get(start..start + usize::from(token.low_len)).unwrap_or("")
    }

    /// Appends the tokens of `text`; gives their places in [`Tokens::all`].
    pub fn read(&mut self, text: &str) -> Range<usize> {
        let first = self.all.len();
        let mut line = true;
        let mut glued = false;
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|r| r.chars().next()) {
            if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
                line |= c == '\n';
                glued = false;
                at += c.len_utf8();
                continue;
            }
            let mut token = if c.is_alphabetic() {
                self.word(text, at)
            } else if c.is_ascii_digit() {
                self.number(text, at)
            } else {
                self.sign(at, c)
            };
            if line {
                token.shape.set(Shape::LINE);
            }
            if glued {
                token.shape.set(Shape::GLUED);
            }
            line = false;
            glued = true;
            at = token.end as usize;
            self.all.push(token);
        }
        first..self.all.len()
    }

    fn sign(&mut self, at: usize, c: char) -> Token {
        Token {
            start: at as u32,
            end: (at + c.len_utf8()) as u32,
            low: 0,
            low_len: 0,
            shape: Shape::default(),
            kind: Kind::Sign(c),
            class: Class::NONE,
        }
    }

    fn number(&mut self, text: &str, at: usize) -> Token {
        let bytes = text.as_bytes();
        let mut end = at;
        while let Some(b) = bytes.get(end) {
            let digit_next = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
            match b {
                b'0'..=b'9' => end += 1,
                b'.' | b',' | b':' if digit_next => end += 1,
                _ => break,
            }
        }
        // "3-jährig", "1930er", "61a": a word that begins with digits.
        let rest = &text[end..];
        let plain = !text[at..end].contains(['.', ',', ':']);
        let mut next = rest.chars();
        let joins = match next.next() {
            Some('-') => next.next().is_some_and(char::is_alphabetic),
            Some(c) => c.is_alphabetic(),
            None => false,
        };
        if plain && joins {
            return self.word(text, at);
        }
        let low = self.lower.len();
        self.lower.push_str(&text[at..end]);
        Token {
            start: at as u32,
            end: end as u32,
            low: low as u32,
            low_len: (end - at).min(usize::from(u16::MAX)) as u16,
            shape: Shape::DIGIT,
            kind: Kind::Number,
            class: Class::NONE,
        }
    }

    fn word(&mut self, text: &str, at: usize) -> Token {
        let low = self.lower.len();
        let mut shape = Shape::default();
        let mut end = at;
        let (mut letters, mut capitals) = (0u32, 0u32);
        let bytes = text.as_bytes();
        while let Some(b) = bytes.get(end) {
            if b.is_ascii_lowercase() {
                letters += 1;
                self.lower.push(*b as char);
                end += 1;
                continue;
            }
            if b.is_ascii_uppercase() {
                if end == at {
                    shape.set(Shape::CAPITAL);
                }
                letters += 1;
                capitals += 1;
                self.lower.push(b.to_ascii_lowercase() as char);
                end += 1;
                continue;
            }
            if b.is_ascii_digit() {
                shape.set(Shape::DIGIT);
                self.lower.push(*b as char);
                end += 1;
                continue;
            }
            let Some(c) = text[end..].chars().next() else {
                break;
            };
            if c.is_alphabetic() || ('\u{300}'..'\u{370}').contains(&c) {
                letters += 1;
                if c.is_uppercase() {
                    capitals += 1;
                    if end == at {
                        shape.set(Shape::CAPITAL);
                    }
                    self.lower.extend(c.to_lowercase());
                } else {
                    self.lower.push(c);
                }
            } else {
                let next = text[end + c.len_utf8()..].chars().next();
                let letter_next = next.is_some_and(char::is_alphanumeric);
                match c {
                    '-' | '\u{2010}' | '\u{2011}' if letter_next => {
                        shape.set(Shape::HYPHEN);
                        self.lower.push('-');
                    }
                    '\u{b7}' if letter_next => {
                        shape.set(Shape::MIDDOT);
                        self.lower.push('\u{b7}');
                    }
                    '\u{ad}' => shape.set(Shape::SOFT),
                    '\'' | '\u{2019}' if letter_next => self.lower.push('\''),
                    _ => break,
                }
            }
            end += c.len_utf8();
        }
        if letters >= 2 && letters == capitals {
            shape.set(Shape::ALL_CAPS);
        }
        // The lower-case form never outgrows 16 bits; longer "words" are data, not language.
        let low_len = (self.lower.len() - low).min(usize::from(u16::MAX)) as u16;
        let mut token = Token {
            start: at as u32,
            end: end as u32,
            low: low as u32,
            low_len,
            shape,
            kind: Kind::Word,
            class: Class::NONE,
        };
        match bytes.get(end) {
            Some(b'.') if letters <= 9 && !shape.has(Shape::HYPHEN) => {
                if let Some((id, len)) = abbreviations::at(text, at, &text[at..end]) {
                    token.end = (at + len) as u32;
                    token.kind = Kind::Abbreviation(id);
                    return token;
                }
                if let Some(end) = address_end(text, at, end) {
                    token.end = end as u32;
                    token.kind = Kind::Address;
                    return token;
                }
            }
            Some(b'.' | b'@' | b':' | b'_') => {
                if let Some(end) = address_end(text, at, end) {
                    token.end = end as u32;
                    token.kind = Kind::Address;
                    return token;
                }
            }
            _ => {}
        }
        token.class = self.classify(&token);
        token
    }

    fn classify(&self, token: &Token) -> Class {
        let lower = self.lower(token);
        if token.shape.has(Shape::HYPHEN) {
            // "ge-schützt", "mit-bezahlen": small words cut for reading are looked up whole.
            return if token.small() { classes(&lower.replace('-', "")) } else { Class::NONE };
        }
        classes(lower)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokens.read(text);
        tokens
            .all
            .iter()
            .map(|t| {
                format!(
                    "{}{}",
                    &text[t.range()],
                    match t.kind {
                        Kind::Word => "",
                        Kind::Number => "#",
                        Kind::Abbreviation(_) => "~",
                        Kind::Address => "@",
                        Kind::Sign(_) => "|",
                    }
                )
            })
            .collect()
    }

    #[test]
    fn reads_tokens() {
        assert_eq!(
            kinds("Am 3. Mai, z. B. um 9:30 Uhr."),
            ["Am", "3#", ".|", "Mai", ",|", "z. B.~", "um", "9:30#", "Uhr", ".|"]
        );
        assert_eq!(kinds("Eingliederungs-Hilfe und Ein·gliederung"), ["Eingliederungs-Hilfe", "und", "Ein·gliederung"]);
        assert_eq!(kinds("Geld- oder 3-jährige 1.000,50"), ["Geld", "-|", "oder", "3-jährige", "1.000,50#"]);
        assert_eq!(
            kinds("Auf www.beispiel.de/a. Oder an a.b@beispiel.de."),
            ["Auf", "www.beispiel.de/a@", ".|", "Oder", "an", "a.b@beispiel.de@", ".|"]
        );
        assert_eq!(kinds("Haus.Das"), ["Haus", ".|", "Das"]);
    }

    #[test]
    fn lowers_without_soft_hyphen() {
        let mut tokens = Tokens::default();
        tokens.read("Ge\u{ad}setz ÄMTER");
        assert_eq!(tokens.lower(&tokens.all[0]), "gesetz");
        assert_eq!(tokens.lower(&tokens.all[1]), "ämter");
        assert!(tokens.all[1].shape.has(Shape::ALL_CAPS));
    }
}
