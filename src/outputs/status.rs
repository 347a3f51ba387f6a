//! `status.json`: every verdict of a region for machines. The form is documented in `docs/formate.md`.

use super::Made;
use crate::model::Artifact;
use crate::obligations::{judge, of_region, years};
use crate::site::Site;
use crate::theme::Theme;
use serde::Serialize;
use std::sync::Arc;

#[derive(Serialize)]
struct Status<'a> {
    format: &'static str,
    region: &'a str,
    as_of: String,
    obligations: Vec<ObligationStatus<'a>>,
}

#[derive(Serialize)]
struct ObligationStatus<'a> {
    id: &'a str,
    title: &'a str,
    clauses: Vec<String>,
    debtors: &'a [String],
    body: Option<&'a str>,
    years: Vec<YearStatus>,
}

#[derive(Serialize)]
struct YearStatus {
    year: i32,
    verdict: &'static str,
    word: &'static str,
    sentence: String,
    held: u32,
    planned: u32,
    agreed: Option<u32>,
    records: Vec<String>,
}

/// One file for each region with counted promises.
pub fn make(site: &Site, _: &Theme) -> Made {
    let mut made = Made::default();
    for (index, region) in site.regions.iter().enumerate() {
        let Some((obligations, records)) = of_region(site, index).filter(|(o, _)| !o.is_empty()) else { continue };
        let agreement = region.agreement.map_or("", |a| site.entry_url(a));
        let url = |clause: &String| format!("{}{agreement}#{clause}", site.settings.base_url);
        let status = Status {
            format: "klartext-status/1",
            region: &region.name,
            as_of: site.as_of.to_string(),
            obligations: obligations
                .iter()
                .map(|o| ObligationStatus {
                    id: &o.id,
                    title: &o.title,
                    clauses: o.clauses.iter().map(url).collect(),
                    debtors: &o.debtors,
                    body: o.promise.body(),
                    years: years(&records, site.as_of)
                        .map(|year| {
                            let verdict = judge(o, &records, year, site.as_of);
                            YearStatus {
                                year,
                                verdict: verdict.word.key(),
                                word: verdict.word.german(),
                                sentence: verdict.sentence,
                                held: verdict.held,
                                planned: verdict.planned,
                                agreed: verdict.agreed,
                                records: verdict.records,
                            }
                        })
                        .collect(),
                })
                .collect(),
        };
        // A struct of texts and numbers always serialises.
        let text = serde_json::to_string_pretty(&status).unwrap_or_default() + "\n";
        let origin = region.agreement.map_or_else(|| Arc::from(""), |a| Arc::clone(&site.entries[a].file));
        made.files.push((region.path("status.json"), Artifact::text(text, &origin)));
    }
    made
}
