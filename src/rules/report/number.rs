//! References to numbers of reports.

use super::example;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::Site;
use crate::source::Span;

/// `report/number`
pub static RULE: Rule = Rule {
    code: "report/number",
    severity: Severity::Error,
    title: "Zahlen im Text kommen aus einem veröffentlichten Bericht.",
    why: "So steht überall dieselbe Zahl, und keine geheime Zahl gerät in einen Satz.",
    wrong: &[
        ("berichte/z.md", example!("")),
        ("berichte/zahlen-2025.csv", "ort,wert,status\nalle,30,\nnord,,geheim\nost,,geheim\nwest,12,\n"),
        (
            "s.md",
            "---\nart: seite\nid: s\ntitel: S\nbeispiel: true\n---\nIm Norden sind es {{zahl zahlen-2025 ort=nord}}.\n",
        ),
    ],
    right: &[
        ("berichte/z.md", example!("")),
        ("berichte/zahlen-2025.csv", "ort,wert,status\nalle,30,\nnord,,geheim\nost,,geheim\nwest,12,\n"),
        (
            "s.md",
            "---\nart: seite\nid: s\ntitel: S\nbeispiel: true\n---\nIm Westen sind es {{zahl zahlen-2025 ort=west}}.\n",
        ),
    ],
};

/// References that gave no number, and those in front matter, where none can stand.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for problem in &site.number_problems {
        let place = Place::Span(problem.span);
        out.push(Diagnostic::new(&RULE, &problem.file, place, problem.message.clone(), problem.help.clone()));
    }
    for entry in &site.entries {
        let front = entry.document.source.get(..entry.body_start()).unwrap_or("");
        if let Some(at) = front.find("{{zahl") {
            let place = Place::Span(Span::new(at, at + "{{zahl".len()));
            let message = "In den Angaben am Anfang der Datei kann keine Zahl aus einem Bericht stehen.";
            out.push(Diagnostic::new(&RULE, &entry.file, place, message, "Schreiben Sie die Zahl in den Text."));
        }
    }
}
