//! `art: vereinbarung` — the agreement, word for word. Its folder is a region. Every clause gets an anchor that never
//! changes: `praeambel`, `nr-8`, `nr-8-b`.

use super::common::with_common;
use super::obligation::Named;
use super::{Context, Data, KindDef};
use crate::front::{Field, Listed, Node, Type, Values, listed};
use crate::markdown::{Document, Kind, NodeId, heading_id, plain_text, sections};
use crate::model::{Obligation, Signature};
use chrono::NaiveDate;
use std::ops::Range;

/// A passage of the agreement under a heading of its own.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Anchor, e.g. `nr-8`.
    pub id: String,
    /// Heading as printed.
    pub title: String,
    /// The heading's node.
    pub heading: NodeId,
    /// Nodes of its text.
    pub body: Range<NodeId>,
}

/// A term of the rotating Geschäftsführung (Nr. 5).
#[derive(Debug, Clone)]
pub struct ChairTerm {
    /// Short name of the partner.
    pub partner: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day, open when not recorded.
    pub until: Option<NaiveDate>,
    /// Anchor of the clause it rests on.
    pub ground: Option<String>,
    /// A word on it.
    pub note: Option<String>,
}

/// A note of the editors beside a clause. The clause's text itself is never changed.
#[derive(Debug, Clone)]
pub struct EditorialNote {
    /// Anchor of the clause.
    pub clause: String,
    /// The note.
    pub text: String,
}

/// An agreement.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// Name of the region.
    pub region: String,
    /// Law it rests on.
    pub legal_basis: Option<String>,
    /// Short names of the partners.
    pub partners: Vec<Listed<String>>,
    /// Day of the signatures.
    pub signed: Option<NaiveDate>,
    /// Place of the signatures.
    pub signed_in: Option<String>,
    /// First day in force.
    pub in_force: Option<NaiveDate>,
    /// Who signed, as printed.
    pub signatures: Vec<Listed<Signature>>,
    /// Recorded terms of the chair.
    pub chair: Vec<Listed<ChairTerm>>,
    /// Notes of the editors.
    pub notes: Vec<Listed<EditorialNote>>,
    /// What it promises.
    pub obligations: Vec<Obligation>,
    /// What each entry of its list of promises names, read or not.
    pub promises_name: Vec<Listed<Named>>,
    /// Resolutions at state level that may ask for a new version (Nr. 11).
    pub resolutions: Vec<(NaiveDate, String)>,
    /// Years whose reports are all published, as the editors declare.
    pub complete_years: Vec<Listed<i32>>,
    /// Digest of the text as it was signed; see the rule `agreement/text-changed`.
    pub seal: Option<String>,
    /// Nodes before the first heading (the parties).
    pub opening: Range<NodeId>,
    /// Its clauses in order.
    pub clauses: Vec<Clause>,
}

const SIGNATURE: &[Field] = &[
    Field::required("name", Type::Text, "Name, wie er unter der Vereinbarung steht.", "Erika Muster"),
    Field::required("funktion", Type::Text, "Amt, wie es dort steht.", "Landrätin"),
    Field::required("partner", Type::Id, "Kurz-Name des Partners.", "mkk"),
];

const CHAIR: &[Field] = &[
    Field::required("partner", Type::Id, "Kurz-Name des Partners.", "lwv"),
    Field::required("von", Type::Date, "Erster Tag.", "2021-06-01"),
    Field::optional("bis", Type::Date, "Letzter Tag.", "2023-05-31"),
    Field::optional("grundlage", Type::Id, "Stelle der Vereinbarung.", "nr-5"),
    Field::optional("hinweis", Type::Text, "Ein Satz dazu.", "So steht es in der Vereinbarung."),
];

const NOTE: &[Field] = &[
    Field::required("zu", Type::Id, "Stelle der Vereinbarung.", "nr-8-b"),
    Field::required("text", Type::Text, "Der Hinweis der Redaktion.", "Diese Frist lag vor dem Inkrafttreten."),
];

const RESOLUTION: &[Field] = &[
    Field::required("datum", Type::Date, "Tag des Beschlusses.", "2024-05-02"),
    Field::required("text", Type::Text, "Worum es geht, ein Satz.", "Neues Format für die jährlichen Zahlen."),
];

pub(super) const COMPLETE: Field = Field::optional(
    "vollstaendige_jahre",
    Type::List(&Type::Int(1990, 2200)),
    "Jahre, für die alles veröffentlicht ist, was es gibt. Nur dann sagt die Website: nicht erfüllt.",
    "[2024, 2025]",
);

