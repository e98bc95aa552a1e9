/** Why a request brought nothing: `offline`, `strange`, or what the server said in its envelope. */
export class Failure extends Error {
  constructor(kind, envelope) {
    super(kind);
    this.kind = kind;
    this.envelope = envelope;
  }

  get code() {
    return this.envelope?.code;
  }

  /** Whether asking again, later or somewhere with a signal, may help. */
  get isPassing() {
    return !this.envelope || this.envelope.status >= 500 || this.code === "too_many";
  }
}

export const getMeta = (signal) => ask("/api/v1/meta", { signal });
export const listRegions = (code, signal) => ask(`/api/v1/regions/${code}`, { signal });
export const startUpload = (name, size) => post("/api/v1/uploads", { name, size });
export const getUpload = (id) => ask(`/api/v1/uploads/${id}`);
export const fileComplaint = (filing, key) => post("/api/v1/complaints", filing, { "idempotency-key": key });

export function sendPiece(id, offset, piece) {
  const headers = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
  return ask(`/api/v1/uploads/${id}`, { method: "PATCH", headers, body: piece });
}

function post(path, body, headers = {}) {
  return ask(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function ask(path, { headers, ...options } = {}) {
  let response;
  try {
    response = await fetch(path, {
      ...options,
      headers: { accept: "application/json", "accept-language": document.documentElement.lang, ...headers },
    });
  } catch (error) {
    throw options.signal?.aborted ? error : new Failure("offline");
  }
  const answer = await read(response, options.signal);
  if (!response.ok) {
    throw answer?.code ? new Failure("problem", answer) : new Failure("strange");
  }
  return answer;
}

/** A cut on the way is no answer, anything that is not JSON a strange one. */
async function read(response, signal) {
  try {
    return await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failure(error instanceof SyntaxError ? "strange" : "offline");
  }
}
