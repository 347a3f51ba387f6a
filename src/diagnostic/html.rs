//! Findings as a panel that the preview lays over a page. The published site never holds it.

use super::{Finding, count, summary};
use std::fmt::Write;

/// An HTML fragment with all findings; empty when there are none. Styled by the preview's own stylesheet.
pub fn overlay(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let (errors, _) = count(findings);
    let mut out = String::new();
    let open = if errors > 0 { " open" } else { "" };
    let _ = write!(out, "<details class=\"klartext-findings\"{open}><summary>{}</summary><ol>", summary(findings));
    for f in findings {
        let _ = write!(
            out,
            "<li class=\"klartext-{}\"><p><strong>{}</strong> {}</p><p><code>{}:{}:{}</code> <code>{}</code></p><p>Abhilfe: {}</p></li>",
            serde_json::to_value(f.severity).ok().as_ref().and_then(|v| v.as_str()).unwrap_or("info"),
            f.severity.german(),
            escape(&f.message),
            escape(&f.file),
            f.line,
            f.column,
            f.code,
            escape(&f.help),
        );
    }
    out.push_str("</ol></details>");
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
