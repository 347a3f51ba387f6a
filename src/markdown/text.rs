//! The words of a subtree without any marks.

use super::{Document, Kind, NodeId};
use std::borrow::Cow;

/// Text of a node and all below it; blocks and line breaks are separated by one space. Raw HTML is left out.
pub fn plain_text(document: &Document, id: NodeId) -> String {
    plain_beginning(document, id, usize::MAX)
}

/// The same, borrowed where one piece of text is all there is below the node, as in most headings.
pub fn plain_words(document: &Document, id: NodeId) -> Cow<'_, str> {
    match (document.subtree(id).len(), document.nodes.get(id as usize + 1).map(|n| &n.kind)) {
        (2, Some(Kind::Text(text))) => Cow::Borrowed(document.str(text).trim_end()),
        _ => Cow::Owned(plain_text(document, id)),
    }
}

/// The same, up to the piece of text with which it gets longer than `bytes`.
pub fn plain_beginning(document: &Document, id: NodeId, bytes: usize) -> String {
    let mut out = String::new();
    for index in document.subtree(id) {
        if out.len() > bytes {
            break;
        }
        match &document.node(index).kind {
            Kind::Text(text) | Kind::Code(text) => out.push_str(document.str(text)),
            Kind::SoftBreak | Kind::HardBreak => space(&mut out),
            Kind::Paragraph | Kind::Item | Kind::Cell | Kind::Heading { .. } | Kind::CodeBlock { .. } => {
                space(&mut out);
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}
