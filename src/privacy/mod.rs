//! Takes a text, gives the places that look like data of a person: kind and range of bytes, and what may be shown instead.
//! One file here for each kind of datum. It reads no file, asks for no day, and never repeats what it found.
//!
//! What may not be published and why: § 35 SGB I (Sozialgeheimnis), §§ 67–85a SGB X, Art. 5 and 9 DSGVO.

mod absence;
mod address;
mod among;
mod attendance;
mod birth;
mod case_file;
mod count;
mod diagnosis;
pub mod document;
mod email;
pub mod embedded;
mod flat;
mod gate;
mod gif;
mod health;
mod iban;
mod insurance;
mod known;
mod marks;
mod names;
mod pattern;
mod pension;
mod person;
mod phone;
pub mod picture;
mod signs;
mod slug;
pub mod table;
mod taken;
mod tax;

pub use flat::{Flat, Form};
pub use known::{Known, key};

use gate::{Search, Seen};
use std::ops::Range;
use std::sync::LazyLock;
use taken::Taken;

/// What a datum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Bank account.
    Iban,
    /// Rentenversicherungsnummer.
    Pension,
    /// Krankenversichertennummer.
    Insurance,
    /// Steuer-Identifikationsnummer.
    Tax,
    /// File reference of a case.
    CaseFile,
    /// Day or year of birth.
    Birth,
    /// Name or initials of a person.
    Person,
    /// Diagnosis, degree of disability or of care of one person.
    Health,
    /// Private address.
    Address,
    /// Who was present, by name.
    Attendance,
    /// A small number of people in prose.
    Count,
}

impl Kind {
    /// What may be shown in its place. It says nothing of the datum, not even its length.
    pub fn masked(self) -> &'static str {
        match self {
            Kind::Email => "•••@•••",
            Kind::Phone => "0••• •••",
            Kind::Iban => "DE•• ••••",
            Kind::Birth => "••.••.••••",
            _ => "•••",
        }
    }

    /// The word for it in an entry of the list of exceptions.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Email => "e-mail",
            Kind::Phone => "telefon",
            Kind::Iban => "iban",
            Kind::Pension => "rentenversicherung",
            Kind::Insurance => "krankenversicherung",
            Kind::Tax => "steuer-id",
            Kind::CaseFile => "aktenzeichen",
            Kind::Birth => "geburt",
            Kind::Person => "person",
            Kind::Health => "gesundheit",
            Kind::Address => "anschrift",
            Kind::Attendance => "anwesenheit",
            Kind::Count => "anzahl",
        }
    }

    /// Whether no exception can be made: these are never official.
    pub fn never_allowed(self) -> bool {
        matches!(self, Kind::Iban | Kind::Pension | Kind::Insurance | Kind::Tax | Kind::Birth | Kind::Health)
    }
}

/// All kinds.
pub const KINDS: [Kind; 13] = [
    Kind::Email,
    Kind::Phone,
    Kind::Iban,
    Kind::Pension,
    Kind::Insurance,
    Kind::Tax,
    Kind::CaseFile,
    Kind::Birth,
    Kind::Person,
    Kind::Health,
    Kind::Address,
    Kind::Attendance,
    Kind::Count,
];

/// A datum found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Bytes of the text that was searched.
    pub range: Range<usize>,
}

/// Looks for one kind of datum. Hits of those that ran before are there already.
type Detector = fn(&Seen<'_>, &Known, &mut Vec<Hit>);

/// What is surest comes first: where two find the same place, the earlier keeps it.
const DETECTORS: [Detector; 16] = [
    iban::find,
    pension::find,
    insurance::find,
    tax::find,
    email::find,
    phone::find,
    case_file::find,
    address::find,
    person::find,
    slug::find,
    attendance::find,
    absence::find,
    birth::find,
    health::find,
    diagnosis::find,
    count::find,
];

/// The words near which detectors look closely.
static WORDS: LazyLock<Search> = LazyLock::new(|| {
    Search::new(vec![
        &email::DOTS,
        &address::LIVES,
        &phone::LABELS,
        &case_file::LABELS,
        &person::FORMS,
        &person::CLIENTS,
        &attendance::LABELS,
        &absence::GATE,
        &birth::CALLS,
        &health::WORDS,
        &diagnosis::DIAGNOSIS,
        &diagnosis::PEOPLE,
        &count::PEOPLE,
        &count::DAVON,
    ])
});

/// All data of persons in a text, by place. What is known to be official is left out.
pub fn find(text: &str, known: &Known) -> Vec<Hit> {
    let seen = WORDS.see(text);
    let mut hits: Vec<Hit> = Vec::new();
    for detector in DETECTORS {
        let first = hits.len();
        detector(&seen, known, &mut hits);
        let new = hits.split_off(first.min(hits.len()));
        let mut taken = Taken::of(&hits);
        for hit in new {
            if !taken.meets(&hit.range) {
                taken.add(&hit.range);
                hits.push(hit);
            }
        }
    }
    hits.retain(|hit| !known.has(hit.kind, &text[hit.range.clone()]));
    hits.sort_by_key(|hit| hit.range.start);
    hits
}
