/** A button that shows when it is busy. A busy one stays focusable but does nothing. */
export function Button({ look = "quiet", busy = false, onPress, children }) {
  const state = busy ? "true" : undefined;
  return (
    <button
      type="button"
      className={`button button-${look}`}
      aria-disabled={state}
      aria-busy={state}
      onClick={() => busy || onPress()}
    >
      {children}
    </button>
  );
}

/** The button that hands in a form. Pressing it leaves the focus, and so the page's layout, where it is. */
export function SubmitButton({ children }) {
  return (
    <button type="submit" className="button button-main" onMouseDown={(event) => event.preventDefault()}>
      {children}
    </button>
  );
}
