//! `klartext protect`: the machine door of disclosure control.

use super::say;
use crate::disclosure::door;
use std::io::Read;

/// Schützt eine Tabelle mit kleinen Zahlen, bevor sie veröffentlicht wird
///
/// Liest ein JSON-Objekt von der Standard-Eingabe und schreibt die geschützte Tabelle mit ihrem Nachweis. Die Schlüssel
/// stehen in docs/formate.md. Rohe Zahlen gehören nicht in den Ordner der Website.
#[derive(clap::Args)]
pub struct Args {
    /// Form von Eingabe und Ausgabe: json
    #[arg(
        long,
        value_name = "FORM",
        default_value = "json",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Optionen"
    )]
    format: Format,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let Format::Json = args.format;
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .map_err(|e| format!("Die Eingabe lässt sich nicht als Text in UTF-8 lesen: {e}"))?;
    let answer = door::answer(&input);
    say::out(&answer.stdout)?;
    if !answer.stderr.is_empty() {
        say::note(answer.stderr.trim_end());
    }
    Ok(answer.exit)
}
