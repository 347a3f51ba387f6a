//! The machine door of `klartext protect --format json`: one JSON object in, one out.
//!
//! In: `threshold`, `zero_public`, `cells` (name → count), `relations` ([{total, parts}]); optional `min_width`,
//! `dominance` ({n, k, p, contributions}), `mode` ("suppress", "round5"), `facts` ([{coef, lo, hi}]),
//! `group_disclosure`, `insiders` ("every", "sensitive", "ignored"), `zero_readers`
//! ("protect", "if_cheap", "ignore"), `cost` (name → whole number), `unprinted` (names of numbers that stand in no table
//! but in `relations`, as the difference of two areas does).
//! Out: `cells` (name → count, "." or {r, base}), `withheld` (names), `audit` (name → [lo, hi], hi null: no limit).
//! `contributions` names, for every cell that is not zero, all that each contributor gives, as a list or as name → amount,
//! which tells who contributes to several cells; a gap is refused (`contribution-gap`). Sums may be left out: see [`super::policy::Dominance`].
//! A refused table gives `refused` (the reason), `code` and, if there is one, `cell`. Never prints a raw count.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::decimal::Decimal;
use super::failure::Failure;
use super::json::{self, Json};
use super::model::{CellId, Fact, Interval, Knowledge, Printed, PublishedCount, RawCount, RawTable, Relation};
use super::policy::{Contribution, Dominance, Insiders, Mode, Policy, ZeroReaders};
use super::protect::protect;

/// What the command prints and returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// For standard output: one JSON object, or empty.
    pub stdout: String,
    /// For standard error: a German message, or empty.
    pub stderr: String,
    /// 0 protected, 1 refused, 2 wrong input.
    pub exit: u8,
}

#[derive(Serialize)]
struct Output<'a> {
    cells: &'a BTreeMap<CellId, PublishedCount>,
    withheld: Vec<&'a CellId>,
    audit: &'a BTreeMap<CellId, Interval>,
}

#[derive(Serialize)]
struct Refused<'a> {
    refused: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<&'a CellId>,
}

/// Said where protecting against conclusions from public zeros would cost more than one further cell of a small table.
const ZEROS_TELL: &str = "Hinweis: Wer weiß, dass Nullen hier immer gezeigt werden, kann bei einer geheimen Zelle sehen, dass sie \
                          unter der Schwelle liegt. Mehr Schutz: „zero_readers“: „protect“.\n";

/// Answers one request.
pub fn answer(input: &str) -> Answer {
    match request(input).and_then(|(table, policy)| protect(&table, &policy)) {
        Ok(safe) => {
            let withheld =
                safe.cells.iter().filter(|(_, c)| c.printed() == Printed::Withheld).map(|(id, _)| id).collect();
            let mut answer = done(&Output { cells: &safe.cells, withheld, audit: &safe.audit }, 0);
            if safe.report.zeros_tell && answer.exit == 0 {
                answer.stderr = ZEROS_TELL.to_owned();
            }
            answer
        }
        Err(Failure::Refused(r)) => done(&Refused { refused: &r.reason, code: r.code, cell: r.cell.as_ref() }, 1),
        Err(Failure::Input(text)) => Answer { stdout: String::new(), stderr: format!("{text}\n"), exit: 2 },
    }
}

fn done(value: &impl Serialize, exit: u8) -> Answer {
    match serde_json::to_string(value) {
        Ok(text) => Answer { stdout: format!("{text}\n"), stderr: String::new(), exit },
        Err(_) => {
            Answer { stdout: String::new(), stderr: "Das Ergebnis lässt sich nicht schreiben.\n".into(), exit: 2 }
        }
    }
}

type Read<T> = Result<T, Failure>;

fn wrong<T>(text: String) -> Read<T> {
    Err(Failure::Input(text))
}

/// An object whose keys are taken out one by one; what is left over is unknown.
struct Fields {
    place: &'static str,
    left: BTreeMap<String, Json>,
}

impl Fields {
    fn of(json: Json, place: &'static str) -> Read<Self> {
        match json {
            Json::Object(pairs) => Ok(Self { place, left: pairs.into_iter().collect() }),
            _ => wrong(format!("{place} muss ein Objekt sein: {{ … }}.")),
        }
    }

    fn take(&mut self, key: &str) -> Option<Json> {
        self.left.remove(key)
    }

    fn need(&mut self, key: &str) -> Read<Json> {
        let place = self.place;
        self.take(key).ok_or_else(|| Failure::Input(format!("{place}: „{key}“ fehlt.")))
    }

    fn end(self) -> Read<()> {
        match self.left.keys().next() {
            Some(key) => wrong(format!("{}: „{key}“ ist unbekannt.", self.place)),
            None => Ok(()),
        }
    }
}

