//! Takes rounds of measurements, gives Markdown tables: medians, and ratios to the bare run of the same round.

use super::{RUNS, Round};
use std::fmt::Write;

/// The table of one size.
pub fn of_size(rounds: &[Round], files: usize) -> String {
    let mut out = String::from(
        "\n| run | wall, x bare | CPU, x bare | wall s | CPU s | peak MiB | CPU ms a source page | files written |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for (index, run) in RUNS.iter().enumerate() {
        let of = |value: fn(&Round, usize) -> f64| median(rounds.iter().map(|r| value(r, index)));
        let (wall, cpu) = (of(|r, i| r[i].wall), of(|r, i| r[i].cpu));
        let _ = writeln!(
            out,
            "| {run} | {:.2} | {:.2} | {wall:.3} | {cpu:.3} | {:.0} | {:.3} | {:.0} |",
            of(|r, i| r[i].wall / r[0].wall),
            of(|r, i| r[i].cpu / r[0].cpu),
            of(|r, i| r[i].peak),
            cpu * 1000.0 / files as f64,
            of(|r, i| r[i].written as f64),
        );
    }
    let [pages, basis, all, edit] =
        ["pages", "basis", "all", "edit"].map(|run| RUNS.iter().position(|r| *r == run).unwrap_or_default());
    let _ = writeln!(
        out,
        "\n| stage | `all`, wall ms | x bare | `pages`, wall ms | `basis`, wall ms | `edit`, wall ms |\n|---|--:|--:|--:|--:|--:|"
    );
    for (name, _) in rounds.first().map_or(&[][..], |r| &r[all].stages) {
        let of = |r: &Round, run: usize| r[run].stages.iter().find(|(n, _)| n == name).map_or(0.0, |(_, time)| *time);
        let ms = |run| median(rounds.iter().map(|r| of(r, run))) * 1000.0;
        let ratio = median(rounds.iter().map(|r| of(r, all) / r[0].wall));
        let _ = writeln!(
            out,
            "| {name} | {:.1} | {ratio:.2} | {:.1} | {:.1} | {:.1} |",
            ms(all),
            ms(pages),
            ms(basis),
            ms(edit)
        );
    }
    out.push('\n');
    out
}

/// Processor time a page at each size, against the smallest.
pub fn growth(sizes: &[(usize, Vec<Round>)]) -> String {
    let mut out = String::from("| CPU a page, x the smallest size |");
    for (files, _) in sizes {
        let _ = write!(out, " {files} pages |");
    }
    let _ = writeln!(out, "\n|---|{}", "--:|".repeat(sizes.len()));
    for (index, run) in RUNS.iter().enumerate().filter(|(_, r)| **r != "edit") {
        let a_page =
            |(files, rounds): &(usize, Vec<Round>)| median(rounds.iter().map(|r| r[index].cpu)) / *files as f64;
        let first = sizes.first().map_or(1.0, a_page);
        let _ = write!(out, "| {run} |");
        for size in sizes {
            let _ = write!(out, " {:.2} |", a_page(size) / first);
        }
        out.push('\n');
    }
    out
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
