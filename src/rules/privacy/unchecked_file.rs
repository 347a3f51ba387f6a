//! Files of which nobody knows what else they tell.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use std::sync::Arc;

/// `privacy/unchecked-file`
pub static RULE: Rule = Rule {
    code: "privacy/unchecked-file",
    severity: Severity::Warning,
    title: "Klartext kann in jede Datei hineinsehen, die veröffentlicht wird.",
    why: "Dateien aus Büro-Programmen enthalten oft Namen, gelöschte Sätze und Anmerkungen. Was Klartext nicht lesen kann, prüft es nicht.",
    wrong: &[("protokoll.docx", "PK")],
    right: &[("protokoll.txt", "Text.\n")],
};

/// The finding for such a file; `why` is the reason, a sentence.
pub fn diagnose(file: &Arc<str>, why: &str) -> Diagnostic {
    let help = "Schreiben Sie den Inhalt als Seite in Markdown, oder nehmen Sie ein anderes Format: Bilder als JPEG, PNG oder WebP, Tabellen als CSV.";
    Diagnostic::new(&RULE, file, Place::File, why, help)
}
