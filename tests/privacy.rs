//! The guard of personal data: each kind of datum is stopped and never repeated, ordinary minutes pass. All data are invented;
//! where there are check digits, they are right.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::diagnostic::{Finding, Severity, github, gitlab, json_lines, overlay, sarif, text};
use klartext::pipeline::Outcome;
use sites::Site;

/// A datum in a line of minutes: the rule that stops it, the line, and what no output may repeat.
const LEAKS: &[(&str, &str, &[&str])] = &[
    ("privacy/person", "Gestern hat der Klient K. angerufen.", &["Klient K."]),
    ("privacy/email", "Fragen an erika.muster@postfach-erfunden.de.", &["erika.muster"]),
    ("privacy/email", "Fragen an erika.muster (at) postfach-erfunden (dot) de.", &["erika.muster"]),
    ("privacy/email", "Fragen an erika.muster [at] postfach-erfunden.de.", &["erika.muster"]),
    ("privacy/email", "[Mail](mailto:erika.muster@postfach-erfunden.de)", &["erika.muster"]),
    ("privacy/email", "<!-- erika.muster&#64;postfach-erfunden.de -->", &["erika.muster"]),
    ("privacy/email", "Fragen an erika.muster AT postfach-erfunden PUNKT de.", &["erika.muster"]),
    ("privacy/email", "Fragen an erika punkt muster at postfach-erfunden punkt de.", &["erika", "muster"]),
    ("privacy/person", "Es sprach Müller, Petra.", &["Müller", "Petra"]),
    ("privacy/person", "PETRA MÜLLER zieht um.", &["PETRA", "MÜLLER"]),
    ("privacy/address", "Sie wohnt in der Erfundenstraße 3 a.", &["Erfundenstraße"]),
    ("privacy/address", "Privatanschrift: Erfundener Weg 12", &["Weg 12"]),
    ("privacy/person-count", "Beide Klienten ziehen um.", &[]),
    ("privacy/person-count", "Die einzige Klientin zieht um.", &[]),
    ("privacy/person-count", "Die drei Leistungsberechtigten ziehen um.", &[]),
    ("privacy/person-count", "Die beiden Klientinnen ziehen um.", &[]),
    ("privacy/phone", "Zentrale: (0 60 51) 55 50 12", &["55 50 12"]),
    ("privacy/phone", "Durchwahl -4711", &["4711"]),
    ("privacy/pension-number", "RV-Nr. 65 17 08 39 J 003", &["17 08 39"]),
    ("privacy/insurance-number", "Karte A-123456780", &["123456780"]),
    ("privacy/tax-id", "IdNr. 86.095.742.719", &["095.742"]),
    ("privacy/case-file", "BG-Nr. 4711-2025", &["4711"]),
    ("privacy/case-file", "Vorgangsnummer: 2025-4711", &["4711"]),
    ("privacy/birth", "Sie wurde am 12.03.1957 in Hanau geboren.", &["12.03.1957"]),
    ("privacy/birth", "Er kam am 12. März 1957 zur Welt.", &["12. März 1957"]),
    ("privacy/birth", "Geb.-Dat.: 12.03.1957", &["12.03.1957"]),
    ("privacy/birth", "Erika Musterfeld (12. März 1957) zieht um.", &["12. März 1957", "Musterfeld"]),
    ("privacy/person", "Herr Kurz kam später.", &["Kurz"]),
    ("privacy/person", "Das sagt Frau Schön.", &["Schön"]),
    ("privacy/person", "Frau K.-L. möchte umziehen.", &["K.-L."]),
    ("privacy/person", "Hr Musterfeld war da.", &["Musterfeld"]),
    ("privacy/person", "Die kleine Emma K. kommt in die Schule.", &["Emma"]),
    ("privacy/person", "Petra von der Aue zieht um.", &["Petra"]),
    ("privacy/health", "Bewohner mit G.d.B. 80 zieht um.", &["G.d.B. 80"]),
    ("privacy/address", "Er wohnt Am Erfundenplatz 3 in 63450 Hanau.", &["Erfundenplatz"]),
    ("privacy/attendance", "Anwesend: Hedrich (LWV), Stadt Hanau", &["Hedrich"]),
    ("privacy/attendance", "Es fehlten entschuldigt Müller und Hedrich.", &["Hedrich"]),
    ("privacy/phone", "Rückfragen unter 06181 555-0123.", &["555-0123", "06181"]),
    ("privacy/phone", "Mobil +49 171 5550123", &["5550123"]),
    ("privacy/phone", "Tel.: (06181) 55 50 123", &["55 50 123"]),
    ("privacy/phone", "Telefon 0171/555 0123", &["555 0123"]),
    ("privacy/phone", "Erreichbar: 01715550123", &["01715550123"]),
    ("privacy/phone", "Durchwahl: 4711", &["4711"]),
    ("privacy/iban", "Konto: DE02 1203 0000 0000 2020 51", &["1203 0000", "2020 51"]),
    ("privacy/iban", "Konto DE02120300000000202051 der Familie", &["DE02120300000000202051"]),
    ("privacy/pension-number", "RV-Nr. 65 170839 J 003", &["170839"]),
    ("privacy/pension-number", "65170839J003", &["65170839J003"]),
    ("privacy/insurance-number", "Karte A123456780", &["A123456780"]),
    ("privacy/tax-id", "IdNr. 86 095 742 719", &["095 742"]),
    ("privacy/tax-id", "86095742719", &["86095742719"]),
    ("privacy/case-file", "Der Antrag (Az. 50.2-4711/26) wird besprochen.", &["4711"]),
    ("privacy/case-file", "Aktenzeichen: MK 4711 B", &["4711"]),
    ("privacy/birth", "Die Bewohnerin, geb. 12.03.1957, zieht um.", &["12.03.1957"]),
    ("privacy/birth", "Sie ist Jahrgang 1957.", &["1957"]),
    ("privacy/birth", "geboren am\n12. März 1957 in Gelnhausen", &["12. März 1957"]),
    ("privacy/birth", "Herr Musterfeld, 12.03.1957, wohnt in Hanau.", &["12.03.1957", "Musterfeld"]),
    ("privacy/person", "Frau Mustermann berichtet.", &["Mustermann"]),
    ("privacy/person", "**Frau** Mustermann berichtet.", &["Mustermann"]),
    ("privacy/person", "Der Sohn von Frau\nMustermann zieht um.", &["Mustermann"]),
    ("privacy/person", "Herr M. möchte in Hanau wohnen.", &["Herr M."]),
    ("privacy/person", "Familie Musterfeld sucht Hilfe.", &["Musterfeld"]),
    ("privacy/person", "Der Klient A. B. zieht um.", &["A. B."]),
    ("privacy/person", "Erika Musterfeld zieht um.", &["Erika", "Musterfeld"]),
    ("privacy/person", "Das sagt Dr. Musterfeld.", &["Musterfeld"]),
    ("privacy/person", "Herr Landrat Musterfeld eröffnet.", &["Musterfeld"]),
    ("privacy/health", "Die Klientin hat Pflegegrad 3.", &["Pflegegrad 3"]),
    ("privacy/health", "Sein Sohn (F84.0) besucht die Schule.", &["F84.0"]),
    ("privacy/health", "Bei ihrer Tochter wurde ein GdB 80 festgestellt.", &["GdB 80"]),
    ("privacy/health", "Herr M. hat das Merkzeichen aG.", &["Merkzeichen aG"]),
    ("privacy/health", "Ein Kind mit F84.0 wechselt die Schule.", &["F84.0"]),
    ("privacy/health", "Bewohner (G40.9) sucht ein Zimmer im Erdgeschoss.", &["G40.9"]),
    ("privacy/health", "Kind, GdB 80, sucht einen Schulplatz.", &["GdB 80"]),
    ("privacy/health", "Das Kind (GdB 80) soll einen Platz bekommen.", &["GdB 80"]),
    ("privacy/health", "Jugendliche mit Pflegegrad 3 zieht um.", &["Pflegegrad 3"]),
    ("privacy/health", "Klientin, Merkzeichen H, sucht eine Wohnung.", &["Merkzeichen H"]),
    ("privacy/health", "Der Schüler mit Pflegegrad 4 wird aufgenommen.", &["Pflegegrad 4"]),
    ("privacy/health", "Schülerin mit GdB von 70 braucht Begleitung.", &["GdB von 70"]),
    ("privacy/health", "Die Tochter hat das Merkzeichen „H“.", &["Merkzeichen „H"]),
    ("privacy/health", "Zwei Kinder mit Epilepsie wechseln die Schule.", &["Epilepsie"]),
    ("privacy/health", "Drei Bewohner mit Autismus ziehen um.", &["Autismus"]),
    ("privacy/health", "Drei Kinder haben Epilepsie.", &["Epilepsie"]),
    ("privacy/health", "Bei zwei Bewohnerinnen wurde Demenz festgestellt.", &["Demenz"]),
    ("privacy/health", "Beide Töchter haben Epilepsie.", &["Epilepsie"]),
    ("privacy/health", "Vier autistische Kinder besuchen die Schule.", &["autistische"]),
    ("privacy/health", "Gemeldet sind 2 Jugendliche mit Down-Syndrom.", &["Down-Syndrom"]),
    ("privacy/address", "Sie wohnt im Erfundenen Weg 5, 63450 Hanau.", &["Weg 5"]),
    ("privacy/address", "Musterstraße 12 a\\\n63571 Gelnhausen", &["Musterstraße"]),
    ("privacy/attendance", "Anwesend: Müller (Jugendamt), LWV Hessen", &["Müller"]),
    ("privacy/attendance", "Teilnehmende:\n\n- Müller (Jugendamt)\n- LWV Hessen", &["Müller"]),
    ("privacy/person", "## Anwesende\n\n- Jugendamt\n- Müller, Erika", &["Müller", "Erika"]),
    ("privacy/attendance", "Entschuldigt fehlten Meier, Schmidt.", &["Meier", "Schmidt"]),
    ("privacy/attendance", "Entschuldigt fehlten der LWV, Meier und Schmidt.", &["Meier", "Schmidt"]),
    ("privacy/attendance", "Entschuldigt fehlte Koch.", &["Koch"]),
    ("privacy/attendance", "Entschuldigt: Meier, Kowalczyk, Jugendamt", &["Meier", "Kowalczyk"]),
    ("privacy/attendance", "Entschuldigt haben sich Öztürk und Meier.", &["Öztürk", "Meier"]),
    ("privacy/attendance", "Es fehlten Meier (LWV) und Schmidt (MKK).", &["Meier", "Schmidt"]),
    ("privacy/attendance", "Abwesend: Meier/Schmidt", &["Meier", "Schmidt"]),
    ("privacy/attendance", "Meier und Schmidt sind entschuldigt.", &["Meier", "Schmidt"]),
    ("privacy/attendance", "Teilnehmende: Meier (LWV), Schmidt (MKK)", &["Meier", "Schmidt"]),
    ("privacy/attendance", "Teilnehmer:innen: Meier LWV, Schmidt MKK", &["Meier", "Schmidt"]),
    ("privacy/attendance", "Für den LWV nahm Meier teil.", &["Meier"]),
    ("privacy/attendance", "Protokoll: Meier", &["Meier"]),
    ("privacy/attendance", "Das Protokoll führt Meier.", &["Meier"]),
    ("privacy/attendance", "Sitzungsleitung Meier, Protokoll Schmidt", &["Meier", "Schmidt"]),
    ("privacy/attendance", "Ansprechpartnerin: Meier", &["Meier"]),
    ("privacy/attendance", "gez. Meier", &["Meier"]),
    ("privacy/person", "[Petra Musterfeld](haus.md)", &["Petra", "Musterfeld"]),
    ("privacy/person", "[Petra Musterfeld](../wohnen/heim.md#schule) zieht um.", &["Petra", "Musterfeld"]),
    ("privacy/person", "Petra Musterfeld (Haus 3)", &["Petra", "Musterfeld"]),
    ("privacy/person", "[Bericht](petra-mueller.md)", &["petra-mueller", "petra", "mueller"]),
    ("privacy/person", "[Bericht](../berichte/mueller_petra.pdf)", &["mueller_petra", "petra", "mueller"]),
    ("privacy/person", "[Stelle](#petra-musterfeld)", &["petra-musterfeld", "petra", "musterfeld"]),
    ("privacy/person", "![Ein Garten](/bilder/petra-mueller.jpg)", &["petra-mueller", "petra", "mueller"]),
    ("privacy/person", "Die Datei heißt gespraech-frau-mueller-2026.md.", &["frau-mueller", "mueller"]),
    ("privacy/person", "<!-- id: petra-mueller -->", &["petra-mueller", "petra", "mueller"]),
    ("privacy/phone", "Durchwahl 123", &["123"]),
    ("privacy/phone", "Durchwahl: -123", &["123"]),
    ("privacy/phone", "Tel. 123", &["123"]),
    ("privacy/birth", "Geburtstag 12/03/57", &["12/03/57"]),
    ("privacy/birth", "Geburtstag: 12-03-1957", &["12-03-1957"]),
    ("privacy/birth", "Sie ist geboren im März 1957.", &["März 1957"]),
    ("privacy/birth", "Sie wurde im März 1957 in Hanau geboren.", &["März 1957"]),
    ("privacy/birth", "Die Bewohnerin\n\n- Jahrgang 1957", &["1957"]),
    ("privacy/tax-id", "IdNr. 86/095/742/719", &["095/742", "742"]),
    ("privacy/tax-id", "IdNr. 86\u{2011}095\u{2011}742\u{2011}719", &["742"]),
    ("privacy/pension-number", "RV-Nr. 65/170839/J/003", &["170839"]),
    ("privacy/case-file", "Unser Zeichen: SG-2024-0815", &["0815"]),
    ("privacy/person", "Der Klient Mandy K. zieht um.", &["Mandy K"]),
    ("privacy/person", "Der Klient Xenja K. zieht um.", &["Xenja"]),
    // The text is searched as it is read, and no mark leaves a part of it to be seen.
    ("privacy/iban", "Konto DE0212030000000020**2051** hier.", &["DE02", "1203", "2051"]),
    ("privacy/iban", "Konto **DE02120300**000000202051 hier.", &["DE02", "1203", "202051"]),
    ("privacy/birth", "Sie ist geb. 12.**03**.1957 in Hanau.", &["1957"]),
    ("privacy/birth", "Sie ist geb. *12.03.1957* in Hanau.", &["1957"]),
    ("privacy/birth", "Die Bewohnerin (*1957) zieht um.", &["1957"]),
    ("privacy/insurance-number", "Versichertennummer A12345*6780*", &["A12345", "6780"]),
    ("privacy/phone", "Tel. 06181 **123456**", &["06181", "123456"]),
    ("privacy/person", "Herr  Musterfeld zieht um.", &["Musterfeld"]),
    ("privacy/person", "Herr \t Musterfeld zieht um.", &["Musterfeld"]),
    ("privacy/person", "Frau  Sabine  Kurz zieht um.", &["Sabine", "Kurz"]),
    ("privacy/person", "Herr [Musterfeld](x.md) zieht um.", &["Musterfeld"]),
    ("privacy/person", "Frau [Kurz](v.md) zieht um.", &["Kurz"]),
    ("privacy/person", "Familie [Yilmaz](v.md) zieht um.", &["Yilmaz"]),
    ("privacy/person", "Petra [Schneider](v.md) zieht um.", &["Petra", "Schneider"]),
    ("privacy/person", "[Petra](v.md) [Schneider][v] zieht um.\n\n[v]: v.md", &["Petra", "Schneider"]),
    ("privacy/person", "Petra&#32;Schneide&#114; zieht um.", &["Petra", "Schneide"]),
    ("privacy/email", "Fragen an erika.muster [AT] postfach-erfunden [PUNKT] de.", &["erika.muster"]),
    ("privacy/health", "Der Mann hat Pflegegrad 3.", &["Pflegegrad 3"]),
    ("privacy/health", "Ein Mann mit GdB 80 zieht um.", &["GdB 80"]),
    ("privacy/health", "Eine Person mit F84.0 zieht nach Hanau.", &["F84.0"]),
    ("privacy/health", "Ein Mensch mit Pflegegrad 4 zieht um.", &["Pflegegrad 4"]),
    ("privacy/health", "Ein Teilnehmer hat F84.0.", &["F84.0"]),
    ("privacy/health", "Der Mieter hat GdB 80.", &["GdB 80"]),
    ("privacy/health", "Sie hat GdB 80.", &["GdB 80"]),
    ("privacy/health", "Er hat seit 2020 einen GdB von 80.", &["GdB von 80"]),
    ("privacy/attendance", "Ein Absatz. Anwesend: Müller, Weber. Es ging los.", &["Müller", "Weber"]),
    ("privacy/attendance", "| Anwesend | Müller, Weber |\n|---|---|\n| Ort | Hanau |", &["Müller", "Weber"]),
    ("privacy/attendance", "Protokollführung: Kurz", &["Kurz"]),
    ("privacy/attendance", "Die Sitzung beginnt. Moderation: Kurz.", &["Kurz"]),
    ("privacy/person-count", "Der Umzug betrifft zwei Menschen mit Autismus.", &[]),
    ("privacy/person-count", "Gemeldet sind 2 Leistungsberechtigte.", &[]),
    ("privacy/person-count", "Genau vier Klientinnen in Nidderau ziehen um.", &[]),
    ("privacy/person-count", "Es ist 1 Mensch mit Behinderung aus Hanau.", &[]),
    ("privacy/person-count", "Neu aus Hanau kommen drei Menschen.", &[]),
    ("privacy/person-count", "Aus Hanau kommt 1 Person.", &[]),
    ("privacy/person-count", "Das sind 2–3 Personen aus Hanau.", &[]),
    ("privacy/person-count", "Das sind zwei bis drei Personen aus Hanau.", &[]),
    ("privacy/person-count", "Zwei (2) Personen aus Hanau ziehen um.", &[]),
    ("privacy/person-count", "Es sind zwei Frauen und ein Mann aus Hanau.", &[]),
    ("privacy/person-count", "Eine einzige Person lebt in Bruchköbel.", &[]),
    ("privacy/person-count", "In Hanau ist es eine Person.", &[]),
    ("privacy/person-count", "Es geht um eine Person aus Gelnhausen.", &[]),
    ("privacy/person-count", "Sieben Anträge, davon zwei in Hanau.", &[]),
];

