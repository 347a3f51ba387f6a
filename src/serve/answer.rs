//! Answers requests from memory. Only this computer may ask, and only by its own names: a foreign page that points its
//! name at 127.0.0.1 (DNS rebinding) is refused by the Host header.

use super::State;
use crate::model::media_type;
use crate::outputs::POLICY;
use crate::source::percent_decode;
use axum::body::{Body, Bytes};
use axum::extract::State as Extract;
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use std::convert::Infallible;
use std::sync::Arc;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");

/// Any request.
pub async fn answer(
    Extract(state): Extract<Arc<State>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or("");
    if !is_own_name(host) {
        return plain(StatusCode::FORBIDDEN, "Die Vorschau antwortet nur unter http://127.0.0.1.");
    }
    if method != Method::GET && method != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "Die Vorschau lässt sich nur lesen.");
    }
    match uri.path() {
        "/.klartext/events" => events(&state),
        "/.klartext/preview.js" => file(StatusCode::OK, media_type("js"), SCRIPT.into()),
        "/.klartext/preview.css" => file(StatusCode::OK, media_type("css"), STYLE.into()),
        path => page(&state, path),
    }
}

/// `127.0.0.1:8000`, `localhost:8000`, `[::1]:8000`, with any port.
fn is_own_name(host: &str) -> bool {
    let name =
        host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(n, _)| n);
    ["127.0.0.1", "localhost", "[::1]"].contains(&name)
}

fn page(state: &State, path: &str) -> Response<Body> {
    let shown = state.shown.read().unwrap_or_else(std::sync::PoisonError::into_inner);
    let name = percent_decode(path.trim_start_matches('/')).into_owned();
    let wanted = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.clone() };
    if let Some(artifact) = shown.artifacts.get(&wanted) {
        let ending = wanted.rsplit_once('.').map_or("", |(_, ending)| ending);
        let bytes = match ending {
            "html" => with_panel(&artifact.bytes, &shown.panel),
            _ => Bytes::copy_from_slice(&artifact.bytes),
        };
        return file(StatusCode::OK, media_type(ending), bytes);
    }
    if shown.artifacts.contains_key(&format!("{name}/index.html")) {
        let to = format!("/{}/", path.trim_matches('/'));
        return (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to)]).into_response();
    }
    let lost = shown.artifacts.get("404.html").map_or_else(Bytes::new, |a| with_panel(&a.bytes, &shown.panel));
    file(StatusCode::NOT_FOUND, media_type("html"), lost)
}

/// The page with findings and reload script at its end. The files themselves stay as they are.
fn with_panel(html: &[u8], panel: &str) -> Bytes {
    let head = "<link rel=\"stylesheet\" href=\"/.klartext/preview.css\"><script src=\"/.klartext/preview.js\" defer></script></head>";
    let html = String::from_utf8_lossy(html).replacen("</head>", head, 1);
    let at = html.rfind("</body>").unwrap_or(html.len());
    format!("{}{panel}{}", &html[..at], &html[at..]).into()
}

/// Server-sent events: one for each build after the page was opened.
fn events(state: &State) -> Response<Body> {
    let stream = WatchStream::from_changes(state.version.subscribe())
        .map(|version| Ok::<_, Infallible>(Event::default().event("neu").data(version.to_string())));
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

fn file(status: StatusCode, media_type: &'static str, bytes: Bytes) -> Response<Body> {
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, bytes).into_response()
}

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    file(status, media_type("txt"), text.into())
}
