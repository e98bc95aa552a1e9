// What this phone keeps for the person who uses it, and the sender of what waits for a connection. The page and the
// service worker both run this text, so that there is one truth about what was sent.
//
// drafts, outbox: records by their idempotency key. files: their photos and documents, apart, so that a keystroke does
// not write photos again. shared: files that another app handed over. seen: the last answers that are worth reading
// without a connection.

const STORES = ["drafts", "outbox", "files", "shared", "seen"];
const API = "/api/v1/";
/** Bytes of a piece, as the page's own uploads have them. */
const PIECE = 256 * 1024;
/** Milliseconds for one request: a piece at two kilobytes a second. */
const PATIENCE = 120_000;
/** Pieces in a row that may bring nothing forward. */
const TRIES = 4;
/** Milliseconds between two attempts while a page is open, first and at most. */
const FIRST_REST = 5_000;
const LONGEST_REST = 300_000;

let opened;

const database = () =>
  (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("tanggap", 1);
    const forget = () => (opened = undefined);
    request.onupgradeneeded = () => {
      for (const name of STORES) request.result.createObjectStore(name, { autoIncrement: name === "shared" });
    };
    request.onsuccess = () => {
      const found = request.result;
      found.onclose = forget;
      found.onversionchange = () => {
        found.close();
        forget();
      };
      resolve(found);
    };
    request.onerror = () => {
      forget();
      reject(request.error);
    };
  }));

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Does everything or nothing, and resolves once it is written. */
const within = async (names, mode, work, options) => {
  const transaction = (await database()).transaction(names, mode, options);
  const stores = Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]));
  const written = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error("given up"));
  });
  const worked = (async () => {
    try {
      const found = await work(stores);
      // Not left to the browser, which gives up what a page that is being closed has begun.
      transaction.commit?.();
      return found;
    } catch (error) {
      transaction.abort();
      throw error;
    }
  })();
  return (await Promise.all([worked, written]))[0];
};

const reading = (names, work) => within(names, "readonly", work);
const writing = (names, work, options) => within(names, "readwrite", work, options);
/** A promise of ours to people must outlive a battery that is taken out. */
const LASTING = { durability: "strict" };
const EVERYTHING = ["drafts", "outbox", "files"];

let channel;
const listeners = [];
const others = () => (channel ??= globalThis.BroadcastChannel && new BroadcastChannel("tanggap"));

/** Tells every page that something has changed. */
const tell = () => {
  others()?.postMessage(0);
  for (const listener of listeners) listener();
};

/** Calls back whenever something has changed, here, in another tab or in the service worker. */
export const onChange = (listener) => {
  listeners.push(listener);
  if (others()) channel.onmessage = () => listeners.forEach((listener) => listener());
};

/** A file's name in the store. Its size is part of it, because a photo is kept first as taken and then shrunk. */
const nameOf = (key, file) => `${key}/${file.key}/${file.size}`;
/** All files of a record: "0" is the character after "/". */
const filesOf = (key) => IDBKeyRange.bound(`${key}/`, `${key}0`);

const keepFiles = async (store, { key, files }, blobs) => {
  const known = await answer(store.getAllKeys(filesOf(key)));
  const names = files.map((file) => nameOf(key, file));
  for (const name of known) if (!names.includes(name)) store.delete(name);
  names.forEach((name, at) => known.includes(name) || store.put(blobs[at], name));
};

/** A file of a draft. A page that was closed while its photo was being shrunk has written the words alone: then it is
 *  still there as it was taken, and goes up anew. */
const fileOf = async (store, key, file) => {
  const found = await answer(store.get(nameOf(key, file)));
  if (found) return found;
  const [taken] = await answer(store.getAll(IDBKeyRange.bound(`${key}/${file.key}/`, `${key}/${file.key}0`)));
  if (taken) {
    file.size = taken.size;
    delete file.upload;
    delete file.shrunk;
  }
  return taken;
};

/** Keeps a draft with its files; the record's `files` describe the blobs, in the same order. */
export const save = async (record, blobs) => {
  // Apart, so that words are written at once even while the page is being closed.
  await Promise.all([
    writing(["drafts"], ({ drafts }) => void drafts.put({ ...record, changed: Date.now() }, record.key)),
    writing(["files"], ({ files }) => keepFiles(files, record, blobs)),
  ]);
  tell();
};

/** Everything that is kept, newest first, without the files' bytes. */
export const list = () =>
  reading(["drafts", "outbox"], async ({ drafts, outbox }) => {
    const records = [...(await answer(drafts.getAll())), ...(await answer(outbox.getAll()))];
    return records.sort((one, other) => other.changed - one.changed);
  });

