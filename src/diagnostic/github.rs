//! Findings as workflow commands of GitHub Actions, so that they stand beside the line in a pull request.

use super::{Finding, Severity};
use std::fmt::Write;

/// One `::error file=…::…` line a finding. `prefix` is the site folder as seen from the repository root.
pub fn github(findings: &[Finding], prefix: &str) -> String {
    let mut out = String::new();
    for f in findings {
        let level = match f.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let mut place = String::new();
        // Where no file is to blame there is no place either.
        if !f.file.is_empty() {
            let file = property(&format!("{prefix}{}", f.file));
            let (line, end_line, column, end_column) = (f.line, f.end_line, f.column, f.end_column);
            let _ = write!(place, "file={file},line={line},endLine={end_line},col={column},endColumn={end_column},");
        }
        let (code, text) = (property(f.code), data(&format!("{}\n{}", f.message, f.help)));
        let _ = writeln!(out, "::{level} {place}title={code}::{text}");
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
