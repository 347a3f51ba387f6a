//! Watches the site folder. An event is only a hint that something may have changed: the build itself compares hashes.

use super::{Builder, State, build, say};
use notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Quiet time after which a change counts as done; editors save in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// Keeps watching `folder` as long as the result lives.
pub fn watch(
    folder: &Path,
    builder: &Arc<Mutex<Builder>>,
    state: &Arc<State>,
) -> Result<Debouncer<notify::RecommendedWatcher, RecommendedCache>, String> {
    let (builder, state) = (Arc::clone(builder), Arc::clone(state));
    let changed = move |result: DebounceEventResult| {
        // Reading the folder is an event too on some systems; a build must not set off the next one.
        let real = match &result {
            Ok(events) => events.iter().any(|e| !matches!(e.kind, EventKind::Access(_))),
            // The watcher lost track: look for ourselves.
            Err(_) => true,
        };
        if real && let Err(message) = build(&builder, &state) {
            say(&message);
        }
    };
    let fail = |e: notify::Error| format!("Der Ordner lässt sich nicht beobachten: {e}");
    let mut debouncer = new_debouncer(QUIET, None, changed).map_err(fail)?;
    debouncer.watch(folder, RecursiveMode::Recursive).map_err(fail)?;
    Ok(debouncer)
}
