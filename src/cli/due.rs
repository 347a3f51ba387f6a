//! `klartext due`: what is due, overdue, or changes the site next; made for a cron job.

use super::args::{SiteArgs, options, pipeline};
use super::{CLEAN, FINDINGS, say};
use crate::diagnostic::count;
use crate::german::date_in_words;
use crate::obligations::{DueKind, due, of_region};
use crate::site::{Hidden, Site};
use chrono::{Months, NaiveDate};
use serde::Serialize;

/// Zeigt, was als Nächstes fällig oder offen ist
///
/// Auch: wann Seiten sichtbar oder unsichtbar werden und die Website darum neu gebaut werden muss.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// Wie viele Monate voraus (sonst 12)
    #[arg(long, value_name = "ZAHL", default_value_t = 12, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..=120), help_heading = "Optionen")]
    months: u32,
    /// Form der Ausgabe: text, json oder ics
    #[arg(
        long,
        value_name = "FORM",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Optionen"
    )]
    format: Format,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Ics,
}

/// A line of the answer.
#[derive(Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    date: NaiveDate,
    kind: &'static str,
    overdue: bool,
    region: String,
    text: String,
    url: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let outcome = pipeline(&options(&args.site, None)?)?;
    let site = &outcome.site;
    let end = site.as_of.checked_add_months(Months::new(args.months)).unwrap_or(NaiveDate::MAX);
    let mut lines = promised(site, args.months);
    lines.extend(appearing(site, end));
    lines.extend(tasks(site, end));
    lines.sort();
    let text = match args.format {
        Format::Text => text(&lines, site.as_of),
        Format::Json => lines.iter().filter_map(|l| serde_json::to_string(l).ok()).map(|l| l + "\n").collect(),
        Format::Ics => crate::outputs::deadlines(site, args.months),
    };
    say::out(&text)?;
    let (errors, _) = count(&outcome.findings);
    if errors == 0 {
        return Ok(CLEAN);
    }
    let errors = if errors == 1 { "einen Fehler".to_owned() } else { format!("{errors} Fehler") };
    say::note(&format!(
        "Die Texte haben {errors}. Darum kann hier etwas fehlen oder falsch sein. Was zu tun ist, zeigt: klartext check"
    ));
    Ok(FINDINGS)
}

/// Meetings and what the agreements promise.
fn promised(site: &Site, months: u32) -> Vec<Line> {
    let mut out = Vec::new();
    for (index, region) in site.regions.iter().enumerate() {
        let Some((obligations, records)) = of_region(site, index) else { continue };
        for item in due(obligations, &records, site.as_of, months) {
            let meeting = item
                .meeting
                .as_ref()
                .and_then(|id| region.meetings.iter().find(|m| site.entries[**m].common.id == *id).copied());
            let title = meeting.map(|m| site.entries[m].common.title.clone());
            let text = match (item.kind, title) {
                (DueKind::Meeting, Some(title)) => title,
                (_, Some(title)) => format!("{}: {title}", item.text),
                (_, None) => item.text,
            };
            out.push(Line {
                date: item.day,
                kind: item.kind.key(),
                overdue: item.overdue,
                region: region.name.clone(),
                text,
                url: meeting.map(|m| format!("{}{}", site.settings.base_url, site.entry_url(m))),
            });
        }
    }
    out
}

/// Pages that come or go by their dates.
fn appearing(site: &Site, end: NaiveDate) -> Vec<Line> {
    let line = |date, text: String| Line {
        date,
        kind: "sichtbarkeit",
        overdue: false,
        region: String::new(),
        text,
        url: None,
    };
    let coming = site.hidden.iter().filter_map(|(file, reason)| match reason {
        Hidden::Until(day) if *day <= end => Some(line(*day, format!("Die Seite {file} wird sichtbar."))),
        _ => None,
    });
    let going = site.entries.iter().filter_map(|e| {
        let day = e.common.visible.until.filter(|day| *day <= end)?;
        Some(line(day, format!("Letzter Tag, an dem die Seite {} zu sehen ist.", e.file)))
    });
    coming.chain(going).collect()
}

/// Tasks from minutes. Whether a task is done is not recorded, so none is called overdue.
fn tasks(site: &Site, end: NaiveDate) -> Vec<Line> {
    let mut out = Vec::new();
    for (index, entry) in site.entries.iter().enumerate().filter(|(_, e)| !e.common.sample) {
        for task in site.meeting(index).into_iter().flat_map(|m| &m.tasks) {
            let Some(date) = task.until.filter(|d| *d >= site.as_of && *d <= end) else { continue };
            out.push(Line {
                date,
                kind: "auftrag",
                overdue: false,
                region: site.region_of[index].map_or(String::new(), |r| site.regions[r].name.clone()),
                text: format!("Auftrag an {}: {}", task.who.as_deref().unwrap_or("nicht genannt"), entry.common.title),
                url: Some(format!("{}{}#auftrag-{}", site.settings.base_url, site.entry_url(index), task.number)),
            });
        }
    }
    out
}

fn text(lines: &[Line], as_of: NaiveDate) -> String {
    if lines.is_empty() {
        return format!("Stand {}: Es ist nichts fällig.\n", date_in_words(as_of));
    }
    let mut out = format!("Stand {}\n", date_in_words(as_of));
    for (title, overdue) in [("Der Tag ist vorbei, eine Angabe fehlt", true), ("Als Nächstes fällig", false)] {
        let part: Vec<&Line> = lines.iter().filter(|l| l.overdue == overdue).collect();
        if part.is_empty() {
            continue;
        }
        out.push_str(&format!("\n{title}:\n"));
        for line in part {
            let region = if line.region.is_empty() { String::new() } else { format!(" ({})", line.region) };
            out.push_str(&format!("  {}  {}{region}\n", line.date, line.text));
        }
    }
    out
}
