// Figures and the tables they are printed in.

/** A table in Markdown; columns after the first are figures and stand to the right. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** The one in the middle; nothing where nothing was measured. */
export function median(values) {
  const sorted = values.filter((value) => value !== undefined && value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

const or = (value, write) => (value === undefined ? "–" : write(value));

export const seconds = (milliseconds) => or(milliseconds, (value) => `${(value / 1_000).toFixed(2)} s`);
export const kilobytes = (bytes) => or(bytes, (value) => `${(value / 1_000).toFixed(1)} kB`);
export const whole = (value) => or(value, (value) => `${Math.round(value)}`);

/** From the least to the most of all runs, so that the median can be judged. */
export function range(values, write) {
  const known = values.filter((value) => value !== undefined);
  if (known.length < 2) return "";
  return ` (${write(Math.min(...known)).replace(/ .*/, "")}–${write(Math.max(...known)).replace(/ .*/, "")})`;
}
