//! The bare run: what any generator has to do on this site, and nothing else. Walk, read, front matter into a struct,
//! Markdown to HTML, a layout of joined strings, lists, one folder a page, on all cores. It checks nothing, knows no
//! template, gives headings no ids, leaves links as they are, and does not look at what was there before.

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Front {
    art: String,
    id: String,
    titel: String,
    kurz: Option<String>,
    beschreibung: Option<String>,
    beispiel: bool,
    gremium: Option<String>,
    nummer: Option<u32>,
    datum: Option<String>,
    beginn: Option<String>,
    ende: Option<String>,
    ort: Option<String>,
    stand: Option<String>,
    eingeladen_von: Option<String>,
    barrierefrei: Vec<String>,
}

struct Page {
    /// Folder below the output folder.
    url: String,
    front: Front,
    text: String,
    body: usize,
}

/// Builds the site and says how many pages it wrote.
///
/// # Errors
/// When a file cannot be read, understood or written.
pub fn run(site: &Path, out: &Path) -> Result<usize, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(site) {
        let entry = entry?;
        if entry.file_type().is_file() && entry.path().extension().is_some_and(|e| e == "md") {
            files.push(entry.into_path());
        }
    }
    files.sort();
    let pages: Vec<Page> = files
        .par_iter()
        .map(|file| read(site, file))
        .collect::<Result<_, Box<dyn Error + Send + Sync>>>()
        .map_err(plain)?;
    let lists = lists(&pages);
    let written = pages.par_iter().map(|page| {
        let mut content = String::with_capacity(page.text.len() * 3 / 2);
        facts(&mut content, &page.front);
        html::push_html(&mut content, Parser::new_ext(&page.text[page.body..], options()));
        put(out, &page.url, &layout(&page.front.titel, page.front.beschreibung.as_deref(), &page.url, &content))
    });
    let listed = lists.par_iter().map(|(url, list)| {
        let mut content = String::from("<ul>\n");
        for page in list {
            let (date, place) = (page.front.datum.as_deref(), page.front.ort.as_deref());
            let (date, place) = (date.unwrap_or_default(), place.unwrap_or_default());
            let _ = writeln!(content, "<li>{date} <a href=\"/{}\">{}</a> {place}</li>", page.url, page.front.titel);
        }
        content.push_str("</ul>\n");
        put(out, url, &layout("Sitzungen", None, url, &content))
    });
    let written = written.chain(listed).collect::<std::io::Result<Vec<()>>>()?.len();
    // As the program does: what the system takes back at once need not be freed piece by piece.
    drop(lists);
    std::mem::forget(pages);
    Ok(written)
}

fn plain(error: Box<dyn Error + Send + Sync>) -> Box<dyn Error> {
    error
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

fn read(site: &Path, file: &Path) -> Result<Page, Box<dyn Error + Send + Sync>> {
    let text = fs::read_to_string(file)?;
    let end = text.get(4..).and_then(|t| t.find("\n---\n")).ok_or("no front matter")? + 4;
    let front: Front = serde_yaml::from_str(&text[4..end])?;
    let path = file.strip_prefix(site)?.with_extension("");
    let url = path.to_str().ok_or("a name that is not UTF-8")?;
    let url = url.strip_suffix("index").unwrap_or(url).trim_end_matches('/');
    let url = if url.is_empty() { String::new() } else { format!("{url}/") };
    Ok(Page { url, front, body: end + 5, text })
}

/// The meetings of each body, and of each region by year.
fn lists(pages: &[Page]) -> BTreeMap<String, Vec<&Page>> {
    let mut out: BTreeMap<String, Vec<&Page>> = BTreeMap::new();
    for page in pages.iter().filter(|p| p.front.art == "sitzung") {
        let (Some(region), Some(body)) = (page.url.split('/').next(), &page.front.gremium) else { continue };
        let year = page.front.datum.as_deref().and_then(|d| d.get(..4)).unwrap_or_default();
        out.entry(format!("{region}/gremien/{body}/sitzungen/")).or_default().push(page);
        out.entry(format!("{region}/sitzungen/{year}/")).or_default().push(page);
    }
    out
}

fn facts(out: &mut String, front: &Front) {
    let time = front.beginn.as_ref().zip(front.ende.as_ref()).map(|(begin, end)| format!("{begin} bis {end}"));
    let number = front.nummer.map(|n| n.to_string());
    let rows = [
        ("Wann", &front.datum),
        ("Zeit", &time),
        ("Wo", &front.ort),
        ("Stand", &front.stand),
        ("Nummer", &number),
        ("Kurz", &front.kurz),
        ("Eingeladen von", &front.eingeladen_von),
    ];
    out.push_str("<dl>");
    for (term, value) in rows {
        if let Some(value) = value {
            let _ = write!(out, "<dt>{term}</dt><dd>{value}</dd>");
        }
    }
    for value in &front.barrierefrei {
        let _ = write!(out, "<dd>{value}</dd>");
    }
    out.push_str("</dl>\n");
    if front.beispiel {
        let _ = writeln!(out, "<p id=\"{}\">Der Inhalt dieser Seite ist erfunden.</p>", front.id);
    }
}

fn layout(title: &str, description: Option<&str>, url: &str, content: &str) -> String {
    let mut out = String::with_capacity(content.len() + 2_048);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title} – Teilhabe im Beispielland</title>\n<meta \
         name=\"description\" content=\"{}\">\n<link rel=\"canonical\" href=\"https://example.org/{url}\">\n<link \
         rel=\"stylesheet\" href=\"/site.css\">\n</head>\n<body>\n<a class=\"skip\" href=\"#inhalt\">Zum Inhalt \
         springen</a>\n<header><p>Ein erfundenes Angebot</p>\n<nav aria-label=\"Haupt-Menü\"><ul>",
        description.unwrap_or(title)
    );
    let region = url.split_once('/').map_or("", |(region, _)| region);
    for (path, text) in [("vereinbarung", "Vereinbarung"), ("gremien", "Gremien"), ("sitzungen", "Sitzungen")] {
        let _ = write!(out, "<li><a href=\"/{region}/{path}/\">{text}</a></li>");
    }
    let _ = write!(
        out,
        "<li><a href=\"/woerter/\">Wörter</a></li><li><a href=\"/kontakt/\">Kontakt</a></li></ul></nav>\n<nav \
         aria-label=\"Sie sind hier\"><ol><li><a href=\"/\">Start</a></li><li><a href=\"/{region}/\">{region}</a></li><li \
         aria-current=\"page\">{title}</li></ol></nav></header>\n<main id=\"inhalt\">\n<h1>{title}</h1>\n{content}</main>\n\
         <footer><ul><li><a href=\"/impressum/\">Impressum</a></li><li><a href=\"/datenschutz/\">Datenschutz</a></li><li><a \
         href=\"/barrierefreiheit/\">Barrierefreiheit</a></li></ul><p>Ein erfundenes Angebot</p></footer>\n</body>\n</html>\n"
    );
    out
}

fn put(out: &Path, url: &str, html: &str) -> std::io::Result<()> {
    let folder = out.join(url);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), html)
}
