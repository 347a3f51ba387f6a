//! Reads a page that is written in the plain way: tags in small letters, values in double quotes, no comments. Takes text,
//! gives a page, or nothing where the page is written in any other way. Unclosed elements end where their parent does.

use super::finished::{Element, ElementId, Page, mark};
use memchr::{memchr, memchr3};
use std::borrow::Cow;

/// Whether an element holds nothing.
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an element holds text only: a tag inside it is none.
fn is_raw(name: &str) -> bool {
    matches!(name, "iframe" | "noembed" | "noframes" | "script" | "style" | "textarea" | "title" | "xmp")
}

/// A page of tags in small letters with values in double quotes. `None` at anything else.
pub(super) fn plain_page(html: &str) -> Option<Page<'_>> {
    let bytes = html.as_bytes();
    // About as many as our own pages have.
    let (elements, attributes) = (Vec::with_capacity(html.len() / 64), Vec::with_capacity(html.len() / 64));
    let mut page = Page { html, elements, attributes, ..Page::default() };
    let mut open: Vec<ElementId> = Vec::new();
    let (mut at, mut svg) = (0, 0usize);
    while let Some(tag) = memchr(b'<', &bytes[at..]).map(|found| at + found) {
        match bytes.get(tag + 1)? {
            b'/' => {
                let end = tag + 2 + name(&bytes[tag + 2..]);
                if bytes.get(end) != Some(&b'>') || end == tag + 2 {
                    return None;
                }
                let name = &html[tag + 2..end];
                if let Some(level) = open.iter().rposition(|id| page.elements[*id].name == name) {
                    svg -= open[level..].iter().filter(|id| page.elements[**id].name == "svg").count();
                    close(&mut page, open.drain(level..), tag);
                }
                at = end + 1;
            }
            b'!' if bytes[tag..].starts_with(b"<!doctype html>") => at = tag + 15,
            b'a'..=b'z' => {
                let end = tag + 1 + name(&bytes[tag + 1..]);
                let element = &html[tag + 1..end];
                let (behind, closed, attributes) = read_attributes(html, end, &mut page)?;
                let id = page.elements.len();
                let inner = behind as u32..behind as u32;
                page.marks |= mark(element);
                page.elements.push(Element { name: element, attributes, end: id + 1, inner });
                at = behind;
                if is_void(element) || (closed && svg > 0) {
                    continue;
                }
                svg += usize::from(element == "svg");
                open.push(id);
                if is_raw(element) {
                    let inside = bytes[at..].iter().position(|b| *b == b'<').map(|found| &html[at + found..]);
                    let end = inside.and_then(|rest| rest.strip_prefix("</")?.strip_prefix(element));
                    if !end.is_some_and(|rest| rest.starts_with('>')) && inside.is_some() {
                        return None;
                    }
                }
            }
            _ => return None,
        }
    }
    close(&mut page, open.into_iter(), html.len());
    Some(page)
}

/// Ends elements at the byte `at`.
fn close(page: &mut Page<'_>, ids: impl Iterator<Item = ElementId>, at: usize) {
    let behind = page.elements.len();
    for id in ids {
        page.elements[id].end = behind;
        page.elements[id].inner.end = at as u32;
    }
}

/// Reads the attributes of a tag from the byte `at`; gives what follows it, whether it ends in `/>`, and their range.
fn read_attributes<'a>(
    html: &'a str,
    mut at: usize,
    page: &mut Page<'a>,
) -> Option<(usize, bool, std::ops::Range<u32>)> {
    let bytes = html.as_bytes();
    let first = page.attributes.len();
    let mut closed = false;
    loop {
        match &bytes[at..] {
            [b' ' | b'\n', ..] => at += 1,
            [b'/', b'>', ..] => {
                closed = true;
                at += 1;
            }
            [b'>', ..] => return Some((at + 1, closed, first as u32..page.attributes.len() as u32)),
            rest => {
                let length = if rest.starts_with(b"viewBox=") { 7 } else { name(rest) };
                let key = &html[at..at + length];
                let value = match &rest[length..] {
                    _ if key.is_empty() => return None,
                    [b'=', b'"', value @ ..] => {
                        let end = memchr(b'"', value)?;
                        let from = at + length + 2;
                        at = from + end + 1;
                        unescape(&html[from..from + end])?
                    }
                    // A name without a value.
                    [b' ' | b'\n' | b'>' | b'/', ..] => {
                        at += length;
                        Cow::Borrowed("")
                    }
                    _ => return None,
                };
                // Of an attribute that is there twice only one counts.
                if page.attributes[first..].iter().any(|(known, _)| *known == key) {
                    return None;
                }
                page.attributes.push((key, value));
            }
        }
    }
}

/// Length of the name that a text begins with.
pub(super) fn name(text: &[u8]) -> usize {
    text.iter().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || **b == b'-').count()
}

/// A value as meant. `None` where it holds more than the entities that our templates write.
fn unescape(value: &str) -> Option<Cow<'_, str>> {
    if memchr3(b'&', b'\r', 0, value.as_bytes()).is_none() {
        return Some(Cow::Borrowed(value));
    }
    let mut parts = value.split('&');
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';')?;
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" | "#x27" => '\'',
            _ => return None,
        });
        out.push_str(rest);
    }
    (!out.contains(['\r', '\0'])).then_some(Cow::Owned(out))
}

/// Entities that templates write, and what they mean.
const ENTITIES: [(&str, char); 8] = [
    ("&shy;", '\u{ad}'),
    ("&nbsp;", '\u{a0}'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&#39;", '\''),
    ("&#x27;", '\''),
    ("&amp;", '&'),
];

/// Appends text as meant, as far as the entities are known that templates write; others stay as they stand.
pub(super) fn unescape_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity)) {
            Some((entity, meant)) => {
                out.push(*meant);
                rest = &rest[entity.len()..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
}
