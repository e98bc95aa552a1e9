// What moves while a page loads, and what its largest content is. Lighthouse names neither in newer browsers, whose
// traces it cannot read any more, so the page is loaded once more and asked itself.

import { withBrowser } from "./browser.mjs";
import { rest } from "./cleanup.mjs";

/** Lighthouse's own phone, in the page's pixels. */
const SCREEN = { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true };
const PATIENCE = 30_000;
/** Milliseconds in which a page on this machine has long come to rest. */
const SETTLED = 4_000;
/** Shifts below this score no one sees. */
const NOTICED = 0.001;

/** Sentences about one load of an address. */
export function shifts(name, url) {
  return withBrowser(PATIENCE, `watching ${url}`, async (browser) => {
    const [page] = await browser.pages();
    const client = await page.createCDPSession();
    await client.send("Emulation.setDeviceMetricsOverride", SCREEN);
    await client.send("Page.enable");
    await client.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watchShifts})()` });
    await client.send("Page.navigate", { url });
    await rest(SETTLED);
    const expression = "globalThis.tanggapShifts()";
    const { result } = await client.send("Runtime.evaluate", { expression, returnByValue: true });
    return sentences(name, result.value);
  });
}

function sentences(name, { moved, largest }) {
  const noticed = moved.filter(({ score }) => score >= NOTICED);
  const shifted = noticed.map(({ score, time, sources }) => {
    const what = sources.map(({ element, from, to }) => `${element} ${from} → ${to}`).join("; ");
    return `${name}, layout shift ${score.toFixed(3)} at ${Math.round(time)} ms — ${what}`;
  });
  const last = largest && `${name}, largest content at ${Math.round(largest.time)} ms — ${largest.element}`;
  return [...shifted, ...(last ? [last] : [])];
}

/** Runs inside the page, handed over as text, so it uses nothing from outside itself. */
function watchShifts() {
  const moved = [];
  let largest = null;
  const name = (node) => {
    if (!node) return "something that is gone";
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!element) return "something that is gone";
    const parts = [];
    for (let at = element; at && parts.length < 3 && at !== document.body; at = at.parentElement) {
      const [first] = at.classList;
      parts.unshift(at.localName + (at.id ? `#${at.id}` : first ? `.${first}` : ""));
    }
    return `\`${parts.join(" > ")}\``;
  };
  const place = ({ y, height }) => `y ${Math.round(y)} height ${Math.round(height)}`;
  const follow = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });

  follow("layout-shift", ({ value, startTime, sources }) =>
    moved.push({
      score: value,
      time: startTime,
      sources: sources.map(({ node, previousRect, currentRect }) => ({
        element: name(node),
        from: place(previousRect),
        to: place(currentRect),
      })),
    }),
  );
  follow("largest-contentful-paint", ({ startTime, element }) => {
    largest = { time: startTime, element: name(element) };
  });
  globalThis.tanggapShifts = () => ({ moved, largest });
}
