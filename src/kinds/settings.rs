//! `site.yaml` — what holds for the whole site: its name, its address, the partners, the menu.

use super::area::{self, Area};
use super::base_url::base_url;
use super::brand::{self, Brand};
use super::easy::{self, EasySettings};
use super::exception::{Exception, read_exceptions};
use super::legal::{self, Legal};
use super::open_data::{self, OpenData};
use super::register::{self, Register};
use super::rules::NO_SETTINGS;
use crate::diagnostic::{Diagnostic, FieldPath, Place};
use crate::front::{Checked, Field, Listed, Node, Type, Values, check, read};
use crate::model::{Partner, Unit, Validity};
use crate::source::Snapshot;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// A link of the main menu or of the footer.
#[derive(Debug, Clone)]
pub struct MenuItem {
    /// Its words.
    pub text: String,
    /// Markdown file below the region or site folder.
    pub target: String,
}

/// The settings of a site.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Path of the settings file.
    pub file: Arc<str>,
    /// Whether it could be read. Without it nobody knows which partners, menus and official addresses there are.
    pub readable: bool,
    /// Name of the site.
    pub title: String,
    /// Line that says who offers it.
    pub provider: String,
    /// Public address, ending in `/`.
    pub base_url: String,
    /// Short name of the operating partner.
    pub operator: Option<String>,
    /// All partners of all regions.
    pub partners: Vec<Partner>,
    /// Main menu, at most six items.
    pub menu: Vec<Listed<MenuItem>>,
    /// Links at the foot of each page.
    pub footer: Vec<Listed<MenuItem>>,
    /// Areas that reports speak of.
    pub areas: Vec<Listed<Area>>,
    /// Columns of tables that are known to be different features of people.
    pub features: Vec<String>,
    /// Registers and languages besides the everyday one.
    pub registers: Vec<Register>,
    /// Whether pages offer to be read aloud.
    pub read_aloud: bool,
    /// Colours, logo and font of its own.
    pub brand: Option<Brand>,
    /// What is wanted of texts in Leichte Sprache.
    pub easy: EasySettings,
    /// What is offered for machines.
    pub open_data: OpenData,
    /// What the legal pages say of the operator; `None` if nothing is set.
    pub legal: Option<Legal>,
    /// What looks like data of a person and may stand on the site.
    pub exceptions: Vec<Exception>,
    /// Days after which missing minutes are called missing.
    pub minutes_days: i64,
}

impl Settings {
    /// The partner with that short name.
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partners.iter().find(|p| p.id == id)
    }

    /// Title of an area; a partner is an area too.
    pub fn area(&self, id: &str) -> Option<&str> {
        let area = self.areas.iter().find(|a| a.id == id).map(|a| a.title.as_str());
        area.or_else(|| self.partner(id).map(|p| p.name.as_str()))
    }

    /// The smallest areas that an area is the sum of.
    pub fn atoms(&self, id: &str) -> BTreeSet<String> {
        area::atoms(&self.areas, id)
    }

    /// Path part of the public address, beginning and ending in `/`.
    pub fn base_path(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').map_or("/", |i| &rest[i..])
    }
}

const MENU: &[Field] = &[
    Field::required("text", Type::Text, "Worte des Links.", "Gremien"),
    Field::required("ziel", Type::Text, "Datei, zu der er führt.", "gremien/index.md"),
];

const UNIT: &[Field] = &[
    Field::required("id", Type::Id, "Kurz-Name der Stelle.", "jugendamt"),
    Field::required("name", Type::Text, "Name der Stelle.", "Jugendamt"),
];

const PARTNER: &[Field] = &[
    Field::required("id", Type::Id, "Kurz-Name des Partners.", "lwv"),
    Field::required("name", Type::Text, "Voller Name.", "Landeswohlfahrtsverband Hessen"),
    Field::optional("kurz", Type::Text, "Kurzer Name.", "LWV Hessen"),
    Field::optional("vertreten_durch", Type::Text, "Wer ihn vertritt (eine Stelle).", "Verwaltungsausschuss"),
    Field::optional(
        "anschrift",
        Type::List(&Type::Text),
        "Zeilen der Anschrift.",
        "[Ständeplatz 6 – 10, 34117 Kassel]",
    ),
    Field::optional("seit", Type::Date, "Erster Tag als Partner.", "2021-06-01"),
    Field::optional("bis", Type::Date, "Letzter Tag als Partner.", "2029-12-31"),
    Field::optional(
        "einheiten",
        Type::List(&Type::Record(UNIT)),
        "Stellen des Partners.",
        "\n      - id: jugendamt\n        name: Jugendamt",
    ),
];

