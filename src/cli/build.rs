//! `klartext build`.

use super::args::{LookArgs, SiteArgs, base_url, look, options, prefix};
use super::{CLEAN, FINDINGS, say};
use crate::diagnostic;
use crate::emit::{EmitReport, Staging, Stamp, current, guard, no_foreign_table};
use crate::pipeline::{Keep, Memo};
use std::path::PathBuf;
use std::time::{Duration, Instant};

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
    no_foreign_table(&args.out)?;
    let look = look(&options)?;
    // What is said about the sources names them as seen from here.
    let made_of = program().map(|program| look.made_of(&options, &format!("{program} {}", prefix(&options.site))));
    if let Some((stamp, count)) = made_of.as_deref().and_then(|made_of| current(&args.out, made_of)) {
        if !stamp.notes.is_empty() {
            say::note(&stamp.notes);
        }
        if args.timings {
            lap("gesamt", started.elapsed());
        }
        done(args, count, &EmitReport { unchanged: count, ..EmitReport::default() });
        return Ok(CLEAN);
    }
    let memo = &mut Memo::default();
    let understood = look.understand(&options, memo);
    let staging =
        if understood.has_errors() { None } else { Some(Staging::open(&args.out).map_err(|e| e.to_string())?) };
    let outcome = understood.make(memo, staging.as_ref().map_or(Keep::Nothing, Keep::Ready));
    let mut notes = String::new();
    if !outcome.findings.is_empty() {
        let text = diagnostic::text(&outcome.findings, &outcome.site.snapshot, &prefix(&options.site), true);
        notes.push_str(text.trim_end());
        say::note(&notes);
    }
    let Some(staging) = staging.filter(|_| !outcome.has_errors()) else {
        say::note("Die Website ist nicht geschrieben: Erst müssen die Fehler weg.");
        return Ok(FINDINGS);
    };
    let writing = Instant::now();
    let stamp = made_of.map(|made_of| Stamp { made_of, notes });
    let report = staging.finish(&outcome.artifacts, stamp.as_ref()).map_err(|e| e.to_string())?;
    if args.timings {
        outcome.timings.iter().for_each(|(name, time)| lap(name, *time));
        lap("schreiben", writing.elapsed());
        lap("gesamt", started.elapsed());
    }
    done(args, report.written + report.unchanged, &report);
    // The process ends here. The system takes its memory back in one piece, which is faster than node by node.
    std::mem::forget(outcome);
    Ok(CLEAN)
}

fn lap(name: &str, time: Duration) {
    say::note(&format!("{name:>16} {:>9.1} ms", time.as_secs_f64() * 1000.0));
}

fn done(args: &Args, files: usize, report: &EmitReport) {
    say::note(&format!(
        "{files} Seiten und Dateien in „{}“: {} neu geschrieben, {} unverändert, {} entfernt.",
        args.out.display(),
        report.written,
        report.unchanged,
        report.removed
    ));
}

/// This very program: another one may make other files of the same sources. `None` where the system does not say.
fn program() -> Option<String> {
    let file = std::fs::metadata(std::env::current_exe().ok()?).ok()?;
    Some(format!("{} {} {:?}", env!("CARGO_PKG_VERSION"), file.len(), file.modified().ok()?))
}
