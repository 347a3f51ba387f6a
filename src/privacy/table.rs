//! Tables that are lists of cases: a column that only a person has, or the same row of categories twice.

/// Names of columns that only a person has, folded to small letters and digits.
const COLUMNS: [&str; 30] = [
    "name",
    "vorname",
    "nachname",
    "familienname",
    "zuname",
    "geburtsname",
    "geburtsdatum",
    "gebdatum",
    "geburtstag",
    "geburtsjahr",
    "geboren",
    "geborenam",
    "aktenzeichen",
    "az",
    "fallnummer",
    "fallnr",
    "kundennummer",
    "straße",
    "strasse",
    "hausnummer",
    "wohnanschrift",
    "anschrift",
    "adresse",
    "versichertennummer",
    "rvnummer",
    "steuerid",
    "iban",
    "diagnose",
    "klient",
    "klientin",
];
/// Names of columns that hold a count or a measure: they are no category.
const MEASURES: [&str; 12] = [
    "anzahl",
    "zahl",
    "wert",
    "summe",
    "gesamt",
    "betrag",
    "anteil",
    "quote",
    "prozent",
    "leistungsberechtigte",
    "personen",
    "fälle",
];

/// Names of columns that only count the rows.
const RUNNING: [&str; 5] = ["lfdnr", "laufendenummer", "nr", "nummer", "id"];

/// Why a table is a list of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// The column with this number (from 0) belongs to persons.
    Column(usize),
    /// This row (from 0, without the head) repeats the categories of an earlier one.
    Row(usize),
}

/// Looks at the head and the rows of a table. `rows` are without the head.
pub fn case_list(head: &[String], rows: &[Vec<String>]) -> Option<Case> {
    let plain =
        |cell: &String| cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let names: Vec<String> = head.iter().map(plain).collect();
    if let Some(column) = names.iter().position(|n| COLUMNS.contains(&n.as_str())) {
        return Some(Case::Column(column));
    }
    let is_measure = |c: usize| {
        names.get(c).is_some_and(|n| MEASURES.iter().any(|m| n.starts_with(m)) || RUNNING.contains(&n.as_str()))
    };
    let categories: Vec<usize> = (0..head.len()).filter(|c| !is_measure(*c)).collect();
    if categories.is_empty() {
        return None;
    }
    // A table of counts has each combination of categories once. One that comes again is a second case.
    let mut seen = std::collections::HashSet::new();
    rows.iter().position(|row| !seen.insert(categories.iter().map(|c| row.get(*c)).collect::<Vec<_>>())).map(Case::Row)
}
