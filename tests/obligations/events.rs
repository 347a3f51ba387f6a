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
    let one = "Bei der einen gehaltenen Sitzung ist eine Einladung vor der Sitzung eingetragen.";
    expect(&good.judge(&invitation, 2024, "2024-12-31"), "auf Kurs", one);
    expect(&good.judge(&invitation, 2024, "2025-01-01"), "erfüllt", one);
    // On the day itself is too late; without a day nobody knows, whatever is declared about the meetings.
    let late = "Bei der einen gehaltenen Sitzung ist keine Einladung vor der Sitzung eingetragen.";
    let unknown = "Bei der einen gehaltenen Sitzung ist der Tag der Einladung nicht eingetragen.";
    for (at, why, word) in [("2024-03-01", late, "nicht erfüllt"), ("", unknown, "keine vollständigen Angaben")] {
        let bad = World::new().with("kok", "+2024-03-01", |m| m.invited = (!at.is_empty()).then(|| day(at)));
        expect(&bad.judge(&invitation, 2024, "2025-01-01"), "keine vollständigen Angaben", why);
        let told = bad.complete("kok", &[2024]);
        expect(&told.judge(&invitation, 2024, "2024-12-31"), "keine vollständigen Angaben", why);
        expect(&told.judge(&invitation, 2024, "2025-01-01"), word, why);
    }
    let some = invited(good.meetings("kok", "+2024-05-01 o2024-11-01 x2024-12-01"), "+2024-06-01", "2024-05-01");
    let verdict = some.judge(&invitation, 2024, "2025-01-01");
    let two = "Bei 2 von 3 gehaltenen Sitzungen ist eine Einladung vor der Sitzung eingetragen. Bei 1 Sitzung fehlt der Tag der Einladung.";
    expect(&verdict, "keine vollständigen Angaben", two);
    assert_eq!(verdict.records, ["kok-2024-03-01", "kok-2024-05-01", "kok-2024-06-01"]);
}

#[test]
fn a_missing_day_of_an_invitation_is_no_late_one() {
    // Days of invitation to meetings on the first days of March, April and May, word in a declared year, sentence.
    let cases = [
        (
            &["", ""][..],
            "keine vollständigen Angaben",
            "Bei keiner von 2 gehaltenen Sitzungen ist der Tag der Einladung eingetragen.",
        ),
        (
            &["2024-02-01", "", ""],
            "keine vollständigen Angaben",
            "Bei 1 von 3 gehaltenen Sitzungen ist eine Einladung vor der Sitzung eingetragen. Bei 2 Sitzungen fehlt der Tag der Einladung.",
        ),
        (
            &["2024-02-01", "2024-04-01", ""],
            "nicht erfüllt",
            "Bei 1 von 3 gehaltenen Sitzungen ist eine Einladung vor der Sitzung eingetragen. Bei 1 Sitzung fehlt der Tag der Einladung. \
             Bei 1 Sitzung liegt er nicht davor.",
        ),
        (
            &["2024-02-01", "2024-04-01"],
            "nicht erfüllt",
            "Bei 1 von 2 gehaltenen Sitzungen ist eine Einladung vor der Sitzung eingetragen.",
        ),
    ];
    for (days, word, sentence) in cases {
        let dated = ["+2024-03-01", "+2024-04-01", "+2024-05-01"].into_iter().zip(days);
        let world = dated.fold(World::new(), |world, (on, at)| world.with("kok", on, |m| m.invited = at.parse().ok()));
        let told = world.complete("kok", &[2024]);
        expect(&told.judge(&Promise::Invitation { body: kok() }, 2024, "2025-01-01"), word, sentence);
    }
}

#[test]
fn a_year_of_which_minutes_may_still_come_is_on_its_way() {
    let minutes = Promise::Minutes { body: kok(), days: 28 };
    let world = World::new().with("kok", "+2024-01-01", |m| m.minutes = Some(None)).complete("kok", &[2024]);
    let one = || World(world.0.clone()).meetings("kok", "+2024-12-20");
    let time = "Bei 1 von 2 gehaltenen Sitzungen ist die Niederschrift veröffentlicht. Bei 1 Sitzung ist dafür noch Zeit: 28 Tage nach der Sitzung.";
    let over = "Bei 1 von 2 gehaltenen Sitzungen ist die Niederschrift veröffentlicht.";
    // In the running year, in the next one, and when the time is over.
    for (as_of, word, sentence) in
        [("2024-12-31", "auf Kurs", time), ("2025-01-17", "auf Kurs", time), ("2025-01-18", "nicht erfüllt", over)]
    {
        let verdict = one().judge(&minutes, 2024, as_of);
        expect(&verdict, word, sentence);
        assert_eq!(verdict.records, ["kok-2024-01-01", "kok-2024-12-20"], "{as_of}");
    }
    // Two of them; one that is overdue already; and one that came late.
    let two = "Bei 1 von 3 gehaltenen Sitzungen ist die Niederschrift veröffentlicht. Bei 2 Sitzungen ist dafür noch Zeit: 28 Tage nach der Sitzung.";
    expect(&one().meetings("kok", "+2024-12-21").judge(&minutes, 2024, "2025-01-01"), "auf Kurs", two);
    let overdue = "Bei 1 von 3 gehaltenen Sitzungen ist die Niederschrift veröffentlicht. Bei 1 Sitzung ist dafür noch Zeit: 28 Tage nach der Sitzung.";
    expect(&one().meetings("kok", "+2024-06-01").judge(&minutes, 2024, "2025-01-01"), "nicht erfüllt", overdue);
    let late = one().with("kok", "+2024-06-01", |m| m.minutes = Some(Some(day("2024-07-30"))));
    let told = "Bei 2 von 3 gehaltenen Sitzungen ist die Niederschrift veröffentlicht. Eine kam später als 28 Tage nach der Sitzung. \
                Bei 1 Sitzung ist dafür noch Zeit: 28 Tage nach der Sitzung.";
    expect(&late.judge(&minutes, 2024, "2025-01-01"), "auf Kurs", told);
    // A meeting that is still planned is no record that is awaited.
    let planned = World(world.0.clone()).meetings("kok", "o2024-12-20");
    let kept = "Bei der einen gehaltenen Sitzung ist die Niederschrift veröffentlicht.";
    expect(&planned.judge(&minutes, 2024, "2025-01-01"), "erfüllt", kept);
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
        "Für die Niederschrift der einen gehaltenen Sitzung ist noch Zeit: 1 Tag nach der Sitzung.",
    );
}

