//! Reports that other programs may list: which they are, and what can be said of each in words that its page prints.

use super::{EntryIndex, RegionIndex, Site};
use crate::german::{date_in_words, listing};
use crate::model::Partner;
use chrono::{Datelike, NaiveDate};

impl Site {
    /// Reports of a region that catalogues list, newest first: with a table that passed disclosure control, never an
    /// invented one (a harvester does not see the banner of a sample), never one that only a preview shows.
    pub fn open_reports(&self, region: RegionIndex) -> Vec<EntryIndex> {
        let open = |r: &EntryIndex| {
            !self.entries[*r].common.sample && self.tables.contains_key(r) && !self.badges.contains_key(r)
        };
        self.regions[region].reports.iter().copied().filter(open).collect()
    }

    /// The partner that operates the site.
    pub fn operator(&self) -> Option<&Partner> {
        self.settings.partner(self.settings.operator.as_deref()?)
    }

    /// Who made the numbers of a report: the partner that supplied them; where none is named, the operator.
    pub fn report_creator(&self, report: EntryIndex) -> Option<&Partner> {
        let supplier = self.report(report)?.supplier.as_deref().and_then(|id| self.settings.partner(id));
        supplier.or_else(|| self.operator())
    }

    /// First and last day that a report's numbers are about.
    pub fn report_days(&self, report: EntryIndex) -> Option<(NaiveDate, NaiveDate)> {
        let data = self.report(report)?;
        let year = |y| Some((NaiveDate::from_ymd_opt(y, 1, 1)?, NaiveDate::from_ymd_opt(y, 12, 31)?));
        data.reference.map(|day| (day, day)).or(data.period).or_else(|| data.year.and_then(year))
    }

    /// What a report holds, in plain German sentences; never a number of its table. Always longer than the 50
    /// characters that search engines want of a data set.
    pub fn report_summary(&self, report: EntryIndex) -> String {
        let mut out: Vec<String> = self.entries[report].common.description.iter().map(|d| sentence(d)).collect();
        if let Some(table) = self.tables.get(&report) {
            let by: Vec<&str> = table.dimensions.iter().map(|d| d.title.as_str()).collect();
            out.push(sentence(&format!("{} nach {}, in {}", table.measure, listing(&by), table.unit)));
        }
        if let Some((from, until)) = self.report_days(report) {
            out.push(match from == until {
                true => format!("Stichtag: {}.", date_in_words(from)),
                false
                    if from.year() == until.year()
                        && from.ordinal() == 1
                        && (until.month(), until.day()) == (12, 31) =>
                {
                    format!("Jahr: {}.", from.year())
                }
                false => format!("Zeitraum: {} bis {}.", date_in_words(from), date_in_words(until)),
            });
        }
        let areas = self.report_areas(report);
        if !areas.is_empty() {
            out.push(format!("Gebiet: {}.", listing(&areas)));
        }
        out.push("Die Zahlen stehen als Tabelle auf der Seite und als CSV-Datei bereit.".to_owned());
        out.join(" ")
    }

    /// Names of the areas that a report is about.
    pub fn report_areas(&self, report: EntryIndex) -> Vec<&str> {
        let areas = self.report(report).map(|r| r.areas.as_slice()).unwrap_or_default();
        areas.iter().filter_map(|a| self.settings.area(a)).collect()
    }
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}
