//! Files that look like pages or are left over, and would be published word for word.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::site::Site;
use crate::source::FileType;

/// `page/leftover`
pub static RULE: Rule = Rule {
    code: "page/leftover",
    severity: Severity::Error,
    title: "Im Ordner der Website liegen keine Sicherungs-Kopien, und Seiten enden auf .md.",
    why: "Was keine Seite ist, wird so veröffentlicht, wie es ist: auch ein Entwurf, der nur falsch heißt.",
    wrong: &[("notizen.MD", "---\nart: seite\nid: notizen\ntitel: Notizen\nentwurf: true\n---\nGeheim.\n")],
    right: &[("notizen.md", "---\nart: seite\nid: notizen\ntitel: Notizen\nentwurf: true\n---\nGeheim.\n")],
};

/// Endings of copies that editors and version control leave behind, and of Markdown under other names.
const ENDINGS: [&str; 9] = [".md", ".markdown", ".mdown", ".mkd", "~", ".bak", ".orig", ".rej", ".tmp"];

/// In how many lines at the beginning of a file its kind is looked for.
const HEAD: usize = 40;

/// Whether a file is a copy left behind, or a page under another ending.
pub fn is_leftover(path: &str) -> bool {
    let name = path.to_lowercase();
    is_lock(path) || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Whether a file is what Word, Excel or PowerPoint leave beside a document that is open: it holds the name of who opened it.
pub fn is_lock(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with("~$"))
}

/// Whether a file begins like a page, whatever it is called: Windows hides endings, and a page becomes `seite.md.txt`.
fn begins_like_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut lines = bytes.split(|byte| *byte == b'\n').take(HEAD);
    lines.next().is_some_and(|line| line.trim_ascii_end() == b"---") && lines.any(|line| line.starts_with(b"art:"))
}

/// Every file that is no page.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    for file in site.snapshot.files.iter().filter(|f| f.file_type == FileType::Asset) {
        if !is_leftover(&file.path) && !begins_like_page(&file.bytes) {
            continue;
        }
        let (message, help) = if is_lock(&file.path) {
            (
                "Diese Datei hat Word, Excel oder PowerPoint angelegt. In ihr steht der Name einer Person.",
                "Schließen Sie das Programm, dann verschwindet sie. Bleibt sie liegen, löschen Sie sie hier.",
            )
        } else {
            (
                "Diese Datei ist keine Seite.",
                "Soll sie eine Seite sein, dann muss ihr Name auf .md enden, klein geschrieben, und nichts mehr dahinter. Windows zeigt \
                 die Endung oft nicht an. Sonst löschen Sie sie hier.",
            )
        };
        out.push(Diagnostic::new(&RULE, &file.path, Place::File, message, help));
    }
}
