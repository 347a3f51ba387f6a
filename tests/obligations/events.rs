//! Promises about single meetings: invitations, minutes, ends, orders.

use crate::world::{World, day, expect};
use klartext::model::Promise;

fn kok() -> String {
    "kok".to_owned()
}

#[test]
fn a_year_without_a_known_meeting_is_unknown_unless_declared() {
    let none = "In diesem Jahr ist keine gehaltene Sitzung veröffentlicht.";
    let order = Promise::Order { body: kok(), before: "gpv".to_owned(), by: None };
    for promise in [Promise::Invitation { body: kok() }, Promise::Minutes { body: kok(), days: 28 }, order] {
        let judged = |world: World, as_of: &str| world.judge(&promise, 2024, as_of);
        let yet = "In diesem Jahr ist noch keine gehaltene Sitzung veröffentlicht.";
        expect(&judged(World::new(), "2024-12-31"), "nicht anwendbar", yet);
        expect(&judged(World::new(), "2025-01-01"), "keine vollständigen Angaben", none);
        expect(&judged(World::new().complete("kok", &[2024]), "2025-01-01"), "nicht anwendbar", none);
        // Not agreed any more, or not yet.
        expect(&judged(World::new().body("kok", "", "2023-12-31", ""), "2025-01-01"), "nicht anwendbar", none);
        expect(&judged(World::new().body("kok", "2025-01-01", "", ""), "2025-01-01"), "nicht anwendbar", none);
    }
}

#[test]
fn an_invitation_lies_before_its_meeting() {
    let invitation = Promise::Invitation { body: kok() };
    let invited = |world: World, on: &str, at: &str| world.with("kok", on, |m| m.invited = Some(day(at)));
    let good = invited(World::new(), "+2024-03-01", "2024-02-29");
    let one = "Bei der einen veröffentlichten Sitzung ist eine Einladung vor der Sitzung eingetragen.";
    expect(&good.judge(&invitation, 2024, "2024-12-31"), "auf Kurs", one);
    expect(&good.judge(&invitation, 2024, "2025-01-01"), "erfüllt", one);
    // On the day itself is too late; without a day nobody knows.
    for at in ["2024-03-01", ""] {
        let bad = World::new().with("kok", "+2024-03-01", |m| m.invited = (!at.is_empty()).then(|| day(at)));
        let none = "Bei der einen veröffentlichten Sitzung ist keine Einladung vor der Sitzung eingetragen.";
        expect(&bad.judge(&invitation, 2024, "2025-01-01"), "keine vollständigen Angaben", none);
        let told = bad.complete("kok", &[2024]);
        expect(&told.judge(&invitation, 2024, "2024-12-31"), "keine vollständigen Angaben", none);
        expect(&told.judge(&invitation, 2024, "2025-01-01"), "nicht erfüllt", none);
    }
    let some = invited(good.meetings("kok", "+2024-05-01 o2024-11-01 x2024-12-01"), "+2024-06-01", "2024-05-01");
    let verdict = some.judge(&invitation, 2024, "2025-01-01");
    let two = "Bei 2 von 3 veröffentlichten Sitzungen ist eine Einladung vor der Sitzung eingetragen.";
    expect(&verdict, "keine vollständigen Angaben", two);
    assert_eq!(verdict.records, ["kok-2024-03-01", "kok-2024-05-01", "kok-2024-06-01"]);
}

#[test]
fn minutes_have_their_days_also_over_leap_days_and_changed_clocks() {
    let minutes = |days| Promise::Minutes { body: kok(), days };
    // Held on, days, last day in time, first day without.
    let cases = [
        ("+2024-02-01", 28, "2024-02-29", "2024-03-01"),
        ("+2023-02-01", 28, "2023-03-01", "2023-03-02"),
        ("+2026-03-01", 28, "2026-03-29", "2026-03-30"),
        ("+2026-10-24", 1, "2026-10-25", "2026-10-26"),
        ("+2025-12-31", 1, "2026-01-01", "2026-01-02"),
    ];
    for (held, days, last, first) in cases {
        let (world, year) = (World::new().meetings("kok", held), held[1..5].parse().unwrap());
        assert_eq!(world.judge(&minutes(days), year, last).word.german(), "nicht anwendbar", "{held} on {last}");
        assert_eq!(
            world.judge(&minutes(days), year, first).word.german(),
            "keine vollständigen Angaben",
            "{held} on {first}"
        );
    }
    let young = World::new().meetings("kok", "+2024-02-01");
    let verdict = young.judge(&minutes(1), 2024, "2024-02-01");
    expect(
        &verdict,
        "nicht anwendbar",
        "Für die Niederschrift der einen veröffentlichten Sitzung ist noch Zeit: 1 Tag nach der Sitzung.",
    );
}