const FIELDS: &[Field] = &[
    Field::required("region", Type::Text, "Name der Region.", "Main-Kinzig und Hanau"),
    Field::optional("rechtsgrundlage", Type::Text, "Gesetz, auf dem sie ruht.", "§ 5 HAG/SGB IX"),
    Field::required("partner", Type::List(&Type::Id), "Kurz-Namen der Partner aus site.yaml.", "[lwv, mkk]"),
    Field::optional("unterzeichnet", Type::Date, "Tag der Unterschriften.", "2021-06-01"),
    Field::optional("unterzeichnet_in", Type::Text, "Ort der Unterschriften.", "Kassel"),
    Field::required("in_kraft", Type::Date, "Tag, an dem sie in Kraft tritt.", "2021-06-01"),
    Field::optional(
        "unterschriften",
        Type::List(&Type::Record(SIGNATURE)),
        "Wer unterschrieben hat.",
        "\n  - name: Erika Muster\n    funktion: Landrätin\n    partner: mkk",
    ),
    Field::optional(
        "geschaeftsfuehrung",
        Type::List(&Type::Record(CHAIR)),
        "Wer wann die Geschäfte führt.",
        "\n  - partner: lwv\n    von: 2021-06-01",
    ),
    Field::optional(
        "hinweise",
        Type::List(&Type::Record(NOTE)),
        "Hinweise der Redaktion neben einer Stelle.",
        "\n  - zu: nr-8-b\n    text: Diese Frist lag vor dem Inkrafttreten.",
    ),
    Field::optional(
        "siegel",
        Type::Text,
        "Siegel des Textes: Jede Änderung am Wortlaut fällt auf.",
        "\"1dd8b0a91b0b3ad3\"",
    ),
    super::obligation::FIELD,
    Field::optional(
        "landesbeschluesse",
        Type::List(&Type::Record(RESOLUTION)),
        "Beschlüsse auf Landes-Ebene, an die sie angepasst werden soll.",
        "\n  - datum: 2024-05-02\n    text: Neues Format für die jährlichen Zahlen.",
    ),
    COMPLETE,
];

pub(super) fn def() -> KindDef {
    KindDef {
        name: "vereinbarung",
        title: "Die Vereinbarung einer Region, Wort für Wort.",
        folder: "",
        fields: with_common(true, FIELDS),
        body: "\n## Präambel\n\nWort für Wort.\n\n## 1. Kooperationspartner\n\nWort für Wort.\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let values = context.values;
    let (opening, clauses) = clauses(context.document);
    let obligations = super::obligation::read(context);
    let resolutions = values.records("landesbeschluesse").filter_map(|r| Some((r.date("datum")?, r.text("text")?)));
    let signatures = values.listed("unterschriften", |s| {
        Some(Signature { name: s.text("name")?, role: s.text("funktion")?, partner: s.text("partner")? })
    });
    let chair = values.listed("geschaeftsfuehrung", |c| {
        Some(ChairTerm {
            partner: c.text("partner")?,
            from: c.date("von"),
            until: c.date("bis"),
            ground: c.text("grundlage"),
            note: c.text("hinweis"),
        })
    });
    let notes = values.listed("hinweise", |n| Some(EditorialNote { clause: n.text("zu")?, text: n.text("text")? }));
    Data::Agreement(Box::new(Agreement {
        region: values.text("region").unwrap_or_default(),
        legal_basis: values.text("rechtsgrundlage"),
        partners: values.listed_texts("partner"),
        signed: values.date("unterzeichnet"),
        signed_in: values.text("unterzeichnet_in"),
        in_force: values.date("in_kraft"),
        signatures,
        chair,
        notes,
        seal: values.text("siegel"),
        obligations,
        promises_name: super::obligation::named(&values),
        resolutions: resolutions.collect(),
        complete_years: years(values),
        opening,
        clauses,
    }))
}

/// Years as the editors list them.
pub(super) fn years(values: Values<'_>) -> Vec<Listed<i32>> {
    let year = |node: &Node| if let Node::Int(year) = node { i32::try_from(*year).ok() } else { None };
    listed(values.items(COMPLETE.key), year)
}

/// Cuts the text at its headings and gives every clause and every lettered paragraph its anchor.
pub(super) fn clauses(document: &mut Document) -> (Range<NodeId>, Vec<Clause>) {
    let mut opening = 1..1;
    let mut out: Vec<Clause> = Vec::new();
    for (heading, body) in sections(document, 2) {
        let Some(heading) = heading else {
            opening = body;
            continue;
        };
        let title = plain_text(document, heading);
        if let Some(number) = leading_number(&title) {
            let wanted = format!("nr-{number}");
            if out.iter().all(|c| c.id != wanted) {
                document.name(heading, &wanted);
            }
        }
        let id = heading_id(document, heading).to_owned();
        letters(document, &id, body.clone());
        out.push(Clause { id, title, heading, body });
    }
    (opening, out)
}

/// "8. Zusammenarbeit …" and "5 Ziele" give 8 and 5.
fn leading_number(title: &str) -> Option<&str> {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let after = title.as_bytes().get(digits);
    (digits > 0 && matches!(after, Some(b'.' | b' '))).then(|| &title[..digits])
}

/// Paragraphs that begin with `b) ` become `nr-8-b`.
fn letters(document: &mut Document, clause: &str, body: Range<NodeId>) {
    let mut at = body.start;
    while at < body.end {
        let node = document.node(at);
        let end = node.end;
        if matches!(node.kind, Kind::Paragraph) {
            let text = document.source.get(node.span.range()).unwrap_or("").as_bytes();
            if let [letter @ b'a'..=b'z', b')', b' ' | b'\n', ..] = text {
                let anchor: Box<str> = format!("{clause}-{}", *letter as char).into();
                if !document.anchors.values().any(|a| *a == anchor) {
                    document.anchors.insert(at, anchor);
                }
            }
        }
        at = end;
    }
}