/// Reads a request into a table and its policy.
///
/// # Errors
/// [`Failure::Input`] with the first thing that is wrong.
pub fn request(input: &str) -> Result<(RawTable, Policy), Failure> {
    let mut top = Fields::of(json::read(input).map_err(Failure::Input)?, "Die Eingabe")?;
    let threshold = number(top.need("threshold")?, "„threshold“")?;
    let mut policy = Policy::with_threshold(threshold);
    policy.zero_public = truth(top.need("zero_public")?, "„zero_public“")?;
    let cells = counts(top.need("cells")?)?;
    let relations = relations(top.need("relations")?)?;
    if let Some(width) = optional(top.take("min_width")) {
        policy.min_width = number(width, "„min_width“")?;
    }
    if let Some(group) = optional(top.take("group_disclosure")) {
        policy.group_disclosure = truth(group, "„group_disclosure“")?;
    }
    if let Some(mode) = optional(top.take("mode")) {
        policy.mode = word(mode, "„mode“", &[("suppress", Mode::Suppress), ("round5", Mode::Round5)])?;
    }
    if let Some(insiders) = optional(top.take("insiders")) {
        let words =
            [("every", Insiders::EveryCell), ("sensitive", Insiders::SensitiveCells), ("ignored", Insiders::Ignored)];
        policy.insiders = word(insiders, "„insiders“", &words)?;
    }
    if let Some(readers) = optional(top.take("zero_readers")) {
        let words = [
            ("protect", ZeroReaders::Protect),
            ("if_cheap", ZeroReaders::ProtectIfCheap),
            ("ignore", ZeroReaders::Ignore),
        ];
        policy.zero_readers = word(readers, "„zero_readers“", &words)?;
    }
    if let Some(d) = optional(top.take("dominance")) {
        policy.dominance = dominance(d)?;
    }
    if let Some(cost) = optional(top.take("cost")) {
        for (id, c) in Fields::of(cost, "„cost“")?.left {
            let value = u32::try_from(number(c, "Ein Wert in „cost“")?);
            let Ok(value) = value else { return wrong(format!("„cost“: Der Wert zu „{id}“ ist zu groß.")) };
            if !cells.contains_key(&CellId::new(&id)) {
                return wrong(format!("„cost“ nennt die Zelle „{id}“, die es in der Tabelle nicht gibt."));
            }
            policy.cost.insert(CellId::new(id), value);
        }
    }
    let facts = match optional(top.take("facts")) {
        Some(facts) => list(facts, "„facts“")?.into_iter().map(fact).collect::<Read<Vec<_>>>()?,
        None => Vec::new(),
    };
    let unprinted = match optional(top.take("unprinted")) {
        Some(names) => list(names, "„unprinted“")?
            .into_iter()
            .map(|n| Ok(CellId::new(text(n, "Ein Name in „unprinted“")?)))
            .collect::<Read<_>>()?,
        None => BTreeSet::new(),
    };
    top.end()?;
    Ok((RawTable { cells, known: Knowledge { relations, facts, unprinted }, beside: BTreeMap::new() }, policy))
}

fn optional(json: Option<Json>) -> Option<Json> {
    json.filter(|j| !matches!(j, Json::Null))
}

fn number(json: Json, place: &str) -> Read<u64> {
    match json {
        Json::Whole(n) => match u64::try_from(n) {
            Ok(n) => Ok(n),
            Err(_) => wrong(format!("{place} darf nicht negativ sein.")),
        },
        _ => wrong(format!("{place} muss eine ganze Zahl sein.")),
    }
}

fn truth(json: Json, place: &str) -> Read<bool> {
    match json {
        Json::Bool(value) => Ok(value),
        _ => wrong(format!("{place} muss true oder false sein.")),
    }
}

fn text(json: Json, place: &str) -> Read<String> {
    match json {
        Json::Text(value) => Ok(value),
        _ => wrong(format!("{place} muss ein Text sein.")),
    }
}

fn list(json: Json, place: &str) -> Read<Vec<Json>> {
    match json {
        Json::List(items) => Ok(items),
        _ => wrong(format!("{place} muss eine Liste sein: [ … ].")),
    }
}

fn word<T: Copy>(json: Json, place: &str, words: &[(&str, T)]) -> Read<T> {
    let given = text(json, place)?;
    match words.iter().find(|(w, _)| *w == given) {
        Some((_, value)) => Ok(*value),
        None => {
            let known: Vec<&str> = words.iter().map(|(w, _)| *w).collect();
            wrong(format!("{place} kennt nur diese Werte: {}.", known.join(", ")))
        }
    }
}

