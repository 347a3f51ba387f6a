//! What the law asks for: imprint, privacy, accessibility statement, one operator, a review a year. The sites are built for
//! 23 November 2026.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use sites::Site;

const PARTNERS: &str = "partner:\n  - id: lwv\n    name: Landeswohlfahrtsverband Hessen\n    kurz: LWV Hessen\n";
const MENU: &str = "menue:\n  - {text: Vereinbarung, ziel: v.md}\n  - {text: Gremien, ziel: gremien/index.md}\nfuss:\n  - {text: Impressum, ziel: impressum.md}\n  - {text: Datenschutz, ziel: datenschutz.md}\n  - {text: Barrierefreiheit, ziel: barrierefreiheit.md}\n";
const FACTS: &str = "  vertreten_durch: Verwaltungsausschuss\n  e_mail: info@example.org\n  telefon: Bürgerservice\n  verantwortlich: Leitung der Pressestelle\n  datenschutzbeauftragte: datenschutz@example.org\n  aufsichtsbehoerde: Aufsicht des Landes\n  stand: teilweise\n  pruefverfahren: Selbstbewertung\n  barriere_melden: barrieren@example.org\n  durchsetzungsstelle: Stelle des Landes\n";

fn settings(address: &str, operator: &str, legal: &str) -> String {
    format!(
        "titel: Teilhabe in der Beispiel-Region\nanbieter: Ein Angebot der Partner\nbasis_url: {address}\n{operator}{PARTNERS}{MENU}{legal}"
    )
}

/// A site with all legal pages, and these settings.
fn site(settings: String) -> Site {
    let pages = ["impressum", "datenschutz", "barrierefreiheit"];
    pages
        .iter()
        .fold(Site::base(), |site, name| {
            let text = format!("---\nart: seite\nid: {name}\ntitel: Seite {name}\nangaben: {name}\n---\nText.\n");
            site.file(&format!("{name}.md"), text)
        })
        .file("site.yaml", settings)
}

/// Findings of these rules: severity, code, place, message.
fn findings(site: &Site) -> Vec<String> {
    let all = site.run().findings;
    let of = all.iter().filter(|f| f.code.starts_with("legal/") || &*f.file == "site.yaml");
    of.map(|f| format!("{:?} {} {}:{} {}", f.severity, f.code, f.line, f.column, f.message)).collect()
}

fn reviewed(created: &str, day: &str) -> Vec<String> {
    let legal = format!("rechtliches:\n{FACTS}  erstellt_am: {created}\n  geprueft_am: {day}\n");
    findings(&site(settings("https://example.org/", "betreiber: lwv\n", &legal)))
}

#[test]
fn a_review_is_due_after_twelve_months_and_overdue_after_thirteen() {
    let none: [&str; 0] = [];
    assert_eq!(reviewed("2024-01-20", "2026-11-23"), none);
    assert_eq!(reviewed("2024-01-20", "2025-11-23"), none);
    for (day, severity) in
        [("2025-11-22", "Warning"), ("2025-10-23", "Warning"), ("2025-10-22", "Error"), ("2024-02-29", "Error")]
    {
        let found = reviewed("2024-01-20", day);
        assert!(
            found.len() == 1 && found[0].starts_with(&format!("{severity} legal/review 28:16 Die Erklärung")),
            "{found:?}"
        );
    }
    let future = reviewed("2024-01-20", "2026-11-24");
    assert_eq!(future, ["Error legal/review 28:16 Der 24. November 2026 ist noch nicht gewesen."]);
    let early = reviewed("2026-06-01", "2026-05-31");
    assert!(
        early.len() == 1 && early[0].starts_with("Error legal/review 27:16 Die Erklärung ist erst am"),
        "{early:?}"
    );
}

