//! Data files that list cases instead of counts.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::privacy::table::{Case, case_list};
use std::sync::Arc;

/// `privacy/case-list`
pub static RULE: Rule = Rule {
    code: "privacy/case-list",
    severity: Severity::Error,
    title: "Daten-Dateien enthalten Zahlen, keine Fälle.",
    why: "Eine Liste mit einer Zeile für jeden Menschen gehört nicht auf die Website (Nummer 8 b der Vereinbarung). Ausnahmen gibt es nicht.",
    wrong: &[("zahlen.csv", "Gemeinde;Hilfe\nHanau;Wohnen\nHanau;Wohnen\nMaintal;Arbeit\n")],
    right: &[(
        "s.md",
        "---\nart: seite\nid: s\ntitel: S\n---\nDie Zahlen stehen in einem Bericht, mit Geheimhaltung.\n",
    )],
};

/// What a table of comma-, semicolon- or tab-separated values says of persons.
pub fn diagnose(file: &Arc<str>, text: &str) -> Option<Diagnostic> {
    let first = text.lines().next()?;
    let delimiter = [';', '\t', ','].into_iter().max_by_key(|c| first.matches(*c).count())?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter as u8).flexible(true).from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().ok()?.iter().map(str::to_owned).collect();
    let (rows, lines): (Vec<Vec<String>>, Vec<u64>) = reader
        .records()
        .filter_map(Result::ok)
        .map(|r| (r.iter().map(|c| c.trim().to_owned()).collect(), r.position().map_or(1, csv::Position::line)))
        .unzip();
    let (place, message) = match case_list(&head, &rows)? {
        Case::Column(n) => {
            let name = head.get(n).map_or("", String::as_str).trim();
            (Place::Point(1, 1), format!("Die Spalte „{name}“ gehört zu einzelnen Menschen."))
        }
        Case::Row(n) => (
            Place::Point(lines.get(n).map_or(1, |l| *l as u32), 1),
            "Diese Zeile hat dieselben Merkmale wie eine frühere. Das sieht aus wie eine Liste von Fällen.".to_owned(),
        ),
    };
    let help = "Zählen Sie zusammen: eine Zeile für jede Gruppe, mit einer Spalte „Anzahl“. Die Liste selbst muss auch aus der Geschichte des Repositorys gelöscht werden.";
    Some(Diagnostic::new(&RULE, file, place, message, help))
}
