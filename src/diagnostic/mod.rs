//! Takes what a stage found wrong, gives it a place, an order and a form: text, JSON Lines, GitHub, GitLab, SARIF, HTML.
//! It never decides what is wrong: rules live where the knowledge is, here are only their shape and their voice.

mod github;
mod gitlab;
mod html;
mod json;
mod sarif;
mod secret;
mod text;

pub use github::github;
pub use gitlab::gitlab;
pub use html::overlay;
pub use json::json_lines;
pub use sarif::sarif;
pub use text::text;

use secret::Secrets;

use crate::source::{LineIndex, Snapshot, Span};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// How bad a finding is. Only errors keep a site from being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site is not written.
    Error,
    /// The site is written; somebody should mend it.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The German word for editors.
    pub fn german(self) -> &'static str {
        match self {
            Severity::Error => "Fehler",
            Severity::Warning => "Warnung",
            Severity::Info => "Hinweis",
        }
    }
}

/// Files of a small site, as (path, content); laid over a base site they make one example of a rule.
pub type Example = &'static [(&'static str, &'static str)];

/// Stands for the path of an example that no text of a file can show (a link, a picture, four megabytes): words tell it.
pub const IN_WORDS: &str = "";

/// Whether an example is told in words.
pub fn is_told(example: Example) -> bool {
    example.first().is_some_and(|(path, _)| *path == IN_WORDS)
}

/// A rule as data: the code in findings, the page of `klartext explain`, and its own tests in one.
#[derive(Debug)]
pub struct Rule {
    /// `group/name`, English, stable.
    pub code: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
    /// What the rule wants, one German sentence.
    pub title: &'static str,
    /// Why it is a rule, German, for editors.
    pub why: &'static str,
    /// Files that break it.
    pub wrong: Example,
    /// The same files, mended.
    pub right: Example,
}

impl Rule {
    /// An empty warning without examples: for rules that are made of it and have examples of another form.
    pub const BASE: Rule = Rule { code: "", severity: Severity::Warning, title: "", why: "", wrong: &[], right: &[] };
}

/// One step into front matter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// The n-th entry of a list, from 0.
    Index(usize),
}

/// The way to a value in front matter, e.g. `agenda[1].nr`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FieldPath(pub Vec<Step>);

impl FieldPath {
    /// The path of a key at the top.
    pub fn key(key: &str) -> Self {
        FieldPath(vec![Step::Key(key.to_owned())])
    }

    /// This path and one key more.
    pub fn then(&self, key: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(key.to_owned()));
        FieldPath(steps)
    }

    /// This path and one list entry more.
    pub fn at(&self, index: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Index(index));
        FieldPath(steps)
    }
}

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A line and column that are known already, both from 1.
    Point(u32, u32),
    /// A range of bytes.
    Span(Span),
    /// The key of a front-matter field; the second number picks the n-th of doubled keys, from 0.
    Key(FieldPath, usize),
    /// The value of a front-matter field.
    Value(FieldPath),
}

/// Texts that no output may repeat.
#[derive(Debug, Clone, Default)]
pub struct Secret(pub Vec<String>);

/// Something found wrong, not yet located.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// Mostly the rule's; a finding may be milder.
    pub severity: Severity,
    /// Path below the site folder; empty when no file is to blame.
    pub file: Arc<str>,
    /// Where in it.
    pub place: Place,
    /// What is wrong, German.
    pub message: String,
    /// How to mend it, German.
    pub help: String,
    /// What no output may repeat: data of a person, as found. Nearly all findings have none, so it takes little room.
    pub secret: Option<Box<Secret>>,
}

impl Diagnostic {
    /// A finding of `rule` with the rule's own severity.
    pub fn new(
        rule: &'static Rule,
        file: &Arc<str>,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Diagnostic {
            rule,
            severity: rule.severity,
            file: Arc::clone(file),
            place,
            message: message.into(),
            help: help.into(),
            secret: None,
        }
    }

