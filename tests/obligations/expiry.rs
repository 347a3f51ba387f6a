//! Bodies that are limited: over, extended, or nobody knows.

use crate::world::{World, day, expect};
use klartext::model::Promise;

/// End, extended until, declared years, year, day, word, sentence.
type Case = (&'static str, &'static str, &'static [i32], i32, &'static str, &'static str, &'static str);

#[test]
fn a_limited_body_ends_or_is_extended() {
    let expiry = Promise::Expiry { body: "pit".to_owned(), until: day("2022-03-31") };
    let judged = |meetings: &str, extended: &str, year: i32, as_of: &str| {
        let world = World::new().body("pit", "2021-06-01", "2022-03-31", extended).meetings("pit", meetings);
        world.judge(&expiry, year, as_of)
    };
    expect(&judged("", "", 2022, "2022-03-31"), "nicht anwendbar", "Das Gremium ist bis zum 31. März 2022 vereinbart.");
    expect(&judged("", "", 2021, "2022-04-01"), "nicht anwendbar", "Das Gremium war bis zum 31. März 2022 vereinbart.");
    let over = "Die Befristung ist am 31. März 2022 abgelaufen. Danach ist in diesem Jahr noch keine gehaltene Sitzung veröffentlicht.";
    expect(&judged("+2022-03-31", "", 2022, "2022-04-01"), "keine vollständigen Angaben", over);
    // An "extension" to the same day is none.
    assert_eq!(judged("", "2022-03-31", 2022, "2022-04-01"), judged("", "", 2022, "2022-04-01"));
    // The worked case: a meeting on the day after, without an extension.
    let late = judged("+2022-04-01", "", 2022, "2022-04-01");
    let why = "Das Gremium war bis zum 31. März 2022 vereinbart. Danach ist eine Sitzung veröffentlicht, aber keine Verlängerung.";
    expect(&late, "keine vollständigen Angaben", why);
    assert_eq!(late.records, ["pit-2022-04-01"]);
    expect(
        &judged("+2023-04-01 +2023-05-01 o2023-12-01", "", 2023, "2023-06-01"),
        "keine vollständigen Angaben",
        "Das Gremium war bis zum 31. März 2022 vereinbart. Danach sind 2 Sitzungen veröffentlicht, aber keine Verlängerung.",
    );
    // With an extension the new end counts.
    let longer = "Die Befristung bis zum 31. März 2022 wurde bis zum 31. Dezember 2023 verlängert.";
    expect(&judged("+2022-04-01", "2023-12-31", 2022, "2022-04-01"), "erfüllt", longer);
    expect(
        &judged("", "2023-12-31", 2022, "2022-03-31"),
        "nicht anwendbar",
        "Das Gremium ist bis zum 31. Dezember 2023 vereinbart.",
    );
    expect(
        &judged("", "2023-12-31", 2024, "2024-03-31"),
        "nicht anwendbar",
        "Das Gremium war bis zum 31. Dezember 2023 vereinbart.",
    );
    assert_eq!(judged("+2024-01-01", "2023-12-31", 2024, "2024-03-31").word.german(), "keine vollständigen Angaben");
}

#[test]
fn that_nobody_met_after_the_end_needs_a_declared_year() {
    let cases: &[Case] = &[
        (
            "2022-03-31",
            "",
            &[2022],
            2022,
            "2022-12-31",
            "keine vollständigen Angaben",
            "Die Befristung ist am 31. März 2022 abgelaufen. Danach ist in diesem Jahr noch keine gehaltene Sitzung veröffentlicht.",
        ),
        (
            "2022-03-31",
            "",
            &[2021, 2023],
            2022,
            "2026-11-23",
            "keine vollständigen Angaben",
            "Die Befristung ist am 31. März 2022 abgelaufen. Ob es danach in diesem Jahr Sitzungen gab, ist nicht veröffentlicht.",
        ),
        (
            "2022-03-31",
            "",
            &[2022],
            2022,
            "2023-01-01",
            "erfüllt",
            "Die Befristung ist am 31. März 2022 abgelaufen. Danach ist in diesem Jahr keine gehaltene Sitzung veröffentlicht. \
             Für das Jahr ist alles veröffentlicht.",
        ),
        // An extension is a record of its own; what comes after it is not.
        (
            "2022-03-31",
            "2024-02-29",
            &[],
            2023,
            "2026-11-23",
            "erfüllt",
            "Die Befristung bis zum 31. März 2022 wurde bis zum 29. Februar 2024 verlängert.",
        ),
        (
            "2022-03-31",
            "2024-02-29",
            &[],
            2024,
            "2024-02-29",
            "nicht anwendbar",
            "Das Gremium ist bis zum 29. Februar 2024 vereinbart.",
        ),
        (
            "2022-03-31",
            "2024-02-29",
            &[],
            2024,
            "2026-11-23",
            "keine vollständigen Angaben",
            "Die Befristung bis zum 31. März 2022 wurde bis zum 29. Februar 2024 verlängert. \
             Ob es danach in diesem Jahr Sitzungen gab, ist nicht veröffentlicht.",
        ),
        (
            "2022-03-31",
            "2024-02-29",
            &[2024],
            2024,
            "2026-11-23",
            "erfüllt",
            "Die Befristung bis zum 31. März 2022 wurde bis zum 29. Februar 2024 verlängert. \
             Danach ist in diesem Jahr keine gehaltene Sitzung veröffentlicht. Für das Jahr ist alles veröffentlicht.",
        ),
        // No day of the year lies after its last one.
        (
            "2022-12-31",
            "",
            &[2022],
            2022,
            "2023-01-01",
            "nicht anwendbar",
            "Das Gremium war bis zum 31. Dezember 2022 vereinbart.",
        ),
    ];
    for (until, extended, declared, year, as_of, word, sentence) in cases {
        let world = World::new().body("pit", "2021-06-01", until, extended).complete("pit", declared);
        let expiry = Promise::Expiry { body: "pit".to_owned(), until: day(until) };
        let verdict = world.judge(&expiry, *year, as_of);
        assert_eq!(
            (verdict.word.german(), verdict.sentence.as_str()),
            (*word, *sentence),
            "{until} {extended}, {year} on {as_of}"
        );
    }
}

#[test]
fn an_entry_without_a_state_after_the_end_may_have_been_a_meeting() {
    let expiry = Promise::Expiry { body: "pit".to_owned(), until: day("2022-03-31") };
    let open = "Die Befristung ist am 31. März 2022 abgelaufen. Ob es danach in diesem Jahr Sitzungen gab, ist nicht veröffentlicht.";
    let judged = |meetings: &str| {
        World::new().complete("pit", &[2022]).meetings("pit", meetings).judge(&expiry, 2022, "2023-01-01")
    };
    expect(&judged("o2022-04-01"), "keine vollständigen Angaben", open);
    for kept in ["x2022-04-01", "o2022-03-31"] {
        assert_eq!(judged(kept).word.german(), "erfüllt", "{kept}");
    }
}
