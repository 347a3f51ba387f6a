//! Rules about Markdown itself.

use crate::diagnostic::{Rule, Severity};

/// Raw HTML in content.
pub static RAW_HTML: Rule = Rule {
    code: "markdown/raw-html",
    severity: Severity::Error,
    title: "Im Text steht kein HTML.",
    why: "HTML im Text kann die Seite für Vorlese-Programme unbrauchbar machen, Fremdes nachladen oder den Druck zerstören. \
          Alles, was eine Seite braucht, geht mit Markdown.",
    wrong: &[("seite.md", "---\nart: seite\nid: seite\ntitel: Seite\n---\nEin <b>fettes</b> Wort.\n")],
    right: &[("seite.md", "---\nart: seite\nid: seite\ntitel: Seite\n---\nEin **fettes** Wort.\n")],
};

/// All rules of this room.
pub static RULES: &[&Rule] = &[&RAW_HTML];
