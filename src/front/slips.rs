//! Slips in a front matter that the YAML library passes over, takes too long for, or names in words that help nobody.
//! Takes its text, gives a place (line and column from 1), what is wrong, and the remedy. It reads no values.

use crate::source::{control_character, control_name};
use memchr::memmem;

/// Largest front matter that is read, in bytes. The longest known is a fifth of this.
const MOST_BYTES: usize = 128 * 1024;
/// Most brackets that may be open at once. The library takes the square of it in time before it refuses.
const MOST_OPEN: usize = 100;

type Slip = ((u32, u32), &'static str, &'static str);

/// The first control character.
pub(super) fn control(yaml: &str) -> Option<((u32, u32), String, &'static str)> {
    let (at, c) = control_character(yaml)?;
    Some((place(yaml, at), control_name(c), CONTROL_HELP))
}

/// What to do about a control character.
pub const CONTROL_HELP: &str =
    "Löschen Sie es. Es ist unsichtbar und kommt oft beim Kopieren aus einem anderen Programm mit.";

/// What keeps a front matter from being read at all.
pub(super) fn unfit(yaml: &str) -> Option<Slip> {
    if yaml.len() > MOST_BYTES {
        let message = "Hier stehen mehr als 128 KB. So lang ist kein Kopf.";
        return Some(((1, 1), message, "Prüfen Sie, ob die Zeile `---` am Ende des Kopfes fehlt."));
    }
    // Most heads have few brackets or none: those are only counted.
    let many = yaml.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() > MOST_OPEN;
    if many {
        let mut open = 0usize;
        for (at, byte) in yaml.bytes().enumerate() {
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            if open > MOST_OPEN {
                let help = "Nehmen Sie überzählige Einrückungen und Klammern weg.";
                return Some((place(yaml, at), "Hier ist etwas zu tief verschachtelt.", help));
            }
        }
    }
    // What comes after such a line is another document, which the library may or may not tell.
    memmem::find(yaml.as_bytes(), b"...")?;
    let end = (1..).zip(yaml.lines()).find(|(_, line)| line.trim_end() == "..." || line.starts_with("... "));
    end.map(|(number, _)| ((number, 1), "Diese Trennzeile ist zu viel.", "Nehmen Sie die Zeile weg."))
}

/// The slip in or just before the line that the library names.
pub(super) fn slip(yaml: &str, error: &str, line: u32) -> Option<Slip> {
    let vague = ["did not find expected", "could not find expected", "cannot start any token", "invalid type"];
    let tab = error.contains("tab character") || error.contains("violate indentation");
    if !tab && !vague.iter().any(|v| error.contains(v)) {
        return None;
    }
    let lines: Vec<&str> = yaml.lines().collect();
    let last = (line as usize).min(lines.len());
    let before = lines[..last.saturating_sub(1)].iter().rposition(|l| !l.trim().is_empty());
    let near = before.into_iter().chain(last.checked_sub(1));
    near.into_iter().find_map(|n| of_line(lines.get(n)?).map(|(at, m, h)| ((n as u32 + 1, at), m, h)))
}

/// The slip of one line, with its column.
fn of_line(line: &str) -> Option<(u32, &'static str, &'static str)> {
    let column = |at: usize| line[..at].chars().count() as u32 + 1;
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    if let Some(at) = line[..indent].find('\t') {
        let help = "Rücken Sie mit Leerzeichen ein, nicht mit der Tabulator-Taste.";
        return Some((column(at), "Diese Zeile beginnt mit einem Tabulator.", help));
    }
    let words = line.trim_start().trim_start_matches("- ");
    if words.starts_with(['#', '"', '\'', '[', '{', ']', '}', '-', '|', '>', '&', '*', '!', '?', '%', '@']) {
        return None;
    }
    let start = line.len() - words.len();
    let Some(colon) = words.find(':') else {
        let end = start + words.find(char::is_whitespace).unwrap_or(words.trim_end().len());
        let key = words.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
        let help = "Schreiben Sie jede Zeile so: schluessel: Wert";
        return (key > 0 && start + key == end).then(|| (column(end), "In dieser Zeile fehlt der Doppelpunkt.", help));
    };
    let after = &words[colon + 1..];
    if after.starts_with(['\u{a0}', '\u{202f}']) {
        let help = "Löschen Sie es und setzen Sie ein gewöhnliches Leerzeichen.";
        return Some((column(start + colon + 1), "Hinter dem Doppelpunkt steht ein geschütztes Leerzeichen.", help));
    }
    None
}

fn place(text: &str, at: usize) -> (u32, u32) {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let line = text[..at].bytes().filter(|b| *b == b'\n').count() as u32 + 1;
    (line, text[start..at].chars().count() as u32 + 1)
}
