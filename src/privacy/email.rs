//! E-mail addresses, also those written "(at)" or "AT … PUNKT" to hide them from machines.

use super::gate::{Seen, Words};
use super::pattern::Pattern;
use super::{Hit, Kind, Known};

static FORM: Pattern = Pattern::new(
    r"(?i)[\p{L}0-9._%+-]*[\p{L}0-9_%+-] ?(?:@|[(\[{] ?(?:at|ät|@|a) ?[)\]}]) ?[\p{L}0-9-]+(?: ?(?:\.|[(\[{] ?(?:dot|punkt|\.) ?[)\]}]) ?[\p{L}0-9-]+)*? ?(?:\.|[(\[{] ?(?:dot|punkt|\.) ?[)\]}]) ?(\p{L}{2,24})\b",
);
/// Spelt out in words alone: "name AT haus PUNKT de".
static SPELT: Pattern = Pattern::new(
    r"(?i)\b[\p{L}0-9_%+-]+(?: ?(?:\.| punkt | dot | minus ) ?[\p{L}0-9_%+-]+)* (?:at|ät) [\p{L}0-9-]+(?:(?:\.| punkt | dot | minus )[\p{L}0-9-]+)*(?: punkt | dot )\p{L}{2,24}\b",
);
pub(super) static DOTS: Words = Words::of_any_size(&["punkt", "dot"]);
/// Names that belong to nobody (RFC 2606): they stand in templates and handbooks.
const RESERVED: [&str; 6] = ["example.org", "example.com", "example.net", ".example", ".invalid", ".test"];

/// Addresses, but for those of reserved names.
pub fn find(seen: &Seen<'_>, _: &Known, hits: &mut Vec<Hit>) {
    let lines = seen.lines_at(seen.signs.at.iter().copied());
    let spelt = SPELT.within(seen.text, seen.lines(&DOTS));
    for found in FORM.within(seen.text, lines).chain(spelt) {
        let plain = found.str(0).to_lowercase();
        if !RESERVED.iter().any(|name| plain.ends_with(name)) {
            hits.push(Hit { kind: Kind::Email, range: found.whole() });
        }
    }
}
