//! An end before its beginning.

use super::AGREEMENT;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::Data;
use crate::model::Validity;
use crate::site::Site;

/// `agreement/backwards`
pub static RULE: Rule = Rule {
    code: "agreement/backwards",
    severity: Severity::Error,
    title: "Das Ende eines Zeitraums liegt nicht vor seinem Anfang.",
    why: "Ein solcher Zeitraum enthält keinen Tag.",
    wrong: &[
        AGREEMENT,
        (
            "g.md",
            "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\ngueltig_ab: 2022-01-01\ngueltig_bis: 2021-01-01\n---\nText.\n",
        ),
    ],
    right: &[
        AGREEMENT,
        (
            "g.md",
            "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\ngueltig_ab: 2021-01-01\ngueltig_bis: 2022-01-01\n---\nText.\n",
        ),
    ],
};

/// Validity of bodies with their extensions, of earlier versions, terms of the chair. (Visibility of pages is judged while reading: such a page is no entry.)
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let mut spans = Vec::new();
        match &entry.data {
            Data::Body(data) => {
                spans.push((FieldPath::key("gueltig_bis"), data.validity));
                if data.validity.until.zip(data.extended_until).is_some_and(|(until, extended)| extended <= until) {
                    let message = "Diese Verlängerung endet nicht nach dem Tag, bis zu dem das Gremium ohnehin gilt.";
                    let help = "Prüfen Sie „verlaengert_bis“ und „gueltig_bis“, vor allem die Jahre.";
                    let place = Place::Value(FieldPath::key("verlaengert_bis"));
                    out.push(Diagnostic::new(&RULE, &entry.file, place, message, help));
                }
            }
            Data::Version(data) => spans.push((FieldPath::key("gueltig_bis"), data.validity)),
            Data::Agreement(data) => spans.extend(data.chair.iter().map(|c| {
                (FieldPath::key("geschaeftsfuehrung").at(c.at).then("bis"), Validity { from: c.from, until: c.until })
            })),
            _ => {}
        }
        for (path, _) in spans.into_iter().filter(|(_, v)| v.is_backwards()) {
            let message = "Dieses Ende liegt vor dem Anfang.";
            let help = "Prüfen Sie beide Daten, vor allem die Jahre.";
            out.push(Diagnostic::new(&RULE, &entry.file, Place::Value(path), message, help));
        }
    }
}
