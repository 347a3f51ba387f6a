//! `klartext readability`: the figures of a text, never a verdict.

use super::loose::Files;
use super::{CLEAN, TROUBLE, say};
use crate::german::readability::{Figures, Readability, readability};
use serde::Serialize;
use std::fmt::Write;

/// Zeigt, wie lang die Wörter und Sätze von Texten sind
///
/// Die Zahlen sagen nicht, ob jemand den Text versteht.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    files: Files,
    /// Form der Ausgabe: text oder json
    #[arg(
        long,
        value_name = "FORM",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Optionen"
    )]
    format: Format,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    figures: Readability,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let (texts, trouble) = args.files.read();
    let mut out = String::new();
    for text in &texts {
        let figures = readability(&text.read(None));
        match args.format {
            Format::Text => table(&mut out, &text.name, &figures),
            Format::Json => {
                let line = serde_json::to_string(&Line { file: &text.name, figures }).map_err(|e| e.to_string())?;
                out.push_str(&line);
                out.push('\n');
            }
        }
    }
    say::out(&out)?;
    Ok(if trouble { TROUBLE } else { CLEAN })
}

fn table(out: &mut String, file: &str, figures: &Readability) {
    let Readability { raw, segmented } = figures;
    let _ = writeln!(out, "{file}\n{:<28}{:>15}{:>20}", "", "wie geschrieben", "Teile als Wörter");
    let mut row = |name: &str, value: fn(&Figures) -> f64, digits: usize| {
        let number = |f: &Figures| format!("{:.digits$}", value(f)).replace('.', ",");
        let _ = writeln!(out, "{name:<28}{:>15}{:>20}", number(raw), number(segmented));
    };
    row("Wörter", |f| f.words.into(), 0);
    row("Sätze", |f| f.sentences.into(), 0);
    row("Silben", |f| f.syllables.into(), 0);
    row("Flesch-Amstad", |f| f.flesch_amstad, 1);
    row("Wiener Sachtextformel 1", |f| f.wstf1, 1);
    row("Wiener Sachtextformel 2", |f| f.wstf2, 1);
    row("Wiener Sachtextformel 3", |f| f.wstf3, 1);
    row("Wiener Sachtextformel 4", |f| f.wstf4, 1);
    row("LIX", |f| f.lix, 1);
    out.push('\n');
}
