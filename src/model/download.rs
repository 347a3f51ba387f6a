//! Words about a file to be fetched: what it is and how large (WCAG 2.4.9; BITV test step "file type and size").

/// What a file is, for readers: "PDF" for `a/b.pdf`.
pub fn file_kind(path: &str) -> String {
    let ending = ending(path);
    let words = match ending.as_str() {
        "" => "Datei",
        "ics" => "Kalender-Datei, ICS",
        "atom" => "Feed, Atom",
        "csv" => "Tabelle, CSV",
        "xls" | "xlsx" => "Tabelle, Excel",
        "ods" => "Tabelle, ODS",
        "doc" | "docx" => "Text, Word",
        "odt" => "Text, ODT",
        "mp4" => "Video, MP4",
        "mp3" => "Ton, MP3",
        "jpg" | "jpeg" => "Bild, JPG",
        "png" => "Bild, PNG",
        "svg" => "Bild, SVG",
        _ => return ending.to_uppercase(),
    };
    words.to_owned()
}

/// "120 KB", "1,4 MB": decimal units, as browsers and operating systems show them.
pub fn file_size(bytes: usize) -> String {
    if bytes < 1_000 {
        format!("{bytes} Byte")
    } else if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{},{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
    }
}

/// What is to be added to the words of a link to a file, e.g. " (PDF, 120 KB)": nothing that they say already.
pub fn file_suffix(words: &str, path: &str, bytes: usize) -> String {
    let named = says_kind(words, path);
    match (named, says_size(words)) {
        (true, true) => String::new(),
        (true, false) => format!(" ({})", file_size(bytes)),
        (false, true) => format!(" ({})", file_kind(path)),
        (false, false) => format!(" ({}, {})", file_kind(path), file_size(bytes)),
    }
}

/// Whether words name a size, such as "1,4 MB".
pub fn says_size(words: &str) -> bool {
    let parts: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let unit = |part: &str| ["byte", "kb", "kib", "mb", "mib", "gb"].contains(&part.to_lowercase().as_str());
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    parts.windows(2).any(|pair| number(pair[0]) && unit(pair[1]))
}

/// Whether words name the kind of file, by its ending or as Klartext would.
fn says_kind(words: &str, path: &str) -> bool {
    let lower = words.to_lowercase();
    let known = file_kind(path).to_lowercase();
    let mut names = known.split(", ").skip(1).map(str::to_owned).chain([ending(path)]);
    names.any(|name| lower.split(|c: char| !c.is_alphanumeric()).any(|part| !name.is_empty() && part == name))
}

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kind_and_size_are_said_once() {
        for (words, path, suffix) in [
            ("Bericht 2025", "a/bericht.pdf", " (PDF, 120 KB)"),
            ("Bericht (PDF)", "a/bericht.pdf", " (120 KB)"),
            ("Bericht (PDF, 120 KB)", "a/bericht.PDF", ""),
            ("Bericht, 120 KB", "bericht.pdf", " (PDF)"),
            ("Zahlen als Excel", "zahlen.xlsx", " (120 KB)"),
            ("Termine", "t.ics", " (Kalender-Datei, ICS, 120 KB)"),
            ("Hinweise", "LIESMICH", " (Datei, 120 KB)"),
        ] {
            assert_eq!(file_suffix(words, path, 119_001), suffix, "{words}");
        }
        assert_eq!(file_size(1_450_000), "1,4 MB");
        assert_eq!(file_size(999), "999 Byte");
    }
}
