//! `klartext twin`: how the twins stand, and recording that a person looked.

use super::args::{SiteArgs, options, pipeline};
use super::replace::replace;
use super::{CLEAN, FINDINGS, say};
use crate::german::readability::readability;
use crate::pipeline::Options;
use crate::rules::easy::{self, linter::adapter};
use crate::site::{EntryIndex, ReviewState, SectionState, Site, register_of};
use crate::source::refusal;
use std::path::{Path, PathBuf};

/// Fassungen in Leichter Sprache: Stand und Abgleich mit der Quelle
#[derive(clap::Args)]
#[command(subcommand_help_heading = "Befehle", subcommand_value_name = "BEFEHL", disable_help_subcommand = true)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// Zeigt für jede Seite: Fassung, veraltete Abschnitte, Prüfung, Regel-Wert und Lesbarkeit
    ///
    /// Regel-Wert: 100 heißt, dass der Prüfer nichts findet. Lesbarkeit: Flesch-Amstad, getrennte Wörter einzeln gezählt; höher
    /// ist leichter. Beide Zahlen beweisen nichts: Ob ein Text leicht ist, können nur Menschen mit Lern-Schwierigkeiten sagen.
    Status(SiteArgs),
    /// Hält fest, dass die Fassung zum heutigen Stand der Quelle passt
    Accept(AcceptArgs),
}

#[derive(clap::Args)]
struct AcceptArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// Datei der Fassung oder ihrer Seite, zum Beispiel gremien/kok.leicht.md
    #[arg(value_name = "DATEI", help_heading = "Angaben")]
    page: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    match &args.action {
        Action::Status(site) => status(site),
        Action::Accept(args) => accept(args),
    }
}

fn load(args: &SiteArgs) -> Result<Site, String> {
    // Drafts are compared, too: a new twin is one until its text is right.
    let options = Options { preview: true, ..options(args, None)? };
    pipeline(&options).map(|o| o.site)
}

fn status(args: &SiteArgs) -> Result<u8, String> {
    let site = load(args)?;
    let mut rows = vec![
        [
            "Seite",
            "Fassung",
            "veraltet",
            "offen",
            "ohne Gegenstück",
            "Prüfung",
            "Prüfzeichen",
            "Regel-Wert",
            "Lesbarkeit",
        ]
        .map(str::to_owned),
    ];
    let rules = easy::site_options(&site);
    let mut stale_twins = 0;
    for (twin, register, source) in site.twins() {
        let states = source.map(|s| site.section_states(twin, s)).unwrap_or_default();
        let ids = |wanted| {
            let found = states.iter().filter(move |(_, s)| *s == wanted).map(|(s, _)| s.id.as_str());
            found.collect::<Vec<_>>().join(" ")
        };
        let stale = ids(SectionState::Stale);
        stale_twins += usize::from(!stale.is_empty());
        let sections = source.map(|s| site.sections_of(s)).unwrap_or_default();
        let missing = sections.iter().filter(|s| !states.iter().any(|(own, _)| own.id == s.id)).count();
        let digest = site.text_digest(twin);
        let review = match site.review(twin).map(|(_, state)| state) {
            None => "keine",
            Some(ReviewState::Valid) => "gültig",
            Some(ReviewState::Ahead) => "liegt in der Zukunft",
            Some(ReviewState::Outdated) => "danach geändert",
        };
        let source = source.map_or("fehlt".to_owned(), |s| format!("/{}", site.pages[s].url));
        let open = ids(SectionState::Unrecorded);
        let register = &site.settings.registers[register];
        let [score, figure] =
            if register.easy { figures(&site, twin, &rules) } else { ["–", "–"].map(str::to_owned) };
        let key = register.key.clone();
        rows.push([source, key, stale, open, missing.to_string(), review.to_owned(), digest, score, figure]);
    }
    for row in &rows {
        let cells: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(n, cell)| {
                let width = rows.iter().map(|r| r[n].chars().count()).max().unwrap_or(0);
                format!("{cell:<width$}")
            })
            .collect();
        say::out(&format!("{}\n", cells.join("  ").trim_end()))?;
    }
    Ok(if stale_twins > 0 { FINDINGS } else { CLEAN })
}

