//! Takes a finished page, gives its ids and its links. Pages are mostly written in the plain way of our own templates;
//! those are read here in one pass. Whatever is written otherwise is left to the HTML tokenizer, which knows it all.

use html5gum::{Token, Tokenizer};
use memchr::{memchr, memchr3};
use std::borrow::Cow;

/// What a page can be asked for, and what it asks for itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Marks<'a> {
    /// Values of `id`, sorted. One that is there twice stands here twice.
    pub ids: Vec<Cow<'a, str>>,
    /// Values of `href` and `src`, in order.
    pub links: Vec<Cow<'a, str>>,
}

/// The marks of a page.
pub fn marks(html: &[u8]) -> Marks<'_> {
    let mut marks = plain(html).unwrap_or_else(|| thorough(html));
    marks.ids.sort_unstable();
    marks
}

/// Any page.
fn thorough(html: &[u8]) -> Marks<'static> {
    let mut marks = Marks::default();
    for token in Tokenizer::new(html) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        for (name, value) in &tag.attributes {
            let list = match &***name {
                b"id" => &mut marks.ids,
                b"href" | b"src" => &mut marks.links,
                _ => continue,
            };
            list.push(Cow::Owned(String::from_utf8_lossy(value).into_owned()));
        }
    }
    marks
}

/// A page of tags in small letters with values in double quotes. `None` at anything else.
fn plain(html: &[u8]) -> Option<Marks<'_>> {
    let mut marks = Marks::default();
    let mut rest = html;
    while let Some(at) = memchr(b'<', rest) {
        rest = &rest[at + 1..];
        rest = match rest.first()? {
            b'/' => rest[1 + name(&rest[1..])..].strip_prefix(b">")?,
            b'!' => rest.strip_prefix(b"!doctype html>")?,
            b'a'..=b'z' => start_tag(rest, &mut marks)?,
            _ => return None,
        };
    }
    Some(marks)
}

/// Reads a tag behind its `<`; gives what follows it.
fn start_tag<'a>(tag: &'a [u8], marks: &mut Marks<'a>) -> Option<&'a [u8]> {
    let mut rest = &tag[name(tag)..];
    let (mut id, mut href, mut src) = (None, None, None);
    loop {
        match rest {
            [b' ' | b'\n', ..] | [b'/', b'>', ..] => rest = &rest[1..],
            [b'>', ..] => break,
            _ => {
                let (key, after) = rest.split_at(name(rest));
                rest = match after {
                    _ if key.is_empty() => return None,
                    [b'=', b'"', value @ ..] => {
                        let end = memchr(b'"', value)?;
                        let slot = match key {
                            b"id" => Some(&mut id),
                            b"href" => Some(&mut href),
                            b"src" => Some(&mut src),
                            _ => None,
                        };
                        // Of an attribute that is there twice only one counts.
                        if slot.is_some_and(|slot| slot.replace(&value[..end]).is_some()) {
                            return None;
                        }
                        &value[end + 1..]
                    }
                    // A name without a value.
                    [b' ' | b'\n' | b'>' | b'/', ..] => after,
                    _ => return None,
                };
            }
        }
    }
    if let Some(id) = id {
        marks.ids.push(unescape(id)?);
    }
    for link in [href, src].into_iter().flatten() {
        marks.links.push(unescape(link)?);
    }
    Some(&rest[1..])
}

/// Length of the name that a text begins with.
fn name(text: &[u8]) -> usize {
    text.iter().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || **b == b'-').count()
}

/// A value as meant. `None` where it holds more than the entities that our templates write.
fn unescape(value: &[u8]) -> Option<Cow<'_, str>> {
    let odd = memchr3(b'&', b'\r', 0, value).is_some();
    let value = std::str::from_utf8(value).ok()?;
    if !odd {
        return Some(Cow::Borrowed(value));
    }
    let mut parts = value.split('&');
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';')?;
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" | "#x27" => '\'',
            _ => return None,
        });
        out.push_str(rest);
    }
    (!out.contains(['\r', '\0'])).then_some(Cow::Owned(out))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(mut marks: Marks<'_>) -> Marks<'_> {
        marks.ids.sort_unstable();
        marks.links.sort_unstable();
        marks
    }

    #[test]
    fn plain_pages_need_no_tokenizer() {
        let page =
            "<!doctype html>\n<p id=\"a\" hidden>1 &lt; 2<a href=\"/x?a=1&amp;b\">ä</a><img src=\"b.png\" /></p>";
        let marks = plain(page.as_bytes()).unwrap();
        assert_eq!((&*marks.ids, &*marks.links), (&["a".into()][..], &["/x?a=1&b".into(), "b.png".into()][..]));
    }

    #[test]
    fn anything_else_is_left_to_it() {
        for page in
            ["<a HREF=\"x\">", "<a href=x>", "<p id=\"a\" id=\"b\">", "<!-- <p id=\"a\"> -->", "<a href=\"&uuml;\">"]
        {
            assert_eq!(plain(page.as_bytes()), None, "{page}");
        }
        assert_eq!(marks(b"<a HREF='&uuml;'>").links, ["ü"]);
    }

    proptest! {
        /// Where the plain way answers at all, it says what the tokenizer says.
        #[test]
        fn both_ways_agree(parts in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
            let page = parts.concat();
            if let Some(marks) = plain(page.as_bytes()) {
                prop_assert_eq!(sorted(marks), sorted(thorough(page.as_bytes())));
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
        "<title>",
        "ä",
    ];
}
