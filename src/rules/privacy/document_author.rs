//! Authors in the properties of documents.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use std::sync::Arc;

/// `privacy/document-author`
pub static RULE: Rule = Rule {
    code: "privacy/document-author",
    severity: Severity::Error,
    title: "In den Eigenschaften einer PDF-Datei steht als Verfasser nur eine Stelle.",
    why: "Büro-Programme schreiben den Namen der Person hinein, die am Rechner angemeldet ist.",
    wrong: &[("blatt.pdf", "%PDF-1.4\n1 0 obj\n<< /Author (E. Musterfeld) /Title (Faltblatt) >>\nendobj\n")],
    right: &[(
        "blatt.pdf",
        "%PDF-1.4\n1 0 obj\n<< /Author (Landeswohlfahrtsverband Hessen) /Title (Faltblatt) >>\nendobj\n",
    )],
};

/// The finding for an author who is no known organisation.
pub fn diagnose(file: &Arc<str>, author: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        file,
        Place::File,
        "In den Eigenschaften dieser PDF-Datei steht ein Verfasser, den Klartext nicht als Stelle kennt: •••",
        "Leeren Sie die Felder „Autor“, „Verfasser“, „Anwendung“ und eigene Felder, oder schreiben Sie den Namen eines Partners aus site.yaml hinein.",
    )
    .hiding(author)
}
