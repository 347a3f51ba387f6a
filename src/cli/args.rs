//! Options that several commands share, and German words for wrong ones.

use super::{CLEAN, TROUBLE, say, today};
use crate::pipeline::{Keep, Look, Memo, Options, Outcome};
use crate::source::refusal;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::io::ErrorKind as IoKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The site and the day.
#[derive(clap::Args, Debug, Clone)]
#[command(next_help_heading = "Optionen")]
pub struct SiteArgs {
    /// Ordner mit den Texten der Website (sonst content)
    #[arg(long, value_name = "ORDNER", default_value = "content", hide_default_value = true)]
    pub site: PathBuf,
    /// Tag, für den gebaut wird, zum Beispiel 2026-11-23 (sonst heute)
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
}

/// How the site looks.
#[derive(clap::Args, Debug, Clone)]
#[command(next_help_heading = "Optionen")]
pub struct LookArgs {
    /// Name des Gestaltungs-Pakets, eines Ordners in themes/ (sonst das mitgelieferte)
    #[arg(long, value_name = "NAME", default_value = crate::theme::STANDARD_NAME, hide_default_value = true)]
    pub theme: String,
}

/// Options of a run for the public.
///
/// # Errors
/// A day that is none, in German.
pub fn options(site: &SiteArgs, look: Option<&LookArgs>) -> Result<Options, String> {
    Ok(Options {
        site: site.site.clone(),
        as_of: today::day(site.as_of.as_deref())?,
        base_url: None,
        theme: look.map_or(crate::theme::STANDARD_NAME, |l| &l.theme).to_owned(),
        preview: false,
    })
}

/// Runs all stages but writing, and keeps no page.
///
/// # Errors
/// When the site folder cannot be read, in German.
pub fn pipeline(options: &Options) -> Result<Outcome, String> {
    let memo = &mut Memo::default();
    Ok(look(options)?.understand(options, memo).make(memo, Keep::Nothing))
}

/// Reads the site folder.
///
/// # Errors
/// When it cannot be read, in German.
pub fn look(options: &Options) -> Result<Look, String> {
    crate::pipeline::look(options).map_err(|e| {
        let site = options.site.display();
        match e.kind() {
            IoKind::NotFound => no_site(&options.site),
            IoKind::NotADirectory => format!("„{site}“ ist kein Ordner. Nennen Sie ihn so: --site ORDNER"),
            _ => format!("Der Ordner „{site}“ lässt sich nicht lesen: {}", refusal(&e)),
        }
    })
}

/// The message for a site folder that does not exist.
pub fn no_site(site: &Path) -> String {
    format!(
        "Den Ordner „{}“ gibt es nicht. Nennen Sie den Ordner mit den Texten: --site ORDNER. \
         Eine neue Website legt an: klartext init ORDNER",
        site.display()
    )
}

/// The site folder as a prefix of findings: as seen from where the command runs, with `/` at its end.
pub fn prefix(site: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let site = site.strip_prefix(&here).unwrap_or(site);
    let parts: Vec<_> = site.components().filter(|c| !matches!(c, std::path::Component::CurDir)).collect();
    let plain: PathBuf = parts.iter().collect();
    if plain.as_os_str().is_empty() { String::new() } else { format!("{}/", plain.display()) }
}

/// A public address given on the command line, with `/` at its end.
///
/// # Errors
/// A text that is no address, in German.
pub fn base_url(text: &str) -> Result<String, String> {
    crate::kinds::base_url(text)
        .ok_or_else(|| format!("„{text}“ ist keine Adresse. Schreiben Sie sie ganz: https://www.beispiel.de/"))
}

/// Which numbers an option takes, where the library says it: "99999 is not in 0..=65535".
fn range(error: &clap::Error) -> String {
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    match said.split_once(" is not in ").and_then(|(_, range)| range.split_once("..=")) {
        Some((low, high)) => format!(" Möglich sind Zahlen von {low} bis {high}."),
        None if said.contains("digit") => " Hier gehört eine ganze Zahl hin.".to_owned(),
        None => String::new(),
    }
}

/// Says in German what is wrong with the command line. Help and version come the same way and are no error.
pub fn usage_error(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let text = error.render().ansi().to_string().replace("Usage:", "Aufruf:").replace("[OPTIONS]", "[OPTIONEN]");
        return ExitCode::from(match say::out(&text) {
            Ok(()) => CLEAN,
            Err(_) => TROUBLE,
        });
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
        ErrorKind::MissingRequiredArgument => format!("Hier fehlt eine Angabe: {}.", argument.trim_end_matches("...")),
        ErrorKind::UnknownArgument => format!("Die Angabe „{argument}“ gibt es hier nicht."),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_none_or(|v| v.is_empty()) => {
            format!("Bei {argument} fehlt der Wert.")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = text(ContextKind::InvalidValue).unwrap_or_default();
            let valid = text(ContextKind::ValidValue).map_or_else(|| range(error), |v| format!(" Möglich sind: {v}."));
            format!("„{value}“ geht bei {argument} nicht.{valid}")
        }
        ErrorKind::ArgumentConflict => format!("Die Angabe {argument} ist doppelt oder passt nicht zu einer anderen."),
        _ => "Diese Angaben passen nicht zusammen.".to_owned(),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].into_iter().find_map(text);
    let near = near.map_or(String::new(), |n| format!(" Meinten Sie „{n}“?"));
    say::note(&format!("Fehler: {message}{near}\nHilfe: klartext --help"));
    ExitCode::from(TROUBLE)
}
