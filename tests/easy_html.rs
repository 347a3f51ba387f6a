//! What an easy page is made of: sentences as lines, bold only, words that stay words, pictures beside text.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use html5gum::{Token, Tokenizer};
use klartext::html::{Options, Resolved, easy_words, joined, lead_picture, write_easy};
use klartext::markdown::{Document, NodeId, parse};
use proptest::prelude::*;
use std::sync::Arc;

fn document(markdown: &str) -> Document {
    let source: Arc<str> = markdown.into();
    parse(&source, 0..source.len())
}

/// Every link leads where it says, images are 96 by 96, and a PDF has 120 KB.
fn resolve(_: NodeId, target: &str) -> Resolved {
    let suffix = if target.ends_with(".pdf") { " (PDF, 120 KB)".to_owned() } else { String::new() };
    let size = target.ends_with(".svg").then_some((96, 96));
    Resolved { href: (target != "fehlt").then(|| target.to_owned()), suffix, size, ..Resolved::default() }
}

fn options() -> Options<'static> {
    Options::new(&resolve)
}

fn easy(markdown: &str) -> String {
    let document = document(markdown);
    write_easy(&document, 1..document.node(0).end, options())
}

/// What stands on each line of a page: the text of its `<span class="s">`.
fn lines(markdown: &str) -> Vec<String> {
    let html = easy(markdown);
    html.split("<span class=\"s\">").skip(1).map(|rest| text(&rest[..end_of_span(rest)])).collect()
}

/// Where the span that is open at the start of `html` ends.
fn end_of_span(html: &str) -> usize {
    let (mut depth, mut at) = (1, 0);
    while depth > 0 {
        let tag = at + html[at..].find("span").unwrap();
        depth = if html[..tag].ends_with("</") { depth - 1 } else { depth + 1 };
        at = tag + 4;
    }
    at - "</span".len()
}

/// The text content, as a browser or a screen reader gets it.
fn text(html: &str) -> String {
    Tokenizer::new(html.as_bytes())
        .filter_map(|token| match token {
            Ok(Token::String(text)) => Some(String::from_utf8_lossy(&text).into_owned()),
            _ => None,
        })
        .collect()
}

#[test]
fn every_sentence_is_a_line() {
    assert_eq!(
        easy("Das ist gut.\nKommen Sie auch? Ja!\n"),
        "<p><span class=\"s\">Das ist gut.</span> <span class=\"s\">Kommen Sie auch?</span> <span class=\"s\">Ja!</span></p>\n"
    );
    assert_eq!(
        lines("Das Treffen ist am 3. Mai.\nEs gibt Hilfe, z. B. eine Assistenz."),
        ["Das Treffen ist am 3. Mai.", "Es gibt Hilfe, z. B. eine Assistenz."]
    );
    assert_eq!(lines("Die Hilfe steht im\nGesetz."), ["Die Hilfe steht im Gesetz."], "a line that only goes on");
}

#[test]
fn items_and_boxes_too() {
    assert_eq!(
        easy("- Ein Haus.\n  Ein Garten.\n- Viele\n  Menschen\n"),
        "<ul>\n<li><span class=\"s\">Ein Haus.</span> <span class=\"s\">Ein Garten.</span></li>\n\
         <li><span class=\"s\">Viele Menschen</span></li>\n</ul>\n"
    );
    assert_eq!(
        easy("> [!Wort]\n> **Teilhabe**\n> Teilhabe heißt: Sie machen mit.\n> Überall.\n"),
        "<div class=\"word\" role=\"note\" aria-label=\"Wort-Erklärung\">\n\
         <p><span class=\"s\"><strong>Teilhabe</strong></span> <span class=\"s\">Teilhabe heißt: Sie machen mit.</span> \
         <span class=\"s\">Überall.</span></p>\n</div>\n"
    );
    assert_eq!(lines("> [!Hinweis]\n> Das ist neu."), ["Hinweis:", "Das ist neu."]);
    assert_eq!(lines("- Eins.\n\n  Zwei.\n- Drei.\n  - Vier.\n"), ["Eins.", "Zwei.", "Drei.", "Vier."]);
}

