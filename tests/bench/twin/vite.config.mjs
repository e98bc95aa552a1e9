import { join } from "node:path";

// The measurement keeps what npm installs outside the checkout, where imports would not be looked for.
const installed = process.env.TANGGAP_TWIN_MODULES;
const alias = installed
  ? Object.fromEntries(["react", "react-dom"].map((name) => [name, join(installed, name)]))
  : {};

/** A production build as Vite makes it by itself; only the compressed siblings are the measurement's own. */
export default {
  root: import.meta.dirname,
  publicDir: "../../../public",
  resolve: { alias },
  oxc: { jsx: { runtime: "automatic" } },
  build: { emptyOutDir: true, modulePreload: { polyfill: false } },
};
