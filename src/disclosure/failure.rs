//! Why a table is not published. Messages name cells and rules, never a count.

use super::model::CellId;

/// A request that cannot be answered with a safe table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The input itself is wrong: unknown cell, bad number, relation in a circle.
    #[error("{0}")]
    Input(String),
    /// The input is well formed, but no safe table exists or the numbers contradict each other.
    #[error("{0}")]
    Refused(Refusal),
}

/// A refused table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which rule speaks, for machines: `sum-mismatch`, `fact-mismatch`, `derivable`, `difference`,
    /// `insider`, `contributor`, `contribution-gap`, `unproven`.
    pub code: &'static str,
    /// The cell it is about, if it is about one.
    pub cell: Option<CellId>,
    /// The reason in German, without any count.
    pub reason: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.reason)
    }
}

impl Failure {
    pub(super) fn input(text: impl Into<String>) -> Self {
        Self::Input(text.into())
    }

    pub(super) fn refused(code: &'static str, cell: Option<&CellId>, reason: impl Into<String>) -> Self {
        Self::Refused(Refusal { code, cell: cell.cloned(), reason: reason.into() })
    }

    pub(super) fn unproven() -> Self {
        Self::refused(
            "unproven",
            None,
            "Die Sicherheit dieser Tabelle lässt sich nicht beweisen: Die Rechnung wird zu groß. Teilen Sie die Tabelle \
             oder veröffentlichen Sie weniger abgeleitete Zahlen.",
        )
    }
}
