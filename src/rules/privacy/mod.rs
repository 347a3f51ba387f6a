//! Data of persons, wherever they stand: texts, front matter, comments, link targets, names of files, data files, pictures,
//! documents. The detectors are in the room `privacy`; here are the rules, what they say, and the list of exceptions.

mod address;
mod allow_expired;
mod allow_long;
mod allow_never;
mod allow_unused;
mod attendance;
mod birth;
mod case_file;
mod case_list;
mod count;
mod document_author;
mod email;
mod guard;
mod health;
mod iban;
mod insurance;
mod pension;
mod person;
mod phone;
mod picture_place;
mod site;
mod svg;
mod tax;
mod unchecked_file;

pub use guard::{Found, Guard, diagnose};
pub use site::{Guarded, check};

use super::Check;
use crate::diagnostic::Rule;
use crate::privacy::Kind;

/// The checks of this group that remember nothing.
pub(super) const CHECKS: &[Check] = &[allow_never::check, allow_expired::check, allow_long::check];

/// All rules of this group.
pub(super) static RULES: &[&Rule] = &[
    &email::RULE,
    &phone::RULE,
    &iban::RULE,
    &pension::RULE,
    &insurance::RULE,
    &tax::RULE,
    &case_file::RULE,
    &birth::RULE,
    &person::RULE,
    &health::RULE,
    &address::RULE,
    &attendance::RULE,
    &count::RULE,
    &allow_expired::RULE,
    &allow_long::RULE,
    &allow_never::RULE,
    &allow_unused::RULE,
    &case_list::RULE,
    &document_author::RULE,
    &picture_place::RULE,
    &svg::RULE,
    &unchecked_file::RULE,
];

/// What a finding says of a datum, without repeating it.
pub(super) struct Says {
    rule: &'static Rule,
    what: &'static str,
    help: &'static str,
}

fn says(kind: Kind) -> &'static Says {
    match kind {
        Kind::Email => &email::SAYS,
        Kind::Phone => &phone::SAYS,
        Kind::Iban => &iban::SAYS,
        Kind::Pension => &pension::SAYS,
        Kind::Insurance => &insurance::SAYS,
        Kind::Tax => &tax::SAYS,
        Kind::CaseFile => &case_file::SAYS,
        Kind::Birth => &birth::SAYS,
        Kind::Person => &person::SAYS,
        Kind::Health => &health::SAYS,
        Kind::Address => &address::SAYS,
        Kind::Attendance => &attendance::SAYS,
        Kind::Count => &count::SAYS,
    }
}
