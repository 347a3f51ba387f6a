//! `klartext explain`.

use super::{CLEAN, TROUBLE, say};
use crate::diagnostic::{Example, IN_WORDS, Rule};
use crate::front::nearest;
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
    example(&mut out, "Falsch", rule.wrong);
    example(&mut out, "Richtig", rule.right);
    out
}

fn example(out: &mut String, title: &str, files: Example) {
    // Files that only set the scene come first; the last one is the point.
    for (path, text) in files.iter().rev().take(1) {
        let told = match *path {
            IN_WORDS => Some((*text).to_owned()),
            path if text.starts_with('\0') => Some(format!("Die Datei {path} gibt es nicht.")),
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
