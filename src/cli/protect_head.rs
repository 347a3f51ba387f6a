//! What stands against protecting a table before any number is read: errors in the head of its report.
//!
//! Takes the site that the report stands in, or the report alone; gives the errors that `klartext check` finds there. A
//! key with a typo would be a rule that is silently missing: a share that nobody reckons with, a limit that is none.
//! Never judges numbers, and not who released the report when: that comes after protecting.

use super::today;
use crate::diagnostic::{Diagnostic, FieldPath, Finding, Place, Severity, Step, locate_all};
use crate::front;
use crate::kinds::{Parsed, read_settings};
use crate::rules::{self, privacy::Guarded};
use crate::site::assemble;
use crate::source::{LineIndex, Snapshot};
use crate::tables::Loaded;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is known only after protecting.
const LATER: [&str; 2] = ["freigabe", "veroeffentlicht_am"];
/// What tables rest on in `site.yaml`: which areas are the sum of which, which columns differ.
const GROUND: [&str; 2] = ["gebiete", "merkmale"];

/// Errors in the head of the report, and in what of `site.yaml` tables rest on.
///
/// # Errors
/// A day in the environment that is none, in German.
pub fn errors(snapshot: &Snapshot, parsed: &[Parsed], report: &str) -> Result<Vec<Finding>, String> {
    let here = parsed.iter().find(|p| *p.file == *report);
    let mut found: Vec<Diagnostic> = here.map_or_else(Vec::new, |p| p.findings.clone());
    let mut of_settings = Vec::new();
    let settings = read_settings(snapshot, &mut of_settings);
    let settings_file = Arc::clone(&settings.file);
    if snapshot.file(&settings_file).is_some() {
        let (snapshot, parsed) = (snapshot.clone(), parsed.to_vec());
        // Without tables: what is wrong with numbers is said when they are protected.
        let day = today::day(None)?;
        let site = assemble(snapshot, parsed, Loaded::default(), settings, BTreeMap::new(), day, true);
        found.extend(rules::check(&site, &mut Guarded::default()));
        found.extend(of_settings);
    }
    let text = snapshot.file(report).map_or("", |file| &file.text);
    let body = here.and_then(|p| p.entry.as_ref()).map_or(text.len(), |entry| entry.body_start());
    let line = LineIndex::new(text).line_column(text, body).0;
    let in_head = |d: &Diagnostic| match &d.place {
        Place::Span(span) => (span.start as usize) < body,
        Place::Point(at, _) => *at < line || body == text.len(),
        place => first_key(place).is_none_or(|key| !LATER.contains(&key)),
    };
    // Settings that cannot be read at all have no key.
    let ground = |d: &Diagnostic| first_key(&d.place).is_none_or(|key| GROUND.contains(&key));
    let counts = |d: &Diagnostic| if *d.file == *report { in_head(d) } else { d.file == settings_file && ground(d) };
    found.retain(|d| d.severity == Severity::Error && counts(d));
    Ok(locate_all(snapshot, found, front::locator))
}

/// The key at the top of the head that a place lies under.
fn first_key(place: &Place) -> Option<&str> {
    let (Place::Key(FieldPath(steps), _) | Place::Value(FieldPath(steps))) = place else { return None };
    match steps.first() {
        Some(Step::Key(key)) => Some(key),
        _ => None,
    }
}
