//! Pages that hold their readers back.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/zoom`
pub static RULE: Rule = Rule {
    code: "a11y/zoom",
    severity: Severity::Error,
    title: "Die Seite lässt sich vergrößern und lädt sich nicht von selbst neu.",
    why: "Wer schlecht sieht, muss vergrößern können. Wer langsam liest, verliert sonst die Stelle.",
    wrong: &[(
        "seite.html",
        "<!doctype html>\n<html lang=\"de\"><head><meta name=\"viewport\" content=\"width=device-width, user-scalable=no\"><title>Beispiel – Website</title></head><body><main><h1>Beispiel</h1></main></body></html>\n",
    )],
    right: &[("seite.html", "<p>Text.</p>\n")],
};

/// The page's `meta`. Leading on at once, without content, is allowed. WCAG 2.2, 1.4.4 and 2.2.1.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    for (_, meta) in page.all("meta") {
        let viewport = page.attribute(meta, "name") == Some("viewport");
        let refresh = page.attribute(meta, "http-equiv").is_some_and(|v| v.eq_ignore_ascii_case("refresh"));
        if !viewport && !refresh {
            continue;
        }
        let content = page.attribute(meta, "content").unwrap_or_default().replace(' ', "").to_lowercase();
        let scale =
            content.split_once("maximum-scale=").and_then(|(_, rest)| rest.split(',').next()?.parse::<f64>().ok());
        if viewport
            && (content.contains("user-scalable=no")
                || content.contains("user-scalable=0")
                || scale.is_some_and(|s| s < 5.0))
        {
            let help = "Schreiben Sie nur: width=device-width, initial-scale=1";
            out.push(Fault::new(&RULE, "", "Die Seite lässt sich nicht vergrößern.".to_owned(), help));
        }
        if refresh && content.split(';').next() != Some("0") {
            let help = "Nehmen Sie das meta refresh heraus, oder leiten Sie sofort weiter (0).";
            out.push(Fault::new(&RULE, "", "Die Seite lädt sich nach einer Zeit von selbst neu.".to_owned(), help));
        }
    }
}
