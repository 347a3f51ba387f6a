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
        let mut skip = 0;
        let mut before = ' ';
        for (i, c) in line.char_indices() {
            if i < skip {
                continue;
            }
            let at = start + i;
            let rest = &line[i..];
            let next = rest[c.len_utf8()..].chars().next().unwrap_or(' ');
            let replaced: Option<Cow<'static, str>> = match c {
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '`' => Some("".into()),
                '\u{a0}' | '\u{202f}' | '\t' | '\u{2009}' => Some(" ".into()),
                '|' => Some("\n".into()),
                '*' if next.is_ascii_digit() || before == ' ' && next == ' ' => None,
                '*' | '~' if before == c || next == c || next.is_alphanumeric() || before.is_alphanumeric() => {
                    Some("".into())
                }
                '_' if !before.is_alphanumeric() || !next.is_alphanumeric() => Some("".into()),
                '\\' if next.is_ascii_punctuation() => Some("".into()),
                '%' if rest.starts_with("%40") => {
                    skip = i + 3;
                    Some("@".into())
                }
                '&' => ENTITIES.iter().find(|(e, _)| rest.starts_with(e)).map(|(e, sign)| {
                    skip = i + e.len();
                    sign.to_string().into()
                }),
                _ => None,
            };
            match replaced {
                Some(text) => {
                    self.map.push(self.text.len(), at);
                    self.text.push_str(&text);
                    let after = start + skip.max(i + c.len_utf8());
                    self.map.push(self.text.len(), after.min(source.len()));
                }
                None => self.text.push(c),
            }
            before = c;
        }
    }
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
