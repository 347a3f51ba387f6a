//! Options that several commands share, and German words for wrong ones.

use super::{CLEAN, TROUBLE, today};
use crate::pipeline::Options;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::path::PathBuf;
use std::process::ExitCode;

/// The site and the day.
#[derive(clap::Args, Debug, Clone)]
#[command(next_help_heading = "Optionen")]
pub struct SiteArgs {
    /// Ordner mit den Texten der Website
    #[arg(long, value_name = "ORDNER", default_value = "content", hide_default_value = true)]
    pub site: PathBuf,
    /// Tag, für den gebaut wird, zum Beispiel 2026-11-23 (sonst heute)
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
}

/// How the site looks and where it will stand.
#[derive(clap::Args, Debug, Clone)]
#[command(next_help_heading = "Optionen")]
pub struct LookArgs {
    /// Öffentliche Adresse statt der in site.yaml
    #[arg(long, value_name = "ADRESSE")]
    pub base_url: Option<String>,
    /// Name des Gestaltungs-Pakets
    #[arg(long, value_name = "NAME", default_value = crate::theme::STANDARD_NAME, hide_default_value = true)]
    pub theme: String,
}

/// Options of a run.
///
/// # Errors
/// A day or address that is none, in German.
pub fn options(site: &SiteArgs, look: Option<&LookArgs>, preview: bool) -> Result<Options, String> {
    let base_url = look.and_then(|l| l.base_url.as_deref()).map(base_url).transpose()?;
    Ok(Options {
        site: site.site.clone(),
        as_of: today::day(site.as_of.as_deref())?,
        base_url,
        theme: look.map_or(crate::theme::STANDARD_NAME, |l| &l.theme).to_owned(),
        preview,
    })
}

fn base_url(text: &str) -> Result<String, String> {
    let good = ["https://", "http://"]
        .iter()
        .any(|s| text.strip_prefix(s).is_some_and(|r| !r.is_empty() && !r.starts_with('/')));
    if !good || text.contains([' ', '"', '<', '>', '?', '#']) {
        return Err(format!("„{text}“ ist keine Adresse. Schreiben Sie sie ganz: https://www.beispiel.de/"));
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// Says in German what is wrong with the command line. Help and version come the same way and are no error.
pub fn usage_error(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        anstream::print!("{}", error.render().ansi().to_string().replace("Usage:", "Aufruf:"));
        return ExitCode::from(CLEAN);
    }
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => Some(s.clone()),
        Some(ContextValue::Strings(list)) => Some(list.join(", ")),
        _ => None,
    };
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = text(ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("Den Befehl „{name}“ gibt es nicht.")
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "Hier fehlt ein Befehl.".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("Hier fehlt eine Angabe: {argument}."),
        ErrorKind::UnknownArgument => format!("Die Angabe „{argument}“ gibt es hier nicht."),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_none_or(|v| v.is_empty()) => {
            format!("Bei {argument} fehlt der Wert.")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = text(ContextKind::InvalidValue).unwrap_or_default();
            let valid = text(ContextKind::ValidValue).map_or(String::new(), |v| format!(" Möglich sind: {v}."));
            format!("„{value}“ geht bei {argument} nicht.{valid}")
        }
        ErrorKind::ArgumentConflict => format!("Die Angabe {argument} ist doppelt oder passt nicht zu einer anderen."),
        _ => "Diese Angaben passen nicht zusammen.".to_owned(),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].into_iter().find_map(text);
    let near = near.map_or(String::new(), |n| format!(" Meinten Sie „{n}“?"));
    anstream::eprintln!("Fehler: {message}{near}\nHilfe: klartext --help");
    ExitCode::from(TROUBLE)
}
