//! `gebiete` in `site.yaml` — areas that reports give numbers for, and which of them is the sum of others.
//!
//! Where borders move, it is another area. An area without `besteht_aus` overlaps with no other.

use crate::front::{Field, Listed, Type, Values};
use std::collections::BTreeSet;

/// An area that reports give numbers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Short name.
    pub id: String,
    /// For readers.
    pub title: String,
    /// Its address in an official list, for catalogues.
    pub key: Option<String>,
    /// Short names of the areas or partners that it is the sum of; empty where it is the sum of none.
    pub parts: Vec<Listed<String>>,
}

fn is_key(text: &str) -> Result<(), String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |r: &str| r.contains('/') && r.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/#?=&%".contains(&b));
    if rest.is_some_and(plain) {
        Ok(())
    } else {
        Err("Schreiben Sie die ganze Adresse: http://dcat-ap.de/def/politicalGeocoding/districtKey/08128".into())
    }
}

const FIELDS: &[Field] = &[
    Field::required("id", Type::Id, "Kurz-Name des Gebiets.", "mkk-ohne-hanau"),
    Field::required("titel", Type::Text, "Name des Gebiets.", "Main-Kinzig-Kreis ohne Stadt Hanau"),
    Field::optional(
        "kennung",
        Type::Form("eine Adresse aus einem amtlichen Verzeichnis", is_key, "^https?://[^ <>\"]+$"),
        "Seine Adresse in einem amtlichen Verzeichnis, für katalog.ttl.",
        "http://dcat-ap.de/def/politicalGeocoding/districtKey/08128",
    ),
    Field::optional(
        "besteht_aus",
        Type::List(&Type::Id),
        "Gebiete oder Partner, aus denen es besteht, wenn es mehrere zusammenfasst.",
        "[mkk-ohne-hanau, hanau]",
    ),
];

/// The field of `site.yaml`.
pub(super) const FIELD: Field = Field::optional(
    "gebiete",
    Type::List(&Type::Record(FIELDS)),
    "Gebiete, für die Berichte Zahlen nennen.",
    "\n  - id: mkk-ohne-hanau\n    titel: Main-Kinzig-Kreis ohne Stadt Hanau",
);

/// All areas of the settings.
pub(super) fn read(values: &Values<'_>) -> Vec<Listed<Area>> {
    let area = |a: Values<'_>| {
        let key = a.text("kennung").filter(|k| is_key(k).is_ok());
        Some(Area { id: a.text("id")?, title: a.text("titel")?, key, parts: a.listed_texts("besteht_aus") })
    };
    values.listed("gebiete", area)
}

/// The smallest areas that `id` is the sum of: itself where it is the sum of none. An area on a circle ends it.
pub fn atoms(areas: &[Listed<Area>], id: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut known = BTreeSet::from([id]);
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        let parts = areas.iter().find(|a| a.id == id).map(|a| a.parts.as_slice()).unwrap_or_default();
        if parts.is_empty() {
            out.insert(id.to_owned());
        }
        open.extend(parts.iter().map(|p| p.as_str()).filter(|part| known.insert(part)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Area, Listed, atoms};

    #[test]
    fn an_area_is_the_sum_of_the_smallest_ones() {
        let listed = |at: usize, value: &str| Listed { at, value: value.to_owned() };
        let area = |id: &str, parts: &[&str]| {
            let parts = parts.iter().enumerate().map(|(at, p)| listed(at, p)).collect();
            Listed { at: 0, value: Area { id: id.to_owned(), title: id.to_owned(), key: None, parts } }
        };
        let all = [area("bezirk", &["kreis", "fulda"]), area("kreis", &["stadt", "land"]), area("a", &["a"])];
        let of = |id: &str| atoms(&all, id).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!([of("bezirk"), of("kreis"), of("stadt")], ["fulda land stadt", "land stadt", "stadt"]);
        // Nonsense ends all the same.
        assert_eq!(of("a"), "");
    }
}
