//! `pflichten` in the front matter of an agreement: its promises as data.

use super::Context;
use super::rules::OBLIGATION_INCOMPLETE;
use super::settings::MINUTES_DAYS;
use crate::diagnostic::{Diagnostic, FieldPath, Place};
use crate::front::{Field, Listed, Type, Values};
use crate::model::{Frequency, Obligation, Promise, Reading, YearDay};

/// What kinds of promises there are, in the words of editors.
const RULES: &[(&str, &str)] = &[
    ("haeufigkeit", "ein Gremium trifft sich so oft im Jahr (gremium, haeufigkeit)"),
    ("einladung", "vor jeder Sitzung wird eingeladen (gremium)"),
    ("niederschrift", "nach jeder Sitzung gibt es eine Niederschrift (gremium, tage)"),
    ("wechsel", "die Geschäftsführung wechselt (jahre, lesarten)"),
    ("befristung", "ein Gremium gilt bis zu einem Tag (gremium, bis)"),
    ("reihenfolge", "ein Gremium trifft sich vor einem anderen (gremium, vor, partner)"),
    ("jaehrlich", "jedes Jahr wird eine Zahl genannt (stichtag, frist, ab_jahr)"),
    ("erste_einladung", "einmal wird bis zu einem Tag eingeladen (gremium, partner, bis)"),
    ("kuendigung", "die Vereinbarung kann zum Jahresende enden (monate)"),
    ("anpassung", "die Vereinbarung folgt Beschlüssen auf Landes-Ebene"),
    ("ohne_zahl", "eine Zusage, die sich nicht zählen lässt"),
];

const READING: &[Field] = &[
    Field::required("text", Type::Text, "Die Worte, die man so lesen kann.", "die Jahre 2021/22"),
    Field::required("bis", Type::Date, "Letzter Tag nach dieser Lesart.", "2022-12-31"),
];

fn is_frequency(text: &str) -> Result<(), String> {
    Frequency::parse(text).map(|_| ())
}

fn is_year_day(text: &str) -> Result<(), String> {
    YearDay::parse(text).map(|_| ())
}

const YEAR_DAY: Type = Type::Form("ein Tag, der jedes Jahr wiederkehrt,", is_year_day, "^\\d{2}-\\d{2}$");

const FIELDS: &[Field] = &[
    Field::required("id", Type::Id, "Kurz-Name der Zusage. Er ändert sich nie.", "kok-sitzungen"),
    Field::required("titel", Type::Text, "Was zugesagt ist, ein Satz.", "Die Konferenz tagt zweimal im Jahr."),
    Field::required("stelle", Type::OneOrMore(&Type::Id), "Stelle der Vereinbarung.", "nr-5"),
    Field::optional("wer", Type::List(&Type::Id), "Kurz-Namen der Partner, die es zugesagt haben.", "[lwv, mkk]"),
    Field::required("regel", Type::Choice(RULES), "Was für eine Zusage es ist.", "haeufigkeit"),
    Field::optional("gremium", Type::Id, "Kurz-Name des Gremiums.", "kok"),
    Field::optional(
        "haeufigkeit",
        Type::Form("eine Häufigkeit, die man zählen kann,", is_frequency, ".+"),
        "Wie oft.",
        "mindestens 2x jährlich",
    ),
    Field::optional("tage", Type::Int(*MINUTES_DAYS.start(), *MINUTES_DAYS.end()), "Tage nach der Sitzung.", "28"),
    Field::optional("jahre", Type::Int(1, 20), "Jahre einer Amtszeit.", "2"),
    Field::optional("monate", Type::Int(1, 24), "Monate der Frist.", "6"),
    Field::optional("bis", Type::Date, "Letzter Tag.", "2022-03-31"),
    Field::optional("vor", Type::Id, "Gremium, das danach tagt.", "gpv-steuerung"),
    Field::optional("partner", Type::Id, "Partner, der einlädt.", "lwv"),
    Field::optional("stichtag", YEAR_DAY, "Tag, für den die Zahl gilt.", "\"12-31\""),
    Field::optional("frist", YEAR_DAY, "Letzter Tag, um die Zahl zu nennen.", "\"03-31\""),
    Field::optional("frist_vereinbart", Type::Bool, "false: Die Frist ist nur unsere eigene Geduld.", "false"),
    Field::optional("ab_jahr", Type::Int(1990, 2200), "Erstes Jahr.", "2021"),
    Field::optional(
        "lesarten",
        Type::List(&Type::Record(READING)),
        "Wie man das Ende der ersten Amtszeit lesen kann.",
        "\n      - text: die Jahre 2021/22\n        bis: 2022-12-31",
    ),
    Field::optional("oeffentlich", Type::Text, "Was davon öffentlich sein darf.", "Nur die Anzahl."),
    Field::optional("hinweis", Type::Text, "Ein Satz der Redaktion dazu.", "Eine Frist ist nicht vereinbart."),
];

/// The field of the agreement that holds its promises.
pub(super) const FIELD: Field = Field::optional(
    "pflichten",
    Type::List(&Type::Record(FIELDS)),
    "Was die Vereinbarung zusagt und was sich zählen lässt.",
    "\n  - id: kok-sitzungen\n    titel: Die Konferenz tagt mindestens zweimal im Jahr.\n    stelle: nr-5\n    regel: haeufigkeit\n    gremium: kok\n    haeufigkeit: mindestens 2x jährlich",
);

