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

const FIELDS = "input[name], select[name], textarea[name]";
const isLine = (field) => field.matches("textarea, select, input:not([type=radio], [type=checkbox], [type=file], [type=hidden])");

/** What people have filled in so far, in the page as it was served. */
const isChanged = (field) =>
  field.type === "file"
    ? field.files.length > 0
    : field.matches("[type=radio], [type=checkbox]")
      ? field.checked !== field.defaultChecked
      : field.matches("select")
        ? [...field.options].some((option) => option.selected !== option.defaultSelected)
        : field.value !== field.defaultValue;

const SCRIPT = document.querySelector("script[data-glue]").dataset;

/** The texts of a language, as a list. */
const textsOf = async (lang) => (await fetch(SCRIPT[`texts_${lang}`])).json();

/** What the served page knows, for the app that takes its place. */
const servedPage = () => {
  const data = JSON.parse(document.getElementById("data")?.textContent || "{}");
  const left = { lines: [], focus: null };
  return {
    data,
    left,
    textsOf,
    // Asked for once, when the page is about to be replaced.
    get typed() {
      const changed = [...document.querySelectorAll(FIELDS)].filter(isChanged);
      left.lines = changed.filter(isLine).map(({ id, value }) => ({ id, value }));
      const { id, selectionStart, selectionEnd } = document.activeElement ?? {};
      left.focus = id ? { id, selectionStart, selectionEnd } : null;
      const typed = { focus: left.focus?.id };
      for (const field of changed) {
        if (field.type === "file") typed[field.name] = [...field.files];
        else if (field.type === "checkbox") typed[field.name] = field.checked;
        else if (field.type !== "radio" || field.checked) typed[field.name] = field.value;
        if (field.matches("select")) typed[`${field.name} label`] = field.selectedOptions[0]?.text;
      }
      return typed;
    },
  };
};

/** Gives what was typed and the focus back to the fields that took the old ones' places. */
const giveBack = ({ lines, focus }) => {
  for (const { id, value } of lines) {
    const field = document.getElementById(id);
    if (field && "value" in field && field.value !== value) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  const field = focus && document.getElementById(focus.id);
  if (!field || field === document.activeElement) return;
  field.focus({ preventScroll: true });
  if (focus.selectionStart != null) field.setSelectionRange?.(focus.selectionStart, focus.selectionEnd);
};

const start = async () => {
  const { lang } = document.documentElement;
  const page = (globalThis.served = servedPage());
  document.addEventListener("drawn", () => giveBack(page.left), { capture: true, once: true });
  try {
    const [{ default: init }, module, texts] = await Promise.all([
      import(SCRIPT.glue),
      WebAssembly.compileStreaming(fetch(SCRIPT.wasm)),
      textsOf(lang),
    ]);
    page.texts = texts;
    await init({ module_or_path: module });
  } catch (error) {
    console.error(error);
    stay();
  }
};

/** The page stays as it was served, and works without the app. */
const stay = () => document.querySelector("[data-loading]")?.remove();

if (globalThis.WebAssembly) start();
else stay();
