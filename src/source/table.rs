//! What tables of numbers look like from outside: names of files, and first lines. A raw table must not lie where it could
//! be published, whatever it is called.

/// Endings of tables and of programs for tables.
const ENDINGS: [&str; 21] = [
    "csv", "tsv", "tab", "psv", "xls", "xlsx", "xlsm", "xlsb", "xlt", "xltx", "ods", "fods", "ots", "numbers", "sav",
    "dta", "parquet", "sqlite", "mdb", "accdb", "dbf",
];

/// How much of a text is looked at to tell a table.
const LOOKED_AT: usize = 4096;
/// How many of its lines.
const ROWS: usize = 20;

/// Whether a file is called like a table, also as a copy that an editor left: `roh.csv~`, `roh.xlsx.bak`, `.~lock.roh.ods#`.
pub fn is_named_like_table(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    name.split('.').skip(1).any(|part| ENDINGS.contains(&part.trim_matches(['~', '#', ' '])))
}

/// Whether a text begins like a table: a column `wert` among others, or rows of as many columns as the first line has, one of
/// them with numbers alone.
pub fn looks_like_table(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]);
    let text = text.trim_start_matches('\u{feff}').to_lowercase();
    [',', ';', '\t'].into_iter().any(|sign| {
        let columns = |line| str::split(line, sign).map(|c| c.trim_matches([' ', '"', '\r'])).collect::<Vec<_>>();
        let mut lines = text.lines().filter(|l| !l.trim().is_empty()).take(ROWS).map(columns);
        let head = lines.next().unwrap_or_default();
        let rows: Vec<Vec<&str>> = lines.collect();
        head.len() > 1 && (head.contains(&"wert") || are_rows(&rows, head.len(), text.len() >= LOOKED_AT))
    })
}

/// Whether all rows have so many columns, and one column numbers alone. The last row may be cut off.
fn are_rows(rows: &[Vec<&str>], columns: usize, cut: bool) -> bool {
    let whole = if cut && rows.len() < ROWS - 1 { &rows[..rows.len().saturating_sub(1)] } else { rows };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let counts = |c: usize| whole.iter().all(|r| is_number(r[c]));
    !whole.is_empty() && whole.iter().all(|r| r.len() == columns) && (0..columns).any(counts)
}

#[cfg(test)]
mod tests {
    use super::{is_named_like_table, looks_like_table};

    #[test]
    fn rows_with_numbers_are_a_table() {
        for text in [
            "ort;wert\nNord;x",
            "Ort;Anzahl\r\nNord;2\r\n",
            "a\tb\tc\nx\t1\ty\nx\t22\ty",
            "\"Ort\",\"Zahl\"\nNord,\"2\"",
        ] {
            assert!(looks_like_table(text.as_bytes()), "{text}");
        }
        for text in ["Guten Tag, Welt", "Eins, zwei\ndrei, vier", "a;b\n1;2;3", "{\"a\": 1,\n\"b\": 2}", ""] {
            assert!(!looks_like_table(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn copies_of_editors_are_tables_too() {
        for name in ["a/roh.csv", "ROH.XLSX", "roh.csv~", "roh.ods.bak", ".~lock.roh.ods#", ".roh.csv", "b.c/.csv"] {
            assert!(is_named_like_table(name), "{name}");
        }
        for name in ["csv", "a.csv/b.md", "tabelle.md", "csv.html", "numbers", "index.html"] {
            assert!(!is_named_like_table(name), "{name}");
        }
    }
}
