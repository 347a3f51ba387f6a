//! `datapackage.json`, `katalog.ttl` and `Dataset` of a small invented site. As other programs read them: tests/readers/run.

#![allow(clippy::unwrap_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::pipeline::Outcome;
use serde_json::{Value, json};
use sites::Site;

fn site() -> Site {
    Site::of("offene-daten")
}

fn file(outcome: &Outcome, path: &str) -> String {
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    let file = outcome.artifacts.get(path).unwrap_or_else(|| panic!("{path} is missing"));
    String::from_utf8(file.bytes.to_vec()).unwrap()
}

fn with(site: Site, path: &str, from: &str, to: &str) -> Site {
    let text = std::fs::read_to_string(site.path(path)).unwrap();
    assert!(text.contains(from), "{path}: {from}");
    site.file(path, text.replacen(from, to, 1))
}

const REPORTS: [&str; 2] = ["berichte/geheim-2024.md", "berichte/gerundet-2025.md"];

#[test]
fn a_package_describes_the_very_files() {
    let outcome = site().run();
    let package: Value = serde_json::from_str(&file(&outcome, "berichte/datapackage.json")).unwrap();
    assert_eq!(package["created"], "2026-04-02T00:00:00+02:00", "the newest publication, no clock");
    let resources = package["resources"].as_array().unwrap();
    let names: Vec<&Value> = resources.iter().map(|r| &r["name"]).collect();
    assert_eq!(names, ["gerundet-2025", "geheim-2024"]);
    for resource in resources {
        let csv = file(&outcome, &format!("berichte/{}", resource["path"].as_str().unwrap()));
        assert_eq!(resource["bytes"], csv.len());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let columns: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(columns.join(","), csv.lines().next().unwrap());
    }
    let fields = &resources[1]["schema"]["fields"];
    assert_eq!(fields[0]["constraints"], json!({"required": true, "enum": ["alle", "nord", "ost", "west"]}));
    assert_eq!((&fields[1]["type"], &resources[1]["schema"]["missingValues"]), (&"integer".into(), &json!([""])));
    assert_eq!(resources[1]["sources"][0]["title"], "Erfundener Kreis „Süd\\Ost\"");
    assert_eq!(resources[0]["licenses"][0]["path"], "https://creativecommons.org/publicdomain/zero/1.0/");
}

#[test]
fn a_catalogue_names_publisher_days_and_licence() {
    let catalogue = file(&site().run(), "katalog.ttl");
    for part in [
        "dcat:accessURL <https://www.example.org/probe/berichte/geheim-2024.csv>",
        "dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0>",
        "dcatde:licenseAttributionByText \"Erfundener Kreis „Süd\\\\Ost\\\"\"@de",
        "dct:title \"Erfundene Zahlen \\\"Fälle\\\" am 31. Dezember 2024\"@de",
        "dct:issued \"2025-04-02\"^^xsd:date",
        "dcatde:contributorID <http://dcat-ap.de/def/contributors/erfunden>",
        "foaf:name \"Erfundenes Land\"@de",
        "dct:spatial [ a dct:Location ; skos:prefLabel \"Landkreis Nirgendwo (erfunden)\"@de ]",
        "dct:spatial <http://dcat-ap.de/def/politicalGeocoding/districtKey/00000>",
        "districtKey/00000>\n    a dct:Location ;\n    skos:prefLabel \"Insel Irgendwo (erfunden)\"@de .",
        "vcard:hasEmail <mailto:daten@example.org>",
    ] {
        assert!(catalogue.contains(part), "{part} in {catalogue}");
    }
    let nobody = with(site(), "site.yaml", "betreiber: land\n", "").run();
    assert!(!nobody.artifacts.contains_key("katalog.ttl"), "no publisher is made up");
    assert!(nobody.artifacts.contains_key("berichte/datapackage.json"));
}

