//! Calendars, feeds and the history of changes of small sites. Independent readers of the files: tests/readers/run.

#![allow(clippy::unwrap_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::pipeline::Outcome;
use sites::Site;
use std::process::Command;

const REAL: &str = "---\nart: sitzung\nid: kok-2026-2\ntitel: Zweite Sitzung\ngremium: kok\ndatum: 2026-12-09\nbeginn: \"10:00\"\nstand: eingeladen\neingeladen_am: 2026-11-04\n---\n## TOP 1: Eins\n\nText.\n";

/// The base site, whose only meeting is invented, and a meeting that is not.
fn site() -> Site {
    Site::base().file("sitzungen/zwei.md", REAL)
}

fn file(outcome: &Outcome, path: &str) -> String {
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    let file = outcome.artifacts.get(path).unwrap_or_else(|| panic!("{path} is missing"));
    String::from_utf8(file.bytes.to_vec()).unwrap().replace("\r\n ", "")
}

/// Values of all lines of a calendar with that name.
fn values<'a>(calendar: &'a str, name: &str) -> Vec<&'a str> {
    let value = |line: &'a str| line.strip_prefix(name)?.strip_prefix([':', ';']);
    calendar.lines().filter_map(value).collect()
}

#[test]
fn invented_meetings_stay_out_of_the_calendars_of_a_real_agreement() {
    let outcome = site().run();
    for path in ["sitzungen/sitzungen.ics", "gremien/kok/sitzungen.ics"] {
        assert_eq!(values(&file(&outcome, path), "UID"), ["kok-2026-2@example.org"], "{path}");
    }
    let own = file(&outcome, "sitzungen/2026-03-12-kok/termin.ics");
    assert_eq!(values(&own, "UID"), ["kok-2026-1@example.org"]);
    assert!(values(&own, "SUMMARY")[0].starts_with("BEISPIEL: "), "{own}");
    for path in ["neues.atom", "gremien/kok/neues.atom", "sitzungen/protokolle.atom"] {
        assert!(!file(&outcome, path).contains("sitzung/kok-2026-1<"), "{path}");
    }
    assert!(!outcome.artifacts.contains_key("alle-sitzungen.ics"), "there is one region only");
    assert!(!file(&outcome, "aenderungen/index.html").contains("alle-sitzungen.ics"));
}

#[test]
fn in_an_invented_agreement_all_meetings_count() {
    let agreement = std::fs::read_to_string(site().path("v.md")).unwrap();
    let outcome = site().file("v.md", agreement.replacen("---\n", "---\nbeispiel: true\n", 1)).run();
    let uids = ["kok-2026-1@example.org", "kok-2026-2@example.org"];
    assert_eq!(values(&file(&outcome, "sitzungen/sitzungen.ics"), "UID"), uids);
}

#[test]
fn an_event_says_what_the_page_says() {
    let outcome = site().run();
    let calendar = file(&outcome, "sitzungen/sitzungen.ics");
    assert_eq!(values(&calendar, "DTSTAMP"), ["20261104T000000Z"]);
    assert_eq!(values(&calendar, "DTSTART")[2], "TZID=Europe/Berlin:20261209T100000");
    assert_eq!((values(&calendar, "STATUS"), values(&calendar, "SEQUENCE")), (vec!["CONFIRMED"], vec!["0"]));
    assert!(values(&calendar, "DTEND").is_empty() && !calendar.contains("METHOD"));
    assert_eq!(values(&calendar, "URL")[1], "https://example.org/sitzungen/zwei/");
}

#[test]
fn sequence_rises_with_each_change_that_calendars_must_see() {
    let sequence = |from: &str, to: &str| {
        let outcome = Site::base().file("sitzungen/zwei.md", REAL.replacen(from, to, 1)).run();
        let calendar = file(&outcome, "sitzungen/sitzungen.ics");
        (values(&calendar, "SEQUENCE").join(""), values(&calendar, "UID").join(""))
    };
    let uid = || "kok-2026-2@example.org".to_owned();
    assert_eq!(sequence("Zweite Sitzung", "Anderer Titel"), ("0".into(), uid()));
    assert_eq!(sequence("stand: eingeladen", "stand: abgesagt"), ("1".into(), uid()));
    let moved = "stand: verschoben\nverschoben_von: [2026-11-25, 2026-12-02]";
    assert_eq!(sequence("stand: eingeladen", moved), ("2".into(), uid()));
    let place = "stand: eingeladen\naenderungen:\n  - am: 2026-11-10\n    text: Neuer Ort.";
    assert_eq!(sequence("stand: eingeladen", place), ("2".into(), uid()));
    // Cancelled (1), and back again with a word about it.
    let again = "stand: eingeladen\naenderungen:\n  - am: 2026-11-12\n    text: Die Sitzung findet doch statt.";
    assert_eq!(sequence("stand: eingeladen", again), ("2".into(), uid()));
}

#[test]
fn a_region_in_a_folder_is_part_of_each_uid() {
    let two = Site::base().overlay(&sites::folder().join("two-regions"));
    let moved = ["v.md", "gremien/kok.md", "sitzungen/2026-03-12-kok.md"];
    let two = moved.iter().fold(two, |site, path| site.file(path, sites::DELETED));
    let outcome = two.run();
    let calendars: Vec<&String> = outcome.artifacts.keys().filter(|p| p.ends_with("sitzungen/sitzungen.ics")).collect();
    assert_eq!(calendars, ["nord/sitzungen/sitzungen.ics", "sued/sitzungen/sitzungen.ics"]);
    let events = outcome.artifacts.keys().filter(|p| p.ends_with("termin.ics"));
    for path in events {
        let region = path.split('/').next().unwrap();
        assert!(values(&file(&outcome, path), "UID")[0].starts_with(&format!("{region}.")), "{path}");
    }
    assert!(outcome.artifacts.contains_key("alle-sitzungen.ics"));
    for region in ["nord", "sued"] {
        let page = file(&outcome, &format!("{region}/aenderungen/index.html"));
        assert!(
            page.contains("<a href=\"/alle-sitzungen.ics\">Alle Sitzungen aller Regionen (Kalender)</a>"),
            "{page}"
        );
    }
}

