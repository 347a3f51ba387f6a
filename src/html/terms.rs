//! Words of the glossary in a text: the first use of each on a page becomes a link to its explanation. The words
//! themselves stay as they are, so that a verbatim text stays verbatim.

use super::escape::escape_breaking_into;
use crate::german::TermIndex;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt::Write;

/// The words that a page has linked already.
pub struct Terms<'a> {
    index: &'a TermIndex,
    used: RefCell<HashSet<usize>>,
}

impl<'a> Terms<'a> {
    /// A page on which no word is linked yet.
    pub fn new(index: &'a TermIndex) -> Terms<'a> {
        Terms { index, used: RefCell::new(HashSet::new()) }
    }

    /// Appends `text`, escaped, with links at first uses; `set` makes its words ready for the line.
    pub(super) fn write(&self, out: &mut String, text: &str, set: fn(&str) -> Cow<'_, str>) {
        let mut done = 0;
        for (found, word) in self.index.find(text) {
            if !self.used.borrow_mut().insert(word) {
                continue;
            }
            escape_breaking_into(out, &set(&text[done..found.start]));
            let _ = write!(out, "<a class=\"term\" href=\"{}\">", self.index.url(word));
            escape_breaking_into(out, &set(&text[found.clone()]));
            out.push_str("</a>");
            done = found.end;
        }
        escape_breaking_into(out, &set(&text[done..]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(texts: &[&str]) -> String {
        let words = vec![
            (vec!["KoK".to_owned(), "Kooperationskonferenz".to_owned()], "/w/#kok".to_owned()),
            (vec!["PiT".to_owned()], "/w/#pit".to_owned()),
            (vec!["Gesamtplanverfahren PiT".to_owned()], "/w/#gpv".to_owned()),
        ];
        let index = TermIndex::new(words).unwrap();
        let terms = Terms::new(&index);
        let mut out = String::new();
        texts.iter().for_each(|t| terms.write(&mut out, t, |text| Cow::Borrowed(text)));
        out
    }

    #[test]
    fn first_use_only_and_whole_words() {
        assert_eq!(
            write(&["Die KoK & die ", "Kooperationskonferenz"]),
            "Die <a class=\"term\" href=\"/w/#kok\">KoK</a> &amp; die Kooperationskonferenz"
        );
        assert_eq!(write(&["KoKs, KoK-Leitung, KoK 2"]), "KoKs, KoK-Leitung, KoK 2");
        assert_eq!(
            write(&["Gesamtplanverfahren PiT"]),
            "<a class=\"term\" href=\"/w/#gpv\">Gesamtplanverfahren PiT</a>"
        );
    }
}
