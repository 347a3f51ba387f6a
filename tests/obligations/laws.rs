//! Laws that hold for any records: more of them never make it worse, their order changes nothing, and the day moves a
//! verdict only along allowed ways.

use crate::world::{day, obligation};
use chrono::{Datelike, Days, NaiveDate};
use klartext::model::{Frequency, Obligation, Promise, Reading, Validity, YearDay};
use klartext::obligations::{
    BodyFacts, MeetingRecord, Records, ReportRecord, Term, Word, due, earliest_end, judge, last_notice, reading_states,
    years,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The year that most laws look at.
const YEAR: i32 = 2024;
const BODIES: [&str; 2] = ["a", "b"];
const PARTNERS: [&str; 3] = ["lwv", "mkk", "hanau"];

/// A day of 2023 to 2025.
fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0..1096u64).prop_map(|n| day("2023-01-01") + Days::new(n))
}

fn one_of(list: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(list).prop_map(str::to_owned)
}

fn a_meeting(when: impl Strategy<Value = NaiveDate>) -> impl Strategy<Value = MeetingRecord<'static>> {
    let bodies = prop::sample::subsequence(BODIES.to_vec(), 1..=2);
    let state = prop_oneof![5 => Just((true, false)), 3 => Just((false, false)), 1 => Just((false, true))];
    let more = (of(a_day()), of(one_of(&PARTNERS)), of(of(a_day())));
    (when, bodies, state, more, 0..999u32).prop_map(|(date, bodies, state, (invited, invited_by, minutes), n)| {
        let bodies = bodies.into_iter().map(str::to_owned).collect();
        MeetingRecord {
            date,
            id: format!("s{n}").into(),
            bodies,
            held: state.0,
            cancelled: state.1,
            invited,
            invited_by: invited_by.map(Into::into),
            minutes,
        }
    })
}

fn a_report() -> impl Strategy<Value = ReportRecord> {
    let more = (of(a_day()), of(one_of(&PARTNERS)));
    (a_day(), 2023..2026, more, 0..999u32).prop_map(|(published, year, (supplied, supplier), n)| {
        let obligation = "zusage".to_owned();
        ReportRecord { published, id: format!("b{n}"), obligation, year, supplied, supplier }
    })
}

fn facts() -> impl Strategy<Value = BodyFacts> {
    let rarely = || prop_oneof![4 => Just(None), 1 => a_day().prop_map(Some)];
    let complete = prop::collection::btree_set(2023..2026, 0..3);
    (rarely(), rarely(), rarely(), complete).prop_map(|(from, until, extended_until, complete)| BodyFacts {
        validity: Validity { from, until },
        extended_until,
        complete,
    })
}

fn records() -> impl Strategy<Value = Records<'static>> {
    let in_force = prop_oneof![1 => Just(None), 6 => Just(Some(day("2021-06-01"))), 2 => a_day().prop_map(Some)];
    let term =
        (a_day(), one_of(&PARTNERS), of(a_day())).prop_map(|(from, partner, until)| Term { from, partner, until });
    let lists = (vec(a_meeting(a_day()), 0..12), vec(a_report(), 0..4), vec(term, 0..4));
    let complete = prop::collection::btree_set(2023..2026, 0..3);
    (in_force, lists, (facts(), facts()), complete, (vec(a_day(), 0..3), vec(a_day(), 0..3))).prop_map(
        |(in_force, (meetings, reports, chair), (a, b), complete, (resolutions, versions))| Records {
            in_force,
            meetings,
            reports,
            chair,
            bodies: [("a".to_owned(), a), ("b".to_owned(), b)].into(),
            complete,
            resolutions,
            versions,
        },
    )
}

fn meets() -> impl Strategy<Value = Promise> {
    (1..7u32, any::<bool>()).prop_map(|(per_year, approximate)| Promise::Meetings {
        body: "a".to_owned(),
        frequency: Frequency { per_year, at_least: !approximate, approximate },
    })
}

