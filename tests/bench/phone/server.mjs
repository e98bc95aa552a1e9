// The release binary on a free port of this machine, on demo data of its own.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { remember, rest } from "./cleanup.mjs";
import { given } from "./tools.mjs";

const PATIENCE = 60_000;

/** Starts it, waits until it is ready, and returns its origin. */
export async function startServer() {
  const data = await mkdtemp(join(tmpdir(), "tanggap-phone-"));
  remember(() => rm(data, { recursive: true, force: true }));
  const port = await freePort();
  const child = spawn(
    given("TANGGAP_BINARY"),
    ["serve", "--demo", "--listen", `127.0.0.1:${port}`, "--data", data, "--filings-per-minute", "0"],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, TANGGAP_LOG: "warn" } },
  );
  const ended = new Promise((done) => {
    child.once("exit", done);
    child.once("error", done);
  });
  remember(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin, ended);
  return origin;
}

async function untilReady(origin, ended) {
  let end = null;
  ended.then((how) => (end = how ?? "a signal"));
  for (const since = Date.now(); Date.now() - since < PATIENCE; await rest(50)) {
    if (end !== null) throw new Error(`the server ended with ${end}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error("the server does not get ready");
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
