//! `klartext build`.

use super::args::{LookArgs, SiteArgs, base_url, options, pipeline};
use super::check::{Format, show};
use super::{CLEAN, FINDINGS, say};
use crate::emit::{emit, guard};
use std::path::PathBuf;
use std::time::Instant;

/// Baut die Website
///
/// Liest den Ordner mit den Texten, prüft alles und schreibt die fertige Website. Bei Fehlern wird nichts geschrieben.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// Ordner für die fertige Website (sonst public)
    #[arg(long, value_name = "ORDNER", default_value = "public", hide_default_value = true, help_heading = "Optionen")]
    out: PathBuf,
    /// Öffentliche Adresse statt der in site.yaml
    #[arg(long, value_name = "ADRESSE", help_heading = "Optionen")]
    base_url: Option<String>,
    #[command(flatten)]
    look: LookArgs,
    /// Zeigt, wie lange jeder Schritt gedauert hat
    #[arg(long, help_heading = "Optionen")]
    timings: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let started = Instant::now();
    let mut options = options(&args.site, Some(&args.look))?;
    options.base_url = args.base_url.as_deref().map(base_url).transpose()?;
    guard(&args.out, &options.site)?;
    let outcome = pipeline(&options)?;
    if !outcome.findings.is_empty() {
        show(&outcome, &options.site, Format::Text, false)?;
    }
    if outcome.has_errors() {
        say::note("Die Website ist nicht geschrieben: Erst müssen die Fehler weg.");
        return Ok(FINDINGS);
    }
    let writing = Instant::now();
    let report = emit(&outcome.artifacts, &args.out).map_err(|e| e.to_string())?;
    if args.timings {
        for (name, time) in outcome.timings.iter().chain([&("schreiben", writing.elapsed())]) {
            say::note(&format!("{name:>16} {:>9.1} ms", time.as_secs_f64() * 1000.0));
        }
        say::note(&format!("{:>16} {:>9.1} ms", "gesamt", started.elapsed().as_secs_f64() * 1000.0));
    }
    say::note(&format!(
        "{} Seiten und Dateien in „{}“: {} neu geschrieben, {} unverändert, {} entfernt.",
        outcome.artifacts.len(),
        args.out.display(),
        report.written,
        report.unchanged,
        report.removed
    ));
    Ok(CLEAN)
}
