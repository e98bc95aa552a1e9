// The form on a slow network and a slow phone with nothing cached: Tanggap's beside its twin's, in turn.

import { loadCold, NETWORK, SLOWDOWN } from "./load.mjs";
import { load } from "./machine.mjs";
import { kilobytes, median, range, seconds, table, whole } from "./table.mjs";
import { serveTwin } from "./twin.mjs";

const ROWS = [
  ["first contentful paint", "paint", seconds, ""],
  ["the first field is shown", "shown", seconds, ""],
  ["the first field takes input", "input", seconds, ""],
  ["**`Lanjut` leads to the next step**", "usable", seconds, "8 s, aim 4 s"],
  ["bytes over the wire until then, headers included", "bytes", kilobytes, "150 kB, aim 80 kB"],
  ["requests until then", "requests", whole, "12"],
  ["scripts and WebAssembly, compressed, without headers", "code", kilobytes, "130 kB, aim 60 kB"],
  ["the same as they run, uncompressed", "codeRaw", kilobytes, ""],
  ["page loads the presses caused besides", "reloads", whole, "0"],
];

/** Measures both; returns a table in Markdown. */
export async function measureCold(origin, runs) {
  const sites = { Tanggap: origin, twin: await serveTwin(origin) };
  const loads = { Tanggap: [], twin: [] };
  // In turn, so that a busy minute of the machine does not meet one of them alone.
  for (let run = 1; run <= runs; run += 1) {
    for (const [name, site] of Object.entries(sites)) {
      console.error(`── cold load of ${name}, run ${run} of ${runs}`);
      loads[name].push(await loadCold(`${site}/adukan`));
    }
  }
  const cell = (name, key, write) => {
    const values = loads[name].map((one) => one[key]);
    return write(median(values)) + range(values, write);
  };
  const rows = ROWS.map(([what, key, write, bar]) => [
    what,
    cell("Tanggap", key, write),
    cell("twin", key, write),
    bar,
  ]);
  const conditions =
    `${NETWORK.kilobits} kbit/s, ${NETWORK.latency} ms, CPU ÷ ${SLOWDOWN} on the main thread ` +
    "(what compiles WebAssembly beside it is not slowed down)";
  const title = `## The form at a cold start: ${conditions}; median of ${runs} (least and most in brackets)`;
  const files = Object.keys(loads).map((name) => `### Requests of ${name}\n\n${requests(loads[name].at(-1))}`);
  const head = ["", "Tanggap (Leptos, wasm)", "twin (React, Vite)", "bar"];
  return [title, table(head, rows), `${load()} at the end.`, ...files].join("\n\n");
}

/** The requests of one load in their order, with when each began and ended. */
function requests(one) {
  const rows = one.list.map(({ path, bytes, start, end }) => [path, kilobytes(bytes), seconds(start), seconds(end)]);
  return table(["address", "over the wire", "asked for", "there"], rows);
}
