//! `tabelle` of a report: which file holds the numbers, what they count, how they add up, how they are protected.
//!
//! Takes front matter; gives the declaration as written. Whether it makes sense (ids that exist, no circles) is said by
//! the room `tables`, which builds the sums from it.

use crate::front::{Field, Listed, Node, Type, Values};

/// What a number of the table counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    /// For example "Leistungsberechtigte".
    pub title: String,
    /// For example "Personen".
    pub unit: String,
}

/// One value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueDecl {
    /// Code in the file.
    pub id: String,
    /// For readers.
    pub title: String,
    /// The value that this one is a part of, where that is not the total of all.
    pub parent: Option<String>,
    /// The values that it is the sum of, some of which stand in tables of other reports alone.
    pub made_of: Vec<Listed<String>>,
}

/// One dimension: a column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionDecl {
    /// Name of the column.
    pub column: String,
    /// What other reports call this column.
    pub alias: Option<String>,
    /// Whether its values are the areas that people belong to; `None`: if they are called like areas.
    pub is_area: Option<bool>,
    /// For readers.
    pub title: String,
    /// The value that all others add up to, if the table has one.
    pub total: Option<String>,
    /// Values in the order in which they are shown.
    pub values: Vec<Listed<ValueDecl>>,
}

/// A number that is published beside the table: the audit has to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactDecl {
    /// `part` is `percent` percent of `whole`.
    Share {
        /// One code for each dimension.
        part: Vec<String>,
        /// One code for each dimension.
        whole: Vec<String>,
        /// As printed, with comma.
        percent: String,
    },
    /// `cell` is by `by` larger than the same cell of an earlier report.
    Change {
        /// One code for each dimension.
        cell: Vec<String>,
        /// Id of the earlier report.
        against: String,
        /// Difference, negative where it fell.
        by: i64,
    },
}

/// When one or few contributors make up nearly all of a cell. Never published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DominanceDecl {
    /// The `n` largest contributions …
    pub n: Option<usize>,
    /// … are more than so many percent of the cell.
    pub k: Option<String>,
    /// The second largest could estimate the largest closer than so many percent.
    pub p: Option<String>,
}

/// The declaration of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDecl {
    /// Name of the CSV file beside the report.
    pub file: String,
    /// What is counted.
    pub measure: Measure,
    /// Counts from 1 to `threshold − 1` are never printed; at least 3.
    pub threshold: u64,
    /// Whether zeros may be printed.
    pub zeros_public: bool,
    /// Whether a number may be printed that holds the whole of its group; `None`: as the columns ask for.
    pub groups_public: Option<bool>,
    /// Numbers are rounded to 5; otherwise cells are withheld.
    pub rounded: bool,
    /// Columns, in their order in the file.
    pub dimensions: Vec<Listed<DimensionDecl>>,
    /// Ids of reports whose tables share cells or margins with this one.
    pub linked: Vec<Listed<String>>,
    /// Ids of reports that seem to count the same people but do not, each with a reason.
    pub other_people: Vec<Listed<(String, String)>>,
    /// Shares and changes that are published too, with their place in the list.
    pub facts: Vec<(usize, FactDecl)>,
    /// Rule about contributors, for `klartext protect` alone.
    pub dominance: Option<DominanceDecl>,
}

fn is_csv(text: &str) -> Result<(), String> {
    let good = text.len() > 4 && text.ends_with(".csv") && !text.contains(['/', '\\']) && !text.starts_with('.');
    if good { Ok(()) } else { Err("Nennen Sie eine Datei im selben Ordner, zum Beispiel: zahlen-2025.csv".into()) }
}

fn is_percent(text: &str) -> Result<(), String> {
    let (whole, part) = text.split_once(',').unwrap_or((text, "0"));
    let digits = |t: &str, most| !t.is_empty() && t.len() <= most && t.bytes().all(|b| b.is_ascii_digit());
    if digits(whole, 4) && digits(part, 3) { Ok(()) } else { Err("Schreiben Sie die Zahl so: \"33,3\"".into()) }
}

const MEASURE: &[Field] = &[
    Field::required("titel", Type::Text, "Was gezählt wird.", "Leistungsberechtigte"),
    Field::required("einheit", Type::Text, "Einheit der Zahlen.", "Personen"),
];

const VALUE: &[Field] = &[
    Field::required("id", Type::Id, "Kurz-Name, wie er in der Spalte steht.", "hanau"),
    Field::required("titel", Type::Text, "Name für die Leserinnen und Leser.", "Stadt Hanau"),
    Field::optional("teil_von", Type::Id, "Wert, zu dessen Zwischen-Summe er gehört.", "kreis"),
    Field::optional(
        "besteht_aus",
        Type::List(&Type::Id),
        "Werte anderer Berichte, die dieser Wert zusammenfasst.",
        "[unter-18, 18-bis-29]",
    ),
];

