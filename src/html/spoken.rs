//! The text of an element as it is read: takes a page and the number of an element, gives its words. It never gives marks, nor
//! what is hidden from reading aloud.

use super::finished::{ElementId, Page};
use super::plain::unescape_into;
use std::borrow::Cow;
use std::ops::Range;

impl Page<'_> {
    /// The text of an element as read: without marks, with single spaces, without what is hidden from reading aloud; an
    /// image speaks with its `alt`, and an element with an `aria-label` with that.
    pub fn text(&self, id: ElementId) -> Cow<'_, str> {
        let element = &self.elements[id];
        let source = self.source(id);
        // Most elements hold plain words, which need no copy.
        if element.end == id + 1 && is_plain(source) {
            return Cow::Borrowed(source.trim());
        }
        let mut out = String::new();
        self.text_into(id + 1, element.end, element.inner.clone(), &mut out);
        single_blanks(&out).into()
    }

    /// The text of an element that is a link, as [`Page::text`] gives it; empty for any other.
    pub fn link_text(&self, id: ElementId) -> &str {
        let (texts, places) = self.link_texts.get_or_init(|| {
            let (mut texts, mut places) = (String::new(), Vec::new());
            for (link, _) in self.all("a") {
                let start = texts.len();
                texts.push_str(&self.text(link));
                places.push((link, start..texts.len()));
            }
            (texts, places)
        });
        places.binary_search_by_key(&id, |(link, _)| *link).map_or("", |at| &texts[places[at].1.clone()])
    }

    /// Text of the bytes of `inner`, which hold the elements from `first` up to `end`.
    fn text_into(&self, first: ElementId, end: ElementId, inner: Range<u32>, out: &mut String) {
        let (mut at, mut id) = (inner.start as usize, first);
        while id < end {
            let child = &self.elements[id];
            let (from, to) = (child.inner.start as usize, child.inner.end as usize);
            self.words_into(at..from, out);
            if let Some(words) = self.attribute(child, "alt").or_else(|| self.attribute(child, "aria-label")) {
                out.push_str(words);
            } else if self.attribute(child, "aria-hidden") != Some("true") && !matches!(child.name, "script" | "style")
            {
                self.text_into(id + 1, child.end, child.inner.clone(), out);
            }
            if !matches!(child.name, "a" | "b" | "em" | "i" | "small" | "span" | "strong" | "sub" | "sup" | "time") {
                out.push(' ');
            }
            at = to;
            id = child.end;
        }
        self.words_into(at..inner.end as usize, out);
    }

    /// Text between tags.
    fn words_into(&self, range: Range<usize>, out: &mut String) {
        let mut rest = self.html.get(range).unwrap_or_default();
        while let Some(tag) = rest.find('<') {
            unescape_into(out, &rest[..tag]);
            rest = rest[tag..].find('>').map_or("", |close| &rest[tag + close + 1..]);
        }
        unescape_into(out, rest);
    }
}

fn single_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() {
            blank = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// Whether a text stands as it is read: no tag, no entity, no space but single blanks.
fn is_plain(text: &str) -> bool {
    let mut last = 0;
    let mut rare = false;
    for byte in text.bytes() {
        if matches!(byte, b'<' | b'&' | b'\t'..=b'\r') || byte == b' ' && last == b' ' {
            return false;
        }
        // What other blanks begin with.
        rare |= matches!(byte, 0xc2 | 0xe1..=0xe3);
        last = byte;
    }
    !rare || !text.contains(|c: char| c.is_whitespace() && c != ' ')
}