    /// The same finding about something that no output may repeat, neither in words nor in the line it shows.
    pub fn hiding(mut self, secret: impl Into<String>) -> Self {
        self.secret.get_or_insert_default().0.push(secret.into());
        self
    }
}

/// A finding with line and column, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path below the site folder; empty when no file is to blame.
    pub file: Arc<str>,
    /// First line, from 1.
    pub line: u32,
    /// First column, from 1, in characters.
    pub column: u32,
    /// Last line, from 1.
    pub end_line: u32,
    /// Column after the last character, from 1.
    pub end_column: u32,
    /// How bad.
    pub severity: Severity,
    /// `group/name`.
    pub code: &'static str,
    /// What is wrong, German.
    pub message: String,
    /// How to mend it, German.
    pub help: String,
    /// Bytes of the file that must not be seen where its lines are shown.
    pub hidden: Arc<[Span]>,
}

/// Gives every diagnostic its line and column, sorts them by file and place, drops doubles, and blacks out what no output
/// may repeat: in messages, in names of files, and in the lines that are shown. `locator` reads a file's text and gives what
/// looks up the bytes of a front-matter field in it; a room below knows how (`front::locator`).
pub fn locate_all<'a, L: Fn(&Place) -> Option<Span>>(
    snapshot: &'a Snapshot,
    diagnostics: Vec<Diagnostic>,
    locator: impl Fn(&'a str) -> L,
) -> Vec<Finding> {
    let mut secrets = Secrets::default();
    let mut read: HashMap<Arc<str>, (LineIndex, L)> = HashMap::new();
    let mut findings: Vec<Finding> = diagnostics
        .into_iter()
        .map(|d| {
            let text: &str = snapshot.file(&d.file).map_or("", |f| &f.text);
            let (index, locate) =
                read.entry(Arc::clone(&d.file)).or_insert_with(|| (LineIndex::new(text), locator(text)));
            let span = match &d.place {
                Place::File | Place::Point(..) => None,
                Place::Span(span) => Some(*span),
                field => locate(field),
            };
            secrets.add(&d, span);
            let ((line, column), (end_line, end_column)) = match (&d.place, span) {
                (Place::Point(line, column), _) => ((*line, *column), (*line, *column)),
                (_, Some(span)) => {
                    (index.line_column(text, span.start as usize), index.line_column(text, span.end as usize))
                }
                _ => ((1, 1), (1, 1)),
            };
            let Diagnostic { file, severity, rule, message, help, .. } = d;
            let (code, hidden) = (rule.code, Arc::default());
            Finding { file, line, column, end_line, end_column, severity, code, message, help, hidden }
        })
        .collect();
    if !secrets.is_empty() {
        let mut hidden: HashMap<Arc<str>, Arc<[Span]>> = HashMap::new();
        let mut known = HashMap::new();
        for finding in &mut findings {
            let text = snapshot.file(&finding.file).map_or("", |f| &f.text);
            let file = Arc::clone(&finding.file);
            let spans = hidden.entry(Arc::clone(&file)).or_insert_with(|| secrets.in_text(&file, text));
            secrets.black_out(finding, spans, &mut known);
        }
    }
    findings.sort();
    findings.dedup();
    findings
}

/// How many errors and warnings a list holds.
pub fn count(findings: &[Finding]) -> (usize, usize) {
    let of = |s| findings.iter().filter(|f| f.severity == s).count();
    (of(Severity::Error), of(Severity::Warning))
}

/// How many findings of each severity there are, in words: "1 Fehler, 2 Warnungen, 0 Hinweise".
pub fn summary(findings: &[Finding]) -> String {
    let (errors, warnings) = count(findings);
    let infos = findings.len() - errors - warnings;
    let (warning, info) =
        (if warnings == 1 { "Warnung" } else { "Warnungen" }, if infos == 1 { "Hinweis" } else { "Hinweise" });
    format!("{errors} Fehler, {warnings} {warning}, {infos} {info}")
}
