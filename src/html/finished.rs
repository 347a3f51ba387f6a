//! Takes a finished page, gives its elements in order with their attributes, and their text on demand: what the rules
//! about finished pages read. Pages are mostly written in the plain way of our own templates; those are read here in one
//! pass, without a copy. Whatever is written otherwise is first written anew, in the plain way, by the HTML tokenizer.

use super::plain::{plain_page, unescape_into};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// Number of an element in its page.
pub type ElementId = usize;

/// An element of a page.
#[derive(Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// Its name, small letters.
    pub name: &'a str,
    /// Its attributes in the page's list.
    pub(super) attributes: Range<u32>,
    /// The element behind all elements inside it.
    pub end: ElementId,
    /// Its content in the page's bytes.
    pub(super) inner: Range<u32>,
}

/// A finished page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Page<'a> {
    pub(super) html: &'a str,
    pub(super) elements: Vec<Element<'a>>,
    pub(super) attributes: Vec<(&'a str, Cow<'a, str>)>,
    /// The [`mark`]s of all names of elements.
    pub(super) marks: u64,
    /// The texts of all links in a row, and where that of each is: several rules ask for them.
    pub(super) link_texts: OnceCell<(String, Vec<LinkText>)>,
}

/// A link, and where its text is.
type LinkText = (ElementId, Range<usize>);

/// One bit for a name. Rules ask for many elements that a page does not have.
pub(super) fn mark(name: &str) -> u64 {
    let sum = name.bytes().fold(0u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    1 << (sum % 64)
}

/// Reads a finished page and hands it on; most pages need neither a copy nor a second pass.
pub fn with_page<T>(html: &[u8], each: impl FnOnce(&Page<'_>) -> T) -> T {
    if let Some(page) = std::str::from_utf8(html).ok().and_then(plain_page) {
        return each(&page);
    }
    let html = anew(html);
    // What the tokenizer gave was written in the plain way just now.
    each(&plain_page(&html).unwrap_or_default())
}

/// Any page, in the plain way.
fn anew(html: &[u8]) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut out = String::with_capacity(html.len());
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) if is_name(&tag.name) => {
                out.push('<');
                out.push_str(&String::from_utf8_lossy(&tag.name));
                for (name, value) in tag.attributes.iter().filter(|(name, _)| is_name(name)) {
                    out.push(' ');
                    out.push_str(&String::from_utf8_lossy(name));
                    out.push_str("=\"");
                    text_into(&mut out, value);
                    out.push('"');
                }
                out.push_str(if tag.self_closing { " />" } else { ">" });
            }
            Ok(Token::EndTag(tag)) if is_name(&tag.name) => {
                out.push_str("</");
                out.push_str(&String::from_utf8_lossy(&tag.name));
                out.push('>');
            }
            Ok(Token::String(text)) => text_into(&mut out, &text),
            _ => {}
        }
    }
    out
}

fn text_into(out: &mut String, text: &[u8]) {
    for c in String::from_utf8_lossy(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Neither means anything in a page.
            '\r' | '\0' => {}
            c => out.push(c),
        }
    }
}

/// Whether the plain way knows such a name.
fn is_name(name: &[u8]) -> bool {
    !name.is_empty() && super::plain::name(name) == name.len() && name[0].is_ascii_lowercase()
}

impl<'a> Page<'a> {
    /// All elements, in order.
    pub fn elements(&self) -> impl Iterator<Item = (ElementId, &Element<'a>)> {
        self.elements.iter().enumerate()
    }

