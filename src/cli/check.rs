//! `klartext check`, and how findings are shown.

use super::args::{LookArgs, SiteArgs, options, pipeline, prefix};
use super::{CLEAN, FINDINGS, say};
use crate::diagnostic::{self, Finding, count};
use crate::pipeline::Outcome;
use crate::source::Snapshot;
use std::path::Path;

/// Prüft die Website, ohne sie zu schreiben
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    look: LookArgs,
    #[command(flatten)]
    form: FormArgs,
    /// Auch Warnungen gelten als Fehler
    #[arg(long, help_heading = "Optionen")]
    strict: bool,
}

/// How findings are shown.
#[derive(clap::Args, Debug, Clone, Copy)]
pub struct FormArgs {
    /// Form der Meldungen: text, json, github, gitlab oder sarif
    #[arg(
        long = "format",
        value_name = "FORM",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Optionen"
    )]
    pub format: Format,
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
    let options = options(&args.site, Some(&args.look))?;
    let outcome = pipeline(&options)?;
    show(&outcome, &options.site, args.form.format, true)?;
    let (errors, warnings) = count(&outcome.findings);
    Ok(if errors > 0 || args.strict && warnings > 0 { FINDINGS } else { CLEAN })
}

/// Shows findings: machine forms on standard output; text on standard output for `check`, else on standard error.
pub fn show(outcome: &Outcome, site: &Path, format: Format, to_stdout: bool) -> Result<(), String> {
    show_findings(&outcome.findings, &outcome.site.snapshot, &prefix(site), format, to_stdout)
}

/// The same for findings in the files of any snapshot; `prefix` stands before their paths.
pub fn show_findings(
    findings: &[Finding],
    snapshot: &Snapshot,
    prefix: &str,
    format: Format,
    to_stdout: bool,
) -> Result<(), String> {
    match format {
        Format::Text => {
            let text = diagnostic::text(findings, snapshot, prefix, true);
            if to_stdout {
                return say::out(&text);
            }
            say::note(text.trim_end());
            Ok(())
        }
        Format::Json => say::out(&diagnostic::json_lines(findings)),
        Format::Github => say::out(&diagnostic::github(findings, prefix)),
        Format::Gitlab => say::out(&diagnostic::gitlab(findings, prefix)),
        Format::Sarif => say::out(&diagnostic::sarif(findings, prefix, &crate::rules::all())),
    }
}
