//! The program as people call it: what it says, what it answers with, what it writes.
//!
//! `tests/cli/*.txt` are transcripts that can be read and run: a line `$ …` is run by bash in a folder of its own, which
//! holds a small site in `content/`. Below it stand its output (lines of standard error with `! ` before them) and its
//! exit code (`= 1`). After a wanted change `KLARTEXT_BLESS=1 cargo test --test cli` writes them again: read the diff.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "cli/support.rs"]
mod support;

use klartext::front::{self, Node, Split};
use klartext::kinds::KINDS;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use support::{DAY, content, files, klartext, run, small_site, stderr, stdout, write};

fn temp() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

// --- transcripts ---

#[test]
fn transcripts_are_true() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let bless = std::env::var_os("KLARTEXT_BLESS").is_some();
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.retain(|n| n.extension().is_some_and(|e| e == "txt"));
    assert!(names.len() >= 7);
    let mut wrong = String::new();
    for name in names {
        let wanted = fs::read_to_string(&name).unwrap();
        let found = replay(&wanted);
        if bless {
            fs::write(&name, &found).unwrap();
        } else if let Some((w, f)) = first_difference(&wanted, &found) {
            let _ = writeln!(wrong, "{}\n  wanted: {w}\n  found:  {f}", name.display());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn first_difference<'a>(wanted: &'a str, found: &'a str) -> Option<(&'a str, &'a str)> {
    let longest = wanted.lines().count().max(found.lines().count());
    let line = |text: &'a str, n| text.lines().nth(n).unwrap_or("(end)");
    (0..longest).map(|n| (line(wanted, n), line(found, n))).find(|(w, f)| w != f)
}

/// Runs the commands of a transcript; gives the transcript as it should be. Comments (`# …`) and empty lines between the
/// commands stay.
fn replay(transcript: &str) -> String {
    let temp = temp();
    small_site(&temp.path().join("content"));
    let program = Path::new(env!("CARGO_BIN_EXE_klartext")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut out = String::new();
    let mut between = true;
    for line in transcript.lines() {
        let Some(command) = line.strip_prefix("$ ") else {
            if between {
                let _ = writeln!(out, "{line}");
            }
            between |= line.starts_with("= ");
            continue;
        };
        between = false;
        let mut bash = Command::new("bash");
        for (name, value) in klartext().get_envs() {
            assert!(value.is_none());
            bash.env_remove(name);
        }
        let result = bash.args(["-c", command]).env("PATH", &path).current_dir(temp.path()).output().unwrap();
        let _ = writeln!(out, "{line}");
        out.push_str(&stdout(&result));
        for error in stderr(&result).lines() {
            out.push_str(format!("! {error}").trim_end());
            out.push('\n');
        }
        let _ = writeln!(out, "= {}", result.status.code().unwrap());
    }
    out
}

// --- help ---

/// Every command with its options and values.
const COMMANDS: &[(&str, &[&str])] = &[
    ("build", &["--site", "--as-of", "--out", "--base-url", "--theme", "--timings", "--help"]),
    ("check", &["--site", "--as-of", "--theme", "--format", "--strict", "--help"]),
    ("serve", &["--site", "--as-of", "--theme", "--port", "--help"]),
    ("init", &["<ORDNER>", "--help"]),
    ("new", &["<ART>", "<NAME>", "--site", "--help"]),
    ("explain", &["[REGEL]", "--help"]),
    ("lint", &["<DATEI>", "--register", "--profile", "--site", "--format", "--help"]),
    ("fix", &["<DATEI>", "--register", "--profile", "--site", "--write", "--help"]),
    ("readability", &["<DATEI>", "--format", "--help"]),
    ("schema", &["<ART>", "--help"]),
    ("urls", &["accept", "--help"]),
    ("urls accept", &["--site", "--as-of", "--help"]),
    ("due", &["--site", "--as-of", "--months", "--format", "--help"]),
    ("twin", &["status", "accept", "--help"]),
    ("twin status", &["--site", "--as-of", "--help"]),
    ("twin accept", &["--site", "--as-of", "<DATEI>", "--help"]),
    ("protect", &["--table", "--report", "--contributions", "--out", "--log", "--format", "--help"]),
];

#[test]
fn help_is_german_and_names_every_option() {
    let temp = temp();
    let all = stdout(&run(temp.path(), &["--help"]));
    let section = all.split("Befehle:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let listed: Vec<&str> = section.lines().filter_map(|l| l.split_whitespace().next()).collect();
    let known: Vec<&str> = COMMANDS.iter().map(|(name, _)| *name).filter(|n| !n.contains(' ')).collect();
    assert_eq!(listed, known);
    for (command, options) in COMMANDS.iter().chain([&("", &["--help", "--version"][..])]) {
        let args: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        let result = run(temp.path(), &args);
        let text = stdout(&result);
        assert_eq!(result.status.code(), Some(0), "{command}");
        for option in *options {
            assert!(text.contains(option), "{command}: {option}\n{text}");
        }
        let named = text.split_whitespace().filter(|w| w.starts_with("--")).count();
        let wanted = options.iter().filter(|o| o.starts_with("--")).count() + usize::from(command.is_empty());
        assert_eq!(named, wanted, "{command}: an option is not in the table\n{text}");
        for english in
            ["Usage", "OPTIONS", "Options", "COMMAND", "Commands", "Arguments", "Print", "default", "possible"]
        {
            assert!(!text.contains(english), "{command}: {english}\n{text}");
        }
    }
}

// --- findings for machines ---

/// A site with an error, a warning and two alike, in files whose names need escaping.
fn broken_site(folder: &Path) {
    small_site(&folder.join("content"));
    let page = "---\nart: seite\nid: eins\ntitel: \"Hundert % Ä\"\nunbekant: 1\n---\n[ä](fehlt.md) [ä](fehlt.md)\n";
    write(
        folder,
        &[
            ("content/ordner, mit: 100 %/eins.md", page),
            (
                "content/index.md",
                "---\nart: seite\nid: start\ntitel: Start\n---\n[S](seite.md)\n\n> [!Lücke]\n> Fehlt.\n",
            ),
        ],
    );
}

fn check(folder: &Path, format: &str) -> String {
    let result = run(folder, &["check", "--as-of", DAY, "--format", format]);
    assert_eq!(result.status.code(), Some(1), "{}", stderr(&result));
    stdout(&result)
}

#[test]
fn json_is_one_object_a_line_with_exactly_the_promised_keys() {
    let temp = temp();
    broken_site(temp.path());
    let text = check(temp.path(), "json");
    let findings: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(findings.len() >= 4, "{text}");
    let keys = ["code", "severity", "file", "line", "column", "end_line", "end_column", "message", "help"];
    for finding in &findings {
        let found: BTreeSet<&str> = finding.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(found, BTreeSet::from(keys));
        assert!(["error", "warning", "info"].contains(&finding["severity"].as_str().unwrap()));
        for number in ["line", "column", "end_line", "end_column"] {
            assert!(finding[number].as_u64().unwrap() >= 1, "{finding}");
        }
    }
    let key = findings.iter().find(|f| f["code"] == "front/unknown-key").unwrap();
    let place = ["line", "column", "end_line", "end_column"].map(|k| key[k].as_u64().unwrap());
    assert_eq!((key["file"].as_str().unwrap(), place), ("ordner, mit: 100 %/eins.md", [5, 1, 5, 9]));
}

#[test]
fn github_lines_escape_what_would_break_them() {
    let temp = temp();
    broken_site(temp.path());
    let text = check(temp.path(), "github");
    let line = text.lines().find(|l| l.contains("title=front/unknown-key")).unwrap();
    assert!(
        line.starts_with(
            "::error file=content/ordner%2C mit%3A 100 %25/eins.md,line=5,endLine=5,col=1,endColumn=9,title="
        ),
        "{line}"
    );
    assert!(
        text.lines().all(|l| l.starts_with("::error ") || l.starts_with("::warning ") || l.starts_with("::notice "))
    );
    assert!(text.lines().all(|l| l.contains("%0A")), "the remedy stands on a line of its own");
}

#[test]
fn gitlab_reports_tell_findings_apart() {
    let temp = temp();
    broken_site(temp.path());
    let report: Vec<Value> = serde_json::from_str(&check(temp.path(), "gitlab")).unwrap();
    let prints: BTreeSet<&str> = report.iter().map(|f| f["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), report.len());
    for finding in &report {
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&finding["severity"].as_str().unwrap()));
        assert!(finding["location"]["path"].as_str().unwrap().starts_with("content"));
        assert!(finding["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        assert!(
            !finding["description"].as_str().unwrap().is_empty() && !finding["check_name"].as_str().unwrap().is_empty()
        );
    }
}

#[test]
fn sarif_has_its_version_its_rules_and_a_region_for_every_result() {
    let temp = temp();
    broken_site(temp.path());
    let log: Value = serde_json::from_str(&check(temp.path(), "sarif")).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let runs = log["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 1);
    let rules: BTreeSet<&str> = runs[0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| {
            assert!(rule["shortDescription"]["text"].is_string());
            rule["id"].as_str().unwrap()
        })
        .collect();
    let results = runs[0]["results"].as_array().unwrap();
    assert!(results.len() >= 4);
    for result in results {
        assert!(rules.contains(result["ruleId"].as_str().unwrap()), "{result}");
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("content/") && !uri.contains([' ', ':', ',']), "{uri}");
        let [line, column, end_line, end_column] =
            ["startLine", "startColumn", "endLine", "endColumn"].map(|k| place["region"][k].as_u64().unwrap());
        assert!(line >= 1 && column >= 1 && (end_line, end_column) >= (line, column), "{result}");
    }
    assert!(results.iter().any(|r| r.to_string().contains("ordner%2C%20mit%3A%20100%20%25/eins.md")));
}

#[test]
fn the_site_folder_is_named_as_seen_from_here() {
    let temp = temp();
    broken_site(temp.path());
    let absolute = temp.path().canonicalize().unwrap().join("content").display().to_string();
    for (here, site, wanted) in
        [("", "./content/", "content/"), ("content", ".", ""), ("", absolute.as_str(), "content/")]
    {
        let result = run(&temp.path().join(here), &["check", "--as-of", DAY, "--format", "github", "--site", site]);
        assert!(stdout(&result).contains(&format!("file={wanted}index.md,")), "{site}: {}", stdout(&result));
    }
}

#[test]
fn exit_codes_say_clean_findings_or_trouble() {
    let temp = temp();
    small_site(&temp.path().join("content"));
    let code = |args: &[&str]| run(temp.path(), args).status.code();
    assert_eq!(code(&["check"]), Some(0));
    assert_eq!(code(&["check", "--strict"]), Some(0));
    broken_site(temp.path());
    assert_eq!(code(&["check"]), Some(1));
    assert_eq!(code(&["build"]), Some(1));
    assert!(!temp.path().join("public").exists(), "a site with errors was written");
    assert_eq!(code(&["urls", "accept"]), Some(1));
    assert!(!temp.path().join("content/adressen.txt").exists());
    fs::remove_dir_all(temp.path().join("content/ordner, mit: 100 %")).unwrap();
    assert_eq!((code(&["check"]), code(&["check", "--strict"])), (Some(0), Some(1)), "there is a warning");
    assert_eq!(code(&["check", "--site", "gibt-es-nicht"]), Some(2));
    assert_eq!(code(&["check", "--site", "content/index.md"]), Some(2));
}

// --- init and new ---

#[test]
fn a_new_site_is_clean_and_takes_a_page_of_every_kind() {
    let temp = temp();
    assert_eq!(run(temp.path(), &["init", "neu"]).status.code(), Some(0));
    let check = || {
        let result = run(temp.path(), &["check", "--site", "neu", "--as-of", DAY, "--format", "json"]);
        let bad =
            stdout(&result).lines().filter(|l| !l.contains("\"severity\":\"info\"")).collect::<Vec<_>>().join("\n");
        assert_eq!(bad, "");
    };
    check();
    assert_eq!(run(temp.path(), &["build", "--site", "neu", "--as-of", DAY]).status.code(), Some(0));
    for kind in KINDS.iter() {
        let name = match kind.name {
            "sitzung" => "2026-05-12-beirat".to_owned(),
            // A twin is made from a page that is there.
            "fassung" => "gremien/beirat.md".to_owned(),
            other => format!("Ein \"neuer\" Name: {other} \\ ä"),
        };
        let result = run(temp.path(), &["new", kind.name, &name, "--site", "neu"]);
        assert_eq!(result.status.code(), Some(0), "{}", stderr(&result));
        let file = temp.path().join(stdout(&result).trim_end());
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(&format!("\nart: {}\n", kind.name)) && text.contains("\nentwurf: true\n"), "{text}");
        check();
        // The same name again changes nothing.
        fs::write(&file, "von Hand").unwrap();
        assert_eq!(run(temp.path(), &["new", kind.name, &name, "--site", "neu"]).status.code(), Some(2));
        assert_eq!(fs::read_to_string(&file).unwrap(), "von Hand");
        fs::write(&file, text).unwrap();
    }
}

#[test]
fn new_stays_in_the_site_folder() {
    let temp = temp();
    small_site(&temp.path().join("content"));
    let before = files(temp.path());
    for name in ["../x", "a/../../x", "/etc/x", "..", "a/..", "", "  ", "!?"] {
        assert_eq!(run(temp.path(), &["new", "seite", name]).status.code(), Some(2), "{name}");
        assert_eq!(files(temp.path()), before, "{name}");
    }
}

#[test]
fn init_never_writes_into_what_is_there() {
    let temp = temp();
    write(temp.path(), &[("voll/brief.txt", "B"), ("datei", "D")]);
    fs::create_dir(temp.path().join("leer")).unwrap();
    for (folder, code) in [("voll", 2), ("datei", 2), ("datei/darunter", 2), ("leer", 0), ("neu/tief", 0), ("leer", 2)]
    {
        assert_eq!(run(temp.path(), &["init", folder]).status.code(), Some(code), "{folder}");
    }
    assert_eq!(files(&temp.path().join("voll")), [PathBuf::from("brief.txt")]);
}

// --- schema ---

fn front_matter(file: &Path) -> Vec<(String, Node)> {
    let text = fs::read_to_string(file).unwrap();
    let yaml = match front::split(&text) {
        Split::Found(yaml, _) => text[yaml].to_owned(),
        _ => text,
    };
    match front::read(&yaml, &"".into(), 1) {
        Ok(Node::Map(entries)) => entries,
        other => panic!("{}: {other:?}", file.display()),
    }
}

fn schema(kind: &str) -> Value {
    let result = run(Path::new("."), &["schema", kind]);
    assert_eq!(result.status.code(), Some(0));
    serde_json::from_str(&stdout(&result)).unwrap()
}

/// Whether a value has a type that the schema allows. Only what our schemas use is understood; all else is an error.
fn accepts(schema: &Value, node: &Node) -> bool {
    let map = schema.as_object().unwrap();
    let known = ["$schema", "$id", "title", "description", "minLength", "format", "pattern", "minimum", "maximum"];
    map.iter().filter(|(key, _)| !known.contains(&key.as_str())).all(|(key, value)| match key.as_str() {
        "type" => {
            let types: Vec<&str> = value.as_array().map_or_else(
                || vec![value.as_str().unwrap()],
                |list| list.iter().map(|v| v.as_str().unwrap()).collect(),
            );
            let name = match node {
                Node::Text(_) => "string",
                Node::Int(_) => "integer",
                Node::Bool(_) => "boolean",
                Node::List(_) => "array",
                Node::Map(_) => "object",
                Node::Null | Node::Float(_) => "null",
            };
            types.contains(&name)
        }
        "const" => matches!(node, Node::Text(text) if value == text),
        "oneOf" => value.as_array().unwrap().iter().filter(|s| accepts(s, node)).count() == 1,
        "anyOf" => value.as_array().unwrap().iter().any(|s| accepts(s, node)),
        "minItems" => !matches!(node, Node::List(items) if (items.len() as u64) < value.as_u64().unwrap()),
        "items" => !matches!(node, Node::List(items) if !items.iter().all(|item| accepts(value, item))),
        "properties" => {
            !matches!(node, Node::Map(entries) if !entries.iter().all(|(k, v)| value.get(k).is_some_and(|s| accepts(s, v))))
        }
        "required" => {
            let all = |entries: &[(String, Node)]| {
                value.as_array().unwrap().iter().all(|r| entries.iter().any(|(k, _)| r == k))
            };
            !matches!(node, Node::Map(entries) if !all(entries))
        }
        "additionalProperties" => value == &Value::Bool(false),
        other => panic!("this test does not know the keyword {other}"),
    })
}

#[test]
fn schemas_name_the_fields_and_accept_the_real_content() {
    for kind in KINDS.iter() {
        let schema = schema(kind.name);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let properties: BTreeSet<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(properties, kind.fields.iter().map(|f| f.key).collect());
        let required: Vec<&str> = schema["required"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
        assert_eq!(required, kind.fields.iter().filter(|f| f.required).map(|f| f.key).collect::<Vec<_>>());
        for property in schema["properties"].as_object().unwrap().values() {
            assert!(property["description"].as_str().is_some_and(|d| !d.is_empty()));
        }
    }
    let mut seen = BTreeSet::new();
    for file in files(&content()).iter().filter(|f| f.extension().is_some_and(|e| e == "md")) {
        let entries = front_matter(&content().join(file));
        let art = entries.iter().find_map(|(k, v)| (k == "art").then(|| front::text_of(v).unwrap())).unwrap();
        let schema = schema(&art);
        assert!(accepts(&schema, &Node::Map(entries.clone())), "{}", file.display());
        let mut wrong = entries;
        wrong.push(("gibt-es-nicht".to_owned(), Node::Bool(true)));
        assert!(!accepts(&schema, &Node::Map(wrong)), "{}", file.display());
        seen.insert(art);
    }
    assert!(seen.len() >= 6, "{seen:?}");
    assert!(accepts(&schema("site"), &Node::Map(front_matter(&content().join("site.yaml")))));
}

// --- the day, colours, closed pipes, the address ---

#[test]
fn the_day_comes_from_the_option_then_from_source_date_epoch() {
    let temp = temp();
    small_site(&temp.path().join("content"));
    write(
        temp.path(),
        &[
            ("content/index.md", "---\nart: seite\nid: start\ntitel: Start\n---\n[S](seite.md)\n"),
            ("content/neu.md", "---\nart: seite\nid: neu\ntitel: Neu\nsichtbar_ab: 2026-07-01\n---\nText.\n"),
        ],
    );
    // 2026-06-30T22:30:00Z is half past midnight of 1 July in Berlin.
    let published = |epoch: Option<&str>, as_of: &[&str]| {
        let mut command = klartext();
        command.current_dir(temp.path()).args(["build", "--out", "out"]).args(as_of);
        command.envs(epoch.map(|e| ("SOURCE_DATE_EPOCH", e)));
        assert_eq!(command.output().unwrap().status.code(), Some(0));
        temp.path().join("out/neu/index.html").exists()
    };
    assert!(!published(Some("1782856799"), &[]));
    assert!(published(Some("1782858600"), &[]));
    assert!(!published(Some("1782858600"), &["--as-of", "2026-06-30"]));
    assert!(published(Some("0"), &["--as-of", "2026-07-01"]));
    let mut command = klartext();
    let result = command.current_dir(temp.path()).arg("check").env("SOURCE_DATE_EPOCH", "gestern").output().unwrap();
    assert_eq!(result.status.code(), Some(2));
    assert!(stderr(&result).contains("SOURCE_DATE_EPOCH"));
}

#[test]
fn colours_are_only_for_those_who_want_them() {
    let temp = temp();
    broken_site(temp.path());
    let coloured = |set: &[(&str, &str)]| {
        let mut command = klartext();
        let result = command.current_dir(temp.path()).arg("check").envs(set.iter().copied()).output().unwrap();
        result.stdout.contains(&0x1b)
    };
    assert!(!coloured(&[]), "into a pipe");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn a_reader_that_has_enough_is_no_trouble() {
    let temp = temp();
    broken_site(temp.path());
    for args in [
        &["explain"][..],
        &["explain", "link/no-file"],
        &["schema", "sitzung"],
        &["--help"],
        &["check"],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["init", "neu"],
        &["due", "--format", "json"],
        &["build"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let result = klartext().current_dir(temp.path()).args(args).stdout(writer).output().unwrap();
        assert!(!stderr(&result).contains("panicked"), "{args:?}: {}", stderr(&result));
        assert!(matches!(result.status.code(), Some(0 | 1)), "{args:?}: {:?}", result.status);
        // Nobody listens to standard error either.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let status = klartext().current_dir(temp.path()).args(args).stdout(Stdio::null()).stderr(writer).status();
        assert!(matches!(status.unwrap().code(), Some(0..=2)), "{args:?}");
    }
}

#[test]
fn output_that_cannot_be_written_is_trouble() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        println!("skipped: no /dev/full here");
        return;
    };
    let result = klartext().arg("explain").stdout(full).output().unwrap();
    assert_eq!(result.status.code(), Some(2));
    assert!(stderr(&result).contains("Die Ausgabe lässt sich nicht schreiben"), "{}", stderr(&result));
}

#[test]
fn a_theme_is_taken_by_its_name_and_timings_are_shown_when_asked() {
    let temp = temp();
    small_site(&temp.path().join("content"));
    let result = run(temp.path(), &["build", "--theme", "gibt-es-nicht"]);
    assert_eq!(result.status.code(), Some(1));
    assert!(stderr(&result).contains("theme/unknown"), "{}", stderr(&result));
    // A theme of one's own need only hold what is different.
    write(
        temp.path(),
        &[(
            "content/themes/eigen/templates/404.html",
            "{% extends \"base.html\" %}{% block content %}<p>Eigenes</p>{% endblock %}",
        )],
    );
    let result = run(temp.path(), &["build", "--theme", "eigen", "--timings"]);
    assert_eq!(result.status.code(), Some(0), "{}", stderr(&result));
    assert!(stderr(&result).contains("gesamt") && stderr(&result).contains(" ms"), "{}", stderr(&result));
    assert!(fs::read_to_string(temp.path().join("public/404.html")).unwrap().contains("Eigenes"));
    assert!(fs::read_to_string(temp.path().join("public/seite/index.html")).unwrap().contains("Text."));
}

#[test]
fn a_site_in_a_sub_folder_of_its_host_stays_in_it() {
    let temp = temp();
    let site = temp.path().join("content");
    support::copy(&content(), &site);
    let page = "---\nart: seite\nid: umgezogen\ntitel: Umgezogen\nfrueher: [/alt/]\n---\nText.\n";
    write(&site, &[("umgezogen.md", page)]);
    let result = run(temp.path(), &["build", "--as-of", DAY, "--base-url", "https://www.example.org/unter/pfad"]);
    assert_eq!(result.status.code(), Some(0), "{}", stderr(&result));
    let out = temp.path().join("public");
    let mut looked_at = 0;
    for file in files(&out).iter().filter(|f| f.extension().is_some_and(|e| e == "html")) {
        let html = fs::read_to_string(out.join(file)).unwrap();
        for address in ["href=\"", "src=\"", "action=\"", "url="].iter().flat_map(|a| html.split(a).skip(1)) {
            let address = address.split('"').next().unwrap();
            if address.starts_with('/') {
                assert!(address.starts_with("/unter/pfad/"), "{}: {address}", file.display());
                looked_at += 1;
            }
        }
        assert!(!html.contains("https://example.org/"), "{}: the address of site.yaml", file.display());
    }
    assert!(looked_at > 1000);
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    assert!(read("index.html").contains("href=\"https://www.example.org/unter/pfad/\""), "canonical");
    let places = read("sitemap.xml");
    assert!(places.split("<loc>").skip(1).all(|l| l.starts_with("https://www.example.org/unter/pfad/")));
    assert!(read("robots.txt").contains("Sitemap: https://www.example.org/unter/pfad/sitemap.xml"));
    assert!(read("alt/index.html").contains("/unter/pfad/umgezogen/"));
    let rule = "location = \"/unter/pfad/alt/\" { absolute_redirect off; return 301 \"/unter/pfad/umgezogen/\"; }";
    assert!(read("server/nginx.conf").contains(rule));
    assert!(read("server/apache.conf").contains("RedirectMatch 301 \"^/unter/pfad/alt/$\" \"/unter/pfad/umgezogen/\""));
}