/** A record with its files. A filing that still waits is a draft again from then on. */
export const open = async (key) => {
  const found = await writing(EVERYTHING, async ({ drafts, outbox, files }) => {
    const sent = await answer(outbox.get(key));
    if (sent && sent.state !== "received") {
      outbox.delete(key);
      drafts.put({ ...sent, state: undefined }, key);
    }
    const record = sent ?? (await answer(drafts.get(key)));
    const blobs = (record?.files ?? []).map((file) => fileOf(files, key, file));
    return record && { record, blobs: await Promise.all(blobs) };
  });
  tell();
  return found;
};

/** Removes a record with its files; gives back what `restore` takes. */
export const remove = async (key) => {
  const removed = [];
  await writing(EVERYTHING, async (stores) => {
    for (const store of Object.values(stores)) {
      const these = store.name === "files" ? filesOf(key) : key;
      for (const name of await answer(store.getAllKeys(these))) {
        removed.push([store.name, name, await answer(store.get(name))]);
      }
      store.delete(these);
    }
  });
  tell();
  return removed;
};

/** Puts back what was removed. */
export const restore = async (removed) => {
  await writing(EVERYTHING, (stores) => {
    for (const [store, name, value] of removed) stores[store].put(value, name);
  });
  tell();
};

/** Forgets everything. What is on its way just then finds its record gone and writes nothing back. */
export const wipe = async () => {
  await writing(STORES, (stores) => {
    for (const store of Object.values(stores)) store.clear();
  });
  tell();
};

/** Takes files that another app handed over. */
export const share = (files) =>
  writing(["shared"], ({ shared }) => {
    for (const file of files) shared.add(file);
  });

/** Gives out what was handed over, once. */
export const takeShared = () =>
  writing(["shared"], async ({ shared }) => {
    const files = await answer(shared.getAll());
    shared.clear();
    return files;
  });

/** When each answer was last kept. */
const keptAt = new Map();
/** Milliseconds between two keepings of one: figures that change every second must not wear out a phone's memory. */
const KEEPING = 60_000;

/** Keeps an answer for reading without a connection. */
export const keepSeen = async (name, value) => {
  const now = performance.now();
  if (now - keptAt.get(name) < KEEPING) return;
  keptAt.set(name, now);
  await writing(["seen"], ({ seen }) => void seen.put(value, name));
};

/** The answer kept under a name. */
export const seen = (name) => reading(["seen"], ({ seen }) => answer(seen.get(name)));

/** Makes a filing of a draft, to be sent as soon as possible: `body` is its JSON, whose files are still to come. */
export const queue = async (record, blobs, body) => {
  await writing(
    EVERYTHING,
    async ({ drafts, outbox, files }) => {
      await keepFiles(files, record, blobs);
      drafts.delete(record.key);
      outbox.put({ ...record, body, state: "waiting", percent: 0, changed: Date.now() }, record.key);
    },
    LASTING,
  );
  tell();
  // Browsers that know neither send when a page is open, and keep what is kept as long as they like.
  navigator.storage?.persist?.().catch(() => {});
  navigator.serviceWorker?.ready.then(({ sync }) => sync?.register("outbox")).catch(() => {});
  attempt();
};

const TAKEN_BACK = new Error("taken back");

/** A record of the outbox that is still to be sent. A page may have taken it back meanwhile, and sent it itself. */
const unsent = async (outbox, key) => {
  const record = await answer(outbox.get(key));
  return record?.state === "received" ? undefined : record;
};

/** Changes a record of the outbox. One that was taken back or wiped meanwhile ends the sending. */
const change = async (key, part) => {
  const known = await writing(["outbox"], async ({ outbox }) => {
    const record = await unsent(outbox, key);
    if (record) outbox.put({ ...record, ...part }, key);
    return record;
  });
  tell();
  if (!known) throw TAKEN_BACK;
};

/** Asks the server. What it refuses is thrown with its `envelope`, what did not arrive without one. */
const ask = async (method, path, body, headers) => {
  const signal = AbortSignal.timeout?.(PATIENCE);
  // As a request, so that tests see what pages' own requests look like.
  const response = await fetch(new Request(API + path, { method, body, headers, signal }));
  const found = await response.json();
  if (response.ok) return found;
  throw Object.assign(new Error(found.code), { envelope: found });
};

const askJson = (path, body, headers) =>
  ask("POST", path, body, { "content-type": "application/json", accept: "application/json", ...headers });

const codeOf = (error) => error.envelope?.code;
/** Whether asking again may help: no answer, a strange one, too many at once, or a server in trouble. */
const isPassing = ({ envelope }) => !(envelope?.status < 500) || envelope.code === "too_many";

