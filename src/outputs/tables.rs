//! Numbers of reports as CSV, for programs and for German spreadsheets. Only what passed disclosure control.

use super::Made;
use crate::model::Artifact;
use crate::site::Site;
use crate::tables::{Dialect, write};
use crate::theme::Theme;
use std::sync::Arc;

/// Two files for each table.
pub fn make(site: &Site, _: &Theme) -> Made {
    let mut made = Made::default();
    for (report, table) in &site.tables {
        for dialect in [Dialect::Comma, Dialect::Semicolon] {
            let origin = Arc::clone(&site.entries[*report].file);
            made.files
                .push((site.table_url(*report, dialect), Artifact { bytes: write(table, dialect).into(), origin }));
        }
    }
    made.files.sort_by(|a, b| a.0.cmp(&b.0));
    made
}
