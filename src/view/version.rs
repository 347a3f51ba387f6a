//! An earlier version of the agreement beside today's: the synopsis.

use super::base::{PageBase, base};
use super::bodies::validity_text;
use super::html::Html;
use crate::html::escape_into;
use crate::kinds::{Clause, Version};
use crate::markdown::{Document, plain_text};
use crate::site::{EntryIndex, Site};
use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// An earlier version.
#[derive(Debug, Serialize, Hash)]
pub struct VersionView {
    pub(super) page: PageBase,
    validity: Option<String>,
    current: Option<String>,
    changed: usize,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize, Hash)]
struct RowView {
    id: String,
    title: String,
    /// `gleich`, `geaendert`, `neu`, `entfallen`.
    state: &'static str,
    state_text: &'static str,
    old_html: Html,
    new_html: Html,
}

/// The page of an earlier version.
pub fn view(site: &Site, index: usize, entry: EntryIndex, data: &Version) -> VersionView {
    let page = base(site, index, "");
    let old = &site.entries[entry].document;
    let agreement = site.pages[index].region.and_then(|r| site.regions[r].agreement);
    let today = agreement.and_then(|a| Some((&site.entries[a].document, site.agreement(a)?)));
    let new_clauses = today.map(|(_, a)| a.clauses.as_slice()).unwrap_or_default();
    let mut rows: Vec<RowView> = Vec::new();
    for clause in &data.clauses {
        let heir = new_clauses.iter().find(|c| c.id == clause.id);
        let new = heir.zip(today).map(|(c, (document, _))| words(document, c));
        rows.push(row(&clause.id, &clause.title, Some(words(old, clause)), new));
    }
    // What is new stands where it stands today: after the clause before it.
    for (n, clause) in new_clauses.iter().enumerate().filter(|(_, c)| !data.clauses.iter().any(|o| o.id == c.id)) {
        let before = new_clauses[..n].iter().rev().find_map(|c| rows.iter().position(|r| r.id == c.id));
        let new = today.map(|(document, _)| words(document, clause));
        rows.insert(before.map_or(0, |b| b + 1), row(&clause.id, &clause.title, None, new));
    }
    VersionView {
        validity: validity_text(&data.validity, None),
        current: agreement.map(|a| site.href(site.entry_url(a))),
        changed: rows.iter().filter(|r| r.state != "gleich").count(),
        rows,
        page,
    }
}

/// The words of a clause, one line for each block.
fn words(document: &Document, clause: &Clause) -> String {
    let mut out = vec![clause.title.clone()];
    let mut at = clause.body.start;
    while at < clause.body.end {
        out.push(plain_text(document, at));
        at = document.node(at).end;
    }
    out.join("\n")
}

fn row(id: &str, title: &str, old: Option<String>, new: Option<String>) -> RowView {
    let (state, state_text) = match (&old, &new) {
        (Some(a), Some(b)) if a == b => ("gleich", "unverändert"),
        (Some(_), Some(_)) => ("geaendert", "geändert"),
        (Some(_), None) => ("entfallen", "entfallen"),
        _ => ("neu", "neu"),
    };
    let (old_html, new_html) = match (&old, &new) {
        (Some(old), Some(new)) => compare(old, new),
        // Without a counterpart there is nothing to mark: the word beside the heading says it.
        _ => (plain(old.as_deref()), plain(new.as_deref())),
    };
    RowView {
        id: id.to_owned(),
        title: title.to_owned(),
        state,
        state_text,
        old_html: old_html.into(),
        new_html: new_html.into(),
    }
}

fn plain(text: Option<&str>) -> String {
    let mut out = String::new();
    push(&mut out, text.unwrap_or_default(), "");
    out
}

/// Both texts with what went and what came marked, word by word.
fn compare(old: &str, new: &str) -> (String, String) {
    let (mut left, mut right) = (String::new(), String::new());
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let text = change.value();
        match change.tag() {
            ChangeTag::Equal => {
                push(&mut left, text, "");
                push(&mut right, text, "");
            }
            ChangeTag::Delete => push(&mut left, text, "del"),
            ChangeTag::Insert => push(&mut right, text, "ins"),
        }
    }
    (left, right)
}

fn push(out: &mut String, text: &str, tag: &str) {
    // White space is never marked; a line break starts a new line.
    if tag.is_empty() || text.trim().is_empty() {
        let mut escaped = String::new();
        escape_into(&mut escaped, text);
        out.push_str(&escaped.replace('\n', "<br>"));
        return;
    }
    out.push_str(&format!("<{tag}>"));
    escape_into(out, text);
    out.push_str(&format!("</{tag}>"));
}
