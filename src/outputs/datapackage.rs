//! `datapackage.json` of a region: its reports with their columns, for programs (Data Package 2.0, Table Schema,
//! <https://datapackage.org/standard/data-package/>). Names files and columns, never a number. Days come from front
//! matter.

use super::Made;
use super::address::{region_name, whole};
use crate::disclosure::PublishedCount;
use crate::kinds::day_begins;
use crate::model::Artifact;
use crate::site::{EntryIndex, RegionIndex, Site};
use crate::tables::{Dialect, PublishedTable, TableDimension, cell, write};
use crate::theme::Theme;
use serde_json::{Value, json};

const PROFILES: &str = "https://datapackage.org/profiles/2.0";

/// One file for each region that has a report to list.
pub fn make(site: &Site, _: &Theme) -> Made {
    let file = |region| Some((path(site, region), Artifact::text(text(site, region)?, &"".into())));
    Made { files: (0..site.regions.len()).filter_map(file).collect(), findings: Vec::new() }
}

/// Where it stands: beside the CSV files, because it may name no file above itself.
pub fn path(site: &Site, region: RegionIndex) -> String {
    site.regions[region].path("berichte/datapackage.json")
}

/// Its content; `None` without reports to list.
pub fn text(site: &Site, region: RegionIndex) -> Option<String> {
    let reports = site.open_reports(region);
    let resources: Vec<Value> = reports.iter().filter_map(|r| resource(site, *r)).collect();
    if resources.is_empty() {
        return None;
    }
    let name = region_name(site, region);
    let mut out = json!({
        "$schema": format!("{PROFILES}/datapackage.json"),
        "name": "berichte",
        "id": whole(site, &path(site, region)),
        "title": format!("Berichte: {name}"),
        "homepage": whole(site, &site.regions[region].path("berichte/")),
    });
    let newest = reports.iter().filter_map(|r| site.report(*r)?.published).max();
    if let Some(day) = newest {
        out["created"] = day_begins(day).into();
    }
    if let Some(operator) = site.operator() {
        out["contributors"] = json!([{"title": operator.name, "roles": ["publisher"]}]);
    }
    out["resources"] = resources.into();
    // A tree of texts and numbers always serialises.
    Some(serde_json::to_string_pretty(&out).unwrap_or_default() + "\n")
}

fn resource(site: &Site, report: EntryIndex) -> Option<Value> {
    let (common, data, table) = (&site.entries[report].common, site.report(report)?, site.tables.get(&report)?);
    let address = site.table_url(report, Dialect::Comma);
    let file = address.rsplit('/').next()?;
    let mut out = json!({
        "name": common.id,
        "type": "table",
        "$schema": format!("{PROFILES}/dataresource.json"),
        "path": file,
        "title": common.title,
        "description": site.report_summary(report),
        "homepage": whole(site, site.entry_url(report)),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": write(table, Dialect::Comma).len(),
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "licenses": [{"path": data.licence.url, "title": data.licence.title}],
        "schema": schema(table),
    });
    if let Some(supplier) = data.supplier.as_deref().and_then(|id| site.settings.partner(id)) {
        out["sources"] = json!([{"title": supplier.name}]);
    }
    Some(out)
}

fn schema(table: &PublishedTable) -> Value {
    let mut fields: Vec<Value> = table.dimensions.iter().map(column).collect();
    let keys: Vec<String> = table.dimensions.iter().map(|d| cell(&d.id)).collect();
    fields.push(json!({
        "name": "wert",
        "title": format!("{}, in {}", table.measure, table.unit),
        "type": "integer",
        "description": "Leer, wo die Zahl geheim ist.",
        "constraints": {"minimum": 0},
    }));
    fields.push(json!({
        "name": "status",
        "title": "Status",
        "type": "string",
        "description": "Leer: genaue Zahl. geheim: nicht veröffentlicht. gerundet: auf 5 gerundet.",
        "constraints": {"enum": [PublishedCount::WORD, "gerundet"]},
    }));
    json!({
        "$schema": format!("{PROFILES}/tableschema.json"),
        "fields": fields,
        "missingValues": [""],
        "primaryKey": keys,
    })
}

/// A column of codes, with the words that they stand for.
fn column(dimension: &TableDimension) -> Value {
    let codes: Vec<String> = dimension.values.iter().map(|v| cell(&v.id)).collect();
    let words: Vec<String> = dimension.values.iter().map(|v| format!("{} = {}", cell(&v.id), v.title)).collect();
    json!({
        "name": cell(&dimension.id),
        "title": dimension.title,
        "type": "string",
        "description": words.join("; "),
        "constraints": {"required": true, "enum": codes},
    })
}
