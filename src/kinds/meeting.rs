//! `art: sitzung` — a meeting; its text is the minutes. Headings `## TOP 3: …` make the agenda, blocks
//! `> [!Beschluss]` decisions and blocks `> [!Auftrag]` tasks with who and until when.

use super::agenda::{AgendaItem, agenda};
use super::common::with_common;
use super::rules::{EMPTY_BOX, TASK_DATE, TASK_EARLY, TASK_INCOMPLETE};
use super::{Context, Data, KindDef};
use crate::diagnostic::{Diagnostic, Place};
use crate::front::{Field, Type, parse_date};
use crate::markdown::{Document, Kind, NodeId, plain_text};
use crate::source::Span;
use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;

/// What became of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A date is set.
    Planned,
    /// The invitation is out.
    Invited,
    /// It was moved to the date given.
    Moved,
    /// It did not take place and will not.
    Cancelled,
    /// It took place.
    Held,
}

/// The words of editors for [`State`], and what each means.
const STATES: &[(&str, &str)] = &[
    ("geplant", "ein Termin steht fest"),
    ("eingeladen", "die Einladung ist verschickt"),
    ("verschoben", "der Termin wurde auf dieses Datum verschoben"),
    ("abgesagt", "sie findet nicht statt"),
    ("stattgefunden", "sie hat stattgefunden"),
];

impl Meeting {
    /// The items of its agenda: headings with a number; all headings where none has one.
    pub fn items(&self) -> impl Iterator<Item = &AgendaItem> {
        let numbered = self.agenda.iter().any(|item| !item.number.is_empty());
        self.agenda.iter().filter(move |item| !numbered || !item.number.is_empty())
    }
}

impl State {
    /// The word that editors write.
    pub fn word(self) -> &'static str {
        STATES[self as usize].0
    }

    fn parse(word: &str) -> Option<State> {
        let all = [State::Planned, State::Invited, State::Moved, State::Cancelled, State::Held];
        all.into_iter().find(|s| s.word() == word)
    }
}

/// A decision in the minutes.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Number in these minutes, from 1. `#beschluss-1` is its anchor.
    pub number: u32,
    /// Its block.
    pub node: NodeId,
}

/// A task in the minutes.
#[derive(Debug, Clone)]
pub struct Task {
    /// Number in these minutes, from 1. `#auftrag-1` is its anchor.
    pub number: u32,
    /// Its block.
    pub node: NodeId,
    /// Who has to do it: an organisation.
    pub who: Option<String>,
    /// By when.
    pub until: Option<NaiveDate>,
}

/// A meeting.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// Ids of the bodies that meet; more than one for a joint meeting.
    pub bodies: Vec<String>,
    /// Number of the meeting, as counted by the body.
    pub number: Option<u32>,
    /// Day.
    pub date: Option<NaiveDate>,
    /// Begin, civil time in Europe/Berlin.
    pub begin: Option<NaiveTime>,
    /// End, civil time in Europe/Berlin.
    pub end: Option<NaiveTime>,
    /// Place.
    pub place: Option<String>,
    /// What became of it.
    pub state: State,
    /// Day of the invitation.
    pub invited: Option<NaiveDate>,
    /// Short name of the partner that invited.
    pub invited_by: Option<String>,
    /// Day on which the minutes were published.
    pub minutes_on: Option<NaiveDate>,
    /// Days it was planned for before it was moved, oldest first.
    pub moved_from: Vec<NaiveDate>,
    /// How one gets in and takes part.
    pub access: Vec<String>,
    /// Nodes before the first item of the agenda.
    pub opening: Range<NodeId>,
    /// Agenda.
    pub agenda: Vec<AgendaItem>,
    /// Decisions in order.
    pub decisions: Vec<Decision>,
    /// Tasks in order.
    pub tasks: Vec<Task>,
    /// Whether there is any text: the minutes.
    pub has_minutes: bool,
}