#[test]
fn minutes_that_came_late_count_and_are_told() {
    let minutes = Promise::Minutes { body: kok(), days: 28 };
    let with =
        |world: World, on: &str, since: Option<&str>| world.with("kok", on, |m| m.minutes = Some(since.map(day)));
    let world = with(World::new(), "+2024-02-01", Some("2024-02-29"));
    let one = "Bei der einen gehaltenen Sitzung ist die Niederschrift veröffentlicht.";
    expect(&world.judge(&minutes, 2024, "2025-01-01"), "erfüllt", one);
    // Not there yet on an earlier day.
    assert_eq!(world.judge(&minutes, 2024, "2024-02-28").word.german(), "nicht anwendbar");
    let world = with(world, "+2024-05-01", Some("2024-05-30"));
    let two = "Bei allen 2 gehaltenen Sitzungen ist die Niederschrift veröffentlicht. Eine kam später als 28 Tage nach der Sitzung.";
    expect(&world.judge(&minutes, 2024, "2025-01-01"), "erfüllt", two);
    // Without a day they are there.
    let world = with(world, "+2024-06-01", None).meetings("kok", "+2024-07-01");
    let three = "Bei 3 von 4 gehaltenen Sitzungen ist die Niederschrift veröffentlicht. Eine kam später als 28 Tage nach der Sitzung.";
    expect(&world.judge(&minutes, 2024, "2025-01-01"), "keine vollständigen Angaben", three);
    let told = world.complete("kok", &[2024]);
    expect(&told.judge(&minutes, 2024, "2025-01-01"), "nicht erfüllt", three);
}

#[test]
fn nothing_from_before_the_agreement_is_judged() {
    let world = World::new().meetings("kok", "+2021-05-31").complete("kok", &[2021]);
    for promise in [Promise::Invitation { body: kok() }, Promise::Minutes { body: kok(), days: 28 }] {
        let verdict = world.judge(&promise, 2021, "2022-01-01");
        let none = "In der vereinbarten Zeit ist in diesem Jahr keine gehaltene Sitzung veröffentlicht.";
        expect(&verdict, "nicht anwendbar", none);
    }
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
    let same = "Bei der einen gehaltenen Sitzung ist die Reihenfolge wie vereinbart.";
    expect(&joint.judge(&order(None), 2021, "2022-01-02"), "erfüllt", same);
    for (inviter, word) in
        [(Some("lwv"), "erfüllt"), (Some("mkk"), "keine vollständigen Angaben"), (None, "keine vollständigen Angaben")]
    {
        let world = World::new().meetings("gpv", "+2021-09-15");
        let world = world.with("pit", "+2021-09-01", |m| m.invited_by = inviter.map(Into::into));
        assert_eq!(world.judge(&order(Some("lwv")), 2021, "2022-01-02").word.german(), word, "{inviter:?}");
    }
}

#[test]
fn the_first_invitation_is_owed_once() {
    let first = Promise::FirstInvitation { body: kok(), by: Some("lwv".to_owned()), until: day("2021-06-30") };
    let invited = |at: &str, by: Option<&'static str>| {
        World::new().with("kok", "+2021-09-01", |m| {
            m.invited = Some(day(at));
            m.invited_by = by.map(Into::into);
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
    // A meeting without a day of invitation may be the one: it is no proof, whatever is declared about the meetings.
    let undated =
        "Eine Einladung bis zum 30. Juni 2021 ist nicht veröffentlicht. Bei 1 Sitzung fehlt der Tag der Einladung.";
    let world = World::new().meetings("kok", "+2021-09-01 +2022-02-01").complete("kok", &[2021]);
    expect(&world.judge(&first, 2021, "2022-01-01"), "keine vollständigen Angaben", undated);
    let told = World::new().complete("kok", &[2021]);
    assert_eq!(told.judge(&first, 2021, "2021-12-31").word.german(), "keine vollständigen Angaben");
    expect(
        &told.judge(&first, 2021, "2022-01-01"),
        "nicht erfüllt",
        "Eine Einladung bis zum 30. Juni 2021 ist nicht veröffentlicht. Für das Jahr ist alles veröffentlicht.",
    );
}
