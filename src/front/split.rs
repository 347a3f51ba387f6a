//! Finds the front matter: what stands between two lines of `---` at the very start of a file.

use memchr::memchr;
use std::ops::Range;

/// Where front matter and body are in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Split {
    /// Bytes of the YAML and of the body.
    Found(Range<usize>, Range<usize>),
    /// The file does not begin with `---`.
    Missing,
    /// There is no closing `---`.
    Open,
}

/// Splits `text`. Lines may end with `\n` or `\r\n`, and spaces after `---` do no harm.
pub fn split(text: &str) -> Split {
    let is_mark = |line: &str| line.starts_with("---") && line.trim_end() == "---";
    let mut lines = lines(text);
    let Some(first) = lines.next().filter(|line| is_mark(line)) else { return Split::Missing };
    let start = first.len();
    let mut at = start;
    for line in lines {
        if is_mark(line) {
            return Split::Found(start..at, at + line.len()..text.len());
        }
        at += line.len();
    }
    Split::Open
}

/// The lines of a text, each with its end.
pub(super) fn lines(mut rest: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let end = memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
        let (line, after) = rest.split_at(end);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// Whether a text begins like one more head: lines `schluessel: Wert` right at its start, with a line `---` below them. Gives
/// the bytes of the first line.
pub fn second_head(body: &str) -> Option<Range<usize>> {
    let is_key = |line: &str| {
        let key = line.split_once(':').map_or("", |(key, _)| key);
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
    };
    let mut lines = body.lines();
    let first = lines.next().filter(|line| is_key(line))?;
    let end = lines.find(|line| !is_key(line) && !line.starts_with([' ', '-', '#']) || line.trim_end() == "---")?;
    (end.trim_end() == "---").then_some(0..first.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_both_parts() {
        assert_eq!(split("---\na: 1\n---\nText"), Split::Found(4..9, 13..17));
        assert_eq!(split("---\r\na: 1\r\n---  \r\nT"), Split::Found(5..11, 18..19));
        assert_eq!(split("---\n---"), Split::Found(4..4, 7..7));
        assert_eq!(split("Text"), Split::Missing);
        assert_eq!(split(""), Split::Missing);
        assert_eq!(split("---\na: 1\n"), Split::Open);
    }

    #[test]
    fn a_second_head_is_none_of_the_text() {
        assert_eq!(second_head("foo: 1\n---\nText"), Some(0..6));
        assert_eq!(second_head("a: 1\nb:\n  - c\n--- \n"), Some(0..4));
        for text in ["", "Text: so\n---\n", "\nfoo: 1\n---\n", "foo: 1\n\n---\n", "foo: 1\nText\n---\n", "foo: 1\n"] {
            assert_eq!(second_head(text), None, "{text}");
        }
    }
}
