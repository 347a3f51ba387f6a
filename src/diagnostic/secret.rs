//! Blacks out data of persons in findings: of the finding that names them, and of all others that come by the same words.

use super::{Diagnostic, Finding};
use crate::source::Span;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Stands for what must not be seen.
pub const BLACK: &str = "•••";

/// All that must not be seen, from all findings.
#[derive(Default)]
pub(super) struct Secrets {
    spans: HashMap<Arc<str>, BTreeSet<Span>>,
    /// Digits of long numbers, by file: another rule may come by a part of one.
    digits: HashMap<Arc<str>, BTreeSet<String>>,
    texts: BTreeSet<String>,
}

impl Secrets {
    /// Takes what a finding hides; `span` is its place.
    pub fn add(&mut self, d: &Diagnostic, span: Option<Span>) {
        let Some(secret) = &d.secret else { return };
        if let Some(span) = span {
            self.spans.entry(Arc::clone(&d.file)).or_default().insert(span);
        }
        let digits = |t: &String| t.chars().filter(char::is_ascii_digit).collect::<String>();
        let numbers = secret.0.iter().map(digits).filter(|number| number.len() >= LONG);
        for number in numbers {
            self.digits.entry(Arc::clone(&d.file)).or_default().insert(number);
        }
        self.texts.extend(secret.0.iter().map(|t| t.trim().to_lowercase()).filter(|t| t.chars().count() > 2));
    }

    /// Whether there is nothing to hide, as nearly always.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The bytes of a file's text that must not be seen: places of findings, and wherever the same words stand.
    pub fn in_text(&self, file: &Arc<str>, text: &str) -> Vec<Span> {
        let mut spans = self.spans.get(file).cloned().unwrap_or_default();
        for (at, _) in text.char_indices() {
            let lengths = self.texts.iter().filter_map(|secret| begins(&text[at..], secret));
            spans.extend(lengths.map(|length| Span::new(at, at + length)));
        }
        spans.into_iter().collect()
    }

    /// Blacks out words of a finding; `hidden` are the bytes of its file that are not to be shown.
    pub fn black_out(&self, finding: &mut Finding, hidden: &[Span]) {
        finding.hidden = hidden.to_vec();
        if let Some(numbers) = self.digits.get(&finding.file) {
            finding.message = without_parts(&finding.message, numbers);
            finding.help = without_parts(&finding.help, numbers);
        }
        // Longer texts first: a name's parts are secrets too.
        let mut texts: Vec<&String> = self.texts.iter().collect();
        texts.sort_by_key(|t| std::cmp::Reverse(t.len()));
        for text in texts {
            for place in [&mut finding.message, &mut finding.help] {
                if let Some(black) = without(place, text) {
                    *place = black;
                }
            }
            if let Some(black) = without(&finding.file, text) {
                finding.file = black.into();
            }
        }
    }
}

/// A number is long from so many digits on.
const LONG: usize = 5;
/// A part of a long number tells something from so many digits on.
const PART: usize = 3;

/// A text without the figures that are a part of one of these numbers.
fn without_parts(text: &str, numbers: &BTreeSet<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = rest[at..].find(|c: char| !c.is_ascii_digit() && !" .-/".contains(c)).map_or(rest.len(), |n| at + n);
        let run = rest[at..end].trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        let part = digits.len() >= PART && numbers.iter().any(|number| number.contains(&digits));
        out.push_str(&rest[..at]);
        out.push_str(if part { BLACK } else { run });
        rest = &rest[at + run.len()..];
    }
    out + rest
}

/// A text without any place that reads like `secret` (in small letters), whatever its capitals; `None` if there is none.
fn without(text: &str, secret: &str) -> Option<String> {
    let mut out = String::new();
    let mut last = 0;
    for (at, _) in text.char_indices() {
        if at < last {
            continue;
        }
        let rest = &text[at..];
        if let Some(length) = begins(rest, secret) {
            out.push_str(BLACK);
            last = at + length;
        } else {
            out.extend(rest.chars().next());
            last = at + 1;
        }
    }
    out.contains(BLACK).then_some(out)
}

/// How many bytes at the beginning of a text read like `secret`.
fn begins(text: &str, secret: &str) -> Option<usize> {
    let mut wanted = secret.chars().peekable();
    for (at, c) in text.char_indices() {
        if wanted.peek().is_none() {
            return Some(at);
        }
        for small in c.to_lowercase() {
            if wanted.next() != Some(small) {
                return None;
            }
        }
    }
    wanted.peek().is_none().then_some(text.len())
}

/// Lines of a source with what must not be seen blacked out, a dot for each character, and a range of the lines in its new
/// place. `first` is where the lines begin in the file.
pub(super) fn blacked(
    lines: &str,
    first: usize,
    range: std::ops::Range<usize>,
    hidden: &[Span],
) -> (String, std::ops::Range<usize>) {
    let mut out = String::with_capacity(lines.len());
    let (mut start, mut end) = (None, None);
    for (i, c) in lines.char_indices() {
        if i >= range.start {
            start.get_or_insert(out.len());
        }
        if i >= range.end {
            end.get_or_insert(out.len());
        }
        let at = (first + i) as u32;
        let black = c != '\n' && hidden.iter().any(|s| s.start <= at && at < s.end);
        out.push(if black { '•' } else { c });
    }
    let length = out.len();
    (out, start.unwrap_or(length)..end.unwrap_or(length))
}
