/**
 * Runs inside every document before anything else and notes, in milliseconds since its own navigation, when the form
 * is there. It is handed over as text, so it uses nothing from outside itself.
 */
export function watch() {
  const seen = {};
  const choice = () => document.querySelector("input[name=class]");
  // Before the application has taken its place, the served form has all fields on one page: no steps to go on to.
  const hasSteps = () => !document.querySelector("form[data-plain]");
  const isShown = (element) => element && element.getClientRects().length > 0;

  // What a frame's callback finds is on the screen when the next one begins.
  let isAboutToShow = false;
  const look = () => {
    if (isAboutToShow) seen.shown ??= performance.now();
    isAboutToShow = isShown(choice());
    if (hasSteps() && document.querySelector("#title")) seen.next ??= performance.now();
    if (!seen.next) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  // The press's own time: when the person's finger was there, not when the page came round to it.
  const noteInput = (event) => {
    if (event.isTrusted && event.target.name === "class") seen.input ??= performance.now();
  };
  addEventListener("change", noteInput, true);

  /** The middle of an element, moved into sight first. */
  const place = (element) => {
    if (!isShown(element)) return null;
    element.scrollIntoView({ block: "center" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  globalThis.tanggapWatch = () => {
    const chosen = choice();
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    // One at a time: moving the second into sight would move the first.
    const onward = hasSteps() ? document.querySelector("form .button-main") : null;
    const target = chosen?.checked ? onward : chosen;
    return {
      ...seen,
      origin: performance.timeOrigin,
      paint: paint?.startTime,
      target: seen.shown ? place(target) : null,
    };
  };
}
