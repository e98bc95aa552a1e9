import { useEffect, useState } from "react";

const NOTHING = { value: null, failure: null, busy: false };

/** Loads what `fetch` asks for, and again whenever `key` changes. An attempt that is overtaken is aborted. */
export function useLoad(fetch, key = "", wanted = true) {
  const [load, setLoad] = useState({ ...NOTHING, busy: wanted });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!wanted) {
      setLoad(NOTHING);
      return undefined;
    }
    const abort = new AbortController();
    setLoad((before) => ({ ...before, busy: true }));
    fetch(abort.signal).then(
      (value) => abort.signal.aborted || setLoad({ value, failure: null, busy: false }),
      (failure) => abort.signal.aborted || setLoad((before) => ({ ...before, failure, busy: false })),
    );
    return () => abort.abort();
    // `fetch` is made anew at every drawing; what it asks for is told by `key`.
  }, [key, wanted, attempt]);
  return { ...load, again: () => setAttempt((count) => count + 1) };
}
