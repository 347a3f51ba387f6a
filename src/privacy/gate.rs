//! What a text must hold before a costly look for a kind of datum is worth it. Most texts hold none of it. Each gate lets
//! through at least what its detector can find; it only saves time.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use std::ops::Range;
use std::sync::OnceLock;

/// Beginnings of words, any of which a match must hold.
pub struct Words {
    list: &'static [&'static str],
    small_too: bool,
    search: OnceLock<Option<AhoCorasick>>,
}

impl Words {
    /// As written.
    pub const fn new(list: &'static [&'static str]) -> Words {
        Words { list, small_too: false, search: OnceLock::new() }
    }

    /// Capitals and small letters alike (of ASCII; umlauts stand twice in the list).
    pub const fn of_any_size(list: &'static [&'static str]) -> Words {
        Words { list, small_too: true, search: OnceLock::new() }
    }

    /// Places where one of the words begins: what stands before is no letter and no digit.
    pub fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> {
        let build = || AhoCorasickBuilder::new().ascii_case_insensitive(self.small_too).build(self.list).ok();
        let found = self.search.get_or_init(build).iter().flat_map(move |s| s.find_overlapping_iter(text));
        found.map(|m| m.range()).filter(move |r| !text[..r.start].ends_with(char::is_alphanumeric))
    }

    /// Whether any is there.
    pub fn are_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }
}

/// The longest rows of digits of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Digits {
    /// With nothing between.
    pub solid: usize,
    /// With spaces between.
    pub spaced: usize,
    /// With spaces, full stops and hyphens between.
    pub loose: usize,
}

impl Digits {
    /// Measures a text.
    pub fn of(text: &str) -> Digits {
        let (mut most, mut now) = (Digits::default(), Digits::default());
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => now = Digits { solid: now.solid + 1, spaced: now.spaced + 1, loose: now.loose + 1 },
                b' ' => now.solid = 0,
                b'.' | b'-' => now = Digits { loose: now.loose, ..Digits::default() },
                _ => now = Digits::default(),
            }
            most.solid = most.solid.max(now.solid);
            most.spaced = most.spaced.max(now.spaced);
            most.loose = most.loose.max(now.loose);
        }
        most
    }
}

/// Whether an `@` is there, or a bracket that may stand for one: "(at)", "[ät]", "{ a }".
pub fn has_at_sign(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'@' => true,
        b'(' | b'[' | b'{' => {
            let next = |n: usize| bytes.get(at + n).copied().unwrap_or(0);
            let sign = if next(1) == b' ' { next(2) } else { next(1) };
            matches!(sign, b'a' | b'A' | b'@' | 0xC3)
        }
        _ => false,
    })
}

/// Whether a row of digits begins like a telephone number: `0` and a digit, or `+49`, and at least six digits in all.
pub fn has_telephone(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let begins = match byte {
            b'+' => true,
            b'0' => at == 0 || !bytes[at - 1].is_ascii_alphanumeric(),
            _ => false,
        };
        begins && {
            let row = bytes[at..].iter().skip(1).take_while(|b| b.is_ascii_digit() || b" /-()\xE2\x80\x93".contains(b));
            row.filter(|b| b.is_ascii_digit()).count() >= 5
        }
    })
}

/// Whether a postcode is there: five digits, a space.
pub fn has_postcode(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(6).any(|six| six[5] == b' ' && six[..5].iter().all(u8::is_ascii_digit))
}

/// Whether a code of ICD-10 may be there: a capital and two digits.
pub fn has_code(text: &str) -> bool {
    text.as_bytes().windows(3).any(|c| c[0].is_ascii_uppercase() && c[1].is_ascii_digit() && c[2].is_ascii_digit())
}