fn yearly() -> impl Strategy<Value = Promise> {
    let days = || of(prop::sample::select(vec!["12-31", "03-31", "06-30", "01-01", "02-28"]));
    (days(), days(), any::<bool>(), of(2022..2026)).prop_map(|(reference, due, due_agreed, first_year)| {
        let read = |text: Option<&str>| text.and_then(|t| YearDay::parse(t).ok());
        Promise::Yearly { reference: read(reference), due: read(due), due_agreed, first_year }
    })
}

/// Promises about single meetings, whose verdict more evidence may only lift.
fn of_meetings() -> impl Strategy<Value = Promise> {
    let body = || "a".to_owned();
    prop_oneof![
        Just(Promise::Invitation { body: body() }),
        (1..60i64).prop_map(|days| Promise::Minutes { body: "a".to_owned(), days }),
        of(one_of(&PARTNERS)).prop_map(|by| Promise::Order { body: "a".to_owned(), before: "b".to_owned(), by }),
        (a_day(), of(one_of(&PARTNERS))).prop_map(|(until, by)| Promise::FirstInvitation {
            body: "a".to_owned(),
            by,
            until
        }),
    ]
}

fn promise() -> impl Strategy<Value = Promise> {
    let readings = vec(a_day().prop_map(|until| Reading { text: "so".to_owned(), until }), 0..3);
    prop_oneof![
        3 => meets(),
        2 => yearly(),
        4 => of_meetings(),
        2 => (1..5, readings).prop_map(|(years, readings)| Promise::Rotation { years, readings }),
        1 => a_day().prop_map(|until| Promise::Expiry { body: "a".to_owned(), until }),
        1 => (0..30u32).prop_map(|months| Promise::Notice { months }),
        1 => Just(Promise::Adaptation),
        1 => Just(Promise::Uncounted),
    ]
}

/// A promise by nobody in particular, by one partner or by several.
fn promised(promise: impl Strategy<Value = Promise>) -> impl Strategy<Value = Obligation> {
    let debtors = prop::sample::subsequence(PARTNERS.to_vec(), 0..=2);
    (promise, debtors).prop_map(|(promise, debtors)| Obligation {
        debtors: debtors.into_iter().map(str::to_owned).collect(),
        ..obligation(promise)
    })
}

/// From which word the day alone may lead to which other ones, for a promise about meetings:
/// - before a year, and in a part of one, nothing is judged; its first day opens it, and nothing is "not kept" at once;
/// - what is planned is held (`erfüllt`) or its day passes in silence (`gefährdet`);
/// - too few dates never become enough by waiting; when the year ends, the word is spoken or cannot be;
/// - where nothing is published, waiting tells nothing;
/// - what is kept stays kept, and the word on a past year stays as it is.
const ALLOWED: &[(Word, &[Word])] = {
    use Word::*;
    &[
        (NotApplicable, &[Fulfilled, InRange, OnTrack, AtRisk, Incomplete]),
        (OnTrack, &[Fulfilled, InRange, AtRisk, NotFulfilled, BelowRange, Incomplete]),
        (AtRisk, &[NotFulfilled, BelowRange, Incomplete]),
        (Incomplete, &[]),
        (Fulfilled, &[]),
        (InRange, &[]),
        (NotFulfilled, &[]),
        (BelowRange, &[]),
    ]
};

/// The same for a promise about minutes. Their days are records: minutes that come, also late ones, lift a verdict.
/// - nothing is judged before a meeting was held and while all minutes are in their time; from there any way is open;
/// - some are there and others in their time (`auf Kurs`, in a past year too): they come or stay away;
/// - what is missing can still come; the end of a declared year speaks the word;
/// - what is kept in a past year stays kept: nothing is awaited any more.
const ALLOWED_FOR_MINUTES: &[(Word, &[Word])] = {
    use Word::*;
    &[
        (NotApplicable, &[OnTrack, Incomplete, NotFulfilled, Fulfilled]),
        (OnTrack, &[Fulfilled, NotFulfilled, Incomplete]),
        (Incomplete, &[OnTrack, Fulfilled, NotFulfilled]),
        (NotFulfilled, &[OnTrack, Fulfilled]),
        (Fulfilled, &[]),
    ]
};

