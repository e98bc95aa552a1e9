// What every rival shares: it follows the same stream as Tanggap's page, asks for the same figures, and draws them into
// canvases as wide as a small phone lets them be.

/** The charts of the page: name, rows of the board, and whether names need the room of a line each. */
export const CHARTS = [
  ["Bidang", "sectors", true],
  ["Tahap", "stages", true],
  ["Bulan", "months", false],
  ["Wilayah", "regions", true],
  ["Perangkat daerah", "agencies", true],
];

/** The groups that are stacked, with their colours in `style/tokens.css`. */
export const GROUPS = [
  ["awaiting_disposition", "#a3211c"],
  ["awaiting_follow_up", "#c77700"],
  ["in_progress", "#2c7fb8"],
  ["done", "#19683a"],
];

export const WIDTH = 328;
/** Pixels of a row of bars, and of a chart of columns. */
export const heightOf = (rows, isRows) => (isRows ? 60 + rows.length * 40 : 220);

/** Draws at first and again for each change. Both may return a promise of being done. */
export async function follow(draw) {
  const show = async () => {
    const board = await (await fetch("/api/v1/recap/board")).json();
    await draw(board);
    globalThis.drawnTotal = board.figures.total;
  };
  await show();
  let known = null;
  new EventSource("/api/v1/recap/stream").addEventListener("revision", ({ data }) => {
    if (data !== known) show();
    known = data;
  });
}
