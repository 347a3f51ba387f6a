//! Rules for nginx and Apache: where old addresses lead, the headers that every page is made for, media types, and what no
//! reader is shown. Klartext itself cannot set them. Tried with both servers: tests/server/run.

use crate::model::media_type;
use crate::source::percent_decode;
use std::fmt::Write;

/// What every page keeps: nothing from elsewhere, nothing inline (Content Security Policy Level 3).
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
                      media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Further headers: no guessing of types, no addresses of readers handed on.
const HEADERS: [(&str, &str); 3] =
    [("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")];

/// Endings of files whose media type servers do not know by themselves, or know without its character set.
struct Kind {
    ending: &'static str,
    /// Whether pages of other sites may fetch it (CORS): data are public, and no one logs in here.
    open: bool,
}

const fn kind(ending: &'static str, open: bool) -> Kind {
    Kind { ending, open }
}

const KINDS: [Kind; 6] = [
    kind("json", true),
    kind("csv", true),
    kind("ttl", true),
    kind("ics", true),
    kind("atom", true),
    kind("vtt", false),
];

/// Folders of the output that are for the server and for Klartext alone.
const HIDDEN: [&str; 2] = ["server/", ".klartext/"];

/// The header that lets pages of other sites fetch a file.
const CORS: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// Rules for an nginx `server` block. `base` is the path of the public address; `moves` are old and new addresses with it.
pub fn nginx(base: &str, moves: &[(String, &String)]) -> String {
    let mut out = String::from("# In den server-Block einbinden: include server/nginx.conf;\n");
    for (name, value) in HEADERS {
        let _ = writeln!(out, "add_header {name} \"{value}\" always;");
    }
    let _ = writeln!(out, "error_page 404 \"{}404.html\";", escaped(base));
    for folder in HIDDEN {
        let _ = writeln!(out, "location ^~ \"{}{folder}\" {{ return 404; }}", escaped(base));
    }
    for (from, to) in moves {
        // nginx compares with the address as it reads after decoding.
        let (from, to) = (escaped(&percent_decode(from)), target(to));
        let _ = writeln!(out, "location = \"{from}\" {{ absolute_redirect off; return 301 \"{to}\"; }}");
    }
    for Kind { ending, open } in KINDS {
        let media_type = media_type(ending);
        let _ = writeln!(out, "location ~ \\.{ending}$ {{\n    types {{ }}\n    default_type \"{media_type}\";");
        // A location with a header of its own takes none over from outside.
        for (name, value) in HEADERS.iter().chain(open.then_some(&CORS)) {
            let _ = writeln!(out, "    add_header {name} \"{value}\" always;");
        }
        out.push_str("}\n");
    }
    out
}

/// Rules for Apache (mod_alias, mod_headers, mod_mime). `base` and `moves` as for [`nginx`].
pub fn apache(base: &str, moves: &[(String, &String)]) -> String {
    let mut out = String::from("# In den VirtualHost einbinden: Include server/apache.conf\n");
    for (name, value) in HEADERS {
        let _ = writeln!(out, "Header always set {name} \"{value}\"");
    }
    let _ = writeln!(out, "ErrorDocument 404 \"{}404.html\"", escaped(base));
    out.push_str("AddDefaultCharset utf-8\n");
    for folder in HIDDEN {
        let _ = writeln!(out, "RedirectMatch 404 \"^{}\"", pattern(&format!("{base}{folder}")));
    }
    for (from, to) in moves {
        let _ = writeln!(out, "RedirectMatch 301 \"^{}$\" \"{}\"", pattern(&percent_decode(from)), target(to));
    }
    for Kind { ending, .. } in KINDS {
        let _ = writeln!(out, "AddType \"{}\" .{ending}", media_type(ending));
    }
    let endings: Vec<&str> = KINDS.iter().filter(|k| k.open).map(|k| k.ending).collect();
    let (name, value) = CORS;
    let _ = writeln!(
        out,
        "<FilesMatch \"\\.({})$\">\n    Header always set {name} \"{value}\"\n</FilesMatch>",
        endings.join("|")
    );
    out
}

/// A text between double quotes, as both servers read it.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// A regular expression for a text, between double quotes.
fn pattern(text: &str) -> String {
    let mut regex = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if ".+*?()[]{}^$|\\".contains(c) {
            regex.push('\\');
        }
        regex.push(c);
    }
    escaped(&regex)
}

/// Where an old address leads. Both servers would take `$` for the beginning of a name.
fn target(to: &str) -> String {
    escaped(&to.replace('$', "%24"))
}

#[cfg(test)]
mod tests {
    use super::{apache, nginx};

    #[test]
    fn signs_of_an_address_end_nothing() {
        let to = "/neu/$1".to_owned();
        let moves = [("/a\"; }b\\c%C3%A4.d/".to_owned(), &to)];
        assert!(
            nginx("/", &moves)
                .contains("location = \"/a\\\"; }b\\\\cä.d/\" { absolute_redirect off; return 301 \"/neu/%241\"; }\n")
        );
        assert!(
            apache("/", &moves).contains("RedirectMatch 301 \"^/a\\\"; \\\\}b\\\\\\\\cä\\\\.d/$\" \"/neu/%241\"\n")
        );
    }
}
