//! `rechtliches:` in `site.yaml` — what Impressum, Datenschutz and Erklärung zur Barrierefreiheit must say of the operator.
//! Each fact stands here once; the pages show it, and a rule says what is missing.

use crate::front::{Field, Type, Values};
use chrono::NaiveDate;

/// A legal page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegalPage {
    /// Impressum: § 5 DDG, § 18 MStV.
    Imprint,
    /// Datenschutz-Erklärung: Art. 13 DSGVO.
    Privacy,
    /// Erklärung zur Barrierefreiheit: § 14 HessBGG and the Hessian regulation.
    Accessibility,
}

/// All legal pages with their names in front matter.
pub const LEGAL_PAGES: [(LegalPage, &str, &str); 3] = [
    (LegalPage::Imprint, "impressum", "Impressum"),
    (LegalPage::Privacy, "datenschutz", "Datenschutz-Erklärung"),
    (LegalPage::Accessibility, "barrierefreiheit", "Erklärung zur Barrierefreiheit"),
];

/// The choice of a page's `angaben`.
pub(super) const PAGE_TYPE: Type = Type::Choice(&[
    ("impressum", "Angaben des Impressums."),
    ("datenschutz", "Angaben zum Datenschutz."),
    ("barrierefreiheit", "Angaben der Erklärung zur Barrierefreiheit."),
]);

/// A fact that a legal page has to give.
#[derive(Debug, Clone, Copy)]
pub struct LegalField {
    /// Its key below `rechtliches`.
    pub key: &'static str,
    /// The page that shows it.
    pub page: LegalPage,
    /// Its label there.
    pub label: &'static str,
    /// Why it is needed; `None` where it may be missing.
    pub law: Option<&'static str>,
}

const fn needed(key: &'static str, page: LegalPage, label: &'static str, law: &'static str) -> LegalField {
    LegalField { key, page, label, law: Some(law) }
}

/// All facts in the order of the pages.
pub const LEGAL_FIELDS: [LegalField; 13] = [
    needed("vertreten_durch", LegalPage::Imprint, "Vertreten durch", "§ 5 Absatz 1 Nummer 1 DDG"),
    needed("e_mail", LegalPage::Imprint, "E-Mail", "§ 5 Absatz 1 Nummer 2 DDG"),
    needed("telefon", LegalPage::Imprint, "Telefon oder ein anderer schneller Weg", "§ 5 Absatz 1 Nummer 2 DDG"),
    LegalField {
        key: "umsatzsteuer_id",
        page: LegalPage::Imprint,
        label: "Umsatzsteuer-Identifikationsnummer",
        law: None,
    },
    needed("verantwortlich", LegalPage::Imprint, "Verantwortlich für den Inhalt", "§ 18 Absatz 2 MStV"),
    needed("datenschutzbeauftragte", LegalPage::Privacy, "Datenschutz-Beauftragte", "Artikel 13 DSGVO"),
    needed("aufsichtsbehoerde", LegalPage::Privacy, "Aufsichts-Behörde", "Artikel 13 DSGVO"),
    needed("stand", LegalPage::Accessibility, "Stand der Barrierefreiheit", "§ 14 HessBGG"),
    needed("pruefverfahren", LegalPage::Accessibility, "Geprüft wie und von wem", "§ 14 HessBGG"),
    needed("erstellt_am", LegalPage::Accessibility, "Erklärung erstellt am", "§ 14 HessBGG"),
    needed("geprueft_am", LegalPage::Accessibility, "Zuletzt geprüft am", "§ 14 HessBGG"),
    needed("barriere_melden", LegalPage::Accessibility, "Barriere melden", "§ 14 HessBGG"),
    needed("durchsetzungsstelle", LegalPage::Accessibility, "Durchsetzungs-Stelle", "§ 14 HessBGG"),
];

