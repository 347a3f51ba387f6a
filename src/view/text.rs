//! Texts of entries as HTML, with their links resolved.

use super::base::Crumb;
use super::html::Html;
use crate::german::soft_hyphens;
use crate::html::{Options, Resolved, Terms, easy_words, escape_href_into, write, write_easy, write_with_terms};
use crate::markdown::{Kind, NodeId, headings, parse, plain_text};
use crate::model::file_suffix;
use crate::pictures::WIDTHS;
use crate::site::{EntryIndex, Site, Target};
use std::ops::Range;

/// An address for a page and an anchor on it.
pub type Lead<'a> = dyn Fn(usize, Option<&str>) -> String + Sync + 'a;

/// How a part of an entry's text is written.
#[derive(Clone, Copy, Default)]
pub struct Part<'a> {
    /// Added to heading levels.
    pub shift: u8,
    /// Put before all ids.
    pub prefix: &'a str,
    /// Put before ids of footnotes, where a page is written in several parts.
    pub notes: &'a str,
    /// Words that the page links at their first use; `None` links none.
    pub terms: Option<&'a Terms<'a>>,
    /// Sections that an easy page explains, with their addresses there.
    pub easy_sections: &'a [(String, String)],
    /// Where a link to a page (its place in `Site::pages`) and anchor leads, if not to that page's own address.
    pub lead: Option<&'a Lead<'a>>,
}

/// The nodes of `range` as HTML.
pub fn part(site: &Site, entry: EntryIndex, range: Range<NodeId>, part: Part<'_>) -> Html {
    if range.is_empty() {
        return Html::default();
    }
    let resolve = |node: NodeId, _: &str| resolved(site, entry, node, part.lead);
    let Part { shift, prefix, notes, easy_sections, .. } = part;
    let options = Options { shift, prefix, notes, easy_sections, ..Options::new(&resolve) };
    let terms = part.terms.filter(|_| !site.is_wordless(entry));
    write_with_terms(&site.entries[entry].document, range, options, terms).into()
}

/// The whole text of an entry as HTML, with words of the glossary linked.
pub fn whole(site: &Site, entry: EntryIndex) -> Html {
    let terms = terms(site);
    let range = 1..site.entries[entry].document.nodes[0].end;
    let easy_sections = site.page_of[entry].map(|p| easy_sections(site, p)).unwrap_or_default();
    part(site, entry, range, Part { terms: terms.as_ref(), easy_sections: &easy_sections, ..Part::default() })
}

/// Sections of a page that its easy twin explains, with their addresses there.
pub fn easy_sections(site: &Site, index: usize) -> Vec<(String, String)> {
    let register = site.settings.registers.iter().position(|r| r.easy);
    let Some(twin) = register.and_then(|r| site.twin_of(index, r)) else { return Vec::new() };
    let Some(entry) = site.pages[twin].entry else { return Vec::new() };
    let url = site.href(&site.pages[twin].url);
    let sections = site.section_states(entry, index).into_iter().map(|(s, _)| s.id);
    sections.map(|id| (id.clone(), format!("{url}#{id}"))).collect()
}

/// The glossary for one page; each page begins with no word linked.
pub fn terms(site: &Site) -> Option<Terms<'_>> {
    site.term_index.as_ref().map(Terms::new)
}

