//! Boxes (`> [!Name]`): decisions and tasks with their numbers, explained words of easy pages, notes with their name.

use super::write::Writer;
use crate::markdown::{Document, Kind, Node, NodeId, plain_text};
use std::collections::HashMap;
use std::fmt::Write;

/// The numbers of decisions and of tasks, by their nodes: they run through the whole document, also where only a part is written.
fn numbers(document: &Document) -> HashMap<NodeId, u32> {
    let (mut decisions, mut tasks) = (0, 0);
    let number = |(id, node): (usize, &Node)| {
        let Kind::Callout { name } = &node.kind else { return None };
        let count = match document.str(name) {
            "Beschluss" => &mut decisions,
            "Auftrag" => &mut tasks,
            _ => return None,
        };
        *count += 1;
        Some((id as NodeId, *count))
    };
    document.nodes.iter().enumerate().filter_map(number).collect()
}

/// A callout of any name.
pub(super) fn write(writer: &mut Writer<'_>, id: NodeId, name: &str) {
    writer.line();
    let tight = std::mem::replace(&mut writer.tight, false);
    let (level, prefix) = (writer.options.box_level, writer.options.prefix);
    match name {
        "Beschluss" | "Auftrag" => {
            let (class, anchor) = if name == "Beschluss" { ("decision", "beschluss") } else { ("task", "auftrag") };
            let document = writer.document;
            let number = writer.boxes.get_or_init(|| numbers(document)).get(&id).copied().unwrap_or_default();
            let _ = writeln!(
                writer.out,
                "<section class=\"{class}\" id=\"{prefix}{anchor}-{number}\" aria-labelledby=\"{prefix}{anchor}-{number}-titel\">\n\
                 <h{level} id=\"{prefix}{anchor}-{number}-titel\">{name} {number}</h{level}>"
            );
            task_facts(writer, id);
            writer.children(id);
            writer.line();
            writer.out.push_str("</section>\n");
        }
        "Wort" if writer.easy => {
            writer.out.push_str("<div class=\"word\" role=\"note\" aria-label=\"Wort-Erklärung\">\n");
            writer.children(id);
            writer.line();
            writer.out.push_str("</div>\n");
        }
        _ => {
            let class = crate::german::fold(name);
            let (open, close) = if writer.easy { ("<span class=\"s\">", "</span>") } else { ("", "") };
            let _ = writeln!(
                writer.out,
                "<div class=\"note note-{class}\" role=\"note\">\n<p>{open}<strong>{name}:</strong>{close}</p>"
            );
            writer.children(id);
            writer.line();
            writer.out.push_str("</div>\n");
        }
    }
    writer.tight = tight;
}

/// The hidden lines of a task, `Wer: …` and `Bis: …`, as a list of terms.
fn task_facts(writer: &mut Writer<'_>, id: NodeId) {
    let facts: Vec<(String, String)> = writer
        .document
        .subtree(id)
        .filter(|n| writer.document.hidden.contains(n))
        .filter(|n| matches!(writer.document.node(*n).kind, Kind::Text(_)))
        .filter_map(|n| {
            let text = plain_text(writer.document, n);
            let (key, value) = text.split_once(':')?;
            Some((key.trim().to_owned(), value.trim().to_owned()))
        })
        .collect();
    if facts.is_empty() {
        return;
    }
    writer.out.push_str("<dl>");
    for (key, value) in facts {
        let value = match crate::front::parse_date(&value) {
            Some(date) => format!("<time datetime=\"{date}\">{}</time>", crate::german::date_in_words(date)),
            None => super::escape(&value),
        };
        let _ = write!(writer.out, "<div><dt>{key}:</dt> <dd>{value}</dd></div>");
    }
    writer.out.push_str("</dl>\n");
}
