//! Rules about single files of a kind.

use crate::diagnostic::{Rule, Severity};

const BASE_AGREEMENT: &str = "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\n---\n## 1. Eins\n\nText.\n";
const BASE_BODY: &str =
    "---\nart: gremium\nid: x\ntitel: X\ngruppe: zielgruppenspezifisch\nturnus: 2x jährlich\n---\nText.\n";

macro_rules! minutes {
    ($text:literal) => {
        &[
            ("v.md", BASE_AGREEMENT),
            ("g.md", BASE_BODY),
            ("t.md", concat!("---\nart: sitzung\nid: x-1\ngremium: x\ndatum: 2026-03-12\nstand: stattgefunden\nbeispiel: true\n---\n## TOP 1: Eins\n\n", $text)),
        ]
    };
}

/// No settings.
pub static NO_SETTINGS: Rule = Rule {
    code: "site/no-settings",
    severity: Severity::Error,
    title: "Im Ordner der Website liegt die Datei site.yaml.",
    why: "Dort stehen der Name der Website, ihre Adresse und die Partner.",
    wrong: &[("site.yaml", "\u{0}gelöscht")],
    right: &[(
        "site.yaml",
        "titel: Teilhabe in der Region\nanbieter: Ein Angebot der Partner\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: Landeswohlfahrtsverband Hessen\n",
    )],
};

/// A date of a task.
pub static TASK_DATE: Rule = Rule {
    code: "meeting/task-date",
    severity: Severity::Error,
    title: "Ein Auftrag nennt einen Tag, den es gibt.",
    why: "Nur mit einem Datum lässt sich zeigen, welche Aufträge offen sind.",
    wrong: minutes!("> [!Auftrag]\n> Wer: LWV Hessen\n> Bis: Sommer\n>\n> Etwas tun.\n"),
    right: minutes!("> [!Auftrag]\n> Wer: LWV Hessen\n> Bis: 2026-06-30\n>\n> Etwas tun.\n"),
};

/// Who and until when.
pub static TASK_INCOMPLETE: Rule = Rule {
    code: "meeting/task-incomplete",
    severity: Severity::Warning,
    title: "Ein Auftrag sagt, wer ihn bis wann erledigt.",
    why: "Ein Auftrag ohne Namen und ohne Tag bleibt oft liegen.",
    wrong: minutes!("> [!Auftrag]\n> Etwas tun.\n"),
    right: minutes!("> [!Auftrag]\n> Wer: LWV Hessen\n> Bis: 2026-06-30\n>\n> Etwas tun.\n"),
};

/// Numbers of the agenda.
pub static AGENDA_NUMBER: Rule = Rule {
    code: "meeting/agenda-number",
    severity: Severity::Warning,
    title: "Jeder Punkt der Tagesordnung hat seine eigene Nummer.",
    why: "Auf „TOP 3“ verweisen Einladungen, Beschlüsse und Links. Zwei gleiche Nummern führen zum falschen Punkt.",
    wrong: minutes!("Text.\n\n## TOP 1: Zwei\n\nText.\n"),
    right: minutes!("Text.\n\n## TOP 2: Zwei\n\nText.\n"),
};

/// A box without words.
pub static EMPTY_BOX: Rule = Rule {
    code: "meeting/empty-box",
    severity: Severity::Error,
    title: "In jedem Kasten steht, was beschlossen wurde oder zu tun ist.",
    why: "Ein leerer Kasten stünde im Verzeichnis der Beschlüsse und Aufträge, und niemand wüsste, was gemeint ist.",
    wrong: minutes!("> [!Beschluss]\n"),
    right: minutes!("> [!Beschluss]\n> Der Beirat trifft sich zweimal.\n"),
};

/// A task that is due before it is given.
pub static TASK_EARLY: Rule = Rule {
    code: "meeting/task-before-meeting",
    severity: Severity::Warning,
    title: "Ein Auftrag ist nach der Sitzung zu erledigen.",
    why: "Ein früherer Tag ist meist ein Versehen beim Jahr. Der Auftrag stünde sofort als überfällig da.",
    wrong: minutes!("> [!Auftrag]\n> Wer: LWV Hessen\n> Bis: 2020-06-30\n>\n> Etwas tun.\n"),
    right: minutes!("> [!Auftrag]\n> Wer: LWV Hessen\n> Bis: 2026-06-30\n>\n> Etwas tun.\n"),
};

/// An unknown callout.
pub static UNKNOWN_CALLOUT: Rule = Rule {
    code: "markdown/unknown-callout",
    severity: Severity::Error,
    title: "Ein Kasten mit [!…] hat einen Namen, den Klartext kennt.",
    why: "Ein vertippter Beschluss stünde sonst nicht im Verzeichnis der Beschlüsse.",
    wrong: minutes!("> [!Beschlus]\n> Wir machen es.\n"),
    right: minutes!("> [!Beschluss]\n> Wir machen es.\n"),
};

/// A promise without what its rule needs.
pub static OBLIGATION_INCOMPLETE: Rule = Rule {
    code: "obligation/incomplete",
    severity: Severity::Error,
    title: "Eine Zusage hat alle Angaben, die ihre Regel braucht.",
    why: "Nur dann lässt sie sich neben das halten, was geschehen ist.",
    wrong: &[
        ("g.md", BASE_BODY),
        (
            "v.md",
            concat!(
                "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: haeufigkeit\n    gremium: x\n",
                "---\n## 1. Eins\n\nText.\n"
            ),
        ),
    ],
    right: &[
        ("g.md", BASE_BODY),
        (
            "v.md",
            concat!(
                "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\npflichten:\n  - id: p\n    titel: T.\n    stelle: nr-1\n    regel: haeufigkeit\n    gremium: x\n    haeufigkeit: 2x jährlich\n",
                "---\n## 1. Eins\n\nText.\n"
            ),
        ),
    ],
};

/// A page without a day on which it is public.
pub static NEVER_VISIBLE: Rule = Rule {
    code: "page/never-visible",
    severity: Severity::Error,
    title: "Eine Seite ist wenigstens an einem Tag zu sehen.",
    why: "Liegt der letzte Tag vor dem ersten, dann verschwindet die Seite, und niemand weiß warum.",
    wrong: &[(
        "s.md",
        "---\nart: seite\nid: s\ntitel: S\nsichtbar_ab: 2026-11-01\nsichtbar_bis: 2025-12-31\n---\nText.\n",
    )],
    right: &[(
        "s.md",
        "---\nart: seite\nid: s\ntitel: S\nsichtbar_ab: 2026-11-01\nsichtbar_bis: 2026-12-31\n---\nText.\n",
    )],
};

/// All rules of this room.
pub static RULES: &[&Rule] = &[
    &AGENDA_NUMBER,
    &EMPTY_BOX,
    &NEVER_VISIBLE,
    &NO_SETTINGS,
    &TASK_DATE,
    &TASK_EARLY,
    &TASK_INCOMPLETE,
    &UNKNOWN_CALLOUT,
    &OBLIGATION_INCOMPLETE,
];
