//! What every page can say about itself.

use super::video::{self, Video};
use crate::front::{Field, Listed, Type, Values, listed, record, text_of};
use crate::model::Validity;
use chrono::NaiveDate;

/// An address that this page once had, or an anchor on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The old address, e.g. `/gremien/alt/` or `/vereinbarung/#nr-7`.
    pub from: String,
    /// The anchor that took its place, e.g. `nr-8`; `None` for the whole page.
    pub to: Option<String>,
}

/// A change of the content that the editors note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Day of the change.
    pub on: NaiveDate,
    /// What changed, one sentence.
    pub text: String,
}

/// The fields that all kinds share.
#[derive(Debug, Clone, Default)]
pub struct Common {
    /// Stable short name, chosen by a person.
    pub id: String,
    /// Title of the page.
    pub title: String,
    /// Short form of the title.
    pub short: Option<String>,
    /// One sentence for search engines.
    pub description: Option<String>,
    /// Not published.
    pub draft: bool,
    /// Invented, and marked so.
    pub sample: bool,
    /// Earlier addresses.
    pub former: Vec<Listed<Former>>,
    /// Days on which it is public.
    pub visible: Validity,
    /// When the text was last changed, where the editors say so.
    pub changed: Option<NaiveDate>,
    /// Changes as the editors note them, newest first.
    pub changes: Vec<Change>,
    /// The same in German sign language. Few pages have it, so it takes no room in all of them.
    pub video: Option<Box<Video>>,
}

const KIND_NAMES: &[(&str, &str)] = &[
    ("seite", "eine einfache Seite"),
    ("vereinbarung", "die Vereinbarung selbst"),
    ("anlage", "eine Anlage zur Vereinbarung"),
    ("gremium", "ein Gremium"),
    ("sitzung", "eine Sitzung mit ihrem Protokoll"),
    ("wort", "ein Wort im Wörterbuch"),
    ("bericht", "ein veröffentlichter Bericht"),
    ("fassung", "eine Seite in Leichter Sprache oder in einer anderen Sprache"),
    ("altfassung", "eine frühere Fassung der Vereinbarung"),
];

/// `art` alone: read first, because it says which other fields there are.
pub(super) const ART: Field = Field::required("art", Type::Choice(KIND_NAMES), "Was für eine Seite es ist.", "seite");

const FORMER: &[Field] = &[
    Field::required("von", Type::Text, "Die alte Adresse.", "/vereinbarung/#nr-7"),
    Field::optional("nach", Type::Text, "Die Stelle auf dieser Seite, die an ihre Stelle getreten ist.", "nr-8"),
];

const CHANGE: &[Field] = &[
    Field::required("am", Type::Date, "Tag der Änderung.", "2026-03-12"),
    Field::required("text", Type::Text, "Was geändert wurde, ein Satz.", "Neuer Ort."),
];

/// The shared fields followed by a kind's own. `titled` says whether the title must be written.
pub(super) fn with_common(titled: bool, own: &[Field]) -> Vec<Field> {
    let title = Field {
        required: titled,
        ..Field::optional("titel", Type::Text, "Die Überschrift der Seite.", "Name der Seite")
    };
    let mut fields = vec![
        ART,
        Field::required("id", Type::Id, "Kurz-Name für Verweise. Er ändert sich nie.", "kurz-name"),
        title,
        Field::optional("kurz", Type::Text, "Kurze Form oder Abkürzung.", "KoK"),
    ];
    fields.extend_from_slice(own);
    fields.extend([
        Field::optional("beschreibung", Type::Text, "Ein Satz für Such-Maschinen.", "Wer sich trifft und wie oft."),
        Field::optional("entwurf", Type::Bool, "true: Die Seite wird noch nicht veröffentlicht.", "true"),
        Field::optional("beispiel", Type::Bool, "true: Der Inhalt ist erfunden. Die Seite sagt das.", "true"),
        Field::optional("sichtbar_ab", Type::Date, "Erster Tag, an dem die Seite zu sehen ist.", "2026-01-01"),
        Field::optional("sichtbar_bis", Type::Date, "Letzter Tag, an dem die Seite zu sehen ist.", "2026-12-31"),
        Field::optional("geaendert", Type::Date, "Tag der letzten Änderung am Inhalt.", "2026-03-12"),
        Field::optional(
            "aenderungen",
            Type::List(&Type::Record(CHANGE)),
            "Was nach der Veröffentlichung geändert wurde.",
            "\n  - am: 2026-03-12\n    text: Neuer Ort.",
        ),
        Field::optional(
            "frueher",
            Type::List(&Type::TextOr(FORMER)),
            "Adressen, die die Seite früher hatte.",
            "[/alte-adresse/]",
        ),
        Field::optional(
            "dgs",
            Type::Record(video::FIELDS),
            "Ein Video in Deutscher Gebärdensprache mit dem Inhalt der Seite.",
            "\n  datei: videos/start.mp4\n  standbild: videos/start.jpg\n  untertitel: videos/start.vtt\n  abschrift: \"#abschrift\"",
        ),
    ]);
    fields
}

/// Reads the shared fields. `titled` says whether the kind needs a title; `stem` is the file name without its ending, the last resort for a missing id.
pub(super) fn read(values: &Values<'_>, stem: &str, titled: bool) -> Common {
    let id = values.text("id").unwrap_or_else(|| crate::markdown::slug(stem));
    Common {
        // Only meetings may go without; the site names them after body and day.
        title: values.text("titel").unwrap_or_else(|| if titled { id.clone() } else { String::new() }),
        short: values.text("kurz"),
        description: values.text("beschreibung"),
        draft: values.flag("entwurf"),
        sample: values.flag("beispiel"),
        former: listed(values.items("frueher"), |node| match text_of(node) {
            Some(from) => Some(Former { from, to: None }),
            None => {
                let fields = record(node);
                let to = fields.text("nach").map(|t| t.trim_start_matches('#').to_owned());
                fields.text("von").map(|from| Former { from, to })
            }
        }),
        visible: Validity { from: values.date("sichtbar_ab"), until: values.date("sichtbar_bis") },
        changed: values.date("geaendert"),
        changes: changes(values),
        video: video::read(values).map(Box::new),
        id,
    }
}

fn changes(values: &Values<'_>) -> Vec<Change> {
    let change = |fields: Values<'_>| Some(Change { on: fields.date("am")?, text: fields.text("text")? });
    let mut out: Vec<Change> = values.records("aenderungen").filter_map(change).collect();
    out.sort_by_key(|c| std::cmp::Reverse(c.on));
    out
}