    /// The elements of a name, in order.
    pub fn all<'p>(&'p self, name: &'static str) -> impl Iterator<Item = (ElementId, &'p Element<'a>)> + use<'a, 'p> {
        self.inside_range(0..self.elements.len(), name)
    }

    /// The elements of a name inside an element.
    pub fn within<'p>(
        &'p self,
        id: ElementId,
        name: &'static str,
    ) -> impl Iterator<Item = (ElementId, &'p Element<'a>)> + use<'a, 'p> {
        self.inside_range(id + 1..self.elements[id].end, name)
    }

    fn inside_range<'p>(
        &'p self,
        range: Range<ElementId>,
        name: &'static str,
    ) -> impl Iterator<Item = (ElementId, &'p Element<'a>)> + use<'a, 'p> {
        let range = if self.marks & mark(name) == 0 { 0..0 } else { range };
        let first = range.start;
        let found = self.elements[range].iter().enumerate().filter(move |(_, element)| element.name == name);
        found.map(move |(at, element)| (first + at, element))
    }

    /// The element of that number.
    pub fn element(&self, id: ElementId) -> &Element<'a> {
        &self.elements[id]
    }

    /// All attributes of an element.
    pub fn attributes(&self, element: &Element<'a>) -> &[(&'a str, Cow<'a, str>)] {
        &self.attributes[element.attributes.start as usize..element.attributes.end as usize]
    }

    /// All attributes of the page.
    pub fn all_attributes(&self) -> &[(&'a str, Cow<'a, str>)] {
        &self.attributes
    }

    /// The value of an attribute; empty where it has none.
    pub fn attribute(&self, element: &Element<'a>, name: &str) -> Option<&str> {
        self.attributes(element).iter().find(|(key, _)| *key == name).map(|(_, value)| &**value)
    }

    /// Whether the element has that attribute.
    pub fn has(&self, element: &Element<'a>, name: &str) -> bool {
        self.attribute(element, name).is_some()
    }

    /// The first element whose attribute has that value.
    pub fn by_attribute(&self, name: &str, value: &str) -> Option<ElementId> {
        let at = self.attributes.iter().position(|(key, has)| *key == name && has == value)?;
        self.elements.iter().position(|e| e.attributes.contains(&(at as u32)))
    }

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

    /// The bytes inside an element, as written.
    pub fn source(&self, id: ElementId) -> &str {
        let inner = &self.elements[id].inner;
        self.html.get(inner.start as usize..inner.end as usize).unwrap_or_default()
    }

    /// The text of an element before its first tag.
    pub fn start(&self, id: ElementId) -> &str {
        let source = self.source(id);
        source.find('<').map_or(source, |at| &source[..at]).trim_start()
    }

    /// Up to `length` bytes of text that stand right before the tag of an element.
    pub fn before(&self, id: ElementId, length: usize) -> &str {
        let text = &self.html[..self.elements[id].inner.start as usize];
        let text = text.rfind('<').map_or("", |tag| &text[..tag]);
        let text = text.rfind('>').map_or(text, |tag| &text[tag + 1..]);
        let from = (text.len().saturating_sub(length)..=text.len()).find(|at| text.is_char_boundary(*at));
        from.map_or("", |from| &text[from..])
    }

    /// Up to `length` bytes of text that stand right behind an element.
    pub fn behind(&self, id: ElementId, length: usize) -> &str {
        let text = &self.html[self.elements[id].inner.end as usize..];
        let text = text.find('>').map_or("", |tag| &text[tag + 1..]);
        let text = text.find('<').map_or(text, |tag| &text[..tag]);
        let until = (0..=length.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        until.map_or("", |until| &text[..until])
    }

    /// Values of `id`, sorted. One that is there twice stands here twice.
    pub fn ids(&self) -> Vec<&str> {
        let ids = self.attributes.iter().filter(|(key, _)| *key == "id");
        let mut ids: Vec<&str> = ids.map(|(_, value)| &**value).collect();
        ids.sort_unstable();
        ids
    }

    /// Values of `href` and `src`, in order.
    pub fn links(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().filter(|(key, _)| matches!(*key, "href" | "src")).map(|(_, value)| &**value)
    }
}

/// A text with one blank for each run of whitespace, and none at its ends.
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marks(page: &Page<'_>) -> (Vec<String>, Vec<String>, Vec<String>) {
        let own = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let mut links = own(page.links().collect());
        links.sort_unstable();
        (own(page.ids()), links, own(page.elements.iter().map(|e| e.name).collect()))
    }

    #[test]
    fn plain_pages_need_no_tokenizer() {
        let html = "<!doctype html>\n<p id=\"a\" hidden>1 &lt; 2<a href=\"/x?a=1&amp;b\">ä<b>&shy;c</b></a> d\
                    <img src=\"b.png\" alt=\"e\"><svg viewBox=\"0\" aria-hidden=\"true\"><title>f</title></svg></p>";
        let page = plain_page(html).unwrap();
        assert_eq!((page.ids(), page.links().collect::<Vec<_>>()), (vec!["a"], vec!["/x?a=1&b", "b.png"]));
        assert_eq!((&*page.text(0), page.element(1).end), ("1 < 2ä\u{ad}c de", 3));
    }

    #[test]
    fn anything_else_is_written_anew() {
        for html in [
            "<a HREF=\"x\">",
            "<a href=x>",
            "<p id=\"a\" id=\"b\">",
            "<!-- <p id=\"a\"> -->",
            "<a href=\"&uuml;\">",
            "<script>if(1<p){}</script>",
        ] {
            assert!(plain_page(html).is_none(), "{html}");
        }
        assert_eq!(anew("<a HREF='&uuml;'>x".as_bytes()), "<a href=\"ü\">x");
        assert_eq!(anew(b"<script>1<p</script>"), "<script>1&lt;p</script>");
    }

    proptest! {
        /// Where the plain way answers at all, it says what the tokenizer says.
        #[test]
        fn both_ways_agree(parts in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            let html = parts.concat();
            let anew = anew(html.as_bytes());
            let thorough = plain_page(&anew);
            prop_assert!(thorough.is_some(), "{anew}");
            if let (Some(page), Some(thorough)) = (plain_page(&html), thorough) {
                prop_assert_eq!(marks(&page), marks(&thorough));
            }
        }
    }

    const PIECES: &[&str] = &[
        "<",
        ">",
        "/",
        "<a",
        "<p ",
        "</p>",
        "</",
        "!",
        "<!doctype html>",
        " id=\"",
        " href=\"",
        "src=\"",
        "\"",
        "x",
        "1",
        " ",
        "\n",
        "=",
        "&amp;",
        "&quot;",
        "&lt",
        "&",
        "'",
        "-",
        "<!--",
        "-->",
        "<br />",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<svg viewBox=\"",
        "ä",
    ];
}
