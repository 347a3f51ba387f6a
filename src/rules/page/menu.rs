//! Menu items that lead nowhere.

use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::site::Site;

/// `site/menu-target`
pub static RULE: Rule = Rule {
    code: "site/menu-target",
    severity: Severity::Error,
    title: "Jeder Link im Menü führt zu einer Seite.",
    why: "Das Menü steht auf jeder Seite.",
    wrong: &[(
        "site.yaml",
        "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nmenue:\n  - text: X\n    ziel: fehlt.md\n",
    )],
    right: &[(
        "site.yaml",
        "titel: T\nanbieter: A\nbasis_url: https://example.org/\npartner:\n  - id: lwv\n    name: LWV\nmenue:\n  - text: X\n    ziel: index.md\n",
    )],
};

/// Menu and footer. In a site of several regions an item may lead to a page of each region.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let settings = &site.settings;
    for (key, items) in [("menue", &settings.menu), ("fuss", &settings.footer)] {
        for item in items {
            let mut regions = std::iter::once(None).chain((0..site.regions.len()).map(Some));
            let (path, fragment) = item.target.split_once('#').unwrap_or((&item.target, ""));
            let leads = |page| fragment.is_empty() || site.has_anchor(page, fragment);
            if regions.any(|r| site.menu_page(r, path).is_some_and(leads)) {
                continue;
            }
            if let Some((message, help)) = crate::rules::link::page_problem(site, path, fragment) {
                let place = Place::Value(FieldPath::key(key).at(item.at).then("ziel"));
                out.push(Diagnostic::new(&RULE, &settings.file, place, message, help));
            }
        }
    }
}
