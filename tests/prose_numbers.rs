//! Numbers in running text come from published tables, everywhere the same, or not at all.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::process::{Command, Output};

const REPORT: &str = "---\nart: bericht\nid: zahlen-2025\ntitel: Zahlen\njahr: 2025\nveroeffentlicht_am: 2026-04-02\n\
    freigabe: {von: [kreis], am: 2026-04-01}\nbeispiel: true\ntabelle:\n  datei: zahlen-2025.csv\n  mass: {titel: Personen, einheit: Personen}\n  \
    merkmale:\n    - spalte: ort\n      titel: Ort\n      summe: alle\n      werte: [{id: alle, titel: Alle}, {id: nord, titel: Nord}, {id: ost, titel: Ost}, {id: west, titel: West}]\n---\nText.\n";
const TABLE: &str = "ort,wert,status\nalle,1234,\nnord,,geheim\nost,,geheim\nwest,1200,\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(page: &str) -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        assert!(folder.klartext(&["init", "s"]).status.success());
        fs::create_dir(folder.path("s/berichte")).unwrap();
        folder.write("s/berichte/zahlen-2025.md", REPORT);
        folder.write("s/berichte/zahlen-2025.csv", TABLE);
        folder.write("s/seite.md", page);
        folder
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn klartext(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_klartext")).args(args).current_dir(self.0.path()).output().unwrap()
    }

    /// Findings as `line:column message`.
    fn findings(&self) -> Vec<String> {
        let output = self.klartext(&["check", "--site", "s", "--as-of", "2026-11-23", "--format", "json"]);
        let lines = String::from_utf8(output.stdout).unwrap();
        let all = lines.lines().map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap());
        all.filter(|f| f["code"] == "report/number")
            .map(|f| format!("{}:{} {}", f["line"], f["column"], f["message"].as_str().unwrap()))
            .collect()
    }
}

fn page(text: &str) -> String {
    format!("---\nart: seite\nid: seite\ntitel: Seite\nbeispiel: true\n---\n{text}\n")
}

#[test]
fn the_published_number_stands_in_every_text() {
    let text = "Es sind {{zahl zahlen-2025}} Personen, im Westen {{zahl zahlen-2025 ort=west}}.\n\n- {{zahl zahlen-2025 ort=west}}\n\n\
        Tabelle: T\n\n| A | B |\n|---|---|\n| x | {{zahl zahlen-2025 ort=alle}} |\n\n`{{zahl x}}` und {{anderes}}";
    let folder = Folder::new(&page(text));
    folder.write(
        "s/seite.leicht.md",
        "---\nart: fassung\ntitel: Seite\nbeispiel: true\n---\nEs sind {{zahl zahlen-2025}} Personen.\n",
    );
    let output = folder.klartext(&["build", "--site", "s", "--out", "public", "--as-of", "2026-11-23"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let html = fs::read_to_string(folder.path("public/seite/index.html")).unwrap();
    for part in [
        "Es sind 1.234 Personen, im Westen 1.200.",
        "<li>1.200</li>",
        ">1.234</td>",
        "<code>{{zahl x}}</code> und {{anderes}}",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let easy = fs::read_to_string(folder.path("public/leicht/seite/index.html")).unwrap();
    let words = easy.replace("<span class=\"nb\">", "").replace("</span>", "");
    assert!(words.contains("Es sind 1.234 Personen."), "{easy}");
    // No reference gets out, whatever the format.
    for file in walkdir::WalkDir::new(folder.path("public")).into_iter().map(|f| f.unwrap()) {
        if file.file_type().is_file() {
            let text = String::from_utf8_lossy(&fs::read(file.path()).unwrap()).into_owned();
            assert!(!text.contains("{{zahl zahlen"), "{}", file.path().display());
        }
    }
}

#[test]
fn rounded_numbers_say_so() {
    let folder = Folder::new(&page("Es sind {{zahl zahlen-2025 ort=nord}}."));
    folder.write("s/berichte/zahlen-2025.md", &REPORT.replace("merkmale:", "verfahren: gerundet\n  merkmale:"));
    let table = "ort,wert,status\nalle,60,gerundet\nnord,20,gerundet\nost,20,gerundet\nwest,20,gerundet\n";
    folder.write("s/berichte/zahlen-2025.csv", table);
    assert!(folder.klartext(&["build", "--site", "s", "--out", "public", "--as-of", "2026-11-23"]).status.success());
    let html = fs::read_to_string(folder.path("public/seite/index.html")).unwrap();
    assert!(html.contains("Es sind ungefähr 20."), "{html}");
}

#[test]
fn what_gives_no_number_is_said_at_its_place() {
    let text = "Text {{zahl zahlen-2025 ort=nord}}.\n{{zahl zahlen-2024}}\n{{zahl zahlen-2025 jahr=1}}\n{{zahl zahlen-2025 ort=sued}}\n\
        {{zahl}}\n{{zahl zahlen-2025 ort}}\n{{Zahl zahlen-2025}} {{{zahl zahlen-2025}}}\n\n## {{zahl zahlen-2025}} Titel\n";
    let found = Folder::new(&page(text)).findings();
    let wanted = [
        "7:6 Diese Zahl ist geheim.",
        "8:1 Einen öffentlichen Bericht „zahlen-2024“ gibt es nicht. Meinten Sie „zahlen-2025“?",
        "9:1 Das Merkmal „jahr“ gibt es in der Tabelle von „zahlen-2025“ nicht.",
        "10:1 Den Wert „sued“ gibt es beim Merkmal „ort“ nicht.",
        "11:1 Diesen Verweis auf eine Zahl versteht Klartext nicht.",
        "12:1 Diesen Verweis auf eine Zahl versteht Klartext nicht.",
        "13:1 Diesen Verweis auf eine Zahl versteht Klartext nicht.",
        "13:22 Diesen Verweis auf eine Zahl versteht Klartext nicht.",
        "15:4 In Überschriften und in den Angaben eines Auftrags kann keine Zahl aus einem Bericht stehen.",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn invented_numbers_stay_on_sample_pages() {
    let folder = Folder::new(&page("{{zahl zahlen-2025}}").replace("beispiel: true\n", ""));
    let found = folder.findings();
    let wanted = "6:1 Der Bericht „zahlen-2025“ ist ein Beispiel mit erfundenen Zahlen, diese Seite ist keins.";
    assert_eq!(found, [wanted]);
    folder.write(
        "s/seite.md",
        "---\nart: seite\nid: seite\ntitel: Seite\nbeschreibung: \"{{zahl zahlen-2025}}\"\n---\nX\n",
    );
    assert_eq!(
        folder.findings(),
        ["5:16 In den Angaben am Anfang der Datei kann keine Zahl aus einem Bericht stehen."]
    );
}
