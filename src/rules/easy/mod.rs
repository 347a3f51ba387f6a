//! Rules of Leichte Sprache: a text in, findings out. One file per rule; [`RULES`] lists them. A rule says "this breaks a
//! rule", never "this is Leichte Sprache": only a test by people with learning difficulties can say that.

pub mod linter;

mod abbreviation;
mod acronym;
mod address_as_prose;
mod all_caps;
mod compound_split_style;
mod cross_reference;
mod date_format;
mod direct_address;
mod figurative;
mod footnote;
mod foreign_word;
mod gender_form;
mod genitive;
mod headings;
mod hyphenation;
mod image_alt;
mod inconsistent_term;
mod indirect_speech;
mod infinitive_clause;
mod italic;
mod large_number;
mod legal_word;
mod link_text;
mod list_needed;
mod long_sentence;
mod long_word;
mod man;
mod negation;
mod nominal_style;
mod number_word;
mod one_sentence_per_line;
mod paragraph_length;
mod participle_attribute;
mod passive;
mod percent;
mod phone_format;
mod preterite;
mod relative_clause;
mod roman_numeral;
mod site;
mod special_char;
mod subclause;
mod subjunctive;
mod table;
mod time_format;
mod two_statements;
mod unexplained_term;
mod unused_suppression;

pub use linter::{Finding, Fix, Options, Profile, Register, RuleDoc};
pub use site::{check, site_options};

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::german::doc::TextDoc;
use crate::source::Span;
use linter::score::Score;
use linter::{Report, Text, suppress};
use std::sync::Arc;

/// All rules, in the order of their help pages.
pub static RULES: &[&RuleDoc] = &[
    &long_sentence::RULE,
    &one_sentence_per_line::RULE,
    &two_statements::RULE,
    &subclause::RULE,
    &relative_clause::RULE,
    &infinitive_clause::RULE,
    &participle_attribute::RULE,
    &passive::RULE,
    &subjunctive::RULE,
    &preterite::RULE,
    &genitive::RULE,
    &negation::RULE,
    &indirect_speech::RULE,
    &nominal_style::RULE,
    &long_word::RULE,
    &compound_split_style::RULE,
    &abbreviation::RULE,
    &acronym::RULE,
    &foreign_word::RULE,
    &legal_word::RULE,
    &unexplained_term::RULE,
    &inconsistent_term::RULE,
    &figurative::RULE,
    &gender_form::RULE,
    &man::RULE,
    &number_word::RULE,
    &roman_numeral::RULE,
    &large_number::RULE,
    &percent::RULE,
    &date_format::RULE,
    &time_format::RULE,
    &phone_format::RULE,
    &special_char::RULE,
    &all_caps::RULE,
    &italic::RULE,
    &hyphenation::RULE,
    &footnote::RULE,
    &cross_reference::RULE,
    &link_text::RULE,
    &paragraph_length::RULE,
    &headings::RULE,
    &list_needed::RULE,
    &direct_address::RULE,
    &address_as_prose::RULE,
    &table::RULE,
    &image_alt::RULE,
    &unused_suppression::RULE,
];

/// The rule with this code; the group may be left out.
pub fn rule(code: &str) -> Option<&'static RuleDoc> {
    RULES.iter().copied().find(|r| r.code() == code || r.name() == code)
}

/// All rules as the rest of the program knows them.
pub fn rules() -> Vec<&'static Rule> {
    RULES.iter().map(|r| &r.rule).chain([&site::WORD_LIST]).collect()
}

/// What a run gives.
#[derive(Debug)]
pub struct Outcome {
    /// Findings, by place.
    pub findings: Vec<Finding>,
    /// Their figures.
    pub score: Score,
}

/// Runs all rules on a text.
pub fn lint(doc: &TextDoc, options: &Options) -> Outcome {
    let text = Text::new(doc, options);
    let mut report = Report::new(doc, options, &long_sentence::RULE);
    let standard = options.register == Register::Standard;
    for rule in RULES.iter().copied() {
        let off = options.rules.get(rule.code()) == Some(&None);
        let applies = !standard || rule.standard.is_some();
        if applies && !off {
            report.rule(rule);
            (rule.check)(&text, &mut report);
        }
    }
    let mut findings = report.finish();
    for f in &mut findings {
        if let Some(Some(severity)) = options.rules.get(f.rule.code()) {
            f.severity = *severity;
        }
    }
    let mut suppressions = suppress::read(doc);
    suppress::apply(&mut suppressions, &mut findings);
    let mut report = Report::new(doc, options, &unused_suppression::RULE);
    unused_suppression::check(&suppressions, options, &mut report);
    findings.extend(report.finish());
    findings.sort_by(|a, b| (a.span.start, a.span.end, a.rule.code()).cmp(&(b.span.start, b.span.end, b.rule.code())));
    one_problem_once(&mut findings);
    findings.dedup_by(|a, b| a.span == b.span && std::ptr::eq(a.rule, b.rule));
    let score = Score::of(&findings, text.sentences().len());
    Outcome { findings, score }
}

/// Findings in a file's text as the rest of the program shows them.
pub fn diagnose(file: &Arc<str>, findings: &[Finding]) -> Vec<Diagnostic> {
    let diagnostic = |f: &Finding| Diagnostic {
        rule: &f.rule.rule,
        severity: f.severity,
        file: Arc::clone(file),
        place: Place::Span(Span::new(f.span.start, f.span.end)),
        message: f.message.clone(),
        help: f.help.clone(),
        secret: None,
    };
    findings.iter().map(diagnostic).collect()
}

/// The first finding of a group keeps its severity, the others become hints. Runs after suppression, so that a
/// suppressed first place does not hide the others.
fn one_problem_once(findings: &mut [Finding]) {
    let mut seen: HashSet<(&'static str, String)> = HashSet::new();
    for f in findings {
        if let Some(group) = f.group.take()
            && !seen.insert((f.rule.code(), group))
        {
            f.severity = Severity::Info;
        }
    }
}
