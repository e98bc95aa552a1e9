// The recap's charts under one change a second on a slow phone: ours beside Chart.js and uPlot drawing the same figures.

import { randomUUID } from "node:crypto";

import { withBrowser } from "./browser.mjs";
import { rest } from "./cleanup.mjs";
import { SCREEN, SLOWDOWN } from "./load.mjs";
import { load } from "./machine.mjs";
import { RIVALS, serveRival } from "./rivals.mjs";
import { median, table } from "./table.mjs";

/** Changes in one run, and milliseconds between them. */
const CHANGES = 15;
const BEAT = 1_000;
const PATIENCE = 120_000;

/** Below this no page comes, whatever it shows. */
const FLOOR = "(one word changes on an empty page)";

/** Names in the browser's own account of its main thread, all in seconds since the page began. */
const ACCOUNT = { script: "ScriptDuration", style: "RecalcStyleDuration", layout: "LayoutDuration", all: "TaskDuration" };

/** Measures them in turn; returns a table in Markdown. */
export async function measureCharts(origin, runs) {
  const sites = { Tanggap: origin };
  for (const name of Object.keys(RIVALS)) sites[name] = await serveRival(origin, name);
  const beats = { [FLOOR]: [await measureFloor()] };
  for (let run = 1; run <= runs; run += 1) {
    for (const [name, site] of Object.entries(sites)) {
      console.error(`── charts of ${name}, run ${run} of ${runs}`);
      (beats[name] ??= []).push(await measure(origin, `${site}/rekap`));
    }
  }
  const rows = Object.entries(beats).map(([name, all]) => {
    const changes = all.flatMap(({ changes }) => changes);
    const idle = all.flatMap(({ idle }) => idle);
    const of = (part) => milliseconds(median(changes.map((beat) => beat[part])));
    const most = Math.max(...changes.map((beat) => beat.all));
    const still = median(idle.map((beat) => beat.all));
    const more = median(changes.map((beat) => beat.all)) - still;
    return [name, of("script"), of("style"), of("layout"), of("all"), milliseconds(most), milliseconds(still), milliseconds(more)];
  });
  const board = await (await fetch(`${origin}/api/v1/recap/board`)).json();
  const size = `${board.regions.length} regions, ${board.months.length} months, ${board.sectors.length} sectors`;
  const title =
    `## Charts: ${size}, one change a second, CPU ÷ ${SLOWDOWN}; milliseconds of the main thread, ` +
    `median of ${runs} × ${CHANGES} changes (bar: script and render under 16 ms)`;
  const head = ["", "script", "style", "layout", "all tasks", "at most", "a second without change", "**a change**"];
  return [title, table(head, rows), `${load()} at the end.`].join("\n\n");
}

const milliseconds = (value) => `${value.toFixed(1)} ms`;

/** One page under changes; what each second cost, with and without one. */
function measure(origin, url) {
  return withBrowser(PATIENCE, `charts at ${url}`, async (browser) => {
    const [page] = await browser.pages();
    const client = await open(page, url);
    await untilShown(client, await totalOf(origin));
    // What is left of loading is not a change's.
    await rest(3 * BEAT);
    const idle = await beats(client, async () => {});
    const changes = await beats(client, () => file(origin));
    await untilShown(client, await totalOf(origin));
    return { idle, changes };
  });
}

/** What a frame costs in which nothing but a word changes. */
function measureFloor() {
  return withBrowser(PATIENCE, "an empty page", async (browser) => {
    const [page] = await browser.pages();
    const client = await open(page, "data:text/html,<p>0</p>");
    await rest(3 * BEAT);
    const idle = await beats(client, async () => {});
    const write = () => `document.querySelector("p").firstChild.data = "${randomUUID()}"`;
    const changes = await beats(client, () => client.send("Runtime.evaluate", { expression: write() }));
    return { idle, changes };
  });
}

/** A slow phone that opens a page and keeps account of its main thread. */
async function open(page, url) {
  const client = await page.createCDPSession();
  await client.send("Emulation.setDeviceMetricsOverride", SCREEN);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await client.send("Performance.enable", { timeDomain: "timeTicks" });
  await client.send("Page.navigate", { url });
  return client;
}

async function beats(client, change) {
  const all = [];
  for (let beat = 0; beat < CHANGES; beat += 1) {
    const before = await account(client);
    await change();
    await rest(BEAT);
    const after = await account(client);
    all.push(Object.fromEntries(Object.keys(ACCOUNT).map((part) => [part, (after[part] - before[part]) * 1_000])));
  }
  return all;
}

async function account(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return Object.fromEntries(Object.entries(ACCOUNT).map(([part, name]) => [part, of(name)]));
}

async function totalOf(origin) {
  return (await (await fetch(`${origin}/api/v1/recap/board`)).json()).figures.total;
}

/** Waits until the page shows a total: the rivals say so, Tanggap's stands in its first tile. */
async function untilShown(client, total) {
  const expression = `(globalThis.drawnTotal ?? Number(document.querySelector("#app[data-drawn] .tile-total .tile-value")?.textContent.replace(/\\D/g, ""))) === ${total}`;
  for (const since = Date.now(); Date.now() - since < PATIENCE / 4; await rest(100)) {
    const { result } = await client.send("Runtime.evaluate", { expression, returnByValue: true });
    if (result.value === true) return;
  }
  throw new Error(`the page does not come to show ${total}`);
}

/** A complaint like any other, invented. */
async function file(origin) {
  const filing = {
    class: "complaint",
    title: "Contoh: lampu jalan padam",
    content: "Lampu jalan di depan pasar contoh padam sejak dua pekan lalu.",
    place: "Depan pasar contoh",
    anonymous: true,
  };
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
  const answer = await fetch(`${origin}/api/v1/complaints`, { method: "POST", headers, body: JSON.stringify(filing) });
  if (answer.status !== 201) throw new Error(`filing was answered ${answer.status}: ${await answer.text()}`);
}
