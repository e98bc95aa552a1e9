// One cold load of the form, pressed as an impatient person presses it.

import { withBrowser } from "./browser.mjs";
import { rest } from "./cleanup.mjs";
import { listen } from "./traffic.mjs";
import { watch } from "./watch.mjs";

export const NETWORK = { kilobits: 400, latency: 400 };
export const SLOWDOWN = 6;

const BYTES_PER_SECOND = (NETWORK.kilobits * 1_000) / 8;
/** A small phone, in the page's pixels. */
export const SCREEN = { width: 360, height: 740, deviceScaleFactor: 2, mobile: true };
/** Milliseconds until a load is given up, and between two looks at the page. */
const PATIENCE = 60_000;
const GLANCE = 50;

/** Loads an address and presses the first choice and the button on, until the next step is there. */
export function loadCold(url) {
  return withBrowser(2 * PATIENCE, `loading ${url}`, async (browser) => {
    const [page] = await browser.pages();
    const client = await page.createCDPSession();
    await slowDown(client);
    const traffic = await listen(client);
    await client.send("Page.enable");
    await client.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})()` });
    await client.send("Page.navigate", { url });
    const seen = await press(client);
    return { ...seen, ...traffic.until(seen.origin + seen.usable, seen.origin) };
  });
}

async function slowDown(client) {
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: NETWORK.latency,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
    connectionType: "cellular3g",
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await client.send("Emulation.setDeviceMetricsOverride", SCREEN);
}

/**
 * Presses until the next step is there. A press before the page has taken over may do nothing, be undone, or load
 * the page again: then it is pressed once more, and all times count from the first load.
 */
async function press(client) {
  const documents = new Map();
  for (const since = Date.now(); ; await rest(GLANCE)) {
    if (Date.now() - since > PATIENCE) throw new Error(`the next step was not reached after ${PATIENCE / 1_000} s`);
    const now = await look(client);
    if (!now) continue;
    documents.set(now.origin, now);
    if (now.next) break;
    if (now.target) await tap(client, now.target);
  }
  const all = [...documents.values()].sort((a, b) => a.origin - b.origin);
  const { origin } = all[0];
  const first = (name) => {
    const found = all.find((one) => one[name]);
    return found && found.origin + found[name] - origin;
  };
  return {
    origin,
    paint: first("paint"),
    shown: first("shown"),
    input: first("input"),
    usable: first("next"),
    reloads: all.length - 1,
  };
}

/** What the page's watch has seen; nothing while one document gives way to another. */
async function look(client) {
  try {
    const { result } = await client.send("Runtime.evaluate", {
      expression: "globalThis.tanggapWatch?.()",
      returnByValue: true,
    });
    return result.value;
  } catch {
    return undefined;
  }
}

async function tap(client, { x, y }) {
  const button = { x, y, button: "left", clickCount: 1 };
  await client.send("Input.dispatchMouseEvent", { type: "mousePressed", ...button });
  await client.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...button });
}
