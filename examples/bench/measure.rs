//! Takes the name of a run, a site and an output folder, gives wall time, processor time and peak memory. Each run has
//! a process of its own, so that none finds the memory or the threads of the one before.

use super::spent::{processor_time, told};
use super::{BARE, RUNS, bare};
use chrono::NaiveDate;
use klartext::diagnostic::Severity;
use klartext::emit::{Staging, Stamp, current};
use klartext::model::Artifacts;
use klartext::outputs::{Finished, Fresh, OUTPUTS};
use klartext::pipeline::{Keep, Memo, Options, Outcome, look, run as run_pipeline};
use klartext::{kinds, outputs, rules, site, source, tables, theme};
use rayon::prelude::*;
use std::cell::Cell;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What a run took.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    /// Wall time, from the first read to the last write. What the system takes back at once is not freed piece by piece.
    pub wall: f64,
    /// Processor time of all threads, in seconds.
    pub cpu: f64,
    /// Peak resident memory in MiB.
    pub peak: f64,
    /// Files written.
    pub written: usize,
    /// Stages and their wall time in seconds, where the run has stages.
    pub stages: Vec<(String, f64)>,
}

/// Starts a process for one run and reads what it prints.
///
/// # Errors
/// When the process fails or prints something else.
pub fn child(run: &str, site: &Path, out: &Path) -> Result<Measured, Box<dyn Error>> {
    let own = std::env::current_exe()?;
    let (program, args) = if run == BARE { (own.with_file_name(BARE), vec![]) } else { (own, vec!["--run", run]) };
    let output = Command::new(program).args(args).arg(site).arg(out).output()?;
    if !output.status.success() {
        return Err(format!("{run}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let mut measured = Measured::default();
    for line in String::from_utf8(output.stdout)?.lines() {
        let (name, value) = line.split_once('\t').ok_or("unexpected output")?;
        match name {
            "wall" => measured.wall = value.parse()?,
            "cpu" => measured.cpu = value.parse()?,
            "peak" => measured.peak = value.parse()?,
            "written" => measured.written = value.parse()?,
            stage => measured.stages.push((stage.to_owned(), value.parse()?)),
        }
    }
    Ok(measured)
}

/// The inside of that process.
///
/// # Errors
/// When the run fails, or the invented site has errors.
pub fn run(name: &str, site: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let ran = match name {
        "bare, mimalloc" => Ran { written: bare::run(site, out)?, ..Ran::default() },
        "pages" => pages(site, out, false)?,
        "basis" => pages(site, out, true)?,
        "all" | "again" => whole(site, out)?,
        "edit" => edit(site)?,
        _ => return Err(format!("no such run, only {}", RUNS.join(", ")).into()),
    };
    let (wall, cpu) = ran.second.unwrap_or_else(|| (started.elapsed(), processor_time()));
    let mut text = told(wall, cpu, ran.written);
    for (stage, time) in ran.stages {
        writeln!(text, "{stage}\t{}", time.as_secs_f64())?;
    }
    print!("{text}");
    Ok(())
}

/// What a run did.
#[derive(Default)]
struct Ran {
    written: usize,
    stages: Vec<(&'static str, Duration)>,
    /// Wall and processor time, where only the second of two builds is meant.
    second: Option<(Duration, Duration)>,
}

/// The day for which the invented site is built: some meetings lie behind it, some ahead.
fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 15).unwrap_or_default()
}

/// Groups of rules about what the foundation of a site holds: texts, links, meetings, addresses.
const BASIS_RULES: [&str; 6] = ["agreement", "link", "meeting", "page", "text", "url"];
/// Files beside its pages.
const BASIS_FILES: [&str; 4] = ["assets", "redirects", "rules", "sitemap"];

/// The pages alone: reading, understanding, putting together, layout, writing; no rule, no feed, no calendar. With `basis` also
/// the rules and files that every site needs.
fn pages(folder: &Path, out: &Path, basis: bool) -> Result<Ran, Box<dyn Error>> {
    let mut stages = Vec::new();
    let mut last = Instant::now();
    let mut lap = |name| {
        stages.push((name, last.elapsed()));
        last = Instant::now();
    };
    let snapshot = source::discover(folder)?;
    lap("einlesen");
    let mut found = if basis { rules::check_source(&snapshot) } else { Vec::new() };
    let settings = kinds::read_settings(&snapshot, &mut found);
    let markdown = snapshot.files.iter().filter(|f| f.file_type == source::FileType::Markdown);
    let markdown: Vec<_> = markdown.collect();
    let (theme, parsed): (theme::Theme, Vec<kinds::Parsed>) = rayon::join(
        || theme::Theme::load(&snapshot, theme::STANDARD_NAME, None, &mut found),
        || markdown.par_iter().map(|f| kinds::parse(f)).collect(),
    );
    lap("verstehen");
    let pictograms = theme.pictograms().clone();
    let loaded = tables::load(&snapshot, &parsed, &settings);
    let site = site::assemble(snapshot, parsed, loaded, settings, pictograms, as_of(), false);
    lap("zusammensetzen");
    let mut files = Artifacts::new();
    if basis {
        let groups = Cell::new(0);
        let wanted = |group: &str| {
            let is_wanted = BASIS_RULES.contains(&group);
            groups.set(groups.get() + usize::from(is_wanted));
            is_wanted
        };
        found.extend(rules::check_groups(&site, wanted));
        lap("prüfen");
        let wanted: Vec<_> = OUTPUTS.iter().filter(|(name, _)| BASIS_FILES.contains(name)).collect();
        if (groups.get(), wanted.len()) != (BASIS_RULES.len(), BASIS_FILES.len()) {
            return Err("a group of rules or an output has another name".into());
        }
        let made: Vec<_> = wanted.par_iter().flat_map_iter(|(_, output)| output(&site, &theme).files).collect();
        files.extend(made);
        lap("Dateien gestalten");
    }
    if let Some(f) = found.iter().find(|f| f.severity == Severity::Error) {
        return Err(format!("{}: {} ({})", f.file, f.message, f.rule.code).into());
    }
    let staging = Staging::open(out)?;
    let lay = |page: Fresh<'_>| (None, staging.lay(page.path, page.bytes));
    outputs::pages(&site, &theme, &mut Finished::default(), lay);
    lap("Seiten gestalten");
    let written = staging.finish(&files, None)?.written;
    lap("schreiben");
    std::mem::forget((site, theme));
    Ok(Ran { written, stages, second: None })
}

/// All stages, as `klartext build` runs them: what is as the last build left it is not made again.
fn whole(folder: &Path, out: &Path) -> Result<Ran, Box<dyn Error>> {
    let options = options(folder);
    let look = look(&options)?;
    let made_of = look.made_of(&options, "bench");
    if current(out, &made_of).is_some() {
        return Ok(Ran::default());
    }
    let memo = &mut Memo::default();
    let understood = look.understand(&options, memo);
    let staging = Staging::open(out)?;
    let outcome = sound(understood.make(memo, Keep::Ready(&staging)))?;
    let writing = Instant::now();
    let stamp = Stamp { made_of, notes: String::new() };
    let written = staging.finish(&outcome.artifacts, Some(&stamp))?.written;
    let mut stages = outcome.timings.clone();
    stages.push(("schreiben", writing.elapsed()));
    std::mem::forget(outcome);
    Ok(Ran { written, stages, second: None })
}

/// A second build in one process, as `klartext serve` runs it after one page was changed: it remembers what it parsed,
/// and writes nothing. The page is changed back.
fn edit(folder: &Path) -> Result<Ran, Box<dyn Error>> {
    let mut memo = Memo::kept();
    build(folder, &mut memo)?;
    let page = folder.join("kontakt.md");
    let before = std::fs::read_to_string(&page)?;
    std::fs::write(&page, format!("{before}\nNoch ein Satz.\n"))?;
    let (started, spent) = (Instant::now(), processor_time());
    let second = build(folder, &mut memo);
    let took = (started.elapsed(), processor_time().saturating_sub(spent));
    std::fs::write(&page, before)?;
    Ok(Ran { written: 0, stages: second?.timings, second: Some(took) })
}

fn build(folder: &Path, memo: &mut Memo) -> Result<Outcome, Box<dyn Error>> {
    sound(run_pipeline(&options(folder), memo)?)
}

fn options(folder: &Path) -> Options {
    Options {
        site: folder.to_path_buf(),
        as_of: as_of(),
        base_url: None,
        theme: theme::STANDARD_NAME.to_owned(),
        preview: false,
    }
}

fn sound(outcome: Outcome) -> Result<Outcome, Box<dyn Error>> {
    match outcome.findings.iter().find(|f| f.severity == Severity::Error) {
        Some(f) => Err(format!("{}:{}: {} ({})", f.file, f.line, f.message, f.code).into()),
        None => Ok(outcome),
    }
}
