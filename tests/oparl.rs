//! OParl objects and JSON-LD of small sites. Against the JSON Schemas of OParl, and as a client reads them:
//! tests/readers/run.

#![allow(clippy::unwrap_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::pipeline::Outcome;
use serde_json::Value;
use sites::Site;

const REAL: &str = "---\nart: sitzung\nid: kok-2026-2\ntitel: Zweite Sitzung\ngremium: kok\ndatum: 2026-09-09\nbeginn: \"10:00\"\nende: \"11:30\"\nort: Saal 1\nstand: stattgefunden\neingeladen_am: 2026-08-04\nprotokoll_vom: 2026-09-20\n---\n## TOP 1: Eins\n\nText.\n\n> [!Beschluss]\n> Wir bleiben dabei.\n\n## TOP 2: Zwei\n\n[Folien](folien.pdf)\n";

/// The base site with OParl switched on, its invented meeting, and one that is not.
fn site() -> Site {
    let base = Site::base();
    let settings = std::fs::read_to_string(base.path("site.yaml")).unwrap() + "\noffene_daten:\n  oparl: true\n";
    base.file("site.yaml", settings).file("sitzungen/zwei.md", REAL).file("sitzungen/folien.pdf", "%PDF-1.7")
}

fn with(site: Site, path: &str, from: &str, to: &str) -> Site {
    let text = std::fs::read_to_string(site.path(path)).unwrap();
    assert!(text.contains(from), "{path}: {from}");
    site.file(path, text.replacen(from, to, 1))
}

/// The site whose real meeting has an agenda and no minutes.
fn planned(state: &str) -> Site {
    let site = with(site(), "sitzungen/zwei.md", "> [!Beschluss]\n> Wir bleiben dabei.\n\n", "");
    with(
        with(site, "sitzungen/zwei.md", "protokoll_vom: 2026-09-20\n", ""),
        "sitzungen/zwei.md",
        "stand: stattgefunden",
        state,
    )
}

fn json(outcome: &Outcome, path: &str) -> Value {
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    let file = outcome.artifacts.get(path).unwrap_or_else(|| panic!("{path} is missing"));
    serde_json::from_slice(&file.bytes).unwrap()
}

fn page(outcome: &Outcome, path: &str) -> String {
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    String::from_utf8(outcome.artifacts[path].bytes.to_vec()).unwrap()
}

/// Blocks of JSON-LD of a page.
fn blocks(html: &str) -> Vec<Value> {
    let begins = "<script type=\"application/ld+json\">";
    html.split(begins).skip(1).map(|s| serde_json::from_str(s.split("</script>").next().unwrap()).unwrap()).collect()
}

#[test]
fn without_the_setting_nothing_is_made_or_linked() {
    let outcome = Site::base().run();
    assert!(!outcome.artifacts.keys().any(|path| path.contains("oparl")));
    assert!(!page(&outcome, "aenderungen/index.html").contains("oparl"));
    assert!(page(&site().run(), "aenderungen/index.html").contains("href=\"/oparl/system.json\""));
}

#[test]
fn a_meeting_says_what_its_page_says() {
    let outcome = site().run();
    let meeting = json(&outcome, "oparl/meeting/kok-2026-2.json");
    let base = "https://example.org/oparl";
    assert_eq!(meeting["id"], format!("{base}/meeting/kok-2026-2.json"));
    assert_eq!(meeting["type"], "https://schema.oparl.org/1.1/Meeting");
    assert_eq!(
        (&meeting["start"], &meeting["end"]),
        (&"2026-09-09T10:00:00+02:00".into(), &"2026-09-09T11:30:00+02:00".into())
    );
    assert_eq!(
        (&meeting["created"], &meeting["modified"]),
        (&"2026-08-04T00:00:00+02:00".into(), &"2026-09-20T00:00:00+02:00".into())
    );
    assert_eq!((&meeting["meetingState"], meeting.get("cancelled")), (&"durchgeführt".into(), None));
    assert_eq!(meeting["organization"], serde_json::json!([format!("{base}/organization/kok.json")]));
    let items = meeting["agendaItem"].as_array().unwrap();
    assert_eq!(
        (items.len(), &items[0]["number"], &items[0]["resolutionText"]),
        (2, &"1".into(), &"Wir bleiben dabei.".into())
    );
    assert!(items[1].get("resolutionText").is_none() && items[1].get("meeting").is_none(), "{}", items[1]);
    let alone = json(&outcome, "oparl/agenda-item/kok-2026-2/top-2.json");
    assert_eq!((&alone["meeting"], &alone["order"]), (&meeting["id"], &1.into()));
    assert_eq!(meeting["resultsProtocol"]["accessUrl"], "https://example.org/sitzungen/zwei/");
    assert!(meeting["resultsProtocol"].get("text").is_none(), "the page is the one place of the text");
    let slides = &meeting["auxiliaryFile"][0];
    assert_eq!((&slides["mimeType"], &slides["size"]), (&"application/pdf".into(), &8.into()));
    assert_eq!(json(&outcome, "oparl/location/saal-1.json")["meetings"], serde_json::json!([meeting["id"]]));
}