#[test]
fn a_joint_meeting_names_its_bodies_in_a_row() {
    let body = |id: &str| {
        format!(
            "---\nart: gremium\nid: {id}\ntitel: {id}\ngruppe: zielgruppenuebergreifend\nturnus: 2x jährlich\n---\nText.\n"
        )
    };
    let joint = REAL.replace("titel: Zweite Sitzung\ngremium: kok", "gremium: [kok, beirat, forum]");
    let site = Site::base().file("gremien/beirat.md", body("beirat")).file("gremien/forum.md", body("forum"));
    let outcome = site.file("sitzungen/zwei.md", joint).run();
    let page = file(&outcome, "sitzungen/zwei/index.html").replace("\u{a0}", " ");
    assert!(page.contains("<title>KoK, beirat und forum: Sitzung am 9. Dezember 2026"), "{page}");
    let calendar = file(&outcome, "sitzungen/sitzungen.ics");
    assert!(values(&calendar, "SUMMARY").iter().any(|s| s.starts_with("KoK\\, beirat und forum: ")), "{calendar}");
}

#[test]
fn a_time_that_does_not_exist_is_found_and_never_shifted() {
    let site =
        Site::base().file("sitzungen/zwei.md", REAL.replace("2026-12-09", "2027-03-28").replace("10:00", "02:30"));
    let outcome = site.run();
    assert_eq!(outcome.findings.iter().filter(|f| f.code == "meeting/no-such-time").count(), 1);
    let calendar = String::from_utf8(outcome.artifacts["sitzungen/sitzungen.ics"].bytes.to_vec()).unwrap();
    assert_eq!(values(&calendar, "DTSTART")[2], "VALUE=DATE:20270328");
}

#[test]
fn a_calendar_without_events_is_still_one() {
    let calendar = file(&Site::base().run(), "sitzungen/sitzungen.ics");
    assert!(values(&calendar, "UID").is_empty() && calendar.contains("BEGIN:VTIMEZONE"), "{calendar}");
}

fn git(site: &Site, args: &[&str]) {
    let mut git = Command::new("git");
    git.arg("-C").arg(site.path("")).args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(args);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(name);
    }
    let output = git.output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(site: &Site, day: &str, subject: &str) {
    git(site, &["add", "-A"]);
    git(site, &["commit", "-q", "--no-verify", &format!("--date={day}T12:00:00"), "-m", subject]);
}

#[test]
fn the_history_of_git_dates_pages_events_and_feeds() {
    let site = site();
    git(&site, &["init", "-q"]);
    commit(&site, "2026-10-01", "Alles <neu> & gut");
    let site = site.file("sitzungen/zwei.md", REAL.replace("Text.", "Mehr Text."));
    commit(&site, "2026-11-20", "Tagesordnung ergänzt");
    // A day after the one that the site is built for.
    let body = std::fs::read_to_string(site.path("gremien/kok.md")).unwrap();
    let site = site.file("gremien/kok.md", body + "\nMehr.\n");
    commit(&site, "2027-01-01", "Später");
    let outcome = site.run();
    assert_eq!(values(&file(&outcome, "sitzungen/sitzungen.ics"), "DTSTAMP"), ["20261120T000000Z"]);
    assert!(file(&outcome, "sitzungen/zwei/index.html").contains("datetime=\"2026-11-20\""));
    assert!(file(&outcome, "gremien/kok/index.html").contains("datetime=\"2026-10-01\""));
    assert!(file(&outcome, "sitemap.xml").contains("/v/</loc><lastmod>2026-10-01</lastmod>"));
    let page = file(&outcome, "aenderungen/index.html");
    let order = ["Tagesordnung ergänzt", "/sitzungen/zwei/", "Alles &lt;neu&gt; &amp; gut", "/gremien/kok/"];
    let places: Vec<usize> = order.iter().map(|t| page.find(t).unwrap_or_else(|| panic!("{t} is missing"))).collect();
    assert!(places.is_sorted() && !page.contains("Später") && !page.contains("nicht vollständig"), "{places:?}");
    let feed = file(&outcome, "aenderungen/aenderungen.atom");
    assert!(feed.contains("<id>tag:example.org,2021:aenderung/sitzung/kok-2026-2/2026-11-20/1</id>"), "{feed}");
    assert!(feed.contains("<updated>2026-11-20T00:00:00Z</updated>\n<author>"), "{feed}");
}

#[test]
fn without_git_the_editors_notes_are_shown_and_the_page_says_so() {
    let noted = REAL.replacen("gremium: kok", "gremium: kok\naenderungen:\n  - am: 2026-11-10\n    text: Neuer Raum.\n  - am: 2027-01-01\n    text: Noch geheim.", 1);
    let outcome = Site::base().file("sitzungen/zwei.md", noted).run();
    let page = file(&outcome, "aenderungen/index.html");
    assert!(page.contains("Neuer Raum.") && page.contains("nicht vollständig") && !page.contains("geheim"), "{page}");
    assert!(file(&outcome, "sitzungen/zwei/index.html").contains("datetime=\"2026-11-10\""));
}
