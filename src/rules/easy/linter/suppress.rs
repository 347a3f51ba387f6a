//! Takes the comments of a text and its findings, gives the findings that stay. A suppression needs a reason, and one
//! that hides nothing is a finding itself.
//!
//! `<!-- easy:ok long-word: Name vom Amt -->` holds for the next block, or inside a paragraph for the next line.
//! `<!-- easy:off genitive: Zitat -->` holds until `<!-- easy:on genitive -->` or the end. Several rules: `a, b`.

use std::ops::Range;

use super::rule::Finding;
use crate::german::doc::{Comment, TextDoc};

/// One suppression of the source.
#[derive(Debug)]
pub struct Suppression {
    /// Rule name without group.
    pub rule: String,
    /// Why; empty if the author gave none.
    pub reason: String,
    /// Bytes of the comment.
    pub comment: Range<usize>,
    scope: Range<usize>,
    used: bool,
}

impl Suppression {
    /// Whether it hid a finding.
    pub fn used(&self) -> bool {
        self.used
    }
}

/// All suppressions of a document.
pub fn read(doc: &TextDoc) -> Vec<Suppression> {
    let mut out: Vec<Suppression> = Vec::new();
    for comment in &doc.comments {
        let text = comment.text.trim();
        if let Some(rest) = text.strip_prefix("easy:ok") {
            add(&mut out, rest, comment, next_lines(doc, comment));
        } else if let Some(rest) = text.strip_prefix("easy:off") {
            add(&mut out, rest, comment, comment.source.end..usize::MAX);
        } else if let Some(rest) = text.strip_prefix("easy:on") {
            for name in names(rest.split(':').next().unwrap_or("")) {
                let open = out.iter_mut().rev().find(|s| s.rule == name && s.scope.end == usize::MAX);
                if let Some(s) = open {
                    s.scope.end = comment.source.start;
                }
            }
        }
    }
    out
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(|n| n.trim().trim_start_matches("easy/")).filter(|n| !n.is_empty())
}

fn add(out: &mut Vec<Suppression>, rest: &str, comment: &Comment, scope: Range<usize>) {
    let (rules, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let mut any = false;
    for rule in names(rules) {
        any = true;
        out.push(Suppression {
            rule: rule.to_owned(),
            reason: reason.trim().to_owned(),
            comment: comment.source.clone(),
            scope: scope.clone(),
            used: false,
        });
    }
    if !any {
        out.push(Suppression {
            rule: String::new(),
            reason: String::new(),
            comment: comment.source.clone(),
            scope: 0..0,
            used: false,
        });
    }
}

/// The source bytes that `easy:ok` speaks for.
fn next_lines(doc: &TextDoc, comment: &Comment) -> Range<usize> {
    let from = comment.source.end;
    for block in &doc.blocks {
        let (start, end) = (block.map.at(0), block.map.at(block.text.len()));
        if start >= from {
            return start..end.max(start + 1);
        }
        if end > from {
            // Inside a paragraph: up to the end of the first line with text after the comment.
            let mut seen = false;
            for (i, c) in block.text.char_indices().filter(|(i, _)| block.map.at(*i) >= from) {
                if c == '\n' && seen {
                    return from..block.map.at(i);
                }
                seen |= !c.is_whitespace();
            }
            if seen {
                return from..end;
            }
        }
    }
    0..0
}

/// Takes away the findings that a suppression with a reason speaks for, and notes its use.
pub fn apply(suppressions: &mut [Suppression], findings: &mut Vec<Finding>) {
    if suppressions.is_empty() {
        return;
    }
    findings.retain(|f| {
        let mut hidden = false;
        for s in suppressions.iter_mut() {
            if s.rule == f.rule.name() && !s.reason.is_empty() && s.scope.contains(&f.span.start) {
                s.used = true;
                hidden = true;
            }
        }
        !hidden
    });
}
