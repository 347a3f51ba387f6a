//! The preview: what it shows, to whom, and what it never does. Spoken to over plain sockets, as a browser would.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "cli/support.rs"]
mod support;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;
use support::{DAY, klartext, small_site, tree, write};

/// A running preview; ended when dropped.
struct Preview {
    child: Child,
    port: u16,
}

impl Preview {
    /// Serves `content/` in `folder` on a free port.
    fn start(folder: &Path) -> Preview {
        let mut command = klartext();
        command.current_dir(folder).args(["serve", "--port", "0", "--as-of", DAY]).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        // The reader must live on, or the preview writes into a closed pipe (which it survives, as another test shows).
        let mut lines = Box::new(lines);
        let address = lines.find_map(|l| l.strip_prefix("Vorschau: http://127.0.0.1:").map(str::to_owned)).unwrap();
        let port = address.split('/').next().unwrap().parse().unwrap();
        std::thread::spawn(move || lines.for_each(drop));
        Preview { child, port }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Sends a request as it is and gives the whole answer.
    fn raw(&self, request: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> String {
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, &format!("127.0.0.1:{}", self.port))
    }

    /// Listens for reloads, as the script in an open page does.
    fn listen(&self) -> Ear {
        let mut stream = self.connect();
        let host = format!("Host: localhost:{}", self.port);
        stream.write_all(format!("GET /.klartext/events HTTP/1.1\r\n{host}\r\n\r\n").as_bytes()).unwrap();
        let mut ear = Ear { stream, heard: String::new() };
        ear.until("\r\n\r\n");
        assert!(ear.heard.starts_with("HTTP/1.1 200") && ear.heard.contains("text/event-stream"), "{}", ear.heard);
        ear
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Ear {
    stream: TcpStream,
    heard: String,
}

impl Ear {
    fn until(&mut self, wanted: &str) {
        let mut buffer = [0; 1024];
        while !self.heard.contains(wanted) {
            let length = self.stream.read(&mut buffer).expect("no event came");
            assert!(length > 0, "the stream ended");
            self.heard.push_str(&String::from_utf8_lossy(&buffer[..length]));
        }
    }

    /// Waits for the next reload.
    fn reload(&mut self) {
        self.heard.clear();
        self.until("event: neu");
    }

    /// Whether nothing comes for a while.
    fn is_quiet_for(&mut self, time: Duration) -> bool {
        self.stream.set_read_timeout(Some(time)).unwrap();
        let quiet = self.stream.read(&mut [0; 1024]).is_err();
        self.stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        quiet
    }
}

fn site() -> tempfile::TempDir {
    let temp = tempfile::tempdir().unwrap();
    small_site(&temp.path().join("content"));
    temp
}

fn page(text: &str) -> String {
    format!("---\nart: seite\nid: seite\ntitel: Seite\n---\n{text}\n")
}

#[test]
fn pages_and_files_are_served_with_strict_headers() {
    let temp = site();
    write(temp.path(), &[("content/daten.json", "{}\n"), ("content/ä b.txt", "Umlaut")]);
    let preview = Preview::start(temp.path());
    let home = preview.get("/");
    assert!(home.starts_with("HTTP/1.1 200") && home.contains("<title>"), "{home}");
    for header in
        ["content-security-policy: default-src 'none';", "cache-control: no-store", "x-content-type-options: nosniff"]
    {
        assert!(home.contains(header), "{header}");
    }
    assert!(home.contains("/.klartext/preview.js"));
    assert!(preview.get("/.klartext/preview.js").contains("text/javascript"));
    assert!(preview.get("/.klartext/preview.css").contains("text/css"));
    assert!(preview.get("/seite/?x=1").contains("Text."));
    assert!(preview.get("/seite").contains("location: /seite/\r\n"));
    assert!(preview.get("/daten.json").contains("application/json"));
    assert!(preview.get("/%C3%A4%20b.txt").ends_with("Umlaut"));
    assert!(preview.get("/gibt-es-nicht/").starts_with("HTTP/1.1 404"));
    assert!(preview.ask("POST", "/", "127.0.0.1").starts_with("HTTP/1.1 405"));
    let head = preview.ask("HEAD", "/", "127.0.0.1");
    assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");
}

#[test]
fn only_this_computer_is_answered_and_only_by_its_own_names() {
    let temp = site();
    let preview = Preview::start(temp.path());
    let port = preview.port;
    for host in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), "localhost".into(), format!("[::1]:{port}")]
    {
        assert!(preview.ask("GET", "/", &host).starts_with("HTTP/1.1 200"), "{host}");
    }
    for host in
        ["example.org", "example.org:8000", "127.0.0.1.example.org", "localhost.example.org:80", "192.168.0.1", ""]
    {
        for path in ["/", "/.klartext/events", "/seite/"] {
            let answer = preview.ask("GET", path, host);
            assert!(answer.starts_with("HTTP/1.1 403"), "{host} {path}: {answer}");
            assert!(!answer.contains("Text."));
        }
    }
    assert!(!preview.raw("GET / HTTP/1.0\r\n\r\n").contains("<title>"), "without a Host header");
    // A listener on all addresses would answer here too.
    assert!(TcpStream::connect(("127.0.0.2", port)).is_err());
    assert!(TcpStream::connect(("::1", port)).is_err());
}

#[test]
fn no_path_leads_out_of_the_site() {
    let temp = site();
    write(temp.path(), &[("geheim.txt", "GEHEIM"), ("content/.versteckt", "GEHEIM")]);
    let preview = Preview::start(temp.path());
    for path in [
        "/../geheim.txt",
        "/../../etc/passwd",
        "/%2e%2e/geheim.txt",
        "/..%2fgeheim.txt",
        "/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/seite/../../geheim.txt",
        "/....//geheim.txt",
        "/%00",
        "/%ff%fe",
        "//etc/passwd",
        "/.versteckt",
        "/.klartext/../../geheim.txt",
        "/site.yaml",
        "/seite.md",
    ] {
        let answer = preview.get(path);
        assert!(answer.starts_with("HTTP/1.1 404") || answer.starts_with("HTTP/1.1 400"), "{path}: {answer}");
        assert!(!answer.contains("GEHEIM") && !answer.contains("root:") && !answer.contains("basis_url"), "{path}");
    }
    // An address that looks like another host is not led there.
    assert!(!preview.get("//example.org/seite").contains("location: //"));
    assert!(preview.get("/").starts_with("HTTP/1.1 200"), "it still answers");
}

#[test]
fn a_change_reloads_and_a_mistake_keeps_the_last_good_site() {
    let temp = site();
    let file = temp.path().join("content/seite.md");
    let preview = Preview::start(temp.path());
    let mut ear = preview.listen();

    fs::write(&file, page("Erste Änderung.")).unwrap();
    ear.reload();
    assert!(preview.get("/seite/").contains("Erste Änderung."));

    // Broken: the page stays, the finding is laid over it.
    fs::write(&file, page("Zweite [Änderung](fehlt.md).")).unwrap();
    ear.reload();
    let broken = preview.get("/seite/");
    assert!(broken.contains("Erste Änderung.") && !broken.contains("Zweite"), "{broken}");
    assert!(broken.contains("class=\"klartext-findings\" open"), "{broken}");
    assert!(
        broken.contains("seite.md:6:8") && broken.contains("link/no-file") && broken.contains("Abhilfe"),
        "{broken}"
    );
    assert!(preview.get("/").contains("link/no-file"), "on every page");

    // A new page while something is broken waits until all is well.
    write(temp.path(), &[("content/neu.md", "---\nart: seite\nid: neu\ntitel: Neu\n---\nNeu.\n")]);
    ear.reload();
    assert!(preview.get("/neu/").starts_with("HTTP/1.1 404"));
    fs::write(&file, page("Dritte Änderung.")).unwrap();
    ear.reload();
    let mended = preview.get("/seite/");
    assert!(mended.contains("Dritte Änderung.") && !mended.contains("klartext-findings\" open"), "{mended}");
    assert!(preview.get("/neu/").starts_with("HTTP/1.1 200"));

    // Saving without a change reloads nothing.
    fs::write(&file, page("Dritte Änderung.")).unwrap();
    write(temp.path(), &[("content/.seite.md.swp", "x")]);
    assert!(ear.is_quiet_for(Duration::from_millis(700)));

    fs::remove_file(temp.path().join("content/neu.md")).unwrap();
    ear.reload();
    assert!(preview.get("/neu/").starts_with("HTTP/1.1 404"));
}

#[test]
fn a_site_that_is_broken_from_the_start_shows_what_is_wrong() {
    let temp = site();
    write(temp.path(), &[("content/seite.md", &page("[Weg](fehlt.md)"))]);
    let preview = Preview::start(temp.path());
    assert!(preview.get("/").contains("link/no-file"));
    let mut ear = preview.listen();
    write(temp.path(), &[("content/seite.md", &page("Gut."))]);
    ear.reload();
    assert!(!preview.get("/").contains("link/no-file"));
}

#[test]
fn drafts_and_future_pages_show_a_badge_here_and_nothing_is_written() {
    let temp = site();
    let out = temp.path().join("public");
    support::build(&temp.path().join("content"), &out);
    write(
        temp.path(),
        &[
            ("content/entwurf.md", "---\nart: seite\nid: entwurf\ntitel: E\nentwurf: true\n---\nIm Entwurf.\n"),
            ("content/bald.md", "---\nart: seite\nid: bald\ntitel: B\nsichtbar_ab: 2027-01-01\n---\nBald.\n"),
            ("content/vorbei.md", "---\nart: seite\nid: vorbei\ntitel: V\nsichtbar_bis: 2020-01-01\n---\nVorbei.\n"),
        ],
    );
    let before = tree(temp.path());
    {
        let preview = Preview::start(temp.path());
        for (path, text, badge) in [
            ("/entwurf/", "Im Entwurf.", "Diese Seite wird noch nicht veröffentlicht."),
            ("/bald/", "Bald.", "Diese Seite ist ab dem 1."),
            ("/vorbei/", "Vorbei.", "Diese Seite war bis zum 1."),
        ] {
            let answer = preview.get(path);
            assert!(answer.contains(text) && answer.replace('\u{a0}', " ").contains(badge), "{path}: {answer}");
            assert!(answer.contains("noindex"), "{path}");
        }
    }
    assert!(support::differences(&tree(temp.path()), &before).is_empty());
    support::build(&temp.path().join("content"), &out);
    assert!(!out.join("entwurf").exists() && !out.join("bald").exists() && !out.join("vorbei").exists());
}

#[test]
fn a_port_that_is_taken_and_a_folder_that_is_missing_are_said_in_german() {
    let temp = site();
    let preview = Preview::start(temp.path());
    let port = preview.port.to_string();
    let taken = support::run(temp.path(), &["serve", "--port", &port]);
    assert_eq!(taken.status.code(), Some(2));
    assert!(
        support::stderr(&taken).contains(&format!("Der Anschluss {port} ist nicht frei")),
        "{}",
        support::stderr(&taken)
    );
    let missing = support::run(temp.path(), &["serve", "--port", "0", "--site", "fehlt"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(support::stderr(&missing).contains("fehlt"), "{}", support::stderr(&missing));
}

#[test]
fn a_terminal_that_was_closed_does_not_end_the_preview() {
    let temp = site();
    let mut preview = Preview::start(temp.path());
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    // The same preview once more, its output into a closed pipe; the port is known from the first.
    let port = preview.port;
    let _ = preview.child.kill();
    let _ = preview.child.wait();
    let mut command = klartext();
    command.current_dir(temp.path()).args(["serve", "--port", &port.to_string()]).stdout(writer);
    preview.child = command.spawn().unwrap();
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let mut ear = preview.listen();
    fs::write(temp.path().join("content/seite.md"), page("Noch da.")).unwrap();
    ear.reload();
    assert!(preview.get("/seite/").contains("Noch da."));
}
