// The same figures in Chart.js, with what makes it quick: no animation, no layout of its own to follow.

import { CHARTS, follow, GROUPS, heightOf, WIDTH } from "./follow.js";

const { Chart } = globalThis;
const charts = new Map();

function make(name, rows, isRows) {
  const canvas = document.body.appendChild(document.createElement("canvas"));
  canvas.width = WIDTH;
  canvas.height = heightOf(rows, isRows);
  return new Chart(canvas, {
    type: "bar",
    data: { labels: [], datasets: GROUPS.map(([label, backgroundColor]) => ({ label, backgroundColor, data: [] })) },
    options: {
      animation: false,
      responsive: false,
      indexAxis: isRows ? "y" : "x",
      scales: { x: { stacked: true }, y: { stacked: true } },
      plugins: { legend: { display: false }, title: { display: true, text: name } },
    },
  });
}

follow((board) => {
  for (const [name, key, isRows] of CHARTS) {
    const rows = board[key];
    if (!charts.has(name)) charts.set(name, make(name, rows, isRows));
    const chart = charts.get(name);
    chart.data.labels = rows.map(({ label }) => label);
    GROUPS.forEach(([group], at) => {
      chart.data.datasets[at].data = rows.map(({ groups }) => groups[group]);
    });
    chart.update("none");
  }
});
