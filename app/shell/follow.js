// A worker that keeps up with the figures beside the page: hears of changes, asks for what is new, and hands it over
// read. On a cheap phone the asking alone would cost the page as much as showing the answer.
//
// In:  { stream, board, query, lang, shown }  what is asked for from now on, and which revision of it the page shows.
// Out: { connected }                          whether the stream is open.
//      { query, answer }                      newer figures.
//      { query, failed }                      the revision whose figures did not come; the page asks itself and says why.

/** Milliseconds between two questions at least, however fast things change. */
const REST = 250;
/** Milliseconds before a stream is opened anew that the server closed for good. */
const BREAK = 5_000;

let question = null;
let newest = 0;
/** The revision that was asked for in vain. */
let failed = 0;
let isBusy = false;

addEventListener("message", ({ data }) => {
  const isFirst = !question;
  question = data;
  if (isFirst) listen();
  else ask();
});

const listen = () => {
  const source = new EventSource(question.stream);
  source.addEventListener("revision", ({ data }) => {
    newest = Number(data) || newest;
    ask();
  });
  source.addEventListener("open", () => {
    failed = 0;
    postMessage({ connected: true });
  });
  source.addEventListener("error", () => {
    postMessage({ connected: false });
    // The browser goes on by itself after a cut, but not after an answer that was an error.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, BREAK);
  });
};

/** Asks for what a newer revision may have changed: one question at a time, and once for all that came in between. */
const ask = async () => {
  if (isBusy || newest <= Math.max(question.shown, failed)) return;
  isBusy = true;
  const { query } = question;
  const answer = await fetchBoard(question).catch(() => null);
  // Whoever has changed the filter meanwhile gets the answer to that.
  if (query === question.query) {
    if (answer) question.shown = answer.revision;
    else failed = newest;
    postMessage(answer ? { query, answer } : { query, failed });
  }
  setTimeout(() => {
    isBusy = false;
    ask();
  }, REST);
};

const fetchBoard = async ({ board, query, lang }) => {
  const address = query ? `${board}?${query}` : board;
  const response = await fetch(address, { headers: { accept: "application/json", "accept-language": lang } });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return response.json();
};
