//! The form of a rule and of what it finds. A rule is one file: text, source, reason, wrong and right examples, check.
//! The examples are its tests and its help page.

use std::ops::Range;

use super::options::Options;
use super::report::Report;
use super::text::Text;
use crate::diagnostic::{Rule, Severity};

/// One rule.
pub struct RuleDoc {
    /// Code, severity in Leichte Sprache (a check may change it), title and reason.
    pub rule: Rule,
    /// How grave in standard language; `None`: the rule does not apply there.
    pub standard: Option<Severity>,
    /// The source: law, standard, handbook.
    pub source: &'static str,
    /// German: what the rule asks for.
    pub text: &'static str,
    /// German: what to do; the `help` of every finding without one of its own.
    pub help: &'static str,
    /// German: what the rule cannot see or where it may be wrong.
    pub blind: &'static str,
    /// Markdown texts with at least one finding of this rule.
    pub wrong: &'static [&'static str],
    /// Markdown texts without a finding of this rule.
    pub right: &'static [&'static str],
    /// Settings under which the examples hold.
    pub example_options: fn() -> Options,
    /// Looks at a text and reports.
    pub check: fn(&Text<'_>, &mut Report<'_>),
}

impl RuleDoc {
    /// The fields most rules share; a rule names the rest.
    pub const BASE: RuleDoc = RuleDoc {
        rule: Rule::BASE,
        standard: None,
        source: "",
        text: "",
        help: "",
        blind: "",
        wrong: &[],
        right: &[],
        example_options: Options::default,
        check: |_, _| {},
    };

    /// `easy/long-sentence`.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// The code without its group: `long-sentence`.
    pub fn name(&self) -> &'static str {
        self.code().split_once('/').map_or(self.code(), |(_, name)| name)
    }
}

impl std::fmt::Debug for RuleDoc {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// A change that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Bytes of the source to replace.
    pub span: Range<usize>,
    /// What to put there.
    pub replacement: String,
    /// Whether the meaning cannot change; only safe fixes are applied without asking.
    pub safe: bool,
}

/// One finding with its place.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static RuleDoc,
    /// How grave.
    pub severity: Severity,
    /// Bytes of the source.
    pub span: Range<usize>,
    /// German, plain words: what is wrong and how it is better.
    pub message: String,
    /// German: the remedy.
    pub help: String,
    /// A change that mends it, if one is known.
    pub fix: Option<Fix>,
    /// Findings of one rule with the same group are one problem: the first keeps its severity, the others are hints.
    pub group: Option<String>,
}
