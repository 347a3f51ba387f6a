//! Takes a size, writes an invented site of it: regions with an agreement, annexes, bodies, and minutes over years, with
//! links, decisions, tasks, lists and tables. The same size gives the same bytes. Every page says that it is invented.

use std::fmt::{self, Write};
use std::fs;
use std::io;
use std::path::Path;

/// How large a site is. A region has eight bodies, a body meets eight times a year.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    regions: usize,
    years: usize,
}

const BODIES: usize = 8;
const MEETINGS: usize = 8;
const WORDS: usize = 40;
const LAST_YEAR: usize = 2026;
/// Pages of a region besides its minutes: home, agreement, two annexes, bodies.
const REGION_PAGES: usize = 4 + BODIES;

impl Shape {
    /// The shape whose number of source pages comes nearest to `pages`; 17,000 is 26 regions over ten years.
    pub fn of(pages: usize) -> Shape {
        let years = if pages < 3_000 { 5 } else { 10 };
        let a_region = BODIES * MEETINGS * years + REGION_PAGES;
        Shape { regions: ((pages.saturating_sub(WORDS) + a_region / 2) / a_region).max(1), years }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Invented {
    /// Markdown files.
    pub files: usize,
    /// Bytes of all files.
    pub bytes: usize,
    /// Words of all texts, front matter included.
    pub words: usize,
}

impl fmt::Display for Invented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let million = |n: usize| n as f64 / 1_000_000.0;
        write!(f, "{} pages, {:.1} MB, {:.2} M words", self.files, million(self.bytes), million(self.words))
    }
}

/// Writes the site into `root`.
///
/// # Errors
/// When a file cannot be written.
pub fn write(root: &Path, shape: Shape) -> io::Result<Invented> {
    let mut to = Writer { root, done: Invented::default() };
    to.put("site.yaml", SETTINGS)?;
    for (name, title, text) in TOP {
        to.put(name, &page(name.trim_end_matches(".md"), title, text))?;
    }
    let regions = (1..=shape.regions).map(|r| format!("- [Region {r}](region-{r:02}/index.md)\n")).collect::<String>();
    let home = format!("Diese Website ist erfunden.\n\n## Regionen\n\n{regions}");
    to.put("index.md", &page("start", "Start", &home))?;
    for number in 1..=WORDS {
        let text = format!("---\nart: wort\nid: wort-{number}\ntitel: Musterwort {number}\nbeispiel: true\n---\n\n");
        to.put(&format!("woerter/wort-{number}.md"), &(text + &Words::new(number).sentences(3) + "\n"))?;
    }
    for number in 1..=shape.regions {
        region(&mut to, number, shape.years)?;
    }
    Ok(to.done)
}

struct Writer<'a> {
    root: &'a Path,
    done: Invented,
}

impl Writer<'_> {
    fn put(&mut self, path: &str, text: &str) -> io::Result<()> {
        let place = self.root.join(path);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        self.done.files += usize::from(path.ends_with(".md"));
        self.done.bytes += text.len();
        self.done.words += text.split_whitespace().count();
        fs::write(place, text)
    }
}

fn region(to: &mut Writer<'_>, number: usize, years: usize) -> io::Result<()> {
    let folder = format!("region-{number:02}");
    let mut words = Words::new(number * 1_000_003);
    let text = "Alles zur [Vereinbarung](vereinbarung.md) und zu den [Gremien](gremien/index.md).\n";
    to.put(&format!("{folder}/index.md"), &page(&folder, &format!("Region {number}"), text))?;
    to.put(&format!("{folder}/vereinbarung.md"), &agreement(number, &mut words))?;
    for annex in 1..=2 {
        let head = format!(
            "---\nart: anlage\nid: anlage-{annex}\ntitel: \"Anlage {annex}: Teilnehmende Stellen\"\nbeispiel: true\nnummer: {annex}\n---\n\n"
        );
        to.put(&format!("{folder}/anlagen/anlage-{annex}.md"), &(head + &words.sentences(12) + "\n"))?;
    }
    for (order, (id, title)) in NAMES.iter().enumerate() {
        to.put(&format!("{folder}/gremien/{id}.md"), &body(order, id, title, &mut words))?;
        let mut before: Option<String> = None;
        for year in LAST_YEAR + 1 - years..=LAST_YEAR {
            for nth in 1..=MEETINGS {
                let meeting = Meeting { order, year, nth };
                let name = format!("{}-{id}.md", meeting.date());
                to.put(&format!("{folder}/sitzungen/{name}"), &meeting.text(before.as_deref(), &mut words))?;
                before = Some(name);
            }
        }
    }
    Ok(())
}

fn page(id: &str, title: &str, text: &str) -> String {
    format!("---\nart: seite\nid: {id}\ntitel: {title}\nbeispiel: true\n---\n\n{text}\n")
}

