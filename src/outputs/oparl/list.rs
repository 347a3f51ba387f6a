//! External lists: pages of at most 100 objects, each a file of its own, chained by `next` (OParl 1.1, section 2.5).

use super::object::Object;
use crate::outputs::address::whole;
use crate::site::Site;
use serde_json::{Value, json};

/// Most objects on a page.
pub const MOST: usize = 100;

/// The pages of a list whose first page is at `path`. An empty list is one page without objects.
pub fn pages(site: &Site, path: &str, objects: &[&Object]) -> Vec<(String, Value)> {
    let count = objects.len().div_ceil(MOST).max(1);
    let place = |number: usize| if number == 1 { path.to_owned() } else { numbered(path, number) };
    let url = |number: usize| whole(site, &place(number));
    let page = |number: usize| {
        let data: Vec<Value> = objects.iter().skip((number - 1) * MOST).take(MOST).map(|o| o.alone()).collect();
        let mut links = json!({"first": url(1), "self": url(number), "last": url(count)});
        if number > 1 {
            links["prev"] = url(number - 1).into();
        }
        if number < count {
            links["next"] = url(number + 1).into();
        }
        let pagination = json!({
            "totalElements": objects.len(), "elementsPerPage": MOST, "currentPage": number, "totalPages": count,
        });
        (place(number), json!({"data": data, "pagination": pagination, "links": links}))
    };
    (1..=count).map(page).collect()
}

/// `list/meeting.json` → `list/meeting-2.json`.
fn numbered(path: &str, number: usize) -> String {
    format!("{}-{number}.json", path.trim_end_matches(".json"))
}
