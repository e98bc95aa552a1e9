// The same figures in uPlot. It draws columns and knows no stacks, so each group is drawn over the sum of those behind it.

import { CHARTS, follow, GROUPS, heightOf, WIDTH } from "./follow.js";

const { uPlot } = globalThis;
const bars = uPlot.paths.bars({ size: [0.7] });
const charts = new Map();

/** Places, and for each group the sum of it and of those after it. */
function stacked(rows) {
  const sums = GROUPS.map((_, from) =>
    rows.map(({ groups }) => GROUPS.slice(from).reduce((sum, [group]) => sum + groups[group], 0)),
  );
  return [rows.map((_, at) => at), ...sums];
}

function make(name, rows, isRows) {
  const labels = { now: rows };
  const series = GROUPS.map(([label, fill]) => ({ label, fill, stroke: fill, paths: bars, points: { show: false } }));
  const plot = new uPlot(
    {
      title: name,
      width: WIDTH,
      height: heightOf(rows, isRows),
      scales: { x: { time: false }, y: { range: (_, __, most) => [0, most] } },
      axes: [{ values: (_, places) => places.map((at) => labels.now[at]?.label ?? "") }, {}],
      legend: { show: false },
      cursor: { show: false },
      series: [{}, ...series],
    },
    stacked(rows),
    document.body,
  );
  return { plot, labels };
}

follow((board) => {
  for (const [name, key, isRows] of CHARTS) {
    const rows = board[key];
    if (!charts.has(name)) charts.set(name, make(name, rows, isRows));
    const { plot, labels } = charts.get(name);
    labels.now = rows;
    plot.setData(stacked(rows));
  }
});
