//! The linter on a site: on every twin in Leichte Sprache (`*.leicht.md`) and on every easy explanation of a word, with the
//! settings, the glossary and the word list of the site. Whether twins and reviews are in order is checked elsewhere.

use super::linter::adapter::markdown;
use super::linter::options::Term;
use super::{Options, Profile, Register, RuleDoc, diagnose, lint};
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::{UNKNOWN_KEY, nearest};
use crate::german::doc::BlockKind;
use crate::site::{EntryIndex, Site};
use crate::source::{FileType, SourceFile};
use rayon::prelude::*;
use std::sync::Arc;

/// A list of words that cannot be read.
pub static WORD_LIST: Rule = Rule {
    code: "easy/word-list",
    severity: Severity::Error,
    title: "Die Wörter-Liste für Leichte Sprache gibt es.",
    why: "Sonst prüft Klartext die Texte ohne die Wörter, die Sie erlaubt haben.",
    wrong: &[(
        "site.yaml",
        "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nleicht:\n  woerterliste: fehlt.txt\n",
    )],
    right: &[
        ("leichte-woerter.txt", "Gelnhausen\n"),
        (
            "site.yaml",
            "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nleicht:\n  woerterliste: leichte-woerter.txt\n",
        ),
    ],
};

/// The rule that has nothing to say where words are explained.
const UNEXPLAINED: &str = "easy/unexplained-term";

/// How the name of a twin in Leichte Sprache ends.
const TWIN: &str = ".leicht.md";

/// All easy texts of the site.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let options = options(site, out);
    let is_twin = |f: &&Arc<SourceFile>| f.file_type == FileType::Markdown && f.path.ends_with(TWIN);
    let twins = site.snapshot.files.par_iter().filter(is_twin);
    out.par_extend(twins.flat_map_iter(|f| diagnose(&f.path, &lint(&markdown(&f.text), &options).findings)));
    // Words that an explanation uses are explained beside it.
    let mut options = options;
    options.rules.insert(UNEXPLAINED.to_owned(), None);
    out.par_extend(site.terms.par_iter().flat_map_iter(|term| explanation(site, *term, &options)));
}

/// The linter's settings of the site, for commands that lint its texts one by one. What is wrong with them, `check` says.
pub fn site_options(site: &Site) -> Options {
    options(site, &mut Vec::new())
}

/// The settings of the site; what is wrong with them goes to `out`.
fn options(site: &Site, out: &mut Vec<Diagnostic>) -> Options {
    let settings = &site.settings.easy;
    let profile = if settings.duden { Profile::Duden } else { Profile::Bitv };
    let mut options = Options::new(Register::Leicht, profile);
    let mut wrong = |rule, place, message: String, help: String| {
        out.push(Diagnostic::new(rule, &site.settings.file, place, message, help));
    };
    let field = FieldPath::key("leicht");
    for (code, severity) in &settings.rules {
        if let Some(rule) = super::rule(code) {
            options.rules.insert(rule.code().to_owned(), *severity);
            continue;
        }
        let near = nearest(code, super::RULES.iter().map(|r| RuleDoc::code(r)));
        let near = near.map_or(String::new(), |n| format!("Meinten Sie „{n}“? "));
        let place = Place::Key(field.then("regeln").then(code), 0);
        let help = format!("{near}Alle Regeln zeigt: klartext explain");
        wrong(&UNKNOWN_KEY, place, format!("Die Regel „{code}“ gibt es nicht."), help);
    }
    if let Some(path) = &settings.words {
        let text = site.snapshot.file(path).and_then(|f| std::str::from_utf8(&f.bytes).ok());
        match text {
            Some(text) => options.add_words(text),
            None => wrong(
                &WORD_LIST,
                Place::Value(field.then("woerterliste")),
                format!("Die Wörter-Liste „{path}“ gibt es nicht, oder sie ist keine Text-Datei."),
                "Der Weg zählt vom Ordner der Website aus. Der Name endet auf .txt, die Kodierung ist UTF-8."
                    .to_owned(),
            ),
        }
    }
    options.glossary = glossary(site);
    options
}

fn glossary(site: &Site) -> Vec<Term> {
    let term = |index: &EntryIndex| {
        let data = site.term(*index)?;
        Some(Term {
            word: site.entries[*index].common.title.clone(),
            variants: data.also.clone(),
            avoid: Vec::new(),
            explanation: data.easy.join(" "),
        })
    };
    site.terms.iter().filter_map(term).collect()
}

/// Findings in the easy explanation of a word. They name the field: the words may stand in it in another form.
fn explanation(site: &Site, index: EntryIndex, options: &Options) -> Vec<Diagnostic> {
    let (Some(term), entry) = (site.term(index), &site.entries[index]) else { return Vec::new() };
    let mut options = options.clone();
    for word in std::iter::once(&entry.common.title).chain(&term.also) {
        options.add_words(word);
    }
    let text = term.easy.join("\n");
    let mut doc = markdown(&text);
    doc.structured = false;
    for block in &mut doc.blocks {
        block.kind = BlockKind::Glossary;
    }
    let found = lint(&doc, &options).findings;
    let sentence = |at: usize| text.get(..at).and_then(|before| term.easy.get(before.matches('\n').count()));
    let diagnostics = diagnose(&entry.file, &found).into_iter().zip(&found);
    diagnostics
        .map(|(mut diagnostic, finding)| {
            diagnostic.place = Place::Value(FieldPath::key("leicht"));
            if let Some(sentence) = sentence(finding.span.start).filter(|_| term.easy.len() > 1) {
                diagnostic.message = format!("{} Gemeint ist: „{sentence}“", diagnostic.message);
            }
            diagnostic
        })
        .collect()
}
