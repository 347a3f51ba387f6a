//! How often a body has agreed to meet.

use crate::german::fold;

/// An agreed number of meetings a calendar year, e.g. "mindestens 2x jährlich".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frequency {
    /// Meetings a year, 1 to 366.
    pub per_year: u32,
    /// "mindestens": more are in order too.
    pub at_least: bool,
    /// "ca.": the number is not exact.
    pub approximate: bool,
}

/// Words for small numbers, as in "zweimal".
const WORDS: [&str; 12] =
    ["ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwoelf"];

impl Frequency {
    /// Reads "2x jährlich", "6 x jährlich", "mindestens zweimal jährlich", "ca. 4 mal im Jahr".
    ///
    /// # Errors
    /// The remedy, in German, when the text is none of these forms.
    pub fn parse(text: &str) -> Result<Frequency, String> {
        let remedy = || "Schreiben Sie es so: 6x jährlich, mindestens 2x jährlich oder ca. 4x jährlich.".to_owned();
        let folded = fold(text);
        let mut rest = folded.trim();
        let mut take = |words: &[&str]| {
            let found = words.iter().find_map(|w| rest.strip_prefix(w));
            rest = found.unwrap_or(rest).trim_start();
            found.is_some()
        };
        let at_least = take(&["mindestens ", "min. ", "mind. "]);
        let approximate = take(&["ca. ", "ca ", "circa ", "etwa ", "ungefaehr "]);
        let (count, tail) = number(rest).ok_or_else(remedy)?;
        let tail = tail.trim_start();
        let tail = ["mal", "x"].iter().find_map(|w| tail.strip_prefix(w)).ok_or_else(remedy)?.trim();
        let year = ["jaehrlich", "im jahr", "pro jahr", "in jedem jahr"].contains(&tail.trim_end_matches('.'));
        if year && (1..=366).contains(&count) && !(at_least && approximate) {
            Ok(Frequency { per_year: count, at_least, approximate })
        } else {
            Err(remedy())
        }
    }

    /// "mindestens 2 Sitzungen im Jahr".
    pub fn in_words(&self) -> String {
        let before = match (self.at_least, self.approximate) {
            (true, _) => "mindestens ",
            (_, true) => "ungefähr ",
            _ => "",
        };
        let noun = if self.per_year == 1 { "Sitzung" } else { "Sitzungen" };
        format!("{before}{} {noun} im Jahr", self.per_year)
    }
}

fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return text[..digits].parse().ok().map(|n| (n, &text[digits..]));
    }
    WORDS.iter().zip(1..13u32).rev().find_map(|(word, n)| text.strip_prefix(word).map(|rest| (n, rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_wording_of_the_agreement() {
        let f = |n, at_least, approximate| Ok(Frequency { per_year: n, at_least, approximate });
        assert_eq!(Frequency::parse("2x jährlich"), f(2, false, false));
        assert_eq!(Frequency::parse("2x Jährlich"), f(2, false, false));
        assert_eq!(Frequency::parse("6 x jährlich."), f(6, false, false));
        assert_eq!(Frequency::parse("ca. 4 x jährlich"), f(4, false, true));
        assert_eq!(Frequency::parse("mindestens zweimal jährlich"), f(2, true, false));
        assert_eq!(
            Frequency::parse("mindestens 2x jährlich").map(|f| f.in_words()).unwrap(),
            "mindestens 2 Sitzungen im Jahr"
        );
    }

    #[test]
    fn refuses_what_cannot_be_counted() {
        for text in [
            "oft",
            "",
            "x jährlich",
            "0x jährlich",
            "2x",
            "2x monatlich",
            "mindestens ca. 2x jährlich",
            "99999999999x jährlich",
        ] {
            assert!(Frequency::parse(text).is_err(), "{text}");
        }
    }
}
