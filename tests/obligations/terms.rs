//! Notice, and what falls due next.

use crate::world::{World, day, expect, obligation};
use klartext::model::{Frequency, Obligation, Promise, Reading, YearDay};
use klartext::obligations::{due, earliest_end, last_notice};

#[test]
fn notice_is_given_six_months_before_the_end_of_a_year() {
    // Asked, months, earliest end.
    let cases = [
        ("2026-06-30", 6, "2026-12-31"),
        ("2026-07-01", 6, "2027-12-31"),
        ("2026-12-31", 6, "2027-12-31"),
        ("2024-02-29", 6, "2024-12-31"),
        // Ten months before the end of a year is the end of February, in a leap year the 29th.
        ("2024-02-29", 10, "2024-12-31"),
        ("2023-02-28", 10, "2023-12-31"),
        ("2023-03-01", 10, "2024-12-31"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-07-01", 24, "2028-12-31"),
        ("2026-07-01", 60, "2031-12-31"),
    ];
    for (asked, months, end) in cases {
        assert_eq!(earliest_end(day(asked), months), Some(day(end)), "{asked}, {months} months");
    }
    assert_eq!(last_notice(2026, 6), Some(day("2026-06-30")));
    assert_eq!(last_notice(2024, 10), Some(day("2024-02-29")));
    assert_eq!(last_notice(i32::MAX, 6), None);
    for (as_of, verb) in [("2026-06-30", "ist"), ("2026-07-01", "war")] {
        let why = format!(
            "Eine Kündigung zum 31. Dezember 2026 {verb} bis zum 30. Juni 2026 möglich. Niemand muss kündigen."
        );
        expect(&World::new().judge(&Promise::Notice { months: 6 }, 2026, as_of), "nicht anwendbar", &why);
    }
    let mut later = World::new();
    later.0.in_force = Some(day("2026-09-01"));
    let early = "Eine Kündigung zum 31. Dezember 2026 war nicht möglich. Die Frist am 30. Juni 2026 lag vor dem \
                 Inkrafttreten der Vereinbarung.";
    expect(&later.judge(&Promise::Notice { months: 6 }, 2026, "2026-11-23"), "nicht anwendbar", early);
    // A deadline on the first day in force can be kept.
    later.0.in_force = Some(day("2026-06-30"));
    let last = "Eine Kündigung zum 31. Dezember 2026 war bis zum 30. Juni 2026 möglich. Niemand muss kündigen.";
    expect(&later.judge(&Promise::Notice { months: 6 }, 2026, "2026-11-23"), "nicht anwendbar", last);
    let uncounted = World::new().judge(&Promise::Uncounted, 2026, "2026-11-23");
    expect(&uncounted, "nicht anwendbar", "Diese Zusage lässt sich nicht zählen.");
}

fn of(id: &str, promise: Promise) -> Obligation {
    Obligation { id: id.to_owned(), ..obligation(promise) }
}

fn all() -> Vec<Obligation> {
    let kok = || "kok".to_owned();
    let day_of = |text: &str| YearDay::parse(text).ok();
    let reading = |text: &str, until: &str| Reading { text: text.to_owned(), until: day(until) };
    let readings = vec![reading("ab Inkrafttreten", "2023-05-31"), reading("2021/22", "2022-12-31")];
    let list = Promise::Yearly { reference: None, due: day_of("03-31"), due_agreed: true, first_year: Some(2021) };
    let age = Promise::Yearly { reference: day_of("12-31"), due: day_of("06-30"), due_agreed: false, first_year: None };
    vec![
        of("sitzungen", Promise::Meetings { body: kok(), frequency: Frequency::parse("2x jährlich").unwrap() }),
        of("niederschrift", Promise::Minutes { body: kok(), days: 28 }),
        of("wechsel", Promise::Rotation { years: 2, readings }),
        of("befristung", Promise::Expiry { body: "pit".to_owned(), until: day("2022-03-31") }),
        of("liste", list),
        of("alter", age),
        of("kuendigung", Promise::Notice { months: 6 }),
    ]
}

/// "2022-03-31 befristung: Letzter Tag: …"; `!` before what is overdue.
fn lines(world: &World, as_of: &str, months: u32) -> Vec<String> {
    let list = due(&all(), &world.0, day(as_of), months);
    list.iter().map(|d| format!("{}{} {}: {}", if d.overdue { "!" } else { "" }, d.day, d.kind.key(), d.text)).collect()
}

#[test]
fn what_falls_due_in_a_year() {
    let world = World::new()
        .body("pit", "2021-06-01", "2022-03-31", "")
        .chair("lwv 2021-06-01 2022-12-31")
        .meetings("kok", "+2021-09-01 +2022-01-10 o2022-06-30 x2022-07-01 o2023-06-30");
    assert_eq!(
        lines(&world, "2022-01-20", 12),
        [
            "!2021-09-29 niederschrift: Niederschrift",
            "2022-02-07 niederschrift: Niederschrift",
            "2022-03-31 bericht: Fällig für das Jahr 2022: Etwas ist zugesagt.",
            "2022-03-31 befristung: Letzter Tag: Etwas ist zugesagt.",
            "2022-06-30 sitzung: Sitzung",
            "2022-06-30 bericht: Noch offen für das Jahr 2021: Etwas ist zugesagt.",
            "2022-06-30 kuendigung: Letzter Tag für eine Kündigung zum 31. Dezember 2022",
            "2023-01-01 geschaeftsfuehrung: Wechsel der Geschäftsführung (Lesart „2021/22“)",
        ]
    );
}

#[test]
fn what_is_overdue_stays_until_it_is_there() {
    let world = World::new().chair("lwv 2021-06-01 2022-12-31").body("pit", "", "2022-03-31", "");
    assert_eq!(
        lines(&world, "2023-01-02", 1),
        [
            "!2022-03-31 bericht: Noch nicht veröffentlicht für das Jahr 2022: Etwas ist zugesagt.",
            "!2022-06-30 bericht: Noch nicht veröffentlicht für das Jahr 2021: Etwas ist zugesagt.",
            "!2023-01-01 geschaeftsfuehrung: Wechsel der Geschäftsführung (Lesart „2021/22“)",
        ]
    );
    // Recorded again, the same partner still owes the change; a successor has a term of its own.
    let again = World::new().chair("lwv 2021-06-01 2022-12-31, lwv 2023-01-01");
    let chair = |world: &World, as_of: &str| {
        let found = lines(world, as_of, 36).into_iter().filter(|l| l.contains("geschaeftsfuehrung"));
        found.map(|l| l.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(chair(&again, "2023-07-01"), ["!2023-01-01", "!2023-06-01"]);
    let changed = World::new().chair("lwv 2021-06-01, mkk 2023-01-01");
    // One that has not begun yet does not.
    assert_eq!(chair(&changed, "2022-07-01"), ["2023-01-01", "2023-06-01"]);
    assert_eq!(chair(&changed, "2023-07-01"), ["2025-01-01"]);
}

#[test]
fn of_numbers_never_published_only_the_last_is_listed() {
    let reports = lines(&World::new(), "2026-01-02", 0).into_iter().filter(|l| l.contains(" bericht:"));
    assert_eq!(
        reports.collect::<Vec<_>>(),
        [
            "!2025-03-31 bericht: Noch nicht veröffentlicht für das Jahr 2025: Etwas ist zugesagt.",
            "!2025-06-30 bericht: Noch nicht veröffentlicht für das Jahr 2024: Etwas ist zugesagt.",
        ]
    );
}

#[test]
fn a_meeting_of_today_is_due_until_it_took_place() {
    let today = |meetings: &str| {
        let world = World::new().meetings("gpv", meetings);
        lines(&world, "2022-05-01", 0).contains(&"2022-05-01 sitzung: Sitzung".to_owned())
    };
    assert_eq!((today("o2022-05-01"), today("+2022-05-01"), today("x2022-05-01")), (true, false, false));
}

#[test]
fn no_notice_is_due_before_the_agreement_is_in_force() {
    let mut world = World::new();
    world.0.in_force = Some(day("2026-08-01"));
    let notices =
        |as_of: &str| lines(&world, as_of, 12).into_iter().filter(|l| l.contains("kuendigung")).collect::<Vec<_>>();
    assert_eq!(notices("2026-05-01"), Vec::<String>::new());
    assert_eq!(notices("2026-08-01"), ["2027-06-30 kuendigung: Letzter Tag für eine Kündigung zum 31. Dezember 2027"]);
}

#[test]
fn nothing_is_due_before_the_agreement() {
    let mut world = World::new().chair("lwv 2021-06-01");
    world.0.in_force = None;
    assert_eq!(lines(&world, "2022-01-20", 12), Vec::<String>::new());
}

#[test]
fn what_has_no_agreed_deadline_is_open_and_not_due() {
    // Deadline, whether it is agreed, first words of the line.
    let cases = [
        ("", true, "Noch offen"),
        ("", false, "Noch offen"),
        ("12-31", false, "Noch offen"),
        ("12-31", true, "Fällig"),
    ];
    for (due_day, due_agreed, words) in cases {
        let promise =
            Promise::Yearly { reference: None, due: YearDay::parse(due_day).ok(), due_agreed, first_year: None };
        let list = due(&[of("zahl", promise)], &World::new().0, day("2026-11-23"), 3);
        let texts: Vec<(bool, &str)> = list.iter().map(|d| (d.overdue, d.text.as_str())).collect();
        let open = format!("{words} für das Jahr 2026: Etwas ist zugesagt.");
        let missing = "Noch nicht veröffentlicht für das Jahr 2025: Etwas ist zugesagt.";
        assert_eq!(texts, [(true, missing), (false, open.as_str())], "„{due_day}“ {due_agreed}");
    }
}

#[test]
fn the_last_day_of_an_extended_body_is_named_so() {
    let last = |extended: &str, as_of: &str| {
        let world = World::new().body("pit", "2021-06-01", "2022-03-31", extended);
        lines(&world, as_of, 3).into_iter().filter(|l| l.contains("befristung")).collect::<Vec<_>>()
    };
    let longer = "2024-02-29 befristung: Letzter Tag nach der Verlängerung: Etwas ist zugesagt.";
    assert_eq!(last("2024-02-29", "2024-02-29"), [longer]);
    assert_eq!(last("2024-02-29", "2022-03-31"), Vec::<String>::new());
    assert_eq!(last("2022-03-31", "2022-03-31"), ["2022-03-31 befristung: Letzter Tag: Etwas ist zugesagt."]);
}

#[test]
fn no_minutes_are_due_of_a_meeting_after_the_end_of_its_body() {
    let world = World::new().body("kok", "", "2022-03-31", "").meetings("kok", "+2022-03-31 +2022-04-01");
    let minutes: Vec<String> =
        lines(&world, "2022-05-10", 0).into_iter().filter(|l| l.contains("niederschrift")).collect();
    assert_eq!(minutes, ["!2022-04-28 niederschrift: Niederschrift"]);
}