/// What an entry of the list names, whether or not the rest of it could be read: rules look whether it is there.
#[derive(Debug, Clone)]
pub struct Named {
    /// Short name of the promise.
    pub id: Option<String>,
    /// Clauses, as anchors.
    pub clauses: Vec<Listed<String>>,
    /// Short names of the partners that owe it.
    pub debtors: Vec<Listed<String>>,
    /// Ids of bodies, each with the key it stands under.
    pub bodies: Vec<(&'static str, String)>,
    /// Short name of the partner that invites.
    pub inviter: Option<String>,
    /// Days after a meeting within which its minutes are promised, 1 to 365; `None` where it promises something else.
    pub minutes_days: Option<i64>,
}

/// What each entry names.
pub(super) fn named(values: &Values<'_>) -> Vec<Listed<Named>> {
    values.listed("pflichten", |fields| {
        let body = |key| fields.text(key).map(|id| (key, id));
        Some(Named {
            id: fields.text("id"),
            clauses: fields.listed_texts("stelle"),
            debtors: fields.listed_texts("wer"),
            bodies: ["gremium", "vor"].into_iter().filter_map(body).collect(),
            inviter: fields.text("partner"),
            minutes_days: fields
                .int("tage")
                .filter(|days| fields.text("regel").as_deref() == Some("niederschrift") && MINUTES_DAYS.contains(days)),
        })
    })
}

/// All obligations that could be read.
pub(super) fn read(context: &mut Context<'_>) -> Vec<Obligation> {
    let mut out = Vec::new();
    let records: Vec<Values<'_>> = context.values.records("pflichten").collect();
    for (index, fields) in records.iter().enumerate() {
        let rule = fields.text("regel").unwrap_or_default();
        if !RULES.iter().any(|(word, _)| *word == rule) {
            continue;
        }
        match promise(&rule, fields) {
            Ok(promise) => out.extend(obligation(fields, promise)),
            // The line is there: what is wrong with it was said when the fields were checked.
            Err(unread) if fields.node(unread).is_some() => {}
            Err(missing) => context.findings.push(Diagnostic::new(
                &OBLIGATION_INCOMPLETE,
                context.file,
                Place::Value(FieldPath::key("pflichten").at(index).then("regel")),
                format!("Zu einer Zusage der Art „{rule}“ fehlt „{missing}“."),
                format!("Ergänzen Sie in diesem Eintrag eine Zeile: {}", example(missing)),
            )),
        }
    }
    out
}

fn example(key: &str) -> String {
    FIELDS.iter().find(|f| f.key == key).map_or(String::new(), |f| format!("{key}: {}", f.example))
}

fn obligation(fields: &Values<'_>, promise: Promise) -> Option<Obligation> {
    Some(Obligation {
        id: fields.text("id")?,
        title: fields.text("titel")?,
        clauses: fields.texts("stelle"),
        debtors: fields.texts("wer"),
        public: fields.text("oeffentlich"),
        note: fields.text("hinweis"),
        promise,
    })
}

/// The promise, or the key that its rule needs and that is not there or not readable.
fn promise(rule: &str, fields: &Values<'_>) -> Result<Promise, &'static str> {
    let body = || fields.text("gremium").ok_or("gremium");
    let until = || fields.date("bis").ok_or("bis");
    let by = fields.text("partner");
    let year_day = |key| fields.text(key).and_then(|t| YearDay::parse(&t).ok());
    Ok(match rule {
        "haeufigkeit" => {
            let frequency = fields.text("haeufigkeit").and_then(|t| Frequency::parse(&t).ok());
            Promise::Meetings { body: body()?, frequency: frequency.ok_or("haeufigkeit")? }
        }
        "einladung" => Promise::Invitation { body: body()? },
        "niederschrift" => Promise::Minutes { body: body()?, days: fields.int("tage").ok_or("tage")? },
        "wechsel" => {
            let years = fields.int("jahre").and_then(|n| i32::try_from(n).ok()).ok_or("jahre")?;
            let readings = fields
                .records("lesarten")
                .filter_map(|r| Some(Reading { text: r.text("text")?, until: r.date("bis")? }));
            Promise::Rotation { years, readings: readings.collect() }
        }
        "befristung" => Promise::Expiry { body: body()?, until: until()? },
        "reihenfolge" => Promise::Order { body: body()?, before: fields.text("vor").ok_or("vor")?, by },
        "jaehrlich" => Promise::Yearly {
            reference: year_day("stichtag"),
            due: year_day("frist"),
            due_agreed: !matches!(fields.node("frist_vereinbart"), Some(crate::front::Node::Bool(false))),
            first_year: fields.int("ab_jahr").and_then(|n| i32::try_from(n).ok()),
        },
        "erste_einladung" => Promise::FirstInvitation { body: body()?, by, until: until()? },
        "kuendigung" => {
            let months = fields.int("monate").and_then(|n| u32::try_from(n).ok()).ok_or("monate")?;
            Promise::Notice { months }
        }
        "anpassung" => Promise::Adaptation,
        _ => Promise::Uncounted,
    })
}
