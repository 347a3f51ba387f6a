//! `klartext protect --table`: from the raw CSV of the office to the safe CSV beside the report.
//!
//! Writes nothing unless the head of the report has no error ([`protect_head`]) and the whole table is safe. Never prints a
//! raw number. Refuses raw tables and logs that lie where they would be published: in a site folder or in a repository,
//! whose history keeps them for good.

use super::check::{Format, show_findings};
use super::replace::replace;
use super::{CLEAN, FINDINGS, protect_head, say};
use crate::diagnostic::Place;
use crate::emit::is_ours;
use crate::front;
use crate::kinds::{self, Data, Entry, Parsed, TableDecl};
use crate::source::{FileType, LineIndex, Snapshot, SourceFile, discover, refusal};
use crate::tables::raw::{Input, Refused, Safe, protect_file};
use crate::tables::{Dialect, Problem, write};
use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files of the command.
pub struct Files<'a> {
    /// The raw table.
    pub table: &'a Path,
    /// The report that declares it.
    pub report: &'a Path,
    /// What each contributor gives to each cell.
    pub contributions: Option<&'a Path>,
    /// The safe table, if not beside the report.
    pub out: Option<&'a Path>,
    /// The protocol, if not on the screen.
    pub log: Option<&'a Path>,
}

/// Runs the command with files.
pub fn run(files: &Files<'_>) -> Result<u8, String> {
    let Files { table, report, contributions, log, .. } = *files;
    refuse_public(table, "Die rohe Tabelle")?;
    if let Some(file) = contributions {
        refuse_public(file, "Die Datei mit den Beiträgen")?;
    }
    if let Some(log) = log {
        refuse_public(log, "Das Protokoll")?;
    }
    let site = Surroundings::of(report)?;
    let wrong = protect_head::errors(&site.snapshot, &site.parsed, &site.report)?;
    if !wrong.is_empty() {
        show_findings(&wrong, &site.snapshot, &site.prefix, Format::Text, false)?;
        say::note("Es wurde nichts geschrieben.");
        return Ok(FINDINGS);
    }
    let entry = site.parsed.iter().filter_map(|p| p.entry.as_ref()).find(|e| e.file == site.report);
    let (entry, declared) = declaration(entry.map(Arc::as_ref), report)?;
    let out = files.out.map_or_else(|| report.with_file_name(&declared.file), Path::to_path_buf);
    if let Some(folder) = finished_site(&out) {
        return Err(format!(
            "Die geschützte Tabelle käme in den Ordner einer fertigen Website ({}). Dorthin schreibt sie `klartext build`, \
             wenn alles geprüft ist. Lassen Sie --out weg: Dann liegt sie neben dem Bericht.",
            folder.display()
        ));
    }
    if out.extension().is_none_or(|e| !e.eq_ignore_ascii_case("csv")) {
        return Err(format!(
            "„{}“ ist keine CSV-Datei. Der Name der geschützten Tabelle endet auf .csv.",
            out.display()
        ));
    }
    let same = |a: &Path, b: &Path| whole(a) == whole(b);
    let mut given = vec![table, report, &out];
    given.extend(contributions.into_iter().chain(log));
    if given.iter().enumerate().any(|(n, a)| given[..n].iter().any(|b| same(a, b))) {
        return Err(
            "Rohe Tabelle, geschützte Tabelle, Bericht, Beiträge und Protokoll sind verschiedene Dateien.".to_owned()
        );
    }
    let raw = read(table, FileType::Table)?;
    let contributions = contributions.map(|file| read(file, FileType::Table)).transpose()?;
    let input = Input {
        raw: &raw,
        contributions: contributions.as_ref(),
        site: &site.snapshot,
        parsed: &site.parsed,
        report: entry,
        table: declared,
    };
    let safe = match protect_file(&input) {
        Ok(safe) => safe,
        Err(Refused::Unsafe(cell, why)) => {
            let cell = cell.filter(|c| !why.contains(c.as_str())).map_or(String::new(), |c| format!("{c}: "));
            say::note(&format!("{cell}{why}\nEs wurde nichts geschrieben."));
            return Ok(FINDINGS);
        }
        Err(Refused::Problems(problems)) => {
            let office = [Some(&raw), contributions.as_ref()];
            let mut lines = HashMap::new();
            for problem in &problems {
                let of_office = office.into_iter().flatten().find(|f| f.path == problem.file);
                let of_site = site.snapshot.file(&problem.file).map(|f| (site.prefix.as_str(), &**f));
                say::note(&place(problem, of_office.map(|f| ("", f)).or(of_site), &mut lines));
            }
            say::note("Es wurde nichts geschrieben.");
            return Ok(FINDINGS);
        }
    };
    let cannot =
        |file: &Path, e: std::io::Error| format!("„{}“ lässt sich nicht schreiben: {}", file.display(), refusal(&e));
    let text = protocol(&safe);
    replace(&out, &write(&safe.table, Dialect::Comma)).map_err(|e| cannot(&out, e))?;
    if let Some(log) = log {
        replace(log, text.as_bytes()).map_err(|e| cannot(log, e))?;
    }
    if log.is_none() {
        say::out(&text)?;
    }
    say::note(&format!("Geschützt: {}", out.display()));
    for id in &safe.waiting {
        say::note(&format!(
            "Der verbundene Bericht „{id}“ hat noch keine geschützte Tabelle. Schützen Sie ihn als Nächstes."
        ));
    }
    Ok(CLEAN)
}