fn page(body: &str) -> String {
    format!("---\nart: seite\nid: s\ntitel: S\n---\n{body}\n")
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|f| f.code).filter(|c| c.starts_with("privacy/")).collect()
}

/// Every form in which findings leave the program.
fn outputs(outcome: &Outcome) -> Vec<(&'static str, String)> {
    let f = &outcome.findings;
    vec![
        ("text", text(f, &outcome.site.snapshot, "site/", false)),
        ("colour", text(f, &outcome.site.snapshot, "site/", true)),
        ("json", json_lines(f)),
        ("github", github(f, "site/")),
        ("gitlab", gitlab(f, "site/")),
        ("sarif", sarif(f, "site/", &[])),
        ("html", overlay(f)),
    ]
}

fn assert_hidden(outcome: &Outcome, secrets: &[&str], case: &str) {
    for (form, shown) in outputs(outcome) {
        for secret in secrets {
            assert!(
                !shown.to_lowercase().contains(&secret.to_lowercase()),
                "{case}: {form} repeats {secret}:\n{shown}"
            );
        }
    }
}

#[test]
fn each_kind_of_datum_is_stopped_and_not_repeated() {
    let mut wrong = Vec::new();
    for (code, line, secrets) in LEAKS {
        let outcome = Site::base().file("s.md", page(line)).run();
        let found = codes(&outcome.findings);
        if !found.contains(code) {
            wrong.push(format!("{line}: {code} is not among {found:?}"));
        }
        assert_hidden(&outcome, secrets, line);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn in_a_report_every_small_number_of_people_is_noticed() {
    let body = "Im Norden leben nur zwei Personen.";
    let report = "---\nart: bericht\nid: r\ntitel: R\njahr: 2025\nveroeffentlicht_am: 2026-04-02\n\
                  freigabe: {von: [lwv], am: 2026-04-01}\nmethode: Der Norden hat 2 Personen.\n---\n";
    let counts = |file: &str, text: String| {
        let outcome = Site::base().file(file, text).run();
        codes(&outcome.findings).iter().filter(|c| **c == "privacy/person-count").count()
    };
    assert_eq!(counts("berichte/r.md", format!("{report}{body}\n")), 2);
    let quoted = report.replace("art: bericht", "art: \"bericht\" # von 2025");
    assert_eq!(counts("berichte/r.md", format!("{quoted}{body}\n")), 2);
    assert_eq!(counts("s.md", page("Zwei Personen stimmen dagegen.")), 0);
}

#[test]
fn one_person_of_a_place_is_a_number_in_a_report() {
    let run = |file: &str, line: &str| {
        let site = Site::of("offene-daten");
        let text = std::fs::read_to_string(site.path(file)).unwrap();
        let findings = site.file(file, format!("{text}\n{line}\n")).run().findings;
        findings.into_iter().find(|f| f.code == "privacy/person-count").map(|f| f.severity)
    };
    let withheld = "berichte/geheim-2024.md";
    for line in [
        "In Hanau lebt nur eine leistungsberechtigte Person.",
        "In Hanau wurde eine Person doppelt gezählt.",
        "Es sind zwei Personen.",
    ] {
        assert_eq!(run(withheld, line), Some(Severity::Error), "{line}");
    }
    for line in ["Eine Person zählt einmal.", "Eine Person kann mehrere Leistungen bekommen.", ""] {
        assert_eq!(run(withheld, line), None, "{line}");
    }
    assert_eq!(run("berichte/gerundet-2025.md", "Es sind zwei Personen."), Some(Severity::Warning));
}

#[test]
fn ordinary_minutes_pass() {
    for minutes in [include_str!("fixtures/privacy/minutes.md"), include_str!("fixtures/privacy/minutes-more.md")] {
        assert!(minutes.lines().count() >= 200);
        let outcome = Site::base().file("protokoll.md", minutes).run();
        let found: Vec<&Finding> = outcome.findings.iter().filter(|f| f.code.starts_with("privacy/")).collect();
        assert!(found.is_empty(), "{}", text(&outcome.findings, &outcome.site.snapshot, "", false));
    }
}

#[test]
fn a_datum_is_hidden_in_findings_of_others_too() {
    // A gap repeats the text of its box, an unknown anchor its name, an unknown word of front matter itself.
    let body = "> [!Lücke]\n> Frau Musterfeld fragen.\n\n[Siehe](#musterfeld) Musterfeld\n";
    let outcome = Site::base().file("s.md", page(body)).run();
    let others = outcome.findings.iter().filter(|f| f.code == "page/gap" || f.code.starts_with("link/")).count();
    assert!(others >= 2, "{:?}", outcome.findings);
    assert_hidden(&outcome, &["Musterfeld"], "findings of others");
}

#[test]
fn names_of_files_front_matter_and_data_are_searched() {
    let front = "---\nart: seite\nid: s\ntitel: Frau Musterfeld\n---\nText.\n";
    let draft = "---\nart: seite\nid: s\ntitel: S\nentwurf: true\n---\nFrau Musterfeld\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Frau Musterfeld</title></svg>";
    let cases: [(&str, &str, &str); 11] = [
        ("privacy/person", "petra-musterfeld.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n"),
        ("privacy/person", "bilder/petra-musterfeld.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("privacy/person", "s.md", "---\nart: seite\nid: petra-musterfeld\ntitel: S\n---\nText.\n"),
        ("privacy/person", "antrag-frau-musterfeld.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n"),
        ("privacy/person", "s.md", front),
        ("privacy/person", "s.md", draft),
        ("privacy/person", "s.md", "---\nart: seite\nid: s\ntitel: S\n---\n![Frau Musterfeld](a.png)\n"),
        ("privacy/person", "bild.svg", svg),
        ("privacy/case-list", "liste.csv", "Musterfeld;Vorname\nx;y\n"),
        ("privacy/person", "zahlen.csv", "Gemeinde;Anzahl\nHerr Musterfeld;1\n"),
        (
            "privacy/document-author",
            "blatt.pdf",
            "%PDF-1.4\n<< /Author <FEFF004D00750073007400650072006600650 06C0064> >>\n",
        ),
    ];
    for (code, path, content) in cases {
        let outcome = Site::base().file(path, content).run();
        assert!(codes(&outcome.findings).contains(&code), "{path}: {:?}", outcome.findings);
        if code != "privacy/case-list" {
            assert_hidden(&outcome, &["Musterfeld"], path);
        }
    }
}

#[test]
fn no_exception_helps_an_insurance_number_and_an_expired_one_helps_nobody() {
    let list = |art: &str, text: &str, until: &str| {
        format!("- art: {art}\n  text: \"{text}\"\n  grund: Probe\n  zustaendig: Redaktion\n  bis: {until}\n")
    };
    let run = |list: String, line: &str| Site::base().file("erlaubt.yaml", list).file("s.md", page(line)).run();
    let number = run(list("krankenversicherung", "A123456780", "2027-01-01"), "Karte A123456780");
    assert!(codes(&number.findings).contains(&"privacy/insurance-number"));
    assert!(codes(&number.findings).contains(&"privacy/allow-never"));
    assert_hidden(&number, &["A123456780"], "never allowed");
    let old = run(list("person", "Claudia Musterfeld", "2026-11-22"), "Landrätin Claudia Musterfeld");
    assert_eq!(codes(&old.findings), ["privacy/allow-expired", "privacy/person"]);
    let last_day = run(list("person", "Claudia Musterfeld", "2026-11-23"), "Frau Landrätin Claudia Musterfeld");
    assert_eq!(codes(&last_day.findings), [""; 0]);
    let other = run(list("person", "Claudia Musterfeld", "2026-11-23"), "Claudia Musterfeld und Frau Mustermann");
    assert_eq!(codes(&other.findings), ["privacy/person"]);
    let file = run(list("person", "Petra Müller", "2027-01-01"), "[Petra Müller](/bilder/petra-mueller.jpg)");
    assert_eq!(codes(&file.findings), [""; 0]);
    let phone = run(list("telefon", "06181 5550123", "2027-01-01"), "Amt: +49 6181 555-0123");
    assert_eq!(codes(&phone.findings), [""; 0]);
}

#[test]
fn what_the_operator_publishes_of_itself_needs_no_exception() {
    let settings = std::fs::read_to_string(sites::folder().join("base/site.yaml")).unwrap();
    let legal = "rechtliches:\n  e_mail: post@amt-erfunden.de\n  telefon: Telefon 06181 5550123\n";
    let site = Site::base().file("site.yaml", format!("{settings}\n{legal}"));
    let outcome = site.file("s.md", page("Fragen an post@amt-erfunden.de oder 06181 555-0123.")).run();
    assert_eq!(codes(&outcome.findings), [""; 0]);
}

#[test]
fn a_person_named_as_organisation_hides_nobody() {
    let body =
        "---\nart: gremium\nid: beirat2\ntitel: Erika Müller\nteilnehmende: [Erika Müller, Jugendamt]\n---\nText.\n";
    let site =
        Site::base().file("gremien/beirat2.md", body).file("s.md", page("Erika Müller ist am 3.4.1987 geboren."));
    let outcome = site.run();
    let found: Vec<&str> = outcome.findings.iter().filter(|f| &*f.file == "s.md").map(|f| f.code).collect();
    assert!(found.contains(&"privacy/person"), "{found:?}");
    assert_hidden(&outcome, &["Müller", "1987"], "a body named after a person");
}

#[test]
fn pictures_lose_what_they_tell() {
    use klartext::privacy::picture::{Facts, clean, facts};
    let pictures: [(&str, &[u8], Facts); 3] = [
        ("a.jpg", include_bytes!("fixtures/privacy/turned.jpg"), Facts { place: true, orientation: 6 }),
        ("a.png", include_bytes!("fixtures/privacy/named.png"), Facts { place: true, orientation: 1 }),
        ("a.webp", include_bytes!("fixtures/privacy/named.webp"), Facts { place: true, orientation: 6 }),
    ];
    let holds = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|w| w == word.as_bytes());
    for (name, bytes, expected) in pictures {
        assert!(holds(bytes, "Musterfeld"), "{name}");
        assert_eq!(facts(bytes), Some(expected), "{name}");
        let outcome = Site::base().file(name, bytes).run();
        assert!(codes(&outcome.findings).contains(&"privacy/picture-place"), "{name}");
        let published = &outcome.artifacts[name].bytes;
        for word in ["Musterfeld", "Kamera", "GPS", "XMP"] {
            assert!(!holds(published, word), "{name}: {word}");
        }
        // Turned as before, nothing else; and cleaning has nothing left to do.
        assert_eq!(facts(published), Some(Facts { place: false, orientation: expected.orientation }), "{name}");
        assert_eq!(clean(published).as_deref(), Some(&published[..]), "{name}");
    }
    // The picture itself is the same, byte for byte: the data of PNG and WebP, the scan of JPEG.
    let jpeg = clean(pictures[0].1).unwrap();
    let scan = |b: &[u8]| b.windows(2).position(|w| w == [0xff, 0xda]).unwrap();
    let rest = &jpeg[scan(&jpeg)..];
    assert!(pictures[0].1[scan(pictures[0].1)..].starts_with(rest) && rest.ends_with(&[0xff, 0xd9]));
    assert_eq!(clean(b"\x89PNG broken"), None);
}

#[test]
fn a_film_of_pictures_loses_its_comments() {
    use klartext::privacy::picture::clean;
    // One pixel; then a comment, repeats, a comment of a program, the picture, the end, and something behind it.
    let begin = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
    let repeats = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let picture = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    let comment = b"\x21\xfe\x0aMusterfeld\0";
    let program = b"\x21\xff\x0bXMP DataXMP\x0aMusterfeld\0";
    let told = [&begin[..], comment, repeats, program, picture, b"\x3bMusterfeld"].concat();
    let pure = [&begin[..], repeats, picture, b"\x3b"].concat();
    let outcome = Site::base().file("a.gif", &told).run();
    assert_eq!(codes(&outcome.findings), [""; 0]);
    assert_eq!(&*outcome.artifacts["a.gif"].bytes, pure);
    assert_eq!(clean(&pure).as_deref(), Some(&pure[..]));
    let broken = Site::base().file("a.gif", &told[..40]).run();
    assert_eq!(codes(&broken.findings), ["privacy/unchecked-file"]);
}

#[test]
fn pictures_and_names_inside_drawings_are_found() {
    let base64 = |bytes: &[u8]| {
        let signs = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let four = |three: &[u8]| -> String {
            let n = three.iter().fold(0usize, |n, b| n << 8 | usize::from(*b)) << (8 * (3 - three.len()));
            (0..=three.len()).map(|k| char::from(signs[n >> (18 - 6 * k) & 63])).collect()
        };
        bytes.chunks(3).map(four).collect::<String>()
    };
    let photo: &[u8] = include_bytes!("fixtures/privacy/turned.jpg");
    let clean = klartext::privacy::picture::clean(photo).unwrap();
    // The same without its place: a comment is left.
    let told = [&clean[..2], b"\xff\xfe\0\x0cMusterfeld", &clean[2..]].concat();
    let image = |bytes: &[u8]| format!("<image href=\"data:image/jpeg;base64,{}\"/>", base64(bytes));
    let cases: [(&str, String); 9] = [
        ("privacy/picture-place", image(photo)),
        ("privacy/unchecked-file", image(&told)),
        ("", image(&clean)),
        ("privacy/person", "<text>Petra&#32;Musterfeld</text>".into()),
        ("privacy/person", "<text><tspan x=\"1\">Petra</tspan><tspan x=\"9\">Musterfeld</tspan></text>".into()),
        ("privacy/svg", "<g sodipodi:docname=\"musterfeld.svg\"/>".into()),
        ("privacy/svg", "<g inkscape:export-filename=\"C:\\Users\\pmusterfeld\\fall.png\"/>".into()),
        ("privacy/svg", "<metadata><dc:creator>pmusterfeld</dc:creator></metadata>".into()),
        ("", "<text><tspan x=\"1\">Haus</tspan><tspan x=\"9\">Burgberg</tspan></text>".into()),
    ];
    for (code, inner) in cases {
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
        let outcome = Site::base().file("bild.svg", svg).run();
        let found = codes(&outcome.findings).join(" ");
        assert_eq!(found, code, "{:?}", outcome.findings);
        assert_hidden(&outcome, &["Musterfeld"], code);
    }
}

#[test]
fn who_made_a_document_is_found_under_any_key() {
    let cases = [
        ("/Bearbeiter(Petra Musterfeld)/Producer(LibreOffice 7.4)", true),
        ("/Producer (x) /Bearbeiter (E. Musterfeld)", true),
        ("/Creator(pmusterfeld)", true),
        ("/Creator (Writer) /Producer (LibreOffice 7.4) /CreationDate (D:20260102120000)", false),
        ("/Creator (Layout 12.1) /Title (Faltblatt) /Company (Verlag)", false),
        ("/Author (Landeswohlfahrtsverband Hessen)", false),
    ];
    for (entries, wrong) in cases {
        let outcome = Site::base().file("blatt.pdf", format!("%PDF-1.4\n1 0 obj\n<< {entries} >>\nendobj\n")).run();
        let found = codes(&outcome.findings).contains(&"privacy/document-author");
        assert_eq!(found, wrong, "{entries}: {:?}", outcome.findings);
        assert_hidden(&outcome, &["Musterfeld"], entries);
    }
    for xmp in ["<xmp:CreatorTool>pmusterfeld</xmp:CreatorTool>", "<rdf:Description pdfx:Bearbeiter=\"Musterfeld\"/>"] {
        let outcome = Site::base().file("blatt.pdf", format!("%PDF-1.4\n{xmp}\n")).run();
        assert_eq!(codes(&outcome.findings), ["privacy/document-author"], "{xmp}");
    }
}

#[test]
fn loose_texts_are_searched_in_every_register() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.md");
    // Another rule counts the digits of a number, and only a part of them where marks stand between.
    let text = "Frau Musterfeld hilft Ihnen.\nTelefon: 06181 555-0123\n\nKonto **DE02120300**000000202051 hier.\n\n\
                Karte A12345*6780*\n\nTel. 06181 **123456**\n\nAktenzeichen: MK 4711012 B\n";
    std::fs::write(&file, text).unwrap();
    for (register, form) in [("leicht", "json"), ("standard", "json"), ("leicht", "text"), ("standard", "sarif")] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_klartext"));
        let output = command.args(["lint", "--register", register, "--format", form]).arg(&file).output().unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{register} {form}");
        assert!(shown.contains("privacy/person") && shown.contains("privacy/phone"), "{shown}");
        for secret in ["Musterfeld", "555", "1203", "202051", "12345", "6780", "123456", "4711"] {
            assert!(!shown.contains(secret), "{secret}: {shown}");
        }
    }
}

