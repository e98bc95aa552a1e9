/** Moves the focus to the first element that a selector finds, once the view is in the page. */
export function focusOn(selector) {
  requestAnimationFrame(() => document.querySelector(selector)?.focus());
}
