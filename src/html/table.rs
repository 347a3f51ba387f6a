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

/// Room of a phone of 320 px for a table, in px, and what a letter and the blank beside a cell take of it. Wide letters are
/// assumed: a frame too many is one more stop of the Tab key, one too few would hide numbers.
const ROOM: usize = 288;
const LETTER: usize = 11;
const BESIDE: usize = 20;

/// Whether a table of numbers needs a frame to scroll in on a phone. `letters` are, for each column, those of the longest
/// piece that stays on one line.
pub fn is_wide(letters: impl Iterator<Item = usize>) -> bool {
    letters.map(|n| n * LETTER + BESIDE).sum::<usize>() > ROOM
}

/// Letters of the longest piece of a text that stays on one line.
pub fn longest_piece(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || c == '-').map(|piece| piece.chars().count()).max().unwrap_or(0)
}

/// How a table is shown on a phone.
enum Narrow {
    /// Each row a block, with the title of the column before each cell: for words. No roles are written out: HTML forbids
    /// them inside a table, and browsers that forget what a table is when its parts are blocks (Safari before 17) are left
    /// out by the stylesheet.
    Blocks(Vec<String>),
    /// As it is, in a frame to scroll in where it needs more room than there is: numbers are there to be compared, and
    /// many columns are no list any more.
    Frame { numbers: bool, wide: bool },
}

/// With more columns than this, a table of words stays a table.
const MOST_COLUMNS: usize = 4;

impl Narrow {
    fn of(document: &Document, table: NodeId, aligns: &[Align]) -> Narrow {
        let words = |cell: NodeId| plain_text(document, cell);
        let others = aligns.len().saturating_sub(1);
        let right = aligns.iter().skip(1).filter(|a| matches!(a, Align::Right)).count();
        let numbers = right > 0 && right * 2 >= others;
        // The head of blocks is heard and not seen: a link in it could be reached and not be found.
        let head = document.children(table).next();
        let links = head
            .is_some_and(|row| (row..document.node(row).end).any(|n| matches!(document.node(n).kind, Kind::Link(_))));
        if !numbers && (aligns.len() > MOST_COLUMNS || links) {
            return Narrow::Frame { numbers, wide: true };
        }
        if !numbers {
            return Narrow::Blocks(head.map_or_else(Vec::new, |row| document.children(row).map(words).collect()));
        }
        let mut letters = vec![0; aligns.len()];
        for row in document.children(table) {
            let head = matches!(document.node(row).kind, Kind::Row { head: true });
            for (cell, most) in document.children(row).zip(&mut letters) {
                let text = words(cell);
                let number = !head && text.starts_with(|c: char| c.is_ascii_digit());
                *most = (*most).max(if number { text.chars().count() } else { longest_piece(&text) });
            }
        }
        Narrow::Frame { numbers, wide: is_wide(letters.into_iter()) }
    }
}

pub(super) fn write(writer: &mut Writer<'_>, table: NodeId) {
    let document = writer.document;
    let Kind::Table(number) = document.node(table).kind else { return };
    let aligns = document.aligns(number);
    let rich = writer.options.rich;
    let narrow = Narrow::of(document, table, aligns);
    if rich {
        open(writer, table, &narrow);
    } else {
        writer.out.push_str("<table>\n");
    }
    let labels = match &narrow {
        Narrow::Blocks(labels) if rich => Some(labels.as_slice()),
        _ => None,
    };
    let mut in_body = false;
    for row in document.children(table) {
        let head = matches!(document.node(row).kind, Kind::Row { head: true });
        if head {
            writer.out.push_str("<thead>\n");
        } else if !std::mem::replace(&mut in_body, true) {
            writer.out.push_str("<tbody>\n");
        }
        writer.out.push_str("<tr>\n");
        for (column, cell) in document.children(row).enumerate() {
            cell_html(writer, cell, column, head, aligns.get(column).copied().unwrap_or(Align::None), labels);
        }
        writer.out.push_str(if head { "</tr>\n</thead>\n" } else { "</tr>\n" });
    }
    if in_body {
        writer.out.push_str("</tbody>\n");
    }
    let framed = rich && matches!(narrow, Narrow::Frame { .. });
    writer.out.push_str(if framed { "</table>\n</div>\n" } else { "</table>\n" });
}