#[test]
fn minutes_that_came_late_count_and_are_told() {
    let minutes = Promise::Minutes { body: kok(), days: 28 };
    let with =
        |world: World, on: &str, since: Option<&str>| world.with("kok", on, |m| m.minutes = Some(since.map(day)));
    let world = with(World::new(), "+2024-02-01", Some("2024-02-29"));
    let one = "Bei der einen veröffentlichten Sitzung ist die Niederschrift veröffentlicht.";
    expect(&world.judge(&minutes, 2024, "2025-01-01"), "erfüllt", one);
    // Not there yet on an earlier day.
    assert_eq!(world.judge(&minutes, 2024, "2024-02-28").word.german(), "nicht anwendbar");
    let world = with(world, "+2024-05-01", Some("2024-05-30"));
    let two = "Bei allen 2 veröffentlichten Sitzungen ist die Niederschrift veröffentlicht. Eine kam später als 28 Tage nach der Sitzung.";
    expect(&world.judge(&minutes, 2024, "2025-01-01"), "erfüllt", two);
    // Without a day they are there.
    let world = with(world, "+2024-06-01", None).meetings("kok", "+2024-07-01");
    let three = "Bei 3 von 4 veröffentlichten Sitzungen ist die Niederschrift veröffentlicht. Eine kam später als 28 Tage nach der Sitzung.";
    expect(&world.judge(&minutes, 2024, "2025-01-01"), "keine vollständigen Angaben", three);
    let told = world.complete("kok", &[2024]);
    expect(&told.judge(&minutes, 2024, "2025-01-01"), "nicht erfüllt", three);
}

#[test]
fn nothing_from_before_the_agreement_is_judged() {
    let world = World::new().meetings("kok", "+2021-05-31").complete("kok", &[2021]);
    for promise in [Promise::Invitation { body: kok() }, Promise::Minutes { body: kok(), days: 28 }] {
        let verdict = world.judge(&promise, 2021, "2022-01-01");
        expect(&verdict, "nicht anwendbar", "In diesem Jahr ist keine gehaltene Sitzung veröffentlicht.");
    }
}

