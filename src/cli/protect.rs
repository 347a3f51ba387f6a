//! `klartext protect`: a raw table becomes a safe one. For people with files (`protect_table`), for programs with JSON.

use super::protect_table::{self, Files};
use super::say;
use crate::disclosure::door;
use crate::source::refusal;
use std::io::Read;
use std::path::PathBuf;

/// Schützt eine Tabelle mit kleinen Zahlen, bevor sie veröffentlicht wird
///
/// Mit Tabelle und Bericht: liest die rohe CSV-Tabelle und schreibt die geschützte neben den Bericht. Rohe Zahlen
/// gehören nie in den Ordner der Website. Ohne beides: liest ein JSON-Objekt von der Standard-Eingabe und schreibt die
/// geschützte Tabelle mit ihrem Nachweis; die Schlüssel stehen in docs/formate.md.
#[derive(clap::Args)]
#[command(next_help_heading = "Optionen")]
pub struct Args {
    /// Rohe Tabelle: CSV mit den Spalten des Berichts und „wert“
    #[arg(long, value_name = "DATEI", requires = "report")]
    table: Option<PathBuf>,
    /// Bericht (Markdown), in dessen Kopf die Tabelle beschrieben ist
    #[arg(long, value_name = "DATEI", requires = "table")]
    report: Option<PathBuf>,
    /// Beiträge der einzelnen Stellen: CSV mit den Spalten des Berichts, „anbieter“ und „wert“ (für „dominanz“)
    #[arg(long, value_name = "DATEI", requires = "table")]
    contributions: Option<PathBuf>,
    /// Wohin die geschützte Tabelle kommt (sonst neben den Bericht, unter dem Namen, den er nennt)
    #[arg(long, value_name = "DATEI", requires = "table")]
    out: Option<PathBuf>,
    /// Wohin das Protokoll kommt (sonst auf den Bildschirm). Es ist nur für das Amt
    #[arg(long, value_name = "DATEI", requires = "table")]
    log: Option<PathBuf>,
    /// Form von Eingabe und Ausgabe ohne Tabelle und Bericht: json
    #[arg(
        long,
        value_name = "FORM",
        default_value = "json",
        hide_default_value = true,
        hide_possible_values = true,
        conflicts_with = "table"
    )]
    format: Format,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    if let (Some(table), Some(report)) = (&args.table, &args.report) {
        return protect_table::run(&Files {
            table,
            report,
            contributions: args.contributions.as_deref(),
            out: args.out.as_deref(),
            log: args.log.as_deref(),
        });
    }
    let Format::Json = args.format;
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .map_err(|e| format!("Die Eingabe lässt sich nicht lesen: {}", refusal(&e)))?;
    let answer = door::answer(&input);
    say::out(&answer.stdout)?;
    if !answer.stderr.is_empty() {
        say::note(answer.stderr.trim_end());
    }
    Ok(answer.exit)
}
