//! The rules of front matter: what `klartext explain` says about them, and the examples that test them.

use crate::diagnostic::{Rule, Severity};

/// The agreement of examples about a body or a meeting.
const AGREEMENT: (&str, &str) = (
    "v.md",
    "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\n---\n## 1. Eins\n\nText.\n",
);

/// The body of examples about a meeting.
const BODY: (&str, &str) =
    ("g.md", "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\n---\nText.\n");

/// front/missing
pub static NO_FRONT_MATTER: Rule = Rule {
    code: "front/missing",
    severity: Severity::Error,
    title: "Jede Seite beginnt mit einem Kopf zwischen zwei Zeilen aus drei Strichen.",
    why: "Ohne Kopf weiß Klartext nicht, was die Seite ist und wie sie heißt.",
    wrong: &[("s.md", "Text ohne Kopf.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
};

/// front/not-closed
pub static OPEN_FRONT_MATTER: Rule = Rule {
    code: "front/not-closed",
    severity: Severity::Error,
    title: "Der Kopf endet mit einer Zeile aus drei Strichen.",
    why: "Ohne die zweite Zeile `---` lässt sich nicht sagen, wo der Kopf aufhört und der Text anfängt.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
};

/// front/not-readable
pub static BAD_YAML: Rule = Rule {
    code: "front/not-readable",
    severity: Severity::Error,
    title: "Der Kopf hält sich an die Form: ein Schlüssel, ein Doppelpunkt, ein Leerzeichen, ein Wert.",
    why: "Ein Zeichen an der falschen Stelle macht den ganzen Kopf unlesbar.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S: T\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: \"S: T\"\n---\nText.\n")],
};

/// text/control-character
pub static CONTROL: Rule = Rule {
    code: "text/control-character",
    severity: Severity::Error,
    title: "In Texten stehen keine Steuer-Zeichen.",
    why: "Sie sind unsichtbar, und auf einer Seite im Netz sind sie verboten: Manche Programme brechen dort ab.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: \"S\\e[31m\"\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
};

/// front/unknown-key
pub static UNKNOWN_KEY: Rule = Rule {
    code: "front/unknown-key",
    severity: Severity::Error,
    title: "Im Kopf stehen nur Schlüssel, die Klartext kennt.",
    why: "Ein vertippter Schlüssel hätte sonst keine Wirkung, und niemand würde es merken.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nbeschreibun: x\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nbeschreibung: x\n---\nText.\n")],
};

/// front/duplicate-key
pub static DUPLICATE_KEY: Rule = Rule {
    code: "front/duplicate-key",
    severity: Severity::Error,
    title: "Jeder Schlüssel steht nur einmal da.",
    why: "Bei zwei Werten für eine Sache weiß niemand, welcher gilt.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\ntitel: T\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
};

/// front/duplicate-entry
pub static DUPLICATE_ENTRY: Rule = Rule {
    code: "front/duplicate-entry",
    severity: Severity::Error,
    title: "In einer Liste von Kurz-Namen oder Tagen steht nichts zweimal.",
    why: "Es stünde auch auf der Website doppelt. Oft ist ein anderer Name gemeint.",
    wrong: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: [x, x]\ndatum: 2026-12-03\nstand: geplant\nbeispiel: true\n---\n",
        ),
    ],
    right: &[
        AGREEMENT,
        BODY,
        (
            "h.md",
            "---\nart: gremium\nid: y\ntitel: Y\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\n---\nText.\n",
        ),
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: [x, y]\ndatum: 2026-12-03\nstand: geplant\nbeispiel: true\n---\n",
        ),
    ],
};

/// front/missing-key
pub static MISSING_KEY: Rule = Rule {
    code: "front/missing-key",
    severity: Severity::Error,
    title: "Was eine Seite braucht, steht im Kopf.",
    why: "Ohne diese Angabe lässt sich die Seite nicht richtig zeigen.",
    wrong: &[("s.md", "---\nart: seite\nid: s\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
};

/// front/empty-value
pub static EMPTY_VALUE: Rule = Rule {
    code: "front/empty-value",
    severity: Severity::Error,
    title: "Ein Schlüssel hat einen Wert. Wo eine Liste stehen muss, steht etwas darin.",
    why: "Eine leere Angabe sieht aus wie vergessen.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nkurz:\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nkurz: S\n---\nText.\n")],
};

