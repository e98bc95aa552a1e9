// Pages that draw the recap's figures with other people's charts, in front of Tanggap's server.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { serveBefore } from "./twin.mjs";
import { locate } from "./tools.mjs";

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), "../charts");

export const RIVALS = {
  "Chart.js": { script: "chart.js/dist/chart.umd.min.js", page: "chartjs.js" },
  uPlot: { script: "uplot/dist/uPlot.iife.min.js", page: "uplot.js", style: "uplot/dist/uPlot.min.css" },
};

/** Serves one; returns its origin. */
export async function serveRival(origin, name) {
  const { script, page, style } = RIVALS[name];
  const files = new Map();
  const add = async (address, path, type) =>
    files.set(address, { body: await readFile(path), headers: { "content-type": `${type}; charset=utf-8` } });
  await add("/library.js", locate(script), "text/javascript");
  await add("/page.js", join(SOURCES, page), "text/javascript");
  await add("/follow.js", join(SOURCES, "follow.js"), "text/javascript");
  if (style) await add("/style.css", locate(style), "text/css");
  const link = style ? '<link rel="stylesheet" href="/style.css">' : "";
  const html =
    `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${name}</title>${link}<script src="/library.js"></script><script type="module" src="/page.js"></script>`;
  files.set("/rekap", { body: html, headers: { "content-type": "text/html; charset=utf-8" } });
  return serveBefore(origin, (pathname) => files.get(pathname));
}
