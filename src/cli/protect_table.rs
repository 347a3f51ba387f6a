//! `klartext protect --table`: from the raw CSV of the office to the safe CSV beside the report.
//!
//! Writes nothing unless the whole table is safe. Never prints a raw number. Refuses raw tables and logs that lie where
//! they would be published: in a site folder or in a repository, whose history keeps them for good.

use super::replace::replace;
use super::{CLEAN, FINDINGS, say};
use crate::diagnostic::Place;
use crate::front;
use crate::kinds::{self, Data, TableDecl};
use crate::source::{FileType, LineIndex, SourceFile};
use crate::tables::raw::{Refused, Safe, protect_file};
use crate::tables::{Dialect, Problem, write};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Runs the command with files.
pub fn run(table: &Path, report: &Path, out: Option<&Path>, log: Option<&Path>) -> Result<u8, String> {
    refuse_public(table, "Die rohe Tabelle")?;
    if let Some(log) = log {
        refuse_public(log, "Das Protokoll")?;
    }
    let report_file = read(report, FileType::Markdown)?;
    let declared = declaration(&report_file, report)?;
    let out = out.map_or_else(|| report.with_file_name(&declared.file), Path::to_path_buf);
    let same = |a: &Path, b: &Path| whole(a) == whole(b);
    if same(&out, table) || log.is_some_and(|l| same(l, table) || same(l, &out)) || same(&out, report) {
        return Err("Rohe Tabelle, geschützte Tabelle, Bericht und Protokoll sind verschiedene Dateien.".to_owned());
    }
    let raw = read(table, FileType::Table)?;
    let safe = match protect_file(&raw, &declared, &report_file.path) {
        Ok(safe) => safe,
        Err(Refused::Unsafe(cell, why)) => {
            let cell = cell.filter(|c| !why.contains(c.as_str())).map_or(String::new(), |c| format!("{c}: "));
            say::note(&format!("{cell}{why}\nEs wurde nichts geschrieben."));
            return Ok(FINDINGS);
        }
        Err(Refused::Problems(problems)) => {
            for problem in &problems {
                say::note(&place(problem, &raw, &report_file));
            }
            say::note("Es wurde nichts geschrieben.");
            return Ok(FINDINGS);
        }
    };
    let cannot = |file: &Path, e: std::io::Error| format!("„{}“ lässt sich nicht schreiben: {e}", file.display());
    let text = protocol(&safe);
    if let Some(log) = log {
        replace(log, text.as_bytes()).map_err(|e| cannot(log, e))?;
    }
    replace(&out, &write(&safe.table, Dialect::Comma)).map_err(|e| cannot(&out, e))?;
    if log.is_none() {
        say::out(&text)?;
    }
    say::note(&format!("Geschützt: {}", out.display()));
    if safe.changes {
        say::note("Veränderungen gegen einen anderen Bericht prüft erst „klartext check“.");
    }
    Ok(CLEAN)
}

/// The table that a report declares.
fn declaration(file: &SourceFile, name: &Path) -> Result<TableDecl, String> {
    let entry = kinds::parse(file).entry;
    let Some(Data::Report(report)) = entry.map(|e| e.data) else {
        return Err(format!(
            "„{}“ ist kein Bericht, den Klartext lesen kann. Prüfen Sie ihn: klartext check",
            name.display()
        ));
    };
    report.table.ok_or_else(|| {
        format!(
            "Im Kopf von „{}“ fehlt „tabelle“, oder eine Angabe darin fehlt. Prüfen Sie ihn: klartext check",
            name.display()
        )
    })
}

fn read(path: &Path, file_type: FileType) -> Result<SourceFile, String> {
    let name = path.display();
    let bytes = fs::read(path).map_err(|e| format!("„{name}“ lässt sich nicht lesen: {e}"))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        format!("„{name}“ ist nicht in UTF-8 gespeichert. Speichern Sie die Datei mit der Kodierung UTF-8.")
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

/// A problem with its line and column.
fn place(problem: &Problem, raw: &SourceFile, report: &SourceFile) -> String {
    let file = if problem.file == raw.path { raw } else { report };
    let span = match &problem.place {
        Place::Span(span) => Some(*span),
        other => front::locate(&file.text, other),
    };
    let at = span.map_or((1, 1), |s| LineIndex::new(&file.text).line_column(&file.text, s.start as usize));
    format!("{}:{}:{}: {}\n  Abhilfe: {}", file.path, at.0, at.1, problem.message, problem.help)
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
