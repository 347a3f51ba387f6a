//! Loose texts for `lint`, `readability` and `fix`: files that need no site around them, and standard input.

use super::args::{SiteArgs, options, pipeline};
use super::say;
use crate::german::doc::TextDoc;
use crate::rules::easy::linter::adapter;
use crate::rules::easy::{self, Options, Profile, Register};
use crate::source::{FileType, SourceFile, refusal};
use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

/// The most bytes of one loose text. The longest law is a tenth of it; what is longer is a mistake.
const MOST_BYTES: u64 = 50_000_000;
/// Stands for standard input.
pub const STDIN: &str = "-";

/// The texts.
#[derive(clap::Args, Debug, Clone)]
pub struct Files {
    /// Dateien in Markdown oder reinem Text (.txt); „-“ steht für die Standard-Eingabe
    #[arg(value_name = "DATEI", required = true, help_heading = "Angaben")]
    files: Vec<PathBuf>,
}

/// Whose rules hold.
#[derive(clap::Args, Debug, Clone)]
#[command(next_help_heading = "Optionen")]
pub struct Rules {
    #[arg(
        long,
        value_name = "NAME",
        default_value = "leicht",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Für wen der Text ist: leicht (wenn nichts dasteht) oder standard (Alltags-Sprache, wenige Regeln)"
    )]
    register: RegisterName,
    #[arg(
        long,
        value_name = "NAME",
        default_value = "bitv",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Wessen Regeln gelten: bitv (Binde-Strich; wenn nichts dasteht) oder duden (Medio-Punkt, keine Neben-Sätze)"
    )]
    profile: ProfileName,
    /// Ordner einer Website, deren Einstellungen, Wörter-Buch und Wörter-Liste gelten
    #[arg(long, value_name = "ORDNER", conflicts_with = "profile")]
    site: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum RegisterName {
    Leicht,
    Standard,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ProfileName {
    Bitv,
    Duden,
}

impl Rules {
    /// The linter's settings.
    ///
    /// # Errors
    /// A site folder that cannot be read, in German.
    pub fn options(&self) -> Result<Options, String> {
        let register = match self.register {
            RegisterName::Leicht => Register::Leicht,
            RegisterName::Standard => Register::Standard,
        };
        let profile = match self.profile {
            ProfileName::Bitv => Profile::Bitv,
            ProfileName::Duden => Profile::Duden,
        };
        let plain = Options::new(register, profile);
        let Some(site) = &self.site else { return Ok(plain) };
        let site = SiteArgs { site: site.clone(), as_of: None };
        let mut own = easy::site_options(&pipeline(&options(&site, None)?)?.site);
        if register == Register::Standard {
            own = Options { register, max_words: plain.max_words, max_words_error: plain.max_words_error, ..own };
        }
        Ok(own)
    }
}

/// One text.
pub struct Loose {
    /// As given on the command line.
    pub name: Arc<str>,
    /// Without a byte order mark.
    pub text: Arc<str>,
    /// Whether the file begins with a byte order mark.
    pub bom: bool,
}

impl Loose {
    /// The text as the linter reads it; `other` is a text in its place.
    pub fn read(&self, other: Option<&str>) -> TextDoc {
        adapter::read(&self.name, other.unwrap_or(&self.text))
    }

    /// As a file of a snapshot, so that findings in it can be shown.
    pub fn source_file(&self) -> Arc<SourceFile> {
        let (path, text) = (Arc::clone(&self.name), Arc::clone(&self.text));
        Arc::new(SourceFile {
            path,
            file_type: FileType::Markdown,
            text,
            bytes: Arc::from([]),
            marked: false,
            hash: [0; 32],
        })
    }
}

impl Files {
    /// All texts that can be read, each once, in the order given, and whether there were others: those are named on
    /// standard error.
    pub fn read(&self) -> (Vec<Loose>, bool) {
        let (mut texts, mut trouble): (Vec<Loose>, bool) = (Vec::new(), false);
        for path in &self.files {
            let name = path.display().to_string();
            if texts.iter().any(|t| *t.name == *name) {
                continue;
            }
            match bytes(path).and_then(|bytes| text(&name, bytes)) {
                Ok(text) => texts.push(text),
                Err(why) => {
                    let name = if name == STDIN { "Standard-Eingabe" } else { &name };
                    say::note(&format!("Fehler: „{name}“ {why}"));
                    trouble = true;
                }
            }
        }
        (texts, trouble)
    }
}

fn bytes(path: &PathBuf) -> Result<Vec<u8>, String> {
    let unread = |e: io::Error| match e.kind() {
        io::ErrorKind::NotFound => "gibt es nicht.".to_owned(),
        _ => format!("lässt sich nicht lesen: {}", refusal(&e)),
    };
    let source: Box<dyn Read> = if path.as_os_str() == STDIN {
        Box::new(io::stdin().lock())
    } else {
        if fs::metadata(path).map_err(unread)?.is_dir() {
            return Err("ist ein Ordner. Nennen Sie die Dateien darin.".to_owned());
        }
        Box::new(fs::File::open(path).map_err(unread)?)
    };
    let mut bytes = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!("ist zu groß. Erlaubt sind {} MB.", MOST_BYTES / 1_000_000));
    }
    Ok(bytes)
}

fn text(name: &str, bytes: Vec<u8>) -> Result<Loose, String> {
    if bytes.contains(&0) {
        return Err("ist keine Text-Datei.".to_owned());
    }
    let text = String::from_utf8(bytes).map_err(|e| {
        let good = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        let line = good.iter().filter(|b| **b == b'\n').count() + 1;
        format!("ist ab Zeile {line} nicht in UTF-8 gespeichert. Speichern Sie die Datei mit der Kodierung UTF-8.")
    })?;
    let bom = text.starts_with('\u{feff}');
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(Loose { name: name.into(), text: text.into(), bom })
}
