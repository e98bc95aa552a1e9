// What was started is ended and what was laid down is removed, whichever way the measurement is left.

const undone = new Set();

/** Remembers how something is undone; returns what undoes it now. */
export function remember(undo) {
  undone.add(undo);
  return async () => {
    if (undone.delete(undo)) await undo();
  };
}

/** Undoes everything that is left, the latest first. */
export async function stop() {
  for (const undo of [...undone].reverse()) {
    undone.delete(undo);
    try {
      await undo();
    } catch (error) {
      console.error(`bench phone: cleaning up: ${error.message}`);
    }
  }
}

/** Cleans up when the person ends it or time runs out. */
export function whenLeft(patience) {
  const leave = (reason) => async () => {
    console.error(`bench phone: ${reason}`);
    await stop();
    process.exit(1);
  };
  process.once("SIGINT", leave("interrupted"));
  process.once("SIGHUP", leave("its terminal is gone"));
  process.once("SIGTERM", leave("ended from outside"));
  setTimeout(leave(`not finished after ${patience / 60_000} minutes`), patience).unref();
}

/** A promise's result, or an error after so many milliseconds. */
export async function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: no end after ${milliseconds / 1_000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
