//! The rotating chair: both readings of the first term, successors, gaps.

use crate::world::{World, day, expect};
use klartext::model::{Promise, Reading};
use klartext::obligations::{ReadingState, reading_states};

fn readings() -> Vec<Reading> {
    let reading = |text: &str, until: &str| Reading { text: text.to_owned(), until: day(until) };
    vec![reading("die ersten beiden Jahre ab Inkrafttreten", "2023-05-31"), reading("die Jahre 2021/22", "2022-12-31")]
}

fn rotation() -> Promise {
    Promise::Rotation { years: 2, readings: readings() }
}

const FIRST: &str = "lwv 2021-06-01 2022-12-31";

#[test]
fn both_readings_are_shown_on_every_day() {
    use ReadingState::{Changed, Due, OverdueSince};
    let (june, january) = (day("2023-06-01"), day("2023-01-01"));
    // Terms, day, from entry into force, by calendar years.
    let cases = [
        (FIRST, "2022-12-31", Due(june), Due(january)),
        (FIRST, "2023-01-01", Due(june), Due(january)),
        (FIRST, "2023-01-02", Due(june), OverdueSince(january)),
        (FIRST, "2023-05-31", Due(june), OverdueSince(january)),
        (FIRST, "2023-06-01", Due(june), OverdueSince(january)),
        (FIRST, "2023-06-02", OverdueSince(june), OverdueSince(january)),
        ("lwv 2021-06-01, mkk 2023-01-01", "2022-12-31", Due(june), Due(january)),
        ("lwv 2021-06-01, mkk 2023-01-01", "2023-01-01", Changed(january), Changed(january)),
        ("lwv 2021-06-01, mkk 2023-06-01", "2023-05-31", Due(june), OverdueSince(january)),
        ("lwv 2021-06-01, mkk 2023-06-01", "2023-06-01", Changed(june), Changed(june)),
        // The same partner again is no change.
        ("lwv 2021-06-01 2022-12-31, lwv 2023-01-01", "2023-06-02", OverdueSince(june), OverdueSince(january)),
        ("", "2022-12-31", Due(june), Due(january)),
    ];
    for (terms, as_of, entry, calendar) in cases {
        let states = reading_states(&readings(), &World::new().chair(terms).0, day(as_of));
        let states: Vec<ReadingState> = states.into_iter().map(|(_, state)| state).collect();
        assert_eq!(states, [entry, calendar], "„{terms}“ on {as_of}");
    }
}

const DUE: &str = "1. Januar 2023 (nach anderer Lesart am 1. Juni 2023)";