#[test]
fn invented_numbers_are_in_no_file_for_harvesters() {
    let outcome = site().run();
    for path in ["katalog.ttl", "berichte/datapackage.json"] {
        assert!(!file(&outcome, path).contains("beispiel-2025"), "{path}");
    }
    let page = file(&outcome, "berichte/index.html");
    let size = klartext::model::file_size(outcome.artifacts["katalog.ttl"].bytes.len());
    assert!(page.contains(&format!("href=\"/probe/katalog.ttl\">Katalog der Berichte (DCAT-AP.de, Turtle, {size})")));
    let samples = REPORTS.iter().fold(site(), |site, path| with(site, path, "---\n", "---\nbeispiel: true\n"));
    let outcome = samples.run();
    assert!(!outcome.artifacts.keys().any(|p| p.ends_with("katalog.ttl") || p.ends_with("datapackage.json")));
    assert!(!file(&outcome, "berichte/index.html").contains("katalog.ttl"));
}

#[test]
fn a_report_page_is_a_data_set_and_a_sample_is_none() {
    let outcome = site().run();
    let page = file(&outcome, "berichte/geheim-2024/index.html");
    let blocks = page.split("<script type=\"application/ld+json\">").skip(1);
    let mut blocks = blocks.map(|s| serde_json::from_str::<Value>(s.split("</script>").next().unwrap()).unwrap());
    let set = blocks.find(|b| b["@type"] == "Dataset").unwrap();
    assert_eq!((&set["temporalCoverage"], &set["creator"]["@type"]), (&"2024-12-31".into(), &"Organization".into()));
    assert_eq!(set["distribution"][0]["contentUrl"], "https://www.example.org/probe/berichte/geheim-2024.csv");
    assert!(set["description"].as_str().unwrap().chars().count() >= 50);
    assert!(!file(&outcome, "berichte/beispiel-2025/index.html").contains("Dataset"));
}

#[test]
fn an_identifier_that_is_none_of_govdata_is_found() {
    let site = with(site(), "site.yaml", "http://dcat-ap.de/def/contributors/erfunden", "https://example.org/wir");
    assert!(site.run().has_errors());
}

#[test]
fn a_key_of_an_area_that_is_no_address_is_found() {
    for key in ["06435", "\"http://dcat-ap.de/<a>\""] {
        let site = with(site(), "site.yaml", "http://dcat-ap.de/def/politicalGeocoding/districtKey/00000", key);
        assert!(site.run().has_errors(), "{key}");
    }
}

#[test]
fn a_line_that_is_no_mailbox_is_left_out() {
    let outcome = with(site(), "site.yaml", "daten@example.org", "\"a@b.c> , <https://example.org\"").run();
    let catalogue = file(&outcome, "katalog.ttl");
    assert!(catalogue.contains("vcard:hasURL") && !catalogue.contains("hasEmail"));
}

#[test]
fn regions_have_packages_of_their_own_and_one_catalogue() {
    let base = site();
    let mut two = site().file("vereinbarung.md", sites::DELETED).file("berichte/beispiel-2025.md", sites::DELETED);
    two = two.file("berichte/beispiel-2025.csv", sites::DELETED);
    for (region, report) in [("nord", "geheim-2024"), ("sued", "gerundet-2025")] {
        let agreement = std::fs::read(base.path("vereinbarung.md")).unwrap();
        two = two.file(&format!("{region}/vereinbarung.md"), agreement);
        for ending in ["md", "csv"] {
            let path = format!("berichte/{report}.{ending}");
            let bytes = std::fs::read(base.path(&path)).unwrap();
            two = two.file(&format!("{region}/{path}"), bytes).file(&path, sites::DELETED);
        }
    }
    two = two.file("index.md", "---\nart: seite\nid: start\ntitel: Zwei Regionen\n---\nText.\n");
    let outcome = two.run();
    for (region, report) in [("nord", "geheim-2024"), ("sued", "gerundet-2025")] {
        let package: Value =
            serde_json::from_str(&file(&outcome, &format!("{region}/berichte/datapackage.json"))).unwrap();
        assert_eq!(
            (package["resources"].as_array().unwrap().len(), &package["resources"][0]["name"]),
            (1, &report.into())
        );
        let address = format!("<https://www.example.org/probe/{region}/berichte/{report}.csv>");
        assert!(file(&outcome, "katalog.ttl").contains(&address), "{address}");
    }
    assert_eq!(outcome.artifacts.keys().filter(|p| p.ends_with("katalog.ttl")).count(), 1);
}
