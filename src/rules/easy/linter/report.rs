//! Where rules put what they find. Never decides: it only fills in severity, place and help.

use std::ops::Range;

use super::options::{Options, Register};
use super::rule::{Finding, Fix, RuleDoc};
use crate::diagnostic::Severity;
use crate::german::doc::TextDoc;

/// The findings of one run, in the making.
pub struct Report<'a> {
    doc: &'a TextDoc,
    options: &'a Options,
    rule: &'static RuleDoc,
    found: Vec<Finding>,
}

impl<'a> Report<'a> {
    /// An empty report on a document.
    pub fn new(doc: &'a TextDoc, options: &'a Options, rule: &'static RuleDoc) -> Self {
        Report { doc, options, rule, found: Vec::new() }
    }

    /// Says which rule speaks next.
    pub fn rule(&mut self, rule: &'static RuleDoc) {
        self.rule = rule;
    }

    /// All findings.
    pub fn finish(self) -> Vec<Finding> {
        self.found
    }

    /// Reports at bytes of a block's text.
    pub fn at(&mut self, block: usize, range: Range<usize>, message: impl Into<String>) -> Entry<'_> {
        let block = self.doc.blocks.get(block);
        let span = block.map_or(0..0, |b| b.source(range));
        self.at_source(span, message).in_block(block)
    }

    /// Reports at bytes of the source.
    pub fn at_source(&mut self, span: Range<usize>, message: impl Into<String>) -> Entry<'_> {
        let severity = match self.options.register {
            Register::Leicht => self.rule.rule.severity,
            Register::Standard => self.rule.standard.unwrap_or(self.rule.rule.severity),
        };
        self.found.push(Finding {
            rule: self.rule,
            severity,
            span,
            message: message.into(),
            help: self.rule.help.to_owned(),
            fix: None,
            group: None,
        });
        let last = self.found.len() - 1;
        Entry { finding: &mut self.found[last], block: None }
    }
}

/// A finding just reported, to add to.
pub struct Entry<'a> {
    finding: &'a mut Finding,
    block: Option<&'a crate::german::doc::Block>,
}

impl<'a> Entry<'a> {
    fn in_block(mut self, block: Option<&'a crate::german::doc::Block>) -> Self {
        self.block = block;
        self
    }

    /// Another severity than the rule's.
    pub fn severity(self, severity: Severity) -> Self {
        self.finding.severity = severity;
        self
    }

    /// A remedy of its own.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.finding.help = help.into();
        self
    }

    /// The problem this is one place of; see [`Finding::group`].
    pub fn group(self, group: impl Into<String>) -> Self {
        self.finding.group = Some(group.into());
        self
    }

    /// A change of the reported span.
    pub fn fix(self, replacement: impl Into<String>, safe: bool) -> Self {
        self.finding.fix = Some(Fix { span: self.finding.span.clone(), replacement: replacement.into(), safe });
        self
    }

    /// A change at other bytes of the same block's text.
    pub fn fix_at(self, range: Range<usize>, replacement: impl Into<String>, safe: bool) -> Self {
        if let Some(block) = self.block {
            let span = if range.is_empty() {
                let at = block.map.at(range.start);
                at..at
            } else {
                block.source(range)
            };
            self.finding.fix = Some(Fix { span, replacement: replacement.into(), safe });
        }
        self
    }
}