/// front/wrong-type
pub static WRONG_TYPE: Rule = Rule {
    code: "front/wrong-type",
    severity: Severity::Error,
    title: "Jeder Wert hat die Art, die der Schlüssel verlangt.",
    why: "Wo eine Liste stehen soll, kann Klartext mit einem einzelnen Text nichts anfangen, und umgekehrt.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nentwurf: ja\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nentwurf: false\n---\nText.\n")],
};

/// front/bad-date
pub static BAD_DATE: Rule = Rule {
    code: "front/bad-date",
    severity: Severity::Error,
    title: "Ein Datum steht als Jahr-Monat-Tag da.",
    why: "Nur diese Schreibweise wird überall gleich gelesen. Und das Datum muss es im Kalender geben.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nsichtbar_ab: 2026-02-30\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\nsichtbar_ab: 2026-02-28\n---\nText.\n")],
};

/// front/bad-time
pub static BAD_TIME: Rule = Rule {
    code: "front/bad-time",
    severity: Severity::Error,
    title: "Eine Uhrzeit steht als Stunde:Minute in Anführungszeichen da.",
    why: "Ohne Anführungszeichen liest der Rechner manche Uhrzeiten als Zahl.",
    wrong: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: geplant\nbeispiel: true\nbeginn: 10 Uhr\n---\n",
        ),
    ],
    right: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: geplant\nbeispiel: true\nbeginn: \"10:00\"\n---\n",
        ),
    ],
};

/// front/bad-number
pub static BAD_NUMBER: Rule = Rule {
    code: "front/bad-number",
    severity: Severity::Error,
    title: "Eine Zahl liegt im erlaubten Bereich.",
    why: "Eine Zahl außerhalb des Bereichs ist fast immer ein Tippfehler.",
    wrong: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: geplant\nbeispiel: true\nnummer: 0\n---\n",
        ),
    ],
    right: &[
        AGREEMENT,
        BODY,
        (
            "t.md",
            "---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: geplant\nbeispiel: true\nnummer: 1\n---\n",
        ),
    ],
};

/// front/bad-choice
pub static BAD_CHOICE: Rule = Rule {
    code: "front/bad-choice",
    severity: Severity::Error,
    title: "Wo es eine feste Liste von Wörtern gibt, steht eines davon.",
    why: "Klartext zeigt und zählt nach diesen Wörtern.",
    wrong: &[("s.md", "---\nart: seitte\nid: s\ntitel: S\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
};

/// front/bad-id
pub static BAD_ID: Rule = Rule {
    code: "front/bad-id",
    severity: Severity::Error,
    title: "Ein Kurz-Name besteht aus kleinen Buchstaben von a bis z, Ziffern und Bindestrichen.",
    why: "Der Kurz-Name steht in Adressen. Er soll sich nie ändern und überall gleich aussehen.",
    wrong: &[("s.md", "---\nart: seite\nid: Über uns\ntitel: S\n---\nText.\n")],
    right: &[("s.md", "---\nart: seite\nid: ueber-uns\ntitel: S\n---\nText.\n")],
};

/// front/bad-form
pub static BAD_FORM: Rule = Rule {
    code: "front/bad-form",
    severity: Severity::Error,
    title: "Ein Wert mit einer eigenen Form hält sich an sie, zum Beispiel „mindestens 2x jährlich“.",
    why: "Nur dann kann Klartext damit rechnen.",
    wrong: &[
        AGREEMENT,
        ("g.md", "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: oft\n---\nText.\n"),
    ],
    right: &[
        AGREEMENT,
        (
            "g.md",
            "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: mindestens 2x jährlich\n---\nText.\n",
        ),
    ],
};

/// All rules of this room.
pub static RULES: &[&Rule] = &[
    &NO_FRONT_MATTER,
    &OPEN_FRONT_MATTER,
    &BAD_YAML,
    &CONTROL,
    &UNKNOWN_KEY,
    &DUPLICATE_KEY,
    &DUPLICATE_ENTRY,
    &MISSING_KEY,
    &EMPTY_VALUE,
    &WRONG_TYPE,
    &BAD_DATE,
    &BAD_TIME,
    &BAD_NUMBER,
    &BAD_CHOICE,
    &BAD_ID,
    &BAD_FORM,
];
