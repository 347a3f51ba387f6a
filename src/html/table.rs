//! Tables that can be read aloud: a caption, header cells with scope, and a frame that the keyboard can scroll.

use super::escape::escape_into;
use super::write::Writer;
use crate::markdown::{Align, Document, Kind, NodeId, plain_text};
use std::fmt::Write;

/// What a paragraph begins with that is the caption of the table below it.
const PREFIX: &str = "Tabelle:";

/// The caption of the table `table`, when `before` (the block in front of it) is one.
pub fn caption_of(document: &Document, table: NodeId, before: Option<NodeId>) -> Option<String> {
    let before = before?;
    let is_pair =
        matches!(document.node(table).kind, Kind::Table(_)) && matches!(document.node(before).kind, Kind::Paragraph);
    is_pair.then(|| plain_text(document, before)).and_then(|text| without_prefix(&text))
}

/// "Tabelle: Gremien" gives "Gremien".
pub fn without_prefix(text: &str) -> Option<String> {
    text.strip_prefix(PREFIX).map(|t| t.trim().to_owned()).filter(|t| !t.is_empty())
}

pub(super) fn write(writer: &mut Writer<'_>, table: NodeId) {
    let document = writer.document;
    let Kind::Table(aligns) = &document.node(table).kind else { return };
    let rich = writer.options.rich;
    let prefix = writer.options.prefix;
    if rich {
        // The block in front of a table is its sibling that ends where the table begins.
        let before = (0..table)
            .rev()
            .find(|n| document.node(*n).end == table && matches!(document.node(*n).kind, Kind::Paragraph));
        let caption = caption_of(document, table, before).unwrap_or_else(|| "Tabelle".to_owned());
        let id = format!("{prefix}tabelle-{table}");
        let _ = write!(
            writer.out,
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n<table>\n<caption id=\"{id}\">"
        );
        if writer.easy {
            writer.out.push_str(&super::easy_words(&caption));
        } else {
            escape_into(&mut writer.out, &caption);
        }
        writer.out.push_str("</caption>\n");
    } else {
        writer.out.push_str("<table>\n");
    }
    let mut in_body = false;
    for row in document.children(table) {
        let head = matches!(document.node(row).kind, Kind::Row { head: true });
        if head {
            writer.out.push_str("<thead>\n<tr>\n");
        } else {
            if !in_body {
                writer.out.push_str("<tbody>\n");
                in_body = true;
            }
            writer.out.push_str("<tr>\n");
        }
        for (column, cell) in document.children(row).enumerate() {
            cell_html(writer, cell, column, head, aligns.get(column).copied().unwrap_or(Align::None));
        }
        writer.out.push_str(if head { "</tr>\n</thead>\n" } else { "</tr>\n" });
    }
    if in_body {
        writer.out.push_str("</tbody>\n");
    }
    writer.out.push_str(if rich { "</table>\n</div>\n" } else { "</table>\n" });
}

fn cell_html(writer: &mut Writer<'_>, cell: NodeId, column: usize, head: bool, align: Align) {
    // The first cell of a row names the row.
    let (tag, scope) = match (head, column) {
        (true, _) => ("th", " scope=\"col\""),
        (false, 0) if writer.options.rich => ("th", " scope=\"row\""),
        _ => ("td", ""),
    };
    let class = match align {
        Align::Right => " class=\"r\"",
        Align::Center => " class=\"c\"",
        _ => "",
    };
    let empty = writer.document.node(cell).end == cell + 1;
    // An empty header cell is read as a riddle; it becomes a plain cell.
    let (tag, scope) = if empty { ("td", "") } else { (tag, scope) };
    let _ = write!(writer.out, "<{tag}{scope}{class}>");
    writer.children(cell);
    let _ = writeln!(writer.out, "</{tag}>");
}
