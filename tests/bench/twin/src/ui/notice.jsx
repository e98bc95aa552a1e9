import { shell } from "../texts.js";
import { errorSentence } from "../problems.js";

const ROLES = { bad: "alert", good: "status", info: "note", warning: "note" };

/** A framed notice. Bad news interrupts a screen reader, everything else waits its turn. */
export function Notice({ tone, children }) {
  return (
    <div className={`notice notice-${tone}`} role={ROLES[tone]}>
      {children}
    </div>
  );
}

/** What went wrong with a request, and a button to try again. */
export function FailureNotice({ failure, again }) {
  return (
    <Notice tone="bad">
      <p>{errorSentence(failure)}</p>
      <button type="button" className="button button-quiet" onClick={again}>
        {shell.tryAgain}
      </button>
    </Notice>
  );
}

/** Grey lines in the place of what is being loaded. */
export function Skeleton({ lines }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{shell.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}
