// What is installed outside the checkout, where imports would not be looked for.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A value that `cargo xtask bench phone` puts into the environment. */
export function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; \`cargo xtask bench phone\` sets it`);
  return value;
}

const require = createRequire(join(given("TANGGAP_PHONE_MODULES"), "here.js"));
/** A file of an installed package. */
export const locate = (file) => join(given("TANGGAP_PHONE_MODULES"), file);
const load = async (name) => (await import(pathToFileURL(require.resolve(name)))).default;

export const lighthouse = await load("lighthouse");
export const puppeteer = await load("puppeteer-core");
