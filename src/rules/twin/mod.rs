//! Rules about twins and their reviews.

mod no_source;
mod review;
mod seal;
mod stale;
mod unrecorded;

use super::Check;
use crate::diagnostic::Rule;

/// Checks of this group.
pub const CHECKS: &[Check] = &[no_source::check, review::check, seal::check, stale::check, unrecorded::check];

/// Rules of this group.
pub static RULES: &[&Rule] = &[&no_source::RULE, &review::RULE, &seal::RULE, &stale::RULE, &unrecorded::RULE];

/// The page whose twin the examples are about.
const PAGE: (&str, &str) = ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n");

/// A home page that leads to it.
const HOME: (&str, &str) = ("index.md", "---\nart: seite\nid: start\ntitel: Start\n---\n[S](s.md)\n");
