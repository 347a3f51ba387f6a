//! Findings as a GitLab code-quality report (a JSON array after the Code Climate model).

use super::{Finding, Severity};
use serde_json::{Value, json};
use std::collections::HashMap;

/// One JSON array. `prefix` is the site folder as seen from the repository root.
pub fn gitlab(findings: &[Finding], prefix: &str) -> String {
    let mut seen: HashMap<(&str, &str, &str), u32> = HashMap::new();
    let items: Vec<Value> = findings
        .iter()
        .map(|f| {
            let path = format!("{prefix}{}", f.file);
            // The line is left out: a finding that only moved is still the same finding. The count keeps two of the same
            // words in one file apart, of which GitLab would show one.
            let count = seen.entry((f.code, &f.file, &f.message)).and_modify(|n| *n += 1).or_insert(0);
            let print = blake3::hash(format!("{}\0{path}\0{}\0{count}", f.code, f.message).as_bytes());
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
