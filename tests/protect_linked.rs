//! `klartext protect` sees what `klartext check` sees: of tables that readers lay side by side, each one that it writes
//! passes.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use sites::Site;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

type Dimension = (&'static str, &'static [&'static str]);

const PLACES: Dimension = ("ort", &["nord", "ost", "west"]);
const WHO: Dimension = ("wer", &["frauen", "maenner"]);
const AGES: Dimension = ("alter", &["jung", "alt"]);

/// A report over these dimensions, each with its total `alle`.
fn report(id: &str, year: u32, dimensions: &[Dimension], more: &str) -> String {
    let columns: String = dimensions
        .iter()
        .map(|(column, values)| {
            let values: Vec<String> = values.iter().map(|v| format!("{{id: {v}, titel: {v}}}")).collect();
            format!(
                "    - spalte: {column}\n      titel: {column}\n      summe: alle\n      werte: [{{id: alle, titel: Alle}}, {}]\n",
                values.join(", ")
            )
        })
        .collect();
    format!(
        "---\nart: bericht\nid: {id}\ntitel: Zahlen\njahr: {year}\nstichtag: {year}-06-30\nveroeffentlicht_am: 2026-10-02\n\
         freigabe: {{von: [lwv], am: 2026-10-01}}\ntabelle:\n  datei: {id}.csv\n  mass: {{titel: Personen, einheit: Personen}}\n\
         {more}  merkmale:\n{columns}---\nText.\n"
    )
}

/// Counts by place, who and age.
type Cube = [[[u64; 2]; 2]; 3];

/// The raw table over these dimensions.
fn raw(cube: &Cube, dimensions: &[Dimension]) -> String {
    let mut rows = vec![(String::new(), Vec::new())];
    for (_, values) in dimensions {
        let codes: Vec<&str> = std::iter::once("alle").chain(values.iter().copied()).collect();
        rows = rows
            .iter()
            .flat_map(|(row, at)| codes.iter().map(move |c| (format!("{row}{c},"), [at.as_slice(), &[*c]].concat())))
            .collect();
    }
    let fits = |dimension: &Dimension, place: usize, at: &[&str]| {
        let n = dimensions.iter().position(|d| d.0 == dimension.0);
        n.is_none_or(|n| at[n] == "alle" || at[n] == dimension.1[place])
    };
    let mut out: String = dimensions.iter().map(|d| format!("{},", d.0)).collect::<String>() + "wert\n";
    for (row, at) in rows {
        let mut sum = 0;
        for (p, by_who) in cube.iter().enumerate() {
            for (w, by_age) in by_who.iter().enumerate() {
                for (a, count) in by_age.iter().enumerate() {
                    if fits(&PLACES, p, &at) && fits(&WHO, w, &at) && fits(&AGES, a, &at) {
                        sum += count;
                    }
                }
            }
        }
        out += &format!("{row}{sum}\n");
    }
    out
}

fn protect(site: &Site, office: &Path, id: &str, table: &str, more: &[&str]) -> Output {
    let file = office.join(format!("{id}.csv"));
    fs::write(&file, table).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_klartext"));
    command.arg("protect").arg("--table").arg(file).arg("--report").arg(site.path(&format!("berichte/{id}.md")));
    command.args(more).output().unwrap()
}

/// Findings about reports.
fn findings(site: &Site) -> Vec<String> {
    let findings = site.run().findings;
    let of_reports = findings.iter().filter(|f| f.code.starts_with("report/"));
    of_reports.map(|f| format!("{} {}:{} {}", f.code, f.file, f.line, f.message)).collect()
}

/// The same numbers each time, without a pattern.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

#[test]
fn linked_tables_that_were_protected_one_after_the_other_pass() {
    let mut chance = Chance(7);
    let (mut written, mut withheld_in_two) = (0, 0);
    for case in 0..24 {
        let size = [6, 14, 40][case % 3];
        let mut cube: Cube = Default::default();
        cube.iter_mut().flatten().flatten().for_each(|c| *c = chance.below(size));
        let before = cube.map(|p| p.map(|w| w.map(|a| a + chance.below(3))));
        let all = |c: &Cube| c.iter().flatten().flatten().sum::<u64>() as i64;
        let change = format!(
            "  angaben:\n    - veraenderung: {{zelle: [alle], gegen: davor, um: {}}}\n  verbunden: [wer]\n",
            all(&cube) - all(&before)
        );
        let office = tempfile::tempdir().unwrap();
        let tables: [(&str, u32, &Cube, &[Dimension], &str); 4] = [
            ("wer", 2026, &cube, &[PLACES, WHO], "  verbunden: [alter, davor]\n"),
            ("davor", 2025, &before, &[PLACES], ""),
            ("alter", 2026, &cube, &[PLACES, AGES], ""),
            ("ort", 2026, &cube, &[PLACES], &change),
        ];
        let settings = fs::read_to_string(sites::folder().join("base/site.yaml")).unwrap();
        let mut site = Site::base().file("site.yaml", settings + "merkmale: [wer, alter]\n");
        for (id, year, _, dimensions, more) in tables {
            site = site.file(&format!("berichte/{id}.md"), report(id, year, dimensions, more));
        }
        let mut safe = true;
        for (id, _, cube, dimensions, _) in tables {
            let output = protect(&site, office.path(), id, &raw(cube, dimensions), &[]);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(matches!(output.status.code(), Some(0 | 1)), "{case} {id}: {said}");
            safe &= output.status.success();
            assert_eq!(site.path(&format!("berichte/{id}.csv")).exists(), output.status.success(), "{case} {id}");
            if !safe {
                assert!(said.contains("Es wurde nichts geschrieben"), "{said}");
                break;
            }
        }
        if safe {
            assert_eq!(findings(&site), Vec::<String>::new(), "{case}");
            written += 1;
            let holds =
                |id: &str| fs::read_to_string(site.path(&format!("berichte/{id}.csv"))).unwrap().contains("geheim");
            withheld_in_two += usize::from(holds("wer") && holds("alter"));
        }
    }
    assert!(written == 24 && withheld_in_two >= 4, "{written} written, {withheld_in_two} with withheld cells in two");
}

#[test]
fn what_a_linked_table_prints_is_known() {
    let office = tempfile::tempdir().unwrap();
    let cube: Cube = [[[9, 9], [9, 9]], [[1, 8], [9, 9]], [[9, 9], [9, 9]]];
    let ages = "ort,alter,wert\n";
    let site = Site::base()
        .file("berichte/a.md", report("a", 2026, &[PLACES, AGES], ""))
        .file("berichte/b.md", report("b", 2026, &[PLACES], "  schwelle: 20\n"));
    assert!(protect(&site, office.path(), "a", &raw(&cube, &[PLACES, AGES]), &[]).status.success());
    // The stricter threshold of b holds for a, too, which prints smaller numbers.
    let output = protect(&site, office.path(), "b", &raw(&cube, &[PLACES]), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!site.path("berichte/b.csv").exists());
    // The same cell with another number.
    let site = site.file("berichte/b.md", report("b", 2026, &[PLACES], ""));
    let mut other = cube;
    other[0][0][0] += 1;
    let output = protect(&site, office.path(), "b", &raw(&other, &[PLACES]), &[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("steht in einem verbundenen Bericht anders"), "{said}");
    assert!(!said.contains(ages) && output.status.code() == Some(1));
}

#[test]
fn a_cell_of_one_contributor_is_withheld() {
    let office = tempfile::tempdir().unwrap();
    let cube: Cube = [[[10, 10], [10, 10]], [[10, 10], [10, 10]], [[10, 10], [10, 10]]];
    let rule = "  dominanz: {n: 1, k: 85}\n";
    let site = Site::base().file("berichte/z.md", report("z", 2026, &[PLACES], rule));
    let table = raw(&cube, &[PLACES]);
    let without = protect(&site, office.path(), "z", &table, &[]);
    assert!(String::from_utf8_lossy(&without.stderr).contains("--contributions DATEI"));
    assert_eq!(without.status.code(), Some(1));
    let file = office.path().join("stellen.csv");
    let given = |rows: &str| {
        fs::write(&file, format!("ort,anbieter,wert\n{rows}")).unwrap();
        protect(&site, office.path(), "z", &table, &["--contributions", file.to_str().unwrap()])
    };
    let safe = given(
        "nord,Stelle X,30\nnord,stelle-x,9\nnord,stelle-y,1\nost,stelle-x,20\nost,b,20\nwest,stelle-z,20\nwest,a,20\n",
    );
    let said = String::from_utf8(safe.stdout).unwrap();
    assert!(said.contains("- nord: Dominanz") && !said.to_lowercase().contains("stelle"), "{said}");
    assert!(fs::read_to_string(site.path("berichte/z.csv")).unwrap().contains("nord,,geheim"));
    assert_eq!(findings(&site), Vec::<String>::new());
    for (rows, why) in [
        ("alle,x,3\n", "bei einer Summe"),
        ("nord,x,drei\n", "keine ganze Zahl"),
        ("nord,x,41\n", "mehr als die Zelle"),
        // What is not named might be anybody's.
        ("nord,x,20\nnord,y,20\nost,x,20\nost,y,20\n", "Zu „west“ fehlen die Beiträge."),
        ("nord,x,20\nnord,y,20\nost,x,20\nost,y,20\nwest,x,39\n", "Die Beiträge zu „west“ sind zusammen weniger"),
        ("", "Zu „nord“, „ost“, „west“ fehlen die Beiträge."),
    ] {
        let output = given(rows);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(why) && output.status.code() == Some(1), "{said}");
    }
    // Nothing of the rule reaches a page or a file.
    let outcome = site.run();
    for (path, artifact) in &outcome.artifacts {
        let text = String::from_utf8_lossy(&artifact.bytes);
        assert!(!text.contains("ominanz") && !text.contains("stelle-x"), "{path}");
    }
}

#[test]
fn a_file_of_many_equal_rows_is_read_once() {
    let office = tempfile::tempdir().unwrap();
    let site = Site::base().file("berichte/z.md", report("z", 2026, &[PLACES], ""));
    let rows = |n: usize| format!("ort,wert\nalle,60\nnord,20\nost,20\nwest,20\n{}", "nord,20\n".repeat(n));
    let began = std::time::Instant::now();
    let output = protect(&site, office.path(), "z", &rows(60_000), &[]);
    // Read again for each row, this takes minutes.
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("z.csv:6:1: Diese Zelle steht schon in Zeile 3: nord.\n"), "{said}");
    assert!(said.contains("In dieser Datei gibt es 59950 weitere Fehler."), "{said}");
    assert_eq!((output.status.code(), said.lines().count()), (Some(1), 2 * 51 + 1));
}

#[test]
fn an_error_in_the_head_stops_everything() {
    let office = tempfile::tempdir().unwrap();
    let cube: Cube = [[[9, 9], [9, 9]], [[9, 8], [9, 9]], [[9, 9], [9, 9]]];
    let head = |more: &str| report("z", 2026, &[PLACES], more);
    let share =
        |percent: &str| format!("  angaben:\n    - anteil: {{zelle: [nord], von: [alle], prozent: {percent}}}\n");
    let faults = [
        (head("  dominanze: {n: 1, k: 85}\n"), "front/unknown-key"),
        (head("  dominanz: 85\n"), "front/wrong-type"),
        (head(&share("33.6")), "front/wrong-type"),
        (head("  schwelle: 3\n  schwelle: 3\n"), "front/duplicate-key"),
        (head("  schwele: 10\n"), "front/unknown-key"),
        (head("").replace("spalte: ort", "spalte: art_des_orts"), "front/bad-id"),
        (head("").replace("stichtag: 2026-06-30", "stichtag: 2026-06-31"), "front/bad-date"),
        (head("").replace("jahr: 2026\n", "jahr: 2026\ngebiet: [hanua]\n"), "report/unknown-area"),
    ];
    for (text, code) in faults {
        let site = Site::base().file("berichte/z.md", text.as_str());
        let output = protect(&site, office.path(), "z", &raw(&cube, &[PLACES]), &[]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{text}{said}");
        assert!(output.stdout.is_empty() && !site.path("berichte/z.csv").exists(), "{text}");
        assert!(said.contains(code) && said.contains("Es wurde nichts geschrieben."), "{code}: {said}");
        // The same as `check` says, at the same place.
        let of_check = site.run().findings;
        let here = of_check.iter().find(|f| f.code == code && &*f.file == "berichte/z.md").unwrap();
        assert!(
            said.contains(&format!("z.md:{}:{}", here.line, here.column)) && said.contains(&here.message),
            "{said}"
        );
    }
    // What is known only later stops nothing; what tables rest on in the settings does.
    let later = head("").replace("freigabe: {von: [lwv], am: 2026-10-01}\n", "");
    let site = Site::base().file("berichte/z.md", later);
    assert!(protect(&site, office.path(), "z", &raw(&cube, &[PLACES]), &[]).status.success());
    let settings = fs::read_to_string(sites::folder().join("base/site.yaml")).unwrap();
    let areas = "gebiete:\n  - {id: mit, titel: Kreis mit Stadt, besteht: [ohne, stadt]}\n";
    let site = site.file("site.yaml", settings + areas).file("berichte/z.csv", sites::DELETED);
    let output = protect(&site, office.path(), "z", &raw(&cube, &[PLACES]), &[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && said.contains("site.yaml:") && said.contains("„besteht“"), "{said}");
}