/** Sends what is missing of one file; its id. `told` hears of the id and of the bytes that are there. */
const upload = async (file, blob, told) => {
  const look = () => ask("GET", `uploads/${file.upload}`);
  let state;
  try {
    if (file.upload) state = await look();
  } catch (error) {
    // The server forgets after a day what no filing named.
    if (codeOf(error) !== "not_found") throw error;
  }
  state ??= await askJson("uploads", JSON.stringify({ name: file.name, size: file.size }));
  file.upload = state.id;
  for (let tries = 0; !state.ready; ) {
    await told(state.offset);
    const before = state.offset;
    const headers = { "upload-offset": before, "content-type": "application/offset+octet-stream" };
    try {
      state = await ask("PATCH", `uploads/${file.upload}`, blob.slice(before, before + PIECE), headers);
    } catch (error) {
      if (codeOf(error) !== "wrong_offset") throw error;
      state = await look();
    }
    tries = state.offset > before ? 0 : tries + 1;
    if (tries > TRIES) throw new Error("stuck");
  }
  return state.id;
};

/** A file that the phone has lost, as the server would say it. */
const LOST = { status: 422, problems: [{ field: "files", problem: { code: "not_uploaded" } }] };

/** A file that is refused is a problem of the field `files`, whatever the piece's answer calls it. */
const ofFiles = (error) => {
  const { envelope } = error;
  if (envelope) envelope.problems = (envelope.problems ?? []).map((one) => ({ ...one, field: "files" }));
  throw error;
};

const uploadAll = async ({ key, files }) => {
  const whole = files.reduce((sum, { size }) => sum + size, 0);
  const ids = [];
  let before = 0;
  for (const file of files) {
    const blob = await reading(["files"], (stores) => answer(stores.files.get(nameOf(key, file))));
    if (!blob) throw Object.assign(new Error("lost"), { envelope: LOST });
    // Only now that the server has answered: an attempt without a connection must not stir what people look at.
    const told = (there) =>
      change(key, { files, state: "sending", percent: Math.floor(((before + there) * 100) / whole) });
    ids.push(await upload(file, blob, told).catch(ofFiles));
    before += file.size;
  }
  return ids;
};

/** Sends one filing; whether it needs no further attempt. */
const sendOne = async (record) => {
  const { key, sent } = record;
  try {
    const body = JSON.stringify({ ...JSON.parse(record.body), files: await uploadAll(record) });
    await change(key, { files: record.files, sent: sent ?? body });
    const post = (body) => askJson("complaints", body, { "idempotency-key": key });
    let earlier = false;
    const filed = await post(body).catch((error) => {
      // An attempt whose answer was lost had arrived, and something was changed since: it brings its receipt.
      if (codeOf(error) !== "key_reused" || !sent) throw error;
      earlier = true;
      return post(sent);
    });
    const { title, changed } = record;
    await settle(key, (stores) => keepReceipt(stores, { key, title, changed, filed, earlier }));
    return true;
  } catch (error) {
    if (error === TAKEN_BACK) return true;
    if (isPassing(error)) {
      await change(key, { state: "waiting" }).catch(() => {});
      return false;
    }
    const { problems = [], message } = error.envelope;
    const refused = { ...record, changed: Date.now(), state: "refused", problems, message };
    await settle(key, ({ drafts }) => void drafts.put(refused, key));
    return true;
  }
};

/** Puts a receipt in the place of what it is for. */
const keepReceipt = ({ drafts, outbox, files }, receipt) => {
  const { key } = receipt;
  drafts.delete(key);
  files.delete(filesOf(key));
  outbox.put({ ...receipt, files: [], state: "received" }, key);
};

/** Keeps the receipt of a draft that a page has sent itself. */
export const receive = async (receipt) => {
  await writing(EVERYTHING, (stores) => keepReceipt(stores, { ...receipt, changed: Date.now() }), LASTING);
  tell();
};

/** Ends a filing's stay in the outbox: with its receipt, or as a draft again. */
const settle = async (key, end) => {
  await writing(
    EVERYTHING,
    async (stores) => {
      if (!(await unsent(stores.outbox, key))) return;
      stores.outbox.delete(key);
      end(stores);
    },
    LASTING,
  );
  tell();
};

let last = Promise.resolve();

/** One after the other, whoever sends; where browsers have no locks the key alone sees to it. */
const alone = (work) =>
  navigator.locks ? navigator.locks.request("tanggap-outbox", work) : (last = last.then(work, work));

/** Sends what waits, the oldest first; whether nothing is left. */
export const send = () =>
  alone(async () => {
    const waiting = (await list()).filter(({ state }) => state === "waiting" || state === "sending");
    for (const record of waiting.reverse()) if (!(await sendOne(record))) return false;
    return true;
  });

let timer;
let rest = FIRST_REST;

/** Sends now, and again later for as long as something waits and this page is open. */
export const attempt = async () => {
  clearTimeout(timer);
  // Where nothing can be kept nothing waits.
  const isDone = await send().catch(() => true);
  clearTimeout(timer);
  if (isDone) rest = FIRST_REST;
  else timer = setTimeout(attempt, (rest = Math.min(rest * 2, LONGEST_REST)));
};

/** Sends at the opening of a page and whenever the connection returns. */
export const start = () => {
  addEventListener("online", attempt);
  attempt();
};
