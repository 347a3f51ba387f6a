//! Takes a source text and findings, gives the text with the safe fixes in it. Never touches a place twice in one round;
//! the caller lints and fixes again until nothing changes, so the result is stable.

use super::rule::{Finding, Fix};

/// Applies all safe fixes that do not overlap; gives the new text and how many were applied.
pub fn apply(source: &str, findings: &[Finding]) -> (String, usize) {
    let mut fixes: Vec<&Fix> = findings.iter().filter_map(|f| f.fix.as_ref()).filter(|f| f.safe).collect();
    fixes.sort_by_key(|f| (f.span.start, f.span.end));
    let mut out = String::with_capacity(source.len());
    let (mut at, mut count) = (0, 0);
    for fix in fixes {
        let (Some(before), Some(old)) = (source.get(at..fix.span.start), source.get(fix.span.clone())) else {
            continue;
        };
        if fix.span.start < at || old == fix.replacement {
            continue;
        }
        out.push_str(before);
        // A file keeps its kind of line ends.
        if source.contains("\r\n") && !fix.replacement.contains('\r') {
            out.push_str(&fix.replacement.replace('\n', "\r\n"));
        } else {
            out.push_str(&fix.replacement);
        }
        at = fix.span.end;
        count += 1;
    }
    out.push_str(source.get(at..).unwrap_or(""));
    (out, count)
}

/// Lints and fixes until nothing is left to fix safely. `lint` gives the findings of a text.
pub fn fix_all(source: &str, lint: impl Fn(&str) -> Vec<Finding>) -> (String, usize) {
    let (mut text, mut total) = (source.to_owned(), 0);
    // One round may uncover the next (a joined list of dates); ten rounds end any loop two rules could make.
    for _ in 0..10 {
        let (next, count) = apply(&text, &lint(&text));
        if count == 0 {
            break;
        }
        total += count;
        text = next;
    }
    (text, total)
}
