//! Findings as SARIF 2.1.0 (OASIS standard), for code-scanning views and editors.

use super::{Finding, Rule, Severity};
use serde_json::{Value, json};

/// One SARIF log. `prefix` is the site folder as seen from the repository root; `rules` are those that may be named.
pub fn sarif(findings: &[Finding], prefix: &str, rules: &[&Rule]) -> String {
    let used: Vec<&&Rule> = rules.iter().filter(|r| findings.iter().any(|f| f.code == r.code)).collect();
    let level = |severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    };
    let rules: Vec<Value> = used
        .iter()
        .map(|r| {
            json!({
                "id": r.code,
                "shortDescription": { "text": r.title },
                "fullDescription": { "text": r.why },
                "defaultConfiguration": { "level": level(r.severity) },
            })
        })
        .collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|f| {
            let place = json!({ "physicalLocation": {
                "artifactLocation": { "uri": uri(&format!("{prefix}{}", f.file)) },
                "region": { "startLine": f.line, "startColumn": f.column, "endLine": f.end_line, "endColumn": f.end_column },
            }});
            // Where no file is to blame there is no place either.
            let places: Vec<Value> = (!f.file.is_empty()).then_some(place).into_iter().collect();
            json!({
                "ruleId": f.code,
                "level": level(f.severity),
                "message": { "text": format!("{}\n{}", f.message, f.help) },
                "locations": places,
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "klartext", "version": env!("CARGO_PKG_VERSION"), "language": "de", "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// A path as a relative URI (RFC 3986): everything but unreserved characters and `/` is percent-encoded.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
