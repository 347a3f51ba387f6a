//! The CSV file: text in, one cell for each combination of values out, everything wrong at its line and column.
//!
//! Two forms: what is published (`…,wert,status`), and the raw table of the office (`…,wert`). The first has one spelling,
//! the second may be as spreadsheets save it: with a byte order mark, CRLF, semicolons, empty rows. Messages about raw
//! tables never repeat what stands in `wert`.

use super::plan::{Plan, RESERVED};
use super::{Problem, ProblemKind, few};
use crate::diagnostic::Place;
use crate::front::nearest;
use crate::source::{SourceFile, Span};
use csv::{ByteRecord, ReaderBuilder};
use std::sync::Arc;

/// Which file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// With the column `status`.
    Published,
    /// Without it.
    Raw,
}

/// What stands in a row besides its codes.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// The number; `None` where it is withheld.
    pub(super) value: Option<u64>,
    /// Whether `status` says "gerundet".
    pub(super) rounded: bool,
    /// Bytes of `wert`, or of `status` where that is empty.
    pub(super) span: Span,
}

/// What a file holds.
pub(super) struct Found {
    /// One entry for each combination of values; `None` where a row is missing or wrong.
    pub(super) cells: Vec<Option<Cell>>,
    /// What is wrong.
    pub(super) problems: Vec<Problem>,
}

impl Found {
    /// Whether every cell is there and nothing serious is wrong.
    pub(super) fn complete(self) -> Result<(Vec<Cell>, Vec<Problem>), Vec<Problem>> {
        let serious = self.problems.iter().any(|p| !p.mild);
        match self.cells.into_iter().collect::<Option<Vec<Cell>>>() {
            Some(cells) if !serious => Ok((cells, self.problems)),
            _ => Err(self.problems),
        }
    }
}

struct Reading<'a> {
    file: &'a Arc<str>,
    form: Form,
    separator: u8,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn add(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) -> &mut Problem {
        let at = self.problems.len();
        self.problems.push(Problem {
            kind: ProblemKind::Input,
            mild: false,
            file: Arc::clone(self.file),
            place: Place::Span(span),
            message: message.into(),
            help: help.into(),
        });
        &mut self.problems[at]
    }
}

/// Reads a file as the plan says.
pub(super) fn read(file: &SourceFile, plan: &Plan, form: Form) -> Found {
    let text: &str = &file.text;
    let strict = form == Form::Published;
    let separator = if strict { b',' } else { separator(text) };
    let mut reading = Reading { file: &file.path, form, separator, problems: Vec::new() };
    let mut cells: Vec<Option<Cell>> = vec![None; plan.cells()];
    if file.marked && strict {
        let help = "Speichern Sie die Datei als „UTF-8“, nicht als „UTF-8 mit BOM“.";
        reading.add(Span::new(0, 0), "Vor dem ersten Buchstaben steht ein unsichtbares Zeichen (BOM).", help);
    }
    if let Some(at) = text.find('\r').filter(|_| strict) {
        let help = "Speichern Sie die Datei mit Zeilen-Enden wie unter Linux (LF).";
        let message = "Die Zeilen enden wie unter Windows (CRLF).";
        reading.add(Span::new(at, at), message, help).mild = true;
    }
    let mut rows =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut lines: Vec<Option<usize>> = vec![None; cells.len()];
    let mut header = true;
    // Lines are counted on from row to row: a file of many rows is read once.
    let (mut line, mut counted) = (1, 0);
    // `text` is UTF-8 and reading from memory does not fail, so neither does a record.
    while rows.read_byte_record(&mut record).unwrap_or(false) {
        if !strict && record.iter().all(<[u8]>::is_empty) {
            continue;
        }
        let start = record.position().map_or(0, |p| offset(p.byte()));
        let start = start + text[start..].bytes().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let end = offset(rows.position().byte()).max(start);
        let raw = text[start..end].trim_end_matches(['\r', '\n']);
        let spans = spans(raw, start, separator);
        let whole = Span::new(start, start + raw.len());
        let fields: Vec<(String, Span)> = record
            .iter()
            .enumerate()
            .map(|(n, f)| (String::from_utf8_lossy(f).into_owned(), spans.get(n).copied().unwrap_or(whole)))
            .collect();
        if header {
            header = false;
            if !is_header(&fields, whole, plan, &mut reading) {
                return Found { cells, problems: few(reading.problems) };
            }
            continue;
        }
        line += text[counted..start].matches('\n').count();
        counted = start;
        let Some((n, cell)) = row(&fields, whole, plan, &mut reading) else { continue };
        if let Some(first) = lines[n] {
            let message = format!("Diese Zelle steht schon in Zeile {first}: {}.", plan.title(n));
            reading.add(whole, message, "Jede Verbindung von Werten steht genau einmal in der Datei.");
            continue;
        }
        lines[n] = Some(line);
        cells[n] = cell;
    }
    if header {
        reading.add(Span::new(0, 0), "Die Datei ist leer.", header_help(&columns(plan, form), separator));
    } else {
        missing(&lines, plan, &mut reading);
    }
    Found { cells, problems: few(reading.problems) }
}

