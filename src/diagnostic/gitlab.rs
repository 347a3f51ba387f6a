//! Findings as a GitLab code-quality report (a JSON array after the Code Climate model).

use super::{Finding, Severity};
use serde_json::{Value, json};

/// One JSON array. `prefix` is the site folder as seen from the repository root.
pub fn gitlab(findings: &[Finding], prefix: &str) -> String {
    let items: Vec<Value> = findings
        .iter()
        .map(|f| {
            let path = format!("{prefix}{}", f.file);
            // The line is left out: a finding that only moved is still the same finding.
            let print = blake3::hash(format!("{}\0{path}\0{}", f.code, f.message).as_bytes());
            let severity = match f.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            };
            json!({
                "description": format!("{} {}", f.message, f.help),
                "check_name": f.code,
                "fingerprint": print.to_hex().as_str(),
                "severity": severity,
                "location": { "path": path, "lines": { "begin": f.line, "end": f.end_line } },
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(items))
}
