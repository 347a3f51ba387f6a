//! Tables that no report names: perhaps raw ones.

use super::{NUMBERS, example};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::kinds::MISNAMED;
use crate::rules::page::is_leftover;
use crate::site::{Site, is_published};
use crate::source::{FileType, is_named_like_table, looks_like_table};

/// `report/stray-table`
pub static RULE: Rule = Rule {
    code: "report/stray-table",
    severity: Severity::Error,
    title: "Im Ordner der Website liegt keine Tabelle, die kein Bericht nennt.",
    why: "Es könnte die rohe Tabelle mit den echten kleinen Zahlen sein. Was hier liegt, ist öffentlich, auch wenn keine Seite es zeigt.",
    wrong: &[("berichte/z.md", example!("")), NUMBERS, ("berichte/roh.csv", "ort,wert\nnord,10\n")],
    right: &[("berichte/z.md", example!("")), NUMBERS],
};

/// Every CSV file that no report names, and every file of a kind that no page shows. None of them is copied to the site.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let words = site.settings.easy.words.as_deref();
    for file in &site.snapshot.files {
        let known = match file.file_type {
            FileType::Table => site.declared_tables.contains(&*file.path),
            FileType::Asset => {
                is_published(&file.path, &file.bytes)
                    || words == Some(&*file.path)
                    || is_leftover(&file.path)
                    || &*file.path == MISNAMED
            }
            // A theme's static files are copied too.
            FileType::Theme => {
                let begins_like_one = looks_like_table(file.text.as_bytes()) || looks_like_table(&file.bytes);
                !is_named_like_table(&file.path) && !begins_like_one
            }
            _ => true,
        };
        if !known {
            let message = match file.file_type {
                FileType::Table => "Diese Tabelle gehört zu keinem Bericht.",
                FileType::Theme => "Diese Datei gehört zur Gestaltung, sieht aber aus wie eine Tabelle.",
                _ => "Diese Datei wird nicht veröffentlicht: Ihre Art kann eine rohe Tabelle sein.",
            };
            let help = "Nehmen Sie die Datei aus dem Ordner. Rohe Zahlen gehören nie hierher, auch nicht für kurze Zeit: \
                        Die Geschichte des Ordners behält sie. Eine geschützte Tabelle nennt der Bericht unter „tabelle“.";
            out.push(Diagnostic::new(&RULE, &file.path, Place::File, message, help));
        }
    }
}
