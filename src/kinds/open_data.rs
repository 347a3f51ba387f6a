//! `offene_daten:` in `site.yaml` — which machine-readable forms of the site are made, and what was withdrawn from them.

use crate::front::{Field, Type, Values};
use chrono::NaiveDate;

/// An object that was published once and is gone from the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// Its address below the base path, without a leading slash: `oparl/meeting/kok-2026-1.json`.
    pub address: String,
    /// Day on which it came to be.
    pub created: NaiveDate,
    /// Day on which it was withdrawn.
    pub deleted: NaiveDate,
}

/// What the site offers as open data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpenData {
    /// Whether OParl objects are made.
    pub oparl: bool,
    /// Address that GovData gave to whoever delivers the catalogue (`dcatde:contributorID`).
    pub contributor: Option<String>,
    /// Objects that stay as "deleted".
    pub withdrawn: Vec<Withdrawn>,
}

fn is_object_address(text: &str) -> Result<(), String> {
    let inside = text.strip_prefix('/').is_some_and(|t| t.starts_with("oparl/") || t.contains("/oparl/"));
    let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._/%".contains(&b));
    if inside && plain && text.ends_with(".json") && !text.contains("..") && !text.contains("//") {
        Ok(())
    } else {
        Err("Kopieren Sie sie ohne den Namen des Servers: /oparl/meeting/kok-2026-1.json".into())
    }
}

/// The vocabulary of GovData (DCAT-AP.de, "Konventionenhandbuch", convention 12).
fn is_contributor(text: &str) -> Result<(), String> {
    let name = text.strip_prefix("http://dcat-ap.de/def/contributors/").unwrap_or_default();
    if !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)) {
        Ok(())
    } else {
        Err("Sie beginnt mit http://dcat-ap.de/def/contributors/ und kommt von GovData.".into())
    }
}

const WITHDRAWN: &[Field] = &[
    Field::required(
        "adresse",
        Type::Form("die Adresse eines OParl-Objekts", is_object_address, "^/.*\\.json$"),
        "Die Adresse, unter der es abzurufen war, ohne den Namen des Servers.",
        "/oparl/meeting/kok-2026-1.json",
    ),
    Field::required("angelegt", Type::Date, "Der Tag, der dort unter „created“ stand.", "2026-02-09"),
    Field::required("geloescht", Type::Date, "Der Tag, an dem es entfernt wurde.", "2026-05-04"),
];

pub(super) const FIELDS: &[Field] = &[
    Field::optional("oparl", Type::Bool, "true: Es gibt die Daten auch in der Form OParl 1.1.", "true"),
    Field::optional(
        "datenbereitsteller",
        Type::Form("eine Kennung von GovData", is_contributor, "^http://dcat-ap\\.de/def/contributors/[A-Za-z0-9_-]+$"),
        "Kennung des Datenbereitstellers bei GovData, für katalog.ttl.",
        "http://dcat-ap.de/def/contributors/NAME",
    ),
    Field::optional(
        "geloescht",
        Type::List(&Type::Record(WITHDRAWN)),
        "OParl-Objekte, deren Datei Sie gelöscht haben.",
        "\n    - adresse: /oparl/meeting/kok-2026-1.json\n      angelegt: 2026-02-09\n      geloescht: 2026-05-04",
    ),
];

/// Reads `offene_daten:`; without it nothing is made.
pub(super) fn read(values: &Values<'_>) -> OpenData {
    let Some(values) = values.record("offene_daten") else { return OpenData::default() };
    let withdrawn = values.records("geloescht").filter_map(|w| {
        let address = w.text("adresse").filter(|a| is_object_address(a).is_ok())?;
        Some(Withdrawn {
            address: address.trim_start_matches('/').to_owned(),
            created: w.date("angelegt")?,
            deleted: w.date("geloescht")?,
        })
    });
    let contributor = values.text("datenbereitsteller").filter(|c| is_contributor(c).is_ok());
    OpenData { oparl: values.flag("oparl"), contributor, withdrawn: withdrawn.collect() }
}