const OTHERS: &[Field] = &[
    Field::required("bericht", Type::Id, "Kurz-Name des anderen Berichts.", "zahlen-nach-alter-2025"),
    Field::required("grund", Type::Text, "Warum er andere Menschen zählt.", "Dort sind nur Kinder gezählt."),
];

const DIMENSION: &[Field] = &[
    Field::required("spalte", Type::Id, "Name der Spalte in der CSV-Datei.", "region"),
    Field::required("titel", Type::Text, "Name für die Leserinnen und Leser.", "Region"),
    Field::optional("wie", Type::Id, "Wie andere Berichte dieselbe Spalte nennen.", "alter"),
    Field::optional(
        "ist_gebiet",
        Type::Bool,
        "Ob die Werte Gebiete sind, zu denen die Menschen gehören (sonst: wenn sie wie Gebiete heißen).",
        "false",
    ),
    Field::optional("summe", Type::Id, "Der Wert, der die Summe aller anderen ist.", "alle"),
    Field::required(
        "werte",
        Type::List(&Type::Record(VALUE)),
        "Alle Werte der Spalte.",
        "[{id: alle, titel: Insgesamt}, {id: hanau, titel: Stadt Hanau}]",
    ),
];

const SHARE: &[Field] = &[
    Field::required("zelle", Type::List(&Type::Id), "Die Zelle: ein Wert je Merkmal.", "[hanau, frauen]"),
    Field::required("von", Type::List(&Type::Id), "Die Zelle, die 100 Prozent ist.", "[hanau, alle]"),
    Field::required(
        "prozent",
        Type::Form("ein Anteil in Prozent", is_percent, "^\\d{1,4}(,\\d{1,3})?$"),
        "Der Anteil, wie er veröffentlicht wird.",
        "\"33,3\"",
    ),
];

const CHANGE: &[Field] = &[
    Field::required("zelle", Type::List(&Type::Id), "Die Zelle: ein Wert je Merkmal.", "[hanau, frauen]"),
    Field::required("gegen", Type::Id, "Kurz-Name des früheren Berichts.", "zahlen-2024"),
    Field::required("um", Type::Int(-1_000_000_000, 1_000_000_000), "Um so viel mehr (oder weniger: -5).", "-5"),
];

const FACT: &[Field] = &[
    Field::optional("anteil", Type::Record(SHARE), "Ein Anteil.", "{zelle: [hanau], von: [alle], prozent: \"33,3\"}"),
    Field::optional("veraenderung", Type::Record(CHANGE), "Eine Veränderung.", "{zelle: [hanau], gegen: x, um: 5}"),
];

const DOMINANCE: &[Field] = &[
    Field::optional("n", Type::Int(1, 20), "So viele Stellen zusammen …", "1"),
    Field::optional(
        "k",
        Type::Form("ein Anteil in Prozent", is_percent, "^\\d{1,4}(,\\d{1,3})?$"),
        "… dürfen höchstens so viel Prozent einer Zelle haben.",
        "85",
    ),
    Field::optional(
        "p",
        Type::Form("ein Anteil in Prozent", is_percent, "^\\d{1,4}(,\\d{1,3})?$"),
        "So genau (in Prozent) darf niemand die größte Stelle schätzen.",
        "10",
    ),
];

const ZEROS: &[(&str, &str)] =
    &[("oeffentlich", "Nullen werden genannt"), ("geheim", "Nullen werden wie kleine Zahlen geschützt")];

const GROUPS: &[(&str, &str)] = &[
    ("oeffentlich", "Auch eine Zahl wird genannt, die für alle einer Gruppe gilt"),
    ("geheim", "Eine Zahl, in der alle einer Gruppe sind, wird nicht genannt"),
];

const MODES: &[(&str, &str)] = &[
    ("unterdruecken", "Einzelne Zahlen bleiben geheim, alle anderen sind genau"),
    ("gerundet", "Jede Zahl ist auf 5 gerundet"),
];

