//! Takes a source text, gives it as it is read: lines of a paragraph joined, marks and escapes gone, with the way back to
//! the bytes. All of the file is there: front matter, comments, link targets, code. The repository is public too.

use super::marks;
use crate::german::doc::OffsetMap;
use std::ops::Range;

/// How a text is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown or plain text: lines belong together in paragraphs.
    Prose,
    /// Each line for itself: settings, data.
    Lines,
    /// Each line for itself, with tags: drawings, pages of HTML.
    Markup,
}

/// A text as it is read.
#[derive(Debug, Default)]
pub struct Flat {
    /// The text; line breaks are those that mean something.
    pub text: String,
    map: OffsetMap,
    /// Ends of what stands for longer signs of the source: in the text, in the source.
    replaced: Vec<(usize, usize)>,
    /// Bytes of the source that are read after all others.
    aside: Vec<Range<usize>>,
    markup: bool,
}

impl Flat {
    /// Reads a text.
    pub fn new(source: &str, form: Form) -> Flat {
        let mut flat = Flat { markup: form == Form::Markup, ..Flat::default() };
        let mut at = 0;
        let mut front = form == Form::Prose && source.starts_with("---");
        let mut joined = false;
        for (n, line) in source.split_inclusive('\n').enumerate() {
            let start = at;
            at += line.len();
            let body = line.trim_end_matches(['\n', '\r']);
            if front || form != Form::Prose {
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
        flat.asides(source);
        flat
    }

    /// Targets of links and what tags say, each as a line of its own, so that the words around them are read in one.
    fn asides(&mut self, source: &str) {
        if !self.aside.is_empty() {
            // No list goes on here.
            self.text.push_str("\n#");
        }
        while !self.aside.is_empty() {
            for range in std::mem::take(&mut self.aside) {
                self.text.push('\n');
                self.line(source, range.start, &source[range.clone()]);
            }
        }
    }

    /// The bytes of the source behind a range of the text.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let source = self.map.range(&self.text, range.clone());
        let end = self.replaced.binary_search_by_key(&range.end, |(text, _)| *text).map(|n| self.replaced[n].1);
        source.start..end.unwrap_or(source.end).max(source.end)
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
        while let Some(i) = marks::next(line, from, self.markup) {
            let before = match replaced_before {
                (at, sign) if at == i => sign,
                _ => line[..i].chars().next_back().unwrap_or(' '),
            };
            self.text.push_str(&line[from..i]);
            let mark = marks::mark(line, i, before, self.markup);
            from = i + mark.length;
            match mark.text {
                Some(text) => {
                    self.map.push(self.text.len(), start + i);
                    self.text.push_str(&text);
                    self.map.push(self.text.len(), (start + from).min(source.len()));
                    if !text.is_empty() && mark.length > 1 {
                        self.replaced.push((self.text.len(), start + from));
                    }
                }
                None => self.text.push_str(&line[i..from]),
            }
            self.aside.extend(mark.aside.map(|range| start + range.start..start + range.end));
            replaced_before = (from, line[i..].chars().next().unwrap_or(' '));
        }
        self.text.push_str(&line[from..]);
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
