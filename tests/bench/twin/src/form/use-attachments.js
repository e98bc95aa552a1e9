import { useRef, useState } from "react";

import { shrink } from "../net/shrink.js";
import { upload } from "../net/upload.js";
import { FILE_BYTES_MAX, FILES_MAX } from "./rules.js";

const ACCEPTED = ["image/jpeg", "image/png", "image/webp", "application/pdf"];
const TOO_LARGE = { code: "file_too_large", limit: FILE_BYTES_MAX };

/** The files of one form. They go up one after the other: one finished photo is worth more than three halves. */
export function useAttachments() {
  const [, draw] = useState(0);
  // A queue that outlives drawings; the page is drawn again after every change to it.
  const queue = useRef({ files: [], isRunning: false, nextKey: 0 }).current;
  const change = (one, parts) => {
    Object.assign(one, parts);
    draw((count) => count + 1);
  };
  const goOn = async () => {
    if (queue.isRunning) return;
    queue.isRunning = true;
    const next = () => queue.files.find((one) => one.state === "waiting");
    for (let one = next(); one; one = next()) await send(one, queue, change);
    queue.isRunning = false;
  };
  const ready = queue.files.filter((one) => one.state === "ready");
  const isUnderWay = () => queue.files.some(({ state }) => state === "waiting" || state === "sending");
  return {
    all: queue.files,
    ids: ready.map((one) => one.id),
    isUnderWay,
    hasUnsent: () => queue.files.some(({ state }) => state === "stuck" || state === "bad"),
    /** Adds files. Those beyond the limit are left out; tells whether there were any. */
    add(files) {
      const room = FILES_MAX - queue.files.length;
      for (const file of files.slice(0, room)) {
        queue.files.push({ key: queue.nextKey, name: file.name, size: file.size, file, ...firstState(file) });
        queue.nextKey += 1;
      }
      draw((count) => count + 1);
      goOn();
      return files.length > room;
    },
    remove(key) {
      queue.files = queue.files.filter((one) => one.key !== key);
      draw((count) => count + 1);
    },
    retry(one) {
      change(one, { state: "waiting" });
      goOn();
    },
    clear() {
      queue.files = [];
    },
  };
}

async function send(one, queue, change) {
  change(one, { state: "sending", percent: 0 });
  if (!one.isShrunk) {
    one.isShrunk = true;
    one.file = (await shrink(one.file)) ?? one.file;
  }
  const { file } = one;
  if (file.size > FILE_BYTES_MAX) {
    change(one, { state: "bad", problem: TOO_LARGE });
    return;
  }
  const tell = ({ id, sent }) => {
    if (id) one.id = id;
    else change(one, { percent: Math.floor((sent * 100) / file.size) });
    return queue.files.includes(one);
  };
  try {
    await upload(file, one.id, tell);
    change(one, { state: "ready" });
  } catch (failure) {
    change(one, afterFailure(failure));
  }
}

/** What can be told without sending a single byte. */
function firstState(file) {
  const bad = (problem) => ({ state: "bad", problem });
  if (file.size > FILE_BYTES_MAX && !file.type.startsWith("image/")) return bad(TOO_LARGE);
  if (file.size === 0) return bad({ code: "file_broken" });
  if (file.type && !ACCEPTED.includes(file.type)) return bad({ code: "file_kind" });
  return { state: "waiting" };
}

/** Whether it was the network or the file. */
function afterFailure(failure) {
  const [first] = failure.envelope?.problems ?? [];
  if (first) return { state: "bad", problem: first.problem };
  if (failure.code === "unsupported_media") return { state: "bad", problem: { code: "file_kind" } };
  if (failure.code === "too_large") return { state: "bad", problem: TOO_LARGE };
  return { state: "stuck" };
}
