//! Takes a finished page, gives its elements in order with their attributes: what the rules
//! about finished pages read. Pages are mostly written in the plain way of our own templates; those are read here in one
//! pass, without a copy. Whatever is written otherwise is first written anew, in the plain way, by the HTML tokenizer.

use super::anew::anew;
use super::plain::plain_page;
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
