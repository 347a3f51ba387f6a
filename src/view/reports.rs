//! Lists of reports: all of a region by series, and one series over the years.

use super::base::{Banner, PageBase, base, page_title};
use super::report_table::{GridCell, GridRow, GridView, notes, number_cell};
use super::text::whole;
use crate::german::date_in_words;
use crate::site::{EntryIndex, RegionIndex, Series, Site};
use crate::tables::PublishedTable;
use serde::Serialize;

/// All reports of a region.
#[derive(Debug, Serialize, Hash)]
pub struct ReportsView {
    page: PageBase,
    groups: Vec<Group>,
}

#[derive(Debug, Serialize, Hash)]
struct Group {
    id: String,
    title: String,
    url: Option<String>,
    reports: Vec<ReportItem>,
}

/// A report in a list.
#[derive(Debug, Serialize, Hash)]
struct ReportItem {
    title: String,
    url: String,
    date_text: String,
    iso: String,
    break_note: Option<String>,
    sample: bool,
}

/// A series of reports.
#[derive(Debug, Serialize, Hash)]
pub struct SeriesView {
    page: PageBase,
    grid: Option<GridView>,
    notes: Vec<String>,
    breaks: Vec<Break>,
    reports: Vec<ReportItem>,
}

/// Where numbers cannot be compared.
#[derive(Debug, Serialize, Hash)]
struct Break {
    year: i32,
    text: String,
}

/// The reports of a region by series; those of no series come last.
pub fn view(site: &Site, index: usize, region: RegionIndex) -> ReportsView {
    let all = &site.regions[region];
    let mut groups: Vec<Group> = all
        .series
        .iter()
        .enumerate()
        .map(|(n, series)| {
            let page = site.page_of_file.get(&all.path(&format!("berichte/reihe/{}.md", series.id)));
            Group {
                id: format!("reihe-{}", series.id),
                title: series_title(site, region, n),
                url: page.map(|p| site.href(&site.pages[*p].url)),
                reports: series.reports.iter().rev().map(|r| item(site, *r)).collect(),
            }
        })
        .collect();
    let single = |r: &&EntryIndex| site.report(**r).is_some_and(|d| d.series.is_none());
    let others: Vec<ReportItem> = all.reports.iter().filter(single).map(|r| item(site, *r)).collect();
    if !others.is_empty() {
        let title = if groups.is_empty() { "Alle Berichte" } else { "Weitere Berichte" };
        groups.push(Group { id: "weitere".to_owned(), title: title.to_owned(), url: None, reports: others });
    }
    ReportsView { page: list_page(site, index, "berichte", &all.reports), groups }
}

/// A series over the years, from published tables alone.
pub fn series(site: &Site, index: usize, region: RegionIndex, at: usize) -> SeriesView {
    let series = &site.regions[region].series[at];
    let mut seen: Vec<String> = Vec::new();
    for note in series.reports.iter().filter_map(|r| site.tables.get(r)).flat_map(notes) {
        if !seen.contains(&note) {
            seen.push(note);
        }
    }
    let breaks = series.reports.iter().filter_map(|r| {
        let data = site.report(*r)?;
        Some(Break { year: data.year?, text: data.break_note.clone()? })
    });
    SeriesView {
        page: list_page(site, index, "reihe", &series.reports),
        grid: grid(site, series, &series_title(site, region, at)),
        notes: seen,
        breaks: breaks.collect(),
        reports: series.reports.iter().rev().map(|r| item(site, *r)).collect(),
    }
}

/// What a series is called: by its own page, else by what its newest table counts, else by its newest report.
pub fn series_title(site: &Site, region: RegionIndex, at: usize) -> String {
    let all = &site.regions[region];
    let series = &all.series[at];
    let page = site.page_of_file.get(&all.path(&format!("berichte/reihe/{}.md", series.id)));
    if let Some(entry) = page.and_then(|p| site.pages[*p].entry) {
        return site.entries[entry].common.title.clone();
    }
    let newest = series.reports.last();
    let measure = newest.and_then(|r| site.report(*r)?.table.as_ref().map(|t| t.measure.title.clone()));
    measure.or_else(|| newest.map(|r| site.entries[*r].common.title.clone())).unwrap_or_default()
}

fn list_page(site: &Site, index: usize, kind: &'static str, reports: &[EntryIndex]) -> PageBase {
    let mut page = base(site, index, kind, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    if site.only_samples(&site.pages[index]) {
        page.hide_from_search();
    }
    // A list that shows numbers of its own says of invented ones what their own pages say.
    if kind == "reihe" && reports.iter().any(|r| site.entries[*r].common.sample) {
        let text = "Auf dieser Seite stehen erfundene Zahlen. Sie zeigen, wie die Seite später aussieht.".to_owned();
        page.banners.push(Banner { kind: "sample", text });
    }
    page
}

fn item(site: &Site, report: EntryIndex) -> ReportItem {
    let (common, data) = (&site.entries[report].common, site.report(report));
    let published = data.and_then(|d| d.published);
    ReportItem {
        title: common.title.clone(),
        url: site.href(site.entry_url(report)),
        date_text: published.map_or(String::new(), |d| format!("veröffentlicht am {}", date_in_words(d))),
        iso: published.map_or(String::new(), |d| d.to_string()),
        break_note: data.and_then(|d| d.break_note.clone()),
        sample: common.sample,
    }
}

/// One row a year, one column for each value of the first dimension; all other dimensions at their total.
fn grid(site: &Site, series: &Series, title: &str) -> Option<GridView> {
    let tables: Vec<(EntryIndex, &PublishedTable)> =
        series.reports.iter().filter_map(|r| Some((*r, site.tables.get(r)?))).collect();
    let newest = tables.last()?.1;
    let first = newest.dimensions.first()?;
    // Values of earlier years that the newest table no longer has come behind its own.
    let mut values: Vec<(&str, &str)> = Vec::new();
    for (_, table) in tables.iter().rev() {
        let same = table.dimensions.first().filter(|d| d.id == first.id)?;
        for value in &same.values {
            if !values.iter().any(|(id, _)| *id == value.id) {
                values.push((&value.id, &value.title));
            }
        }
    }
    let mut rows = Vec::new();
    for (report, table) in tables.iter().rev() {
        let data = site.report(*report)?;
        let cell = |(id, _): &(&str, &str)| -> Option<GridCell> {
            let mut at = Vec::with_capacity(table.dimensions.len());
            for (n, dimension) in table.dimensions.iter().enumerate() {
                let place = dimension.values.iter().position(|v| if n == 0 { v.id == *id } else { v.is_total });
                match place {
                    Some(place) => at.push(place),
                    None if n == 0 => return Some(number_cell(None)),
                    // Without a total there is no number for the whole.
                    None => return None,
                }
            }
            Some(number_cell(table.count(&at)))
        };
        let year = data.year.map_or(String::new(), |y| y.to_string());
        let year = if site.entries[*report].common.sample { format!("{year}, Beispiel") } else { year };
        let title = if data.break_note.is_some() { format!("{year} (nicht mit davor vergleichbar)") } else { year };
        let cells: Option<Vec<GridCell>> = values.iter().map(cell).collect();
        rows.push(GridRow { title, level: 0, total: false, cells: cells? });
    }
    Some(GridView {
        id: "tabelle-1".to_owned(),
        caption: format!("{title} nach Jahr und {}, in {}", first.title, newest.unit),
        corner: "Jahr".to_owned(),
        columns: values.iter().map(|(_, title)| (*title).to_owned()).collect(),
        rows,
    })
}
