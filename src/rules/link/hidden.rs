//! Links: Ein Link führt zu einer Seite, die öffentlich ist.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::german::date_in_words;
use crate::site::{Hidden, LinkProblem, Site};

/// `link/hidden-page`
pub static RULE: Rule = Rule {
    code: "link/hidden-page",
    severity: Severity::Error,
    title: "Ein Link führt zu einer Seite, die öffentlich ist.",
    why: "Auf der veröffentlichten Website führte der Link ins Leere.",
    wrong: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](t.md)\n"),
        ("t.md", "---\nart: seite\nid: t\ntitel: T\nentwurf: true\n---\nText.\n"),
    ],
    right: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\n[X](t.md)\n"),
        ("t.md", "---\nart: seite\nid: t\ntitel: T\n---\nText.\n"),
    ],
};

/// Every link with this problem.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    super::each_problem(site, |entry, link, problem| {
        let LinkProblem::Hidden(path, reason) = problem else { return };
        let message = match reason {
            // Its own findings say what is wrong with it.
            Hidden::Unreadable => return,
            Hidden::Draft => format!("Die Seite „{path}“ ist noch ein Entwurf."),
            Hidden::Until(day) => format!("Die Seite „{path}“ ist erst ab dem {} zu sehen.", date_in_words(*day)),
            Hidden::Since(day) => format!("Die Seite „{path}“ war nur bis zum {} zu sehen.", date_in_words(*day)),
        };
        let help =
            "Nehmen Sie den Link weg, bis die Seite zu sehen ist, oder ändern Sie die Angaben im Kopf jener Seite.";
        out.push(Diagnostic::new(&RULE, &site.entries[entry].file, Place::Span(link.span), message, help));
    });
}
