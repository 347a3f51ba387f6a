//! `klartext schema`.

use super::{CLEAN, TROUBLE};
use crate::front::json_schema;
use crate::kinds::{KINDS, SETTINGS_FIELDS, kind};

/// Zeigt das JSON-Schema für den Kopf einer Art von Seite
///
/// Damit ergänzt und prüft ein Editor den Kopf schon beim Schreiben. „site“ steht für die Datei site.yaml.
#[derive(clap::Args)]
pub struct Args {
    /// Art der Seite: seite, vereinbarung, anlage, gremium, sitzung, wort oder site
    #[arg(value_name = "ART", help_heading = "Angaben")]
    art: String,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let schema = if args.art == "site" {
        json_schema("site", "Angaben für die ganze Website.", SETTINGS_FIELDS)
    } else if let Some(kind) = kind(&args.art) {
        json_schema(kind.name, kind.title, &kind.fields)
    } else {
        anstream::eprintln!("{}", unknown_kind(&args.art));
        return Ok(TROUBLE);
    };
    anstream::println!("{schema:#}");
    Ok(CLEAN)
}

/// The message for a kind that does not exist.
pub fn unknown_kind(name: &str) -> String {
    let names: Vec<&str> = KINDS.iter().map(|k| k.name).collect();
    format!("Fehler: Die Art „{name}“ gibt es nicht. Es gibt: {}.", names.join(", "))
}
