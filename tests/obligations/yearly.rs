//! Numbers that are owed once a year, and versions after resolutions at state level.

use crate::world::{World, day, expect, obligation};
use klartext::model::{Obligation, Promise, YearDay};
use klartext::obligations::judge;

fn yearly(reference: &str, due: &str, due_agreed: bool, first_year: Option<i32>) -> Promise {
    let day = |text: &str| (!text.is_empty()).then(|| YearDay::parse(text).unwrap());
    Promise::Yearly { reference: day(reference), due: day(due), due_agreed, first_year }
}

/// Nr. 8 b: by 31 March, first in 2021.
fn list() -> Promise {
    yearly("", "03-31", true, Some(2021))
}

/// Nr. 8 c: as of 31 December, no date agreed; 30 June of the next year is our own patience.
fn age_limit() -> Promise {
    yearly("12-31", "06-30", false, None)
}

/// Nr. 8 d: once a year, nothing else agreed.
fn once_a_year() -> Promise {
    yearly("", "", true, None)
}

#[test]
fn worked_case_the_number_of_2025_is_not_published_in_november_2026() {
    let world = World::new();
    let why = "Die Angabe zum Stichtag 31. Dezember 2025 ist nicht veröffentlicht.";
    expect(&world.judge(&age_limit(), 2025, "2026-11-23"), "keine vollständigen Angaben", why);
    expect(&world.judge(&age_limit(), 2025, "2026-07-01"), "keine vollständigen Angaben", why);
    // On the last day of our patience, and before.
    let open = "Eine Frist ist nicht vereinbart. Die Angabe gilt bis zum 30. Juni 2026 als offen.";
    expect(&world.judge(&age_limit(), 2025, "2026-06-30"), "nicht anwendbar", open);
    expect(&world.judge(&age_limit(), 2025, "2025-12-31"), "nicht anwendbar", open);
    // Editors who declare the year complete say that there is none.
    let told = World::new().all_told(&[2025]).judge(&age_limit(), 2025, "2026-07-01");
    expect(
        &told,
        "nicht erfüllt",
        "Die Angabe zum Stichtag 31. Dezember 2025 fehlt. Für das Jahr ist alles veröffentlicht.",
    );
    // The first Stichtag lies in the first part of a year, and the agreement was in force.
    assert_eq!(world.judge(&age_limit(), 2021, "2026-11-23").word.german(), "keine vollständigen Angaben");
}

#[test]
fn a_list_is_owed_by_the_end_of_march() {
    let world = World::new();
    expect(
        &world.judge(&list(), 2021, "2026-11-23"),
        "nicht anwendbar",
        "Die Frist am 31. März 2021 lag vor dem Inkrafttreten der Vereinbarung.",
    );
    expect(&world.judge(&list(), 2026, "2026-03-31"), "nicht anwendbar", "Die Frist läuft bis zum 31. März 2026.");
    let missing = "Die Angabe für das Jahr 2026 ist nicht veröffentlicht.";
    expect(&world.judge(&list(), 2026, "2026-04-01"), "keine vollständigen Angaben", missing);
    // Even declared complete, a running year is never "not kept".
    let told = World::new().all_told(&[2026]);
    expect(&told.judge(&list(), 2026, "2026-12-31"), "keine vollständigen Angaben", missing);
    let why = "Die Angabe für das Jahr 2026 fehlt. Für das Jahr ist alles veröffentlicht.";
    expect(&told.judge(&list(), 2026, "2027-01-01"), "nicht erfüllt", why);
    // Not owed before its first year.
    let later = yearly("", "03-31", true, Some(2024));
    expect(
        &world.judge(&later, 2023, "2026-11-23"),
        "nicht anwendbar",
        "Für dieses Jahr ist noch keine Angabe zugesagt.",
    );
}

#[test]
fn once_a_year_has_the_whole_year() {
    let world = World::new();
    expect(
        &world.judge(&once_a_year(), 2021, "2026-11-23"),
        "nicht anwendbar",
        "Die Zusage gilt erst ab dem 1. Juni 2021. Ein Teil eines Jahres wird nicht beurteilt.",
    );
    let open = "Eine Frist ist nicht vereinbart. Die Angabe gilt bis zum 31. Dezember 2022 als offen.";
    expect(&world.judge(&once_a_year(), 2022, "2022-12-31"), "nicht anwendbar", open);
    let missing = "Die Angabe für das Jahr 2022 ist nicht veröffentlicht.";
    expect(&world.judge(&once_a_year(), 2022, "2023-01-01"), "keine vollständigen Angaben", missing);
}