fn offset(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(0)
}

/// What separates the columns of an office's table: German spreadsheets save semicolons.
pub(super) fn separator(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or("");
    if header.contains(';') && !header.contains(',') { b';' } else { b',' }
}

/// Bytes of each field of a line; what separates elsewhere separates nothing within quotes.
fn spans(raw: &str, start: usize, separator: u8) -> Vec<Span> {
    let (mut out, mut begin, mut quoted) = (Vec::new(), 0, false);
    for (at, byte) in raw.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b if b == separator && !quoted => {
                out.push(Span::new(start + begin, start + at));
                begin = at + 1;
            }
            _ => {}
        }
    }
    out.push(Span::new(start + begin, start + raw.len()));
    out
}

fn columns(plan: &Plan, form: Form) -> Vec<&str> {
    let own = plan.dimensions.iter().map(|d| d.id.as_str());
    own.chain(RESERVED.into_iter().take(if form == Form::Raw { 1 } else { 2 })).collect()
}

fn header_help(columns: &[&str], separator: u8) -> String {
    format!("Die erste Zeile muss so lauten: {}", columns.join(char::from(separator).encode_utf8(&mut [0; 4])))
}

fn is_header(fields: &[(String, Span)], whole: Span, plan: &Plan, reading: &mut Reading<'_>) -> bool {
    let wanted = columns(plan, reading.form);
    let help = header_help(&wanted, reading.separator);
    if fields.len() == 1 && fields[0].0.contains(';') {
        let message = "Die Spalten sind mit Strichpunkten getrennt, nicht mit Kommas.";
        reading.add(whole, message, "Speichern Sie die Datei mit dem Trennzeichen Komma.");
        return false;
    }
    if fields.iter().map(|(name, _)| name.as_str()).eq(wanted.iter().copied()) {
        return true;
    }
    let before = reading.problems.len();
    for (n, (name, span)) in fields.iter().enumerate() {
        if !wanted.contains(&name.as_str()) {
            // A raw table without a header would be read out here.
            let message = match reading.form {
                Form::Published => format!("Die Spalte „{name}“ ist im Bericht nicht genannt."),
                Form::Raw => "Eine Spalte mit diesem Namen ist im Bericht nicht genannt.".to_owned(),
            };
            reading.add(*span, message, help.clone());
        } else if fields[..n].iter().any(|(other, _)| other == name) {
            reading.add(*span, format!("Die Spalte „{name}“ gibt es zweimal."), help.clone());
        }
    }
    let missing: Vec<&str> = wanted.iter().copied().filter(|w| !fields.iter().any(|(name, _)| name == w)).collect();
    if !missing.is_empty() {
        reading.add(whole, format!("Hier fehlt: {}.", missing.join(", ")), help.clone());
    }
    if reading.problems.len() == before {
        reading.add(whole, "Die Spalten stehen in einer anderen Reihenfolge als im Bericht.", help);
    }
    false
}

