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
    /// Ids, each with a line of its own, in order.
    ids: String,
    /// Where each of them begins: a page may have thousands, and each may have a link.
    starts: Box<[u32]>,
    /// Addresses of links, each with a line of its own.
    links: String,
}

impl Facts {
    /// The facts of a page.
    pub(super) fn of(path: &str, page: &Page<'_>) -> Facts {
        let root = page.all("html").next().map(|(_, e)| e);
        let of_root = |name| root.and_then(|e| page.attribute(e, name)).unwrap_or_default();
        let switch = page.all("a").map(|(_, e)| e).find(|e| page.has(e, "data-easy-toggle"));
        let ids = page.ids();
        let starts = ids.iter().scan(0, |at, id| Some(std::mem::replace(at, *at + id.len() as u32 + 1))).collect();
        Facts {
            path: path.to_owned(),
            title: page.all("title").next().map(|(id, _)| page.text(id).into_owned()).unwrap_or_default(),
            kind: (of_root("lang").to_owned(), root.is_some_and(|e| page.has(e, "data-easy"))),
            leads_on: page.all("meta").any(|(_, e)| page.has(e, "http-equiv")),
            switch: switch.map(|e| {
                let twin = page.attribute(e, "rel") == Some("alternate");
                (page.attribute(e, "href").unwrap_or_default().to_owned(), twin)
            }),
            ids: lines(ids.into_iter()),
            starts,
            links: lines(page.links()),
        }
    }

    /// Whether the page has a place of that name.
    pub(super) fn has(&self, id: &str) -> bool {
        let own = |start: &u32| self.ids[*start as usize..].split('\n').next().unwrap_or("");
        self.starts.binary_search_by(|start| own(start).cmp(id)).is_ok()
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
