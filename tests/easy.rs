//! The linter of Leichte Sprache: each rule by its own examples, clean sentences on which all are silent, fixes and
//! suppressions, and how it runs on a site.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::diagnostic::{self, Severity};
use klartext::rules::easy::linter::adapter::{markdown, plain};
use klartext::rules::easy::linter::fix;
use klartext::rules::easy::{Finding, Options, RULES, Register, lint};
use proptest::prelude::*;
use sites::Site;

fn loud(source: &str, options: &Options) -> Vec<String> {
    let found = lint(&markdown(source), options).findings;
    let loud = found.iter().filter(|f| f.severity < Severity::Info);
    loud.map(|f| format!("{} {}", f.rule.code(), &source[f.span.clone()])).collect()
}

#[test]
fn silent_on_clean_sentences() {
    for clean in [
        "Die Eingliederungs-Hilfe bezahlt die Assistenz-Person.",
        "Das nennt man: Teilhabe.",
        "Wir treffen uns am 3. Mai um 9 Uhr.",
        "Das steht in der Nummer 8 b.",
        "Sie bekommen die Hilfe vom Landkreis.",
        "Der Landkreis und die Stadt arbeiten zusammen.",
        "Wir helfen der Frau beim Wohnen.",
        "Das Kind wird groß.",
        "Sie können lesen und schreiben.",
        "Sie möchten mehr wissen?\nDann rufen Sie uns an.",
        "Wenn Sie Hilfe brauchen:\nRufen Sie uns an.",
        "Die Hilfe war gut.\nSie hat geholfen.",
        "Es gibt 3 Partner.\nEine Partnerin ist die Stadt.",
        "Der Verein heißt: Muster-Verein e. V.",
        "Sind Sie 18 Jahre alt?",
        "Am Montag kommt Frau Dr. Muster.",
        "Das Treffen ist im Rathaus in Hanau.",
        "Viele Menschen brauchen Hilfe im Alltag.",
        "Sie entscheiden selbst über Ihr Leben.",
        "Das Geld kommt vom Land Hessen.",
        "Sie wollen arbeiten.\nDafür gibt es Werkstätten.",
        "Hier lernen Menschen mit und ohne Behinderung zusammen.",
        "Der Chef und die Chefin sind da.",
        "Seit dem Jahr 2020 gibt es neue Regeln.",
        "Jeder Mensch hat das Recht auf ein gutes Leben.",
        "Bitte bringen Sie Ihren Ausweis mit.",
        "Das ist größer als ein Haus.",
        "Die Prüf-Gruppe hat den Text gelesen.",
    ] {
        assert_eq!(loud(clean, &Options::default()), Vec::<String>::new(), "{clean}");
    }
}

#[test]
fn fixes_are_safe_and_stable() {
    let source = "Das gilt ab 01.06.2021. Es kommen drei Partner, z. B. die Stadt.\nDas sind 50 % von allen.\nDas ist *wichtig*.\n";
    let find = |text: &str| -> Vec<Finding> { lint(&markdown(text), &Options::default()).findings };
    let (fixed, count) = fix::fix_all(source, find);
    assert_eq!(
        fixed,
        "Das gilt ab 1. Juni 2021.\nEs kommen 3 Partner, zum Beispiel die Stadt.\nDas sind 50 Prozent von allen.\nDas ist **wichtig**.\n"
    );
    assert_eq!(count, 6);
    assert_eq!(fix::fix_all(&fixed, find), (fixed.clone(), 0));
}

#[test]
fn fixes_leave_meaning_alone() {
    for source in [
        "Die Kosten der Verwaltung steigen.\n",
        "Das wird bezahlt.\n",
        "Die Eingliederungshilfe hilft.\n",
        "Das ist *sehr **gut***.\n",
    ] {
        let find = |text: &str| -> Vec<Finding> { lint(&markdown(text), &Options::default()).findings };
        assert_eq!(fix::fix_all(source, find).0, source);
    }
}

