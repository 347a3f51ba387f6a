// A static file server on a loopback port. Takes a folder and a path prefix, gives an origin.
// Sends the strict CSP that the generated server rules promise, so that a page which breaks it shows it here.
// Never leaves the folder, never writes.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const CSP = [
  "default-src 'none'", "style-src 'self'", "img-src 'self'", "script-src 'self'", "font-src 'self'",
  "connect-src 'self'", "media-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join("; ");

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8", ".json": "application/json", ".xml": "application/xml",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
  ".woff2": "font/woff2", ".ics": "text/calendar; charset=utf-8", ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8", ".pdf": "application/pdf", ".mp4": "video/mp4", ".wasm": "application/wasm",
};

/** Path of the file a URL path stands for, or null when it is outside of the prefix or not there. */
async function locate(root, prefix, pathname) {
  let path;
  try { path = decodeURIComponent(pathname); } catch { return null; }
  if (!path.startsWith(prefix)) return null;
  let file = normalize(join(root, path.slice(prefix.length)));
  if (file !== root && !file.startsWith(root + sep)) return null;
  try {
    if ((await stat(file)).isDirectory()) file = join(file, "index.html");
    return (await stat(file)).isFile() ? file : null;
  } catch { return null; }
}

/** A page as a bad line brings it: what stands above the text line by line, then larger pieces, the foot whole. */
function* pieces(html) {
  const text = html.indexOf("</header>");
  let from = 0;
  for (let at = html.indexOf("<header>"); at >= 0; at = html.indexOf("\n", at + 1)) {
    if (html.startsWith("<footer", at + 1)) break;
    if (at < text || at - from > 2000) { yield html.slice(from, at); from = at; }
  }
  yield html.slice(from);
}

/** Serves `root` under `prefix` ("/" or "/pfad/"), with `slowly` its pages in pieces. Resolves to `{ origin, close }`. */
export function serve(root, prefix = "/", slowly = false) {
  const folder = normalize(root).replace(/[/\\]+$/, "");
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const head = { "content-security-policy": CSP, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };
    const file = await locate(folder, prefix, pathname);
    if (!file) return response.writeHead(404, head).end();
    response.writeHead(200, { ...head, "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    if (slowly && file.endsWith(".html")) {
      for (const piece of pieces(await readFile(file, "utf8"))) {
        response.write(piece);
        // Long enough for the browser to show what it has.
        await sleep(25);
      }
      return response.end();
    }
    response.end(await readFile(file));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve({
      origin: `http://127.0.0.1:${server.address().port}`,
      close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
    }));
  });
}
