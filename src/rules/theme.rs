//! Rules about themes; what breaks them is found while the theme is loaded and the pages are made.

use crate::diagnostic::{IN_WORDS, Rule, Severity};

/// A broken template.
pub static TEMPLATE: Rule = Rule {
    code: "theme/template",
    severity: Severity::Error,
    title: "Eine eigene Vorlage der Gestaltung lässt sich lesen und füllen.",
    why: "Mit einer kaputten Vorlage lässt sich keine Seite zeigen.",
    wrong: &[("themes/standard/templates/seite.html", "{% if %}")],
    right: &[("themes/standard/templates/seite.html", "{% extends \"base.html\" %}")],
};

/// A theme that is not there.
pub static UNKNOWN_THEME: Rule = Rule {
    code: "theme/unknown",
    severity: Severity::Error,
    title: "Das Gestaltungs-Paket, das bei --theme steht, gibt es.",
    why: "Sonst sähe die Website anders aus als gewollt.",
    wrong: &[(
        IN_WORDS,
        "Im Befehl steht --theme kreis, aber im Ordner der Website gibt es keinen Ordner themes/kreis/.",
    )],
    right: &[(IN_WORDS, "Es gibt den Ordner themes/kreis/, oder --theme fehlt im Befehl.")],
};

/// All rules of this group.
pub static RULES: &[&Rule] = &[&TEMPLATE, &UNKNOWN_THEME];
