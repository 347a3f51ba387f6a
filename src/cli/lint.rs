//! `klartext lint`: the rules of Leichte Sprache and the guard of personal data for loose files.

use super::check::{FormArgs, Format, show_findings};
use super::loose::{Files, Rules};
use super::{CLEAN, FINDINGS, TROUBLE, guard};
use crate::diagnostic::{Diagnostic, count, locate_all};
use crate::rules::easy;
use crate::source::Snapshot;
use rayon::prelude::*;

/// Prüft einzelne Texte auf Leichte Sprache und auf Daten von Menschen
///
/// Das geht mit jeder Datei, auch ohne Website. Der Prüfer findet, was eine Regel bricht. Ob ein Text leicht ist, können nur
/// Menschen mit Lern-Schwierigkeiten sagen. Daten von Menschen findet der Wächter in jeder Sprach-Form.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    files: Files,
    #[command(flatten)]
    rules: Rules,
    #[command(flatten)]
    form: FormArgs,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let (texts, trouble) = args.files.read();
    let options = args.rules.options()?;
    let found: Vec<Diagnostic> = texts
        .par_iter()
        .flat_map_iter(|text| {
            let mut found = easy::diagnose(&text.name, &easy::lint(&text.read(None), &options).findings);
            found.extend(guard::findings(text));
            found
        })
        .collect();
    let mut snapshot = Snapshot { files: texts.iter().map(|t| t.source_file()).collect(), ..Snapshot::default() };
    snapshot.files.sort_by(|a, b| a.path.cmp(&b.path));
    let findings = locate_all(&snapshot, found, |_| |_: &_| None);
    if texts.is_empty() && args.form.format == Format::Text {
        return Ok(TROUBLE);
    }
    show_findings(&findings, &snapshot, "", args.form.format, true)?;
    Ok(match count(&findings) {
        _ if trouble => TROUBLE,
        (0, _) => CLEAN,
        _ => FINDINGS,
    })
}
