//! `klartext check`, and how findings are shown.

use super::args::{SiteArgs, options};
use super::{CLEAN, FINDINGS};
use crate::diagnostic::{self, Severity, count};
use crate::pipeline::{Memo, Outcome, run as run_pipeline};
use std::path::Path;

/// Prüft die Website, ohne sie zu schreiben
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// Form der Meldungen
    #[arg(
        long,
        value_name = "FORM",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Optionen",
        help = "Form der Meldungen: text, json, github, gitlab oder sarif"
    )]
    format: Format,
    /// Auch Warnungen gelten als Fehler
    #[arg(long, help_heading = "Optionen")]
    strict: bool,
}

/// Forms of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// JSON Lines.
    Json,
    /// GitHub Actions.
    Github,
    /// GitLab code quality.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let options = options(&args.site, None, false)?;
    let outcome = run_pipeline(&options, &mut Memo::default()).map_err(|e| e.to_string())?;
    show(&outcome, &options.site, args.format, true);
    let (errors, warnings) = count(&outcome.findings);
    Ok(if errors > 0 || args.strict && warnings > 0 { FINDINGS } else { CLEAN })
}

/// Shows findings: machine forms on standard output; text on standard output for `check`, else on standard error.
pub fn show(outcome: &Outcome, site: &Path, format: Format, to_stdout: bool) {
    let prefix = format!("{}/", site.display().to_string().trim_end_matches('/'));
    let findings = &outcome.findings;
    match format {
        Format::Text => {
            let text = diagnostic::text(findings, &outcome.site.snapshot, &prefix, true);
            if to_stdout { anstream::print!("{text}") } else { anstream::eprint!("{text}") }
        }
        Format::Json => print(&diagnostic::json_lines(findings)),
        Format::Github => print(&diagnostic::github(findings, &prefix)),
        Format::Gitlab => print(&diagnostic::gitlab(findings, &prefix)),
        Format::Sarif => print(&diagnostic::sarif(findings, &prefix, &crate::rules::all())),
    }
    debug_assert!(findings.iter().all(|f| f.line > 0 && f.severity >= Severity::Error));
}

/// Writes to standard output; a reader that closed the pipe is no trouble of ours.
fn print(text: &str) {
    use std::io::Write;
    let _ = std::io::stdout().write_all(text.as_bytes());
}
