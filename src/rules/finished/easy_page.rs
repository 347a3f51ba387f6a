//! Pages in Leichte Sprache: what only the finished page shows.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/easy-page`
pub static RULE: Rule = Rule {
    code: "a11y/easy-page",
    severity: Severity::Error,
    title: "Eine Seite in Leichter Sprache trennt keine Wörter, hat keine Abkürzungen zum Aufklappen und keine schräge Schrift.",
    why: "Getrennte Wörter und schräge Schrift lesen sich schwer (BITV 2.0, Anlage 2). Alles Weitere prüfen die Regeln leicht/….",
    wrong: &[(
        "seite.html",
        "<!doctype html>\n<html lang=\"de\" data-easy=\"true\"><head><title>Beispiel – Website</title></head><body><a href=\"#inhalt\">Zum Inhalt</a><main id=\"inhalt\" tabindex=\"-1\"><h1>Das Amt</h1><p>Die Koopera&shy;tion.</p></main></body></html>\n",
    )],
    right: &[(
        "seite.html",
        "<!doctype html>\n<html lang=\"de\" data-easy=\"true\"><head><title>Beispiel – Website</title></head><body><a href=\"#inhalt\">Zum Inhalt</a><main id=\"inhalt\" tabindex=\"-1\"><h1>Das Amt</h1><p>Die Zusammen-Arbeit.</p></main></body></html>\n",
    )],
};

/// The main part of an easy page. BITV 2.0, Annex 2 part 2, no. 1 and 9.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    let easy = page.all("html").next().is_some_and(|(_, root)| page.has(root, "data-easy"));
    let Some((main, _)) = page.all("main").next().filter(|_| easy) else { return };
    let html = page.source(main);
    let mut fault = |message: &str, help| out.push(Fault::new(&RULE, "", message.to_owned(), help));
    if html.contains("&shy;") || html.contains('\u{ad}') {
        fault(
            "In einem Wort steht ein weiches Trenn-Zeichen.",
            "Trennen Sie lange Wörter mit Bindestrich oder Mediopunkt.",
        );
    }
    if page.within(main, "abbr").next().is_some() {
        fault("Eine Abkürzung hat eine Erklärung zum Aufklappen (abbr).", "Schreiben Sie das Wort aus.");
    }
    if page.within(main, "i").next().is_some() {
        fault("Ein Wort steht in schräger Schrift.", "Nehmen Sie fette Schrift, und nur für „nicht“ und „kein“.");
    }
}
