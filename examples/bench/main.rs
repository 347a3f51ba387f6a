//! Takes a number of pages, invents a site of that size, and times the stages of Klartext on it against a bare run that
//! is part of this program. Gives Markdown tables. It never writes outside its own temporary folder.
//!
//! ```sh
//! cargo run --release --example bench                      # 1,000, 5,000 and 17,000 pages
//! cargo run --release --example bench -- --pages 5000 --rounds 9
//! cargo run --release --example bench -- --keep FOLDER     # only writes the site there
//! ```

mod bare;
mod invent;
mod measure;
mod spent;
mod table;

use measure::Measured;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What one process measures; its name is its argument on the command line.
const RUNS: [&str; 7] = [BARE, "bare, mimalloc", "pages", "basis", "all", "again", "edit"];
/// The yardstick: a program of its own, `examples/bare.rs`, because a program has one allocator.
const BARE: &str = "bare";

struct Args {
    pages: Vec<usize>,
    rounds: usize,
    keep: Option<PathBuf>,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.as_slice() {
        [child, run, site, out] if child == "--run" => measure::run(run, Path::new(site), Path::new(out)),
        words => parse(words).and_then(|args| bench(&args)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(words: &[String]) -> Result<Args, Box<dyn Error>> {
    let mut args = Args { pages: Vec::new(), rounds: 5, keep: None };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--pages" => args.pages.push(value.parse()?),
            "--rounds" => args.rounds = value.parse::<usize>()?.max(1),
            "--keep" => args.keep = Some(value.into()),
            _ => return Err(format!("unknown option {word}").into()),
        }
    }
    if args.pages.is_empty() {
        args.pages = vec![1_000, 5_000, 17_000];
    }
    Ok(args)
}

fn bench(args: &Args) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = &args.keep {
        let shape = invent::Shape::of(args.pages[0]);
        println!("{}", invent::write(folder, shape)?);
        return Ok(());
    }
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let built = Command::new(cargo)
        .args(["build", "--release", "--locked", "--quiet", "--example", BARE])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()?;
    if !built.success() {
        return Err("the bare run cannot be built".into());
    }
    // In memory where the system offers it: what a disk takes to write says nothing about this program.
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory)? } else { tempfile::tempdir()? };
    let mut sizes = Vec::new();
    for pages in &args.pages {
        let site = folder.path().join(format!("site-{pages}"));
        let invented = invent::write(&site, invent::Shape::of(*pages))?;
        println!("{pages}: {invented}");
        let rounds = rounds(&site, folder.path(), args.rounds)?;
        std::fs::remove_dir_all(&site)?;
        print!("{}", table::of_size(&rounds, invented.files));
        sizes.push((invented.files, rounds));
    }
    print!("{}", table::growth(&sizes));
    Ok(())
}

/// One measurement of every run, side by side, so that what else the machine does falls on all of them.
type Round = [Measured; RUNS.len()];

fn rounds(site: &Path, folder: &Path, count: usize) -> Result<Vec<Round>, Box<dyn Error>> {
    let out = folder.join("out");
    let mut rounds = Vec::new();
    // The first round warms caches and does not count.
    for number in 0..=count {
        let mut round = Round::default();
        for (slot, run) in round.iter_mut().zip(RUNS) {
            // `again` works on what `all` wrote; all others begin with nothing.
            if run != "again" && out.exists() {
                std::fs::remove_dir_all(&out)?;
            }
            *slot = measure::child(run, site, &out)?;
        }
        if number > 0 {
            rounds.push(round);
        }
    }
    Ok(rounds)
}