#[test]
fn a_stichtag_counts_from_the_first_day_in_force() {
    for (in_force, word) in [("2021-12-31", "keine vollständigen Angaben"), ("2022-01-01", "nicht anwendbar")] {
        let mut world = World::new();
        world.0.in_force = Some(day(in_force));
        assert_eq!(world.judge(&age_limit(), 2021, "2026-11-23").word.german(), word, "{in_force}");
    }
    let mut world = World::new();
    world.0.in_force = Some(day("2022-01-01"));
    let yesterday = yearly("12-31", "06-30", false, Some(2021));
    assert_eq!(world.judge(&yesterday, 2022, "2026-11-23").word.german(), "keine vollständigen Angaben");
}

#[test]
fn a_report_counts_from_the_day_of_its_publication() {
    let world = World::new().report(2024, "2025-05-02", None, None);
    assert_eq!(world.judge(&age_limit(), 2024, "2025-05-01").word.german(), "nicht anwendbar");
    let verdict = world.judge(&age_limit(), 2024, "2025-05-02");
    expect(&verdict, "erfüllt", "Die Angabe zum Stichtag 31. Dezember 2024 wurde am 2. Mai 2025 veröffentlicht.");
    assert_eq!(verdict.records, ["bericht-2024-2025-05-02"]);
    // A report about another year is none about this one.
    assert_eq!(world.judge(&age_limit(), 2023, "2025-05-02").word.german(), "keine vollständigen Angaben");
}

#[test]
fn a_late_supply_is_told_and_counts() {
    // Supplied on, tail of the sentence.
    let cases = [
        (Some("2024-03-31"), ""),
        (Some("2024-04-01"), " Die Zahlen kamen 1 Tag nach der Frist."),
        (Some("2024-04-30"), " Die Zahlen kamen 30 Tage nach der Frist."),
        (None, ""),
    ];
    for (supplied, tail) in cases {
        let world = World::new().report(2024, "2024-06-02", supplied, None);
        let sentence = format!("Die Angabe für das Jahr 2024 wurde am 2. Juni 2024 veröffentlicht.{tail}");
        expect(&world.judge(&list(), 2024, "2024-12-31"), "erfüllt", &sentence);
    }
    // By an own patience nothing is late.
    let world = World::new().report(2024, "2026-06-02", Some("2026-06-01"), None);
    let sentence = "Die Angabe zum Stichtag 31. Dezember 2024 wurde am 2. Juni 2026 veröffentlicht.";
    expect(&world.judge(&age_limit(), 2024, "2026-12-31"), "erfüllt", sentence);
}

#[test]
fn what_two_partners_promised_needs_both() {
    let both = Obligation { debtors: vec!["mkk".to_owned(), "hanau".to_owned()], ..obligation(list()) };
    let judged = |world: &World, as_of: &str| judge(&both, &world.0, 2024, day(as_of));
    let one = World::new().report(2024, "2024-03-02", None, Some("mkk"));
    expect(
        &judged(&one, "2024-03-31"),
        "nicht anwendbar",
        "Die Frist läuft bis zum 31. März 2024. Bisher liegt die Angabe von 1 der 2 Partner vor.",
    );
    expect(
        &judged(&one, "2024-04-01"),
        "keine vollständigen Angaben",
        "Die Angabe für das Jahr 2024 ist nicht vollständig veröffentlicht. Bisher liegt die Angabe von 1 der 2 Partner vor.",
    );
    let two = one.report(2024, "2024-05-02", Some("2024-04-02"), Some("hanau"));
    expect(
        &judged(&two, "2024-12-31"),
        "erfüllt",
        "Die Angabe für das Jahr 2024 wurde am 2. Mai 2024 veröffentlicht. Die Zahlen kamen 2 Tage nach der Frist.",
    );
    // A report without a partner, or from somebody else, speaks for both.
    for supplier in [None, Some("lwv")] {
        let joint = World::new().report(2024, "2024-03-02", None, supplier);
        assert_eq!(judged(&joint, "2024-12-31").word.german(), "erfüllt");
    }
}

#[test]
fn the_agreement_follows_resolutions_at_state_level() {
    let mut world = World::new();
    let none = "Ein abweichender Beschluss auf Landesebene ist nicht eingetragen.";
    expect(&world.judge(&Promise::Adaptation, 2024, "2026-11-23"), "nicht anwendbar", none);
    world.0.versions = vec![day("2021-06-01")];
    world.0.resolutions = vec![day("2024-05-02")];
    expect(&world.judge(&Promise::Adaptation, 2023, "2026-11-23"), "nicht anwendbar", none);
    let open = "Seit dem Beschluss vom 2. Mai 2024 ist keine Anpassung veröffentlicht.";
    expect(&world.judge(&Promise::Adaptation, 2024, "2026-11-23"), "keine vollständigen Angaben", open);
    world.0.versions.push(day("2025-01-01"));
    let done = "Die Vereinbarung wurde zum 1. Januar 2025 angepasst.";
    expect(&world.judge(&Promise::Adaptation, 2024, "2026-11-23"), "erfüllt", done);
    expect(&world.judge(&Promise::Adaptation, 2024, "2024-12-31"), "keine vollständigen Angaben", open);
}
