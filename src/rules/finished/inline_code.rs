//! Style and script inside the page.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/inline-code`
pub static RULE: Rule = Rule {
    code: "a11y/inline-code",
    severity: Severity::Error,
    title: "In der Seite selbst stehen weder Gestaltung noch Programm.",
    why: "Die Sicherheits-Regel der Website (CSP) verbietet beides: Der Browser führt es nicht aus. Eigene Farben der Leser gehen sonst verloren.",
    wrong: &[("seite.html", "<p style=\"color:gray\">Text.</p>\n")],
    right: &[("seite.html", "<p class=\"lead\">Text.</p>\n")],
};

/// Attributes `style` and `on…`, elements `style`, and `script` without a file. Content Security Policy Level 3.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    let help = "Legen Sie es in eine Datei des Gestaltungs-Pakets: static/…";
    let mut fault = |what: &str| out.push(Fault::new(&RULE, "", format!("In der Seite steht {what}."), help));
    for (key, value) in page.all_attributes() {
        match *key {
            "style" => fault(&format!("Gestaltung: style=\"{value}\"")),
            key if key.starts_with("on") => fault(&format!("ein Programm: {key}=\"…\"")),
            "href" if value.starts_with("javascript:") => fault("ein Programm: href=\"javascript:…\""),
            _ => {}
        }
    }
    if page.all("style").next().is_some() {
        fault("Gestaltung: ein Element style");
    }
    let data = |kind: Option<&str>| kind.is_some_and(|kind| kind.ends_with("json"));
    if page.all("script").any(|(_, e)| !page.has(e, "src") && !data(page.attribute(e, "type"))) {
        fault("ein Programm: ein Element script ohne Datei");
    }
}
