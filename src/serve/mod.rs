//! The live preview: builds in memory, serves on this computer alone, rebuilds when a file changes and reloads the open
//! page. Nothing of it ever reaches an output folder. While something is broken, the last good site stays, with the
//! findings over it.

mod answer;
mod watch;

use crate::diagnostic::{Finding, Severity, overlay, summary};
use crate::model::Artifacts;
use crate::pipeline::{Memo, Options, run as run_pipeline};
use crate::source::refusal;
use axum::Router;
use std::io::{ErrorKind, Write};
use std::net::Ipv4Addr;
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

/// Serves until the process is ended. With port 0 the system picks a free one. Of `options`, address and preview are
/// set here: the preview stands at the root of its own address, whatever the public one is.
///
/// # Errors
/// When the site folder cannot be read at first, or the port cannot be had.
pub fn run(mut options: Options, port: u16) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| format!("Die Vorschau startet nicht: {}", refusal(&e)))?;
    let listener = runtime.block_on(tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))).map_err(|e| {
        let why = match e.kind() {
            ErrorKind::AddrInUse => format!("Der Anschluss {port} ist nicht frei: Ein anderes Programm benutzt ihn."),
            ErrorKind::PermissionDenied => format!("Den Anschluss {port} erlaubt das System nur Verwaltern."),
            _ => format!("Den Anschluss {port} kann Klartext nicht öffnen. {}", refusal(&e)),
        };
        format!("{why} Nehmen Sie einen anderen: --port {}", if port == 8001 { 8002 } else { 8001 })
    })?;
    let port = listener.local_addr().map_or(port, |a| a.port());
    options.base_url = Some(format!("http://127.0.0.1:{port}/"));
    options.preview = true;
    let folder = options.site.clone();
    let state = Arc::new(State { shown: RwLock::default(), version: channel::channel(0).0 });
    let builder = Arc::new(Mutex::new(Builder { options, memo: Memo::kept(), good: false }));
    build(&builder, &state)?;
    let _watcher = watch::watch(&folder, &builder, &state)?;
    // Once more for what changed between the first look and the watching.
    build(&builder, &state)?;
    say(&format!("Vorschau: http://127.0.0.1:{port}/  (Beenden mit Strg+C)"));
    let app = Router::new().fallback(answer::answer).with_state(state);
    runtime
        .block_on(async { axum::serve(listener, app).await })
        .map_err(|e| format!("Die Vorschau ist abgebrochen: {}", refusal(&e)))
}

struct Builder {
    options: Options,
    memo: Memo,
    /// Whether a site without errors was shown already.
    good: bool,
}

/// Builds once and shows the result. A site with errors is shown only as long as there was no good one. Where nothing
/// came out differently, no page is reloaded: an event is only a hint.
fn build(builder: &Arc<Mutex<Builder>>, state: &State) -> Result<(), String> {
    let mut builder = builder.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let Builder { options, memo, good } = &mut *builder;
    let outcome =
        run_pipeline(options, memo).map_err(|e| format!("Der Ordner lässt sich nicht lesen: {}", refusal(&e)))?;
    let errors = outcome.has_errors();
    let panel = overlay(&outcome.findings);
    let show_pages = !errors || !*good;
    *good |= !errors;
    let mut shown = state.shown.write().unwrap_or_else(std::sync::PoisonError::into_inner);
    let same = shown.panel == panel && (!show_pages || *shown.artifacts == outcome.artifacts);
    if same {
        return Ok(());
    }
    shown.panel = panel;
    if show_pages {
        shown.artifacts = Arc::new(outcome.artifacts);
    }
    drop(shown);
    report(&outcome.findings);
    state.version.send_modify(|v| *v += 1);
    Ok(())
}

fn report(findings: &[Finding]) {
    say(&summary(findings));
    for f in findings.iter().filter(|f| f.severity == Severity::Error) {
        say(&format!("  {}:{}:{} {}", f.file, f.line, f.column, f.message));
    }
}

/// A line at the terminal. The preview goes on when nobody reads it.
fn say(text: &str) {
    let _ = writeln!(anstream::stdout(), "{text}");
}
