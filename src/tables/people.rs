//! Whom a table counts, and what its cells are called among all tables.
//!
//! A cell is called after what it counts: measure, day, the smallest areas, and the values of the other columns, totals left
//! out. So one number has one name, in whatever table it stands: "Hanau" of a table by age is "Hanau, all sexes" of a
//! table by sex, and "district with town" is "district without town" and "town" together.

use super::plan::Plan;
use crate::disclosure::CellId;
use crate::german::fold;
use crate::kinds::{DimensionDecl, Report, Settings, TableDecl};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The smallest areas that something is about. A place that `site.yaml` does not know is an area of its own.
pub(super) type Areas = BTreeSet<String>;

/// What all tables of a site share.
pub(super) struct World<'a> {
    pub(super) settings: &'a Settings,
    /// Folders of regions.
    pub(super) regions: Vec<&'a str>,
}

/// Whom a table counts.
#[derive(Debug, Clone)]
pub(super) struct People {
    /// What is counted, without regard to case, blanks and hyphens: two ways to write one measure must not hide that two
    /// tables count the same.
    pub(super) measure: String,
    /// The day or the days.
    pub(super) day: String,
    /// First and last day, where days are given.
    pub(super) span: Option<(NaiveDate, NaiveDate)>,
    /// The year of it.
    pub(super) year: Option<i32>,
    /// Neither day nor days are given, the year alone.
    pub(super) no_day: bool,
    /// The area of all of them.
    pub(super) whole: Areas,
    /// The report names no area.
    pub(super) no_area: bool,
    /// All areas that any cell is about.
    pub(super) areas: Areas,
    /// The column of areas.
    pub(super) space: Option<usize>,
    /// The folder of its region.
    pub(super) region: String,
}

/// What one cell counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// Where.
    pub(super) areas: Areas,
    /// Column and value, sorted; no totals, no areas.
    pub(super) values: Vec<(String, String)>,
}

/// What other tables call a column.
pub(super) fn column(dimension: &DimensionDecl) -> &str {
    dimension.alias.as_ref().unwrap_or(&dimension.column)
}

impl People {
    /// Reads it off a report.
    pub(super) fn of(report: &Report, table: &TableDecl, plan: &Plan, file: &str, world: &World<'_>) -> Self {
        let inside = |r: &&&str| r.is_empty() || file.strip_prefix(**r).is_some_and(|rest| rest.starts_with('/'));
        let region = (*world.regions.iter().filter(inside).max_by_key(|r| r.len()).unwrap_or(&"")).to_owned();
        let whole: Areas = report.areas.iter().flat_map(|id| area(world.settings, &region, id)).collect();
        let no_area = whole.is_empty();
        let mut people = Self {
            measure: fold(&table.measure.title).chars().filter(|c| c.is_alphanumeric()).collect(),
            day: day(report),
            span: report.reference.map(|d| (d, d)).or(report.period),
            year: report.reference.map(|d| d.year()).or(report.period.map(|p| p.0.year())).or(report.year),
            no_day: report.reference.is_none() && report.period.is_none(),
            whole: if no_area { Areas::from([format!("{region}/")]) } else { whole },
            no_area,
            areas: Areas::new(),
            space: space(table, world.settings),
            region,
        };
        let everyone = people.space.is_none_or(|d| plan.dimensions[d].values.iter().any(|v| v.is_total));
        people.no_area &= everyone;
        people.areas = if everyone { people.whole.clone() } else { Areas::new() };
        if let Some(d) = people.space {
            for place in 0..table.dimensions[d].values.len() {
                let areas = people.areas_of(table, plan, place, world.settings);
                people.areas.extend(areas);
            }
        }
        people
    }

    /// Areas of a value of the column of areas.
    pub(super) fn areas_of(&self, table: &TableDecl, plan: &Plan, place: usize, settings: &Settings) -> Areas {
        let Some(d) = self.space else { return self.whole.clone() };
        if plan.dimensions[d].values[place].is_total {
            return self.whole.clone();
        }
        let value = &table.dimensions[d].values[place];
        if value.made_of.is_empty() {
            return area(settings, &self.region, &value.id);
        }
        value.made_of.iter().flat_map(|id| area(settings, &self.region, id)).collect()
    }

    /// What each cell counts.
    pub(super) fn keys(&self, table: &TableDecl, plan: &Plan, settings: &Settings) -> Vec<Key> {
        let of_place: Vec<Areas> = match self.space {
            Some(d) => (0..plan.dimensions[d].values.len()).map(|p| self.areas_of(table, plan, p, settings)).collect(),
            None => Vec::new(),
        };
        let key = |n: usize| {
            let at = plan.at(n);
            let told = |d: &usize| Some(*d) != self.space && !plan.dimensions[*d].values[at[*d]].is_total;
            let named =
                |d: usize| (column(&table.dimensions[d]).to_owned(), plan.dimensions[d].values[at[d]].id.clone());
            let mut values: Vec<(String, String)> = (0..at.len()).filter(told).map(named).collect();
            values.sort();
            let areas = self.space.map_or_else(|| self.whole.clone(), |d| of_place[at[d]].clone());
            Key { areas, values }
        };
        (0..plan.cells()).map(key).collect()
    }

    /// The name of a cell.
    pub(super) fn name(&self, key: &Key) -> CellId {
        let areas: Vec<&str> = key.areas.iter().map(String::as_str).collect();
        let values: Vec<String> = key.values.iter().map(|(column, value)| format!("{column}={value}")).collect();
        CellId::new(format!("{}|{}|{}|{}", self.measure, self.day, areas.join("+"), values.join("|")))
    }
}

fn day(report: &Report) -> String {
    let whole_year = |from: NaiveDate, until: NaiveDate| {
        from.year() == until.year() && from.ordinal() == 1 && (until.month(), until.day()) == (12, 31)
    };
    match (report.reference, report.period) {
        (Some(day), _) => day.to_string(),
        (None, Some((from, until))) if from == until => from.to_string(),
        (None, Some((from, until))) if whole_year(from, until) => from.year().to_string(),
        (None, Some((from, until))) => format!("{from}/{until}"),
        (None, None) => report.year.map_or(String::new(), |y| y.to_string()),
    }
}

/// The column whose values are the areas that people belong to: the first one that says so or looks so.
fn space(table: &TableDecl, settings: &Settings) -> Option<usize> {
    let named = |d: &DimensionDecl| {
        let ids = d.values.iter().flat_map(|v| std::iter::once(&v.id).chain(v.made_of.iter().map(|id| &id.value)));
        d.is_area.unwrap_or_else(|| ids.into_iter().any(|id| settings.area(id).is_some()))
    };
    let said = table.dimensions.iter().position(|d| d.is_area == Some(true));
    said.or_else(|| table.dimensions.iter().position(|d| named(d)))
}

/// The smallest areas of an area of `site.yaml`; a place that it does not know is one of this region alone.
fn area(settings: &Settings, region: &str, id: &str) -> Areas {
    match settings.area(id) {
        Some(_) => settings.atoms(id),
        None => Areas::from([format!("{region}/{id}")]),
    }
}
