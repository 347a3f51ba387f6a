//! Tables that are already in the repository.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::collections::BTreeMap;

use klartext::disclosure::{
    CellId, Decimal, Fact, Knowledge, Policy, Printed, RawCount, RawTable, Reason, Relation, ZeroReaders, admit,
    protect, verify,
};

const G: Printed = Printed::Withheld;

fn e(count: u64) -> Printed {
    Printed::Exact(count)
}

fn r(value: u64) -> Printed {
    Printed::Rounded { value, base: 5 }
}

fn id(name: &str) -> CellId {
    CellId::new(name)
}

fn row(parts: &[Printed], total: Printed) -> (BTreeMap<CellId, Printed>, Vec<Relation>) {
    let names: Vec<CellId> = ["a", "b", "c", "d"].iter().take(parts.len()).map(|n| id(n)).collect();
    let mut table: BTreeMap<CellId, Printed> = names.iter().cloned().zip(parts.iter().copied()).collect();
    table.insert(id("t"), total);
    (table, vec![Relation { total: id("t"), parts: names }])
}

/// `cell: code` of every problem.
fn problems(parts: &[Printed], total: Printed, facts: &[Fact], policy: &Policy) -> Vec<String> {
    let (table, relations) = row(parts, total);
    let known = Knowledge { relations, facts: facts.to_vec(), ..Knowledge::default() };
    let found = verify(&table, &known, policy);
    assert_eq!(admit(&table, &known, policy).is_ok(), found.is_empty());
    found.iter().map(|p| format!("{}: {}", p.cell.as_ref().map_or("-", CellId::as_str), p.code)).collect()
}

#[test]
fn names_the_very_cell() {
    let policy = Policy::default();
    let cases: &[(&[Printed], Printed, &[&str])] = &[
        (&[e(5), e(6)], e(11), &[]),
        (&[G, G, e(6)], e(20), &[]),
        (&[e(0), e(6)], e(6), &[]),
        (&[e(2), e(6)], e(8), &["a: small"]),
        (&[G, e(6)], e(8), &["a: derivable"]),
        (&[G, G, e(6)], e(8), &["a: derivable", "b: derivable"]),
        (&[e(5), e(6)], e(12), &["t: sum"]),
        (&[G, e(16)], e(12), &["t: sum"]),
        (&[r(5), r(10)], r(15), &[]),
        (
            &[r(0), r(0), r(0), r(0)],
            r(10),
            &["a: derivable", "b: derivable", "c: derivable", "d: derivable", "t: derivable"],
        ),
        (&[r(5), Printed::Rounded { value: 7, base: 5 }], r(15), &["b: rounding"]),
    ];
    for (parts, total, expected) in cases {
        assert_eq!(problems(parts, *total, &[], &policy), *expected, "{parts:?} {total:?}");
    }
}

#[test]
fn policy_and_facts_count() {
    let strict = Policy { zero_public: false, ..Policy::default() };
    assert_eq!(problems(&[e(0), e(6)], e(6), &[], &strict), ["a: zero"]);
    assert_eq!(problems(&[G, G, G], e(3), &[], &Policy::default()), Vec::<String>::new());
    let zeros = Policy { zero_readers: ZeroReaders::Protect, ..Policy::default() };
    assert_eq!(problems(&[G, G, G], e(3), &[], &zeros).len(), 3);
    let share = Fact::share(&id("a"), &id("t"), Decimal::new(100, 1), 1);
    assert_eq!(problems(&[G, G, e(6)], e(20), &share, &Policy::default()), ["a: derivable", "b: derivable"]);
    let change = Fact::change(&id("a"), 4, -2);
    assert_eq!(problems(&[G, G, G], e(90), &[change], &Policy::default()), ["a: derivable"]);
}

#[test]
fn what_protect_writes_passes_and_the_report_holds_no_count() {
    let counts = [("a", 1), ("b", 44), ("c", 2), ("d", 55), ("t", 102)];
    let table = RawTable {
        cells: counts.iter().map(|(n, c)| (id(n), RawCount::new(*c).unwrap())).collect(),
        known: Knowledge { relations: row(&[G, G, G, G], G).1, ..Knowledge::default() },
        beside: Default::default(),
    };
    let safe = protect(&table, &Policy::default()).unwrap();
    let printed = safe.cells.iter().map(|(id, c)| (id.clone(), c.printed())).collect();
    assert_eq!(verify(&printed, &table.known, &Policy::default()), []);
    let reasons: Vec<Reason> = safe.report.withheld.iter().map(|w| w.1).collect();
    assert_eq!(reasons, [Reason::SmallCount, Reason::Secondary, Reason::SmallCount]);
    let report = safe.report.to_string();
    assert!(report.contains("- b: Schutz einer anderen Zelle") && !report.contains("44"), "{report}");
    assert_eq!(safe.cells[&id("a")].csv_status(), "geheim");
    assert_eq!(safe.cells[&id("a")].csv_value(), "");
    assert!(!format!("{table:?}").contains("44"));
}
