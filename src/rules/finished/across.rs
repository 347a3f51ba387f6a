//! What is kept of a page for the rules that look at several pages: a few hundred bytes each.

use crate::html::Page;

/// A page as others see it.
pub(super) struct Facts {
    /// Path below the output folder.
    pub(super) path: String,
    /// Its title.
    pub(super) title: String,
    /// Language, and whether it is a page in Leichte Sprache.
    pub(super) kind: (String, bool),
    /// Whether it only leads on to another page.
    pub(super) leads_on: bool,
    /// Where its switch to the other register leads, and whether that is its own twin.
    pub(super) switch: Option<(String, bool)>,
    /// Ids, each with a line of its own.
    ids: String,
    /// Addresses of links, each with a line of its own.
    links: String,
}

impl Facts {
    /// The facts of a page.
    pub(super) fn of(path: &str, page: &Page<'_>) -> Facts {
        let root = page.all("html").next().map(|(_, e)| e);
        let of_root = |name| root.and_then(|e| page.attribute(e, name)).unwrap_or_default();
        let switch = page.all("a").map(|(_, e)| e).find(|e| page.has(e, "data-easy-toggle"));
        Facts {
            path: path.to_owned(),
            title: page.all("title").next().map(|(id, _)| page.text(id).into_owned()).unwrap_or_default(),
            kind: (of_root("lang").to_owned(), root.is_some_and(|e| page.has(e, "data-easy"))),
            leads_on: page.all("meta").any(|(_, e)| page.has(e, "http-equiv")),
            switch: switch.map(|e| {
                let twin = page.attribute(e, "rel") == Some("alternate");
                (page.attribute(e, "href").unwrap_or_default().to_owned(), twin)
            }),
            ids: lines(page.ids().into_iter()),
            links: lines(page.links()),
        }
    }

    /// Whether the page has a place of that name.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.lines().any(|own| own == id)
    }

    /// Addresses of all links.
    pub(super) fn links(&self) -> impl Iterator<Item = &str> {
        self.links.lines()
    }

    /// Its address below the base path.
    pub(super) fn address(&self) -> &str {
        let folder = self.path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
        folder.unwrap_or(&self.path)
    }
}

fn lines<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for part in parts {
        out.push_str(part);
        out.push('\n');
    }
    out
}