mod check_digits {
    use klartext::privacy::{Kind, Known, find};
    use proptest::prelude::*;

    /// Whether a text is taken for a number of that kind.
    fn is(kind: Kind, text: &str) -> bool {
        find(text, &Known::default()).iter().any(|h| h.kind == kind && h.range == (0..text.len()))
    }

    proptest! {
        /// Of all numbers that differ in the check digit alone, exactly one is right.
        #[test]
        fn one_check_digit_of_ten_is_right(
            area in 10u32..99, day in 1u32..28, month in 1u32..12, year in 0u32..99, letter in 0u8..26, serial in 0u32..99,
            eight in 0u32..99_999_999,
        ) {
            let letter = char::from(b'A' + letter);
            let pension = (0..10).filter(|d| is(Kind::Pension, &format!("{area}{day:02}{month:02}{year:02}{letter}{serial:02}{d}")));
            prop_assert_eq!(pension.count(), 1);
            let insurance = (0..10).filter(|d| is(Kind::Insurance, &format!("{letter}{eight:08}{d}")));
            prop_assert_eq!(insurance.count(), 1);
        }

        /// Of all pairs of check digits one makes an IBAN (mod 97 leaves 02 to 98); a changed digit is noticed.
        #[test]
        fn an_iban_has_one_pair_of_check_digits(account in 0u64..999_999_999_999_999_999, at in 0usize..18) {
            let account = format!("{account:018}");
            let right: Vec<String> = (2..99).map(|c| format!("DE{c:02}{account}")).filter(|i| is(Kind::Iban, i)).collect();
            prop_assert_eq!(right.len(), 1);
            let mut other = right[0].clone().into_bytes();
            other[4 + at] = b'0' + (other[4 + at] - b'0' + 1) % 10;
            prop_assert!(!is(Kind::Iban, &String::from_utf8(other).unwrap()));
        }

        /// Of all check digits one at most makes a Steuer-ID, and its first ten digits have one digit twice or three times.
        #[test]
        fn a_tax_id_has_one_check_digit(ten in 1_000_000_000u64..9_999_999_999) {
            let ten = ten.to_string();
            let right = (0..10).filter(|d| is(Kind::Tax, &format!("{ten}{d}"))).count();
            let times: Vec<usize> = ('0'..='9').map(|d| ten.matches(d).count()).filter(|n| *n > 1).collect();
            prop_assert_eq!(right, usize::from(matches!(times[..], [2 | 3])));
        }

        /// Any text: no panic, and places lie on borders of characters.
        #[test]
        fn any_text_can_be_searched(text in "(?s).{0,200}|(Herr |Frau |Az\\. |geb\\. |\\(at\\)|[A-Z]\\. |[0-9 /.-]{1,9}|Anwesend: |ä|\n- |, ){0,30}") {
            for hit in find(&text, &Known::default()) {
                prop_assert!(text.get(hit.range).is_some());
            }
        }
    }
}
