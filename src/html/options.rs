//! What a caller says of the HTML it wants: where links lead, which levels headings have, what stands before ids. Holds these
//! wishes and does nothing itself.

use crate::markdown::NodeId;
use std::sync::Arc;

/// A link or image as it shall stand in the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    /// Address; `None` leaves only the words.
    pub href: Option<String>,
    /// Added after the words, e.g. " (PDF, 120 KB)".
    pub suffix: String,
    /// Width and height of an image in pixels.
    pub size: Option<(u32, u32)>,
    /// Copies of an image with their widths, as the attribute `srcset`; empty without copies.
    pub srcset: String,
    /// A drawing that stands in the page itself, instead of an address.
    pub svg: Option<Arc<str>>,
}

/// Says where a link or image leads, given its node and its target as written.
pub type Resolve<'a> = &'a (dyn Fn(NodeId, &str) -> Resolved + Sync);

/// How a piece of a document is written.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Where links lead.
    pub resolve: Resolve<'a>,
    /// Added to the level of headings (result at most 6).
    pub shift: u8,
    /// Put before every id, for texts that stand on another page.
    pub prefix: &'a str,
    /// Put before the ids of footnotes too, where one page is written in several parts.
    pub notes: &'a str,
    /// Whether headings get ids and soft hyphens and callouts their boxes; off only to compare with CommonMark.
    pub rich: bool,
    /// Level of the headings inside decision and task boxes.
    pub box_level: u8,
    /// Sections of level 2 that an easy page explains: anchor and address there. Each gets a link below its heading.
    pub easy_sections: &'a [(String, String)],
}

impl<'a> Options<'a> {
    /// A whole text with all that Klartext adds.
    pub fn new(resolve: Resolve<'a>) -> Options<'a> {
        Options { resolve, shift: 0, prefix: "", notes: "", rich: true, box_level: 3, easy_sections: &[] }
    }
}
