//! Whole addresses and permanent names for files that are read outside of the site: calendars and feeds.

use crate::site::{EntryIndex, RegionIndex, Site};
use std::fmt::Write;

/// The whole public address of `url`, an address below the base path: ASCII only, as RFC 3986 wants it.
pub fn whole(site: &Site, url: &str) -> String {
    let mut out = site.settings.base_url.clone();
    for byte in url.bytes() {
        match byte {
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// The host of the public address, without port, in lower case.
pub fn host(site: &Site) -> String {
    let rest = site.settings.base_url.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or("");
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let port = |(_, port): &(&str, &str)| port.bytes().all(|b| b.is_ascii_digit());
    host.rsplit_once(':').filter(port).map_or(host, |(host, _)| host).to_lowercase()
}

/// Name of an entry that is its own on the whole site: folder of the region and id, joined by `separator`. An id holds
/// neither dot nor slash, so no two entries of one kind share a name.
pub fn name(site: &Site, entry: EntryIndex, separator: char) -> String {
    named(site, site.region_of[entry], &site.entries[entry].common.id, separator)
}

/// The same for anything with an id of its own in a region.
pub fn named(site: &Site, region: Option<RegionIndex>, id: &str, separator: char) -> String {
    match region.map(|r| &site.regions[r].folder).filter(|f| !f.is_empty()) {
        Some(folder) => format!("{}{separator}{id}", folder.replace('/', &separator.to_string())),
        None => id.to_owned(),
    }
}

/// The file `name` at the address of an entry's page.
pub fn beside(site: &Site, entry: EntryIndex, name: &str) -> String {
    let url = site.entry_url(entry);
    if url.is_empty() || url.ends_with('/') { format!("{url}{name}") } else { format!("{url}/{name}") }
}

/// Name of a region for readers; that of the site where the region has none.
pub fn region_name(site: &Site, region: RegionIndex) -> &str {
    let name = site.regions[region].name.as_str();
    if name.is_empty() { &site.settings.title } else { name }
}