#[test]
fn suppressions_need_reason_and_use() {
    let options = Options::default();
    let ok = "<!-- easy:ok long-word: Name vom Gesetz -->\nDas Bundesteilhabegesetz gilt.\n";
    assert_eq!(loud(ok, &options), Vec::<String>::new());
    let area = "<!-- easy:off long-word: Zitat -->\n\nDas Bundesteilhabegesetz gilt.\n\n<!-- easy:on long-word -->\n\nDas Bundesteilhabegesetz gilt.\n";
    assert_eq!(loud(area, &options), ["easy/long-word Bundesteilhabegesetz"]);
    let bare = "<!-- easy:ok long-word -->\nDas Bundesteilhabegesetz gilt.\n";
    assert_eq!(loud(bare, &options).len(), 2);
}

#[test]
fn spans_are_exact() {
    let source = "---\ntitel: Probe\n---\n\n# Hilfe\n\nDas ist **die Eingliederungshilfe** vom Kreis.\n";
    assert_eq!(loud(source, &Options::default()), ["easy/long-word Eingliederungshilfe"]);
}

#[test]
fn duden_takes_the_mediopunkt() {
    let source = "Das ist die Eingliederungs·hilfe.";
    assert_eq!(loud(source, &Options::duden()), Vec::<String>::new());
    assert_eq!(loud(source, &Options::default()).len(), 1);
    assert_eq!(loud("Wenn Sie kommen, gibt es Tee.", &Options::duden()).len(), 1);
}

#[test]
fn standard_register_is_calm() {
    let source = "Der Landkreis prüft den Antrag gemäß § 5 Abs. 1 der Vereinbarung, weil die Frist abgelaufen ist.";
    assert_eq!(loud(source, &Options::for_register(Register::Standard)), Vec::<String>::new());
    assert!(loud(source, &Options::default()).len() >= 4);
}

#[test]
fn strange_texts_do_no_harm() {
    let long = "wort ".repeat(20_000);
    for source in [
        "",
        "\u{feff}",
        "…",
        "((((",
        "z.",
        "1.",
        "A.",
        "ß",
        "ẞ",
        "İ",
        "-",
        "Ä-",
        "--- ---",
        "„",
        "“",
        "*",
        "**",
        "<!--",
        "<!-- easy:ok -->",
        "| a |\n|---|",
        "1.\n2.\n",
        "zu zu zu zu",
        ", , , ,",
        "und und",
        "der der der",
        "\u{ad}\u{ad}",
        "a\u{ad}b",
        "·a·",
        "9–",
        "–9",
        "%",
        "50%%",
        "Ⅷ",
        "🙂 Das ist gut 🙂.",
        "e\u{301}a\u{308}",
        "Bürger*",
        "*innen",
        "(",
        "[x](",
        "![",
        "![](",
        "Dr.",
        "u. a. m",
        "i. d. ",
        long.as_str(),
    ] {
        for options in [Options::default(), Options::duden(), Options::for_register(Register::Standard)] {
            for doc in [markdown(source), plain(source)] {
                for f in lint(&doc, &options).findings {
                    assert!(source.get(f.span.clone()).is_some(), "{source:?} {f:?}");
                }
            }
        }
    }
}

// --- each rule ---

