//! Reports about the same people that cannot be judged together yet.

use super::{NUMBERS, example};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::site::Site;
use crate::tables::ProblemKind;

/// `report/table-match`
pub static RULE: Rule = Rule {
    code: "report/table-match",
    severity: Severity::Error,
    title: "Wo zwei Berichte dieselben Menschen zählen, steht fest, welche Spalten und Werte zusammengehören.",
    why: "Wer zwei Tabellen nebeneinander legt, kann mehr ausrechnen als aus einer. Das lässt sich nur prüfen, wenn klar ist, was in beiden dasselbe ist.",
    wrong: &[
        NUMBERS,
        ("berichte/y.md", example!("")),
        ("berichte/andere.csv", "stadtteil,wert,status\nalle,30,\nn,10,\no,8,\nw,12,\n"),
        (
            "berichte/z.md",
            "---\nart: bericht\nid: andere\ntitel: Andere Zahlen\njahr: 2025\nveroeffentlicht_am: 2026-04-02\nfreigabe: {von: [lwv], am: 2026-04-01}\nbeispiel: true\ntabelle:\n  datei: andere.csv\n  mass: {titel: Personen, einheit: Personen}\n  merkmale:\n    - spalte: stadtteil\n      titel: Ort\n      summe: alle\n      werte: [{id: alle, titel: Alle}, {id: n, titel: Nord}, {id: o, titel: Ost}, {id: w, titel: West}]\n---\nText.\n",
        ),
    ],
    right: &[
        NUMBERS,
        ("berichte/y.md", example!("")),
        ("berichte/andere.csv", "stadtteil,wert,status\nalle,30,\nn,10,\no,8,\nw,12,\n"),
        (
            "berichte/z.md",
            "---\nart: bericht\nid: andere\ntitel: Andere Zahlen\njahr: 2025\nveroeffentlicht_am: 2026-04-02\nfreigabe: {von: [lwv], am: 2026-04-01}\nbeispiel: true\ntabelle:\n  datei: andere.csv\n  mass: {titel: Personen, einheit: Personen}\n  merkmale:\n    - spalte: stadtteil\n      titel: Ort\n      wie: ort\n      summe: alle\n      werte:\n        - {id: alle, titel: Alle}\n        - {id: n, titel: Nord, besteht_aus: [nord]}\n        - {id: o, titel: Ost, besteht_aus: [ost]}\n        - {id: w, titel: West, besteht_aus: [west]}\n---\nText.\n",
        ),
    ],
};

/// Problems that the room `tables` found.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::problems(site, ProblemKind::Match, &RULE, out);
}