#[test]
fn days_without_a_time_and_cancelled_meetings_say_so() {
    let outcome = with(site(), "sitzungen/zwei.md", "beginn: \"10:00\"\nende: \"11:30\"\n", "").run();
    let meeting = json(&outcome, "oparl/meeting/kok-2026-2.json");
    assert_eq!(
        (&meeting["start"], &meeting["kok:uhrzeitUnbekannt"]),
        (&"2026-09-09T00:00:00+02:00".into(), &true.into())
    );
    let outcome = planned("stand: abgesagt").run();
    let meeting = json(&outcome, "oparl/meeting/kok-2026-2.json");
    assert_eq!((&meeting["cancelled"], &meeting["meetingState"]), (&true.into(), &"eingeladen".into()));
    assert!(meeting.get("resultsProtocol").is_none());
}

#[test]
fn invented_meetings_of_a_real_agreement_are_no_objects() {
    let outcome = site().run();
    assert!(!outcome.artifacts.contains_key("oparl/meeting/kok-2026-1.json"));
    let outcome = with(site(), "v.md", "---\n", "---\nbeispiel: true\n").run();
    let meeting = json(&outcome, "oparl/meeting/kok-2026-1.json");
    assert!(meeting["name"].as_str().unwrap().starts_with("BEISPIEL: ") && meeting["kok:beispiel"] == true);
    assert_eq!(json(&outcome, "oparl/body.json")["kok:beispiel"], true);
}

#[test]
fn a_meeting_that_is_no_longer_shown_stays_as_deleted() {
    let outcome =
        with(site(), "sitzungen/zwei.md", "id: kok-2026-2\n", "id: kok-2026-2\nsichtbar_bis: 2026-11-01\n").run();
    for path in
        ["oparl/meeting/kok-2026-2.json", "oparl/agenda-item/kok-2026-2/top-1.json", "oparl/file/kok-2026-2.json"]
    {
        let gone = json(&outcome, path);
        assert_eq!((&gone["deleted"], gone.as_object().unwrap().len()), (&true.into(), 5), "{gone}");
        assert_eq!(gone["modified"], "2026-11-02T00:00:00+01:00");
    }
    assert_eq!(json(&outcome, "oparl/list/meeting.json")["pagination"]["totalElements"], 0);
}

#[test]
fn deleted_files_are_named_in_the_settings_and_what_exists_wins() {
    let list = "offene_daten:\n  oparl: true\n  geloescht:\n    - adresse: /oparl/meeting/kok-2026-2.json\n      angelegt: 2026-08-04\n      geloescht: 2026-11-02\n";
    let site = with(site(), "site.yaml", "offene_daten:\n  oparl: true\n", list);
    assert!(json(&site.run(), "oparl/meeting/kok-2026-2.json").get("deleted").is_none());
    let outcome = site.file("sitzungen/zwei.md", sites::DELETED).run();
    let gone = json(&outcome, "oparl/meeting/kok-2026-2.json");
    assert_eq!((&gone["deleted"], &gone["created"]), (&true.into(), &"2026-08-04T00:00:00+02:00".into()));
    let bad = list.replace("/oparl/meeting/kok-2026-2.json", "/oparl/../x.json");
    let outcome = with(self::site(), "site.yaml", "offene_daten:\n  oparl: true\n", &bad).run();
    assert!(outcome.has_errors(), "an address that is none is found");
}