#[test]
fn examples_of_every_rule_hold() {
    let mut broken = Vec::new();
    for rule in RULES {
        let options = (rule.example_options)();
        let speaks = |text: &str| lint(&markdown(text), &options).findings.iter().any(|f| f.rule.code() == rule.code());
        assert!(!rule.right.is_empty() && !rule.wrong.is_empty(), "{} has no examples", rule.code());
        broken.extend(rule.wrong.iter().filter(|e| !speaks(e)).map(|e| ("silent", rule.code(), e)));
        broken.extend(rule.right.iter().filter(|e| speaks(e)).map(|e| ("speaks", rule.code(), e)));
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_rule_explains_itself() {
    for rule in RULES {
        for (what, text) in [("source", rule.source), ("text", rule.text), ("help", rule.help), ("blind", rule.blind)] {
            assert!(!text.is_empty(), "{}: no {what}", rule.code());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_fixed_once(text in "(\\PC|[ .,;:!?()\n>#*-]|<!-->|<!-- | -->|Der |Träger |z. B. |01.06.2021|drei |50 %|€ |\r\n){0,40}") {
        let find = |text: &str| -> Vec<Finding> { lint(&markdown(text), &Options::default()).findings };
        for finding in find(&text) {
            prop_assert!(text.get(finding.span.clone()).is_some(), "{finding:?}");
        }
        let (fixed, _) = fix::fix_all(&text, find);
        prop_assert_eq!(fix::fix_all(&fixed, find), (fixed.clone(), 0));
    }
}

// --- on a site ---

const TWIN: &str = "---\nart: fassung\ntitel: Start\n---\n";
const HARD: &str = "Das ist die Eingliederungshilfe.\n";

/// Code, severity, file, place of the findings of the linter.
fn on_site(site: Site) -> Vec<(&'static str, Severity, String, (u32, u32))> {
    let findings = site.run().findings;
    let easy = findings.into_iter().filter(|f: &diagnostic::Finding| RULES.iter().any(|r| r.code() == f.code));
    easy.map(|f| (f.code, f.severity, f.file.to_string(), (f.line, f.column))).collect()
}

fn settings(easy: &str) -> String {
    format!("titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\n{easy}")
}

#[test]
fn twins_are_linted_at_their_very_words() {
    let site = || Site::base().file("index.leicht.md", format!("{TWIN}{HARD}"));
    let found = ("easy/long-word", Severity::Warning, "index.leicht.md".to_owned(), (5, 13));
    assert_eq!(on_site(site()), [found]);
    let everyday = format!("---\nart: seite\nid: s\ntitel: S\n---\n{HARD}");
    assert_eq!(on_site(Site::base().file("s.md", everyday)), []);
}

#[test]
fn settings_say_how_grave_a_rule_is_and_which_words_may_stay() {
    let site =
        |easy: &str| Site::base().file("index.leicht.md", format!("{TWIN}{HARD}")).file("site.yaml", settings(easy));
    assert_eq!(on_site(site("leicht:\n  regeln:\n    easy/long-word: fehler\n"))[0].1, Severity::Error);
    assert_eq!(on_site(site("leicht:\n  regeln:\n    easy/long-word: aus\n")), []);
    let listed =
        site("leicht:\n  woerterliste: leicht.txt\n").file("leicht.txt", "Eingliederungshilfe # kennt hier jeder\n");
    let outcome = listed.run();
    assert!(!outcome.artifacts.contains_key("leicht.txt"), "the list is published");
    assert_eq!(on_site(listed), []);
}

#[test]
fn an_unknown_rule_in_the_settings_is_found_at_its_key() {
    let site = Site::base().file("site.yaml", settings("leicht:\n  regeln:\n    easy/long-wort: aus\n"));
    let findings = site.run().findings;
    let found = findings.iter().find(|f| f.code == "front/unknown-key").unwrap();
    assert_eq!((found.line, found.column), (9, 5));
    assert!(found.help.contains("easy/long-word"), "{found:?}");
}

#[test]
fn words_of_the_glossary_need_their_explanation() {
    let twin = |text: &str| on_site(Site::base().file("index.leicht.md", format!("{TWIN}{text}\n")));
    assert_eq!(twin("Wir wollen Teilhabe.")[0].0, "easy/unexplained-term");
    assert_eq!(twin("Wir wollen Teilhabe.\n\n> [!Wort]\n> **Teilhabe**\n> Alle machen mit."), []);
    assert_eq!(twin("Wir wollen [Teilhabe](woerter/teilhabe.md)."), []);
}

#[test]
fn easy_explanations_are_linted_as_a_field() {
    let word = |easy: &str| {
        let file = format!("---\nart: wort\nid: hilfe\ntitel: Hilfeplanung\nleicht: |\n{easy}---\nEin Wort.\n");
        on_site(Site::base().file("woerter/hilfe.md", file))
    };
    let found = ("easy/genitive", Severity::Warning, "woerter/hilfe.md".to_owned(), (6, 3));
    assert_eq!(word("  Das ist der Plan des Amtes.\n"), [found]);
    // Its own word, and words that stand on the same page.
    assert_eq!(word("  Hilfeplanung heißt: Alle sprechen zusammen.\n  Es geht um Teilhabe.\n"), []);
}