fn resolved(site: &Site, entry: EntryIndex, node: NodeId, lead: Option<&Lead<'_>>) -> Resolved {
    let links = &site.links[entry];
    let Ok(index) = links.binary_search_by_key(&node, |l| l.node) else { return Resolved::default() };
    match &links[index].target {
        Ok(Target::Page(page, fragment)) => {
            if let Some(lead) = lead {
                return Resolved { href: Some(lead(*page, fragment.as_deref())), ..Resolved::default() };
            }
            let mut href = site.href(&site.pages[*page].url);
            href.extend(fragment.iter().flat_map(|fragment| ["#", fragment]));
            Resolved { href: Some(href), ..Resolved::default() }
        }
        Ok(Target::Pictogram(name)) => Resolved { svg: site.pictograms.get(name).cloned(), ..Resolved::default() },
        Ok(Target::External(url)) => Resolved { href: Some(url.clone()), ..Resolved::default() },
        Ok(Target::Asset(path)) => {
            let bytes = site.assets.get(path.as_str()).map(|a| &a.bytes);
            // A link leads to the file itself, whatever copies there are.
            let shown = matches!(site.entries[entry].document.node(node).kind, Kind::Image { .. });
            let image = shown.then(|| sources(site, path, bytes.map_or(&[], |b| b)));
            let (src, size, srcset) = image.unwrap_or_else(|| (path.clone(), None, String::new()));
            Resolved {
                href: Some(site.href(&src)),
                suffix: file_suffix(
                    &plain_text(&site.entries[entry].document, node),
                    path,
                    bytes.map_or(0, |b| b.len()),
                ),
                size,
                srcset,
                svg: None,
            }
        }
        // The finding names the place; the reader still gets the words.
        Err(_) => Resolved::default(),
    }
}

/// What a browser may fetch for an image: the file for all, its size, and the copies to choose from. An image so wide that
/// its largest copy is enough is never fetched itself.
fn sources(site: &Site, path: &str, bytes: &[u8]) -> (String, Option<(u32, u32)>, String) {
    let Some(picture) = site.pictures.get(path) else {
        let size = imagesize::blob_size(bytes).ok().map(|s| (s.width as u32, s.height as u32));
        return (path.to_owned(), size, String::new());
    };
    let mut all: Vec<(String, u32, u32)> =
        picture.copies.iter().map(|c| (Site::copy_path(path, c), c.width, c.height)).collect();
    if all.last().is_none_or(|(_, width, _)| *width < WIDTHS[WIDTHS.len() - 1]) {
        all.push((path.to_owned(), picture.width, picture.height));
    }
    let source = |(path, width, _): &(String, u32, u32)| {
        let mut address = String::new();
        escape_href_into(&mut address, &site.href(path));
        format!("{} {width}w", address.replace(',', "%2C"))
    };
    let srcset: Vec<String> = all.iter().map(source).collect();
    let (src, width, height) = all.pop().unwrap_or((path.to_owned(), picture.width, picture.height));
    (src, Some((width, height)), srcset.join(", "))
}

/// Contents list from the headings of level 2, where there are at least three.
pub fn toc(site: &Site, entry: EntryIndex) -> Vec<Crumb> {
    let items: Vec<Crumb> = headings(&site.entries[entry].document)
        .into_iter()
        .filter(|h| h.level == 2)
        .map(|h| Crumb { text: soft_hyphens(&h.text), url: format!("#{}", h.id) })
        .collect();
    if items.len() < 3 { Vec::new() } else { items }
}

/// The nodes of `range` of a twin as HTML, one sentence a line where its register is easy.
pub fn twin_part(site: &Site, entry: EntryIndex, range: Range<NodeId>, notes: &str, easy: bool) -> Html {
    if range.is_empty() || !easy {
        return part(site, entry, range, Part { notes, ..Part::default() });
    }
    let resolve = |node: NodeId, _: &str| resolved(site, entry, node, None);
    let options = Options { notes, ..Options::new(&resolve) };
    write_easy(&site.entries[entry].document, range, options).into()
}

/// A sentence of front matter as HTML: Markdown marks inside it, such as bold, become elements.
pub fn easy_line(text: &str) -> Html {
    let source: std::sync::Arc<str> = text.into();
    let document = parse(&source, 0..source.len());
    let inside = document.children(0).next().filter(|p| matches!(document.node(*p).kind, Kind::Paragraph));
    let Some(paragraph) = inside else { return easy_words(text).into() };
    let resolve = |_: NodeId, _: &str| Resolved::default();
    write(&document, paragraph + 1..document.node(paragraph).end, Options::new(&resolve)).into()
}