/// What a reader has beside the report: the site folder that it stands in, or the report alone.
struct Surroundings {
    snapshot: Snapshot,
    parsed: Vec<Parsed>,
    /// The report below the site folder.
    report: Arc<str>,
    /// What stands before such paths, seen from the working folder.
    prefix: String,
}

impl Surroundings {
    fn of(report: &Path) -> Result<Surroundings, String> {
        let place = whole(report);
        let site = place.ancestors().skip(1).find(|folder| folder.join("site.yaml").is_file());
        let inside = site.and_then(|folder| {
            let below: Vec<_> = place.strip_prefix(folder).ok()?.iter().map(|p| p.to_string_lossy()).collect();
            let (snapshot, below) = (discover(folder).ok()?, below.join("/"));
            let file: Arc<str> = Arc::clone(&snapshot.file(&below)?.path);
            Some((snapshot, file))
        });
        let (snapshot, file) = match inside {
            Some(found) => found,
            None => {
                let file = read(report, FileType::Markdown)?;
                let path = Arc::clone(&file.path);
                (Snapshot { files: vec![Arc::new(file)], ..Snapshot::default() }, path)
            }
        };
        let pages = snapshot.files.iter().filter(|f| f.file_type == FileType::Markdown);
        let parsed = pages.map(|f| kinds::parse(f)).collect();
        let prefix = report.to_string_lossy().strip_suffix(&*file).unwrap_or_default().to_owned();
        Ok(Surroundings { snapshot, parsed, report: file, prefix })
    }
}

/// The table that a report declares.
fn declaration<'a>(entry: Option<&'a Entry>, name: &Path) -> Result<(&'a Entry, &'a TableDecl), String> {
    let name = name.display();
    let Some((entry, Data::Report(report))) = entry.map(|e| (e, &e.data)) else {
        return Err(format!("„{name}“ ist kein Bericht, den Klartext lesen kann. Prüfen Sie ihn: klartext check"));
    };
    let table = report.table.as_ref().ok_or_else(|| {
        format!("Im Kopf von „{name}“ fehlt „tabelle“, oder eine Angabe darin fehlt. Prüfen Sie ihn: klartext check")
    })?;
    Ok((entry, table))
}

/// How spreadsheets are made to write what [`read`] reads.
const SAVE: &str =
    "in Excel „Speichern unter“ mit dem Dateityp „CSV UTF-8“, in LibreOffice „Text CSV“ mit dem Zeichensatz „UTF-8“.";

