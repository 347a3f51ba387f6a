//! Who made the agreement. Organisations, their units, and the signatories that the agreement itself names; no other
//! person has a place here.

use super::Validity;

/// An organisational unit of a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Short name.
    pub id: String,
    /// Name as the agreement writes it.
    pub name: String,
}

/// A partner of an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Short name, e.g. `lwv`.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Name in a line of text.
    pub short: String,
    /// Organ that represents it.
    pub represented_by: Option<String>,
    /// Lines of the address.
    pub address: Vec<String>,
    /// Since when until when it is a partner.
    pub validity: Validity,
    /// Its units.
    pub units: Vec<Unit>,
}

/// A signature under the agreement, as printed there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Name as printed.
    pub name: String,
    /// Office as printed.
    pub role: String,
    /// The partner signed for.
    pub partner: String,
}
