//! Bodies that begin and end: parts of years are counted, not judged.

use crate::meetings::{TWO, meets};
use crate::world::{World, expect};
use klartext::model::Promise;

/// From, until, extended until, year, day, word, sentence; one meeting was held on 1 February of every year.
const TERMS: &[(&str, &str, &str, i32, &str, &str, &str)] = &[
    // The year in which a body ends is counted, not judged; the years after it are not.
    (
        "2021-06-01",
        "2022-03-31",
        "",
        2022,
        "2022-02-15",
        "nicht anwendbar",
        "Das Gremium ist bis zum 31. März 2022 vereinbart. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene Sitzung.",
    ),
    (
        "2021-06-01",
        "2022-03-31",
        "",
        2022,
        "2022-04-01",
        "nicht anwendbar",
        "Das Gremium war bis zum 31. März 2022 vereinbart. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene Sitzung.",
    ),
    (
        "2021-06-01",
        "2022-03-31",
        "",
        2023,
        "2024-04-01",
        "nicht anwendbar",
        "Das Gremium war bis zum 31. März 2022 vereinbart. 1 Sitzung danach zählt nicht mit.",
    ),
    // An extension moves the end; years in between are whole years.
    (
        "2021-06-01",
        "2022-03-31",
        "2024-06-30",
        2022,
        "2024-04-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    (
        "2021-06-01",
        "2022-03-31",
        "2024-06-30",
        2024,
        "2024-07-01",
        "nicht anwendbar",
        "Das Gremium war bis zum 30. Juni 2024 vereinbart. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene Sitzung.",
    ),
    (
        "2021-06-01",
        "",
        "2024-06-30",
        2025,
        "2026-07-01",
        "nicht anwendbar",
        "Das Gremium war bis zum 30. Juni 2024 vereinbart. 1 Sitzung danach zählt nicht mit.",
    ),
    // A year that ends with its last day is a whole one.
    (
        "2021-06-01",
        "2023-12-31",
        "",
        2023,
        "2024-04-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    // Not agreed yet; agreed from the first day of a year; agreed within one.
    ("2023-01-01", "", "", 2022, "2024-04-01", "nicht anwendbar", "Die Zusage gilt erst ab dem 1. Januar 2023."),
    (
        "2023-01-01",
        "",
        "",
        2023,
        "2024-04-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    (
        "2023-01-02",
        "",
        "",
        2023,
        "2024-04-01",
        "nicht anwendbar",
        "Die Zusage gilt erst ab dem 2. Januar 2023. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene Sitzung.",
    ),
];

#[test]
fn bodies_that_begin_and_end() {
    for (from, until, extended, year, as_of, word, sentence) in TERMS {
        let world = World::new()
            .meetings("kok", "+2022-02-01 +2023-02-01 +2024-02-01 +2025-02-01")
            .complete("kok", &[2022, 2023, 2024, 2025])
            .body("kok", from, until, extended);
        let verdict = world.judge(&meets(TWO), *year, as_of);
        assert_eq!((verdict.word.german(), verdict.sentence.as_str()), (*word, *sentence), "{from} {until} in {year}");
    }
}

/// Meetings, held and planned, what the sentence ends with, which meetings it rests on.
type Counted = (&'static str, (u32, u32), &'static str, &'static [&'static str]);

#[test]
fn a_meeting_after_the_end_counts_for_nothing() {
    let part =
        "Das Gremium war bis zum 31. März 2022 vereinbart. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt:";
    let cases: &[Counted] = &[
        (
            "+2022-03-31 +2022-04-01",
            (1, 0),
            "1 gehaltene Sitzung. 1 Sitzung danach zählt nicht mit.",
            &["kok-2022-03-31"],
        ),
        ("+2022-04-01 o2022-05-01", (0, 0), "keine Sitzung veröffentlicht. 2 Sitzungen danach zählen nicht mit.", &[]),
        ("+2022-03-31 x2022-04-01", (1, 0), "1 gehaltene Sitzung.", &["kok-2022-03-31"]),
    ];
    for (meetings, counted, tail, records) in cases {
        let world = World::new().body("kok", "2021-06-01", "2022-03-31", "").meetings("kok", meetings);
        let verdict = world.judge(&meets(TWO), 2022, "2022-04-15");
        expect(&verdict, "nicht anwendbar", &format!("{part} {tail}"));
        assert_eq!(
            ((verdict.held, verdict.planned), verdict.records.as_slice()),
            (*counted, owned(records).as_slice())
        );
    }
    // With an extension it is one like any other.
    let longer =
        World::new().body("kok", "2021-06-01", "2022-03-31", "2022-12-31").meetings("kok", "+2022-03-31 +2022-04-01");
    assert_eq!(longer.judge(&meets(TWO), 2022, "2022-04-15").word.german(), "erfüllt");
}

fn owned(list: &[&str]) -> Vec<String> {
    list.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn promises_about_single_meetings_end_with_the_body() {
    let world = World::new().body("kok", "2021-06-01", "2022-03-31", "").meetings("kok", "+2022-03-31 +2022-04-01");
    let invitation = Promise::Invitation { body: "kok".to_owned() };
    let one = "Bei der einen gehaltenen Sitzung in der vereinbarten Zeit ist der Tag der Einladung nicht eingetragen.";
    expect(&world.judge(&invitation, 2022, "2022-05-01"), "keine vollständigen Angaben", one);
    let minutes = Promise::Minutes { body: "kok".to_owned(), days: 28 };
    let time = "Für die Niederschrift der einen gehaltenen Sitzung in der vereinbarten Zeit ist noch Zeit: 28 Tage nach der Sitzung.";
    expect(&world.judge(&minutes, 2022, "2022-04-28"), "nicht anwendbar", time);
    let late = World::new().body("kok", "2021-06-01", "2022-03-31", "").meetings("kok", "+2022-04-01");
    let none = "In der vereinbarten Zeit ist in diesem Jahr keine gehaltene Sitzung veröffentlicht.";
    expect(&late.judge(&minutes, 2022, "2023-01-01"), "keine vollständigen Angaben", none);
}