/// How many days after a meeting its minutes may be asked for, in the settings and in a promise.
pub const MINUTES_DAYS: RangeInclusive<i64> = 1..=365;

const OPTIONS: &[Field] = &[
    Field::optional(
        "protokoll_frist_tage",
        Type::Int(*MINUTES_DAYS.start(), *MINUTES_DAYS.end()),
        "Nach so vielen Tagen heißt ein fehlendes Protokoll fehlend.",
        "28",
    ),
    Field::optional(
        "vorlesen",
        Type::Bool,
        "true: Seiten lassen sich vorlesen, wenn das Gerät eine Stimme hat.",
        "true",
    ),
];

fn is_base_url(text: &str) -> Result<(), String> {
    if text.ends_with('/') && base_url(text).is_some() {
        Ok(())
    } else {
        Err("Schreiben Sie sie ganz und mit / am Ende, ohne Anmelde-Namen: https://www.beispiel.de/".into())
    }
}

/// What the settings file is called by mistake.
pub const MISNAMED: &str = "site.yml";

/// The fields of `site.yaml`.
pub const SETTINGS_FIELDS: &[Field] = &[
    Field::required("titel", Type::Text, "Name der Website.", "Teilhabe Main-Kinzig und Hanau"),
    Field::required("anbieter", Type::Text, "Zeile, die sagt, wer die Website anbietet.", "Ein Angebot von …"),
    Field::required(
        "basis_url",
        Type::Form("die Adresse einer Website", is_base_url, "^https?://[^ ?#]+/$"),
        "Öffentliche Adresse der Website.",
        "https://www.example.org/",
    ),
    Field::optional("betreiber", Type::Id, "Kurz-Name des Partners, der die Website betreibt.", "lwv"),
    Field::required(
        "partner",
        Type::List(&Type::Record(PARTNER)),
        "Alle Partner.",
        "\n  - id: lwv\n    name: Landeswohlfahrtsverband Hessen",
    ),
    Field::optional(
        "menue",
        Type::List(&Type::Record(MENU)),
        "Haupt-Menü, höchstens sechs Links.",
        "\n  - text: Gremien\n    ziel: gremien/index.md",
    ),
    Field::optional(
        "fuss",
        Type::List(&Type::Record(MENU)),
        "Links am Fuß jeder Seite.",
        "\n  - text: Impressum\n    ziel: impressum.md",
    ),
    area::FIELD,
    Field::optional(
        "merkmale",
        Type::List(&Type::Id),
        "Spalten, nach denen Berichte zählen. Zwei Namen hier sind zwei verschiedene Merkmale.",
        "[alter, geschlecht]",
    ),
    Field::optional(
        "sprachen",
        Type::List(&Type::Record(register::FIELDS)),
        "Weitere Sprachen neben Alltags-Sprache und Leichter Sprache.",
        "\n  - kuerzel: en\n    name: English\n    zurueck: Deutsch\n    sprache: en\n    worte:\n      zum_inhalt: Skip to content\n      menue: Main menu\n      weg: You are here\n      rechtliches: Legal information and help\n      start: Home\n      stand: As of\n      geaendert: Last change\n      veraltet: The German text is newer.\n      original: In German",
    ),
    Field::optional(
        "leicht",
        Type::Record(easy::FIELDS),
        "Wie Klartext Texte in Leichter Sprache prüft.",
        "\n  profil: bitv\n  woerterliste: leichte-woerter.txt",
    ),
    Field::optional(
        "offene_daten",
        Type::Record(open_data::FIELDS),
        "Welche Daten es auch für Programme gibt.",
        "\n  oparl: true",
    ),
    Field::optional("marke", Type::Record(brand::FIELDS), "Eigene Farben, Logo und Schrift.", "\n  farbe: \"#2044aa\""),
    Field::optional(
        "rechtliches",
        Type::Record(legal::FIELDS),
        "Angaben für Impressum, Datenschutz und Barrierefreiheit.",
        "\n  e_mail: info@example.org",
    ),
    Field::optional("einstellungen", Type::Record(OPTIONS), "Fristen und Schwellen.", "\n  protokoll_frist_tage: 28"),
];

