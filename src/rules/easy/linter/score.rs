//! Takes findings and a number of sentences, gives the "Regel-Wert" of a page. It is shown beside the readability figures
//! and is never a proof of quality: only readers with learning difficulties can say whether a text is easy.

use super::rule::Finding;
use crate::diagnostic::Severity;

/// Findings of a text in figures.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// Sentences.
    pub sentences: usize,
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Hints; they do not count.
    pub infos: usize,
}

impl Score {
    /// Counts.
    pub fn of(findings: &[Finding], sentences: usize) -> Score {
        let count = |s: Severity| findings.iter().filter(|f| f.severity == s).count();
        Score {
            sentences,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
        }
    }

    /// Errors weigh 5, warnings 2, per sentence.
    pub fn weighted(&self) -> f64 {
        (5 * self.errors + 2 * self.warnings) as f64 / self.sentences.max(1) as f64
    }

    /// The Regel-Wert: 100 is free of findings, 0 is the floor.
    pub fn value(&self) -> u32 {
        (100.0 - 20.0 * self.weighted()).clamp(0.0, 100.0).round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weighs() {
        let s = Score { sentences: 10, errors: 1, warnings: 2, infos: 9 };
        assert_eq!(s.value(), 82);
        assert_eq!(Score { sentences: 1, errors: 9, ..s }.value(), 0);
        assert_eq!(Score::default().value(), 100);
    }
}
