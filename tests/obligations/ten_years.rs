//! A site with ten years of meetings, from its files to its verdicts. `ten-years.txt` holds what is known and, written by
//! hand, what follows from it.

use crate::sites::Site;
use crate::world::day;
use klartext::obligations::{judge, of_region, years};
use klartext::pipeline::{Memo, Options, run};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const TABLE: &str = include_str!("ten-years.txt");
const AS_OF: &str = "2031-10-01";

struct Row<'a> {
    promise: &'a str,
    year: i32,
    known: &'a str,
    complete: bool,
    counted: &'a str,
    word: &'a str,
}

fn rows() -> Vec<Row<'static>> {
    let lines = TABLE.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines
        .map(|line| {
            let parts: Vec<&str> = line.split('|').map(str::trim).collect();
            let [promise, year, known, complete, counted, word] = parts[..] else { panic!("not six columns: {line}") };
            Row { promise, year: year.parse().unwrap(), known, complete: complete == "ja", counted, word }
        })
        .collect()
}

/// "[2023, 2026]": the declared years of some promises.
fn declared(rows: &[Row<'_>], promises: &[&str]) -> String {
    let years = rows.iter().filter(|r| r.complete && promises.contains(&r.promise)).map(|r| r.year);
    format!("{:?}", years.collect::<BTreeSet<i32>>().into_iter().collect::<Vec<_>>())
}

fn body(id: &str, often: &str, more: &str, complete: &str) -> String {
    format!(
        "---\nart: gremium\nid: {id}\ntitel: Gremium {id}\ngruppe: zielgruppenuebergreifend\nturnus: {often}\n\
         gueltig_ab: 2021-06-01\n{more}vollstaendige_jahre: {complete}\n---\nEin Beispiel.\n"
    )
}

const SETTINGS: &str = "
titel: Zehn Jahre
anbieter: Ein Beispiel
basis_url: https://example.org/
betreiber: lwv
partner:
  - {id: lwv, name: Landeswohlfahrtsverband Hessen}
  - {id: stadt, name: Beispielstadt}
";

const PROMISES: &str = "
pflichten:
  - {id: kok, titel: Die Konferenz tagt., stelle: nr-2-a, regel: haeufigkeit, gremium: kok, haeufigkeit: mindestens 2x jährlich}
  - {id: sucht, titel: Der Kreis tagt., stelle: nr-2-b, regel: haeufigkeit, gremium: sucht, haeufigkeit: ca. 4x jährlich}
  - {id: pit, titel: Die Gruppe tagt., stelle: nr-2-b, regel: haeufigkeit, gremium: pit, haeufigkeit: 3x jährlich}
  - {id: frist, titel: Die Gruppe endet., stelle: nr-2-b, regel: befristung, gremium: pit, bis: 2024-03-31}
  - id: wechsel
    titel: Die Geschäftsführung wechselt.
    stelle: nr-2
    regel: wechsel
    jahre: 2
    lesarten:
      - {text: die ersten beiden Jahre, bis: 2023-05-31}
      - {text: die Jahre 2021/22, bis: 2022-12-31}
  - id: zahl
    titel: Jedes Jahr wird eine Anzahl genannt.
    stelle: nr-1
    regel: jaehrlich
    stichtag: \"12-31\"
    frist: \"06-30\"
    frist_vereinbart: false
";

/// All files of the site that the table describes.
fn files(rows: &[Row<'_>]) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut chair = String::from("geschaeftsfuehrung:\n");
    // Joint meetings are one file for all bodies that name their day.
    let mut meetings: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for row in rows {
        for known in row.known.split_whitespace() {
            let (sign, date) = known.split_at(1);
            if let Some((partner, from)) = known.split_once('@') {
                writeln!(chair, "  - partner: {partner}\n    von: {from}").unwrap();
            } else if sign == "b" {
                let text = format!(
                    "---\nart: bericht\nid: zahl-{0}\ntitel: Anzahl {0}\njahr: {0}\npflicht: zahl\nveroeffentlicht_am: {date}\nfreigabe: {{von: [lwv], am: {date}}}\n---\nEin Beispiel.\n",
                    row.year
                );
                files.insert(format!("berichte/{}.md", row.year), text);
            } else {
                let alone = if sign == "=" { "gemeinsam" } else { row.promise };
                meetings.entry((alone, known)).or_default().push(row.promise);
            }
        }
    }
    for ((name, known), bodies) in meetings {
        let (sign, date) = known.split_at(1);
        let state = match sign {
            "+" | "=" | "~" => "stattgefunden",
            "o" => "geplant",
            "x" => "abgesagt",
            other => panic!("unknown sign {other}"),
        };
        let text = format!(
            "---\nart: sitzung\nid: {name}-{date}\ntitel: Sitzung {name} {date}\ngremium: [{}]\ndatum: {date}\nstand: {state}\n---\n",
            bodies.join(", ")
        );
        files.insert(format!("sitzungen/{date}-{name}.md"), text);
    }
    files.insert("gremien/kok.md".to_owned(), body("kok", "mindestens 2x jährlich", "", &declared(rows, &["kok"])));
    files.insert("gremien/sucht.md".to_owned(), body("sucht", "ca. 4x jährlich", "", &declared(rows, &["sucht"])));
    let limited = "gueltig_bis: 2024-03-31\nverlaengert_bis: 2026-09-30\n";
    files.insert("gremien/pit.md".to_owned(), body("pit", "3x jährlich", limited, &declared(rows, &["pit"])));
    let agreement = format!(
        "---\nart: vereinbarung\nid: v\ntitel: Vereinbarung\nregion: Beispiel-Region\npartner: [lwv, stadt]\nin_kraft: 2021-06-01\n\
         vollstaendige_jahre: {}\n{chair}{}\n---\n## 1. Partner\n\nText.\n\n## 2. Gremien\n\na) Eine Konferenz.\n\nb) Sie trifft sich.\n",
        declared(rows, &["wechsel", "zahl"]),
        PROMISES.trim()
    );
    files.insert("v.md".to_owned(), agreement);
    files.insert("site.yaml".to_owned(), SETTINGS.to_owned());
    files
}

#[test]
fn verdicts_written_by_hand_match() {
    let rows = rows();
    let site = Site::base().file("sitzungen/2026-03-12-kok.md", crate::sites::DELETED);
    let site = files(&rows).into_iter().fold(site, |site, (path, text)| site.file(&path, text));
    let options = Options {
        site: site.path(""),
        as_of: day(AS_OF),
        base_url: None,
        theme: "standard".to_owned(),
        preview: false,
    };
    let outcome = run(&options, &mut Memo::default()).unwrap();
    let messages: Vec<&str> = outcome.findings.iter().map(|f| f.message.as_str()).collect();
    assert!(!outcome.has_errors(), "{messages:#?}");

    let (obligations, records) = of_region(&outcome.site, 0).unwrap();
    // Every promise in every year, nothing twice and nothing left out.
    let wanted: BTreeSet<(&str, i32)> =
        obligations.iter().flat_map(|o| years(&records, day(AS_OF)).map(|y| (o.id.as_str(), y))).collect();
    assert_eq!(rows.iter().map(|r| (r.promise, r.year)).collect::<BTreeSet<_>>(), wanted);
    assert_eq!((rows.len(), wanted.len()), (66, 66));

    let mut wrong = Vec::new();
    for row in &rows {
        let obligation = obligations.iter().find(|o| o.id == row.promise).unwrap();
        let verdict = judge(obligation, &records, row.year, day(AS_OF));
        let counted = verdict.agreed.map_or(String::new(), |_| format!("{}+{}", verdict.held, verdict.planned));
        if (verdict.word.german(), counted.as_str()) != (row.word, row.counted) {
            let (promise, year, word) = (row.promise, row.year, verdict.word.german());
            wrong.push(format!("{promise} {year}: {counted} {word}, by hand {} {}", row.counted, row.word));
        }
        // It rests on the meetings of its row, and on no others.
        if verdict.agreed.is_some() {
            let known: Vec<&str> =
                row.known.split_whitespace().filter(|k| !k.starts_with('~')).map(|k| &k[1..]).collect();
            let found: Vec<&str> = verdict.records.iter().map(|id| &id[id.len() - "2021-06-15".len()..]).collect();
            assert_eq!(found, known, "{} {}", row.promise, row.year);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
