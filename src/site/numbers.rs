//! Numbers in running text come from published tables: `{{zahl BERICHT merkmal=wert}}` becomes the number that the report
//! prints. Takes the entries and the admitted tables, gives the entries with the numbers in their trees; so pages, feeds,
//! search and plain text all see the published number and never the reference. A reference that cannot be followed stays
//! as it stands, and a rule says why.

use super::{EntryIndex, Site};
use crate::disclosure::Printed;
use crate::german::thousands;
use crate::kinds::{Data, Entry};
use crate::markdown::Kind;
use crate::source::Span;
use crate::tables::TableDimension;
use rayon::prelude::*;
use std::sync::Arc;

/// How a reference begins.
const BEGIN: &str = "{{";
/// How it ends.
const END: &str = "}}";
/// Its first word.
const NAME: &str = "zahl";

/// A reference that gives no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberProblem {
    /// File of the text.
    pub file: Arc<str>,
    /// The reference.
    pub span: Span,
    /// What is wrong, German.
    pub message: String,
    /// What helps, German.
    pub help: String,
}

/// What is wrong and what helps.
type Wrong = (String, String);

/// Puts the numbers into all texts.
pub(super) fn write(site: &mut Site) -> Vec<NumberProblem> {
    let mut problems = Vec::new();
    // Few texts have one, and finding out is the dear part.
    let begin = memchr::memmem::Finder::new(BEGIN);
    let asks = |entry: &Entry| begin.find(entry.document.source.as_bytes()).is_some();
    let asking = site.entries.par_iter().enumerate().filter(|(_, entry)| asks(entry));
    let asking: Vec<EntryIndex> = asking.map(|(index, _)| index).collect();
    for index in asking {
        let document = Arc::clone(&site.entries[index].document);
        let mut code_end = 0;
        for (id, node) in document.nodes.iter().enumerate() {
            if matches!(node.kind, Kind::CodeBlock { .. }) {
                code_end = node.end as usize;
            }
            let Kind::Text(text) = &node.kind else { continue };
            let words = document.str(text);
            if id < code_end || !words.contains(BEGIN) {
                continue;
            }
            let fixed = document.nodes[..id].iter().enumerate().any(|(above, n)| {
                let fixed = matches!(n.kind, Kind::Heading { .. }) || document.hidden.contains(&(above as u32));
                fixed && (n.end as usize) > id
            });
            let mut failed = Vec::new();
            let new = replaced(words, |reference| {
                let number = if fixed { Err(not_here()) } else { number(site, index, reference) };
                number.map_err(|wrong| failed.push((reference.to_owned(), wrong))).ok()
            });
            for (reference, (message, help)) in failed {
                let at = document.source.get(node.span.range()).and_then(|s| s.find(reference.as_str()));
                let start = node.span.start as usize + at.unwrap_or(0);
                let span = if at.is_some() { Span::new(start, start + reference.len()) } else { node.span };
                problems.push(NumberProblem { file: Arc::clone(&site.entries[index].file), span, message, help });
            }
            if new != words {
                let own = Arc::make_mut(&mut Arc::make_mut(&mut site.entries[index]).document);
                own.nodes[id].kind = Kind::Text(own.add(&new));
            }
        }
    }
    problems
}