const FIELDS: &[Field] = &[
    Field::required(
        "gremium",
        Type::OneOrMore(&Type::Id),
        "Kurz-Name des Gremiums; bei gemeinsamen Sitzungen eine Liste.",
        "kok",
    ),
    Field::required("datum", Type::Date, "Tag der Sitzung.", "2026-03-12"),
    Field::optional("beginn", Type::Time, "Beginn.", "\"10:00\""),
    Field::optional("ende", Type::Time, "Ende.", "\"12:00\""),
    Field::optional("ort", Type::Text, "Ort und Raum.", "Main-Kinzig-Forum, Gelnhausen"),
    Field::required("stand", Type::Choice(STATES), "Was aus der Sitzung geworden ist.", "geplant"),
    Field::optional("nummer", Type::Int(1, 9999), "Die wievielte Sitzung des Gremiums es ist.", "1"),
    Field::optional("eingeladen_am", Type::Date, "Tag der Einladung.", "2026-02-20"),
    Field::optional("eingeladen_von", Type::Id, "Kurz-Name des Partners, der eingeladen hat.", "lwv"),
    Field::optional("protokoll_vom", Type::Date, "Tag, an dem das Protokoll veröffentlicht wurde.", "2026-03-26"),
    Field::optional(
        "verschoben_von",
        Type::OneOrMore(&Type::Date),
        "Tag, für den sie zuerst geplant war. Bei mehreren eine Liste.",
        "2026-03-05",
    ),
    Field::optional(
        "barrierefrei",
        Type::List(&Type::Text),
        "Was Menschen mit Behinderungen zum Raum wissen müssen.",
        "[stufenlos erreichbar, Ring-Schleife für Hör-Geräte]",
    ),
];

pub(super) fn def() -> KindDef {
    KindDef {
        name: "sitzung",
        title: "Eine Sitzung mit ihrem Protokoll.",
        folder: "sitzungen",
        fields: with_common(false, FIELDS),
        body: "\n## TOP 1: Begrüßung\n\n## TOP 2: \u{2026}\n\n\
               <!-- Nach der Sitzung schreiben Sie unter jeden Punkt, was besprochen wurde.\n\
               Beschlüsse und Aufträge stehen in Kästen:\n\n\
               > [!Beschluss]\n> Was wurde beschlossen?\n\n\
               > [!Auftrag]\n> Wer: LWV Hessen\n> Bis: 2026-06-30\n>\n> Was ist zu tun?\n-->\n",
        read,
    }
}

fn read(context: &mut Context<'_>) -> Data {
    let values = context.values;
    let (opening, agenda) = agenda(context);
    let (decisions, tasks) = blocks(context);
    let date = values.date("datum");
    let state = values.word("stand").and_then(State::parse).unwrap_or(State::Planned);
    Data::Meeting(Meeting {
        bodies: values.texts("gremium"),
        number: values.int("nummer").and_then(|n| u32::try_from(n).ok()),
        date,
        begin: values.time("beginn"),
        end: values.time("ende"),
        place: values.text("ort"),
        state,
        invited: values.date("eingeladen_am"),
        invited_by: values.text("eingeladen_von"),
        minutes_on: values.date("protokoll_vom"),
        access: values.texts("barrierefrei"),
        opening,
        agenda,
        decisions,
        tasks,
        moved_from: values.texts("verschoben_von").iter().filter_map(|t| parse_date(t)).collect(),
        // Before the meeting the text is the planned agenda, not minutes.
        has_minutes: state == State::Held && has_text(context.document),
    })
}

/// Whether anything but headings stands in the text: an agenda alone is no minutes.
fn has_text(document: &Document) -> bool {
    document.children(0).any(|block| !matches!(document.node(block).kind, Kind::Heading { .. } | Kind::Html(..)))
}

fn blocks(context: &mut Context<'_>) -> (Vec<Decision>, Vec<Task>) {
    let (mut decisions, mut tasks) = (Vec::new(), Vec::new());
    for id in 0..context.document.nodes.len() as NodeId {
        let Kind::Callout { name } = &context.document.node(id).kind else { continue };
        match context.document.str(name) {
            "Beschluss" => {
                not_empty(context, id, "In diesem Kasten steht kein Beschluss.");
                decisions.push(Decision { number: decisions.len() as u32 + 1, node: id });
            }
            "Auftrag" => {
                let number = tasks.len() as u32 + 1;
                let task = task(context, id, number);
                tasks.push(task);
            }
            _ => {}
        }
    }
    (decisions, tasks)
}

