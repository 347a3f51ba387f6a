//! Lists that have a page for each year: takes the pages of a region and which of them belong to the list, gives the days that
//! a page shows and the links to the others. Never decides which years have a page: that is done where the site is put
//! together.

use super::base::Link;
use crate::site::{PageKind, RegionIndex, Site};
use chrono::{Datelike, NaiveDate};

/// The pages of one list.
pub struct Years {
    /// Newest first; `None` is the undated one.
    pages: Vec<(Option<i32>, usize)>,
}

impl Years {
    /// The pages of a region that `year_of` gives a year, or `None` for the undated one.
    pub fn of(site: &Site, region: RegionIndex, year_of: fn(&PageKind, RegionIndex) -> Option<Option<i32>>) -> Years {
        let pages = site.lists[region].clone();
        let mut pages: Vec<(Option<i32>, usize)> =
            pages.filter_map(|page| Some((year_of(&site.pages[page].kind, region)?, page))).collect();
        pages.sort_by_key(|(year, _)| std::cmp::Reverse(year.unwrap_or(i32::MAX)));
        Years { pages }
    }

    /// Which days the page of a year shows. The undated one shows all that come after the last year with a page of its own.
    pub fn shown_on(&self, year: Option<i32>) -> impl Fn(NaiveDate) -> bool + use<> {
        let last = self.pages.iter().filter_map(|(year, _)| *year).max();
        move |day| match year {
            Some(year) => day.year() == year,
            None => last.is_none_or(|last| day.year() > last),
        }
    }

    /// Links to the pages of all years from the page at `index`; none where there is one page only.
    pub fn links(&self, site: &Site, index: usize) -> Vec<Link> {
        if self.pages.len() < 2 {
            return Vec::new();
        }
        let link = |(year, page): &(Option<i32>, usize)| Link {
            text: year.map_or("Aktuell".to_owned(), |y| y.to_string()),
            url: site.href(&site.pages[*page].url),
            current: *page == index,
        };
        self.pages.iter().map(link).collect()
    }
}

/// The anchor of a year on a list.
pub fn anchor(year: i32) -> String {
    format!("jahr-{year}")
}
