// What goes over the wire, as the browser's own network log tells it.

/** Follows every request of a page. */
export async function listen(client) {
  const all = new Map();
  // The log's clock counts from an unknown moment; each request names it beside the time of day.
  let offset = 0;
  const moment = (timestamp) => (timestamp + offset) * 1_000;
  const of = (event, change) => all.has(event.requestId) && change(all.get(event.requestId));

  client.on("Network.requestWillBeSent", (event) => {
    if (!event.request.url.startsWith("http")) return;
    offset = event.wallTime - event.timestamp;
    all.set(event.requestId, {
      path: new URL(event.request.url).pathname,
      start: moment(event.timestamp),
      pieces: [],
    });
  });
  client.on("Network.responseReceived", (event) =>
    of(event, (request) => {
      request.kind = event.response.mimeType;
      request.length = Number(event.response.headers["content-length"] ?? Number.NaN);
      request.pieces.push({ at: moment(event.timestamp), bytes: event.response.encodedDataLength });
    }),
  );
  client.on("Network.dataReceived", (event) =>
    of(event, (request) => {
      request.raw = (request.raw ?? 0) + event.dataLength;
      request.pieces.push({ at: moment(event.timestamp), bytes: event.encodedDataLength });
    }),
  );
  client.on("Network.loadingFinished", (event) =>
    of(event, (request) => {
      request.end = moment(event.timestamp);
      request.total = event.encodedDataLength;
    }),
  );
  return { until: (end, origin) => until([...all.values()], end, origin) };
}

const CODE = /javascript|wasm/;

/** Sums up what had been asked for at a moment; both moments are milliseconds of the day's clock. */
function until(all, end, origin) {
  const asked = all.filter((request) => request.start <= end);
  const bytesOf = (request) =>
    request.end <= end
      ? request.total
      : sum(request.pieces.filter(({ at }) => at <= end).map(({ bytes }) => bytes));
  const code = asked.filter((request) => CODE.test(request.kind));
  return {
    bytes: sum(asked.map(bytesOf)),
    requests: asked.length,
    code: sum(code.map(({ length, total }) => (Number.isFinite(length) ? length : total))),
    codeRaw: sum(code.map(({ raw }) => raw)),
    list: asked.map((request) => ({
      path: request.path,
      bytes: bytesOf(request),
      start: request.start - origin,
      end: request.end === undefined ? undefined : request.end - origin,
    })),
  };
}

const sum = (numbers) => numbers.reduce((total, number) => total + (number ?? 0), 0);
