//! Takes a line of a source and a place in it, gives what the sign there stands for when the line is read: marks of emphasis
//! are gone, entities are their signs, a target of a link stands aside. It never looks beyond the line.

use std::borrow::Cow;
use std::ops::Range;

/// What a sign stands for.
pub(super) struct Mark {
    /// What is read in its place; `None` where it stands for itself.
    pub text: Option<Cow<'static, str>>,
    /// Its length in bytes.
    pub length: usize,
    /// Bytes of the line that are read elsewhere: the target of a link, what stands in a tag.
    pub aside: Option<Range<usize>>,
}

impl Mark {
    fn gone(length: usize) -> Mark {
        Mark::read(Cow::Borrowed(""), length)
    }

    fn read(text: Cow<'static, str>, length: usize) -> Mark {
        Mark { text: Some(text), length, aside: None }
    }

    fn itself(c: char) -> Mark {
        Mark { text: None, length: c.len_utf8(), aside: None }
    }
}

/// Entities by name that may hide a sign. Those by number are read as they are.
const ENTITIES: [(&str, &str); 16] = [
    ("&commat;", "@"),
    ("&nbsp;", " "),
    ("&ensp;", " "),
    ("&emsp;", " "),
    ("&thinsp;", " "),
    ("&shy;", ""),
    ("&period;", "."),
    ("&colon;", ":"),
    ("&amp;", "&"),
    ("&auml;", "ä"),
    ("&ouml;", "ö"),
    ("&uuml;", "ü"),
    ("&Auml;", "Ä"),
    ("&Ouml;", "Ö"),
    ("&Uuml;", "Ü"),
    ("&szlig;", "ß"),
];
/// Between brackets, these stand for a sign of an e-mail address.
const SPELT: [&str; 8] = ["at", "ät", "Ät", "a", "@", "dot", "punkt", "."];
/// Tags inside a word or between words of one line.
const INLINE: [&str; 14] =
    ["tspan", "textpath", "a", "b", "i", "u", "s", "em", "strong", "span", "small", "sub", "sup", "font"];
/// How far a link or a tag may go, in bytes.
const FAR: usize = 1000;

/// Whether a byte begins a sign that may stand for something else: 1 always, 2 before a blank, 3 in markup.
const MEANS: [u8; 256] = {
    let mut out = [0; 256];
    let signs = *b"`\t|*~_\\%&[]\xc2\xe2";
    let mut n = 0;
    while n < signs.len() {
        out[signs[n] as usize] = 1;
        n += 1;
    }
    out[b' ' as usize] = 2;
    out[b'<' as usize] = 3;
    out
};

/// Where the next sign stands that may stand for something else. Most stand for themselves.
pub(super) fn next(line: &str, from: usize, markup: bool) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match MEANS[usize::from(*byte)] {
            1 => return Some(at),
            2 if bytes.get(at + 1).is_some_and(|next| b" \t\xc2\xe2".contains(next)) => return Some(at),
            3 if markup => return Some(at),
            _ => at += 1,
        }
    }
    None
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// What the sign at a place of a line stands for. `before` is the sign before it.
pub(super) fn mark(line: &str, at: usize, before: char, markup: bool) -> Mark {
    let rest = &line[at..];
    let c = rest.chars().next().unwrap_or(' ');
    let length = c.len_utf8();
    let next = rest[length..].chars().next().unwrap_or(' ');
    let text = match c {
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '`' => "",
        // Hyphens that only look otherwise.
        '\u{2010}' | '\u{2011}' => "-",
        // Of several blanks the last is read.
        _ if is_blank(c) && is_blank(next) && length < rest.len() => "",
        ' ' => return Mark::itself(c),
        _ if is_blank(c) => " ",
        // The blank tells the border of a cell from the end of a line.
        '|' => " \n",
        '*' if next.is_ascii_digit() && before != '*' && !emphasis(line, at, before) => return Mark::itself(c),
        '*' if before == ' ' && next == ' ' => return Mark::itself(c),
        '*' | '~' if before == c || next == c || next.is_alphanumeric() || before.is_alphanumeric() => "",
        '*' if emphasis(line, at, before) => "",
        '_' if !before.is_alphanumeric() || !next.is_alphanumeric() => "",
        '\\' if next.is_ascii_punctuation() => "",
        '%' if rest.starts_with("%40") => return Mark::read("@".into(), 3),
        '&' => return entity(rest).unwrap_or(Mark::itself(c)),
        '[' if opens(rest, next) => "",
        ']' => return target(line, at).unwrap_or(Mark::itself(c)),
        '<' if markup => return tag(line, at).unwrap_or(Mark::itself(c)),
        _ => return Mark::itself(c),
    };
    Mark::read(Cow::Borrowed(text), length)
}