/// Reads `site.yaml`. Without it the site still builds with plain values, and a finding says what is missing.
pub fn read_settings(snapshot: &Snapshot, findings: &mut Vec<Diagnostic>) -> Settings {
    let name: Arc<str> = "site.yaml".into();
    let misnamed = snapshot.file(MISNAMED);
    if let Some(file) = misnamed {
        findings.push(Diagnostic::new(
            &NO_SETTINGS,
            &file.path,
            Place::File,
            "Diese Datei liest Klartext nicht: Sie muss site.yaml heißen, mit „a“.",
            "Benennen Sie sie um in site.yaml. Gibt es die schon, dann löschen Sie diese hier.",
        ));
    }
    let mut readable = true;
    let node = match snapshot.file("site.yaml") {
        None if misnamed.is_some() => {
            readable = false;
            Node::Map(Vec::new())
        }
        None => {
            readable = false;
            findings.push(Diagnostic::new(
                &NO_SETTINGS,
                &name,
                Place::File,
                "Die Datei site.yaml fehlt oder lässt sich nicht lesen.",
                "Legen Sie sie im Ordner der Website an. `klartext init` zeigt in einem neuen Ordner, wie sie aussieht.",
            ));
            Node::Map(Vec::new())
        }
        Some(file) => match read(&file.text, &name, 1) {
            Ok(node) => {
                check(&node, SETTINGS_FIELDS, &FieldPath::default(), &mut Checked { file: &name, findings });
                node
            }
            Err(finding) => {
                readable = false;
                findings.push(*finding);
                Node::Map(Vec::new())
            }
        },
    };
    let empty = Vec::new();
    let values = Values(if let Node::Map(entries) = &node { entries } else { &empty });
    let menu = |key| values.listed(key, |m| Some(MenuItem { text: m.text("text")?, target: m.text("ziel")? }));
    let base_url = values.text("basis_url").filter(|u| is_base_url(u).is_ok()).and_then(|u| base_url(&u));
    let options = values.record("einstellungen");
    Settings {
        title: values.text("titel").unwrap_or_else(|| "Ohne Titel".to_owned()),
        provider: values.text("anbieter").unwrap_or_default(),
        base_url: base_url.unwrap_or_else(|| "https://example.org/".to_owned()),
        operator: values.text("betreiber"),
        partners: values.records("partner").filter_map(|p| partner(&p)).collect(),
        menu: menu("menue"),
        footer: menu("fuss"),
        areas: area::read(&values),
        features: values.texts("merkmale"),
        registers: register::read(&values),
        legal: legal::read(&values),
        exceptions: read_exceptions(snapshot, findings),
        read_aloud: options.is_some_and(|o| o.flag("vorlesen")),
        brand: brand::read(&values),
        easy: easy::read(&values),
        open_data: open_data::read(&values),
        minutes_days: options.and_then(|o| o.int("protokoll_frist_tage")).unwrap_or(28),
        file: name,
        readable,
    }
}

fn partner(fields: &Values<'_>) -> Option<Partner> {
    // Without a name it is still known by its id, so that no page is told it did not exist.
    let id = fields.text("id")?;
    let name = fields.text("name").unwrap_or_else(|| id.clone());
    let units = fields.records("einheiten").filter_map(|u| Some(Unit { id: u.text("id")?, name: u.text("name")? }));
    Some(Partner {
        id,
        short: fields.text("kurz").unwrap_or_else(|| name.clone()),
        represented_by: fields.text("vertreten_durch"),
        address: fields.texts("anschrift"),
        validity: Validity { from: fields.date("seit"), until: fields.date("bis") },
        units: units.collect(),
        name,
    })
}
