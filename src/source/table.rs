//! What tables of numbers look like from outside: names of files, and first lines. A raw table must not lie where it could
//! be published, whatever it is called.

/// Endings of tables and of programs for tables.
const ENDINGS: [&str; 21] = [
    "csv", "tsv", "tab", "psv", "xls", "xlsx", "xlsm", "xlsb", "xlt", "xltx", "ods", "fods", "ots", "numbers", "sav",
    "dta", "parquet", "sqlite", "mdb", "accdb", "dbf",
];

/// How much of a text is looked at to tell a table.
const LOOKED_AT: usize = 4096;

/// Whether a file is called like a table, also as a copy that an editor left: `roh.csv~`, `roh.xlsx.bak`, `.~lock.roh.ods#`.
pub fn is_named_like_table(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    name.split('.').skip(1).any(|part| ENDINGS.contains(&part.trim_matches(['~', '#', ' '])))
}

/// Whether a text begins with the head of a table: a column `wert` among others.
pub fn looks_like_table(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]);
    let head = text.trim_start_matches('\u{feff}').lines().next().unwrap_or("").to_lowercase();
    [',', ';', '\t'].into_iter().any(|sign| {
        let columns: Vec<&str> = head.split(sign).map(|c| c.trim_matches([' ', '"'])).collect();
        columns.len() > 1 && columns.contains(&"wert")
    })
}

#[cfg(test)]
mod tests {
    use super::is_named_like_table;

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
