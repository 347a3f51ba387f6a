//! Reads a chart of a finished page back: takes its figure, gives what it draws. It measures; what is right, rules say.

use crate::html::{Element, ElementId, Page};

/// What tells a series from others.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) class: String,
    /// The pattern it is filled with.
    pub(super) pattern: Option<String>,
}

/// A name beside the drawing, with the number that stands there.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) number: Option<String>,
}

/// A drawing as it is.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub(super) title: String,
    pub(super) description: String,
    /// The words that stand out above it.
    pub(super) finding: String,
    pub(super) names: Vec<Name>,
    /// Names of the series in the key; empty with a single one.
    pub(super) series: Vec<String>,
    /// Their looks, in that order.
    pub(super) key: Vec<Look>,
    /// Ids of all patterns.
    pub(super) patterns: Vec<String>,
    /// Series, name, part of the whole scale.
    marks: Vec<(usize, usize, f64)>,
}

impl Drawn {
    pub(super) fn of(page: &Page<'_>, figure: ElementId) -> Drawn {
        let mut drawn = Drawn::default();
        let text_of = |within: ElementId, name| {
            page.within(within, name).next().map_or(String::new(), |(id, _)| page.text(id).into())
        };
        drawn.finding = page.within(figure, "figcaption").next().map_or(String::new(), |(c, _)| text_of(c, "strong"));
        drawn.patterns = page.within(figure, "pattern").filter_map(|(_, p)| own(page, p, "id")).collect();
        if let Some((list, _)) = page.within(figure, "ol").next() {
            drawn.names = page.within(list, "li").map(|(item, _)| name(page, item)).collect();
        }
        for (item, _) in page.within(figure, "ul").take(1).flat_map(|(list, _)| page.within(list, "li")) {
            let looks = ["rect", "circle", "use"].into_iter().flat_map(|n| page.within(item, n));
            let Some(look) = looks.map(|(_, mark)| look(page, mark)).next() else { continue };
            if look.class != "withheld" {
                drawn.series.push(page.text(item).into());
                drawn.key.push(look);
            }
        }
        let svg = page.within(figure, "svg").find(|(_, svg)| page.attribute(svg, "role") == Some("img"));
        let Some((svg, _)) = svg else { return drawn };
        drawn.title = text_of(svg, "title");
        drawn.description = text_of(svg, "desc");
        drawn.measure(page, svg);
        drawn
    }

    /// Lengths of bars and heights of points. What a pattern is made of is measured in other units.
    fn measure(&mut self, page: &Page<'_>, svg: ElementId) {
        let names = self.names.len() as f64;
        for (_, bar) in page.within(svg, "rect") {
            let (Some(y), Some(width)) = (percent(page, bar, "y"), percent(page, bar, "width")) else { continue };
            if let Some(series) = self.series_of(&look(page, bar)) {
                self.marks.push((series, (y * names).floor() as usize, width));
            }
        }
        // A point is a disc or the copy of a shape.
        let discs = page.within(svg, "circle").map(|(_, point)| (point, "cx", "cy"));
        for (point, x, y) in discs.chain(page.within(svg, "use").map(|(_, point)| (point, "x", "y"))) {
            let (Some(x), Some(y)) = (percent(page, point, x), percent(page, point, y)) else { continue };
            if let Some(series) = self.series_of(&look(page, point)) {
                self.marks.push((series, (x * names).floor() as usize, 1.0 - y));
            }
        }
    }

    /// The number of the series that looks so. A single one has no key.
    fn series_of(&self, wanted: &Look) -> Option<usize> {
        match self.key.as_slice() {
            [] => (wanted.class != "withheld").then_some(0),
            key => key.iter().position(|look| look == wanted),
        }
    }

    /// What is drawn for a series and a name, as part of the whole scale; `None` where nothing is, or something twice.
    pub(super) fn length(&self, series: usize, name: usize) -> Option<f64> {
        let mut found = self.marks.iter().filter(|(s, n, _)| (*s, *n) == (series, name));
        let length = found.next().map(|(.., length)| *length)?;
        found.next().is_none().then_some(length)
    }
}

/// "Hanau <strong>112</strong>".
fn name(page: &Page<'_>, item: ElementId) -> Name {
    let number = page.within(item, "strong").next().map(|(id, _)| page.text(id).into_owned());
    let text = page.text(item);
    let text = number.as_ref().and_then(|n| text.strip_suffix(n.as_str())).unwrap_or(&text).trim().to_owned();
    Name { text, number }
}

fn look(page: &Page<'_>, mark: &Element<'_>) -> Look {
    let pattern = own(page, mark, "fill").and_then(|f| Some(f.strip_prefix("url(#")?.strip_suffix(')')?.to_owned()));
    Look { class: own(page, mark, "class").unwrap_or_default(), pattern }
}

fn own(page: &Page<'_>, element: &Element<'_>, name: &str) -> Option<String> {
    page.attribute(element, name).map(str::to_owned)
}

/// "18.67%" as 0.1867; "0" as 0.
fn percent(page: &Page<'_>, element: &Element<'_>, name: &str) -> Option<f64> {
    let value = page.attribute(element, name)?;
    if value == "0" {
        return Some(0.0);
    }
    value.strip_suffix('%')?.parse::<f64>().ok().map(|p| p / 100.0)
}
