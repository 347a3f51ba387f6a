//! Pages that nobody can reach.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::kinds::Data;
use crate::site::{PageKind, Site, Target};
use crate::source::{clean_join, parent};

/// `link/orphan`
pub static RULE: Rule = Rule {
    code: "link/orphan",
    severity: Severity::Warning,
    title: "Jede Seite ist von der Start-Seite aus zu erreichen.",
    why: "Eine Seite, zu der kein Link führt, findet niemand.",
    wrong: &[("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n")],
    right: &[
        ("s.md", "---\nart: seite\nid: s\ntitel: S\n---\nText.\n"),
        ("index.md", "---\nart: seite\nid: start\ntitel: Start\n---\n[S](s.md)\n"),
    ],
};

/// Follows all links from the home pages, the menus and the lists that Klartext makes itself.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    if !site.settings.readable {
        // The menu may lead to any page.
        return;
    }
    let mut reached = vec![false; site.pages.len()];
    let mut todo: Vec<usize> = (0..site.pages.len()).filter(|p| is_entrance(site, *p)).collect();
    let settings = &site.settings;
    for item in settings.menu.iter().chain(&settings.footer) {
        for region in std::iter::once(None).chain((0..site.regions.len()).map(Some)) {
            todo.extend(site.menu_page(region, &item.target));
        }
    }
    while let Some(page) = todo.pop() {
        if std::mem::replace(&mut reached[page], true) {
            continue;
        }
        let Some(entry) = site.pages[page].entry else { continue };
        todo.extend(site.links[entry].iter().filter_map(|l| match l.target {
            Ok(Target::Page(page, _)) => Some(page),
            _ => None,
        }));
        if let Data::Page(data) = &site.entries[entry].data {
            let folder = parent(&site.entries[entry].file);
            let files = data.doors.iter().filter_map(|d| clean_join(folder, d.target.split('#').next()?));
            todo.extend(files.filter_map(|f| site.page_of_file.get(f.as_str()).copied()));
        }
    }
    for (page, _) in reached.iter().enumerate().filter(|(_, reached)| !**reached) {
        if let PageKind::Entry(entry) = site.pages[page].kind {
            out.push(Diagnostic::new(
                &RULE,
                &site.entries[entry].file,
                Place::File,
                "Zu dieser Seite führt kein Link.",
                "Verlinken Sie die Seite von einer anderen aus, oder nehmen Sie sie ins Menü in site.yaml auf.",
            ));
        }
    }
}

/// Pages that a reader reaches without a link in a text: home pages, and all that stands in a list of its own.
fn is_entrance(site: &Site, page: usize) -> bool {
    let page = &site.pages[page];
    match page.kind {
        PageKind::Entry(entry) => match &site.entries[entry].data {
            Data::Page(_) => page.url.is_empty() || site.regions.iter().any(|r| format!("{}/", r.folder) == page.url),
            // The agreement shows its annexes; lists show bodies, meetings and words.
            _ => true,
        },
        _ => true,
    }
}