#[test]
fn bold_text_is_closed_at_a_border_and_opened_again() {
    assert_eq!(
        easy("Das ist **wichtig. Sehr *wichtig*!** Ja."),
        "<p><span class=\"s\">Das ist <strong>wichtig.</strong></span> \
         <span class=\"s\"><strong>Sehr <strong>wichtig</strong>!</strong></span> <span class=\"s\">Ja.</span></p>\n"
    );
    assert_eq!(
        easy("Gut. **Nicht** gut. ~~Alt~~"),
        "<p><span class=\"s\">Gut.</span> <span class=\"s\"><strong>Nicht</strong> gut.</span> \
         <span class=\"s\"><del>Alt</del></span></p>\n"
    );
}

#[test]
fn a_link_is_never_split() {
    assert_eq!(
        easy("Gut. [Lesen Sie mehr. Das ist **neu**.](neu.md) Danke."),
        "<p><span class=\"s\">Gut.</span> <span class=\"s\"><a href=\"neu.md\">Lesen Sie mehr. Das ist <strong>neu</strong>.</a></span> \
         <span class=\"s\">Danke.</span></p>\n"
    );
    assert_eq!(
        easy("**Das ist neu. [Der Plan](plan.pdf) auch.**"),
        "<p><span class=\"s\"><strong>Das ist neu.</strong></span> \
         <span class=\"s\"><strong><a href=\"plan.pdf\">Der Plan, PDF, 120 KB</a> auch.</strong></span></p>\n"
    );
    assert_eq!(easy("Zum [Treffen](fehlt)."), "<p><span class=\"s\">Zum Treffen.</span></p>\n");
}

#[test]
fn a_middle_dot_is_drawn_and_not_text() {
    let page = easy("Das ist Eingliederungs·hilfe.\n\n## Eingliederungs·hilfe {#hilfe}\n");
    assert!(page.contains("Eingliederungs<span class=\"mp\"></span>hilfe."), "{page}");
    assert!(page.contains("<h2 id=\"hilfe\">Eingliederungs<span class=\"mp\"></span>hilfe</h2>"), "{page}");
    assert_eq!(text(&page).trim(), "Das ist Eingliederungshilfe.\nEingliederungshilfe");
    assert_eq!(easy_words("Teil·habe & mehr"), "Teil<span class=\"mp\"></span>habe &amp; mehr");
    assert_eq!(joined("Teil·ha\u{ad}be"), "Teilhabe");
}

#[test]
fn no_word_is_split() {
    let long = "Kooperationskonferenz";
    assert_eq!(easy(&format!("## {long}")), format!("<h2 id=\"kooperationskonferenz\">{long}</h2>\n"));
    assert_eq!(lines("Ko&shy;ope&shy;ration."), ["Kooperation."]);
    assert_eq!(
        easy("Die Prüf-Gruppe macht Eingliederungs-Hilfe."),
        "<p><span class=\"s\">Die <span class=\"nb\">Prüf-Gruppe</span> macht Eingliederungs-Hilfe.</span></p>\n",
        "a word that may be too long for a phone can break at its hyphen"
    );
    assert_eq!(
        easy("Am 1. Juni 2021 waren 3 Partner in 63450 Hanau-Steinheim."),
        "<p><span class=\"s\">Am <span class=\"nb\">1. Juni</span> 2021 waren <span class=\"nb\">3 Partner</span> in 63450 \
         <span class=\"nb\">Hanau-Steinheim</span>.</span></p>\n",
        "a number stays with its word"
    );
}

#[test]
fn lines_that_are_no_sentences_stay_lines() {
    let address = "Amt für Beispiele\nMusterweg 1\n12345 Musterstadt";
    assert_eq!(lines(address), ["Amt für Beispiele", "Musterweg 1", "12345 Musterstadt"]);
    assert_eq!(lines("Eins  \nzwei\\\ndrei."), ["Eins", "zwei", "drei."], "breaks that are meant");
}

