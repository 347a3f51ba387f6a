//! Holds the code to `ARCHITECTURE.md`: the rooms use each other in the order of its table, few touch the outside world,
//! and every file is short and says what it is.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files of `src/`, by their path below it, in order.
fn sources() -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut open = vec![root().join("src")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root().join("src")).unwrap().to_str().unwrap().replace('\\', "/");
                out.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    assert!(out.len() > 50);
    out
}

/// The room of a file: its folder, or its own name.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The rooms in the order of the table in ARCHITECTURE.md, section "Rooms".
fn table(text: &str) -> Vec<String> {
    let section = text.split("\n## ").find(|s| s.lines().next().is_some_and(|title| title.contains("Rooms")));
    let rows = section.expect("a section \"Rooms\"").lines().filter(|l| l.starts_with('|')).skip(2);
    let first = rows.map(|row| row.split('|').nth(1).unwrap().to_owned());
    // One row may name two rooms: | `serve/`, `cli/` |
    let names: Vec<String> =
        first.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect();
    names
        .iter()
        .map(|name| name.trim_end_matches('/').trim_end_matches(".rs").trim_start_matches("src/").to_owned())
        .collect()
}

/// Rust source without comments and without the content of texts, so that neither counts as code.
fn code(source: &str) -> String {
    let bytes = source.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let rest = &source[at..];
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = raw_text(rest).filter(|_| !ends_in_word(&out)) {
            length
        } else if rest.starts_with('"') {
            text(rest)
        } else if rest.starts_with("'\\") {
            // '\'' and '\u{2019}': the closing quote comes after the escaped character.
            3 + rest[3..].find('\'').unwrap_or(0) + 1
        } else if rest.starts_with('\'') && rest.chars().nth(2) == Some('\'') {
            // A character; a lifetime has no closing quote.
            2 + rest.chars().nth(1).map_or(0, char::len_utf8)
        } else {
            0
        };
        if skipped == 0 {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            out.extend_from_slice(&bytes[at..at + length]);
            at += length;
        } else {
            // Lines keep their numbers.
            out.extend(rest.as_bytes()[..skipped].iter().filter(|b| **b == b'\n'));
            out.push(b' ');
            at += skipped;
        }
    }
    String::from_utf8(out).unwrap()
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        if text.as_bytes()[at..].starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if text.as_bytes()[at..].starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

fn raw_text(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = rest.bytes().take_while(|b| *b == b'#').count();
    rest[hashes..].strip_prefix('"')?;
    let opening = text.len() - rest.len() + hashes + 1;
    let close = format!("\"{}", "#".repeat(hashes));
    text[opening..].find(&close).map(|at| opening + at + close.len())
}

fn text(source: &str) -> usize {
    let mut escaped = false;
    for (at, c) in source.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    source.len()
}

fn ends_in_word(out: &[u8]) -> bool {
    out.last().is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_')
}

/// The rooms that a file names: `crate::room`, and each of `crate::{room, other::Thing}`. `crate::Item` is no room.
fn used(code: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let rest = rest.trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            let (mut depth, mut start) = (1, true);
            for (at, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 1 => start = true,
                    c if start && !c.is_whitespace() => {
                        out.insert(word(&group[at..]));
                        start = false;
                    }
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
        } else {
            out.insert(word(rest));
        }
    }
    out
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn comments_and_texts_are_no_imports() {
    let source = "//! crate::a\nuse crate::b::{C, D};\n/* crate::c /* crate::d */ crate::e */ let x = \"crate::f \\\" crate::g\";\n\
                  let y = r#\"crate::h\" crate::i\"#; let z = '\"'; let q: &'static str = '\\''; use crate::{j, k::{L, M}, n as o};";
    let found = used(&code(source));
    assert_eq!(found, ["b", "j", "k", "n"].map(str::to_owned).into());
    assert_eq!(code("a // b\nc").lines().count(), 2);
    assert_eq!(code("let bar = \"x\"; for_r\"y\""), "let bar =  ; for_r ");
}

#[test]
fn the_table_of_rooms_is_read_row_by_row() {
    let text = "# A\n\n## Rooms\n\nText.\n\n| room | takes |\n|---|---|\n| `source/` | a `x` |\n| `serve/`, `cli/` | b |\n| `pipeline.rs` | c |\n\n## Next\n\n| a |\n|---|\n| `no/` |\n";
    assert_eq!(table(text), ["source", "serve", "cli", "pipeline"]);
}

#[test]
fn rooms_use_only_those_above_them() {
    let order = table(&fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap());
    let place = |room: &str| order.iter().position(|r| r == room);
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (file, source) in sources() {
        if file == "lib.rs" || file == "main.rs" {
            continue;
        }
        let own = room(&file);
        seen.insert(own.to_owned());
        let Some(here) = place(own) else {
            wrong.push(format!("src/{file}: the room {own} is not in the table"));
            continue;
        };
        for other in used(&code(&source)).into_iter().filter(|o| o.as_str() != own) {
            match place(&other) {
                Some(there) if there < here => {}
                Some(_) => wrong.push(format!("src/{file}: {own} uses {other}, which stands below it")),
                None => wrong.push(format!("src/{file}: crate::{other} is no room of the table")),
            }
        }
    }
    wrong.extend(order.iter().filter(|r| !seen.contains(*r)).map(|r| format!("the table has {r}, but src/ does not")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn lib_lists_the_rooms_in_the_same_order() {
    let order = table(&fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap());
    let lib = code(&sources()["lib.rs"]);
    let declared: Vec<&str> =
        lib.lines().filter_map(|l| l.trim().strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(declared, order);
}

#[test]
fn few_rooms_touch_the_outside_world() {
    const DOORS: [&str; 4] = ["source", "emit", "serve", "cli"];
    const OUTSIDE: [&str; 12] = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "fs::read",
        "fs::write",
        "env::var",
        "File::open",
        "SystemTime",
        "Utc::now",
        "Local::now",
        "Instant::now",
    ];
    let mut wrong = Vec::new();
    for (file, source) in sources() {
        let allowed = |name: &str| {
            DOORS.contains(&room(&file))
                // How long stages take is shown to people and goes into no page.
                || room(&file) == "pipeline" && name == "Instant::now"
                || file == "main.rs" && name == "std::process"
        };
        // Unit tests at the end of a file may do what they need.
        let code = code(&source);
        let code = code.split("#[cfg(test)]").next().unwrap();
        for name in OUTSIDE.into_iter().filter(|name| code.contains(name) && !allowed(name)) {
            wrong.push(format!("src/{file}: {name}"));
        }
        if !DOORS.contains(&room(&file)) && code.contains("use std::{") {
            wrong.push(format!("src/{file}: write `use std::x` line by line, so that this test can read it"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_clock_is_asked_in_one_place() {
    let sources = sources();
    let asking: Vec<&String> =
        sources.iter().filter(|(_, s)| code(s).contains("Utc::now")).map(|(file, _)| file).collect();
    assert_eq!(asking, ["cli/today.rs"]);
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut wrong = Vec::new();
    for (file, source) in sources() {
        let lines = source.lines().count();
        if lines > 400 {
            wrong.push(format!("src/{file}: {lines} lines, 400 are the most"));
        }
        if !source.starts_with("//!") {
            wrong.push(format!("src/{file}: does not begin with //!"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
