//! Roles, order of the keyboard and names by reference.

use super::{Context, Fault};
use crate::diagnostic::{Rule, Severity};
use crate::html::Page;

/// `a11y/aria`
pub static RULE: Rule = Rule {
    code: "a11y/aria",
    severity: Severity::Error,
    title: "Rollen gibt es, Verweise führen zu Stellen der Seite, und die Reihenfolge der Tabulator-Taste bleibt, wie sie ist.",
    why: "Ein falscher Verweis ist für Vorlese-Programme ein leerer Name. Eigene Reihenfolgen und Tasten-Kürzel verwirren.",
    wrong: &[("seite.html", "<section aria-labelledby=\"fehlt\"><h2>Anfahrt</h2></section>\n")],
    right: &[("seite.html", "<section aria-labelledby=\"anfahrt\"><h2 id=\"anfahrt\">Anfahrt</h2></section>\n")],
};

/// Roles of WAI-ARIA 1.2 and of its module for publications that authors may write.
const ROLES: &str = " alert alertdialog application article banner blockquote button caption cell checkbox code columnheader \
    combobox complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid \
    gridcell group heading img insertion link list listbox listitem log main mark marquee math menu menubar menuitem \
    menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup \
    region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript superscript \
    switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem doc-backlink \
    doc-endnotes doc-footnote doc-noteref ";

/// Every attribute of those. WCAG 2.2, 2.4.3 and 4.1.2.
pub(super) fn check(page: &Page<'_>, _: &Context<'_>, out: &mut Vec<Fault>) {
    let mut ids = None;
    let mut fault = |message: String, help| out.push(Fault::new(&RULE, "", message, help));
    for (key, value) in page.all_attributes() {
        match *key {
            "role" => {
                for role in value.split_whitespace().filter(|role| !ROLES.contains(&format!(" {role} "))) {
                    fault(
                        format!("Die Rolle „{role}“ gibt es nicht."),
                        "Nehmen Sie eine Rolle aus WAI-ARIA 1.2, oder keine.",
                    );
                }
            }
            "tabindex" if value.parse::<i32>().is_ok_and(|n| n > 0) => {
                fault(format!("tabindex=\"{value}\" ändert die Reihenfolge."), "Erlaubt sind 0 und -1.");
            }
            "accesskey" => {
                fault("Ein Tasten-Kürzel (accesskey) stört Hilfs-Mittel.".to_owned(), "Nehmen Sie es heraus.")
            }
            "aria-labelledby" | "aria-describedby" | "aria-controls" | "aria-owns" | "for" => {
                let ids = ids.get_or_insert_with(|| page.ids());
                for id in value.split_whitespace().filter(|id| ids.binary_search(id).is_err()) {
                    fault(
                        format!("{key} nennt „{id}“, doch die Seite hat keine solche Stelle."),
                        "Geben Sie dem Element diese id.",
                    );
                }
            }
            _ => {}
        }
    }
}
