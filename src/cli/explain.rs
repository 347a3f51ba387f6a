//! `klartext explain`.

use super::{CLEAN, TROUBLE, say};
use crate::diagnostic::{Example, IN_WORDS, Rule};
use crate::front::nearest;
use crate::model::VideoFacts;
use crate::rules::{all, easy};
use std::fmt::Write;

/// Erklärt eine Regel: was sie will, warum, und Beispiele
#[derive(clap::Args)]
pub struct Args {
    /// Kurz-Name der Regel, zum Beispiel link/no-file; ohne ihn werden alle Regeln gezeigt
    #[arg(value_name = "REGEL", help_heading = "Angaben")]
    code: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let rules = all();
    let Some(code) = &args.code else {
        let lines: String = rules.iter().map(|rule| format!("{:<28} {}\n", rule.code, rule.title)).collect();
        say::out(&lines)?;
        return Ok(CLEAN);
    };
    match rules.iter().find(|r| r.code == code) {
        Some(rule) => {
            say::out(&page(rule))?;
            Ok(CLEAN)
        }
        None => {
            let near =
                nearest(code, rules.iter().map(|r| r.code)).map_or(String::new(), |n| format!(" Meinten Sie „{n}“?"));
            say::note(&format!("Fehler: Die Regel „{code}“ gibt es nicht.{near} Alle zeigt: klartext explain"));
            Ok(TROUBLE)
        }
    }
}

/// The page of a rule.
fn page(rule: &Rule) -> String {
    let mut out = format!("{} ({})\n\n{}\n\nWarum: {}\n", rule.code, rule.severity.german(), rule.title, rule.why);
    if let Some(easy) = easy::rule(rule.code) {
        out.push_str(&easy::linter::explain::more(easy));
    }
    example(&mut out, "Falsch", rule.wrong, rule.right);
    example(&mut out, "Richtig", rule.right, rule.wrong);
    out
}

/// The files of an example that are the point: the last one, or where `other` ends with the same, all that `other` has not.
fn point(files: Example, other: Example) -> Vec<&'static (&'static str, &'static str)> {
    if files.last() != other.last() {
        return files.last().into_iter().collect();
    }
    let own: Vec<_> = files.iter().filter(|file| !other.contains(file)).collect();
    if own.is_empty() { files.last().into_iter().collect() } else { own }
}

fn example(out: &mut String, title: &str, files: Example, other: Example) {
    for (path, text) in point(files, other) {
        let told = match *path {
            IN_WORDS => Some((*text).to_owned()),
            path if text.starts_with('\0') => Some(match VideoFacts::read(text.as_bytes()) {
                Some(film) => format!("Die Datei {path} ist ein Video von {} × {} Punkten.", film.width, film.height),
                None => format!("Die Datei {path} lässt sich nicht lesen."),
            }),
            _ => None,
        };
        if let Some(told) = told {
            let _ = writeln!(out, "\n{title}: {told}");
            continue;
        }
        let _ = writeln!(out, "\n{title}, in der Datei {path}:\n");
        for line in text.lines() {
            let _ = writeln!(out, "    {line}");
        }
    }
}
