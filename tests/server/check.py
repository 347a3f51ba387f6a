"""Asks nginx and Apache for every file of built sites: status, media type, headers, old addresses, and what must not be there."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

HERE = Path(__file__).resolve().parent
SITES = HERE.parent / "sites"
DAY = "2026-11-23"
POLICY = "default-src 'none'"
# Media types that programs rely on; of all others it is enough that there is one.
TYPES = {
    "html": "text/html", "css": "text/css", "js": ("text/javascript", "application/javascript"), "svg": "image/svg+xml",
    "json": "application/json", "csv": "text/csv; charset=utf-8", "ttl": "text/turtle; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "atom": "application/atom+xml", "xml": ("text/xml", "application/xml"),
    "txt": "text/plain", "vtt": "text/vtt; charset=utf-8", "webp": "image/webp", "png": "image/png",
}
DATA = {"json", "csv", "ttl", "ics", "atom"}
# Old addresses with signs that a configuration might take for its own; one is written as browsers send it.
OLD = ["/l%C3%BCcke/", "/alt/", "/größe/", "/a;b/", "/a{b}/", "/a'b/", '/a"b/', "/a$1/", "/a.b+c(d)/", "/a%b/", "/datei-2019.html", "/a\\b/"]
results = Counter()


def check(name, good, why=""):
    results[bool(good)] += 1
    if not good:
        print(f"FAILED {name}: {str(why)[:600]}")


def site(folder):
    """The gallery of the theme, with old addresses and a file of each kind that a site may hold."""
    shutil.copytree(SITES / "gallery", folder)
    shutil.copytree(SITES / "offene-daten" / "berichte", folder / "berichte", dirs_exist_ok=True)
    report = folder / "berichte" / "geheim-2024.md"
    report.write_text(report.read_text(encoding="utf-8").replace("gebiet: [nirgendwo, insel]\n", ""), encoding="utf-8")
    old = "".join(f"  - '{quote_yaml(o)}'\n" for o in OLD)
    page = f"---\nart: seite\nid: neu\ntitel: Neue Seite\nfrueher:\n{old}---\n[Video](film.vtt), [Text](text.txt), [Daten](daten.json)\n"
    (folder / "neu.md").write_text(page, encoding="utf-8")
    (folder / "film.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nTön\n", encoding="utf-8")
    (folder / "text.txt").write_text("Größe\n", encoding="utf-8")
    (folder / "daten.json").write_text("{}\n", encoding="utf-8")
    settings = folder / "site.yaml"
    text = settings.read_text(encoding="utf-8") + "offene_daten:\n  oparl: true\n"
    settings.write_text(text, encoding="utf-8")


def quote_yaml(text):
    return text.replace("'", "''")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def program(*names):
    paths = os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin"
    return next((p for p in (shutil.which(n, path=paths) for n in names) if p), None)


def nginx(work, root, rules, port):
    binary = program("nginx") or str(HERE / ".nginx/usr/sbin/nginx")
    types = next(p for p in [Path("/etc/nginx/mime.types"), HERE / ".nginx/etc/nginx/mime.types"] if p.exists())
    user = "user www-data;\n" if os.getuid() == 0 else ""
    conf = work / "nginx.conf"
    # As docs/redaktion.md shows it.
    conf.write_text(f"""{user}daemon off; pid {work}/nginx.pid; error_log {work}/nginx-error.log;
events {{ }}
http {{
  include {types};
  access_log off;
  client_body_temp_path {work}/b; proxy_temp_path {work}/p; fastcgi_temp_path {work}/f; uwsgi_temp_path {work}/u; scgi_temp_path {work}/s;
  server {{
    listen 127.0.0.1:{port};
    root {root};
    index index.html;
    charset utf-8;
    absolute_redirect off;
    include {rules}/nginx.conf;
  }}
}}
""", encoding="utf-8")
    return [binary, "-c", str(conf), "-e", f"{work}/nginx-error.log", "-p", str(work)]


def apache(work, root, rules, port):
    modules = next(p for p in [Path("/usr/lib/apache2/modules"), Path("/usr/lib64/httpd/modules")] if p.exists())
    load = "".join(f"LoadModule {m}_module {modules}/mod_{m}.so\n" for m in ["mpm_event", "authz_core", "dir", "mime", "headers", "alias"])
    user = "User www-data\nGroup www-data\n" if os.getuid() == 0 else ""
    conf = work / "apache.conf"
    conf.write_text(f"""{load}{user}ServerName localhost
