//! The live preview: builds in memory, serves on this computer alone, rebuilds when a file changes and reloads the open
//! page. Nothing of it ever reaches an output folder. While something is broken, the last good site stays, with the
//! findings over it.

mod answer;
mod watch;

use crate::diagnostic::{Finding, overlay};
use crate::model::Artifacts;
use crate::pipeline::{Memo, Options, run as run_pipeline};
use axum::Router;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, RwLock};
use tokio::sync::watch as channel;

/// What is being shown.
#[derive(Default)]
struct Shown {
    artifacts: Arc<Artifacts>,
    panel: String,
}

/// Shared by the builder and all requests.
struct State {
    shown: RwLock<Shown>,
    /// Counts the builds; every open page listens to it.
    version: channel::Sender<u64>,
}

/// Serves until the process is ended.
///
/// # Errors
/// When the site folder cannot be read at first, or the port cannot be had.
pub fn run(options: Options, port: u16) -> Result<(), String> {
    let state = Arc::new(State { shown: RwLock::default(), version: channel::channel(0).0 });
    let builder = Arc::new(Mutex::new(Builder { options, memo: Memo::kept(), good: false }));
    build(&builder, &state)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| format!("Die Vorschau startet nicht: {e}"))?;
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
        .map_err(|e| format!("Der Anschluss {port} ist nicht frei ({e}). Nehmen Sie einen anderen: --port 8001"))?;
    let port = listener.local_addr().map_or(port, |a| a.port());
    let _watcher = watch::watch(&builder, &state)?;
    anstream::println!("Vorschau: http://127.0.0.1:{port}/  (Beenden mit Strg+C)");
    let app = Router::new().fallback(answer::answer).with_state(state);
    runtime
        .block_on(async { axum::serve(listener, app).await })
        .map_err(|e| format!("Die Vorschau ist abgebrochen: {e}"))
}

struct Builder {
    options: Options,
    memo: Memo,
    /// Whether a site without errors was shown already.
    good: bool,
}

impl Builder {
    fn site(&self) -> PathBuf {
        self.options.site.clone()
    }
}

/// Builds once and shows the result. A site with errors is shown only as long as there was no good one.
fn build(builder: &Arc<Mutex<Builder>>, state: &State) -> Result<(), String> {
    let mut builder = builder.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let Builder { options, memo, good } = &mut *builder;
    let outcome = run_pipeline(options, memo).map_err(|e| format!("Der Ordner lässt sich nicht lesen: {e}"))?;
    let errors = outcome.has_errors();
    report(&outcome.findings);
    let mut shown = state.shown.write().unwrap_or_else(std::sync::PoisonError::into_inner);
    shown.panel = overlay(&outcome.findings);
    if !errors || !*good {
        shown.artifacts = Arc::new(outcome.artifacts);
        *good |= !errors;
    }
    drop(shown);
    state.version.send_modify(|v| *v += 1);
    Ok(())
}

fn report(findings: &[Finding]) {
    let (errors, warnings) = crate::diagnostic::count(findings);
    anstream::println!("{errors} Fehler, {warnings} Warnungen");
    for f in findings.iter().filter(|f| f.severity == crate::diagnostic::Severity::Error) {
        anstream::println!("  {}:{}:{} {}", f.file, f.line, f.column, f.message);
    }
}
