//! Control characters in the texts of the site folder. What a front matter spells out ("\\0") is found where it is read.

use crate::diagnostic::{Diagnostic, Place};
use crate::front::{CONTROL, CONTROL_HELP};
use crate::site::Site;
use crate::source::{FileType, LineIndex, control_character, control_name};

/// Most findings in one file: one that is full of them is no text.
const MOST: usize = 20;

/// The first one of each line of each text.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    // A theme is made by people who program; pages made with it are looked at on their own.
    let texts = site.snapshot.files.iter().filter(|f| !matches!(f.file_type, FileType::Asset | FileType::Theme));
    for file in texts {
        if control_character(&file.text).is_none() {
            continue;
        }
        let lines = LineIndex::new(&file.text);
        let found = file.text.split_inclusive('\n').scan(0, |start, line| {
            let here = control_character(line).map(|(at, c)| (*start + at, c));
            *start += line.len();
            Some(here)
        });
        for (at, c) in found.flatten().take(MOST) {
            // A point, as the reading of front matter gives it: so the same thing is said once.
            let (line, column) = lines.line_column(&file.text, at);
            out.push(Diagnostic::new(&CONTROL, &file.path, Place::Point(line, column), control_name(c), CONTROL_HELP));
        }
    }
}