const FIELDS: &[Field] = &[
    Field::required(
        "datei",
        Type::Form("der Name einer CSV-Datei", is_csv, "^[^/.\\\\][^/\\\\]*\\.csv$"),
        "Die geschützte CSV-Datei neben dem Bericht.",
        "zahlen-2025.csv",
    ),
    Field::required(
        "mass",
        Type::Record(MEASURE),
        "Was die Zahlen sind.",
        "{titel: Leistungsberechtigte, einheit: Personen}",
    ),
    Field::optional("schwelle", Type::Int(3, 100), "Kleinere Zahlen werden nie genannt (sonst 3).", "3"),
    Field::optional("nullen", Type::Choice(ZEROS), "Ob Nullen genannt werden (sonst oeffentlich).", "oeffentlich"),
    Field::optional(
        "ganze_gruppe",
        Type::Choice(GROUPS),
        "Ob genannt wird, dass alle einer Gruppe dasselbe Merkmal haben (sonst geheim bei Behinderung, Krankheit, Pflege).",
        "geheim",
    ),
    Field::optional("verfahren", Type::Choice(MODES), "Wie geschützt wird (sonst unterdruecken).", "unterdruecken"),
    Field::required(
        "merkmale",
        Type::List(&Type::Record(DIMENSION)),
        "Die Spalten der Datei, nach denen gezählt wird.",
        "[{spalte: region, titel: Region, werte: [{id: hanau, titel: Stadt Hanau}]}]",
    ),
    Field::optional(
        "verbunden",
        Type::List(&Type::Id),
        "Kurz-Namen von Berichten, die dieselben Zahlen oder Summen zeigen.",
        "[zahlen-nach-alter-2025]",
    ),
    Field::optional(
        "andere_menschen",
        Type::List(&Type::Record(OTHERS)),
        "Berichte, die so aussehen, als zählten sie dieselben Menschen, es aber nicht tun.",
        "[{bericht: zahlen-nach-alter-2025, grund: Dort sind nur Kinder gezählt.}]",
    ),
    Field::optional(
        "angaben",
        Type::List(&Type::Record(FACT)),
        "Anteile und Veränderungen, die außerdem veröffentlicht werden.",
        "[{anteil: {zelle: [hanau], von: [alle], prozent: \"33,3\"}}]",
    ),
    Field::optional(
        "dominanz",
        Type::Record(DOMINANCE),
        "Wann eine Zelle zu viel über eine einzelne Stelle verrät; nur für klartext protect.",
        "{n: 1, k: 85}",
    ),
];

/// The field of a report that holds its table.
pub(super) const FIELD: Field = Field::optional(
    "tabelle",
    Type::Record(FIELDS),
    "Die Zahlen: welche Datei, was sie zählt, wie sie geschützt ist.",
    "\n  datei: zahlen-2025.csv\n  mass:\n    titel: Leistungsberechtigte\n    einheit: Personen\n  merkmale:\n    - spalte: region\n      titel: Region\n      summe: alle\n      werte:\n        - id: alle\n          titel: Insgesamt\n        - id: hanau\n          titel: Stadt Hanau",
);

/// Reads the declaration; `None` where there is none, or nothing in it that could be a table.
pub(super) fn read(values: &Values<'_>) -> Option<TableDecl> {
    let table = values.record("tabelle")?;
    let measure = table.record("mass")?;
    let word = |key, word| table.text(key).as_deref() == Some(word);
    let dimensions = table.listed("merkmale", |d| dimension(&d));
    Some(TableDecl {
        file: table.text("datei").filter(|f| is_csv(f).is_ok())?,
        measure: Measure { title: measure.text("titel")?, unit: measure.text("einheit").unwrap_or_default() },
        threshold: table.int("schwelle").and_then(|n| u64::try_from(n).ok()).map_or(3, |n| n.max(3)),
        zeros_public: !word("nullen", "geheim"),
        groups_public: table.text("ganze_gruppe").map(|_| !word("ganze_gruppe", "geheim")),
        rounded: word("verfahren", "gerundet"),
        dimensions,
        linked: table.listed_texts("verbunden"),
        other_people: table.listed("andere_menschen", |o| Some((o.text("bericht")?, o.text("grund")?))),
        facts: table.records("angaben").enumerate().flat_map(|(n, f)| facts(n, &f)).collect(),
        dominance: table.record("dominanz").map(|d| DominanceDecl {
            n: d.int("n").and_then(|n| usize::try_from(n).ok()),
            k: d.text("k"),
            p: d.text("p"),
        }),
    })
}

fn dimension(fields: &Values<'_>) -> Option<DimensionDecl> {
    let value = |v: Values<'_>| {
        let id = v.text("id")?;
        Some(ValueDecl {
            title: v.text("titel").unwrap_or_else(|| id.clone()),
            parent: v.text("teil_von"),
            made_of: v.listed_texts("besteht_aus"),
            id,
        })
    };
    let column = fields.text("spalte")?;
    Some(DimensionDecl {
        title: fields.text("titel").unwrap_or_else(|| column.clone()),
        alias: fields.text("wie"),
        is_area: matches!(fields.node("ist_gebiet"), Some(Node::Bool(_))).then(|| fields.flag("ist_gebiet")),
        total: fields.text("summe"),
        values: fields.listed("werte", value),
        column,
    })
}

fn facts(n: usize, fields: &Values<'_>) -> Vec<(usize, FactDecl)> {
    let share = fields.record("anteil").and_then(|f| {
        let percent = f.text("prozent").filter(|p| is_percent(p).is_ok())?;
        Some(FactDecl::Share { part: f.texts("zelle"), whole: f.texts("von"), percent })
    });
    let change = fields
        .record("veraenderung")
        .and_then(|f| Some(FactDecl::Change { cell: f.texts("zelle"), against: f.text("gegen")?, by: f.int("um")? }));
    share.into_iter().chain(change).map(|f| (n, f)).collect()
}
