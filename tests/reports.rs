//! Reports from CSV file to page and download: what is safe gets out as it is, what is not gets out nowhere.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::disclosure::Printed;
use klartext::pipeline::Memo;
use klartext::tables::PublishedTable;
use sites::Site;

const HEAD: &str = "ort,geschlecht,wert,status\n";
const SAFE: [&str; 9] = [
    "alle,alle,40,",
    "alle,frauen,22,",
    "alle,maenner,18,",
    "nord,alle,12,",
    "nord,frauen,,geheim",
    "nord,maenner,,geheim",
    "sued,alle,28,",
    "sued,frauen,,geheim",
    "sued,maenner,,geheim",
];

fn report(id: &str, more: &str) -> String {
    format!(
        "---\nart: bericht\nid: {id}\ntitel: Zahlen\njahr: 2025\nstichtag: 2025-12-31\nveroeffentlicht_am: 2026-04-02\n\
         freigabe: {{von: [lwv], am: 2026-04-01}}\ntabelle:\n  datei: {id}.csv\n  mass: {{titel: Personen, einheit: Personen}}\n{more}  \
         merkmale:\n    - spalte: ort\n      titel: Ort\n      summe: alle\n      \
         werte: [{{id: alle, titel: =Alle}}, {{id: nord, titel: Nord}}, {{id: sued, titel: Süd}}]\n    - spalte: geschlecht\n      \
         titel: Geschlecht\n      summe: alle\n      \
         werte: [{{id: alle, titel: Zusammen}}, {{id: frauen, titel: Frauen}}, {{id: maenner, titel: Männer}}]\n---\nText.\n"
    )
}

fn site(rows: &[&str]) -> Site {
    let csv = format!("{HEAD}{}\n", rows.join("\n"));
    Site::base().file("berichte/z.md", report("z", "")).file("berichte/z.csv", csv)
}

fn places(site: &Site, code: &str) -> Vec<String> {
    let findings = site.run().findings;
    findings.iter().filter(|f| f.code == code).map(|f| format!("{}:{}:{}", f.file, f.line, f.column)).collect()
}

fn table(site: &Site) -> Option<PublishedTable> {
    site.run().site.tables.values().next().cloned()
}

fn text(site: &Site, path: &str) -> Option<String> {
    let outcome = site.run();
    outcome.artifacts.get(path).map(|a| String::from_utf8(a.bytes.to_vec()).unwrap())
}

#[test]
fn a_safe_table_reaches_page_and_downloads() {
    let site = site(&SAFE);
    assert_eq!(site.run().findings.iter().filter(|f| f.code.starts_with("report/")).count(), 0);
    let found = table(&site).unwrap();
    assert_eq!(found.find(&["nord", "alle"]).unwrap().printed(), Printed::Exact(12));
    assert_eq!(found.find(&["nord", "frauen"]).unwrap().printed(), Printed::Withheld);
    assert!(found.find(&["nord"]).is_none() && found.find(&["ost", "alle"]).is_none());
    let page = text(&site, "berichte/z/index.html").unwrap();
    assert!(page.contains("<caption id=\"tabelle-1\">Personen, Stichtag 31. Dezember 2025</caption>"));
    assert!(page.contains("<td class=\"r said\">geheim</td>"));
    assert_eq!(text(&site, "berichte/z.csv").unwrap(), format!("{HEAD}{}\n", SAFE.join("\n")));
    let german = text(&site, "berichte/z-semikolon.csv").unwrap();
    assert!(german.starts_with("\u{feff}Ort;Geschlecht;Wert;Status\r\n'=Alle;Zusammen;40;\r\n"), "{german}");
}

#[test]
fn order_of_rows_changes_nothing() {
    let mut shuffled = SAFE;
    shuffled.reverse();
    shuffled.swap(1, 6);
    let (a, b) = (site(&SAFE).run(), site(&shuffled).run());
    for path in ["berichte/z.csv", "berichte/z-semikolon.csv", "berichte/z/index.html"] {
        assert_eq!(a.artifacts[path].bytes, b.artifacts[path].bytes, "{path}");
    }
}

#[test]
fn an_unsafe_cell_is_found_at_its_place_and_never_shown() {
    let mut rows = SAFE;
    // Column sums give both withheld cells of the row "nord" away.
    (rows[7], rows[8]) = ("sued,frauen,12,", "sued,maenner,16,");
    let site = site(&rows);
    assert_eq!(places(&site, "report/unsafe-cell"), ["berichte/z.csv:6:14", "berichte/z.csv:7:15"]);
    assert!(table(&site).is_none());
    assert!(text(&site, "berichte/z.csv").is_none());
    assert!(!text(&site, "berichte/z/index.html").unwrap().contains("<table"));
}