/// Frame, table and caption.
fn open(writer: &mut Writer<'_>, table: NodeId, narrow: &Narrow) {
    let document = writer.document;
    // The block in front of a table is its sibling that ends where the table begins.
    let before =
        (0..table).rev().find(|n| document.node(*n).end == table && matches!(document.node(*n).kind, Kind::Paragraph));
    let caption = caption_of(document, table, before).unwrap_or_else(|| "Tabelle".to_owned());
    let id = format!("{}tabelle-{table}", writer.options.prefix);
    let Narrow::Frame { numbers, wide } = narrow else {
        writer.out.push_str("<table class=\"rows\">\n<caption>");
        return caption_html(writer, &caption);
    };
    let out = &mut writer.out;
    out.push_str("<div class=\"scroll\"");
    if *wide {
        let _ = write!(out, " role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\"");
    }
    out.push_str(if *numbers { ">\n<table class=\"numbers\">\n<caption" } else { ">\n<table>\n<caption" });
    let _ = if *wide { write!(out, " id=\"{id}\">") } else { out.write_str(">") };
    caption_html(writer, &caption);
}

fn caption_html(writer: &mut Writer<'_>, caption: &str) {
    if writer.easy {
        writer.out.push_str(&super::easy_words(caption));
    } else {
        escape_into(&mut writer.out, caption);
    }
    writer.out.push_str("</caption>\n");
}

fn cell_html(
    writer: &mut Writer<'_>,
    cell: NodeId,
    column: usize,
    head: bool,
    align: Align,
    labels: Option<&[String]>,
) {
    let empty = writer.document.node(cell).end == cell + 1;
    // The first cell of a row names the row. An empty header cell is read as a riddle; it becomes a plain cell.
    let (tag, scope) = match (head, column) {
        _ if empty => ("td", ""),
        (true, _) => ("th", " scope=\"col\""),
        (false, 0) if writer.options.rich => ("th", " scope=\"row\""),
        _ => ("td", ""),
    };
    let class = match align {
        Align::Right => " class=\"r\"",
        Align::Center => " class=\"c\"",
        _ => "",
    };
    let _ = write!(writer.out, "<{tag}{scope}{class}");
    // The row header stands above its block and needs no title.
    let label = labels.and_then(|l| l.get(column)).filter(|l| tag == "td" && !head && !empty && !l.is_empty());
    if let Some(label) = label {
        writer.out.push_str(" data-label=\"");
        escape_into(&mut writer.out, label);
        writer.out.push('"');
    }
    writer.out.push('>');
    // The title of a column is no place to look words up.
    let terms = if head { writer.terms.take() } else { None };
    writer.in_cell = true;
    writer.children(cell);
    writer.in_cell = false;
    writer.terms = writer.terms.or(terms);
    let _ = writeln!(writer.out, "</{tag}>");
}

#[cfg(test)]
mod tests {
    use super::{is_wide, longest_piece};
    use crate::html::{Options, Resolved, write};
    use crate::markdown::parse;

    fn html(table: &str) -> String {
        let source: std::sync::Arc<str> = format!("Tabelle: Zeiten\n\n{table}").into();
        let document = parse(&source, 0..source.len());
        write(&document, 1..document.node(0).end, Options::new(&|_, _| Resolved::default()))
    }

    #[test]
    fn words_become_blocks_with_their_title() {
        let html = html("| Tag | Zeit |\n|---|---|\n| Montag | 9 Uhr |\n");
        assert!(html.starts_with("<table class=\"rows\">\n<caption>Zeiten</caption>"), "{html}");
        assert!(html.contains("<th scope=\"row\">Montag</th>"), "{html}");
        assert!(html.contains("<td data-label=\"Zeit\">9\u{a0}Uhr</td>"), "{html}");
        assert_eq!(html.matches("data-label").count(), 1, "{html}");
    }

    #[test]
    fn numbers_stay_and_get_a_frame_where_they_need_one() {
        let few = html("| Jahr | Zahl |\n|---|---:|\n| 2026 | 12 |\n");
        assert!(few.starts_with("<div class=\"scroll\">\n<table class=\"numbers\">"), "{few}");
        let many =
            html("| Jahr | Kreis | Stadt | Zusammen |\n|---|---:|---:|---:|\n| 2026 | 100.000 | 20.000 | 120.000 |\n");
        assert!(many.starts_with("<div class=\"scroll\" role=\"region\" aria-labelledby=\"tabelle-"), "{many}");
        assert!(!few.contains("data-label") && !many.contains("data-label"));
    }

    #[test]
    fn many_columns_of_words_and_heads_with_links_stay_tables() {
        let many = html("| A | B | C | D | E |\n|---|---|---|---|---|\n| a | b | c | d | e |\n");
        let linked = html("| A | [B](b.md) |\n|---|---|\n| a | b |\n");
        for html in [many, linked] {
            assert!(html.contains("tabindex=\"0\"") && !html.contains("data-label"), "{html}");
        }
    }

    #[test]
    fn two_short_columns_of_numbers_need_no_frame() {
        assert!(!is_wide([8, 5].into_iter()));
        assert!(is_wide([12, 9, 7].into_iter()));
        assert_eq!(longest_piece("Main-Kinzig-Kreis ohne Stadt"), 6);
    }
}
