//! Takes published counts, gives a drawing that everybody can read: SVG bars or lines with title and description, words
//! and numbers beside it in HTML, a sentence that says the finding. It sees [`PublishedCount`]s alone, so it cannot show
//! what is withheld; a withheld count is drawn as withheld, never as zero or as a gap that looks like one.
//!
//! Text stands in HTML because text in a drawing does not grow with the reader's text size. All measures in the drawing are
//! percent of its box: no script, no inline style. The table beside it carries every number.

mod bars;
mod finding;
mod lines;
mod svg;
mod table;

pub use finding::finding;
pub use table::{Misfit, of_table, parts, plain};

use crate::disclosure::{Printed, PublishedCount};
use crate::german::{kept_together, thousands};
use crate::html::escape_into;

/// How the numbers are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A bar a number; several series stand side by side.
    Bars,
    /// A bar a name, its series one after the other. Only for series whose sum means something.
    Stacked,
    /// A line a series; the names are points in time.
    Lines,
}

/// A row of numbers of one kind.
#[derive(Debug, Clone)]
pub struct Series {
    /// What it counts, for the key; may be empty if it is the only one.
    pub name: String,
    /// One number for each name of the chart.
    pub values: Vec<PublishedCount>,
}

/// Numbers to be drawn.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Unique on the page; ids begin with it.
    pub id: String,
    /// How.
    pub form: Form,
    /// What is shown.
    pub title: String,
    /// What is counted: "Personen".
    pub unit: String,
    /// Years or categories, in order.
    pub names: Vec<String>,
    /// At most [`Chart::MOST_SERIES`].
    pub series: Vec<Series>,
    /// The editor's own finding in place of the generated one.
    pub finding: Option<String>,
    /// Names before which the series breaks: what stands on both sides must not be compared.
    pub breaks: Vec<usize>,
}

impl Chart {
    /// As many as can be told apart without colour.
    pub const MOST_SERIES: usize = 4;
    /// Beyond this a drawing tells less than its table.
    pub const MOST_NAMES: usize = 24;

    /// Whether it can be drawn: something to draw, nothing missing, not too much for the eye.
    pub fn can_be_drawn(&self) -> bool {
        let fits = |s: &Series| s.values.len() == self.names.len();
        (1..=Self::MOST_SERIES).contains(&self.series.len())
            && (2..=Self::MOST_NAMES).contains(&self.names.len())
            && self.series.iter().all(fits)
            && self.series.iter().flat_map(|s| &s.values).any(|v| number(*v).is_some())
    }

    fn has(&self, wanted: fn(Printed) -> bool) -> bool {
        self.series.iter().flat_map(|s| &s.values).any(|v| wanted(v.printed()))
    }
}

/// The chart as `<figure>`; nothing where [`Chart::can_be_drawn`] says no.
pub fn write(chart: &Chart) -> String {
    if !chart.can_be_drawn() {
        return String::new();
    }
    let says = chart.finding.clone().unwrap_or_else(|| finding(chart));
    let mut out = String::from("<figure class=\"chart\">\n<figcaption><strong>");
    escape_into(&mut out, &says);
    out.push_str("</strong> ");
    escape_into(&mut out, &kept_together(&chart.title));
    out.push_str("</figcaption>\n");
    key(chart, &mut out);
    match chart.form {
        Form::Bars | Form::Stacked => bars::write(chart, &says, &mut out),
        Form::Lines => lines::write(chart, &says, &mut out),
    }
    out.push_str("</figure>\n");
    out
}

/// What each pattern means: names of series, and the sign for withheld numbers.
fn key(chart: &Chart, out: &mut String) {
    let withheld = chart.has(|p| p == Printed::Withheld);
    let several = chart.series.len() > 1;
    if !several && !withheld {
        return;
    }
    out.push_str("<ul class=\"bare row key\">");
    for (n, series) in chart.series.iter().enumerate().filter(|_| several) {
        svg::swatch(chart, n, out);
        escape_into(out, &series.name);
        out.push_str("</li>");
    }
    if withheld {
        svg::withheld_swatch(chart, out);
        out.push_str("geheim</li>");
    }
    out.push_str("</ul>\n");
}

/// The number as printed; `None` if withheld.
fn number(count: PublishedCount) -> Option<u64> {
    match count.printed() {
        Printed::Exact(n) | Printed::Rounded { value: n, .. } => Some(n),
        Printed::Withheld => None,
    }
}

/// The number for readers, or the word in its place.
fn words(count: PublishedCount) -> String {
    number(count).map_or_else(|| PublishedCount::WORD.to_owned(), thousands)
}

/// Ends of scales, in tenths of a power of ten: what people count in, and little of the drawing stays empty.
const ENDS: [u64; 10] = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80];

/// The end of the scale: a round number, at least the largest number (or sum, where bars are stacked). Behind a sum that
/// withholds something there is room for its mark.
fn scale(chart: &Chart) -> u64 {
    let numbers = |n: usize| chart.series.iter().filter_map(move |s| number(*s.values.get(n)?));
    let largest = (0..chart.names.len()).map(|n| match chart.form {
        Form::Stacked => {
            let sum: u64 = numbers(n).sum();
            let whole = numbers(n).count() == chart.series.len();
            if whole { sum } else { sum + sum / 10 }
        }
        _ => numbers(n).max().unwrap_or(0),
    });
    let largest: u64 = largest.max().unwrap_or(0).max(1);
    let mut power = 1;
    loop {
        let round = ENDS.iter().map(|e| e * power).find(|e| e % 10 == 0 && e / 10 >= largest);
        if let Some(end) = round {
            return end / 10;
        }
        power *= 10;
    }
}

/// Part of the whole in percent with two decimals, as SVG takes it.
fn percent(part: u64, whole: u64) -> String {
    let hundredths = (u128::from(part) * 10_000 + u128::from(whole) / 2) / u128::from(whole.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
