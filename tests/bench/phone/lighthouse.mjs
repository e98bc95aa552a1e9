// Lighthouse on every page that citizens see, as a phone, several times, each in a new browser.

import { withBrowser } from "./browser.mjs";
import { findings } from "./findings.mjs";
import { load } from "./machine.mjs";
import { shifts } from "./shifts.mjs";
import { kilobytes, median, seconds, table, whole } from "./table.mjs";
import { lighthouse } from "./tools.mjs";

/** Each page's name and its address, or how to find that on a server. */
const PAGES = [
  ["home", "/"],
  ["form", "/adukan"],
  ["recap", "/rekap"],
  ["tracking", "/lacak"],
  ["published complaint", publishedComplaint],
  ["guide", "/panduan"],
  ["information list", "/informasi"],
  ["information entry", "/informasi/1"],
  ["request form", "/permohonan"],
  ["yearly report", "/informasi/laporan"],
];

/** The oldest published complaint that waits: the demo invents some. */
async function publishedComplaint(origin) {
  let next = "";
  do {
    const query = next ? `?after=${encodeURIComponent(next)}` : "";
    const page = await (await fetch(`${origin}/api/v1/waiting${query}`)).json();
    const row = page.rows.find((row) => row.code && row.title);
    if (row) return `/lacak/${row.code}`;
    next = page.next;
  } while (next);
  throw new Error("no complaint is published");
}

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** What is read from a report besides the categories' scores. */
const FIGURES = [
  ["FCP", "first-contentful-paint", seconds],
  ["LCP", "largest-contentful-paint", seconds],
  ["TBT", "total-blocking-time", (value) => (value === undefined ? "–" : `${Math.round(value)} ms`)],
  ["CLS", "cumulative-layout-shift", (value) => (value === undefined ? "–" : value.toFixed(3))],
];

/** Milliseconds for one run; one takes some ten seconds. */
const PATIENCE = 120_000;

/** Measures all pages; returns the scores and what was found, in Markdown. */
export async function measureLighthouse(origin, runs) {
  const rows = [];
  const found = [];
  let version = "";
  for (const [name, place] of PAGES) {
    const path = typeof place === "string" ? place : await place(origin);
    const status = (await fetch(origin + path)).status;
    if (status !== 200) {
      rows.push([`${name} \`${path}\``, `answers ${status}: not measured`]);
      continue;
    }
    const reports = [];
    for (let run = 1; run <= runs; run += 1) {
      console.error(`── lighthouse ${path}, run ${run} of ${runs}`);
      reports.push(await report(origin + path));
    }
    version = reports[0].lighthouseVersion;
    rows.push([`${name} \`${path}\``, ...row(reports)]);
    found.push(...findings(name, reports), ...(await shifts(name, origin + path)));
  }
  const head = ["page", ...CATEGORIES, ...FIGURES.map(([short]) => short), "bytes", "requests"];
  const filled = rows.map((cells) => head.map((_, at) => cells[at] ?? ""));
  const title = `## Lighthouse ${version}, mobile, median of ${runs} (bars: performance 95, the others 100)`;
  const list = found.length > 0 ? found.map((line) => `- ${line}`).join("\n") : "Nothing.";
  return `${title}\n\n${table(head, filled)}\n\n${load()} at the end.\n\n### What keeps a score below 100\n\n${list}`;
}

/** Times that a run is begun again: now and then a browser loses the trace, and Lighthouse asks for that. */
const TRIES = 3;

async function report(url, tries = TRIES) {
  const found = await withBrowser(PATIENCE, `lighthouse on ${url}`, async (browser) => {
    const { port } = new URL(browser.wsEndpoint());
    const flags = { port: Number(port), output: "json", logLevel: "error", onlyCategories: CATEGORIES };
    return (await lighthouse(url, flags)).lhr;
  });
  if (found.runtimeError && tries > 1) return report(url, tries - 1);
  if (found.runtimeError) throw new Error(`lighthouse on ${url}: ${found.runtimeError.message}`);
  return found;
}

function row(reports) {
  const of = (read) => median(reports.map(read).filter(Number.isFinite));
  const scores = CATEGORIES.map((name) => of((report) => report.categories[name].score * 100));
  const figures = FIGURES.map(([, audit, write]) => write(of((report) => report.audits[audit].numericValue)));
  const bytes = kilobytes(of((report) => report.audits["total-byte-weight"].numericValue));
  const requests = of((report) => report.audits["network-requests"].details?.items.length);
  return [...scores.map(whole), ...figures, bytes, whole(requests)];
}
