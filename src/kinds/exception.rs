//! `erlaubt.yaml` — data that look like those of a person and may stand on the site, each with reason, owner and last day.

use crate::diagnostic::{Diagnostic, FieldPath};
use crate::front::{Checked, Field, Node, Type, check, read, record};
use crate::privacy::{KINDS, Kind};
use crate::source::Snapshot;
use chrono::NaiveDate;
use std::sync::Arc;

/// An exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Its place in the list, from 0.
    pub index: usize,
    /// What it allows.
    pub kind: Kind,
    /// The datum, as on the page.
    pub text: String,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// The fields of an exception.
pub const EXCEPTION_FIELDS: &[Field] = &[
    Field::required(
        "art",
        Type::Choice(&[
            ("e-mail", "Amtliches Postfach."),
            ("telefon", "Amtliche Telefonnummer."),
            ("person", "Name in einem öffentlichen Amt."),
            ("anschrift", "Anschrift einer Stelle oder eines Sitzungsorts."),
            ("anwesenheit", "Name einer Stelle, der wie der eines Menschen aussieht."),
            ("aktenzeichen", "Zeichen, das zu keinem Menschen führt."),
            ("anzahl", "Zahl, bei der niemand zu erkennen ist."),
            ("iban", "Geht nie."),
            ("rentenversicherung", "Geht nie."),
            ("krankenversicherung", "Geht nie."),
            ("steuer-id", "Geht nie."),
            ("geburt", "Geht nie."),
            ("gesundheit", "Geht nie."),
        ]),
        "Was erlaubt wird.",
        "e-mail",
    ),
    Field::required("text", Type::Text, "Die Angabe, wie sie auf der Seite steht.", "teilhabe@example.org"),
    Field::required("grund", Type::Text, "Warum sie dort stehen darf.", "Postfach der Geschäftsführung"),
    Field::required("zustaendig", Type::Text, "Welche Stelle das prüft (kein Name).", "Redaktion"),
    Field::required("bis", Type::Date, "Letzter Tag. Danach wird neu geprüft.", "2027-06-30"),
];

/// Reads the list; without the file there are none.
pub(super) fn read_exceptions(snapshot: &Snapshot, findings: &mut Vec<Diagnostic>) -> Vec<Exception> {
    let Some(file) = snapshot.file("erlaubt.yaml").filter(|f| !f.text.trim().is_empty()) else { return Vec::new() };
    let name: Arc<str> = Arc::clone(&file.path);
    let items = match read(&file.text, &name, 1) {
        Ok(Node::List(items)) => items,
        Ok(Node::Null) => Vec::new(),
        // One entry without a hyphen, or something else: the check says what is wrong.
        Ok(other) => vec![other],
        Err(finding) => {
            findings.push(*finding);
            Vec::new()
        }
    };
    let mut out = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let path = FieldPath::default().at(index);
        check(item, EXCEPTION_FIELDS, &path, &mut Checked { file: &name, findings });
        let fields = record(item);
        let kind = fields.text("art").and_then(|art| KINDS.into_iter().find(|k| k.word() == art));
        if let (Some(kind), Some(text)) = (kind, fields.text("text")) {
            out.push(Exception { index, kind, text, until: fields.date("bis") });
        }
    }
    out
}
