//! Old addresses: a page that leads on, for hosts that know nothing, and rules for nginx and Apache. The rules carry the
//! headers too that every page is made for; Klartext itself cannot set them.

use super::Made;
use crate::model::Artifact;
use crate::site::{Site, url_to_path};
use crate::theme::{Shared, Theme, template_finding};
use crate::view::{redirect, site_view};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

/// What every page keeps: nothing from elsewhere, nothing inline (Content Security Policy Level 3).
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
                      media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Further headers: no guessing of types, no addresses of readers handed on.
const HEADERS: &[(&str, &str)] =
    &[("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")];

/// What programs read: ending and media type. Pages of other sites may fetch them (CORS): they are public, and no one
/// logs in here.
const DATA: &[(&str, &str)] = &[
    ("json", "application/json"),
    ("csv", "text/csv; charset=utf-8"),
    ("ttl", "text/turtle; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("atom", "application/atom+xml"),
];
/// The header that lets them.
const CORS: &str = "Access-Control-Allow-Origin";

/// Redirect pages and `server/nginx.conf`, `server/apache.conf`.
pub fn make(site: &Site, theme: &Theme) -> Made {
    let asset = |name: &str| theme.asset(name).map(|path| site.href(path));
    let head = site_view(site, None, &asset);
    let shared = Shared::new(&head);
    let mut made = Made::default();
    let moves = moves(site);
    for (from, (to, origin)) in &moves {
        let view = redirect(&head, from, to.clone());
        match theme.render("weiterleitung.html", &view, &shared) {
            Ok(html) => made.files.push((url_to_path(from), Artifact::text(html, origin))),
            Err(error) => made.findings.push(template_finding(origin, &error)),
        }
    }
    let none: Arc<str> = "".into();
    let list: Vec<(String, &String)> = moves.iter().map(|(from, (to, _))| (site.href(from), to)).collect();
    made.files.push(("server/nginx.conf".into(), Artifact::text(nginx(&list), &none)));
    made.files.push(("server/apache.conf".into(), Artifact::text(apache(&list), &none)));
    made
}

/// Old page addresses with their new ones. Old anchors of a page that still stands are answered by the page itself.
fn moves(site: &Site) -> BTreeMap<String, (String, Arc<str>)> {
    let mut out = BTreeMap::new();
    for (index, entry) in site.entries.iter().enumerate() {
        for former in &entry.common.former {
            let path = former.from.split_once('#').map_or(former.from.as_str(), |(path, _)| path);
            let from = path.trim_start_matches('/').to_owned();
            if site.pages.iter().any(|p| p.url == from) {
                continue;
            }
            let target = site.href(site.entry_url(index));
            out.entry(from).or_insert((target, Arc::clone(&entry.file)));
        }
    }
    out
}

/// Rules for an nginx `server` block.
fn nginx(moves: &[(String, &String)]) -> String {
    let mut out = String::from("# In den server-Block einbinden: include server/nginx.conf;\n");
    for (name, value) in HEADERS {
        let _ = writeln!(out, "add_header {name} \"{value}\" always;");
    }
    for (from, to) in moves {
        let _ = writeln!(out, "location = {from} {{ return 301 {to}; }}");
    }
    for (ending, media_type) in DATA {
        let _ = writeln!(out, "location ~ \\.{ending}$ {{\n    types {{ }}\n    default_type \"{media_type}\";");
        // A location with a header of its own takes none over from outside.
        for (name, value) in HEADERS.iter().chain([&(CORS, "*")]) {
            let _ = writeln!(out, "    add_header {name} \"{value}\" always;");
        }
        out.push_str("}\n");
    }
    out
}

/// Rules for Apache (mod_alias, mod_headers, mod_mime).
fn apache(moves: &[(String, &String)]) -> String {
    let mut out = String::from("# In den VirtualHost einbinden: Include server/apache.conf\n");
    for (name, value) in HEADERS {
        let _ = writeln!(out, "Header always set {name} \"{value}\"");
    }
    for (from, to) in moves {
        let pattern: String =
            from.chars().flat_map(|c| if ".+*?()[]{}^$|\\".contains(c) { vec!['\\', c] } else { vec![c] }).collect();
        let _ = writeln!(out, "RedirectMatch 301 \"^{pattern}$\" \"{to}\"");
    }
    for (ending, media_type) in DATA {
        let _ = writeln!(out, "AddType \"{media_type}\" .{ending}");
    }
    let endings: Vec<&str> = DATA.iter().map(|(ending, _)| *ending).collect();
    let _ = writeln!(
        out,
        "<FilesMatch \"\\.({})$\">\n    Header always set {CORS} \"*\"\n</FilesMatch>",
        endings.join("|")
    );
    out
}
