//! `klartext new`.

use super::args::no_site;
use super::folders::make_folders;
use super::schema::{kind_names, unknown_kind};
use super::{CLEAN, TROUBLE, say};
use crate::front::template;
use crate::kinds::{Data, Entry, KindDef, kind, parse};
use crate::markdown::{headings, slug};
use crate::source::{discover, refusal};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
        say::note(&unknown_kind(&args.art, None));
        return Ok(TROUBLE);
    };
    if kind.name == "fassung" {
        return twin(kind, args);
    }
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
    let stem = slug(name);
    if is_reserved(&stem) {
        return Err(format!("„{stem}“ darf unter Windows keine Datei heißen. Nehmen Sie einen anderen Namen."));
    }
    if let Some(day) = stem.get(..10).filter(|day| kind.name == "sitzung" && looks_like_day(day)) {
        super::today::day(Some(day))?;
    }
    let file = args.site.join(folder).join(format!("{stem}.md"));
    create(&file, &text(kind, name))
}

/// Names that belong to devices on Windows, with any ending.
fn is_reserved(stem: &str) -> bool {
    let numbered =
        |port: &str| stem.strip_prefix(port).is_some_and(|n| n.len() == 1 && n != "0" && n.parse::<u8>().is_ok());
    ["con", "prn", "aux", "nul"].contains(&stem) || numbered("com") || numbered("lpt")
}

/// Whether a text has the form of a day, whether or not the calendar has it.
fn looks_like_day(text: &str) -> bool {
    text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
}

/// Writes a file that must not be there yet.
fn create(file: &Path, text: &str) -> Result<u8, String> {
    let fail = |e: io::Error| format!("„{}“ lässt sich nicht anlegen: {}", file.display(), refusal(&e));
    let made = file.parent().map(make_folders).transpose().map_err(fail)?.flatten();
    let tidy = |e: io::Error| {
        if let Some(folder) = &made {
            let _ = fs::remove_dir_all(folder);
        }
        fail(e)
    };
    // `create_new` never overwrites, whatever happened since we looked.
    match fs::OpenOptions::new().write(true).create_new(true).open(file) {
        Ok(mut new) => new.write_all(text.as_bytes()).and_then(|()| new.sync_all()).map_err(|e| {
            // Half a page would be taken for a whole one.
            let _ = fs::remove_file(file);
            tidy(e)
        })?,
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {
            return Err(format!("Die Datei „{}“ gibt es schon. Sie bleibt, wie sie ist.", file.display()));
        }
        Err(e) => return Err(tidy(e)),
    }
    say::out(&format!("{}\n", file.display()))?;
    Ok(CLEAN)
}

/// A twin in Leichte Sprache beside the page that `NAME` names, with the page's headings and their anchors.
fn twin(kind: &KindDef, args: &Args) -> Result<u8, String> {
    let stem = args.name.trim_end_matches(".md");
    let snapshot = discover(&args.site).map_err(|_| no_site(&args.site))?;
    let source = snapshot.file(&format!("{stem}.md")).and_then(|file| parse(file).entry);
    let is_twin = |entry: &Arc<Entry>| matches!(entry.data, Data::Twin(_));
    if source.as_ref().is_some_and(is_twin) {
        return Err(format!("„{stem}.md“ ist selbst eine Fassung. Nennen Sie die Seite, zu der sie gehört."));
    }
    let Some(source) = source else {
        return Err(format!(
            "Die Seite „{stem}.md“ gibt es nicht. Nennen Sie die Datei, zu der die Fassung gehört, zum Beispiel gremien/kok.md"
        ));
    };
    let title = format!("\"{}\"", source.common.title.replace('\\', "\\\\").replace('"', "\\\""));
    let given = [("art", kind.name.to_owned()), ("titel", title), ("entwurf", "true".to_owned())];
    let mut text =
        format!("{}\nSchreiben Sie hier den Anfang.\nIn jeder Zeile steht ein Satz.\n", template(&kind.fields, &given));
    for heading in headings(&source.document).into_iter().filter(|h| h.level == 2) {
        text.push_str(&format!("\n## {} {{#{}}}\n\nSchreiben Sie hier den Abschnitt.\n", heading.text, heading.id));
    }
    create(&args.site.join(format!("{stem}.leicht.md")), &text)
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
