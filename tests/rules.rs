//! Every rule by its own examples: laid over the base site, the wrong one is found and the right one is not.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::diagnostic::{Example, Finding, Rule, Severity, is_told};
use klartext::rules::{all, check_example, is_page_example};
use sites::Site;
use std::collections::BTreeSet;
use std::process::Command;

/// Rules whose breach is no file in the site folder, with the test that shows it.
const ELSEWHERE: &[(&str, &str)] = &[
    ("a11y/weight", "a_page_is_weighed: an example of 40 KB helps nobody"),
    ("privacy/picture-place", "tests/privacy.rs, pictures_lose_what_they_tell: a picture is no text"),
    ("source/broken-link", "tests/broken.rs, symlink-broken: a link is no file with content"),
    ("source/folder-named-like-page", "tests/broken.rs, folder-named-like-page: a folder is no file"),
    ("source/hidden-table", "tests/broken.rs, hidden-table: no right file of that name"),
    ("source/link-leaves-site", "tests/broken.rs, symlink-leaves-site: a link is no file with content"),
    ("source/name", "tests/broken.rs, file-name-not-utf8: an example is UTF-8"),
    ("source/not-utf8", "tests/broken.rs, file-not-utf8: an example is UTF-8"),
    ("source/too-large", "a_file_is_too_large_by_one_byte: an example of 4 MB helps nobody"),
    ("source/unreadable", "a_file_that_is_no_file_is_found: the operating system has to refuse"),
    ("theme/unknown", "an_unknown_theme_is_found: the theme is named on the command line"),
];

fn findings(example: Example) -> Vec<Finding> {
    example.iter().fold(Site::base(), |site, (path, content)| site.file(path, content)).run().findings
}

/// Codes of errors and warnings. (What is only worth knowing, every small site has: new addresses.)
fn codes(findings: &[Finding]) -> BTreeSet<&str> {
    findings.iter().filter(|f| f.severity < Severity::Info).map(|f| f.code).collect()
}

