// The machine beside the figures.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import os from "node:os";
import { promisify } from "node:util";

import { given } from "./tools.mjs";

/** A sentence that names the machine, the browser and how busy both cores are. */
export async function describe() {
  const cores = os.cpus();
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GiB`;
  const { stdout } = await promisify(execFile)(given("TANGGAP_CHROMIUM"), ["--version"]);
  const browser = stdout.trim().split(" built")[0];
  const day = new Date().toISOString().slice(0, 10);
  return (
    `Machine: ${cores.length} cores of ${cores[0].model}, ${memory}, ${await system()}, ${browser}, ` +
    `Node ${process.versions.node}, ${day}; ${load()} at the start.`
  );
}

/** How many processes want a core, over the last minute. */
export const load = () => `load ${os.loadavg()[0].toFixed(1)}`;

async function system() {
  try {
    const release = await readFile("/etc/os-release", "utf8");
    return release.match(/^PRETTY_NAME="?([^"\n]*)/m)?.[1] ?? os.type();
  } catch {
    // Not every system has the file; the kernel's name will do.
    return `${os.type()} ${os.release()}`;
  }
}
