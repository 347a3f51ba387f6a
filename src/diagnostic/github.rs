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
        let _ = writeln!(
            out,
            "::{level} file={},line={},endLine={},col={},endColumn={},title={}::{}",
            property(&format!("{prefix}{}", f.file)),
            f.line,
            f.end_line,
            f.column,
            f.end_column,
            property(f.code),
            data(&format!("{}\n{}", f.message, f.help)),
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