/// The text with each reference replaced by what `number` gives. Other words in double braces stay.
fn replaced(text: &str, mut number: impl FnMut(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(BEGIN) {
        let inside = &rest[start + BEGIN.len()..];
        let end = inside.find(END).map_or(rest.len(), |e| start + BEGIN.len() + e + END.len());
        let reference = &rest[start..end];
        let name = inside.trim_start_matches([' ', '{']).to_lowercase();
        let is_own = name.starts_with(NAME) || name.starts_with("anzahl");
        out.push_str(&rest[..start]);
        match is_own.then(|| number(reference)).flatten() {
            Some(number) => out.push_str(&number),
            None => out.push_str(reference),
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// The number as readers see it; rounded ones say that they are.
fn number(site: &Site, from: EntryIndex, reference: &str) -> Result<String, Wrong> {
    let inside = reference.strip_prefix(BEGIN).and_then(|r| r.strip_suffix(END));
    let mut words = inside.ok_or_else(malformed)?.split_whitespace();
    let (Some(NAME), Some(report)) = (words.next(), words.next()) else { return Err(malformed()) };
    let mut wanted: Vec<(&str, &str)> = Vec::new();
    for word in words {
        let pair = word.split_once('=').filter(|(d, v)| !d.is_empty() && !v.is_empty()).ok_or_else(malformed)?;
        if wanted.iter().any(|(name, _)| *name == pair.0) {
            return Err(malformed());
        }
        wanted.push(pair);
    }
    let entry = find(site, from, report).ok_or_else(|| unknown_report(site, report))?;
    if site.entries[entry].common.sample && !site.entries[from].common.sample {
        return Err((
            format!("Der Bericht „{report}“ ist ein Beispiel mit erfundenen Zahlen, diese Seite ist keins."),
            "Nennen Sie einen echten Bericht, oder schreiben Sie den Satz ohne Zahl.".to_owned(),
        ));
    }
    let table = site.tables.get(&entry).ok_or_else(|| {
        (
            format!("Der Bericht „{report}“ hat keine Tabelle, die veröffentlicht werden darf."),
            "Was mit ihr ist, steht bei dem Bericht. Ein Bericht ohne Tabelle hat keine Zahlen für andere Seiten."
                .to_owned(),
        )
    })?;
    for (name, _) in &wanted {
        if !table.dimensions.iter().any(|d| d.id == *name) {
            let names: Vec<&str> = table.dimensions.iter().map(|d| d.id.as_str()).collect();
            let message = format!("Das Merkmal „{name}“ gibt es in der Tabelle von „{report}“ nicht.");
            return Err((message, format!("Diese Merkmale gibt es: {}.", names.join(", "))));
        }
    }
    let at: Vec<usize> = table.dimensions.iter().map(|d| place(d, &wanted)).collect::<Result<_, _>>()?;
    match table.count(&at).map(|c| c.printed()) {
        Some(Printed::Exact(n)) => Ok(thousands(n)),
        Some(Printed::Rounded { value, .. }) => Ok(format!("ungefähr {}", thousands(value))),
        Some(Printed::Withheld) => Err((
            "Diese Zahl ist geheim.".to_owned(),
            "Schreiben Sie den Satz ohne diese Zahl, oder nehmen Sie die Zahl für eine größere Gruppe.".to_owned(),
        )),
        None => Err(malformed()),
    }
}

/// The place of the wanted value, or of the total.
fn place(dimension: &TableDimension, wanted: &[(&str, &str)]) -> Result<usize, Wrong> {
    let values = || dimension.values.iter().map(|v| v.id.as_str()).collect::<Vec<_>>().join(", ");
    match wanted.iter().find(|(name, _)| *name == dimension.id) {
        Some((name, value)) => dimension.values.iter().position(|v| v.id == *value).ok_or_else(|| {
            (
                format!("Den Wert „{value}“ gibt es beim Merkmal „{name}“ nicht."),
                format!("Diese Werte gibt es: {}.", values()),
            )
        }),
        None => dimension.values.iter().position(|v| v.is_total).ok_or_else(|| {
            (
                format!("Das Merkmal „{}“ hat keine Summe.", dimension.id),
                format!(
                    "Nennen Sie einen Wert, zum Beispiel so: {}=WERT. Diese Werte gibt es: {}.",
                    dimension.id,
                    values()
                ),
            )
        }),
    }
}

/// The report of that name: first in the region of the text, then anywhere.
fn find(site: &Site, from: EntryIndex, id: &str) -> Option<EntryIndex> {
    let named = |i: &EntryIndex| site.entries[*i].common.id == id;
    let here = site.region_of[from].map(|region| site.regions[region].reports.as_slice()).unwrap_or_default();
    let own = here.iter().copied().filter(named).min();
    own.or_else(|| (0..site.entries.len()).find(|i| site.report(*i).is_some() && named(i)))
}

fn unknown_report(site: &Site, id: &str) -> Wrong {
    let ids = site.entries.iter().filter(|e| matches!(e.data, Data::Report(_))).map(|e| e.common.id.as_str());
    let near = crate::front::nearest(id, ids).map_or(String::new(), |n| format!(" Meinten Sie „{n}“?"));
    let help = "Nennen Sie den Kurz-Namen (id) eines Berichts, der heute öffentlich ist.".to_owned();
    (format!("Einen öffentlichen Bericht „{id}“ gibt es nicht.{near}"), help)
}

fn malformed() -> Wrong {
    (
        "Diesen Verweis auf eine Zahl versteht Klartext nicht.".to_owned(),
        "Schreiben Sie ihn so, in einer Zeile: {{zahl BERICHT merkmal=wert}}".to_owned(),
    )
}

fn not_here() -> Wrong {
    (
        "In Überschriften und in den Angaben eines Auftrags kann keine Zahl aus einem Bericht stehen.".to_owned(),
        "Schreiben Sie die Zahl in den Text darunter.".to_owned(),
    )
}