Listen 127.0.0.1:{port}
PidFile {work}/apache.pid
ErrorLog {work}/apache-error.log
TypesConfig /etc/mime.types
DocumentRoot {root}
DirectoryIndex index.html
<Directory {root}>
  Require all granted
</Directory>
<VirtualHost 127.0.0.1:{port}>
  DocumentRoot {root}
  Include {rules}/apache.conf
</VirtualHost>
""", encoding="utf-8")
    return [program("apache2", "httpd"), "-f", str(conf), "-DFOREGROUND"]


class Server:
    """A server on loopback, as long as it is asked."""

    def __init__(self, command, port):
        self.port = port
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        for _ in range(100):
            with socket.socket() as s:
                if s.connect_ex(("127.0.0.1", port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.stop()
        raise SystemExit(f"the server does not start: {' '.join(command)}\n{self.process.stdout.read().decode()}")

    def stop(self):
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        self.process.wait(timeout=20)

    def ask(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body


def look(name, server, out, base):
    """Every file, and every old address."""
    for file in sorted(p for p in out.rglob("*") if p.is_file() and ".klartext" not in p.parts):
        path = file.relative_to(out).as_posix()
        if path.startswith("server/"):
            check(f"{name}: {path} is not shown", server.ask(base + path)[0].status == 404)
            continue
        answer, body = server.ask(base + quote(path))
        ending = path.rsplit(".", 1)[-1]
        kind = answer.headers["Content-Type"] or ""
        wanted = TYPES.get(ending, "")
        wanted = wanted if isinstance(wanted, tuple) else (wanted,)
        check(f"{name}: {path}", answer.status in (200, 301) and (answer.status == 301 or body == file.read_bytes()), answer.status)
        if answer.status == 301:
            continue
        check(f"{name}: {path} has its type", kind and "octet-stream" not in kind and any(kind.startswith(w) for w in wanted), kind)
        check(f"{name}: {path} is UTF-8", not kind.startswith("text/") or ending in ("html", "css", "js", "xml", "txt") or "utf-8" in kind.lower(), kind)
        for header, value in [("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")]:
            found = answer.headers.get_all(header) or []
            check(f"{name}: {path} has {header} once", len(found) == 1 and found[0].startswith(value), found)
        cors = answer.headers.get_all("Access-Control-Allow-Origin") or []
        check(f"{name}: {path} CORS", cors == (["*"] if ending in DATA else []), cors)
    for old in OLD:
        answer, _ = server.ask(base + quote(unquote(old[1:])))
        to = urlsplit(answer.headers["Location"] or "")
        check(f"{name}: {old} leads on", (answer.status, unquote(to.path)) == (301, base + "neu/"), (answer.status, answer.headers["Location"]))
        check(f"{name}: {old} keeps the policy", (answer.headers["Content-Security-Policy"] or "").startswith(POLICY))
        check(f"{name}: {old} names no port", to.netloc in ("", "localhost", f"127.0.0.1:{server.port}"), to.netloc)
    answer, _ = server.ask(base + "gremien")
    check(f"{name}: a folder without its slash", answer.status == 301 and urlsplit(answer.headers["Location"]).path == base + "gremien/")
    answer, body = server.ask(base + "gibt-es-nicht/")
    check(f"{name}: nothing is 404, in our own words", answer.status == 404 and body == (out / "404.html").read_bytes(), (answer.status, body[:80]))
    check(f"{name}: 404 keeps the policy", (answer.headers["Content-Security-Policy"] or "").startswith(POLICY))
    answer, _ = server.ask(base + ".klartext/manifest.json")
    check(f"{name}: what Klartext keeps for itself is not shown", answer.status == 404, answer.status)


def main():
    klartext = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # The servers give up their rights; they have to get in all the same.
        work.chmod(0o755)
        site(work / "site")
        for base in ["/", "/unter/pfad/"]:
            root = work / f"root{base.count('/')}"
            out = root / base.strip("/") if base != "/" else root
            command = [klartext, "build", "--site", work / "site", "--out", out, "--as-of", DAY, "--base-url", f"https://www.example.org{base}"]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"klartext build failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
            for name, make in [("nginx", nginx), ("Apache", apache)]:
                port = free_port()
                server = Server(make(work, root, out / "server", port), port)
                try:
                    look(f"{name} {base}", server, out, base)
                finally:
                    server.stop()
    print(f"servers: {results[True]} passed, {results[False]} failed")
    sys.exit(1 if results[False] or not results[True] else 0)


main()
