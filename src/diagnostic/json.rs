//! Findings as JSON Lines: one object a line, keys as documented in `docs/formate.md`.

use super::{Finding, Severity};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    severity: Severity,
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    message: &'a str,
    help: &'a str,
}

/// One JSON object a finding, each on its own line.
pub fn json_lines(findings: &[Finding]) -> String {
    let mut out = String::new();
    for f in findings {
        let line = Line {
            code: f.code,
            severity: f.severity,
            file: &f.file,
            line: f.line,
            column: f.column,
            end_line: f.end_line,
            end_column: f.end_column,
            message: &f.message,
            help: &f.help,
        };
        // A struct of texts and numbers always serialises; an empty line would be the worst case.
        out.push_str(&serde_json::to_string(&line).unwrap_or_default());
        out.push('\n');
    }
    out
}
