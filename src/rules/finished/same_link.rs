//! One text for two targets.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;
use ahash::AHashMap;
use std::collections::HashSet;

/// `a11y/same-link-text`
pub static RULE: Rule = Rule {
    code: "a11y/same-link-text",
    severity: Severity::Warning,
    title: "Gleiche Worte führen auf einer Seite zum gleichen Ziel.",
    why: "In der Liste der Links lassen sich zwei gleiche Worte nicht unterscheiden.",
    wrong: &[(
        "seite.html",
        "<p><a href=\"#a\">Protokoll</a> und <a href=\"#b\">Protokoll</a></p><h2 id=\"a\">Mai</h2><h2 id=\"b\">Juni</h2>\n",
    )],
    right: &[(
        "seite.html",
        "<p><a href=\"#a\">Protokoll vom Mai</a> und <a href=\"#b\">Protokoll vom Juni</a></p><h2 id=\"a\">Mai</h2><h2 id=\"b\">Juni</h2>\n",
    )],
};

/// The links of the main part. WCAG 2.2, 2.4.9.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    let Some((main, _)) = page.all("main").next() else { return };
    let mut known: AHashMap<&str, &str> = AHashMap::new();
    let mut said = HashSet::new();
    let menus: Vec<_> = page.within(main, "nav").map(|(id, nav)| id..nav.end).collect();
    for (id, link) in page.within(main, "a") {
        // A list of contents has a name that says where its links lead.
        if menus.iter().any(|menu| menu.contains(&id)) {
            continue;
        }
        let Some(href) = page.attribute(link, "href") else { continue };
        // Without its words aloud two links are never the same.
        let text = page.link_text(id);
        if text.is_empty() || page.has(link, "aria-label") {
            continue;
        }
        match known.get(text) {
            Some(other) if *other != href && said.insert(text) => {
                let message = format!("„{text}“ führt zu zwei Zielen: {other} und {href}");
                out.push(Fault::new(
                    &RULE,
                    &format!("[{text}]"),
                    message,
                    "Sagen Sie in jedem Link, wohin gerade er führt.",
                ));
            }
            Some(_) => {}
            None => _ = known.insert(text, href),
        }
    }
}
