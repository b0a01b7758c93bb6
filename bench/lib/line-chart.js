import { whole } from './table.js';

const width = 900;
const height = 400;
const plot = { left: 70, right: 690, top: 50, bottom: 350 };
const colours = ['#1a7f64', '#bf5af2', '#d97706', '#3b82f6', '#8c959f', '#e11d48', '#0891b2', '#65a30d'];

const style = `
  .paper { fill: #ffffff } text { fill: #1f2328; font: 12px system-ui, sans-serif }
  .title { font: 600 15px system-ui, sans-serif } .grid { stroke: #d1d9e0 }
  @media (prefers-color-scheme: dark) { .paper { fill: #0d1117 } text { fill: #e6edf3 } .grid { stroke: #3d444d } }`;

/** An SVG of the 99th percentile against the load, for the first workload; both axes grow by factors. */
export function lineChart({ results }) {
  const [[workload, byName]] = Object.entries(results);
  const lines = Object.entries(byName).map(([name, { steps }]) => ({
    name,
    points: steps
      .filter(({ p99, perSecond }) => p99 && perSecond)
      .map(({ perSecond, p99 }) => [perSecond, p99]),
  }));
  const all = lines.flatMap(({ points }) => points);
  if (all.length === 0) return null;
  const x = scale(
    all.map(([rate]) => rate),
    plot.left,
    plot.right,
  );
  const y = scale(
    all.map(([, ms]) => ms),
    plot.bottom,
    plot.top,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>99th percentile of the response time against the load</title>
<style>${style}
</style>
<rect class="paper" width="${width}" height="${height}" rx="8"/>
<text class="title" x="20" y="28">${workload}: 99th percentile in ms (upwards) against requests per second</text>
${x.ticks.map((rate) => vertical(x.at(rate), whole(rate))).join('\n')}
${y.ticks.map((ms) => horizontal(y.at(ms), `${ms} ms`)).join('\n')}
${lines.map(({ name, points }, index) => line(name, points, x, y, index)).join('\n')}
</svg>
`;
}

/** A logarithmic axis from `start` to `end`, with ticks at 1, 2 and 5 of each power of ten. */
function scale(values, start, end) {
  const least = Math.log(Math.min(...values) * 0.8);
  const most = Math.log(Math.max(...values) * 1.25);
  const at = (value) => start + ((Math.log(value) - least) / (most - least)) * (end - start);
  const ticks = [-1, 0, 1, 2, 3, 4, 5]
    .flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power))
    .filter((value) => Math.log(value) >= least && Math.log(value) <= most);
  return { at, ticks };
}

const round = (value) => value.toFixed(1);

const vertical = (x, label) =>
  `<line class="grid" x1="${round(x)}" x2="${round(x)}" y1="${plot.top}" y2="${plot.bottom}"/>` +
  `<text x="${round(x)}" y="${plot.bottom + 18}" text-anchor="middle">${label}</text>`;

const horizontal = (y, label) =>
  `<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${round(y)}" y2="${round(y)}"/>` +
  `<text x="${plot.left - 8}" y="${round(y + 4)}" text-anchor="end">${label}</text>`;

function line(name, points, x, y, index) {
  const colour = colours[index % colours.length];
  const place = points.map(([rate, ms]) => `${round(x.at(rate))},${round(y.at(ms))}`).join(' ');
  const legend = plot.top + 12 + index * 22;
  return (
    `<polyline fill="none" stroke="${colour}" stroke-width="2.5" points="${place}"/>` +
    `<rect x="${plot.right + 24}" y="${legend - 9}" width="14" height="10" rx="2" fill="${colour}"/>` +
    `<text x="${plot.right + 46}" y="${legend}">${name}</text>`
  );
}
