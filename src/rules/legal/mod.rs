//! The pages that the law asks for: Impressum, Datenschutz, Erklärung zur Barrierefreiheit. They are asked for as soon as
//! `site.yaml` has `rechtliches`, and that as soon as the site has a public address. There, what is missing is an error.

mod field;
mod page;
mod review;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub(super) const CHECKS: &[Check] = &[field::check, page::check, review::check];

/// Rules of this group.
pub(super) static RULES: &[&Rule] = &[&field::RULE, &page::RULE, &review::RULE];

/// The Impressum of the examples.
const IMPRINT: (&str, &str) = ("i.md", "---\nart: seite\nid: i\ntitel: I\nangaben: impressum\n---\nText.\n");

/// The Datenschutz page of the examples.
const PRIVACY: (&str, &str) = ("d.md", "---\nart: seite\nid: d\ntitel: D\nangaben: datenschutz\n---\nText.\n");

/// The Erklärung zur Barrierefreiheit of the examples.
const ACCESSIBILITY: (&str, &str) =
    ("b.md", "---\nart: seite\nid: b\ntitel: B\nangaben: barrierefreiheit\n---\nText.\n");

/// A `site.yaml` with all facts that the law asks for, reviewed within the year.
const SETTINGS: (&str, &str) = (
    "site.yaml",
    "titel: T\nanbieter: A\nbasis_url: https://example.org/\nbetreiber: lwv\npartner:\n  - id: lwv\n    name: LWV\nrechtliches:\n  vertreten_durch: Verwaltungsausschuss\n  e_mail: info@example.org\n  telefon: Bürgerservice\n  verantwortlich: Leitung der Pressestelle\n  datenschutzbeauftragte: datenschutz@example.org\n  aufsichtsbehoerde: Aufsicht des Landes\n  stand: teilweise\n  pruefverfahren: Selbstbewertung\n  erstellt_am: 2026-01-20\n  geprueft_am: 2026-11-01\n  barriere_melden: barrieren@example.org\n  durchsetzungsstelle: Stelle des Landes\n",
);

/// Names that stand for none (RFC 2606, RFC 6761): a site under one of them is not published yet.
const RESERVED: [&str; 7] = ["example.org", "example.com", "example.net", "example", "test", "invalid", "localhost"];

/// Whether an address is one that readers can call.
fn is_public(base_url: &str) -> bool {
    let host = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or(host).to_ascii_lowercase();
    let reserved = |name: &&str| host == **name || host.strip_suffix(*name).is_some_and(|rest| rest.ends_with('.'));
    let local = host.starts_with("127.") || host.starts_with('[') || !host.contains('.');
    !RESERVED.iter().any(reserved) && !local
}
