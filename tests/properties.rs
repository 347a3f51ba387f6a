//! What holds for every text whatever: nothing panics, places are places, the HTML is well formed.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use html5gum::{Token, Tokenizer};
use klartext::diagnostic::{FieldPath, Place};
use klartext::front::{self, Checked, Split};
use klartext::html::{Options, Resolved, write};
use klartext::kinds::{self, KINDS};
use klartext::markdown::{Document, Kind, headings, parse, plain_text};
use klartext::source::{FileType, LineIndex, SourceFile, Span};
use proptest::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// Pieces that mean something in Markdown, so that chance makes more than paragraphs.
const MARKDOWN: &[&str] = &[
    "# ",
    "## ",
    "### TOP 1: ",
    "###### ",
    "- ",
    "  - ",
    "1. ",
    "7) ",
    "> ",
    "> [!Beschluss]\n",
    "> [!Auftrag] ",
    "[!Lücke]",
    "> Wer: A\n> Bis: 2026-06-30\n",
    "[^1]",
    "[^1]: ",
    "[^a]: ",
    "[^a]",
    "[x](y.md)",
    "![x](y)",
    "[",
    "](z)",
    "![",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "| a | b |\n",
    "|---|:-:|\n",
    "Tabelle: T\n\n",
    "<b>",
    "</b>",
    "<!-- ",
    " -->",
    "<div>\n",
    "&amp;",
    "&#0;",
    "\\",
    "<a@b.de>",
    "https://a.b",
    "---\n",
    "===\n",
    "- [x] ",
    "a",
    "Ä",
    "🙂",
    "\u{0}",
    "a) ",
    "Beschluss 1",
    "Tabelle 2",
    "Fußnote 1",
    "Auftrag",
    " ",
    "  \n",
    "\u{a0}",
    "[r]: /u\n",
    "[r]",
];

const YAML: &[&str] = &[
    "art: ",
    "seite\n",
    "sitzung\n",
    "vereinbarung\n",
    "gremium\n",
    "id: ",
    "titel: ",
    "datum: 2026-02-30\n",
    "beginn: ",
    "10:00\n",
    "partner: [",
    "]",
    ", ",
    "{",
    "}",
    "  - ",
    "- ",
    "\n",
    "\n  ",
    "von: ",
    "frueher:\n",
    "tueren:\n",
    "ziel: ",
    "\"",
    "'",
    "&a ",
    "*a",
    "? ",
    ": ",
    "~",
    "true\n",
    "1.5\n",
    "|\n",
    ">\n",
    "# x\n",
    "\t",
    "---\n",
    "...\n",
    "!!int ",
    "x",
    "Ä",
    "\u{0}",
    "🙂",
    "\r\n",
];