fn agreement(region: usize, words: &mut Words) -> String {
    let mut out = format!(
        "---\nart: vereinbarung\nid: vereinbarung\ntitel: Kooperationsvereinbarung der Region {region}\nkurz: Vereinbarung\n\
         beispiel: true\nregion: Region {region}\npartner: [verband, kreis, stadt]\nunterzeichnet: 2016-06-01\n\
         in_kraft: 2016-06-01\n---\n\nzwischen\n\nVerband, Kreis und Stadt\n\n## Präambel\n\n"
    );
    out.push_str(&words.sentences(12));
    for number in 1..=13 {
        let _ = write!(out, "\n\n## {number}. Zusammenarbeit der Partner in Nummer {number}\n\n");
        out.push_str(&words.sentences(6));
        if number == 8 {
            for letter in ["a", "b", "c", "d"] {
                let _ = write!(out, "\n\n{letter}) {}", words.sentences(2));
            }
        }
    }
    out.push('\n');
    out
}

fn body(order: usize, id: &str, title: &str, words: &mut Words) -> String {
    let group = if order < 4 { "zielgruppenuebergreifend" } else { "zielgruppenspezifisch" };
    format!(
        "---\nart: gremium\nid: {id}\ntitel: {title}\nbeispiel: true\ngruppe: {group}\nturnus: mindestens {MEETINGS}x jährlich\n\
         wortlaut: {MEETINGS}x jährlich\ngueltig_ab: 2016-06-01\ngrundlage: [nr-5, anlage-2]\nreihenfolge: {}\nteilnehmende:\n  \
         - Leistungserbringer\n  - name: Amt für Teilhabe\n    partner: kreis\n  - name: Sozialamt\n    partner: stadt\n---\n\n\
         {}\n\nGrundlage ist [Nummer 5](../vereinbarung.md#nr-5).\n",
        order + 1,
        words.sentences(8)
    )
}

/// The `nth` meeting of the body number `order` in a year.
struct Meeting {
    order: usize,
    year: usize,
    nth: usize,
}

impl Meeting {
    fn month(&self) -> usize {
        1 + (self.nth - 1) * 12 / MEETINGS
    }

    fn date(&self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month(), 2 + self.order * 3)
    }

    fn text(&self, before: Option<&str>, words: &mut Words) -> String {
        let Meeting { order, year, nth } = self;
        let (id, title) = NAMES[*order];
        let held = *year < LAST_YEAR || self.month() < 3;
        let state = if held { "stattgefunden" } else { "geplant" };
        let mut out = format!(
            "---\nart: sitzung\nid: {id}-{year}-{nth}\ntitel: \"{title}: {nth}. Sitzung {year}\"\nbeschreibung: Erfundenes Protokoll, \
             {nth}. Sitzung im Jahr {year}.\nbeispiel: true\ngremium: {id}\nnummer: {nth}\ndatum: {}\nbeginn: \"10:00\"\n\
             ende: \"12:30\"\nort: Beispielort, Raum {}\nstand: {state}\neingeladen_von: kreis\nbarrierefrei:\n  - Der Raum ist \
             ohne Stufen erreichbar.\n---\n",
            self.date(),
            order + 1
        );
        let _ = write!(out, "\nDie [Sitzung des Gremiums](../gremien/{id}.md) leitet der Kreis.");
        if let Some(before) = before {
            let _ = write!(out, " Das Protokoll der [letzten Sitzung]({before}) ist genehmigt.");
        }
        for top in 1..=5 {
            let _ = write!(out, "\n\n## TOP {top}: {}\n\n{}", words.pick(THEMES), words.sentences(2));
            match top {
                2 => {
                    let clause = 1 + words.below(13);
                    let _ = write!(out, " Das steht in [Nummer {clause}](../vereinbarung.md#nr-{clause}).");
                }
                3 if held && words.below(10) < 6 => {
                    let _ = write!(out, "\n\n> [!Beschluss]\n> {}", words.sentences(2));
                }
                4 if held && words.below(10) < 4 => {
                    let day = format!("{}-{:02}-28", year, (self.month() + 2).min(12));
                    let _ = write!(out, "\n\n> [!Auftrag]\n> Wer: Stadt\n> Bis: {day}\n>\n> {}", words.sentences(1));
                }
                5 if words.below(10) < 2 => {
                    out.push_str("\n\nTabelle: Anfragen nach Ort\n\n| Ort | Anfragen |\n|---|--:|\n");
                    for row in 1..=5 {
                        let _ = writeln!(out, "| Ort {row} | {} |", 20 + words.below(80));
                    }
                }
                5 => {
                    let word = 1 + words.below(WORDS);
                    let _ = write!(out, "\n\n- **Ergebnis:** {}", words.sentences(1));
                    let _ =
                        write!(out, "\n- {}\n- Siehe [Musterwort](../../woerter/wort-{word}.md).", words.sentences(1));
                }
                _ => {
                    let _ = write!(out, "\n\n{}", words.sentences(2));
                }
            }
        }
        out.push('\n');
        out
    }
}