fn allowed_for_minutes(from: Word, to: Word) -> bool {
    from == to || ALLOWED_FOR_MINUTES.iter().any(|(word, next)| *word == from && next.contains(&to))
}

fn allowed(from: Word, to: Word) -> bool {
    from == to || ALLOWED.iter().any(|(word, next)| *word == from && next.contains(&to))
}

/// What is wrong with a sentence for readers; empty when nothing is.
fn faults(sentence: &str) -> Vec<&'static str> {
    let words: Vec<&str> = sentence.split([' ', '.', ',', ':', '(', ')']).filter(|w| !w.is_empty()).collect();
    let plural = |w: &str| ["Sitzungen", "Tage", "Tagen", "Termine", "Niederschriften", "kamen", "fehlen"].contains(&w);
    // A full stop after a number is a day: "31. März".
    let ends =
        sentence.split(' ').filter(|w| w.ends_with('.') && !w[..w.len() - 1].ends_with(|c: char| c.is_ascii_digit()));
    let ends = ends.count();
    let checks = [
        (sentence.trim() != sentence || sentence.is_empty(), "empty or with spaces around"),
        (!sentence.ends_with('.'), "no full stop"),
        (sentence.contains("  ") || sentence.contains(" .") || sentence.contains(".."), "stray signs"),
        (words.windows(2).any(|w| w[0] == "1" && plural(w[1])), "one of many"),
        (words.windows(2).any(|w| w[0] == "0"), "nought as a number"),
        (ends > 3, "more than three sentences"),
    ];
    checks.into_iter().filter(|(bad, _)| *bad).map(|(_, what)| what).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn more_meetings_never_make_it_worse(records in records(), promise in meets(), more in a_meeting(a_day()), on in a_day()) {
        let (promise, mut after) = (obligation(promise), records.clone());
        after.meetings.push(MeetingRecord { cancelled: false, ..more });
        for year in 2022..=2025 {
            let (old, new) = (judge(&promise, &records, year, on).word, judge(&promise, &after, year, on).word);
            prop_assert!(old.rank() <= new.rank(), "{old:?} to {new:?}");
            // Where nothing is judged, a meeting more is counted and still not judged.
            prop_assert_eq!(old.rank().is_none(), new.rank().is_none());
        }
    }

    #[test]
    fn more_reports_never_make_it_worse(records in records(), promise in promised(yearly()), more in a_report(), on in a_day()) {
        let mut after = records.clone();
        after.reports.push(more);
        for year in 2022..=2025 {
            let (old, new) = (judge(&promise, &records, year, on).word, judge(&promise, &after, year, on).word);
            prop_assert!(old.rank() <= new.rank(), "{old:?} to {new:?}");
            // What is not due yet may be there already; what is not owed stays so.
            prop_assert!(old.rank().is_some() || [Word::NotApplicable, Word::Fulfilled].contains(&new), "{new:?}");
        }
    }

    #[test]
    fn more_known_of_a_meeting_never_makes_it_worse(records in records(), promise in of_meetings(), on in a_day()) {
        let (promise, mut after) = (obligation(promise), records.clone());
        let wanted = match &promise.promise {
            Promise::Order { by, .. } | Promise::FirstInvitation { by, .. } => by.clone(),
            _ => None,
        };
        // A day that was not known can turn out to be too late; what is filled in speaks for the promise.
        let limit = match &promise.promise {
            Promise::FirstInvitation { until, .. } => *until,
            _ => NaiveDate::MAX,
        };
        for meeting in &mut after.meetings {
            meeting.invited = meeting.invited.or(meeting.date.pred_opt().map(|day| day.min(limit)));
            meeting.invited_by = meeting.invited_by.take().or(wanted.clone().map(Into::into));
            meeting.minutes = meeting.minutes.or(Some(None));
        }
        for year in 2022..=2025 {
            let (old, new) = (judge(&promise, &records, year, on).word, judge(&promise, &after, year, on).word);
            prop_assert!(old.rank() <= new.rank(), "{old:?} to {new:?} with {promise:?}");
        }
    }

    #[test]
    fn order_of_input_changes_nothing(
        (records, other) in records().prop_flat_map(|r| {
            let shuffled = (
                Just(r.meetings.clone()).prop_shuffle(),
                Just(r.reports.clone()).prop_shuffle(),
                Just(r.chair.clone()).prop_shuffle(),
                Just(r.resolutions.clone()).prop_shuffle(),
                Just(r.versions.clone()).prop_shuffle(),
            );
            (Just(r), shuffled)
        }),
        promises in vec(promised(promise()), 12),
        on in a_day(),
    ) {
        let (meetings, reports, chair, resolutions, versions) = other;
        let other = Records { meetings, reports, chair, resolutions, versions, ..records.clone() };
        for (promise, year) in promises.iter().flat_map(|p| (2022..=2026).map(move |year| (p, year))) {
            prop_assert_eq!(judge(promise, &records, year, on), judge(promise, &other, year, on));
        }
        prop_assert_eq!(due(&promises, &records, on, 12), due(&promises, &other, on, 12));
    }

    #[test]
    fn the_day_alone_moves_a_verdict_only_along_allowed_ways(records in records(), promise in meets()) {
        let promise = obligation(promise);
        let mut on = day("2023-12-01");
        let mut last = judge(&promise, &records, YEAR, on).word;
        while on < day("2025-03-01") {
            on = on + Days::new(1);
            let word = judge(&promise, &records, YEAR, on).word;
            prop_assert!(allowed(last, word), "{last:?} to {word:?} on {on}");
            prop_assert!(on.year() == YEAR || last == word || on == day("2025-01-01"), "a past year changed on {on}");
            last = word;
        }
    }

    #[test]
    fn the_day_moves_a_verdict_on_minutes_only_along_allowed_ways(
        mut records in records(),
        more in vec(a_meeting((300..366u64).prop_map(|n| day("2024-01-01") + Days::new(n))), 0..4),
        days in 1..60i64,
    ) {
        records.in_force = Some(day("2021-06-01"));
        records.meetings.extend(more);
        let promise = obligation(Promise::Minutes { body: "a".to_owned(), days });
        let mut on = day("2024-01-01");
        let mut last = judge(&promise, &records, YEAR, on).word;
        while on < day("2025-04-01") {
            on = on + Days::new(1);
            let verdict = judge(&promise, &records, YEAR, on);
            prop_assert!(allowed_for_minutes(last, verdict.word), "{last:?} to {verdict:?} on {on}");
            // Kept means that no minutes of a meeting it rests on are awaited; on its way, that none are overdue.
            let rests_on = |m: &&MeetingRecord| m.is_of("a") && m.date.year() == YEAR && verdict.records.iter().any(|id| *id == m.id);
            let without = |m: &&MeetingRecord| m.took_place(on) && records.is_agreed("a", m.date) && !m.has_minutes(on);
            let without: Vec<_> = records.meetings.iter().filter(rests_on).filter(without).collect();
            prop_assert!(verdict.word != Word::Fulfilled || without.is_empty(), "{verdict:?} on {on}");
            let overdue = without.iter().any(|m| (on - m.date).num_days() > days);
            prop_assert!(verdict.word != Word::OnTrack || !overdue, "{verdict:?} on {on}");
            last = verdict.word;
        }
    }

    #[test]
    fn not_kept_needs_a_year_that_is_over_and_declared(records in records(), promise in promised(promise()), on in a_day()) {
        for year in 2022..=2025 {
            let verdict = judge(&promise, &records, year, on);
            let declared = match promise.promise.body() {
                Some(body) => records.bodies[body].complete.contains(&year),
                None => records.complete.contains(&year),
            };
            let hard = [Word::NotFulfilled, Word::BelowRange].contains(&verdict.word);
            prop_assert!(!hard || (declared && on.year() > year), "{verdict:?}");
        }
    }

    #[test]
    fn every_verdict_explains_itself(records in records(), promise in promised(promise()), on in a_day()) {
        let known: BTreeSet<&str> =
            records.meetings.iter().map(|m| &*m.id).chain(records.reports.iter().map(|r| r.id.as_str())).collect();
        for year in 2021..=2026 {
            let verdict = judge(&promise, &records, year, on);
            prop_assert_eq!(faults(&verdict.sentence), Vec::<&str>::new(), "{}", &verdict.sentence);
            prop_assert!(verdict.records.iter().all(|r| known.contains(r.as_str())), "{verdict:?}");
            prop_assert_eq!((verdict.obligation.as_str(), verdict.year), ("zusage", year));
        }
    }

    #[test]
    fn no_day_and_no_number_is_too_far(
        mut records in records(),
        promise in promised(promise()),
        days in vec(prop::sample::select(far_days()), 8),
        year in prop::sample::select(vec![i32::MIN, i32::MAX, -262_143, 262_142, 262_141, 0, 2024]),
        months in prop::sample::select(vec![0, 1, 24, 240]),
    ) {
        let on = days[0];
        records.in_force = Some(days[1]);
        records.meetings.iter_mut().zip(&days).for_each(|(m, day)| m.date = *day);
        records.chair.iter_mut().zip(&days[2..]).for_each(|(t, day)| t.from = *day);
        records.reports.iter_mut().for_each(|r| (r.year, r.supplied) = (year, Some(days[3])));
        let far = match promise.promise {
            Promise::Minutes { body, .. } => Promise::Minutes { body, days: i64::MAX },
            Promise::Rotation { readings, .. } => {
                let readings = readings.into_iter().map(|r| Reading { until: days[4], ..r }).collect();
                Promise::Rotation { years: if months == 0 { i32::MIN } else { 20 }, readings }
            }
            Promise::Expiry { body, .. } => Promise::Expiry { body, until: days[5] },
            Promise::Notice { .. } => Promise::Notice { months },
            Promise::FirstInvitation { body, by, .. } => Promise::FirstInvitation { body, by, until: days[5] },
            other => other,
        };
        let promise = Obligation { promise: far, debtors: promise.debtors, ..obligation(Promise::Uncounted) };
        for year in [year, on.year(), days[1].year(), days[5].year()] {
            prop_assert!(judge(&promise, &records, year, on).sentence.ends_with('.'));
            prop_assert!(last_notice(year, months).is_none_or(|day| day.year() <= year));
        }
        prop_assert!(due(std::slice::from_ref(&promise), &records, on, months).iter().all(|d| !d.text.is_empty()));
        prop_assert!(earliest_end(on, months).is_none_or(|end| on <= end));
        let readings = [Reading { text: "so".to_owned(), until: days[6] }];
        prop_assert_eq!(reading_states(&readings, &records, on).len(), 1);
        prop_assert!(years(&records, on).next().is_none_or(|first| first == days[1].year()));
    }
}

fn far_days() -> Vec<NaiveDate> {
    let near = ["2021-06-01", "2024-02-29", "2024-12-31", "2025-01-01", "9999-12-31", "0001-01-01"].map(day);
    let far = [NaiveDate::MIN, NaiveDate::MAX];
    let almost = [NaiveDate::MIN.succ_opt(), NaiveDate::MAX.pred_opt()];
    near.into_iter().chain(far).chain(almost.into_iter().flatten()).collect()
}

#[test]
fn the_words_are_eight_and_each_its_own() {
    let (german, keys): (BTreeSet<_>, BTreeSet<_>) = Word::ALL.iter().map(|w| (w.german(), w.key())).unzip();
    assert_eq!((german.len(), keys.len(), ALLOWED.len()), (8, 8, 8));
}
