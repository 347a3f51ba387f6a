//! Rules about reports and their tables.

mod area;
mod area_parts;
mod diagram;
mod input;
mod link;
mod matching;
mod missing;
mod number;
mod order_of_days;
mod period;
mod release;
mod schema;
mod series_break;
mod stray;
mod supplier;
mod unsafe_cell;

use super::Check;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::site::Site;
use crate::tables::ProblemKind;

/// Checks of this group.
pub const CHECKS: &[Check] = &[
    area::check,
    area_parts::check,
    diagram::check,
    input::check,
    link::check,
    matching::check,
    missing::check,
    number::check,
    order_of_days::check,
    period::check,
    release::check,
    schema::check,
    series_break::check,
    stray::check,
    supplier::check,
    unsafe_cell::check,
];

/// Rules of this group.
pub static RULES: &[&Rule] = &[
    &area::RULE,
    &area_parts::RULE,
    &diagram::RULE,
    &input::RULE,
    &link::RULE,
    &matching::RULE,
    &missing::RULE,
    &number::RULE,
    &order_of_days::RULE,
    &period::RULE,
    &release::RULE,
    &schema::RULE,
    &series_break::RULE,
    &stray::RULE,
    &supplier::RULE,
    &unsafe_cell::RULE,
];

/// Findings for the problems of one kind that the tables had.
fn problems(site: &Site, kind: ProblemKind, rule: &'static Rule, out: &mut Vec<Diagnostic>) {
    for problem in site.table_problems.iter().filter(|p| p.kind == kind) {
        let mut finding =
            Diagnostic::new(rule, &problem.file, problem.place.clone(), problem.message.clone(), problem.help.clone());
        if problem.mild {
            finding.severity = Severity::Warning;
        }
        out.push(finding);
    }
}

/// A report for examples: head, then lines of front matter, then its table over one dimension.
macro_rules! example {
    ($lines:literal, $table:literal) => {
        concat!(
            "---\nart: bericht\nid: zahlen-2025\ntitel: Zahlen\njahr: 2025\nveroeffentlicht_am: 2026-04-02\n",
            "freigabe: {von: [lwv], am: 2026-04-01}\nbeispiel: true\n",
            $lines,
            $table,
            "---\nText.\n"
        )
    };
    ($lines:literal) => {
        example!(
            $lines,
            "tabelle:\n  datei: zahlen-2025.csv\n  mass: {titel: Personen, einheit: Personen}\n  merkmale:\n    - spalte: ort\n      titel: Ort\n      summe: alle\n      werte: [{id: alle, titel: Alle}, {id: nord, titel: Nord}, {id: ost, titel: Ost}, {id: west, titel: West}]\n"
        )
    };
}
use example;

/// The table that `example!` describes, with nothing wrong in it.
const NUMBERS: (&str, &str) = ("berichte/zahlen-2025.csv", "ort,wert,status\nalle,30,\nnord,10,\nost,8,\nwest,12,\n");
