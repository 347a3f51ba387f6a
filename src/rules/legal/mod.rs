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
