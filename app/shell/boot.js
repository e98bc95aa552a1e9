// Starts the page: first the gate for everything that could become script, then the bundle.
// Until the bundle runs, and for good if it cannot, the shell's own text stays on the screen.

const FORBIDDEN_ELEMENT = /^(?:script|style|link|meta|base|iframe|frame|object|embed|foreignobject)$/i;
const FORBIDDEN_ATTRIBUTE = /^(?:on.*|srcdoc)$/i;
const ADDRESS_ATTRIBUTE = /^(?:href|xlink:href|src|action|formaction|data|poster)$/i;
// What an address may begin with. Entities are not decoded here, so none may stand before the colon.
const ADDRESS = /^(?:https?:|mailto:|tel:|sms:|geo:|blob:|data:image\/|[\/#?.]|[\w-]*(?:[\/#?.]|$))/i;
const COMMENT = /<!--[^]*?-->|<!>/g;
const TAG = /<\/?([a-z][^\s\/>"'=<]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s\/"'=<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/** Whether HTML holds nothing that runs. Stricter than a parser: what it cannot read, it refuses. */
const isInert = (html) => {
  let inert = true;
  const isHarmless = (name, value = "") =>
    !FORBIDDEN_ATTRIBUTE.test(name) &&
    (!ADDRESS_ATTRIBUTE.test(name) || ADDRESS.test(value.replace(/^["']|["']$/g, "")));
  const rest = html.replace(COMMENT, "").replace(TAG, (_, element, attributes) => {
    inert &&= !FORBIDDEN_ELEMENT.test(element);
    const left = attributes.replace(ATTRIBUTE, (_, name, value) => {
      inert &&= isHarmless(name, value);
      return "";
    });
    inert &&= /^[\s\/]*$/.test(left);
    return "";
  });
  return inert && !/<[a-z!\/?]/i.test(rest);
};

/** Whether an address is a script that the build produced: a hashed asset, or the service worker. */
const isOwnScript = (address) => {
  const url = new URL(address, location.href);
  return url.origin === location.origin && (url.pathname.startsWith("/assets/") || url.pathname === "/sw.js");
};

const refuse = (what) => {
  throw new TypeError(`refused as ${what}`);
};

// No createScript: text never becomes script, whoever asks.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (isInert(html) ? html : refuse("HTML")),
  createScriptURL: (address) => (isOwnScript(address) ? address : refuse("script address")),
});

const start = async () => {
  const { glue, wasm } = document.querySelector("script[data-glue]").dataset;
  const app = document.getElementById("app");
  const shell = [...app.childNodes];
  try {
    const [{ default: init }, module] = await Promise.all([
      import(glue),
      WebAssembly.compileStreaming(fetch(wasm)),
    ]);
    // Only now, when nothing but the start itself is left to fail.
    app.replaceChildren();
    await init({ module_or_path: module });
  } catch (error) {
    console.error(error);
    app.replaceChildren(...shell);
    app.querySelector("[data-loading]")?.remove();
  }
};

start();
