//! From the files of a site to its records and pages: versions of the agreement, extended bodies.

use crate::sites::Site;
use crate::world::day;
use klartext::obligations::{judge, of_region};
use klartext::pipeline::{Memo, Options, Outcome, run};

fn built(site: &Site, as_of: &str) -> Outcome {
    let options = Options {
        site: site.path(""),
        as_of: day(as_of),
        base_url: None,
        theme: "standard".to_owned(),
        preview: false,
    };
    run(&options, &mut Memo::default()).unwrap()
}

fn agreement(in_force: &str, more: &str) -> String {
    format!(
        "---\nart: vereinbarung\nid: v\ntitel: Vereinbarung\nregion: Beispiel-Region\npartner: [lwv]\nin_kraft: {in_force}\n{more}\
         ---\n## 1. Partner\n\nText.\n\n## 2. Gremien\n\na) Eins.\n\nb) Zwei.\n"
    )
}

/// First day in force, earlier versions, sentence on the resolution of 2023.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str);

#[test]
fn todays_version_is_in_force_since_the_last_earlier_one_ended() {
    let resolution = "landesbeschluesse:\n  - {datum: 2023-05-10, text: Neues Format.}\n\
                      pflichten:\n  - {id: anpassung, titel: T., stelle: nr-1, regel: anpassung}\n";
    let open = "Seit dem Beschluss vom 10. Mai 2023 ist keine Anpassung veröffentlicht.";
    let done = "Die Vereinbarung wurde zum 1. Januar 2024 angepasst.";
    let cases: &[Case] = &[
        ("2021-06-01", &[], open),
        ("2021-06-01", &[("2021-06-01", "2023-12-31")], done),
        ("2021-06-01", &[("2021-06-01", "2022-12-31"), ("2023-01-01", "2023-12-31")], done),
        // The text of today is older than the resolution; or its version has not begun.
        ("2021-06-01", &[("2021-06-01", "2022-12-31")], open),
        ("2021-06-01", &[("2021-06-01", "2026-12-31")], open),
        // Editors who write the first day of today's version themselves are believed.
        ("2024-01-01", &[("2021-06-01", "2023-06-30")], done),
    ];
    for (in_force, versions, sentence) in cases {
        let site = Site::base().file("v.md", agreement(in_force, resolution));
        let site = versions.iter().enumerate().fold(site, |site, (n, (from, until))| {
            let text = format!(
                "---\nart: altfassung\nid: f{n}\ntitel: Fassung {n}\ngueltig_ab: {from}\ngueltig_bis: {until}\n---\n## 1. Partner\n\nText.\n"
            );
            site.file(&format!("fassungen/{n}.md"), text)
        });
        let outcome = built(&site, "2026-11-23");
        let (obligations, records) = of_region(&outcome.site, 0).unwrap();
        let verdict = judge(&obligations[0], &records, 2024, day("2026-11-23"));
        assert_eq!(verdict.sentence, *sentence, "{in_force} {versions:?}");
    }
}

/// The text of a page as it is read.
fn page(outcome: &Outcome, path: &str) -> String {
    let html = std::str::from_utf8(&outcome.artifacts[path].bytes).unwrap();
    let pieces: Vec<&str> =
        html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    let text =
        pieces.join(" ").replace("&shy;", "").replace(['\u{ad}'], "").replace("&nbsp;", " ").replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_say_of_an_extended_body_what_verdicts_say() {
    let body = "---\nart: gremium\nid: kok\ntitel: Konferenz\ngruppe: zielgruppenuebergreifend\nturnus: 6x jährlich\n\
                gueltig_ab: 2021-06-01\ngueltig_bis: 2022-03-31\nverlaengert_bis: 2024-02-29\n---\nText.\n";
    let easy = "---\nart: fassung\ntitel: Die Gruppen\n---\n\nDas sind die Gruppen.\n";
    let promise =
        "pflichten:\n  - {id: frist, titel: T., stelle: nr-2-a, regel: befristung, gremium: kok, bis: 2022-03-31}\n";
    let site = Site::base().file("v.md", agreement("2021-06-01", promise)).file("gremien/kok.md", body);
    let site = site.file("gremien/index.leicht.md", easy).file("sitzungen/2026-03-12-kok.md", crate::sites::DELETED);
    let span = "seit 1. Juni 2021, befristet bis 31. März 2022, verlängert bis 29. Februar 2024";
    for (as_of, over) in [("2022-03-31", false), ("2023-06-01", false), ("2024-02-29", false), ("2024-03-01", true)] {
        let outcome = built(&site, as_of);
        let own = page(&outcome, "gremien/kok/index.html");
        let list = page(&outcome, "gremien/index.html");
        let easy = page(&outcome, "leicht/gremien/index.html");
        assert!(own.contains(&format!("Gültig {span}")) && list.contains(span), "{as_of}: {own} {list}");
        let gone = own.contains(&format!("Die vereinbarte Zeit dieses Gremiums ist vorbei ({span})."));
        assert_eq!((gone, list.contains("Zeit vorbei")), (over, over), "{as_of}: {own} {list}");
        assert_eq!(easy.contains("Diese Gruppe war versprochen bis zum 29. Februar 2024."), over, "{as_of}: {easy}");
        assert_eq!(easy.contains("Versprochen sind 6 Treffen im Jahr."), !over, "{as_of}: {easy}");
        assert_eq!(page(&outcome, "index.html").contains("1 Gremium"), !over, "{as_of}");
    }
}

#[test]
fn a_year_is_declared_complete_when_it_is_over() {
    let body = "---\nart: gremium\nid: kok\ntitel: Konferenz\ngruppe: zielgruppenuebergreifend\nturnus: 2x jährlich\n\
                vollstaendige_jahre: [2025, 2026, 2030]\n---\nText.\n";
    let site = Site::base()
        .file("gremien/kok.md", body)
        .file("v.md", agreement("2021-06-01", "vollstaendige_jahre: [2026]\n"));
    // Day, files and years that are told.
    let cases: [(_, &[(&str, &str)]); 2] = [
        ("2026-12-31", &[("gremien/kok.md", "2026"), ("gremien/kok.md", "2030"), ("v.md", "2026")]),
        ("2027-01-01", &[("gremien/kok.md", "2030")]),
    ];
    for (as_of, wanted) in cases {
        let outcome = built(&site, as_of);
        let told = outcome.findings.iter().filter(|f| f.code == "obligation/year-not-over");
        let told: Vec<(&str, &str)> = told.map(|f| (&*f.file, f.message.split(' ').nth(2).unwrap())).collect();
        assert_eq!(told, wanted, "{as_of}");
    }
}
