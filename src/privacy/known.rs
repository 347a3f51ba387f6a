//! What is official and may stand on the site: addresses of the partners, contacts of the operator, signatories.

use super::Kind;
use crate::german::fold;
use chrono::NaiveDate;
use std::collections::HashSet;

/// What is known to be official.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    texts: HashSet<String>,
    persons: Vec<String>,
    addresses: Vec<String>,
    organisations: HashSet<String>,
    /// The day of the build: a younger day near a name is one of the minutes.
    pub today: Option<NaiveDate>,
}

/// The form by which data are compared: letters and digits alone, small; an area code with 0; a name as names of files
/// write it, ä as ae.
pub fn key(kind: Kind, text: &str) -> String {
    let mut out: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if matches!(kind, Kind::Person | Kind::Attendance) {
        return fold(&out);
    }
    if kind == Kind::Phone {
        for prefix in ["0049", "49"] {
            if let Some(rest) = out.strip_prefix(prefix).filter(|_| text.starts_with(['+', '0'])) {
                out = format!("0{}", rest.trim_start_matches('0'));
            }
        }
    }
    out
}

impl Known {
    /// A contact that may be shown: an e-mail address or a telephone number.
    pub fn contact(&mut self, text: &str) {
        self.texts.insert(key(Kind::Email, text));
        self.texts.insert(key(Kind::Phone, text));
    }

    /// An address of an office, as its lines.
    pub fn address(&mut self, lines: &[String]) {
        self.addresses.push(key(Kind::Address, &lines.concat()));
    }

    /// A person whose name the site shows by right, e.g. as a signature of the agreement.
    pub fn person(&mut self, name: &str) {
        let bare = name.trim_start_matches("Dr. ").trim_start_matches("Prof. ");
        self.persons.push(key(Kind::Person, bare));
    }

    /// An organisation; its name is no name of a person.
    pub fn organisation(&mut self, name: &str) {
        self.organisations.insert(key(Kind::Person, name));
    }

    /// Whether a name is one of an organisation.
    pub fn is_organisation(&self, name: &str) -> bool {
        self.organisations.contains(&key(Kind::Person, name))
    }

    /// Whether a datum is official.
    pub fn has(&self, kind: Kind, text: &str) -> bool {
        let key = key(kind, text);
        match kind {
            Kind::Email | Kind::Phone => self.texts.contains(&key),
            Kind::Person | Kind::Attendance => self.persons.iter().any(|p| key.ends_with(p.as_str())),
            Kind::Address => self.addresses.iter().any(|a| a.contains(&key)),
            _ => false,
        }
    }
}