/// A box says something besides what is read as data.
fn not_empty(context: &mut Context<'_>, node: NodeId, message: &str) {
    let document = &context.document;
    if document.children(node).any(|child| !document.hidden.contains(&child)) {
        return;
    }
    let start = document.node(node).span.start;
    context.findings.push(Diagnostic::new(
        &EMPTY_BOX,
        context.file,
        Place::Span(Span { start, end: start + 1 }),
        message,
        "Schreiben Sie den Satz in eigene Zeilen, die mit > beginnen, oder löschen Sie den Kasten.",
    ));
}

/// Takes the lines `Wer: …` and `Bis: …` out of a task's first paragraphs.
fn task(context: &mut Context<'_>, node: NodeId, number: u32) -> Task {
    let (mut who, mut until) = (None, None);
    let mut until_span = None;
    let paragraphs: Vec<NodeId> = context
        .document
        .children(node)
        .take_while(|c| matches!(context.document.node(*c).kind, Kind::Paragraph))
        .collect();
    for paragraph in paragraphs {
        let mut rest = false;
        for line in lines(context.document, paragraph) {
            let text: String = line.clone().map(|id| plain_text(context.document, id)).collect();
            let field = text.split_once(':').map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()));
            match field {
                Some((key, value)) if key == "Wer" && !value.is_empty() => who = Some(value),
                Some((key, value)) if key == "Bis" && !value.is_empty() => {
                    let start = context.document.node(line.start).span.start;
                    let end = context.document.node(line.end - 1).span.end;
                    until_span = Some(Span { start, end });
                    until = Some(value);
                }
                _ => {
                    rest = true;
                    break;
                }
            }
            context.document.hidden.extend(line.clone());
            // The break after the line goes too.
            let after = line.end;
            if after < context.document.node(paragraph).end {
                context.document.hidden.insert(after);
            }
        }
        if rest {
            break;
        }
        context.document.hidden.insert(paragraph);
    }
    not_empty(context, node, "In diesem Kasten steht nicht, was zu tun ist.");
    let span = context.document.node(node).span;
    let date = until.as_deref().and_then(parse_date);
    let meeting = context.values.date("datum");
    if meeting.zip(date).is_some_and(|(meeting, until)| until < meeting) {
        context.findings.push(Diagnostic::new(
            &TASK_EARLY,
            context.file,
            Place::Span(until_span.unwrap_or(span)),
            "Dieser Auftrag soll vor der Sitzung erledigt sein, in der er erteilt wird.",
            "Prüfen Sie das Jahr.",
        ));
    }
    if let (Some(text), None) = (&until, date) {
        context.findings.push(Diagnostic::new(
            &TASK_DATE,
            context.file,
            Place::Span(until_span.unwrap_or(span)),
            format!("Bei diesem Auftrag ist „{text}“ kein Datum, das es gibt."),
            "Schreiben Sie Jahr-Monat-Tag, zum Beispiel: Bis: 2026-06-30",
        ));
    } else if who.is_none() || until.is_none() {
        let missing = match (&who, &until) {
            (None, None) => "Wer und Bis",
            (None, _) => "Wer",
            _ => "Bis",
        };
        context.findings.push(Diagnostic::new(
            &TASK_INCOMPLETE,
            context.file,
            Place::Span(Span { start: span.start, end: span.start + 1 }),
            format!("Bei diesem Auftrag fehlt: {missing}."),
            "Schreiben Sie am Anfang des Auftrags zwei Zeilen: „> Wer: LWV Hessen“ und „> Bis: 2026-06-30“.",
        ));
    }
    Task { number, node, who, until: date }
}

/// The nodes of a paragraph, cut at line breaks.
fn lines(document: &Document, paragraph: NodeId) -> Vec<Range<NodeId>> {
    let mut out = Vec::new();
    let mut start = paragraph + 1;
    for child in document.children(paragraph) {
        if matches!(document.node(child).kind, Kind::SoftBreak | Kind::HardBreak) {
            out.push(start..child);
            start = child + 1;
        }
    }
    out.push(start..document.node(paragraph).end);
    out.retain(|r| !r.is_empty());
    out
}
