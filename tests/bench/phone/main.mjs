// What the pages are like on a cheap phone: Lighthouse's scores, a cold load on a slow network beside the twin's, and
// charts under changes beside other people's.
// `cargo xtask bench phone` builds what is measured and says in the environment where it lies.
//
//   node main.mjs [lighthouse|cold|charts] [--runs N]

import { stop, whenLeft } from "./cleanup.mjs";
import { measureCharts } from "./charts.mjs";
import { measureCold } from "./cold.mjs";
import { measureLighthouse } from "./lighthouse.mjs";
import { startServer } from "./server.mjs";
import { describe } from "./machine.mjs";

/** Milliseconds after which the whole measurement ends, whatever hangs. */
const PATIENCE = 30 * 60_000;

const PARTS = { lighthouse: measureLighthouse, cold: measureCold, charts: measureCharts };

whenLeft(PATIENCE);
try {
  const { parts, runs } = readArguments(process.argv.slice(2));
  console.log(`${await describe()}\n`);
  const server = await startServer();
  for (const part of parts) console.log(`${await PARTS[part](server, runs)}\n`);
} catch (error) {
  console.error(`bench phone: ${error.stack ?? error}`);
  process.exitCode = 1;
} finally {
  await stop();
}
// Whatever a browser left open in this process must not keep it.
process.exit();

function readArguments(given) {
  const at = given.indexOf("--runs");
  const runs = at < 0 ? 3 : Number(given[at + 1]);
  const named = at < 0 ? given : given.toSpliced(at, 2);
  const unknown = named.find((part) => !Object.hasOwn(PARTS, part));
  if (unknown !== undefined || !(runs >= 1)) throw "usage: [lighthouse|cold|charts] [--runs N]";
  return { parts: named.length > 0 ? named : Object.keys(PARTS), runs };
}
