//! A published table as CSV. Rows stand in the order of the declaration, so the same numbers give the same bytes.

use super::published::PublishedTable;
use csv::{Terminator, WriterBuilder};

/// For whom the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// For programs: codes, commas, UTF-8 (RFC 4180, but lines end in LF as in the source).
    Comma,
    /// For German spreadsheets: words, semicolons, a byte order mark, CRLF.
    Semicolon,
}

/// The bytes of the file.
pub fn write(table: &PublishedTable, dialect: Dialect) -> Vec<u8> {
    let words = dialect == Dialect::Semicolon;
    let mut out = Vec::new();
    let mut builder = WriterBuilder::new();
    if words {
        out.extend("\u{feff}".as_bytes());
        builder.delimiter(b';').terminator(Terminator::CRLF);
    }
    let mut writer = builder.from_writer(&mut out);
    let own = table.dimensions.iter().map(|d| if words { d.title.as_str() } else { d.id.as_str() });
    let value = if words { "Wert" } else { "wert" };
    let status = if words { "Status" } else { "status" };
    let mut line: Vec<String> = own.chain([value, status]).map(cell).collect();
    // Writing to memory does not fail.
    let _ = writer.write_record(&line);
    for row in &table.rows {
        line.clear();
        for (place, dimension) in row.at.iter().zip(&table.dimensions) {
            let value = dimension.values.get(*place);
            line.push(value.map_or(String::new(), |v| cell(if words { &v.title } else { &v.id })));
        }
        line.push(row.count.csv_value());
        line.push(row.count.csv_status().to_owned());
        let _ = writer.write_record(&line);
    }
    let _ = writer.flush();
    drop(writer);
    out
}

/// A text as it stands in the file. Spreadsheets run a cell that begins like a formula; an apostrophe before it makes it
/// text (OWASP, CSV injection).
pub fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn formulas_become_text() {
        for text in ["=1+1", "+49", "-5", "@x", "\tx"] {
            assert!(cell(text).starts_with('\''), "{text}");
        }
        assert_eq!(cell("Hanau"), "Hanau");
    }
}
