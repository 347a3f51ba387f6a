//! Klartext compiles a folder of Markdown into the public website of regional bodies.
//!
//! The rooms stand in the order in which they may use each other: a module imports only from those above it.
//! `ARCHITECTURE.md` tells what each takes and gives; `tests/architecture.rs` holds the code to it.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod source;

pub mod diagnostic;

pub mod german;

pub mod privacy;

pub mod markdown;

pub mod front;

pub mod model;

pub mod disclosure;

pub mod pictures;

pub mod kinds;

pub mod tables;

pub mod site;

pub mod obligations;

pub mod html;

pub mod chart;

pub mod rules;

pub mod view;

pub mod search;

pub mod theme;

pub mod outputs;

pub mod emit;

pub mod pipeline;

pub mod serve;

pub mod cli;