fn soup(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => prop::sample::select(pieces).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn tree(text: &str) -> Document {
    let source: Arc<str> = text.into();
    let end = source.len();
    parse(&source, 0..end)
}

fn html(document: &Document) -> String {
    let resolve = |_, target: &str| Resolved { href: Some(target.to_owned()), ..Resolved::default() };
    let options = Options::new(&resolve);
    write(document, 1..document.node(0).end, options)
}

fn is_place(text: &str, span: Span) -> bool {
    text.get(span.range()).is_some()
}

/// What is wrong with the order of tags, with ids, or with elements that no text may bring in.
fn flaw(html: &str) -> Option<String> {
    const BLOCKS: &[&str] = &["p", "div", "section", "ul", "ol", "dl", "table", "pre", "blockquote", "hr"];
    const LINES: &[&str] = &["p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "a"];
    const OTHERS: &[&str] = &[
        "a", "br", "caption", "code", "dd", "del", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "img", "li",
        "strong", "sup", "tbody", "td", "th", "thead", "time", "tr", "wbr",
    ];
    let mut open: Vec<String> = Vec::new();
    let mut ids = HashSet::new();
    for token in Tokenizer::new(html) {
        let token = match token {
            Ok(token) => token,
            Err(error) => match error {},
        };
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let known = |list: &[&str]| list.contains(&name.as_str());
                if !known(BLOCKS) && !known(OTHERS) {
                    return Some(format!("<{name}> comes from nowhere"));
                }
                let block = known(BLOCKS) && open.iter().any(|o| LINES.contains(&o.as_str()));
                if block || name == "a" && open.contains(&name) {
                    return Some(format!("<{name}> stands in {open:?}"));
                }
                for (key, value) in &tag.attributes {
                    if &***key == b"id" && !ids.insert(value.to_vec()) {
                        return Some(format!("the id {value:?} stands there twice"));
                    }
                    if key.starts_with(b"on") || &***key == b"style" {
                        return Some(format!("the attribute {key:?} comes from nowhere"));
                    }
                }
                if !["br", "hr", "img", "wbr"].contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if open.pop().as_ref() != Some(&name) {
                    return Some(format!("</{name}> closes nothing; before it: {open:?}"));
                }
            }
            Token::Comment(_) | Token::Doctype(_) => return Some("raw HTML".to_owned()),
            _ => {}
        }
    }
    (!open.is_empty()).then(|| format!("never closed: {open:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn front_matter_is_read_and_every_finding_has_a_place(yaml in soup(YAML), body in soup(MARKDOWN), head in any::<bool>()) {
        let text = if head { format!("---\n{yaml}\n---\n{body}") } else { yaml };
        let range = match front::split(&text) {
            Split::Found(yaml, body) => {
                prop_assert!(text.get(yaml.clone()).is_some() && text.get(body).is_some());
                yaml
            }
            _ => 0..text.len(),
        };
        let file: Arc<str> = "s.md".into();
        if let Ok(node) = front::read(&text[range], &file, 1) {
            let mut findings = Vec::new();
            for kind in KINDS.iter() {
                front::check(&node, &kind.fields, &FieldPath::default(), &mut Checked { file: &file, findings: &mut findings });
            }
            for finding in findings {
                let span = front::locate(&text, &finding.place);
                prop_assert!(span.is_none_or(|s| is_place(&text, s)), "{:?} is no place", finding.place);
            }
        }
    }

    #[test]
    fn every_kind_reads_every_file(kind in 0..KINDS.len(), yaml in soup(YAML), body in soup(MARKDOWN)) {
        let text: Arc<str> = format!("---\nart: {}\n{yaml}\n---\n{body}", KINDS[kind].name).into();
        let file = SourceFile {
            path: "s.md".into(), file_type: FileType::Markdown, text: Arc::clone(&text), bytes: Arc::from([]), marked: false, hash: [0; 32],
        };
        for finding in kinds::parse(&file).findings {
            let span = match &finding.place {
                Place::Span(span) => Some(*span),
                place => front::locate(&text, place),
            };
            prop_assert!(span.is_none_or(|s| is_place(&text, s)), "{:?} is no place", finding.place);
        }
    }

    #[test]
    fn nodes_have_places_and_lie_in_each_other(text in soup(MARKDOWN)) {
        let document = tree(&text);
        let mut ends = vec![document.nodes.len() as u32];
        for (id, node) in (0..).zip(&document.nodes) {
            while ends.last().is_some_and(|end| *end <= id) {
                ends.pop();
            }
            prop_assert!(node.end > id && Some(&node.end) <= ends.last(), "{node:?} is not inside its parent");
            prop_assert!(is_place(&text, node.span), "{node:?} is no place");
            ends.push(node.end);
            if let Kind::Text(words) | Kind::Code(words) = &node.kind {
                prop_assert!(!document.str(words).is_empty());
            }
        }
    }

    #[test]
    fn html_is_well_formed_and_ids_are_unique(text in soup(MARKDOWN)) {
        let document = tree(&text);
        let ids: HashSet<String> = headings(&document).into_iter().map(|h| h.id).collect();
        prop_assert_eq!(ids.len(), headings(&document).len());
        let html = html(&document);
        prop_assert_eq!(flaw(&html), None, "{}", html);
    }

    #[test]
    fn plain_words_come_through(words in prop::collection::vec("[a-zäöüß]{1,12}", 0..30), breaks in prop::collection::vec(0..3usize, 30)) {
        let gaps = [" ", "\n", "\n\n"];
        let text: String = words.iter().zip(&breaks).map(|(w, b)| format!("{w}{}", gaps[*b])).collect();
        let plain = plain_text(&tree(&text), 0);
        prop_assert_eq!(plain.split_whitespace().collect::<Vec<_>>(), words);
    }

    #[test]
    fn lines_and_columns_lead_back(text in any::<String>(), breaks in prop::collection::vec(any::<prop::sample::Index>(), 0..4)) {
        let mut text = text;
        for at in breaks {
            let place = at.index(text.chars().count() + 1);
            let place = text.char_indices().nth(place).map_or(text.len(), |(i, _)| i);
            text.insert_str(place, "\r\n");
        }
        let lines = LineIndex::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let (line, column) = lines.line_column(&text, offset);
            prop_assert_eq!(lines.offset(&text, line as usize, column as usize), offset);
        }
    }
}
