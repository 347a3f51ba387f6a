//! From hits to findings: what is allowed is left out, what is found is hidden.

use super::says;
use crate::diagnostic::{Diagnostic, Place};
use crate::kinds::{Exception, Settings};
use crate::markdown::slug;
use crate::model::Signature;
use crate::privacy::{Flat, Form, Kind, Known, find, key};
use crate::source::{LineIndex, Span};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a site knows to be official, and its list of exceptions.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Guard {
    known: Known,
    exceptions: Vec<Exception>,
    today: Option<NaiveDate>,
    /// Whether the settings could not be read, so that any address may be an official one.
    blind: bool,
}

/// Findings, and which exceptions were needed.
#[derive(Clone, Default)]
pub struct Found {
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
    /// Places of exceptions in their list.
    pub used: BTreeSet<usize>,
}

impl Guard {
    /// A guard for a day. `signatures` are those that the agreement prints.
    pub fn new<'a>(
        settings: Option<&'a Settings>,
        signatures: impl Iterator<Item = &'a Signature>,
        today: Option<NaiveDate>,
    ) -> Guard {
        let mut known = Known::default();
        known.today = today;
        for partner in settings.into_iter().flat_map(|s| &s.partners) {
            known.address(&partner.address);
            let units = partner.units.iter().map(|u| &u.name);
            units
                .chain([&partner.name, &partner.short])
                .filter(|n| !is_person(n))
                .for_each(|name| known.organisation(name));
        }
        for (_, lines) in settings.iter().filter_map(|s| s.legal.as_ref()).flat_map(|l| &l.lines) {
            known.address(lines);
            for line in lines {
                find(line, &Known::default()).into_iter().for_each(|hit| known.contact(&line[hit.range]));
            }
        }
        signatures.for_each(|s| known.person(&s.name));
        let exceptions = settings.map_or(Vec::new(), |s| s.exceptions.clone());
        let blind = settings.is_some_and(|s| !s.readable);
        Guard { known, exceptions, today, blind }
    }

    /// A name that is none of a person: a body, an organisation.
    pub fn organisation(&mut self, name: &str) {
        if !is_person(name) {
            self.known.organisation(name);
        }
    }

    /// Whether a name is one of an organisation of the site.
    pub fn knows_organisation(&self, name: &str) -> bool {
        self.known.is_organisation(name)
    }

    /// The exception for a datum: its place in the list. One that is over holds only in the list itself, where another
    /// rule names it.
    fn exception(&self, kind: Kind, text: &str, in_list: bool) -> Option<usize> {
        let text = key(kind, text);
        self.exceptions.iter().position(|e| {
            let valid = in_list || self.today.is_none_or(|today| e.until.is_some_and(|until| today <= until));
            e.kind == kind && !kind.never_allowed() && valid && {
                let allowed = key(kind, &e.text);
                allowed == text || kind == Kind::Person && !allowed.is_empty() && text.ends_with(&allowed)
            }
        })
    }
}

/// Whether a name is that of a person and of nothing else: it is found as one from its beginning to its end.
fn is_person(name: &str) -> bool {
    let whole = |hit: &crate::privacy::Hit| hit.kind == Kind::Person && hit.range == (0..name.trim_end().len());
    find(name, &Known::default()).iter().any(whole)
}

/// Name of the list of exceptions.
pub(super) const LIST: &str = "erlaubt.yaml";

/// Findings in the text of a file. `shown` is whether the snapshot holds the text, so that bytes can be its places.
pub fn diagnose(guard: &Guard, file: &Arc<str>, text: &str, form: Form, shown: bool, out: &mut Found) {
    let flat = Flat::new(text, form);
    let mut lines = None;
    for hit in find(&flat.text, &guard.known) {
        let datum = &flat.text[hit.range.clone()];
        if guard.blind && matches!(hit.kind, Kind::Address | Kind::Phone | Kind::Email) {
            continue;
        }
        let in_list = **file == *LIST;
        if let Some(place) = guard.exception(hit.kind, datum, in_list) {
            // That the list names a datum is no need for it.
            if !in_list {
                out.used.insert(place);
            }
            continue;
        }
        let bytes = flat.source(hit.range.clone());
        let place = if shown {
            Place::Span(Span::new(bytes.start, bytes.end))
        } else {
            let lines = lines.get_or_insert_with(|| LineIndex::new(text));
            let (line, column) = lines.line_column(text, bytes.start);
            Place::Point(line, column)
        };
        let raw = text.get(bytes).unwrap_or(datum);
        out.diagnostics.push(finding(hit.kind, file, place, "", datum, raw));
    }
}

/// Findings in the name of a file.
pub fn diagnose_name(guard: &Guard, file: &Arc<str>, out: &mut Found) {
    let stem = file.rsplit_once('.').map_or(&**file, |(stem, _)| stem);
    let mut words = String::new();
    let mut capital = true;
    for c in stem.chars() {
        let gap = matches!(c, '-' | '_' | '+');
        match c {
            _ if gap => words.push(' '),
            '/' => words.push('\n'),
            c if capital => words.extend(c.to_uppercase()),
            c => words.push(c),
        }
        capital = gap || c == '/' || c == ' ';
    }
    for hit in find(&words, &guard.known).into_iter().filter(|h| !matches!(h.kind, Kind::Count)) {
        let datum = &words[hit.range.clone()];
        match guard.exception(hit.kind, datum, false) {
            Some(place) => {
                out.used.insert(place);
            }
            None => out.diagnostics.push(finding(hit.kind, file, Place::File, "Im Namen der Datei. ", datum, datum)),
        }
    }
}

fn finding(kind: Kind, file: &Arc<str>, place: Place, before: &str, datum: &str, raw: &str) -> Diagnostic {
    let says = says(kind);
    let message = format!("{before}{}: {}", says.what, kind.masked());
    let found =
        Diagnostic::new(says.rule, file, place, message, says.help).hiding(datum).hiding(raw).hiding(slug(datum));
    if !matches!(kind, Kind::Person | Kind::Attendance) {
        return found;
    }
    // Others may come by a part of a name: a misspelt word, an anchor.
    let parts = datum.split(|c: char| !c.is_alphabetic()).filter(|p| p.chars().count() > 3);
    parts.fold(found, |found, part| found.hiding(part).hiding(slug(part)))
}
