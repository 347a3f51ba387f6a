//! `klartext schema`.

use super::{CLEAN, TROUBLE, say};
use crate::front::{json_schema, nearest};
use crate::kinds::{KINDS, SETTINGS_FIELDS, kind};

/// Zeigt das JSON-Schema für den Kopf einer Art von Seite
///
/// Damit ergänzt und prüft ein Editor den Kopf schon beim Schreiben. „site“ steht für die Datei site.yaml.
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ART", help_heading = "Angaben", help = format!("Art der Seite: {}", kind_names(Some(SITE))))]
    art: String,
}

/// Stands for `site.yaml`, which is no page.
const SITE: &str = "site";

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let schema = if args.art == SITE {
        json_schema(SITE, "Angaben für die ganze Website.", SETTINGS_FIELDS)
    } else if let Some(kind) = kind(&args.art) {
        json_schema(kind.name, kind.title, &kind.fields)
    } else {
        say::note(&unknown_kind(&args.art, Some(SITE)));
        return Ok(TROUBLE);
    };
    say::out(&format!("{schema:#}\n"))?;
    Ok(CLEAN)
}

/// All kinds in a row: "seite, gremium oder wort". `more` is a word that may stand in their place.
pub fn kind_names(more: Option<&str>) -> String {
    let names: Vec<&str> = KINDS.iter().map(|k| k.name).chain(more).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} oder {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The message for a kind that does not exist. `more` is a word that may stand in its place.
pub fn unknown_kind(name: &str, more: Option<&str>) -> String {
    let near = nearest(name, KINDS.iter().map(|k| k.name).chain(more))
        .map_or(String::new(), |n| format!(" Meinten Sie „{n}“?"));
    format!("Fehler: Die Art „{name}“ gibt es nicht.{near} Möglich sind: {}.", kind_names(more))
}
