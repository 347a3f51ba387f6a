//! `klartext new`.

use super::args::no_site;
use super::schema::{kind_names, unknown_kind};
use super::{CLEAN, TROUBLE, say};
use crate::front::template;
use crate::kinds::{KindDef, kind};
use crate::markdown::slug;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

/// Legt eine neue Seite mit einer Vorlage an
#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "ART", help_heading = "Angaben", help = format!("Art der Seite: {}", kind_names(None)))]
    art: String,
    /// Name der Seite, zum Beispiel "Psychiatriebeirat" oder 2026-03-12-kok
    #[arg(value_name = "NAME", help_heading = "Angaben")]
    name: String,
    /// Ordner mit den Texten der Website (sonst content)
    #[arg(
        long,
        value_name = "ORDNER",
        default_value = "content",
        hide_default_value = true,
        help_heading = "Optionen"
    )]
    site: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let Some(kind) = kind(&args.art) else {
        say::note(&unknown_kind(&args.art));
        return Ok(TROUBLE);
    };
    // `mkk/gremien/kok` names the folder too; a bare name goes to the kind's own folder.
    let (folder, name) = args.name.rsplit_once('/').unwrap_or((kind.folder, &args.name));
    if folder.split('/').any(|part| part == "..") || folder.starts_with('/') {
        return Err("Der Name darf nicht aus dem Ordner der Website herausführen.".to_owned());
    }
    if !args.site.is_dir() {
        return Err(no_site(&args.site));
    }
    let name = name.trim_end_matches(".md").trim();
    if !name.contains(char::is_alphanumeric) {
        return Err("Im Namen fehlt ein Buchstabe oder eine Ziffer.".to_owned());
    }
    let file = args.site.join(folder).join(format!("{}.md", slug(name)));
    let text = text(kind, name);
    let fail = |e: std::io::Error| format!("„{}“ lässt sich nicht anlegen: {e}", file.display());
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent).map_err(fail)?;
    }
    // `create_new` never overwrites, whatever happened since we looked.
    match fs::OpenOptions::new().write(true).create_new(true).open(&file) {
        Ok(mut new) => new.write_all(text.as_bytes()).map_err(fail)?,
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {
            return Err(format!("Die Datei „{}“ gibt es schon. Sie bleibt, wie sie ist.", file.display()));
        }
        Err(e) => return Err(fail(e)),
    }
    say::out(&format!("{}\n", file.display()))?;
    Ok(CLEAN)
}

/// The text of a new file.
fn text(kind: &KindDef, name: &str) -> String {
    let id = slug(name);
    let mut given = vec![("art", kind.name.to_owned()), ("id", id.clone()), ("entwurf", "true".to_owned())];
    if kind.name == "sitzung" {
        // 2026-03-12-kok holds the day and the body.
        if let Some((date, body)) = id.split_at_checked(10).filter(|(d, _)| crate::front::parse_date(d).is_some()) {
            given.push(("datum", date.to_owned()));
            if let Some(body) = body.strip_prefix('-').filter(|b| !b.is_empty()) {
                given.push(("gremium", body.to_owned()));
            }
        }
    } else {
        given.push(("titel", format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))));
    }
    format!("{}{}", template(&kind.fields, &given), kind.body)
}
