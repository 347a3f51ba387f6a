//! `art: gremium` — a body: who meets, how often it is agreed, until when.

use super::common::with_common;
use super::{Context, Data, KindDef};
use crate::front::{Field, Listed, Type, listed, record, text_of};
use crate::model::{Frequency, Validity};
use chrono::NaiveDate;

/// Which people a body is for, after Anlage 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// For all.
    General,
    /// For one group of people.
    Specific,
}

impl Group {
    /// The heading of Anlage 2.
    pub fn title(self) -> &'static str {
        match self {
            Group::General => "Zielgruppenübergreifend",
            Group::Specific => "Zielgruppenspezifisch",
        }
    }
}

/// Somebody who takes part: an organisation, never a person (Nr. 1, Anlage 1: "organisatorisch benannt").
#[derive(Debug, Clone)]
pub struct Participant {
    /// Name, exactly as the annex lists it.
    pub name: String,
    /// Short name of the partner it belongs to.
    pub partner: Option<String>,
    /// Whether disabled people, their relatives or their advice speak here.
    pub self_advocacy: bool,
}

/// A body.
#[derive(Debug, Clone)]
pub struct Body {
    /// Which people it is for.
    pub group: Group,
    /// How often it is agreed to meet.
    pub frequency: Option<Frequency>,
    /// The exact words of the annex.
    pub wording: Option<String>,
    /// From when until when it is agreed.
    pub validity: Validity,
    /// Clauses that it rests on, as anchors of the agreement.
    pub grounds: Vec<Listed<String>>,
    /// Who takes part.
    pub participants: Vec<Listed<Participant>>,
    /// Last day after a recorded extension.
    pub extended_until: Option<NaiveDate>,
    /// Years whose meetings are all published, as the editors declare.
    pub complete_years: Vec<Listed<i32>>,
    /// Place in lists, smallest first: the order of the annex.
    pub order: i64,
}

const GROUPS: &[(&str, &str)] =
    &[("zielgruppenuebergreifend", "für alle Zielgruppen"), ("zielgruppenspezifisch", "für eine Zielgruppe")];

const PARTICIPANT: &[Field] = &[
    Field::required("name", Type::Text, "Name, genau wie in der Anlage.", "Amt für soziale Prävention"),
    Field::optional("partner", Type::Id, "Kurz-Name des Partners, zu dem sie gehören.", "hanau"),
    Field::optional("selbstvertretung", Type::Bool, "true: Hier sprechen Betroffene oder Angehörige.", "true"),
];

fn is_frequency(text: &str) -> Result<(), String> {
    Frequency::parse(text).map(|_| ())
}

const FIELDS: &[Field] = &[
    Field::required(
        "gruppe",
        Type::Choice(GROUPS),
        "Für welche Menschen das Gremium da ist.",
        "zielgruppenuebergreifend",
    ),
    Field::required(
        "turnus",
        Type::Form("eine Häufigkeit, die man zählen kann,", is_frequency, "^.*([xX]|mal).*$"),
        "Wie oft es sich im Jahr treffen soll.",
        "mindestens 2x jährlich",
    ),
    Field::optional("wortlaut", Type::Text, "Die Häufigkeit, wie sie in der Anlage wörtlich steht.", "\"2x jährlich\""),
    Field::optional("gueltig_ab", Type::Date, "Erster Tag, seit dem das Gremium vereinbart ist.", "2021-06-01"),
    Field::optional("gueltig_bis", Type::Date, "Letzter Tag, bis zu dem es vereinbart ist.", "2022-03-31"),
    Field::optional("verlaengert_bis", Type::Date, "Letzter Tag nach einer Verlängerung.", "2023-12-31"),
    super::agreement::COMPLETE,
    Field::optional(
        "grundlage",
        Type::List(&Type::Id),
        "Stellen der Vereinbarung, auf denen es ruht.",
        "[nr-5, anlage-2]",
    ),
    Field::optional("reihenfolge", Type::Int(1, 999), "Der wievielte Platz in der Liste der Gremien.", "1"),
    Field::optional(
        "teilnehmende",
        Type::List(&Type::TextOr(PARTICIPANT)),
        "Wer teilnimmt: nur Stellen und Gruppen, keine Namen von Personen.",
        "\n  - Leistungserbringer\n  - name: Amt für soziale Prävention\n    partner: hanau",
    ),
];

pub(super) fn def() -> KindDef {
    KindDef {
        name: "gremium",
        title: "Ein Gremium.",
        folder: "gremien",
        fields: with_common(true, FIELDS),
        body: "\nWas macht dieses Gremium? Schreiben Sie es in zwei bis drei Sätzen.\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let values = context.values;
    let group = match values.text("gruppe").as_deref() {
        Some("zielgruppenspezifisch") => Group::Specific,
        _ => Group::General,
    };
    let participants = listed(values.items("teilnehmende"), |node| match text_of(node) {
        Some(name) => Some(Participant { name, partner: None, self_advocacy: false }),
        None => {
            let fields = record(node);
            Some(Participant {
                name: fields.text("name")?,
                partner: fields.text("partner"),
                self_advocacy: fields.flag("selbstvertretung"),
            })
        }
    });
    Data::Body(Body {
        group,
        frequency: values.text("turnus").and_then(|t| Frequency::parse(&t).ok()),
        wording: values.text("wortlaut"),
        validity: Validity { from: values.date("gueltig_ab"), until: values.date("gueltig_bis") },
        grounds: values.listed_texts("grundlage"),
        participants,
        extended_until: values.date("verlaengert_bis"),
        complete_years: super::agreement::years(values),
        order: values.int("reihenfolge").unwrap_or(i64::MAX),
    })
}