/// Terms, years declared complete, year, day, word, sentence; „{DUE}“ stands for both readings.
type Case = (&'static str, &'static [i32], i32, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    (
        "",
        &[],
        2022,
        "2022-12-31",
        "keine vollständigen Angaben",
        "Wer die Geschäftsführung hat, ist nicht veröffentlicht.",
    ),
    (FIRST, &[], 2021, "2026-11-23", "nicht anwendbar", "Der nächste Wechsel ist am {DUE} fällig."),
    (FIRST, &[], 2022, "2022-12-31", "nicht anwendbar", "Der nächste Wechsel ist am {DUE} fällig."),
    // Nobody is recorded: due, between the readings, after both, after the year, and declared complete.
    (FIRST, &[2023], 2023, "2023-01-01", "nicht anwendbar", "Der nächste Wechsel ist am {DUE} fällig."),
    (
        FIRST,
        &[2023],
        2023,
        "2023-01-02",
        "keine vollständigen Angaben",
        "Nach einer Lesart war der Wechsel am 1. Januar 2023 fällig, nach der anderen ist er es am 1. Juni 2023. \
         Ein Wechsel ist nicht veröffentlicht.",
    ),
    (
        FIRST,
        &[2023],
        2023,
        "2023-06-01",
        "keine vollständigen Angaben",
        "Nach einer Lesart war der Wechsel am 1. Januar 2023 fällig, nach der anderen ist er es am 1. Juni 2023. \
         Ein Wechsel ist nicht veröffentlicht.",
    ),
    (
        FIRST,
        &[2023],
        2023,
        "2023-12-31",
        "keine vollständigen Angaben",
        "Der Wechsel war am {DUE} fällig. Wer die Geschäftsführung seitdem hat, ist nicht veröffentlicht.",
    ),
    (
        FIRST,
        &[],
        2023,
        "2024-01-01",
        "keine vollständigen Angaben",
        "Der Wechsel war am {DUE} fällig. Wer die Geschäftsführung seitdem hat, ist nicht veröffentlicht.",
    ),
    (
        FIRST,
        &[2023],
        2023,
        "2024-01-01",
        "nicht erfüllt",
        "Der Wechsel war am {DUE} fällig. Wer die Geschäftsführung seitdem hat, ist nicht veröffentlicht.",
    ),
    (
        FIRST,
        &[],
        2025,
        "2026-11-23",
        "keine vollständigen Angaben",
        "Der Wechsel war am {DUE} fällig. Wer die Geschäftsführung seitdem hat, ist nicht veröffentlicht.",
    ),
    // In time by either reading; planned; later than both.
    (
        "lwv 2021-06-01, mkk 2023-01-01",
        &[],
        2023,
        "2023-01-01",
        "erfüllt",
        "Der Wechsel war am {DUE} fällig. Er ist am 1. Januar 2023 geschehen.",
    ),
    (
        "lwv 2021-06-01, mkk 2023-06-01",
        &[],
        2023,
        "2023-06-01",
        "erfüllt",
        "Der Wechsel war am {DUE} fällig. Er ist am 1. Juni 2023 geschehen.",
    ),
    (
        "lwv 2021-06-01, mkk 2023-06-01",
        &[],
        2023,
        "2023-05-31",
        "auf Kurs",
        "Der Wechsel ist für den 1. Juni 2023 eingetragen, fällig am {DUE}.",
    ),
    (
        "lwv 2021-06-01, mkk 2023-10-01",
        &[],
        2023,
        "2023-05-31",
        "gefährdet",
        "Der Wechsel ist für den 1. Oktober 2023 eingetragen, fällig am {DUE}.",
    ),
    // A gap between the terms is no fault of its own.
    (
        "lwv 2021-06-01 2022-12-31, mkk 2023-03-01",
        &[],
        2023,
        "2023-03-01",
        "erfüllt",
        "Der Wechsel war am {DUE} fällig. Er ist am 1. März 2023 geschehen.",
    ),
    // A change a year late: owed in the first year, done in the second, nothing to do in the third.
    (
        "lwv 2021-06-01, mkk 2024-02-29",
        &[2023],
        2023,
        "2024-03-01",
        "nicht erfüllt",
        "Der Wechsel war am {DUE} fällig. Geschehen ist er erst am 29. Februar 2024.",
    ),
    (
        "lwv 2021-06-01, mkk 2024-02-29",
        &[],
        2023,
        "2024-03-01",
        "keine vollständigen Angaben",
        "Der Wechsel war am {DUE} fällig. Geschehen ist er erst am 29. Februar 2024.",
    ),
    (
        "lwv 2021-06-01, mkk 2024-02-29",
        &[],
        2024,
        "2024-03-01",
        "erfüllt",
        "Der Wechsel war am {DUE} fällig. Er ist am 29. Februar 2024 geschehen.",
    ),
    (
        "lwv 2021-06-01, mkk 2024-02-29",
        &[],
        2025,
        "2025-03-01",
        "nicht anwendbar",
        "In diesem Jahr steht kein Wechsel an.",
    ),
    // Two years after 29 February is 28 February.
    (
        "lwv 2021-06-01, mkk 2024-02-29",
        &[],
        2026,
        "2026-02-28",
        "nicht anwendbar",
        "Der nächste Wechsel ist am 28. Februar 2026 fällig.",
    ),
    // Early.
    (
        "lwv 2021-06-01, mkk 2022-11-01",
        &[],
        2022,
        "2022-12-31",
        "nicht anwendbar",
        "Der Wechsel ist schon am 1. November 2022 geschehen, fällig ist er am {DUE}.",
    ),
    (
        "lwv 2021-06-01, mkk 2022-11-01",
        &[],
        2023,
        "2023-12-31",
        "erfüllt",
        "Der Wechsel war am {DUE} fällig. Er ist am 1. November 2022 geschehen.",
    ),
    // The same partner again: a record of its own, and still no verdict before the year is over and declared.
    (
        "lwv 2021-06-01 2022-12-31, lwv 2023-01-01",
        &[],
        2023,
        "2023-12-31",
        "gefährdet",
        "Der Wechsel war am {DUE} fällig. Derselbe Partner hat die Geschäftsführung behalten.",
    ),
    (
        "lwv 2021-06-01 2022-12-31, lwv 2023-01-01",
        &[],
        2023,
        "2024-01-01",
        "keine vollständigen Angaben",
        "Der Wechsel war am {DUE} fällig. Derselbe Partner hat die Geschäftsführung behalten.",
    ),
    (
        "lwv 2021-06-01 2022-12-31, lwv 2023-01-01",
        &[2023],
        2023,
        "2024-01-01",
        "nicht erfüllt",
        "Der Wechsel war am {DUE} fällig. Derselbe Partner hat die Geschäftsführung behalten.",
    ),
    // Three terms.
    (
        "lwv 2021-06-01, mkk 2023-01-01, hanau 2025-01-01",
        &[],
        2024,
        "2026-11-23",
        "nicht anwendbar",
        "In diesem Jahr steht kein Wechsel an.",
    ),
    (
        "lwv 2021-06-01, mkk 2023-01-01, hanau 2025-01-01",
        &[],
        2025,
        "2026-11-23",
        "erfüllt",
        "Der Wechsel war am 1. Januar 2025 fällig. Er ist am 1. Januar 2025 geschehen.",
    ),
    (
        "lwv 2021-06-01, mkk 2023-01-01, hanau 2025-01-01",
        &[],
        2027,
        "2027-01-02",
        "keine vollständigen Angaben",
        "Der Wechsel war am 1. Januar 2027 fällig. Wer die Geschäftsführung seitdem hat, ist nicht veröffentlicht.",
    ),
    (
        "lwv 2021-06-01, mkk 2023-01-01, lwv 2025-01-01",
        &[],
        2025,
        "2025-01-01",
        "erfüllt",
        "Der Wechsel war am 1. Januar 2025 fällig. Er ist am 1. Januar 2025 geschehen.",
    ),
];

