//! Verdicts: worked cases in tables, laws as properties, ten years of a site by hand.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "obligations/bodies.rs"]
mod bodies;
#[path = "obligations/chair.rs"]
mod chair;
#[path = "obligations/events.rs"]
mod events;
#[path = "obligations/expiry.rs"]
mod expiry;
#[path = "obligations/laws.rs"]
mod laws;
#[path = "obligations/meetings.rs"]
mod meetings;
#[path = "obligations/midnight.rs"]
mod midnight;
#[path = "obligations/site.rs"]
mod site;
#[path = "sites/mod.rs"]
mod sites;
#[path = "obligations/ten_years.rs"]
mod ten_years;
#[path = "obligations/terms.rs"]
mod terms;
#[path = "obligations/world.rs"]
mod world;
#[path = "obligations/yearly.rs"]
mod yearly;