#[test]
fn wrong_examples_are_found_and_right_ones_are_not() {
    let mut problems = Vec::new();
    for rule in all().into_iter().filter(|r| !r.wrong.is_empty() && !is_told(r.wrong)) {
        if is_page_example(rule.wrong) {
            continue;
        }
        let (wrong, right) = (findings(rule.wrong), findings(rule.right));
        match wrong.iter().find(|f| f.code == rule.code) {
            None => problems.push(format!("{}: the wrong example gives only {:?}", rule.code, codes(&wrong))),
            // A finding may be milder than its rule, never worse.
            Some(found) if found.severity < rule.severity => problems.push(format!("{}: too severe", rule.code)),
            Some(_) => {}
        }
        if rule.code == "url/unrecorded" {
            // The right ledger holds all addresses of a site: see the test below.
            continue;
        }
        for finding in right.iter().filter(|f| f.code == rule.code || f.severity == Severity::Error) {
            problems.push(format!("{}: the right example gives {finding:?}", rule.code));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Rules about finished files have those as examples; they run without a site around them.
#[test]
fn wrong_pages_are_found_and_right_ones_are_not() {
    let codes = |example| check_example(example).into_iter().map(|d| d.rule.code).collect::<BTreeSet<_>>();
    let mut count = 0;
    for rule in all().into_iter().filter(|r| is_page_example(r.wrong)) {
        assert!(codes(rule.wrong).contains(rule.code), "{}: {:?}", rule.code, codes(rule.wrong));
        assert_eq!(codes(rule.right), BTreeSet::new(), "{}", rule.code);
        count += 1;
    }
    assert!(count > 20, "{count}");
}

/// Some rules find several things; their example shows one of them.
#[test]
fn each_thing_a_page_rule_looks_for_is_found() {
    for (code, page) in [
        ("a11y/aria", "<p role=\"knopf\">Text.</p>"),
        ("a11y/aria", "<p tabindex=\"2\">Text.</p>"),
        ("a11y/aria", "<p accesskey=\"k\">Text.</p>"),
        ("a11y/date", "<p><time datetime=\"2026-11-05\">am 05.12.2026</time></p>"),
        ("a11y/date", "<p><time datetime=\"2026-11-05\">5. November 2025</time></p>"),
        ("a11y/foreign-request", "<iframe src=\"/x.html\"></iframe>"),
        ("a11y/foreign-request", "<img alt=\"Plan\" width=\"1\" height=\"1\" srcset=\"//example.org/a.png 2x\">"),
        ("a11y/form-label", "<label>Adresse <input type=\"email\"></label>"),
        ("a11y/headings", "<h1>Noch eine</h1>"),
        ("a11y/headings", "<h2><span></span></h2>"),
        ("a11y/image-alt", "<img src=\"data:,\" alt=\"IMG_1.JPG\" width=\"1\" height=\"1\">"),
        ("a11y/inline-code", "<p onclick=\"x()\">Text.</p>"),
        ("a11y/inline-code", "<script>if (1 < 2) x()</script>"),
        ("a11y/landmarks", "<main>Noch einer</main>"),
        ("a11y/link-text", "<p><a href=\"#inhalt\"><svg viewBox=\"0\" aria-hidden=\"true\"></svg></a></p>"),
        ("a11y/media", "<audio controls autoplay></audio>"),
        ("a11y/table", "<table role=\"presentation\"><tr><td>Text.</td></tr></table>"),
        ("a11y/table", "<table><caption>T</caption><tr><th scope=\"col\"></th></tr></table>"),
        ("a11y/typed-list", "<p><strong>Anfahrt</strong></p>"),
    ] {
        // The example of the mechanism itself needs text that lives as long as the program.
        let example: Example = Box::leak(Box::new([("seite.html", &*page.to_owned().leak())]));
        let found = check_example(example);
        assert!(found.iter().any(|d| d.rule.code == code), "{code}: {page}: {found:?}");
    }
    for css in [
        "a:focus { outline: none }",
        "p { font: 12px/1.5 Arial }",
        "h1 { font-size: calc(1rem + 2vw) }",
        "p { line-height: 1.2 !important }",
        "p { background: url(https://example.org/a.png) }",
        "@import \"https://example.org/a.css\";",
    ] {
        let example: Example = Box::leak(Box::new([("eigen.css", css)]));
        assert!(check_example(example).iter().any(|d| d.rule.code == "a11y/css"), "{css}");
    }
}

#[test]
fn a_page_is_weighed() {
    // Words that cannot be packed: each is the number of the one before, mixed.
    let noise = |words: u32| {
        (0..words).map(|n| format!("{:08x} ", n.wrapping_mul(2_654_435_761) ^ (n << 7))).collect::<String>()
    };
    for (words, heavy) in [(500, false), (6_000, true)] {
        let page: &'static str = format!("<p>{}</p>", noise(words)).leak();
        let example: Example = Box::leak(Box::new([("seite.html", page)]));
        assert_eq!(check_example(example).iter().any(|d| d.rule.code == "a11y/weight"), heavy, "{words}");
    }
    for (path, words, heavy) in [
        ("s.css", 1_000, false),
        ("s.css", 4_000, true),
        ("s.js", 3_000, true),
        ("s.woff2", 1_000, false),
        ("s.woff2", 3_000, true),
    ] {
        let text: &'static str = format!("/* {} */", noise(words)).leak();
        let example: Example = Box::leak(Box::new([(path, text)]));
        assert_eq!(check_example(example).iter().any(|d| d.rule.code == "a11y/weight"), heavy, "{path}, {words}");
    }
}

#[test]
fn rules_without_an_example_are_tested_elsewhere() {
    // Rules of Leichte Sprache have texts as examples, not sites: tests/easy.rs runs them.
    let texts = |code: &str| klartext::rules::easy::RULES.iter().any(|r| r.code() == code);
    let without: Vec<&str> = all().iter().filter(|r| is_told(r.wrong) && !texts(r.code)).map(|r| r.code).collect();
    let listed: Vec<&str> = ELSEWHERE.iter().map(|(code, _)| *code).collect();
    assert_eq!(without, listed);
}

#[test]
fn codes_are_unique_and_texts_are_sentences() {
    let rules = all();
    let unique: BTreeSet<&str> = rules.iter().map(|r| r.code).collect();
    assert_eq!(unique.len(), rules.len());
    for Rule { code, title, why, .. } in rules {
        let (group, name) = code.split_once('/').unwrap();
        for part in [group, name] {
            let plain = part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            assert!(plain && !part.is_empty(), "{code} is not `group/name`");
        }
        for text in [title, why] {
            assert!(text.ends_with('.') && !text.contains("  "), "{code}: „{text}“");
            assert!(text.starts_with(|c: char| c.is_uppercase() || c.is_numeric()), "{code}: „{text}“");
        }
    }
}

#[test]
fn messages_and_helps_are_whole_sentences() {
    for rule in all().into_iter().filter(|r| !is_told(r.wrong)) {
        let found: Vec<(&str, String, String)> = if is_page_example(rule.wrong) {
            check_example(rule.wrong).into_iter().map(|d| (d.rule.code, d.message, d.help)).collect()
        } else {
            findings(rule.wrong).into_iter().map(|f| (f.code, f.message, f.help)).collect()
        };
        for (code, message, help) in &found {
            assert!(
                message.starts_with(['„', '[']) || message.starts_with(|c: char| c.is_uppercase() || c.is_numeric()),
                "{code}: {message}"
            );
            assert!(!message.is_empty() && !help.is_empty(), "{code}: „{message}“ „{help}“");
        }
    }
}

#[test]
fn explain_knows_every_rule() {
    for rule in all() {
        let output = Command::new(env!("CARGO_BIN_EXE_klartext")).args(["explain", rule.code]).output().unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", rule.code);
        assert!(page.contains(rule.title) && page.contains(rule.why), "{page}");
        for example in ["Falsch", "Richtig"] {
            assert!(page.contains(&format!("\n{example}")), "{example}: {page}");
        }
        let (wrong, right) = page.split_once("\nRichtig").unwrap();
        let wrong = wrong.split_once("\nFalsch").unwrap().1;
        assert_ne!(wrong.trim(), right.trim(), "{page}");
        // The bytes of a video are no text for a terminal.
        assert!(!page.contains('\0'), "{page}");
    }
}

#[test]
fn an_unknown_theme_is_found() {
    assert_eq!(codes(&Site::base().run_with_theme("gibtsnicht").findings), BTreeSet::from(["theme/unknown"]));
    let own = Site::base().file("themes/eigenes/static/eigen.css", "p { color: black }");
    assert!(codes(&own.run_with_theme("eigenes").findings).is_empty());
}

#[test]
fn a_written_ledger_knows_all_addresses() {
    let ledger = klartext::site::write_ledger(&Site::base().run().site);
    let findings = Site::base().file("adressen.txt", ledger).run().findings;
    assert_eq!(findings, []);
}

#[test]
fn a_dead_link_of_a_template_is_found() {
    let template =
        |link: &str| format!("<!DOCTYPE html><html lang=\"de\"><title>T</title><a href=\"{link}\">X</a></html>");
    let site = |link| Site::base().file("themes/standard/templates/start.html", template(link));
    for dead in ["/fehlt/", "/gremien", "#unten", "/v/#nr-9", "relativ/"] {
        assert!(codes(&site(dead).run().findings).contains("link/dead"), "{dead}");
    }
    for good in ["/gremien/", "/", "/v/#nr-1", "https://example.org/fehlt/", "mailto:a@example.org"] {
        assert!(!codes(&site(good).run().findings).contains("link/dead"), "{good}");
    }
}

#[test]
fn a_file_is_too_large_by_one_byte() {
    let page = |bytes: usize| {
        let head = "---\nart: seite\nid: start\ntitel: Start\n---\n";
        format!("{head}{}", " ".repeat(bytes - head.len()))
    };
    let limit = klartext::source::MAX_TEXT_BYTES as usize;
    assert!(codes(&Site::base().file("index.md", page(limit)).run().findings).is_empty());
    let large = Site::base().file("index.md", page(limit + 1)).run();
    assert!(codes(&large.findings).contains("source/too-large"));
}

#[test]
fn names_with_umlauts_and_spaces_lead_to_their_page() {
    let page = "---\nart: seite\nid: b\ntitel: Büro\n---\n## Zeiten {#öffnung}\n";
    let links = "[Eins](b%C3%BCrger%20b%C3%BCro.md#%C3%B6ffnung), [zwei](<bürger büro.md#öffnung>)";
    let home = format!("---\nart: seite\nid: start\ntitel: Start\n---\n{links}\n");
    let outcome = Site::base().file("bürger büro.md", page).file("index.md", home).run();
    assert_eq!(codes(&outcome.findings), BTreeSet::new());
    let html = String::from_utf8_lossy(&outcome.artifacts["index.html"].bytes);
    assert_eq!(html.matches("href=\"/b%C3%BCrger%20b%C3%BCro/#%C3%B6ffnung\"").count(), 2, "{html}");
}

/// Some systems write `é` in names as two characters; nobody can see that.
#[cfg(target_os = "linux")]
#[test]
fn names_that_look_the_same_lead_to_their_page() {
    for (name, link) in [("cafe\u{301}", "caf\u{e9}"), ("caf\u{e9}", "cafe\u{301}")] {
        let page = "---\nart: seite\nid: b\ntitel: B\n---\n## Zeiten\n";
        let home =
            format!("---\nart: seite\nid: start\ntitel: Start\n---\n[Eins]({link}.md), [zwei]({link}.md#zeiten)\n");
        let outcome = Site::base().file(&format!("{name}.md"), page).file("index.md", home).run();
        assert_eq!(codes(&outcome.findings), BTreeSet::new());
    }
}

/// What is no text can have thousands of findings in its head; they are cut short.
#[test]
fn a_head_full_of_slips_says_how_many_more() {
    let keys: String = (0..150).map(|n| format!("schluessel-{n}: 1\n")).collect();
    let page = format!("---\nart: seite\nid: start\ntitel: Start\n{keys}---\nText.\n");
    let findings = Site::base().file("index.md", page).run().findings;
    let unknown: Vec<&Finding> = findings.iter().filter(|f| f.code == "front/unknown-key").collect();
    assert_eq!(unknown.len(), 101);
    assert!(unknown.iter().any(|f| f.line == 105 && f.message.contains("50 weitere Fehler")), "{unknown:?}");
}

/// Files that would take minutes if time grew with their square; each is read in about a second, without optimisation.
#[test]
fn hostile_files_take_no_square_of_time() {
    let head = "---\nart: seite\nid: start\ntitel: Start\n";
    let started = std::time::Instant::now();
    for page in [
        format!("{head}---\n{}", "## Gleich\n\n".repeat(10_000)),
        format!("{head}---\n{}\n\n[^a]: Note\n", "Text [^a]\n".repeat(20_000)),
        format!("{head}---\n{}\n", (0..1_500).map(|n| format!("06181 {} ", 200_000 + 7 * n)).collect::<String>()),
        format!("{head}---\n{}", "- Frau Muster, 12.03.1950\n".repeat(4_000)),
        format!(
            "{head}---\n{}",
            (0..2_000).map(|n| format!("[x](#fehlt-{n}) [y](fehlt-{n}.md)\n\n")).collect::<String>()
        ),
        format!("{head}kurz: {}\n---\n", "[".repeat(100_000)),
        format!("{head}{}---\n", (0..9_000).map(|n| format!("k{n}: 1\n")).collect::<String>()),
    ] {
        Site::base().file("index.md", page).run();
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[cfg(unix)]
#[test]
fn a_file_that_is_no_file_is_found() {
    let site = Site::base();
    let _socket = std::os::unix::net::UnixListener::bind(site.path("steckdose.md")).unwrap();
    assert_eq!(codes(&site.run().findings), BTreeSet::from(["source/unreadable"]));
}
