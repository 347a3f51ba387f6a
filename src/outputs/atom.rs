//! Atom feeds (RFC 4287): what is new for each body and region, minutes, reports, changes. Ids are `tag:` addresses
//! (RFC 4151) from region, kind and id, so they outlive a new title and a new address; days come from the sources.

use super::Made;
use super::address::{beside, host, named, region_name, whole};
use crate::german::{date_in_words, weekday_date};
use crate::html::escape;
use crate::kinds::{Data, Entry, State};
use crate::markdown::plain_beginning;
use crate::model::Artifact;
use crate::site::{EntryIndex, RegionIndex, Site};
use crate::theme::Theme;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::fmt::Write;
use std::sync::Arc;

/// Most entries of a feed; the newest are kept.
const MOST: usize = 50;
/// About so many characters of a text stand in a summary.
const SUMMARY: usize = 300;

struct Feed<'a> {
    /// Address of the file below the base path.
    path: String,
    /// Address of the page that shows the same.
    page: String,
    /// End of the id, e.g. `feed/berichte`.
    id: String,
    title: String,
    /// Used when there is no entry yet.
    begun: NaiveDate,
    items: Vec<Item<'a>>,
}

struct Item<'a> {
    /// End of the id, e.g. `sitzung/kok-2026-1`.
    id: String,
    entry: EntryIndex,
    updated: NaiveDate,
    published: Option<NaiveDate>,
    /// Words of a change; else the title and text of the entry.
    change: Option<&'a str>,
}

/// All feeds.
pub fn make(site: &Site, _: &Theme) -> Made {
    let files = (0..site.regions.len()).into_par_iter().flat_map_iter(|region| of_region(site, region)).collect();
    Made { files, findings: Vec::new() }
}

fn of_region(site: &Site, region: RegionIndex) -> Vec<(String, Artifact)> {
    let of = &site.regions[region];
    let none: Arc<str> = "".into();
    let begun = of.agreement.map_or(NaiveDate::default(), |a| site.known_since(a));
    let name = region_name(site, region);
    let entries: Vec<EntryIndex> =
        (0..site.entries.len()).filter(|e| site.region_of[*e] == Some(region) && site.counts(*e)).collect();
    let mut out = Vec::new();
    for body in of.bodies.iter().copied() {
        let meetings = of.meetings_of.get(&body).map(Vec::as_slice).unwrap_or_default();
        let new = std::iter::once(body).chain(meetings.iter().copied()).filter(|e| site.counts(*e));
        let entry = &site.entries[body];
        let feed = Feed {
            path: beside(site, body, "neues.atom"),
            page: site.entry_url(body).to_owned(),
            id: format!("feed/gremium/{}", entry.common.id),
            title: format!("Neues: {}", entry.common.title),
            begun,
            items: newest(site, new),
        };
        out.push((feed.path.clone(), Artifact::text(write(site, region, feed), &entry.file)));
    }
    let mut add = |file: &str, page: &str, id: &str, title: &str, items: Vec<Item<'_>>| {
        // The list may not exist where nothing stands in it.
        let list = site.page_of_file.get(&*of.path(page)).or_else(|| site.page_of_file.get(&*of.path("index.md")));
        let page = list.map_or(String::new(), |p| site.pages[*p].url.clone());
        let (path, title) = (of.path(file), format!("{title}: {name}"));
        let feed = Feed { path: path.clone(), page, id: format!("feed/{id}"), title, begun, items };
        out.push((path, Artifact::text(write(site, region, feed), &none)));
    };
    // Words are looked up, not followed.
    let new = entries.iter().copied().filter(|e| site.term(*e).is_none());
    add("neues.atom", "index.md", "neues", "Neues", newest(site, new));
    let minutes = entries.iter().copied().filter(|e| site.meeting(*e).is_some_and(|m| m.has_minutes));
    let minutes = newest(site, minutes).into_iter().map(|item| Item {
        id: format!("protokoll/{}", site.entries[item.entry].common.id),
        published: site.meeting(item.entry).and_then(|m| m.minutes_on).filter(|day| *day <= site.as_of),
        ..item
    });
    add("sitzungen/protokolle.atom", "sitzungen/index.md", "protokolle", "Niederschriften", minutes.collect());
    let reports = entries.iter().filter_map(|e| {
        let published = site.report(*e)?.published.filter(|day| *day <= site.as_of);
        Some(Item { published, ..item(site, *e) })
    });
    add("berichte/berichte.atom", "berichte/index.md", "berichte", "Berichte", reports.collect());
    let changes: Vec<(EntryIndex, crate::source::Change)> =
        entries.iter().flat_map(|e| site.changes(*e).into_iter().map(|c| (*e, c))).collect();
    add(
        "aenderungen/aenderungen.atom",
        "aenderungen/index.md",
        "aenderungen",
        "Änderungen",
        of_changes(site, &changes),
    );
    out
}

/// Those of `entries` as news that a feed can hold: the newest, and all of the last one's day, of which the feed takes its
/// choice by their ids.
fn newest(site: &Site, entries: impl Iterator<Item = EntryIndex>) -> Vec<Item<'static>> {
    let mut days: Vec<(NaiveDate, EntryIndex)> = entries.map(|e| (site.known_since(e), e)).collect();
    days.sort_by_key(|(day, _)| Reverse(*day));
    let last = days.get(MOST - 1).map_or(NaiveDate::MIN, |(day, _)| *day);
    days.into_iter().take_while(|(day, _)| *day >= last).map(|(_, e)| item(site, e)).collect()
}

