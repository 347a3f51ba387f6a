//! `klartext fix`: mends what can be mended without changing the meaning.

use super::loose::{Files, Loose, Rules, STDIN};
use super::replace::replace;
use super::{CLEAN, TROUBLE, say};
use crate::rules::easy::{self, linter::fix::fix_all};
use crate::source::refusal;
use similar::TextDiff;
use std::path::Path;
use std::time::Duration;

/// Verbessert einzelne Texte, wo sich der Sinn nicht ändert
///
/// Zum Beispiel: Daten mit Monats-Namen, Zahlen als Ziffern, jeder Satz in einer neuen Zeile. Erst wird nur gezeigt, was
/// sich ändern würde.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    files: Files,
    #[command(flatten)]
    rules: Rules,
    /// Schreibt die Änderungen in die Dateien
    #[arg(long, help_heading = "Optionen")]
    write: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let (texts, mut trouble) = args.files.read();
    let options = args.rules.options()?;
    let (mut places, mut files) = (0, 0);
    for text in &texts {
        let (fixed, count) = fix_all(&text.text, |now| easy::lint(&text.read(Some(now)), &options).findings);
        if count == 0 {
            continue;
        }
        // A shortest difference of huge texts takes long; after this time a longer one will do.
        let diff = TextDiff::configure().timeout(Duration::from_secs(2)).diff_lines(&*text.text, fixed.as_str());
        say::out(&diff.unified_diff().context_radius(1).header(&text.name, &text.name).to_string())?;
        if args.write
            && let Err(why) = write(text, &fixed)
        {
            say::note(&format!("Fehler: {why}"));
            trouble = true;
            continue;
        }
        (places, files) = (places + count, files + 1);
    }
    let counted =
        format!("{places} {} in {files} {}", plural(places, "Stelle", "Stellen"), plural(files, "Datei", "Dateien"));
    say::note(&match (places, args.write) {
        (0, _) if trouble => "Nichts ist verbessert.".to_owned(),
        (0, _) => "Hier gibt es nichts, was sich von selbst verbessern lässt.".to_owned(),
        (_, true) => format!("Verbessert: {counted}."),
        (_, false) => format!("Das würde verbessert: {counted}. Schreiben: klartext fix --write DATEI"),
    });
    Ok(if trouble { TROUBLE } else { CLEAN })
}

fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// Puts the text in the file's place.
fn write(text: &Loose, fixed: &str) -> Result<(), String> {
    let name = &text.name;
    if **name == *STDIN {
        return Err("Die Standard-Eingabe lässt sich nicht überschreiben. Nennen Sie eine Datei.".to_owned());
    }
    let bom = if text.bom { "\u{feff}" } else { "" };
    replace(Path::new(&**name), format!("{bom}{fixed}").as_bytes())
        .map_err(|e| format!("„{name}“ lässt sich nicht schreiben: {}", refusal(&e)))
}