#[test]
fn worked_cases() {
    for (terms, complete, year, as_of, word, sentence) in CASES {
        let verdict = World::new().chair(terms).all_told(complete).judge(&rotation(), *year, as_of);
        let sentence = sentence.replace("{DUE}", DUE);
        assert_eq!((verdict.word.german(), verdict.sentence), (*word, sentence), "„{terms}“, {year}, on {as_of}");
    }
}

#[test]
fn nobody_is_late_who_keeps_to_a_reading_that_ends_in_a_later_year() {
    let reading = |until: &str| Reading { text: "so".to_owned(), until: day(until) };
    let wide = Promise::Rotation { years: 2, readings: vec![reading("2022-12-30"), reading("2023-05-31")] };
    let world = World::new().chair(FIRST).all_told(&[2022]);
    for as_of in ["2023-02-01", "2023-07-01"] {
        assert_eq!(world.judge(&wide, 2022, as_of).word.german(), "keine vollständigen Angaben", "{as_of}");
    }
    let told = World::new().chair(FIRST).all_told(&[2023]);
    assert_eq!(told.judge(&wide, 2023, "2024-01-01").word.german(), "nicht erfüllt");
}

#[test]
fn without_readings_the_years_of_a_term_count() {
    let plain = Promise::Rotation { years: 2, readings: Vec::new() };
    let verdict = World::new().chair(FIRST).judge(&plain, 2023, "2023-06-02");
    expect(
        &verdict,
        "keine vollständigen Angaben",
        "Der Wechsel war am 1. Juni 2023 fällig. Wer die Geschäftsführung seitdem hat, ist nicht veröffentlicht.",
    );
}
