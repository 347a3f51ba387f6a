//! Bodies that begin and end: parts of years are counted, not judged.

use crate::meetings::{TWO, meets};
use crate::world::World;

/// From, until, extended until, year, day, word, sentence; one meeting was held on 1 February of every year.
const TERMS: &[(&str, &str, &str, i32, &str, &str, &str)] = &[
    // The year in which a body ends is counted, not judged; the years after it are not.
    (
        "2021-06-01",
        "2022-03-31",
        "",
        2022,
        "2022-02-15",
        "nicht anwendbar",
        "Das Gremium ist bis zum 31. März 2022 vereinbart. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene Sitzung.",
    ),
    (
        "2021-06-01",
        "2022-03-31",
        "",
        2022,
        "2022-04-01",
        "nicht anwendbar",
        "Das Gremium war bis zum 31. März 2022 vereinbart. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene Sitzung.",
    ),
    (
        "2021-06-01",
        "2022-03-31",
        "",
        2023,
        "2024-04-01",
        "nicht anwendbar",
        "Das Gremium war bis zum 31. März 2022 vereinbart.",
    ),
    // An extension moves the end; years in between are whole years.
    (
        "2021-06-01",
        "2022-03-31",
        "2024-06-30",
        2022,
        "2024-04-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    (
        "2021-06-01",
        "2022-03-31",
        "2024-06-30",
        2024,
        "2024-07-01",
        "nicht anwendbar",
        "Das Gremium war bis zum 30. Juni 2024 vereinbart. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene Sitzung.",
    ),
    (
        "2021-06-01",
        "",
        "2024-06-30",
        2025,
        "2026-07-01",
        "nicht anwendbar",
        "Das Gremium war bis zum 30. Juni 2024 vereinbart.",
    ),
    // A year that ends with its last day is a whole one.
    (
        "2021-06-01",
        "2023-12-31",
        "",
        2023,
        "2024-04-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    // Not agreed yet; agreed from the first day of a year; agreed within one.
    ("2023-01-01", "", "", 2022, "2024-04-01", "nicht anwendbar", "Die Zusage gilt erst ab dem 1. Januar 2023."),
    (
        "2023-01-01",
        "",
        "",
        2023,
        "2024-04-01",
        "nicht erfüllt",
        "Vereinbart sind mindestens 2 Sitzungen, veröffentlicht ist 1 gehaltene. Für das Jahr ist alles veröffentlicht, es fehlt 1 Sitzung.",
    ),
    (
        "2023-01-02",
        "",
        "",
        2023,
        "2024-04-01",
        "nicht anwendbar",
        "Die Zusage gilt erst ab dem 2. Januar 2023. Ein Teil eines Jahres wird gezählt, aber nicht beurteilt: 1 gehaltene Sitzung.",
    ),
];

#[test]
fn bodies_that_begin_and_end() {
    for (from, until, extended, year, as_of, word, sentence) in TERMS {
        let world = World::new()
            .meetings("kok", "+2022-02-01 +2023-02-01 +2024-02-01 +2025-02-01")
            .complete("kok", &[2022, 2023, 2024, 2025])
            .body("kok", from, until, extended);
        let verdict = world.judge(&meets(TWO), *year, as_of);
        assert_eq!((verdict.word.german(), verdict.sentence.as_str()), (*word, *sentence), "{from} {until} in {year}");
    }
}
