//! Takes a source text, gives it as it is read: lines of a paragraph joined, marks and escapes gone, with the way back to
//! the bytes. All of the file is there: front matter, comments, link targets, code. The repository is public too.

use crate::german::doc::OffsetMap;
use std::borrow::Cow;
use std::ops::Range;

/// How a text is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown or plain text: lines belong together in paragraphs.
    Prose,
    /// Each line for itself: settings, data, markup.
    Lines,
}

/// A text as it is read.
#[derive(Debug, Default)]
pub struct Flat {
    /// The text; line breaks are those that mean something.
    pub text: String,
    map: OffsetMap,
}

/// Entities that may hide a sign.
const ENTITIES: [(&str, char); 9] = [
    ("&#64;", '@'),
    ("&#x40;", '@'),
    ("&commat;", '@'),
    ("&nbsp;", ' '),
    ("&#46;", '.'),
    ("&period;", '.'),
    ("&auml;", 'ä'),
    ("&ouml;", 'ö'),
    ("&uuml;", 'ü'),
];

impl Flat {
    /// Reads a text.
    pub fn new(source: &str, form: Form) -> Flat {
        let mut flat = Flat::default();
        let mut at = 0;
        let mut front = form == Form::Prose && source.starts_with("---");
        let mut joined = false;
        for (n, line) in source.split_inclusive('\n').enumerate() {
            let start = at;
            at += line.len();
            let body = line.trim_end_matches(['\n', '\r']);
            if front || form == Form::Lines {
                front = front && !(n > 0 && body == "---");
                flat.line(source, start, body);
                flat.push('\n', start + body.len());
                continue;
            }
            let trimmed = body.trim_start_matches([' ', '>', '\t']);
            let begin = start + body.len() - trimmed.len();
            let starts_block = trimmed.is_empty() || starts_block(trimmed);
            if joined {
                flat.push(if starts_block { '\n' } else { ' ' }, start.saturating_sub(1));
            }
            flat.line(source, begin, trimmed.trim_end_matches('\\').trim_end());
            // A heading, a blank line and a meant break end the line; else the next may go on.
            joined =
                !(trimmed.is_empty() || trimmed.starts_with('#') || trimmed.ends_with('\\') || body.ends_with("  "));
            if !joined {
                flat.push('\n', start + body.len());
            }
        }
        flat
    }

    /// The bytes of the source behind a range of the text.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        self.map.range(&self.text, range)
    }

    fn push(&mut self, c: char, source: usize) {
        self.map.push(self.text.len(), source);
        self.text.push(c);
    }

    fn line(&mut self, source: &str, start: usize, line: &str) {
        self.map.push(self.text.len(), start);
        // The sign that replaced what stands before this byte: it counts as the one before.
        let mut replaced_before = (0, ' ');
        let mut from = 0;
        // Most signs stand for themselves, and whole runs of them are taken over at once.
        while let Some(run) = line[from..].bytes().position(|b| MEANS[usize::from(b)]) {
            let i = from + run;
            let c = line[i..].chars().next().unwrap_or(' ');
            let before = match replaced_before {
                (at, sign) if at == i => sign,
                _ => line[..i].chars().next_back().unwrap_or(' '),
            };
            self.text.push_str(&line[from..i]);
            let (meant, length) = meant(&line[i..], c, before);
            from = i + length;
            match meant {
                Some(text) => {
                    self.map.push(self.text.len(), start + i);
                    self.text.push_str(&text);
                    self.map.push(self.text.len(), (start + from).min(source.len()));
                }
                None => self.text.push_str(&line[i..from]),
            }
            replaced_before = (from, c);
        }
        self.text.push_str(&line[from..]);
    }
}

/// Bytes that may begin a sign that stands for something else.
const MEANS: [bool; 256] = {
    let mut out = [false; 256];
    let signs = *b"`\t|*~_\\%&\xc2\xe2";
    let mut n = 0;
    while n < signs.len() {
        out[signs[n] as usize] = true;
        n += 1;
    }
    out
};

/// What the sign `c` at the beginning of `rest` stands for, where not for itself, and its length in bytes. `before` is the
/// sign before it.
fn meant(rest: &str, c: char, before: char) -> (Option<Cow<'static, str>>, usize) {
    let length = c.len_utf8();
    let next = rest[length..].chars().next().unwrap_or(' ');
    let text = match c {
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '`' => "",
        '\u{a0}' | '\u{202f}' | '\t' | '\u{2009}' => " ",
        '|' => "\n",
        '*' if next.is_ascii_digit() || before == ' ' && next == ' ' => return (None, length),
        '*' | '~' if before == c || next == c || next.is_alphanumeric() || before.is_alphanumeric() => "",
        '_' if !before.is_alphanumeric() || !next.is_alphanumeric() => "",
        '\\' if next.is_ascii_punctuation() => "",
        '%' if rest.starts_with("%40") => return (Some("@".into()), 3),
        '&' => {
            return match ENTITIES.iter().find(|(e, _)| rest.starts_with(e)) {
                Some((entity, sign)) => (Some(sign.to_string().into()), entity.len()),
                None => (None, length),
            };
        }
        _ => return (None, length),
    };
    (Some(text.into()), length)
}

/// Whether a line begins a block of its own.
fn starts_block(line: &str) -> bool {
    let bullet = ["- ", "* ", "+ ", "#", "|", "```", "~~~", "[!", "<"].iter().any(|m| line.starts_with(m));
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let number = (1..=2).contains(&digits)
        && line[digits..].strip_prefix(['.', ')']).is_some_and(|rest| {
            let word: String = rest.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
            word.starts_with(char::is_uppercase) && !crate::german::MONTHS.contains(&word.as_str())
        });
    bullet || number
}
