//! Findings for people at a terminal: the line itself, a mark under the place, and the remedy.

use super::secret::blacked;
use super::{Finding, Severity, summary};
use crate::source::{LineIndex, Snapshot};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::fmt::Write;

/// Most bytes of lines that are shown with a finding. Of longer ones nobody sees more than a piece, and drawing them again for
/// each finding takes long.
const MOST_SHOWN: usize = 8 * 1024;

/// All findings as text with source lines, and a closing line that counts them.
/// `prefix` is the site folder; `color` asks for terminal colours.
pub fn text(findings: &[Finding], snapshot: &Snapshot, prefix: &str, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    // Findings come file by file: a long file's lines are counted once.
    let mut counted: Option<(&str, LineIndex)> = None;
    for f in findings {
        let name = f.severity.german();
        let level = match f.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let path = format!("{prefix}{}", f.file);
        let source = snapshot.file(&f.file).map_or("", |s| &s.text);
        let title = level.with_name(name).primary_title(f.message.as_str()).id(f.code);
        // A line of a table may hold the very number that nobody may see; messages go into logs.
        let table = f.file.ends_with(".csv");
        let plain = |out: &mut String| {
            let place = if f.file.is_empty() { String::new() } else { format!("{path}:{}:{}: ", f.line, f.column) };
            let _ = writeln!(out, "{place}{name}[{}]: {}", f.code, f.message);
            let _ = writeln!(out, "  = Abhilfe: {}\n", f.help);
        };
        if source.is_empty() || f.file.is_empty() || table {
            plain(&mut out);
            continue;
        }
        let lines = match counted.take() {
            Some((file, lines)) if file == &*f.file => lines,
            _ => LineIndex::new(source),
        };
        let start = lines.offset(source, f.line as usize, f.column as usize);
        let end = lines.offset(source, f.end_line as usize, f.end_column as usize).max(start);
        // The renderer reads all it is given, so it gets the lines of the finding alone.
        let first = lines.offset(source, f.line as usize, 1);
        let last = lines.offset(source, f.end_line as usize + 1, 1);
        counted = Some((&f.file, lines));
        if last - first > MOST_SHOWN {
            plain(&mut out);
            continue;
        }
        let (lines, range) = blacked(&source[first..last], first, start - first..end - first, &f.hidden);
        let snippet = Snippet::source(lines.as_str())
            .line_start(f.line as usize)
            .path(path.as_str())
            .annotation(AnnotationKind::Primary.span(range));
        let help = Level::HELP.with_name("Abhilfe").message(f.help.as_str());
        let group = Group::with_title(title).element(snippet).element(help);
        let _ = writeln!(out, "{}\n", renderer.render(&[group]));
    }
    let _ = writeln!(out, "{}", summary(findings));
    out
}