#[test]
fn what_is_missing_is_named() {
    let legal = format!("rechtliches:\n{FACTS}");
    let found = findings(&site(settings("https://example.org/", "betreiber: lwv\n", &legal)));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|f| f.starts_with("Warning legal/field")) && found[0].contains("„Erklärung erstellt am“"));
    let all = site(settings("https://example.org/", "betreiber: lwv\n", &legal));
    let found = findings(&all.file("datenschutz.md", sites::DELETED));
    assert!(
        found.iter().any(|f| f.starts_with("Error legal/page") && f.contains("Datenschutz-Erklärung")),
        "{found:?}"
    );
}

#[test]
fn there_is_exactly_one_operator() {
    let legal = format!("rechtliches:\n{FACTS}  erstellt_am: 2026-01-20\n  geprueft_am: 2026-11-01\n");
    let with = |operator: &str| findings(&site(settings("https://example.org/", operator, &legal)));
    let none = with("");
    assert!(none.len() == 1 && none[0].contains("„Betreiber“ (§ 5 DDG)"), "{none:?}");
    for two in ["betreiber: [lwv, lwv]\n", "betreiber: lwv\nbetreiber: lwv\n", "betreiber: niemand\n"] {
        let found = with(two);
        assert!(found.iter().any(|f| f.starts_with("Error")), "{two}: {found:?}");
    }
    let gone = settings("https://example.org/", "betreiber: lwv\n", &legal)
        .replace("    kurz: LWV Hessen\n", "    kurz: LWV Hessen\n    bis: 2026-10-31\n");
    let found = findings(&site(gone));
    assert!(found.iter().any(|f| f.contains("Der Betreiber war nur bis zum 31. Oktober 2026 Partner.")), "{found:?}");
}

#[test]
fn what_is_missing_on_a_public_address_keeps_the_site_from_being_written() {
    let at = |address: &str, operator: &str, legal: &str| findings(&site(settings(address, operator, legal)));
    let days = "  erstellt_am: 2026-01-20\n  geprueft_am: 2026-11-01\n";
    let whole = format!("rechtliches:\n{FACTS}{days}");
    let public = "https://teilhabe.erfunden-kreis.de/";
    assert_eq!(at(public, "betreiber: lwv\n", &whole), [""; 0]);
    for (operator, key, label) in [
        ("", "", "„Betreiber“ (§ 5 DDG)"),
        ("betreiber: lwv\n", "e_mail", "„E-Mail“ (§ 5"),
        ("betreiber: lwv\n", "verantwortlich", "„Verantwortlich für den Inhalt“ (§ 18"),
        ("betreiber: lwv\n", "geprueft_am", "„Zuletzt geprüft am“ (§ 14"),
    ] {
        let legal: String =
            whole.lines().filter(|l| key.is_empty() || !l.contains(key)).map(|l| format!("{l}\n")).collect();
        for (address, severity) in [(public, "Error"), ("https://example.org/", "Warning")] {
            let found = at(address, operator, &legal);
            assert!(found.len() == 1 && found[0].starts_with(&format!("{severity} legal/field")), "{found:?}");
            assert!(found[0].contains(label), "{found:?}");
        }
    }
}

#[test]
fn a_public_address_needs_an_imprint_and_a_placeholder_does_not() {
    let at = |address: &str| {
        findings(
            &Site::base().file("site.yaml", settings(address, "betreiber: lwv\n", "").split("fuss:").next().unwrap()),
        )
    };
    for address in [
        "https://example.org/",
        "https://www.example.org/a/",
        "https://x.test/",
        "http://localhost:8000/",
        "http://127.0.0.1/",
    ] {
        assert_eq!(at(address), [""; 0], "{address}");
    }
    for address in ["https://teilhabe.erfunden-kreis.de/", "https://notexample.org/"] {
        let found = at(address);
        assert!(
            found.len() == 1 && found[0].starts_with("Error legal/page 3:12 In site.yaml fehlt „rechtliches“"),
            "{found:?}"
        );
    }
}
