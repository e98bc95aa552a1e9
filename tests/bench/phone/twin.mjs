// The twin as Tanggap's server would serve it: brotli from the build, the same headers, and the interface behind it.

import { readdir, readFile } from "node:fs/promises";
import { createServer, request as ask } from "node:http";
import { extname, join } from "node:path";

import { remember } from "./cleanup.mjs";
import { given } from "./tools.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** Headers that belong to one answer and not to the site. */
const OWN = ["content-length", "content-type", "content-encoding", "etag", "date", "cache-control", "x-request-id"];

/** Serves it in front of Tanggap's server; returns its origin. */
export async function serveTwin(origin) {
  const folder = given("TANGGAP_TWIN_DIST");
  const files = await readAll(folder);
  const common = await headersOf(`${origin}/adukan`);
  return serveBefore(origin, (pathname) => {
    const file = files.get(pathname) ?? (pathname === "/adukan" ? files.get("/index.html") : undefined);
    return file && { body: file.body, headers: { ...common, ...file.headers } };
  });
}

/** Serves what `fileOf` knows by address, and the interface of Tanggap's server; returns the origin. */
export async function serveBefore(origin, fileOf) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, origin);
    if (pathname.startsWith("/api/")) {
      passOn(origin, request, response);
      return;
    }
    const file = fileOf(pathname);
    if (file) response.writeHead(200, file.headers).end(file.body);
    else response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  remember(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Every file in its smallest form, by address. */
async function readAll(folder) {
  const files = new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  for (const path of paths.filter((path) => !/\.(?:br|gz)$/.test(path))) {
    const compressed = paths.includes(`${path}.br`);
    const body = await readFile(compressed ? `${path}.br` : path);
    const address = path.slice(folder.length).replaceAll("\\", "/");
    const headers = {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-length": body.length,
      "cache-control": address.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      ...(compressed && { "content-encoding": "br" }),
    };
    files.set(address, { body, headers });
  }
  return files;
}

/** What Tanggap says with every page: the twin says it too, so that neither is lighter by its headers. */
async function headersOf(url) {
  const { headers } = await fetch(url);
  return Object.fromEntries([...headers].filter(([name]) => !OWN.includes(name)));
}

function passOn(origin, request, response) {
  const { method, url, headers } = request;
  // Tanggap refuses what comes from another site; for it, the twin's address is its own.
  const { host: _, origin: from, ...rest } = headers;
  const sent = { ...rest, host: new URL(origin).host, ...(from && { origin }) };
  const passed = ask(origin + url, { method, headers: sent }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  passed.once("error", () => response.destroy());
  request.pipe(passed);
}
