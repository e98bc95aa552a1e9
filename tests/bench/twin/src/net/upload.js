import { Failure, getUpload, sendPiece, startUpload } from "./api.js";

/** Bytes of a piece, and attempts at one before people are asked: as in Tanggap's own form. */
const PIECE = 256 * 1024;
const TRIES = 4;

/**
 * Sends a file in pieces until it is complete and examined. `begun` is the id that an earlier attempt was told.
 * `tell` hears of the id and of the bytes that are there, and answers whether the file is still wanted.
 */
export async function upload(file, begun, tell) {
  let state = begun ? await getUpload(begun) : await startUpload(file.name, file.size);
  tell({ id: state.id });
  let tries = 0;
  while (!state.ready) {
    if (!tell({ sent: state.offset })) throw new Failure("strange");
    const end = Math.min(state.offset + PIECE, state.size);
    try {
      state = await sendPiece(state.id, state.offset, file.slice(state.offset, end));
      tries = 0;
    } catch (failure) {
      if (tries >= TRIES || !(failure.isPassing || failure.code === "wrong_offset")) throw failure;
      tries += 1;
      await rest(500 << tries);
      // The piece may have arrived although its answer did not.
      state = await getUpload(state.id).catch(() => state);
    }
  }
  tell({ sent: state.size });
}

export const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
