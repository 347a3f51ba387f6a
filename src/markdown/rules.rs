//! Rules about Markdown itself.

use crate::diagnostic::{Rule, Severity};

/// Raw HTML in content.
pub static RAW_HTML: Rule = Rule {
    code: "markdown/raw-html",
    severity: Severity::Error,
    title: "Im Text steht kein HTML, außer <br> für eine neue Zeile in einer Tabelle.",
    why: "HTML im Text kann die Seite für Vorlese-Programme unbrauchbar machen, Fremdes nachladen oder den Druck zerstören. \
          Alles, was eine Seite braucht, geht mit Markdown.",
    wrong: &[("seite.md", "---\nart: seite\nid: seite\ntitel: Seite\n---\nEin <b>fettes</b> Wort.\n")],
    right: &[("seite.md", "---\nart: seite\nid: seite\ntitel: Seite\n---\nEin **fettes** Wort.\n")],
};

/// Quotations and lists inside each other without end.
pub static TOO_DEEP: Rule = Rule {
    code: "markdown/too-deep",
    severity: Severity::Error,
    title: "Listen, Zitate und Betonungen stehen höchstens 50-mal ineinander.",
    why: "Niemand kann so etwas lesen, weder am Bildschirm noch vorgelesen. Meist ist es ein Versehen beim Kopieren.",
    wrong: &[(
        "seite.md",
        "---\nart: seite\nid: seite\ntitel: Seite\n---\n>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Ein Satz.\n",
    )],
    right: &[("seite.md", "---\nart: seite\nid: seite\ntitel: Seite\n---\n> Ein Satz.\n")],
};

/// All rules of this room.
pub static RULES: &[&Rule] = &[&RAW_HTML, &TOO_DEEP];
