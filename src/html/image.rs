//! Images of texts: takes an image and where it leads, gives its HTML: a picture drawn in the page, or one that a browser
//! fetches when it is near. Never reads a picture itself.

use super::easy;
use super::escape::{escape_href_into, escape_into};
use super::write::Writer;
use crate::markdown::{Document, Kind, Node, NodeId, plain_text};
use std::fmt::Write;

/// An image of a text, or the drawing that it is.
pub(super) fn write(writer: &mut Writer<'_>, id: NodeId, target: &str, title: &str) {
    let resolved = (writer.options.resolve)(id, target);
    if let Some(svg) = resolved.svg {
        return drawing(&mut writer.out, &svg, &plain_text(writer.document, id));
    }
    let Some(href) = resolved.href else { return };
    writer.out.push_str("<img src=\"");
    escape_href_into(&mut writer.out, &href);
    writer.out.push_str("\" alt=\"");
    let alt = plain_text(writer.document, id);
    escape_into(&mut writer.out, &if writer.easy { easy::joined(&alt) } else { alt });
    if let Some((width, height)) = resolved.size {
        let _ = write!(writer.out, "\" width=\"{width}\" height=\"{height}");
    }
    if !title.is_empty() && !writer.options.rich {
        writer.out.push_str("\" title=\"");
        escape_into(&mut writer.out, title);
    }
    if writer.options.rich {
        let sizes = if writer.easy { "(min-width: 36em) 34rem, 100vw" } else { "(min-width: 40em) 38rem, 100vw" };
        loading(&mut writer.out, writer.document, id, &resolved.srcset, sizes);
    }
    writer.out.push_str("\" />");
}

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
