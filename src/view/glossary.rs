//! The glossary and its words.

use super::base::{Link, PageBase, base};
use super::html::Html;
use super::text::{Part, easy_line, part, whole};
use super::titles::page_title;
use crate::german::{initial, soft_hyphens};
use crate::kinds::Term;
use crate::site::{EntryIndex, Site};
use serde::Serialize;

/// All words.
#[derive(Debug, Serialize, Hash)]
pub struct GlossaryView {
    pub(super) page: PageBase,
    letter_links: Vec<Link>,
    letters: Vec<LetterView>,
}

#[derive(Debug, Serialize, Hash)]
struct LetterView {
    letter: String,
    id: String,
    words: Vec<WordItem>,
}

/// A word.
#[derive(Debug, Serialize, Hash)]
struct WordItem {
    id: String,
    title: String,
    short: Option<String>,
    body: Html,
    /// Sentences in Leichte Sprache; bold words are marked in them.
    easy: Vec<Html>,
    also: Vec<String>,
}

/// A word's own page.
#[derive(Debug, Serialize, Hash)]
pub struct WordView {
    pub(super) page: PageBase,
    word: WordItem,
}

/// The glossary.
pub fn view(site: &Site, index: usize) -> GlossaryView {
    let mut page = base(site, index, &page_title(site, index));
    page.body = site.pages[index].entry.map(|e| whole(site, e)).unwrap_or_default();
    let mut letters: Vec<LetterView> = Vec::new();
    for term in &site.terms {
        let Some(data) = site.term(*term) else { continue };
        let letter = letter(&site.entries[*term].common.title);
        if letters.last().is_none_or(|l| l.letter != letter) {
            let id = format!("buchstabe-{}", letter.to_lowercase());
            letters.push(LetterView { letter, id, words: Vec::new() });
        }
        if let Some(letter) = letters.last_mut() {
            letter.words.push(item(site, *term, data));
        }
    }
    let letter_links =
        letters.iter().map(|l| Link { text: l.letter.clone(), url: format!("#{}", l.id), current: false });
    GlossaryView { letter_links: letter_links.collect(), letters, page }
}

/// "Ä…" stands under A (DIN 5007-1), a digit under "0-9".
pub fn letter(title: &str) -> String {
    match initial(title) {
        '0' => "0-9".to_owned(),
        letter => letter.to_uppercase().to_string(),
    }
}

fn item(site: &Site, index: EntryIndex, data: &Term) -> WordItem {
    let common = &site.entries[index].common;
    let range = 1..site.entries[index].document.nodes[0].end;
    let prefix = format!("{}-", common.id);
    WordItem {
        id: common.id.clone(),
        title: soft_hyphens(&common.title),
        short: common.short.clone(),
        body: part(site, index, range, Part { shift: 2, prefix: &prefix, ..Part::default() }),
        easy: data.easy.iter().map(|line| easy_line(line)).collect(),
        also: data.also.clone(),
    }
}

/// "circa (ca.)": who looks for the short form sees that this is the page.
pub(super) fn titled(word: &str, short: &str) -> String {
    if word == short { word.to_owned() } else { format!("{word} ({short})") }
}

/// A word's page.
pub fn word(site: &Site, index: usize, entry: EntryIndex, data: &Term) -> WordView {
    let mut page = base(site, index, "");
    let word = item(site, entry, data);
    if let Some(short) = &word.short {
        page.title = titled(&page.title, short);
        page.title_html = Html::title(&page.title);
        if !page.noindex {
            page.data = super::jsonld::breadcrumbs(site, &page.crumbs, &page.title).into_iter().collect();
        }
    }
    WordView { page, word }
}