#[test]
fn a_picture_stands_beside_what_follows() {
    let source = "![Teil·habe](bild.svg \"© Beispiel\")\n\nDas ist gut.\n\n- Ja\n\n## Neu\n\n![](b.svg)\n";
    assert_eq!(
        easy(source),
        "<div class=\"pic\"><img src=\"bild.svg\" alt=\"Teilhabe\" width=\"96\" height=\"96\" decoding=\"async\" />\n<div>\n\
         <p><span class=\"s\">Das ist gut.</span></p>\n<ul>\n<li><span class=\"s\">Ja</span></li>\n</ul>\n</div></div>\n\
         <p class=\"credit\">Bild: © Beispiel</p>\n<h2 id=\"neu\">Neu</h2>\n\
         <p><img src=\"b.svg\" alt=\"\" width=\"96\" height=\"96\" loading=\"lazy\" decoding=\"async\" /></p>\n"
    );
    let document = document(source);
    let (picture, behind) = lead_picture(&document, 1..document.node(0).end, &resolve).unwrap();
    assert_eq!((&*picture.src, &*picture.alt, picture.credit.as_deref()), ("bild.svg", "Teilhabe", Some("© Beispiel")));
    assert!(write_easy(&document, behind.clone(), options()).starts_with("<p><span class=\"s\">Das ist gut."));
    assert_eq!(lead_picture(&document, behind, &resolve), None);
}

#[test]
fn a_caption_goes_with_its_table() {
    let page =
        easy("![Uhr](uhr.svg)\n\nSo ist es.\n\nTabelle: Zeiten\n\n| Tag | Zeit |\n|---|---|\n| Montag | 9 Uhr |\n");
    assert!(page.contains("So ist es.</span></p>\n</div></div>\n<table class=\"rows\">"), "{page}");
    assert_eq!(text(&page).matches("Zeiten").count(), 1, "{page}");
}

#[test]
fn code_and_data_are_no_sentences() {
    assert_eq!(easy("```\nA. B.\n```\n"), "<pre><code>A. B.\n</code></pre>\n");
    let task = "> [!Auftrag]\n> Wir schreiben den Brief. Wir schicken ihn ab.\n";
    assert_eq!(lines(task), ["Wir schreiben den Brief.", "Wir schicken ihn ab."]);
    assert_eq!(lines("Gut. <!-- easy:ok man: Name --> Ja."), ["Gut.", "Ja."]);
}

proptest! {
    /// Whatever the text: all words are there in their order, nothing else is, and all tags are closed in turn.
    #[test]
    fn no_word_is_lost(parts in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let source = parts.concat();
        let page = easy(&source);
        let words = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(words(&text(&page)), words(&source), "{}", page);
        prop_assert!(!text(&page).contains('·'), "{}", page);
        let mut open: Vec<Vec<u8>> = Vec::new();
        let mut links = 0;
        for token in Tokenizer::new(page.as_bytes()) {
            match token {
                Ok(Token::StartTag(tag)) if !tag.self_closing => {
                    links += usize::from(&**tag.name == b"a");
                    open.push(tag.name.to_vec());
                }
                Ok(Token::EndTag(tag)) => prop_assert_eq!(open.pop(), Some(tag.name.to_vec()), "{}", page),
                _ => {}
            }
        }
        prop_assert_eq!((open.len(), links), (0, source.matches("](").count()), "{}", page);
    }
}

/// Words and marks in pairs, so that no mark is read as text.
const PIECES: &[&str] = &[
    "Das ist gut. ",
    "Wir kommen am 3. Mai. ",
    "Ja! ",
    "und ",
    "Teil·habe ",
    "Prüf-Gruppe ",
    "**Sehr gut. Wirklich.** ",
    "*Nicht jetzt* ",
    "~~Alt. Neu.~~ ",
    "[**Mehr. Noch** mehr](#) ",
    "**So [ist](#) es. Ja.** ",
    "`Code. Zwei.` ",
    "\n",
    "\\\n",
    "\n\n",
    "\n\n- ",
    "\n\n> ",
    "\n\n## ",
];

#[test]
fn a_section_leads_to_its_easy_section() {
    let document = document("## Der *Antrag*\n\nText\n\n## Fristen\n\nText\n");
    let easy = [("fristen".to_owned(), "/leicht/x/#fristen".to_owned())];
    let options = Options { easy_sections: &easy, ..options() };
    let html = klartext::html::write(&document, 1..document.node(0).end, options);
    let link = "<h2 id=\"fristen\">Fristen</h2>\n<p class=\"alone other\"><a href=\"/leicht/x/#fristen\" hreflang=\"de-simple\">In \
        Leichter Sprache: Fristen</a></p>\n";
    assert!(html.contains(link), "{html}");
    assert_eq!(html.matches("Leichter Sprache").count(), 1);
}