/// The number of the cell and what it holds; the latter is `None` when a finding says why.
fn row(
    fields: &[(String, Span)],
    whole: Span,
    plan: &Plan,
    reading: &mut Reading<'_>,
) -> Option<(usize, Option<Cell>)> {
    let wanted = columns(plan, reading.form);
    if fields.len() != wanted.len() {
        let message = format!("Diese Zeile hat {} Spalten, es müssen {} sein.", fields.len(), wanted.len());
        reading.add(whole, message, format!("Die Spalten sind: {}", wanted.join(", ")));
        return None;
    }
    let mut at = Vec::with_capacity(plan.dimensions.len());
    for ((code, span), dimension) in fields.iter().zip(&plan.dimensions) {
        let Some(place) = dimension.values.iter().position(|v| v.id == *code) else {
            let ids = || dimension.values.iter().map(|v| v.id.as_str());
            let help = match nearest(code, ids()) {
                Some(near) => format!("Meinten Sie „{near}“?"),
                None => format!("Im Bericht stehen: {}.", ids().collect::<Vec<_>>().join(", ")),
            };
            if code.trim() != code {
                reading.add(*span, "Hier steht ein Leerzeichen zu viel.", "Löschen Sie es.");
            } else {
                let message = match reading.form {
                    Form::Published => {
                        format!("Den Wert „{code}“ hat das Merkmal „{}“ im Bericht nicht.", dimension.id)
                    }
                    Form::Raw => format!("Diesen Wert hat das Merkmal „{}“ im Bericht nicht.", dimension.id),
                };
                reading.add(*span, message, help);
            }
            continue;
        };
        at.push(place);
    }
    let (value, value_span) = &fields[plan.dimensions.len()];
    let status = fields.get(plan.dimensions.len() + 1);
    let cell = cell(value, *value_span, status, plan, reading);
    (at.len() == plan.dimensions.len()).then(|| (plan.index(&at), cell))
}

fn cell(
    value: &str,
    span: Span,
    status: Option<&(String, Span)>,
    plan: &Plan,
    reading: &mut Reading<'_>,
) -> Option<Cell> {
    let number = (!value.is_empty() && value.bytes().all(|b| b.is_ascii_digit())).then(|| value.parse::<u64>().ok());
    let number = number.flatten();
    let not_a_number = |reading: &mut Reading<'_>| {
        let message = if value.is_empty() { "Hier fehlt eine Zahl." } else { "Das ist keine ganze Zahl." };
        reading.add(span, message, "Schreiben Sie nur Ziffern, ohne Punkt, Komma und Leerzeichen.");
    };
    let (word, status_span) = status.map_or(("", span), |(w, s)| (w.as_str(), *s));
    if reading.form == Form::Raw {
        if number.is_none() {
            not_a_number(reading);
        }
        return number.map(|n| Cell { value: Some(n), rounded: false, span });
    }
    match word {
        "geheim" if value.is_empty() => Some(Cell { value: None, rounded: false, span: status_span }),
        "geheim" => {
            let help = "Lassen Sie „wert“ leer. Die Zahl steht auch dann noch in der Geschichte des Ordners: \
                        Sagen Sie der Stelle Bescheid, die den Datenschutz verantwortet.";
            reading.add(span, "Die Zelle ist geheim, aber die Zahl steht da.", help);
            None
        }
        "" | "gerundet" => {
            let rounded = word == "gerundet";
            if rounded != plan.policy.rounded {
                let (message, help) = if rounded {
                    (
                        "Diese Zahl ist gerundet, der Bericht sagt „unterdruecken“.",
                        "Wählen Sie ein Verfahren für alle Zahlen.",
                    )
                } else {
                    (
                        "Diese Zahl ist nicht gerundet, der Bericht sagt „gerundet“.",
                        "Schützen Sie die Tabelle mit „klartext protect“.",
                    )
                };
                reading.add(status_span, message, help);
                return None;
            }
            if number.is_none() {
                not_a_number(reading);
            }
            number.map(|n| Cell { value: Some(n), rounded, span })
        }
        other => {
            let message = if other.trim() == other {
                format!("Den Status „{other}“ gibt es nicht.")
            } else {
                "Hier steht ein Leerzeichen zu viel.".to_owned()
            };
            reading.add(status_span, message, "Erlaubt sind: leer, geheim, gerundet.");
            None
        }
    }
}

fn missing(lines: &[Option<usize>], plan: &Plan, reading: &mut Reading<'_>) {
    let gaps: Vec<usize> = (0..lines.len()).filter(|n| lines[*n].is_none()).collect();
    // A row that is there but wrong was told already.
    if gaps.is_empty() || reading.problems.iter().any(|p| !p.mild) {
        return;
    }
    let some: Vec<String> = gaps.iter().take(3).map(|n| plan.codes(*n).join(",")).collect();
    let more = if gaps.len() > 3 { format!(" und {} weitere", gaps.len() - 3) } else { String::new() };
    let message = format!("In dieser Datei fehlen Zeilen: {}{more}.", some.join("; "));
    let help = "Für jede Verbindung von Werten steht eine Zeile in der Datei. Ist eine Zahl null, steht dort 0.";
    reading.add(Span::new(0, 0), message, help);
}
