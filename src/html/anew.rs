//! Takes the bytes of any page, gives the same page in the plain way of our own templates, as far as rules read it: the HTML
//! tokenizer says what each tag is. It never judges the page.

use super::escape::escape_into;
use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Any page, in the plain way.
pub(super) fn anew(html: &[u8]) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut out = String::with_capacity(html.len());
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) if is_name(&tag.name) => {
                out.push('<');
                out.push_str(&String::from_utf8_lossy(&tag.name));
                for (name, value) in tag.attributes.iter().filter(|(name, _)| is_name(name)) {
                    out.push(' ');
                    out.push_str(&String::from_utf8_lossy(name));
                    out.push_str("=\"");
                    text_into(&mut out, value);
                    out.push('"');
                }
                out.push_str(if tag.self_closing { " />" } else { ">" });
            }
            Ok(Token::EndTag(tag)) if is_name(&tag.name) => {
                out.push_str("</");
                out.push_str(&String::from_utf8_lossy(&tag.name));
                out.push('>');
            }
            Ok(Token::String(text)) => text_into(&mut out, &text),
            _ => {}
        }
    }
    out
}

/// Neither a carriage return nor a NUL means anything in a page.
fn text_into(out: &mut String, text: &[u8]) {
    escape_into(out, &String::from_utf8_lossy(text).replace(['\r', '\0'], ""));
}

/// Whether the plain way knows such a name.
fn is_name(name: &[u8]) -> bool {
    !name.is_empty() && super::plain::name(name) == name.len() && name[0].is_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::anew;
    use crate::html::finished::Page;
    use crate::html::plain::plain_page;
    use proptest::prelude::*;

    fn marks(page: &Page<'_>) -> (Vec<String>, Vec<String>, Vec<String>) {
        let own = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let mut links = own(page.links().collect());
        links.sort_unstable();
        (own(page.ids()), links, own(page.elements.iter().map(|e| e.name).collect()))
    }

    #[test]
    fn plain_pages_need_no_tokenizer() {
        let html = "<!doctype html>\n<p id=\"a\" hidden>1 &lt; 2<a href=\"/x?a=1&amp;b\">ä<b>&shy;c</b></a> d\
                    <img src=\"b.png\" alt=\"e\"><svg viewBox=\"0\" aria-hidden=\"true\"><title>f</title></svg></p>";
        let page = plain_page(html).unwrap();
        assert_eq!((page.ids(), page.links().collect::<Vec<_>>()), (vec!["a"], vec!["/x?a=1&b", "b.png"]));
        assert_eq!((&*page.text(0), page.element(1).end), ("1 < 2ä\u{ad}c de", 3));
    }

    #[test]
    fn anything_else_is_written_anew() {
        for html in [
            "<a HREF=\"x\">",
            "<a href=x>",
            "<p id=\"a\" id=\"b\">",
            "<!-- <p id=\"a\"> -->",
            "<a href=\"&uuml;\">",
            "<script>if(1<p){}</script>",
        ] {
            assert!(plain_page(html).is_none(), "{html}");
        }
        assert_eq!(anew("<a HREF='&uuml;'>x".as_bytes()), "<a href=\"ü\">x");
        assert_eq!(anew(b"<script>1<p</script>"), "<script>1&lt;p</script>");
    }

    proptest! {
        /// Where the plain way answers at all, it says what the tokenizer says.
        #[test]
        fn both_ways_agree(parts in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            let html = parts.concat();
            let anew = anew(html.as_bytes());
            let thorough = plain_page(&anew);
            prop_assert!(thorough.is_some(), "{anew}");
            if let (Some(page), Some(thorough)) = (plain_page(&html), thorough) {
                prop_assert_eq!(marks(&page), marks(&thorough));
            }
        }
    }

    const PIECES: &[&str] = &[
        "<",
        ">",
        "/",
        "<a",
        "<p ",
        "</p>",
        "</",
        "!",
        "<!doctype html>",
        " id=\"",
        " href=\"",
        "src=\"",
        "\"",
        "x",
        "1",
        " ",
        "\n",
        "=",
        "&amp;",
        "&quot;",
        "&lt",
        "&",
        "'",
        "-",
        "<!--",
        "-->",
        "<br />",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<svg viewBox=\"",
        "ä",
    ];
}
