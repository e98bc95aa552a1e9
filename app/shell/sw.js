// The service worker: the app without a connection, and the sending of what waits when no page is open.
//
// It never touches the interface under /api, and keeps no page that says `no-store`.

import { send, share } from "./outbox.js";

/** Written in by the build: a version that changes with the files, and the files' addresses. */
const { version, files } = BUILD;

const SHELL = `shell-${version}`;
const PAGES = "pages";
/** Pages of which the last one seen is kept. */
const PATHS = ["/", "/adukan", "/lacak", "/rekap", "/panduan"];
/** Those among them that are worth fetching before anybody asks. */
const READY = ["/", "/adukan", "/rekap"];
const OFFLINE = "/offline.html";
/** Milliseconds after which what is here is better than what may still come. */
const PATIENCE = 4_000;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(files)));
});

addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

/** The old version's files go, and pages that are open already are served from here. */
const takeOver = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== SHELL && name !== PAGES).map((name) => caches.delete(name)));
  await clients.claim();
  await Promise.all(READY.map((path) => fetch(path).then((page) => keep(path, page), () => {})));
};

addEventListener("message", ({ data }) => {
  if (data === "bring in") skipWaiting();
});

addEventListener("sync", (event) => {
  // A promise that fails has the browser try again later.
  if (event.tag === "outbox") event.waitUntil(send().then((isDone) => isDone || Promise.reject(new Error("not yet"))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || pathname.startsWith("/api/")) return;
  if (request.method === "POST" && pathname === "/bagikan") event.respondWith(receive(request));
  else if (request.method !== "GET") return;
  else if (request.mode === "navigate") event.respondWith(page(event, pathname));
  else if (files.includes(pathname)) event.respondWith(cached(pathname).then((found) => found ?? fetch(request)));
});

/** Whether a page may be kept: one of ours as it is meant to be, with nothing of a person in it. */
const isKept = ({ ok, redirected, headers }) => ok && !redirected && !/no-store/.test(headers.get("cache-control"));

const keep = async (path, response) => {
  if (isKept(response)) await (await caches.open(PAGES)).put(path, response);
};

const cached = (path) => caches.match(path, { ignoreVary: true });

/** A page from the network, if it comes in time; else as it was last seen; else what still works without. */
const page = async (event, path) => {
  const { request } = event;
  const fresh = fetch(request);
  if (!PATHS.includes(path)) return fresh.catch(() => cached(OFFLINE));
  // The form is the same at every step; any other query is a page of its own, of which there may be thousands.
  const isPlain = path === "/adukan" || !new URL(request.url).search;
  const kept = fresh.then((response) => isPlain && keep(path, response.clone()));
  event.waitUntil(kept.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const response = await Promise.race([fresh, late]).catch(() => {});
  if (response && response.status < 500) return response;
  return (await copy(path)) ?? response ?? fresh.catch(() => cached(OFFLINE));
};

const addressOf = new Map(files.map((file) => [nameOf(file), file]));

/** `/assets/boot-0a1b.js` is called `boot.js`, whatever version it is. */
function nameOf(file) {
  return file.replace(/^\/assets\/(.*)-[^-.]+(\.\w+)$/, "$1$2");
}

/** The page as it was last seen: marked as such, and with the files of this version. */
const copy = async (path) => {
  const found = await (await caches.open(PAGES)).match(path, { ignoreVary: true });
  if (!found) return undefined;
  const text = (await found.text())
    .replace("<html", "<html data-copy")
    .replace(/\/assets\/[\w.-]+/g, (file) => addressOf.get(nameOf(file)) ?? file);
  const headers = new Headers(found.headers);
  for (const name of ["content-encoding", "content-length", "etag"]) headers.delete(name);
  return new Response(text, { headers });
};

/** Photos that another app shares become the beginning of a complaint. */
const receive = async (request) => {
  try {
    const form = await request.formData();
    await share(form.getAll("files").filter((file) => file.size > 0));
  } catch (error) {
    // The form opens without them, and they can be chosen there.
    console.error(error);
  }
  return Response.redirect("/adukan?langkah=lampiran", 303);
};
