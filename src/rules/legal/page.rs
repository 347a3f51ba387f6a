//! Pages that the law asks for.

use super::{ACCESSIBILITY, IMPRINT, PRIVACY, SETTINGS, is_public};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::kinds::{Data, LEGAL_PAGES};
use crate::site::Site;

/// `legal/page`
pub static RULE: Rule = Rule {
    code: "legal/page",
    severity: Severity::Error,
    title: "Es gibt ein Impressum, eine Datenschutz-Erklärung und eine Erklärung zur Barrierefreiheit.",
    why: "Alle drei verlangt das Gesetz: § 5 DDG, Artikel 13 DSGVO, § 14 HessBGG.",
    wrong: &[IMPRINT, PRIVACY, SETTINGS],
    right: &[IMPRINT, PRIVACY, ACCESSIBILITY, SETTINGS],
};

/// Every legal page.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    if site.has_unreadable() {
        return;
    }
    if site.settings.legal.is_none() {
        if is_public(&site.settings.base_url) {
            let message = "In site.yaml fehlt „rechtliches“: Diese Website hat eine öffentliche Adresse, aber nichts sagt, wer für \
                           sie steht.";
            let help = "Tragen Sie „rechtliches“ ein, und legen Sie Seiten für Impressum, Datenschutz und Barrierefreiheit an. \
                        `klartext schema site` nennt die Angaben.";
            let place = Place::Value(FieldPath::key("basis_url"));
            out.push(Diagnostic::new(&RULE, &site.settings.file, place, message, help));
        }
        return;
    }
    for (page, name, title) in LEGAL_PAGES {
        let there = site.entries.iter().any(|e| matches!(&e.data, Data::Page(p) if p.legal == Some(page)));
        if !there {
            out.push(Diagnostic::new(
                &RULE,
                &site.settings.file,
                Place::Key(FieldPath::key("rechtliches"), 0),
                format!("Auf dieser Website fehlt die Seite: {title}."),
                format!("Legen Sie eine Seite an (art: seite) mit der Zeile: angaben: {name}"),
            ));
        }
    }
}