/// Whether a star before a figure is one of a pair around words, not one of a birth: "12.*03*.1957", but "(*1957)".
fn emphasis(line: &str, at: usize, before: char) -> bool {
    let rest = &line[at + 1..];
    if before.is_alphanumeric() {
        return rest.contains('*') || line[..at].contains('*');
    }
    rest.split_once('*').is_some_and(|(inside, _)| inside.ends_with(char::is_alphanumeric))
}

/// The sign that an entity stands for.
fn entity(rest: &str) -> Option<Mark> {
    if let Some((name, sign)) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
        return Some(Mark::read(Cow::Borrowed(sign), name.len()));
    }
    let body = rest.strip_prefix("&#")?;
    let number = &body[..body.bytes().take(9).position(|b| b == b';')?];
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let sign = char::from_u32(code.ok()?)?;
    let sign = if sign.is_whitespace() { ' ' } else { sign };
    (!sign.is_control()).then(|| Mark::read(sign.to_string().into(), number.len() + 3))
}

/// Whether a bracket begins words that are read on: a link, "Herr [Müller]".
fn opens(rest: &str, next: char) -> bool {
    if ['!', '^', ' '].contains(&next) && !rest.starts_with("[![") {
        return false;
    }
    let mut end = rest.len().min(FAR);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let near = &rest[..end];
    let (inside, after) = near[1..].split_once(']').unwrap_or((&near[1..], ""));
    let spelt = SPELT.contains(&inside.trim().to_lowercase().as_str());
    !spelt && (next.is_uppercase() || after.starts_with(['(', '[']) || near.contains("]("))
}

/// The end of a link's words: its target is read elsewhere.
fn target(line: &str, at: usize) -> Option<Mark> {
    let open = *line.as_bytes().get(at + 1)?;
    let close = match open {
        b'(' => b')',
        b'[' => b']',
        _ => return None,
    };
    let mut deep = 0usize;
    for (n, byte) in line.as_bytes()[at + 1..].iter().take(FAR).enumerate() {
        if *byte == open {
            deep += 1;
        } else if *byte == close {
            deep -= 1;
        }
        if deep == 0 {
            let end = at + 1 + n + 1;
            return Some(Mark { aside: Some(at + 1..end), ..Mark::gone(end - at) });
        }
    }
    None
}

/// A tag of markup: what it says is read elsewhere, the words around it are one line or two.
fn tag(line: &str, at: usize) -> Option<Mark> {
    let end = at + memchr::memchr(b'>', line.as_bytes()[at..].get(..FAR).unwrap_or(&line.as_bytes()[at..]))?;
    let inside = &line[at + 1..end];
    let name = inside.trim_start_matches('/').split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let inline = INLINE.iter().any(|tag| tag.eq_ignore_ascii_case(name));
    // A part of a text with a place of its own is a word of its own.
    let text = if !inline {
        "\n"
    } else if inside.contains(" x=") {
        " "
    } else {
        ""
    };
    Some(Mark { aside: Some(at + 1..end), ..Mark::read(Cow::Borrowed(text), end + 1 - at) })
}
