//! Who contributes how much to which cell: for the rule that nobody may read one provider's number off a cell.
//!
//! Takes the CSV of the office with the dimensions, `anbieter` and `wert`, at the finest cells alone; adds up to all
//! sums. It may be as spreadsheets save it, like the raw table. Nothing of it is ever printed, in messages neither.

use super::plan::{Plan, RESERVED};
use super::raw::dominance_problem;
use super::read::separator;
use super::{Problem, ProblemKind, few};
use crate::diagnostic::Place;
use crate::disclosure::{CellId, Contribution, Decimal, Dominance, RawCount};
use crate::german::fold;
use crate::kinds::TableDecl;
use crate::source::SourceFile;
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Column that names the contributor.
const WHO: &str = "anbieter";

/// The rule with all contributions; without rule, none.
///
/// # Errors
/// A rule without contributions, contributions without a rule, or what is wrong in the file.
pub(super) fn read(
    table: &TableDecl,
    plan: &Plan,
    names: &[CellId],
    file: Option<&SourceFile>,
    report: &Arc<str>,
) -> Result<Dominance, Vec<Problem>> {
    let (rule, file) = match (&table.dominance, file) {
        (None, None) => return Ok(Dominance::default()),
        (Some(rule), Some(file)) => (rule, file),
        (Some(_), None) => {
            let message = "Der Bericht verlangt, dass keine Stelle eine Zelle beherrscht. Die Beiträge fehlen.";
            let help = "Nennen Sie die Datei mit den Beiträgen: --contributions DATEI";
            return Err(vec![dominance_problem(report, message, help)]);
        }
        (None, Some(_)) => {
            let message = "Für die Beiträge fehlt im Bericht die Regel: „dominanz“.";
            return Err(vec![dominance_problem(
                report,
                message,
                "Schreiben Sie zum Beispiel: dominanz: {n: 1, k: 85}",
            )]);
        }
    };
    let percent = |text: &String| Decimal::parse(&text.replace(',', "."));
    let (largest, estimate) = (rule.n.zip(rule.k.as_ref().and_then(percent)), rule.p.as_ref().and_then(percent));
    let sums = add_up(plan, file)?;
    let one = |(who, sum): (String, u64)| Some(Contribution { who: Some(who), amount: RawCount::new(sum)? });
    let contributions =
        sums.into_iter().map(|(cell, by)| (names[cell].clone(), by.into_iter().filter_map(one).collect()));
    Ok(Dominance { largest, estimate, contributions: contributions.collect() })
}

type Sums = BTreeMap<usize, BTreeMap<String, u64>>;

/// What each contributor gives to each cell, sums included.
fn add_up(plan: &Plan, file: &SourceFile) -> Result<Sums, Vec<Problem>> {
    let problem = |line: u64, message: String, help: &str| Problem {
        kind: ProblemKind::Input,
        mild: false,
        file: Arc::clone(&file.path),
        place: Place::Point(u32::try_from(line).unwrap_or(1), 1),
        message,
        help: help.to_owned(),
    };
    let mut columns: Vec<&str> = plan.dimensions.iter().map(|d| d.id.as_str()).collect();
    columns.extend([WHO, RESERVED[0]]);
    let separator = separator(&file.text);
    let header =
        format!("Die erste Zeile muss so lauten: {}", columns.join(char::from(separator).encode_utf8(&mut [0; 4])));
    let mut rows =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(file.text.as_bytes());
    let mut sums = Sums::new();
    let mut problems = Vec::new();
    let mut record = StringRecord::new();
    let mut first = true;
    while rows.read_record(&mut record).unwrap_or(false) {
        let line = record.position().map_or(1, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if std::mem::replace(&mut first, false) {
            if !record.iter().eq(columns.iter().copied()) {
                return Err(vec![problem(line, "Die Spalten sind andere als im Bericht.".to_owned(), &header)]);
            }
            continue;
        }
        let wrong = |message: &str, help: &str| problem(line, message.to_owned(), help);
        if record.len() != columns.len() {
            problems.push(wrong("Diese Zeile hat zu viele oder zu wenige Spalten.", &header));
            continue;
        }
        let mut ways: Vec<Vec<usize>> = Vec::with_capacity(plan.dimensions.len());
        for (code, dimension) in record.iter().zip(&plan.dimensions) {
            let Some(place) = dimension.values.iter().position(|v| v.id == code) else {
                problems.push(wrong(
                    &format!("Diesen Wert hat das Merkmal „{}“ im Bericht nicht.", dimension.id),
                    "Schreiben Sie die Werte so, wie sie im Bericht stehen.",
                ));
                break;
            };
            if dimension.values.iter().any(|v| v.parent == Some(place)) {
                problems.push(wrong(
                    "Diese Zeile steht bei einer Summe.",
                    "Nennen Sie die Beiträge nur bei den feinsten Werten. Klartext zählt sie zusammen.",
                ));
                break;
            }
            // A plan has no circle, so the way up ends.
            ways.push(std::iter::successors(Some(place), |p| dimension.values[*p].parent).collect());
        }
        if ways.len() < plan.dimensions.len() {
            continue;
        }
        let number = record[columns.len() - 1].parse::<u64>().ok().filter(|n| *n <= RawCount::MAX);
        let (Some(number), who) = (number, &record[columns.len() - 2]) else {
            problems.push(wrong(
                "Das ist keine ganze Zahl.",
                "Schreiben Sie nur Ziffern, ohne Punkt, Komma und Leerzeichen.",
            ));
            continue;
        };
        let mut cells = vec![Vec::new()];
        for way in &ways {
            cells =
                cells.iter().flat_map(|c: &Vec<usize>| way.iter().map(|w| [c.as_slice(), &[*w]].concat())).collect();
        }
        for cell in cells {
            // One provider in two spellings would look like two smaller ones.
            let sum = sums.entry(plan.index(&cell)).or_default().entry(same(who)).or_default();
            *sum = sum.saturating_add(number);
        }
    }
    if first {
        problems.push(problem(1, "Die Datei ist leer.".to_owned(), &header));
    }
    if problems.is_empty() { Ok(sums) } else { Err(few(problems)) }
}

/// A name without regard to case, blanks and marks.
fn same(who: &str) -> String {
    fold(who).chars().filter(|c| c.is_alphanumeric()).collect()
}