/// An entry as news.
fn item(site: &Site, entry: EntryIndex) -> Item<'static> {
    let of = &site.entries[entry];
    let id = local_id(of);
    Item { id, entry, updated: site.known_since(entry), published: None, change: None }
}

/// Kind and id of an entry. Twins of one page share its id and differ by their register, e.g. `fassung/kok.leicht`.
fn local_id(of: &Entry) -> String {
    let register = match of.data {
        Data::Twin(_) => of.file.trim_end_matches(".md").rsplit_once('.').map(|(_, register)| register),
        _ => None,
    };
    let register = register.map_or(String::new(), |r| format!(".{r}"));
    format!("{}/{}{register}", of.data.art(), of.common.id)
}

/// Changes, newest first. The id counts the changes of a page on one day from the oldest, so later ones do not move it.
fn of_changes<'a>(site: &Site, changes: &'a [(EntryIndex, crate::source::Change)]) -> Vec<Item<'a>> {
    let is_same_day = |a: &(EntryIndex, crate::source::Change), b: &(EntryIndex, crate::source::Change)| {
        a.0 == b.0 && a.1.date == b.1.date
    };
    let items = changes.chunk_by(is_same_day).flat_map(|day| {
        day.iter().enumerate().map(|(at, (entry, change))| {
            let of = &site.entries[*entry];
            let number = day.len() - at;
            let id = format!("aenderung/{}/{}/{number}", local_id(of), change.date);
            Item { id, entry: *entry, updated: change.date, published: None, change: Some(&change.text) }
        })
    });
    items.collect()
}

fn write(site: &Site, region: RegionIndex, mut feed: Feed<'_>) -> String {
    feed.items.sort_by(|a, b| (Reverse(a.updated), &a.id).cmp(&(Reverse(b.updated), &b.id)));
    feed.items.truncate(MOST);
    let tag = |id: &str| format!("tag:{},2021:{}", host(site), named(site, Some(region), id, '/'));
    let updated = feed.items.first().map_or(feed.begun, |i| i.updated);
    let settings = &site.settings;
    let operator = settings.operator.as_ref().and_then(|o| settings.partner(o)).map(|p| p.name.as_str());
    let author =
        [operator.unwrap_or(""), &settings.provider, &settings.title].into_iter().find(|n| !n.trim().is_empty());
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\">\n",
    );
    let _ = writeln!(out, "<id>{}</id>", text(&tag(&feed.id)));
    let _ = writeln!(out, "<title>{}</title>", text(&feed.title));
    let _ = writeln!(out, "<updated>{updated}T00:00:00Z</updated>");
    let _ = writeln!(out, "<author><name>{}</name></author>", text(author.unwrap_or("Klartext")));
    let own = whole(site, &feed.path);
    let _ = writeln!(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>", text(&own));
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", text(&whole(site, &feed.page)));
    for item in &feed.items {
        let of = &site.entries[item.entry];
        let _ = writeln!(out, "<entry>\n<id>{}</id>", text(&tag(&item.id)));
        let _ = writeln!(
            out,
            "<title>{}{}</title>",
            if of.common.sample { "BEISPIEL: " } else { "" },
            text(&of.common.title)
        );
        let _ = writeln!(out, "<updated>{}T00:00:00Z</updated>", item.updated);
        if let Some(day) = item.published {
            let _ = writeln!(out, "<published>{day}T00:00:00Z</published>");
        }
        let url = text(&whole(site, site.entry_url(item.entry)));
        let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>");
        let summary = item.change.map_or_else(|| summary(site, item.entry), shortened);
        if !summary.is_empty() {
            let _ = writeln!(out, "<summary type=\"text\">{}</summary>", text(&summary));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

/// The first sentences of an entry; for a meeting, first its day and state.
fn summary(site: &Site, entry: EntryIndex) -> String {
    let of = &site.entries[entry];
    let mut out = of.common.description.clone().unwrap_or_default();
    if let Data::Meeting(m) = &of.data {
        let day = m.date.map_or(String::new(), weekday_date);
        let moved = m.moved_from.last().map_or(String::new(), |d| format!(", verschoben vom {}", date_in_words(*d)));
        let state = if m.state == State::Moved { "" } else { m.state.word() };
        let state = [day.as_str(), state].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
        out = format!("{state}{moved}. {out}");
    }
    // A character has at most four bytes, and what stands behind the cut does not count.
    let body = plain_beginning(&of.document, 0, 4 * SUMMARY + 64);
    shortened(format!("{} {body}", out.trim()).trim())
}

/// At most about [`SUMMARY`] characters, cut between two words.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(SUMMARY) else { return text.to_owned() };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..cut].trim_end())
}

/// Escaped, without the characters that XML 1.0 forbids.
fn text(text: &str) -> String {
    // U+FFFE and U+FFFF begin with 0xEF; most texts hold no such byte and no control character.
    if !text.bytes().any(|b| b < b' ' || b == 0xef) {
        return escape(text);
    }
    let allowed = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    escape(&text.chars().filter(allowed).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_cut_between_words() {
        assert_eq!(shortened("kurz"), "kurz");
        let long = shortened(&"wörter ".repeat(60));
        assert!(long.ends_with("wörter …") && long.chars().count() <= SUMMARY + 2, "{long}");
        assert_eq!(shortened(&"x".repeat(400)).chars().count(), SUMMARY + 2);
    }

    #[test]
    fn characters_that_xml_forbids_are_left_out() {
        assert_eq!(text("a\u{0}\u{b}<b>&\"\u{ffff}🙂"), "a&lt;b&gt;&amp;&quot;🙂");
    }
}
