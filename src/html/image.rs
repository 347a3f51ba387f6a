//! Images of texts: pictures drawn in the page, and how a browser fetches the others.

use super::easy;
use super::escape::escape_into;
use crate::markdown::{Document, Kind, Node, NodeId};
use std::fmt::Write;

/// How a browser shall fetch an image: which copy, and those below the first only when they are near. Begins inside the
/// value of an attribute, and ends there.
pub(super) fn loading(out: &mut String, document: &Document, id: NodeId, srcset: &str, sizes: &str) {
    if !srcset.is_empty() {
        let _ = write!(out, "\" srcset=\"{srcset}\" sizes=\"{sizes}");
    }
    let is_image = |n: &Node| matches!(n.kind, Kind::Image { .. });
    if document.nodes[..id as usize].iter().any(is_image) {
        out.push_str("\" loading=\"lazy");
    }
    out.push_str("\" decoding=\"async");
}

/// A drawing in the page: a picture with a name, or nothing at all to a screen reader where the text says the same.
pub(super) fn drawing(out: &mut String, svg: &str, alt: &str) {
    let Some((tag, inside)) = svg.strip_prefix("<svg").and_then(|rest| rest.split_once('>')) else { return };
    let alt = easy::joined(alt);
    // In a page the namespace goes without saying.
    let tag = tag.replace(" xmlns=\"http://www.w3.org/2000/svg\"", "");
    if alt.trim().is_empty() {
        let _ = write!(out, "<svg class=\"sign\"{tag} aria-hidden=\"true\" focusable=\"false\">{inside}");
    } else {
        let _ = write!(out, "<svg class=\"sign\"{tag} role=\"img\" focusable=\"false\"><title>");
        escape_into(out, &alt);
        let _ = write!(out, "</title>{inside}");
    }
}
