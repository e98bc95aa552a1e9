// A new browser with a new profile for every run: nothing is cached, nothing compiled before.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { remember, within } from "./cleanup.mjs";
import { given, puppeteer } from "./tools.mjs";

/** As root, without a screen, and without anything that calls out. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a browser, hands it to `work`, and closes it again however that ends, within so many milliseconds. */
export async function withBrowser(patience, what, work) {
  const profile = await mkdtemp(join(tmpdir(), "tanggap-phone-profile-"));
  const forget = remember(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  let close = () => {};
  try {
    const browser = await puppeteer.launch({
      executablePath: given("TANGGAP_CHROMIUM"),
      args: ARGUMENTS,
      userDataDir: profile,
      defaultViewport: null,
      // Ending is `cleanup.mjs`'s: puppeteer would leave at once, and the server behind.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    close = remember(() => end(browser));
    return await within(patience, what, work(browser));
  } finally {
    await close();
    await forget();
  }
}

/** Asks it to close, and ends its process if it does not. */
async function end(browser) {
  try {
    await within(5_000, "closing the browser", browser.close());
  } catch {
    browser.process()?.kill("SIGKILL");
  }
}