#[test]
fn a_report_is_a_paper_without_numbers() {
    let table = "tabelle:\n  datei: r.csv\n  mass: {titel: Personen, einheit: Personen}\n  merkmale:\n    - spalte: ort\n      titel: Ort\n      werte: [{id: nord, titel: Nord}, {id: sued, titel: Süd}]\n";
    let report = format!(
        "---\nart: bericht\nid: r\ntitel: Bericht 2025\njahr: 2025\nstichtag: 2025-12-31\ngeliefert_von: lwv\nveroeffentlicht_am: 2026-04-02\nfreigabe: {{von: [lwv], am: 2026-04-01}}\n{table}---\nText.\n"
    );
    let outcome =
        site().file("berichte/r.md", report).file("berichte/r.csv", "ort,wert,status\nnord,4711,\nsued,28,\n").run();
    let paper = json(&outcome, "oparl/paper/r.json");
    assert_eq!((&paper["paperType"], &paper["date"]), (&"Bericht".into(), &"2026-04-02".into()));
    assert_eq!(paper["originatorOrganization"][0], "https://example.org/oparl/organization/partner/lwv.json");
    let numbers = &paper["auxiliaryFile"][0];
    assert_eq!(numbers["accessUrl"], "https://example.org/berichte/r.csv");
    assert_eq!(numbers["size"], outcome.artifacts["berichte/r.csv"].bytes.len());
    assert!(page(&outcome, "berichte/r.csv").contains("4711"));
    for (path, file) in outcome.artifacts.iter().filter(|(path, _)| path.starts_with("oparl/")) {
        assert!(!String::from_utf8_lossy(&file.bytes).contains("4711"), "{path}");
    }
}

#[test]
fn lists_are_cut_at_a_hundred_and_chained() {
    let many = (1..=101).fold(site(), |site, number| {
        let text = REAL.replace("kok-2026-2", &format!("kok-{number}"));
        site.file(&format!("sitzungen/m-{number}.md"), text)
    });
    let outcome = many.run();
    let first = json(&outcome, "oparl/list/meeting.json");
    let second = json(&outcome, "oparl/list/meeting-2.json");
    assert_eq!((first["data"].as_array().unwrap().len(), second["data"].as_array().unwrap().len()), (100, 2));
    assert_eq!(first["links"]["next"], "https://example.org/oparl/list/meeting-2.json");
    assert_eq!((second["links"].get("next"), &second["links"]["prev"]), (None, &first["links"]["self"]));
    assert_eq!(first["pagination"]["totalPages"], 2);
}

#[test]
fn pages_carry_data_for_search_engines() {
    let outcome = site().run();
    let found = blocks(&page(&outcome, "sitzungen/zwei/index.html"));
    let types: Vec<&Value> = found.iter().map(|b| &b["@type"]).collect();
    assert_eq!(types, ["BreadcrumbList", "Event"]);
    assert_eq!(found[1]["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(found[0]["itemListElement"][0]["item"], "https://example.org/");
    assert!(blocks(&page(&outcome, "sitzungen/2026-03-12-kok/index.html")).is_empty(), "it is invented");
    let partners = blocks(&page(&outcome, "v/index.html"));
    assert!(
        partners
            .iter()
            .any(|b| b["@type"] == "GovernmentOrganization" && b["name"] == "Landeswohlfahrtsverband Hessen")
    );
    let moved = planned("stand: verschoben\nverschoben_von: 2026-09-02");
    let found = blocks(&page(&moved.run(), "sitzungen/zwei/index.html"));
    assert_eq!(
        (&found[1]["eventStatus"], &found[1]["previousStartDate"]),
        (&"https://schema.org/EventRescheduled".into(), &"2026-09-02".into())
    );
}

#[test]
fn words_of_editors_cannot_end_a_block() {
    let site = with(site(), "sitzungen/zwei.md", "titel: Zweite Sitzung", "titel: \"</script><b>&\"");
    let found = blocks(&page(&site.run(), "sitzungen/zwei/index.html"));
    assert_eq!(found[1]["name"], "</script><b>&");
}

#[test]
fn servers_are_told_types_and_that_all_may_read() {
    let outcome = site().run();
    for path in ["server/nginx.conf", "server/apache.conf"] {
        let rules = page(&outcome, path);
        for part in ["Access-Control-Allow-Origin", "text/turtle", "text/csv; charset=utf-8", "application/json"] {
            assert!(rules.contains(part), "{path}: {part}");
        }
    }
}