#[test]
fn a_preview_judges_again_what_changed() {
    let site = site(&SAFE);
    let mut memo = Memo::kept();
    let mut unsafe_cells = |site: &Site| {
        let findings = site.run_with_memo(&mut memo).findings;
        findings.iter().filter(|f| f.code == "report/unsafe-cell").count()
    };
    assert_eq!([unsafe_cells(&site), unsafe_cells(&site)], [0, 0]);
    let site =
        site.file("berichte/z.csv", format!("{HEAD}{}\n", SAFE.join("\n")).replace(",,geheim\nsued", ",2,\nsued"));
    assert!(unsafe_cells(&site) > 0);
    let site = site.file("berichte/z.csv", format!("{HEAD}{}\n", SAFE.join("\n")));
    assert_eq!(unsafe_cells(&site), 0);
    let strict = report("z", "  schwelle: 15\n");
    assert!(unsafe_cells(&site.file("berichte/z.md", strict)) > 0);
}

#[test]
fn a_draft_is_judged_like_any_other() {
    let mut rows = SAFE;
    rows[4] = "nord,frauen,1,";
    let site = site(&rows).file("berichte/z.md", report("z", "").replace("jahr: 2025", "entwurf: true\njahr: 2025"));
    assert!(!places(&site, "report/unsafe-cell").is_empty());
}

#[test]
fn linked_tables_are_judged_together() {
    // Alone each is safe; the second prints what the first withholds.
    let other = "ort,wert,status\nalle,40,\nnord,12,\nsued,28,\n";
    let flat = |id: &str| {
        let text = report(id, "");
        let (head, _) = text.split_once("    - spalte: geschlecht").unwrap();
        format!("{head}---\nText.\n")
    };
    let good = site(&SAFE).file("berichte/y.md", flat("y")).file("berichte/y.csv", other);
    assert_eq!(places(&good, "report/unsafe-cell"), Vec::<String>::new());
    assert_eq!(good.run().site.tables.len(), 2);
    let mut hidden = SAFE;
    (hidden[3], hidden[6]) = ("nord,alle,,geheim", "sued,alle,,geheim");
    let bad = site(&hidden).file("berichte/y.md", flat("y")).file("berichte/y.csv", other);
    assert!(!places(&bad, "report/unsafe-cell").is_empty());
    assert!(bad.run().site.tables.is_empty());
}

#[test]
fn a_printed_share_can_give_a_cell_away() {
    let share = "  angaben:\n    - anteil: {zelle: [nord, frauen], von: [nord, alle], prozent: \"16,7\"}\n";
    let site = site(&SAFE).file("berichte/z.md", report("z", share));
    assert!(places(&site, "report/unsafe-cell").contains(&"berichte/z.csv:6:14".to_owned()));
}

#[test]
fn a_printed_change_can_give_a_cell_away() {
    let before = "ort,geschlecht,wert,status\nalle,alle,40,\nalle,frauen,22,\nalle,maenner,18,\nnord,alle,12,\nnord,frauen,6,\nnord,maenner,6,\nsued,alle,28,\nsued,frauen,16,\nsued,maenner,12,\n";
    let change = "  angaben:\n    - veraenderung: {zelle: [nord, frauen], gegen: y, um: -4}\n";
    let old = report("y", "").replace("2025-12-31", "2024-12-31").replace("jahr: 2025", "jahr: 2024");
    let with = |more: &str| {
        let base = site(&SAFE).file("berichte/y.md", &old).file("berichte/y.csv", before);
        base.file("berichte/z.md", report("z", more))
    };
    assert_eq!(places(&with(""), "report/unsafe-cell"), Vec::<String>::new());
    assert!(places(&with(change), "report/unsafe-cell").contains(&"berichte/z.csv:6:14".to_owned()));
}

#[test]
fn spreadsheets_and_strays_are_never_copied() {
    let site = site(&SAFE).file("daten/liste.XLSX", "PK").file("roh.csv", "ort,wert\nnord,1\n");
    assert_eq!(places(&site, "report/stray-table"), ["daten/liste.XLSX:1:1", "roh.csv:1:1"]);
    let artifacts = site.run().artifacts;
    assert!(!artifacts.keys().any(|k| k.ends_with(".XLSX") || k == "roh.csv"));
}