fn count(json: Json, cell: &str) -> Read<RawCount> {
    let Json::Whole(n) = json else {
        return wrong(format!("Die Zelle „{cell}“ braucht eine ganze Zahl ohne Komma."));
    };
    if n < 0 {
        return wrong(format!("Die Zelle „{cell}“ hat eine negative Zahl."));
    }
    match u64::try_from(n).ok().and_then(RawCount::new) {
        Some(count) => Ok(count),
        None => wrong(format!("Die Zahl der Zelle „{cell}“ ist zu groß. Erlaubt ist höchstens eine Billion.")),
    }
}

fn counts(json: Json) -> Read<BTreeMap<CellId, RawCount>> {
    let fields = Fields::of(json, "„cells“")?;
    fields.left.into_iter().map(|(id, n)| Ok((CellId::new(&id), count(n, &id)?))).collect()
}

fn relations(json: Json) -> Read<Vec<Relation>> {
    let one = |json| {
        let mut fields = Fields::of(json, "Ein Eintrag in „relations“")?;
        let total = CellId::new(text(fields.need("total")?, "„total“")?);
        let parts = list(fields.need("parts")?, "„parts“")?;
        let parts = parts.into_iter().map(|p| Ok(CellId::new(text(p, "Ein Teil in „parts“")?)));
        let parts = parts.collect::<Read<Vec<_>>>()?;
        fields.end()?;
        Ok(Relation { total, parts })
    };
    list(json, "„relations“")?.into_iter().map(one).collect()
}

fn decimal(json: Json, place: &str) -> Read<Decimal> {
    let written = match json {
        Json::Whole(n) => n.to_string(),
        // The shortest text that reads back as the same number is what was written, up to 15 digits.
        Json::Fraction(f) => f.to_string(),
        _ => return wrong(format!("{place} muss eine Zahl sein.")),
    };
    Decimal::parse(&written).ok_or_else(|| Failure::Input(format!("{place} ist zu groß oder zu genau.")))
}

fn fact(json: Json) -> Read<Fact> {
    let mut fields = Fields::of(json, "Ein Eintrag in „facts“")?;
    let coef = Fields::of(fields.need("coef")?, "„coef“")?.left;
    let coef = coef.into_iter().map(|(id, c)| Ok((CellId::new(&id), decimal(c, "Ein Faktor in „coef“")?)));
    let coef = coef.collect::<Read<BTreeMap<_, _>>>()?;
    let mut end = |key, place| optional(fields.take(key)).map(|e| decimal(e, place)).transpose();
    let (lo, hi) = (end("lo", "„lo“")?, end("hi", "„hi“")?);
    fields.end()?;
    Ok(Fact { coef, lo, hi })
}

fn dominance(json: Json) -> Read<Dominance> {
    let mut fields = Fields::of(json, "„dominance“")?;
    let n = optional(fields.take("n")).map(|n| number(n, "„dominance.n“")).transpose()?;
    let mut percent = |key, place: &str| -> Read<Option<Decimal>> {
        let Some(given) = optional(fields.take(key)) else { return Ok(None) };
        let value = decimal(given, place)?;
        let hundred = 100 * 10i128.pow(value.scale());
        if value.digits() <= 0 || value.digits() > hundred || value.scale() > 6 {
            return wrong(format!("{place} muss ein Anteil zwischen 0 und 100 Prozent sein, mit höchstens 6 Stellen."));
        }
        Ok(Some(value))
    };
    let (k, p) = (percent("k", "„dominance.k“")?, percent("p", "„dominance.p“")?);
    // 0.85 is a share; as 0.85 percent it would let nothing pass, and as 85 percent it was not written.
    if k.is_some_and(|k| k.digits() < 10i128.pow(k.scale())) || p.is_some_and(|p| p.digits() < 10i128.pow(p.scale())) {
        return wrong("„dominance.k“ und „dominance.p“ sind Prozent: Schreiben Sie 85, nicht 0.85.".into());
    }
    let largest = match (n, k) {
        (Some(0), Some(_)) => return wrong("„dominance.n“ muss mindestens 1 sein.".into()),
        (Some(n), Some(k)) => Some((usize::try_from(n).unwrap_or(usize::MAX), k)),
        (None, None) if p.is_some() => None,
        _ => return wrong("„dominance“ braucht „n“ und „k“ zusammen, oder „p“.".into()),
    };
    let mut contributions = BTreeMap::new();
    for (id, given) in Fields::of(fields.need("contributions")?, "„contributions“")?.left {
        let named = |who, amount| Ok(Contribution { who, amount: count(amount, &id)? });
        let given = match given {
            Json::Object(pairs) => pairs.into_iter().map(|(who, g)| named(Some(who), g)).collect::<Read<Vec<_>>>()?,
            given => {
                let given = list(given, "Ein Eintrag in „contributions“")?;
                given.into_iter().map(|g| named(None, g)).collect::<Read<Vec<_>>>()?
            }
        };
        contributions.insert(CellId::new(&id), given);
    }
    fields.end()?;
    Ok(Dominance { largest, estimate: p, contributions })
}
