//! Files that could not be taken in at all.

use crate::diagnostic::{Diagnostic, IN_WORDS, Place, Rule, Severity};
use crate::source::{MAX_TEXT_BYTES, Problem, ProblemKind, Snapshot};

macro_rules! rule {
    ($name:ident, $code:literal, $severity:ident, $title:literal, $why:literal, $wrong:literal, $right:literal) => {
        #[doc = $code]
        pub static $name: Rule = Rule {
            code: $code,
            severity: Severity::$severity,
            title: $title,
            why: $why,
            wrong: &[(IN_WORDS, $wrong)],
            right: &[(IN_WORDS, $right)],
        };
    };
}

rule!(
    NOT_UTF8,
    "source/not-utf8",
    Error,
    "Textdateien sind in UTF-8 gespeichert.",
    "In anderen Formaten gehen Umlaute verloren.",
    "Die Datei ist im Format „Windows-1252“ gespeichert, auch „ANSI“ genannt. Aus „Büro“ wird „B�ro“.",
    "Die Datei ist mit der Kodierung UTF-8 gespeichert."
);
rule!(
    TOO_LARGE,
    "source/too-large",
    Error,
    "Eine Textdatei ist höchstens 4 MB groß.",
    "Ein so langer Text ist ein Versehen; keine Seite ist so lang.",
    "Die Datei protokoll.md ist 50 MB groß: Jemand hat ein PDF umbenannt.",
    "Das Protokoll steht als Text in protokoll.md. Der Anhang liegt daneben als protokoll.pdf."
);
rule!(
    FOLDER,
    "source/folder-named-like-page",
    Warning,
    "Ordner heißen nicht wie Seiten.",
    "Ein Ordner „x.md“ sieht aus wie eine Seite und verwirrt.",
    "Ein Ordner heißt gremien.md.",
    "Der Ordner heißt gremien."
);
rule!(
    LEAVES,
    "source/link-leaves-site",
    Error,
    "Verknüpfungen bleiben im Ordner der Website.",
    "Sonst könnte etwas veröffentlicht werden, das niemand veröffentlichen wollte.",
    "Die Datei plan.pdf im Ordner der Website ist nur eine Verknüpfung zu einer Datei auf einem anderen Laufwerk.",
    "Die Datei plan.pdf liegt selbst im Ordner der Website."
);
rule!(
    BROKEN,
    "source/broken-link",
    Error,
    "Verknüpfungen führen zu einer Datei.",
    "Eine Verknüpfung ins Leere kann niemand lesen.",
    "Die Datei plan.pdf ist eine Verknüpfung. Ihr Ziel hat jemand gelöscht.",
    "Die Datei plan.pdf liegt selbst im Ordner der Website."
);
rule!(
    UNREADABLE,
    "source/unreadable",
    Error,
    "Klartext darf jede Datei lesen.",
    "Was sich nicht lesen lässt, fehlt auf der Website.",
    "Die Datei kontakt.md gehört einem anderen Konto, und nur dieses darf sie lesen.",
    "Auch das Konto, unter dem Klartext läuft, darf die Datei kontakt.md lesen."
);
rule!(
    NAME,
    "source/name",
    Error,
    "Dateinamen sind lesbar.",
    "Aus dem Namen entsteht die Adresse der Seite.",
    "Ein altes Programm hat die Datei büro.md angelegt. Im Namen steht statt des „ü“ ein Zeichen, das es nicht gibt.",
    "Die Datei heißt buero.md."
);

rule!(
    HIDDEN_TABLE,
    "source/hidden-table",
    Error,
    "Im Ordner der Website liegt keine versteckte Tabelle.",
    "Es könnte die rohe Tabelle mit den echten kleinen Zahlen sein. Auch was niemand sieht, behält die Geschichte des Ordners.",
    "Im Ordner liegt die versteckte Datei .roh.csv.",
    "Die rohe Tabelle liegt in einem Ordner, den nur das Amt lesen kann. Im Ordner der Website liegt die geschützte Tabelle zahlen-2025.csv, und ein Bericht nennt sie."
);

/// All rules of this file.
pub static RULES: &[&Rule] = &[&NOT_UTF8, &TOO_LARGE, &FOLDER, &LEAVES, &BROKEN, &UNREADABLE, &NAME, &HIDDEN_TABLE];

/// A finding for each problem of the snapshot.
pub fn check(snapshot: &Snapshot) -> Vec<Diagnostic> {
    snapshot.problems.iter().map(finding).collect()
}

/// A size in megabytes of 1024 × 1024 bytes; one that is hardly too large with its bytes, so that it does not look allowed.
fn megabytes(bytes: u64) -> String {
    match bytes >> 20 {
        whole if whole > MAX_TEXT_BYTES >> 20 => format!("{whole} MB"),
        _ => format!("{bytes} Byte"),
    }
}

fn finding(problem: &Problem) -> Diagnostic {
    let (rule, place, message, help): (&'static Rule, Place, String, &str) = match &problem.kind {
        ProblemKind::NotUtf8 { line, column } => (
            &NOT_UTF8,
            Place::Point(*line, *column),
            "Ab hier ist die Datei nicht in UTF-8 gespeichert.".into(),
            "Öffnen Sie die Datei im Editor und speichern Sie sie mit der Kodierung UTF-8.",
        ),
        ProblemKind::TooLarge(bytes) => (
            &TOO_LARGE,
            Place::File,
            format!(
                "Die Datei ist {} groß, erlaubt sind {} MB ({MAX_TEXT_BYTES} Byte).",
                megabytes(*bytes),
                MAX_TEXT_BYTES >> 20
            ),
            "Prüfen Sie, ob es die richtige Datei ist. Große Anhänge gehören in eine eigene Datei, zum Beispiel ein PDF.",
        ),
        ProblemKind::FolderNamedLikePage => (
            &FOLDER,
            Place::File,
            "Das ist ein Ordner, sein Name endet aber auf .md.".into(),
            "Benennen Sie den Ordner um, ohne .md.",
        ),
        ProblemKind::LinkLeavesSite => (
            &LEAVES,
            Place::File,
            "Diese Verknüpfung führt zu einem Ordner oder aus dem Ordner der Website heraus.".into(),
            "Kopieren Sie die Datei selbst in den Ordner der Website.",
        ),
        ProblemKind::BrokenLink => (
            &BROKEN,
            Place::File,
            "Diese Verknüpfung führt ins Leere.".into(),
            "Löschen Sie die Verknüpfung, oder kopieren Sie die Datei selbst hierher.",
        ),
        ProblemKind::Unreadable(why) => (
            &UNREADABLE,
            Place::File,
            format!("Diese Datei lässt sich nicht lesen: {why}"),
            "Prüfen Sie, ob Sie selbst die Datei öffnen können.",
        ),
        ProblemKind::NameNotUtf8 => (
            &NAME,
            Place::File,
            "Der Name dieser Datei enthält Zeichen, die sich nicht lesen lassen.".into(),
            "Benennen Sie die Datei um, am besten mit kleinen Buchstaben, Ziffern und Bindestrichen.",
        ),
        ProblemKind::HiddenTable => (
            &HIDDEN_TABLE,
            Place::File,
            "Diese versteckte Datei heißt wie eine Tabelle.".into(),
            "Nehmen Sie die Datei aus dem Ordner. Rohe Zahlen gehören in einen Ordner, den nur das Amt lesen kann.",
        ),
    };
    Diagnostic::new(rule, &problem.path, place, message, help)
}