const LINES: Type = Type::OneOrMore(&Type::Text);
const STATES: [(&str, &str); 3] = [
    ("vollstaendig", "Vollständig mit den Anforderungen vereinbar."),
    ("teilweise", "Teilweise mit den Anforderungen vereinbar."),
    ("nicht", "Nicht mit den Anforderungen vereinbar."),
];
const STATE: Type = Type::Choice(&STATES);

pub(super) const FIELDS: &[Field] = &[
    Field::optional(
        "vertreten_durch",
        LINES,
        "Wer den Betreiber nach außen vertritt (Amt oder Organ).",
        "Verwaltungsausschuss",
    ),
    Field::optional("e_mail", Type::Text, "Amtliches Postfach.", "info@example.org"),
    Field::optional("telefon", LINES, "Ein zweiter schneller Weg, meist Telefon.", "Telefon des Bürgerservice"),
    Field::optional("umsatzsteuer_id", Type::Text, "Nur wenn es eine gibt.", "DE999999999"),
    Field::optional(
        "verantwortlich",
        LINES,
        "Funktion und Stelle, die für den Inhalt verantwortlich ist.",
        "Leitung der Pressestelle",
    ),
    Field::optional(
        "datenschutzbeauftragte",
        LINES,
        "So erreicht man sie: Zeilen ohne Namen.",
        "[Datenschutz-Beauftragte des Betreibers, datenschutz@example.org]",
    ),
    Field::optional(
        "aufsichtsbehoerde",
        LINES,
        "Name und Anschrift der Aufsichts-Behörde.",
        "[Der Hessische Beauftragte für Datenschutz und Informationsfreiheit]",
    ),
    Field::optional("stand", STATE, "Wie gut die Anforderungen erfüllt sind.", "teilweise"),
    Field::optional(
        "pruefverfahren",
        LINES,
        "Wer geprüft hat und nach welchem Verfahren.",
        "Selbstbewertung nach EN 301 549",
    ),
    Field::optional("erstellt_am", Type::Date, "Tag der ersten Fassung der Erklärung.", "2026-11-23"),
    Field::optional("geprueft_am", Type::Date, "Tag der letzten Prüfung. Nach 12 Monaten wird gewarnt.", "2026-11-23"),
    Field::optional(
        "barriere_melden",
        LINES,
        "Elektronischer Weg, auf dem man Barrieren meldet.",
        "barrieren@example.org",
    ),
    Field::optional(
        "durchsetzungsstelle",
        LINES,
        "Name und Anschrift der Durchsetzungs-Stelle.",
        "[Durchsetzungs- und Überwachungsstelle]",
    ),
];

/// What the settings say.
#[derive(Debug, Clone, Default)]
pub struct Legal {
    /// Lines by key; those that are not there are missing.
    pub lines: Vec<(&'static str, Vec<String>)>,
    /// Day on which the statement was written.
    pub created: Option<NaiveDate>,
    /// Day of the last review of the statement.
    pub reviewed: Option<NaiveDate>,
}

impl Legal {
    /// The lines of a fact.
    pub fn get(&self, key: &str) -> Option<&[String]> {
        self.lines.iter().find(|(k, _)| *k == key).map(|(_, lines)| lines.as_slice())
    }
}

/// Reads `rechtliches:`; `None` if there is none.
pub(super) fn read(values: &Values<'_>) -> Option<Legal> {
    let values = values.record("rechtliches")?;
    let lines = LEGAL_FIELDS.iter().filter_map(|field| {
        let state =
            |text: String| STATES.iter().find(|(w, _)| *w == text).map_or(text.clone(), |(_, s)| (*s).to_owned());
        let lines: Vec<String> = match values.date(field.key) {
            Some(date) => vec![crate::german::date_in_words(date)],
            None => values.texts(field.key).into_iter().map(state).collect(),
        };
        (!lines.is_empty()).then_some((field.key, lines))
    });
    let (created, reviewed) = (values.date("erstellt_am"), values.date("geprueft_am"));
    Some(Legal { lines: lines.collect(), created, reviewed })
}