/// Invented sentences, the same for the same seed (SplitMix64).
struct Words(u64);

impl Words {
    fn new(seed: usize) -> Words {
        Words(seed as u64)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// About twelve words a sentence; lines of two sentences, as people break them.
    fn sentences(&mut self, count: usize) -> String {
        let mut out = String::new();
        for number in 0..count {
            if number > 0 {
                out.push(if number % 2 == 0 { '\n' } else { ' ' });
            }
            let (who, does) = (self.pick(WHO), self.pick(DOES));
            let (what, how) = (self.pick(WHAT), self.pick(HOW));
            let _ = write!(out, "{who} {does} {how} {what}.");
        }
        out
    }
}

const NAMES: [(&str, &str); BODIES] = [
    ("konferenz", "Kooperationskonferenz"),
    ("beirat", "Beirat für Teilhabe"),
    ("steuerung", "Steuerungsgruppe"),
    ("begleitung", "Begleitgruppe"),
    ("wohnen", "Arbeitskreis Wohnen"),
    ("arbeit", "Arbeitskreis Arbeit und Beschäftigung"),
    ("schule", "Arbeitskreis Übergang Schule und Beruf"),
    ("verbund", "Gemeindepsychiatrischer Verbund"),
];

const TOP: [(&str, &str, &str); 4] = [
    ("kontakt.md", "Kontakt", "Diese Seite ist erfunden."),
    ("impressum.md", "Impressum", "Diese Seite ist erfunden."),
    ("datenschutz.md", "Datenschutz", "Diese Seite ist erfunden."),
    ("barrierefreiheit.md", "Barrierefreiheit", "Diese Seite ist erfunden."),
];

const THEMES: &[&str] = &[
    "Begrüßung und Tagesordnung",
    "Übergang von der Schule in den Beruf",
    "Wohnformen im Sozialraum",
    "Bericht aus den Kooperationsgremien",
    "Barrierefreiheit der Beratungsstellen",
    "Zahlen zum Stichtag",
    "Verschiedenes & Termine",
];
const WHO: &[&str] = &[
    "Die Partner",
    "Der Kreis und die Stadt",
    "Die Mitglieder des Gremiums",
    "Die Fachämter und die Leistungserbringer",
    "Die Vertretungen der Selbsthilfe",
    "Die Beteiligten aus dem Sozialraum",
    "Die Kooperationspartner",
];
const DOES: &[&str] = &["besprechen", "vereinbaren", "prüfen", "ergänzen", "planen", "begleiten", "stellen vor"];
const WHAT: &[&str] = &[
    "die Angebote für Menschen mit Behinderungen in der Region",
    "den Ablauf der gemeinsamen Teilhabeplanung und seine Fristen",
    "neue Wege für die Beteiligung von Angehörigen und Betreuungen",
    "die Liste der Einrichtungen (Stand: Jahresende) mit allen Plätzen",
    "das Ergebnis der *Befragung* vom letzten Jahr",
    "die **Zuständigkeiten** an der Schnittstelle zur Pflege",
    "einen Vorschlag zur Weiterentwicklung der psychosozialen Versorgung",
];
const HOW: &[&str] = &[
    "gemeinsam und ohne Vorbehalt",
    "auf der Grundlage des Berichts",
    "bis zur nächsten Sitzung",
    "wie in der Vereinbarung beschrieben",
    "im ersten Halbjahr",
    "nach einer kurzen Aussprache",
    "mit den Stellen vor Ort",
];

const SETTINGS: &str = "titel: Teilhabe im Beispielland
anbieter: Ein erfundenes Angebot
basis_url: https://example.org/
betreiber: verband
partner:
  - id: verband
    name: Erfundener Verband
    kurz: Verband
  - id: kreis
    name: Erfundener Kreis
    kurz: Kreis
  - id: stadt
    name: Erfundene Stadt
    kurz: Stadt
menue:
  - text: Vereinbarung
    ziel: vereinbarung.md
  - text: Gremien
    ziel: gremien/index.md
  - text: Sitzungen
    ziel: sitzungen/index.md
  - text: Beschlüsse
    ziel: beschluesse/index.md
  - text: Wörter
    ziel: woerter/index.md
  - text: Kontakt
    ziel: kontakt.md
fuss:
  - text: Impressum
    ziel: impressum.md
  - text: Datenschutz
    ziel: datenschutz.md
  - text: Barrierefreiheit
    ziel: barrierefreiheit.md
";