fn read(path: &Path, file_type: FileType) -> Result<SourceFile, String> {
    let name = path.display();
    let bytes = fs::read(path).map_err(|e| match e.kind() {
        ErrorKind::NotFound => format!("„{name}“ gibt es nicht."),
        _ => format!("„{name}“ lässt sich nicht lesen: {}", refusal(&e)),
    })?;
    let text = String::from_utf8(bytes).map_err(|e| match file_type {
        FileType::Table if e.as_bytes().starts_with(b"PK\x03\x04") => {
            format!("„{name}“ ist eine Datei eines Tabellen-Programms. Speichern Sie sie als CSV: {SAVE}")
        }
        FileType::Table => {
            format!("„{name}“ ist nicht in UTF-8 gespeichert. Speichern Sie die Datei noch einmal: {SAVE}")
        }
        _ => format!("„{name}“ ist nicht in UTF-8 gespeichert. Speichern Sie die Datei mit der Kodierung UTF-8."),
    })?;
    let bare = text.strip_prefix('\u{feff}');
    let (marked, text) = (bare.is_some(), bare.unwrap_or(&text).into());
    let path: Arc<str> = path.to_string_lossy().into();
    Ok(SourceFile { path, file_type, text, marked, bytes: Arc::from([]), hash: [0; 32] })
}

/// A path with all links followed, as far as it exists.
fn whole(path: &Path) -> PathBuf {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::canonicalize(path)
        .or_else(|_| fs::canonicalize(parent).map(|p| p.join(path.file_name().unwrap_or_default())))
        .unwrap_or_else(|_| path.to_path_buf())
}

/// Refuses a file that would be published where it lies.
fn refuse_public(path: &Path, what: &str) -> Result<(), String> {
    let place = whole(path);
    for folder in place.ancestors().skip(1) {
        let why = if folder.join("site.yaml").is_file() {
            "im Ordner der Website"
        } else if folder.join(".git").exists() {
            "in einem Git-Ordner"
        } else if is_ours(folder) {
            "im Ordner einer fertigen Website"
        } else {
            continue;
        };
        return Err(format!(
            "{what} liegt {why} ({}). Was dort liegt, kann öffentlich werden, und die Geschichte des Ordners behält es \
             für immer. Legen Sie die Datei in einen Ordner, den nur das Amt lesen kann.",
            folder.display()
        ));
    }
    Ok(())
}

/// The output folder of an earlier build that a file lies in.
fn finished_site(path: &Path) -> Option<PathBuf> {
    whole(path).ancestors().skip(1).find(|folder| is_ours(folder)).map(Path::to_path_buf)
}

/// A problem with its line and column; the lines of each file are counted once.
fn place(problem: &Problem, file: Option<(&str, &SourceFile)>, lines: &mut HashMap<Arc<str>, LineIndex>) -> String {
    let (prefix, text) = file.map_or(("", ""), |(prefix, f)| (prefix, &*f.text));
    let lines = lines.entry(Arc::clone(&problem.file)).or_insert_with(|| LineIndex::new(text));
    let at = match &problem.place {
        Place::Point(line, column) => (*line, *column),
        Place::Span(span) => lines.line_column(text, span.start as usize),
        other => {
            let span = front::locate(text, other);
            span.map_or((1, 1), |s| lines.line_column(text, s.start as usize))
        }
    };
    format!("{prefix}{}:{}:{}: {}\n  Abhilfe: {}", problem.file, at.0, at.1, problem.message, problem.help)
}

/// Which cells are withheld and for which kind of reason; no number.
fn protocol(safe: &Safe) -> String {
    let mut out = String::from("Nur für das Amt: Dieses Protokoll verrät, welche Zahlen klein sind.\n");
    let all = safe.table.rows.len();
    let _ = match safe.withheld.len() {
        0 if safe.table.has_rounded() => writeln!(out, "Alle {all} Zahlen sind auf 5 gerundet."),
        0 => writeln!(out, "Keine von {all} Zahlen ist geheim."),
        1 => writeln!(out, "1 von {all} Zahlen ist geheim:"),
        n => writeln!(out, "{n} von {all} Zahlen sind geheim:"),
    };
    for (cell, reason) in &safe.withheld {
        let _ = writeln!(out, "- {cell}: {reason}");
    }
    if !safe.withheld.is_empty() && !safe.fewest {
        out.push_str("Die Tabelle ist sicher. Ob auch weniger geheime Zahlen gereicht hätten, ist nicht bewiesen.\n");
    }
    out
}
