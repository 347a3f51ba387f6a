//! A day begins at midnight in Berlin, in summer and in winter: the program from its clock to its verdict.

use crate::sites::{DELETED, Site};
use std::process::Command;

const AGREEMENT: &str = "---
art: vereinbarung
id: v
titel: Vereinbarung
region: Beispiel-Region
partner: [lwv]
in_kraft: 2021-06-01
pflichten:
  - {id: kuendigung, titel: Man kann kündigen., stelle: nr-1, regel: kuendigung, monate: 6}
---
## 1. Kündigung

Text.

## 2. Gremien

a) Es gibt eine Konferenz.

b) Sie trifft sich.
";

#[test]
fn a_day_begins_at_midnight_in_berlin() {
    // On the first of the days the base site's meeting has not taken place yet.
    let site = Site::base().file("v.md", AGREEMENT).file("sitzungen/2026-03-12-kok.md", DELETED);
    // Seconds since 1970, the day in Berlin, whether notice to the end of 2026 is still possible.
    let cases = [
        // 21:59:59 and 22:00:00 UTC: two hours ahead in summer.
        ("1782856799", "2026-06-30", Some("ist")),
        ("1782856800", "2026-07-01", Some("war")),
        // 22:59:59 and 23:00:00 UTC: one hour ahead in winter, and a new year.
        ("1798757999", "2026-12-31", Some("war")),
        ("1798758000", "2027-01-01", Some("war")),
        // The night in which the clocks go back, and the last second of 29 February.
        ("1792886399", "2026-10-25", Some("war")),
        ("1709247599", "2024-02-29", None),
    ];
    for (seconds, date, verb) in cases {
        let out = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_klartext"));
        command.arg("build").arg("--site").arg(site.path("")).arg("--out").arg(out.path().join("public"));
        let result = command.env("SOURCE_DATE_EPOCH", seconds).output().unwrap();
        assert!(result.status.success(), "{}", String::from_utf8_lossy(&result.stderr));
        let text = std::fs::read_to_string(out.path().join("public/status.json")).unwrap();
        let status: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(status["as_of"], date, "{seconds}");
        let years = status["obligations"][0]["years"].as_array().unwrap();
        let sentence = years.iter().find(|y| y["year"] == 2026).map(|y| y["sentence"].as_str().unwrap());
        let wanted = verb.map(|v| {
            format!("Eine Kündigung zum 31. Dezember 2026 {v} bis zum 30. Juni 2026 möglich. Niemand muss kündigen.")
        });
        assert_eq!(sentence, wanted.as_deref(), "{seconds}");
    }
}
