import { useSyncExternalStore } from "react";

const MOVED = "tanggap-moved";

/** The present address's query. Twenty lines instead of a router, which is in the twin's favour. */
export const useQuery = () => new URLSearchParams(useSyncExternalStore(follow, () => location.search));

export function navigate(address, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", address);
  dispatchEvent(new Event(MOVED));
}

/** A link within the form: the address changes, the page stays. */
export function Way({ to, ...rest }) {
  const press = (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <a href={to} onClick={press} {...rest} />;
}

function follow(changed) {
  addEventListener("popstate", changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener("popstate", changed);
    removeEventListener(MOVED, changed);
  };
}
