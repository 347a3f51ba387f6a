//! How often a body meets: the worked cases, leap years, year ends, parts of years.

use crate::world::{World, day, expect};
use klartext::model::{Frequency, Promise};
use klartext::obligations::years;

pub fn meets(often: &str) -> Promise {
    Promise::Meetings { body: "kok".to_owned(), frequency: Frequency::parse(often).unwrap() }
}

/// Agreed, meetings, whether the year is declared complete, year, day, word, sentence.
type Case = (&'static str, &'static str, bool, i32, &'static str, &'static str, &'static str);

/// Nr. 5.
pub const TWO: &str = "mindestens 2x jährlich";
const FOUR: &str = "ca. 4x jährlich";

const CASES: &[Case] = &[
    // The worked cases of the Kooperationskonferenz.
    (
        TWO,
        "+2022-03-15 +2022-09-20",
        false,
        2022,
        "2023-02-01",
        "erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 2 gehaltene.",
    ),
    (
        TWO,
        "+2023-03-15 x2023-09-20",
        true,
        2023,
        "2024-01-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene, abgesagt ist 1. \
         Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    (
        TWO,
        "+2023-03-15",
        false,
        2023,
        "2024-01-01",
        "keine vollständigen Angaben",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Ob es weitere gab, ist nicht veröffentlicht.",
    ),
    (
        TWO,
        "",
        false,
        2023,
        "2024-01-01",
        "keine vollständigen Angaben",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist keine. Ob es Sitzungen gab, ist nicht veröffentlicht.",
    ),
    (
        TWO,
        "",
        true,
        2023,
        "2024-01-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist keine. \
         Für das Jahr ist alles veröffentlicht, es fehlen 2 Sitzungen.",
    ),
    // More than agreed is in order.
    (
        TWO,
        "+2022-03-15 +2022-06-15 +2022-09-20",
        true,
        2022,
        "2023-02-01",
        "erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 3 gehaltene.",
    ),
    (
        "6x jährlich",
        "+2022-03-15",
        true,
        2022,
        "2023-02-01",
        "nicht erfüllt",
        "Vereinbart sind 6 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlen 5 Sitzungen.",
    ),
    (
        "1x jährlich",
        "x2022-03-15",
        true,
        2022,
        "2023-02-01",
        "nicht erfüllt",
        "Vereinbart ist 1 Sitzung, veröffentlicht ist keine gehaltene, abgesagt ist 1. \
         Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    // "ca. 4": three are in line, two are a note, never "not kept".
    (
        FOUR,
        "+2022-02-01 +2022-05-01 +2022-08-01",
        false,
        2022,
        "2023-02-01",
        "im Rahmen",
        "Vereinbart sind ungefähr 4 Sitzungen (im Rahmen ab 3), veröffentlicht sind 3 gehaltene.",
    ),
    (
        FOUR,
        "+2022-02-01 +2022-05-01",
        true,
        2022,
        "2023-02-01",
        "unter dem Rahmen",
        "Vereinbart sind ungefähr 4 Sitzungen (im Rahmen ab 3), veröffentlicht sind 2 gehaltene. \
         Für das Jahr ist alles veröffentlicht.",
    ),
    (
        FOUR,
        "+2022-02-01 +2022-05-01",
        false,
        2022,
        "2023-02-01",
        "keine vollständigen Angaben",
        "Vereinbart sind ungefähr 4 Sitzungen (im Rahmen ab 3), veröffentlicht sind 2 gehaltene. \
         Ob es weitere gab, ist nicht veröffentlicht.",
    ),
    (
        FOUR,
        "+2022-02-01 +2022-05-01 o2022-08-01",
        false,
        2022,
        "2022-06-01",
        "auf Kurs",
        "Vereinbart sind ungefähr 4 Sitzungen (im Rahmen ab 3), veröffentlicht sind 2 gehaltene und 1 geplante.",
    ),
    // A quarter less is still "about", of small numbers nothing.
    (
        "ca. 2x jährlich",
        "+2022-02-01",
        true,
        2022,
        "2023-02-01",
        "unter dem Rahmen",
        "Vereinbart sind ungefähr 2 Sitzungen (im Rahmen ab 2), veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht.",
    ),
    // The running year.
    (
        TWO,
        "+2026-03-12 o2026-12-09",
        false,
        2026,
        "2026-11-23",
        "auf Kurs",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 1 gehaltene und 1 geplante.",
    ),
    (
        TWO,
        "+2026-03-12",
        false,
        2026,
        "2026-11-23",
        "gefährdet",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Es fehlt noch 1 Termin.",
    ),
    (
        TWO,
        "x2026-03-12",
        false,
        2026,
        "2026-11-23",
        "gefährdet",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist keine gehaltene oder geplante, abgesagt ist 1. \
         Es fehlen noch 2 Termine.",
    ),
    (
        TWO,
        "",
        false,
        2026,
        "2026-11-23",
        "keine vollständigen Angaben",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist noch keine.",
    ),
    // Declared complete before it is over: the year still runs.
    (
        TWO,
        "+2026-03-12",
        true,
        2026,
        "2026-12-31",
        "gefährdet",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Es fehlt noch 1 Termin.",
    ),
    (
        TWO,
        "+2026-03-12",
        true,
        2026,
        "2027-01-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    // Planned, its day is over, and nobody says whether it took place: neither held nor planned, and never "not kept".
    (
        TWO,
        "+2026-03-12 o2026-11-22",
        false,
        2026,
        "2026-11-23",
        "gefährdet",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. \
         Bei 1 Sitzung fehlt die Angabe, ob sie stattgefunden hat. Fand sie nicht statt, fehlt noch 1 Termin.",
    ),
    (
        TWO,
        "+2023-03-15 o2023-09-20",
        true,
        2023,
        "2024-01-01",
        "keine vollständigen Angaben",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. \
         Bei 1 Sitzung fehlt die Angabe, ob sie stattgefunden hat.",
    ),
    (
        "6x jährlich",
        "o2023-03-15 o2023-09-20",
        true,
        2023,
        "2024-01-01",
        "nicht erfüllt",
        "Vereinbart sind 6 Sitzungen, veröffentlicht ist keine gehaltene. \
         Bei 2 Sitzungen fehlt die Angabe, ob sie stattgefunden haben. \
         Sonst ist für das Jahr alles veröffentlicht, es fehlen mindestens 4 Sitzungen.",
    ),
    // Only what is certainly missing is called missing.
    (
        "2x jährlich",
        "o2026-12-31",
        true,
        2026,
        "2027-01-01",
        "nicht erfüllt",
        "Vereinbart sind 2 Sitzungen, veröffentlicht ist keine gehaltene. \
         Bei 1 Sitzung fehlt die Angabe, ob sie stattgefunden hat. \
         Sonst ist für das Jahr alles veröffentlicht, es fehlt mindestens 1 Sitzung.",
    ),
    (
        FOUR,
        "+2022-02-01 o2022-05-01",
        true,
        2022,
        "2023-02-01",
        "unter dem Rahmen",
        "Vereinbart sind ungefähr 4 Sitzungen (im Rahmen ab 3), veröffentlicht ist 1 gehaltene. \
         Bei 1 Sitzung fehlt die Angabe, ob sie stattgefunden hat. Sonst ist für das Jahr alles veröffentlicht.",
    ),
    (
        TWO,
        "o2026-03-12 o2026-04-12",
        false,
        2026,
        "2026-11-23",
        "gefährdet",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist keine gehaltene oder geplante. \
         Bei 2 Sitzungen fehlt die Angabe, ob sie stattgefunden haben. Fanden sie nicht statt, fehlen noch 2 Termine.",
    ),
    (
        "6x jährlich",
        "+2026-03-12 o2026-04-12 o2026-12-01",
        false,
        2026,
        "2026-11-23",
        "gefährdet",
        "Vereinbart sind 6 Sitzungen, veröffentlicht sind 1 gehaltene und 1 geplante. \
         Bei 1 Sitzung fehlt die Angabe, ob sie stattgefunden hat. Es fehlen noch mindestens 3 Termine.",
    ),
    // On its own day a planned meeting is still planned.
    (
        TWO,
        "+2026-03-12 o2026-11-23",
        false,
        2026,
        "2026-11-23",
        "auf Kurs",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 1 gehaltene und 1 geplante.",
    ),
    // What a later record calls held was planned on an earlier day.
    (
        TWO,
        "+2026-03-12 +2026-12-09",
        false,
        2026,
        "2026-11-23",
        "auf Kurs",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 1 gehaltene und 1 geplante.",
    ),
    // Year ends: 31 December belongs to the old year, 1 January to the new one.
    (
        TWO,
        "+2022-06-01 +2022-12-31 +2023-01-01",
        false,
        2022,
        "2022-12-31",
        "erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 2 gehaltene.",
    ),
    (
        TWO,
        "+2022-06-01 +2022-12-31 +2023-01-01",
        true,
        2023,
        "2024-01-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    (
        TWO,
        "+2022-06-01 o2022-12-31",
        true,
        2022,
        "2022-12-31",
        "auf Kurs",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 1 gehaltene und 1 geplante.",
    ),
    // Leap years and the two days on which clocks change.
    (
        TWO,
        "+2024-02-29 o2024-12-31",
        false,
        2024,
        "2024-02-29",
        "auf Kurs",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 1 gehaltene und 1 geplante.",
    ),
    (
        TWO,
        "+2024-02-29 +2024-12-31",
        false,
        2024,
        "2024-12-31",
        "erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 2 gehaltene.",
    ),
    (
        TWO,
        "+2026-03-29 +2026-10-25",
        false,
        2026,
        "2026-10-25",
        "erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 2 gehaltene.",
    ),
    // The first part of a year is counted, from the first day in force on, and not judged.
    (
        TWO,
        "+2021-05-31 +2021-06-01 o2021-12-01",
        true,
        2021,
        "2021-11-01",
        "nicht anwendbar",
        "Die Zusage gilt erst ab dem 1. Juni 2021. \
         Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene und 1 geplante Sitzung.",
    ),
    (
        TWO,
        "+2021-06-01 +2021-09-01",
        true,
        2021,
        "2026-11-23",
        "nicht anwendbar",
        "Die Zusage gilt erst ab dem 1. Juni 2021. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 2 gehaltene Sitzungen.",
    ),
    (
        TWO,
        "",
        true,
        2021,
        "2026-11-23",
        "nicht anwendbar",
        "Die Zusage gilt erst ab dem 1. Juni 2021. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: keine Sitzung veröffentlicht.",
    ),
    // Before the agreement is in force, and before the year has begun.
    (TWO, "+2020-03-01", true, 2020, "2026-11-23", "nicht anwendbar", "Die Vereinbarung war noch nicht in Kraft."),
    (TWO, "+2021-03-01", true, 2021, "2021-05-31", "nicht anwendbar", "Die Vereinbarung war noch nicht in Kraft."),
    (TWO, "o2027-03-01", true, 2027, "2026-12-31", "nicht anwendbar", "Das Jahr hat noch nicht begonnen."),
];

#[test]
fn worked_cases() {
    for (often, meetings, complete, year, as_of, word, sentence) in CASES {
        let declared: &[i32] = if *complete { &[*year] } else { &[] };
        let world = World::new().meetings("kok", meetings).complete("kok", declared);
        let verdict = world.judge(&meets(often), *year, as_of);
        assert_eq!((verdict.word.german(), verdict.sentence.as_str()), (*word, *sentence), "{meetings} on {as_of}");
    }
}

#[test]
fn a_joint_meeting_counts_for_each_body_and_others_do_not() {
    let world = World::new().meetings("kok gpv", "+2022-02-01").meetings("gpv", "+2022-03-01");
    let verdict = world.judge(&meets(TWO), 2022, "2022-04-01");
    assert_eq!((verdict.held, verdict.records.as_slice()), (1, &["kok-gpv-2022-02-01".to_owned()][..]));
    let gpv = Promise::Meetings { body: "gpv".to_owned(), frequency: Frequency::parse(TWO).unwrap() };
    expect(
        &world.judge(&gpv, 2022, "2022-04-01"),
        "erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht sind 2 gehaltene.",
    );
}

#[test]
fn what_is_called_cancelled_was_not_held() {
    let world = World::new().with("kok", "x2022-02-01", |m| m.held = true);
    assert_eq!(world.judge(&meets(TWO), 2022, "2022-04-01").held, 0);
    assert!(!world.0.meetings[0].took_place(day("2022-04-01")));
}

#[test]
fn a_verdict_names_its_records_in_order_of_days_and_its_numbers() {
    let world = World::new().meetings("kok", "o2022-11-01 +2022-02-01 x2022-05-01");
    let verdict = world.judge(&meets(TWO), 2022, "2022-04-01");
    assert_eq!(verdict.records, ["kok-2022-02-01", "kok-2022-05-01", "kok-2022-11-01"]);
    assert_eq!((verdict.held, verdict.planned, verdict.agreed), (1, 1, Some(2)));
}

#[test]
fn years_go_from_the_first_in_force_to_the_day() {
    let world = World::new();
    let list = |as_of: &str| years(&world.0, day(as_of)).collect::<Vec<_>>();
    assert_eq!(list("2023-01-01"), [2021, 2022, 2023]);
    assert_eq!(list("2021-06-01"), [2021]);
    assert_eq!(list("2021-05-31"), Vec::<i32>::new());
}
