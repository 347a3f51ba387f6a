//! The licences that a report can be published under: a closed list, so that every catalogue knows them.
//!
//! Source of the addresses: the licence vocabulary of DCAT-AP.de, <http://dcat-ap.de/def/licenses>, compared with the copy of
//! 2020-07-15 in GovData's repository DCAT-AP.de-SHACL-Validation and with the list of its harvester (ckanext-dcatde), where all
//! five are active and open.

/// A licence of open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Licence {
    /// Its key in front matter.
    pub id: &'static str,
    /// Full German title.
    pub title: &'static str,
    /// Where its text stands, for readers.
    pub url: &'static str,
    /// Its address in the vocabulary of DCAT-AP.de, for catalogues.
    pub uri: &'static str,
}

/// All licences; the first is the one of a report that names none.
pub const LICENCES: &[Licence] = &[
    Licence {
        id: "dl-de/by-2-0",
        title: "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        url: "https://www.govdata.de/dl-de/by-2-0",
        uri: "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
    },
    Licence {
        id: "dl-de/zero-2-0",
        title: "Datenlizenz Deutschland – Zero – Version 2.0",
        url: "https://www.govdata.de/dl-de/zero-2-0",
        uri: "http://dcat-ap.de/def/licenses/dl-zero-de/2.0",
    },
    Licence {
        id: "cc-by-4-0",
        title: "Creative Commons Namensnennung – 4.0 International",
        url: "https://creativecommons.org/licenses/by/4.0/",
        uri: "http://dcat-ap.de/def/licenses/cc-by/4.0",
    },
    Licence {
        id: "cc-by-sa-4-0",
        title: "Creative Commons Namensnennung – Weitergabe unter gleichen Bedingungen – 4.0 International",
        url: "https://creativecommons.org/licenses/by-sa/4.0/",
        uri: "http://dcat-ap.de/def/licenses/cc-by-sa/4.0",
    },
    Licence {
        id: "cc-zero",
        title: "Creative Commons CC Zero",
        url: "https://creativecommons.org/publicdomain/zero/1.0/",
        uri: "http://dcat-ap.de/def/licenses/cc-zero",
    },
];

/// The same list as choices of a field.
pub(super) const CHOICES: &[(&str, &str)] = &[
    (LICENCES[0].id, LICENCES[0].title),
    (LICENCES[1].id, LICENCES[1].title),
    (LICENCES[2].id, LICENCES[2].title),
    (LICENCES[3].id, LICENCES[3].title),
    (LICENCES[4].id, LICENCES[4].title),
];

/// The licence with that key; the first of the list for anything else, whose own finding says so.
pub fn licence(id: Option<&str>) -> &'static Licence {
    LICENCES.iter().find(|l| Some(l.id) == id).unwrap_or(&LICENCES[0])
}