/// The Regel-Wert of a twin, and beside it how readable it is (Flesch-Amstad with the parts of split words as words).
fn figures(site: &Site, twin: EntryIndex, rules: &easy::Options) -> [String; 2] {
    let text = site.snapshot.file(&site.entries[twin].file).map_or("", |f| &f.text);
    let doc = adapter::markdown(text);
    let figure = readability(&doc).segmented.flesch_amstad;
    [easy::lint(&doc, rules).score.value().to_string(), format!("{figure:.0}")]
}

fn accept(args: &AcceptArgs) -> Result<u8, String> {
    let site = load(&args.site)?;
    let wanted = below(&args.page, &args.site.site);
    let found: Vec<_> = site
        .twins()
        .filter(|(twin, ..)| {
            let file = &*site.entries[*twin].file;
            file == wanted || register_of(&site.settings.registers, file).is_some_and(|(.., source)| source == wanted)
        })
        .collect();
    if found.is_empty() {
        return Err(format!(
            "Zu „{wanted}“ gibt es keine Fassung. Eine Vorlage schreibt: klartext new fassung {wanted}"
        ));
    }
    for (twin, _, source) in found {
        let file = &site.entries[twin].file;
        let Some(source) = source else { return Err(format!("Zu „{file}“ fehlt die Seite in Alltags-Sprache.")) };
        let text = site.snapshot.file(file).map_or("", |f| &f.text);
        let stamps: Vec<(String, String)> =
            site.section_states(twin, source).into_iter().map(|(s, _)| (s.id, s.digest)).collect();
        let path = args.site.site.join(&**file);
        replace(&path, with_stamps(text, &stamps).as_bytes())
            .map_err(|e| format!("„{}“ lässt sich nicht schreiben: {}", path.display(), refusal(&e)))?;
        say::out(&format!("{}: {} abgeglichen\n", path.display(), sections_in_words(stamps.len())))?;
    }
    Ok(CLEAN)
}

fn sections_in_words(count: usize) -> String {
    if count == 1 { "1 Abschnitt".to_owned() } else { format!("{count} Abschnitte") }
}

/// A path as the site knows it: below the site folder, with `/`.
fn below(page: &Path, site: &Path) -> String {
    let inside = page.strip_prefix(site).unwrap_or(page);
    inside.components().map(|c| c.as_os_str().to_string_lossy()).filter(|p| p != ".").collect::<Vec<_>>().join("/")
}

/// The file with its list `abschnitte` replaced, or put at the end of the front matter. All else stays as it is.
fn with_stamps(text: &str, stamps: &[(String, String)]) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut block = format!("abschnitte:{end}");
    for (section, digest) in stamps {
        block.push_str(&format!("  - stelle: {section}{end}    fassung: \"{digest}\"{end}"));
    }
    let mut out = String::with_capacity(text.len() + block.len());
    let (mut fences, mut skipping, mut written) = (0, false, false);
    for line in text.split_inclusive('\n') {
        let plain = line.trim_end();
        if plain == "---" && fences < 2 {
            fences += 1;
            skipping = false;
            if fences == 2 && !written {
                out.push_str(&block);
                written = true;
            }
        } else if fences == 1 {
            let own = plain.starts_with([' ', '-']) || plain.is_empty();
            skipping = if skipping { own } else { plain.starts_with("abschnitte:") };
            if skipping {
                if !written {
                    out.push_str(&block);
                    written = true;
                }
                continue;
            }
        }
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_list_changes() {
        let stamps = [("anfang".to_owned(), "00ff".to_owned())];
        let block = "abschnitte:\n  - stelle: anfang\n    fassung: \"00ff\"\n";
        assert_eq!(
            with_stamps("---\ntitel: A\n---\nText\n---\n", &stamps),
            format!("---\ntitel: A\n{block}---\nText\n---\n")
        );
        let old = "---\nabschnitte:\n  - stelle: x\n    fassung: y\ntitel: A\n---\nText\n";
        assert_eq!(with_stamps(old, &stamps), format!("---\n{block}titel: A\n---\nText\n"));
    }
}