#[test]
fn a_limited_body_ends_or_is_extended() {
    let expiry = Promise::Expiry { body: "pit".to_owned(), until: day("2022-03-31") };
    let judged = |meetings: &str, extended: &str, year: i32, as_of: &str| {
        let world = World::new().body("pit", "2021-06-01", "2022-03-31", extended).meetings("pit", meetings);
        world.judge(&expiry, year, as_of)
    };
    expect(&judged("", "", 2022, "2022-03-31"), "nicht anwendbar", "Das Gremium ist bis zum 31. März 2022 vereinbart.");
    expect(&judged("", "", 2021, "2022-04-01"), "nicht anwendbar", "Das Gremium war bis zum 31. März 2022 vereinbart.");
    expect(
        &judged("+2022-03-31", "", 2022, "2022-04-01"),
        "erfüllt",
        "Die Befristung ist am 31. März 2022 abgelaufen. Danach ist in diesem Jahr keine Sitzung veröffentlicht.",
    );
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
fn a_body_meets_before_another_one() {
    let order = |by: Option<&str>| Promise::Order {
        body: "pit".to_owned(),
        before: "gpv".to_owned(),
        by: by.map(str::to_owned),
    };
    // Meetings of the one, of the other, how many are in order.
    let cases = [
        ("+2021-09-01", "+2021-09-01", "erfüllt"),
        ("+2021-09-01", "+2021-09-15", "erfüllt"),
        ("+2021-09-01", "+2021-08-31", "keine vollständigen Angaben"),
        ("+2021-09-01", "x2021-09-15", "keine vollständigen Angaben"),
        ("+2021-09-01 +2021-10-01", "+2021-09-15 +2021-10-15", "erfüllt"),
        // The other one comes only after the next one, and one that is still to come counts.
        ("+2021-09-01 +2021-10-01", "+2021-10-15", "keine vollständigen Angaben"),
        ("+2021-09-01 +2021-10-01", "+2021-10-01", "keine vollständigen Angaben"),
        ("+2021-12-01", "+2022-01-10", "erfüllt"),
        // The next one may lie in the next year.
        ("+2021-12-01 o2022-01-05", "+2022-01-10", "keine vollständigen Angaben"),
        ("x2021-12-01", "+2021-12-02", "nicht anwendbar"),
    ];
    for (own, other, word) in cases {
        let world = World::new().meetings("pit", own).meetings("gpv", other).complete("pit", &[2021]);
        assert_eq!(world.judge(&order(None), 2021, "2022-01-02").word.german(), word, "{own} before {other}");
    }
    // Both at one table; and the inviter has to be the agreed one.
    let joint = World::new().meetings("pit gpv", "+2021-09-01");
    let same = "Bei der einen veröffentlichten Sitzung ist die Reihenfolge wie vereinbart.";
    expect(&joint.judge(&order(None), 2021, "2022-01-02"), "erfüllt", same);
    for (inviter, word) in
        [(Some("lwv"), "erfüllt"), (Some("mkk"), "keine vollständigen Angaben"), (None, "keine vollständigen Angaben")]
    {
        let world = World::new().meetings("gpv", "+2021-09-15");
        let world = world.with("pit", "+2021-09-01", |m| m.invited_by = inviter.map(str::to_owned));
        assert_eq!(world.judge(&order(Some("lwv")), 2021, "2022-01-02").word.german(), word, "{inviter:?}");
    }
}

#[test]
fn the_first_invitation_is_owed_once() {
    let first = Promise::FirstInvitation { body: kok(), by: Some("lwv".to_owned()), until: day("2021-06-30") };
    let invited = |at: &str, by: Option<&str>| {
        World::new().with("kok", "+2021-09-01", |m| {
            m.invited = Some(day(at));
            m.invited_by = by.map(str::to_owned);
        })
    };
    // Invited on, by whom, year, day, word, sentence.
    let cases = [
        (
            "2021-06-30",
            Some("lwv"),
            "2021-06-30",
            "erfüllt",
            "Eingeladen wurde am 30. Juni 2021, vereinbart war bis zum 30. Juni 2021.",
        ),
        ("2021-06-30", Some("lwv"), "2021-06-29", "nicht anwendbar", "Die Frist läuft bis zum 30. Juni 2021."),
        (
            "2021-07-01",
            Some("lwv"),
            "2021-07-01",
            "keine vollständigen Angaben",
            "Eine Einladung bis zum 30. Juni 2021 ist nicht veröffentlicht. Die früheste veröffentlichte ist vom 1. Juli 2021.",
        ),
        (
            "2021-06-02",
            None,
            "2021-07-01",
            "keine vollständigen Angaben",
            "Eingeladen wurde am 2. Juni 2021. Wer eingeladen hat, ist nicht veröffentlicht.",
        ),
        (
            "2021-06-02",
            Some("mkk"),
            "2021-07-01",
            "keine vollständigen Angaben",
            "Eine Einladung bis zum 30. Juni 2021 ist nicht veröffentlicht.",
        ),
    ];
    for (at, by, as_of, word, sentence) in cases {
        expect(&invited(at, by).judge(&first, 2021, as_of), word, sentence);
    }
    let once = "Diese Zusage galt nur für die erste Einladung.";
    expect(&World::new().judge(&first, 2022, "2022-07-01"), "nicht anwendbar", once);
    let told = World::new().complete("kok", &[2021]);
    assert_eq!(told.judge(&first, 2021, "2021-12-31").word.german(), "keine vollständigen Angaben");
    expect(
        &told.judge(&first, 2021, "2022-01-01"),
        "nicht erfüllt",
        "Eine Einladung bis zum 30. Juni 2021 ist nicht veröffentlicht. Für das Jahr ist alles veröffentlicht.",
    );
}
