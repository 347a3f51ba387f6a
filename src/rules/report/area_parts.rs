//! Areas that are the sum of others: declared, and declared right.

use super::example;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Rule, Severity};
use crate::front::nearest;
use crate::german::fold;
use crate::site::Site;
use std::collections::BTreeSet;

/// `report/area-parts`
pub static RULE: Rule = Rule {
    code: "report/area-parts",
    severity: Severity::Error,
    title: "Ist ein Gebiet die Summe anderer, dann steht das in site.yaml.",
    why: "Stehen der Kreis „mit Stadt“ und der Kreis „ohne Stadt“ für denselben Tag da, kann man die Stadt ausrechnen. Das lässt sich nur prüfen, wenn Klartext es weiß.",
    wrong: &[
        ("berichte/z.md", example!("gebiet: [mit-stadt]\n", "")),
        (
            "site.yaml",
            "titel: Teilhabe in der Beispiel-Region\nanbieter: Ein Angebot der Partner\nbasis_url: https://example.org/\nbetreiber: lwv\npartner:\n  - id: lwv\n    name: Landeswohlfahrtsverband Hessen\nmenue:\n  - text: Vereinbarung\n    ziel: v.md\n  - text: Gremien\n    ziel: gremien/index.md\ngebiete:\n  - id: mit-stadt\n    titel: Kreis Muster mit Stadt Muster\n  - id: ohne-stadt\n    titel: Kreis Muster ohne Stadt Muster\n  - id: stadt\n    titel: Stadt Muster\n",
        ),
    ],
    right: &[
        ("berichte/z.md", example!("gebiet: [mit-stadt]\n", "")),
        (
            "site.yaml",
            "titel: Teilhabe in der Beispiel-Region\nanbieter: Ein Angebot der Partner\nbasis_url: https://example.org/\nbetreiber: lwv\npartner:\n  - id: lwv\n    name: Landeswohlfahrtsverband Hessen\nmenue:\n  - text: Vereinbarung\n    ziel: v.md\n  - text: Gremien\n    ziel: gremien/index.md\ngebiete:\n  - id: mit-stadt\n    titel: Kreis Muster mit Stadt Muster\n    besteht_aus: [ohne-stadt, stadt]\n  - id: ohne-stadt\n    titel: Kreis Muster ohne Stadt Muster\n  - id: stadt\n    titel: Stadt Muster\n",
        ),
    ],
};

/// Words after which a name says what belongs to it, or does not.
const MORE_OR_LESS: [&str; 12] = [
    " mit ",
    " ohne ",
    " und ",
    " samt ",
    " nebst ",
    " außer ",
    " ausser ",
    " einschließlich ",
    " inklusive ",
    " inkl. ",
    " ausgenommen ",
    " (",
];

/// Those after which the name says what does not belong to it.
const LESS: [&str; 4] = [" ohne ", " außer ", " ausser ", " ausgenommen "];

/// Parts of areas, and areas whose names say that one holds the other.
pub fn check(site: &Site, out: &mut Vec<Diagnostic>) {
    let settings = &site.settings;
    let mut add = |place: FieldPath, message: String, help: String| {
        out.push(Diagnostic::new(&RULE, &settings.file, Place::Value(place), message, help));
    };
    for area in &settings.areas {
        let path = FieldPath::key("gebiete").at(area.at).then("besteht_aus");
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for part in &area.parts {
            let path = path.at(part.at);
            if settings.area(part).is_none() {
                let ids = settings.areas.iter().map(|a| a.id.as_str());
                let help = match nearest(part, ids.chain(settings.partners.iter().map(|p| p.id.as_str()))) {
                    Some(near) => format!("Meinten Sie „{near}“?"),
                    None => "Tragen Sie auch den Teil unter „gebiete“ ein, mit „id“ und „titel“.".to_owned(),
                };
                add(path, format!("Das Gebiet „{part}“ gibt es nicht."), help);
                continue;
            }
            if reaches(site, part, &area.id) {
                let message = format!("„{}“ ist ein Teil von sich selbst.", area.id);
                add(path, message, "Prüfen Sie, welches Gebiet aus welchen besteht.".to_owned());
                continue;
            }
            let atoms = settings.atoms(part);
            if !seen.is_disjoint(&atoms) {
                let message = format!("„{part}“ überschneidet sich mit einem anderen Teil von „{}“.", area.id);
                let help =
                    "Nennen Sie Teile, die sich nicht überschneiden. Sonst ist jemand doppelt gezählt.".to_owned();
                add(path, message, help);
            }
            seen.extend(atoms);
        }
    }
    for (n, area) in settings.areas.iter().enumerate() {
        let before = settings.areas[..n].iter().map(|a| (a.id.as_str(), a.title.as_str()));
        let used = settings.partners.iter().filter(|p| is_used(site, &p.id)).map(|p| (p.id.as_str(), p.name.as_str()));
        let alike = |(id, title): &(&str, &str)| {
            base(title) == base(&area.title) && settings.atoms(id).is_disjoint(&settings.atoms(&area.id))
        };
        if let Some((id, title)) = before.chain(used).find(alike) {
            let message = format!(
                "„{}“ und „{title}“ sehen so aus, als enthielte ein Gebiet das andere. Wie sie zusammenhängen, steht nicht da.",
                area.title
            );
            let without = |title: &str| LESS.iter().any(|word| title.contains(word));
            let with = |title: &str| !without(title) && MORE_OR_LESS.iter().any(|word| title.contains(word));
            let other_is_larger = !without(title) && (without(&area.title) || (with(title) && !with(&area.title)));
            let (small, large) = if other_is_larger { (&*area.id, id) } else { (id, &*area.id) };
            let help = format!(
                "Schreiben Sie beim Gebiet „{large}“, woraus es besteht: besteht_aus: [{small}, …]. Was fehlt, tragen Sie als \
                 eigenes Gebiet ein. Sind beide dasselbe: besteht_aus: [{small}]"
            );
            add(FieldPath::key("gebiete").at(area.at).then("titel"), message, help);
        }
    }
}

/// Whether `from` is `to`, or has it as a part.
fn reaches(site: &Site, from: &str, to: &str) -> bool {
    let mut known = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        let parts = site.settings.areas.iter().filter(|a| a.id == id).flat_map(|a| &a.parts);
        open.extend(parts.map(|p| p.as_str()).filter(|p| known.insert(p)));
    }
    false
}

/// Whether a report gives numbers for an area, as a whole or as a value of its table.
fn is_used(site: &Site, id: &str) -> bool {
    (0..site.entries.len()).filter_map(|index| site.report(index)).any(|report| {
        let dimensions = report.table.iter().flat_map(|t| &t.dimensions);
        let mut values = dimensions.filter(|d| d.is_area != Some(false)).flat_map(|d| &d.values);
        report.areas.iter().any(|a| a.value == id) || values.any(|v| v.id == id)
    })
}

/// The name of an area without what is added to it or taken off.
fn base(title: &str) -> String {
    let end = MORE_OR_LESS.iter().filter_map(|word| title.find(word)).min().unwrap_or(title.len());
    fold(&title[..end]).chars().filter(|c| c.is_alphanumeric()).collect()
}
