import { whole } from './table.js';
import { workloads } from './workloads.js';

const width = 900;
const labelEnd = 150;
const longestBar = 620;
const barHeight = 16;
const step = 22;

const style = `
  .paper { fill: #ffffff } text { fill: #1f2328; font: 13px system-ui, sans-serif }
  .title { font-weight: 600 } .small { fill: #59636e; font-size: 12px }
  .product { fill: #1a7f64 } .peer { fill: #8c959f } .limit { fill: none; stroke: #8c959f; stroke-dasharray: 3 3 }
  .spread { stroke: #1f2328; stroke-width: 1.5 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117 } text { fill: #e6edf3 } .small { fill: #9198a1 } .spread { stroke: #e6edf3 }
    .product { fill: #3fb68b } .peer { fill: #6e7681 } .limit { stroke: #9198a1 }
  }`;

/** An SVG of the medians, with the spread of the rounds: one group of bars a workload, each to its own scale. */
export function barChart({ results, contenders, settings, date, machine }) {
  let top = 66;
  const groups = Object.entries(results).map(([workload, rows]) => {
    const shown = contenders.filter(({ name }) => rows[name]?.perSecond != null && name !== 'constant');
    const group = groupOf(workload, rows, shown, top);
    top += 54 + shown.length * step;
    return group;
  });
  const about =
    `Median of ${settings.rounds} rounds of ${settings.seconds} s, ${settings.connections} connections, ` +
    `${settings.posts.toLocaleString('en')} posts, one worker on one core. Node ${machine.node.slice(1)}, ${date.slice(0, 10)}.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" role="img">
<title>Requests per second of Inkstone and its peers</title>
<style>${style}
</style>
<rect class="paper" width="${width}" height="${top}" rx="8"/>
<text class="title" x="20" y="28" font-size="16">Requests per second: longer is faster</text>
<text class="small" x="20" y="48">${escapeText(about)}</text>
${groups.join('\n')}
</svg>
`;
}

function groupOf(workload, rows, shown, top) {
  const scale = longestBar / Math.max(1, ...shown.map(({ name }) => rows[name].most));
  const constant = rows.constant?.perSecond;
  const note = constant ? ` (a constant string: ${whole(constant)}/s)` : '';
  const bars = shown.map((contender, index) =>
    barOf(contender, rows[contender.name], scale, top + 30 + index * step),
  );
  const title = escapeText(`${workload}  ${workloads[workload].title}`);
  const heading = `<text x="20" y="${top + 16}"><tspan class="title">${title}</tspan><tspan class="small">${note}</tspan></text>`;
  return [heading, ...bars].join('\n');
}

function barOf({ name, kind }, { perSecond, least, most }, scale, y) {
  const end = (value) => (labelEnd + value * scale).toFixed(1);
  const middle = y + barHeight / 2;
  return [
    `<text x="${labelEnd - 8}" y="${y + 13}" text-anchor="end">${escapeText(name)}</text>`,
    `<rect class="${kind}" x="${labelEnd}" y="${y}" width="${(perSecond * scale).toFixed(1)}" height="${barHeight}" rx="2"/>`,
    `<line class="spread" x1="${end(least)}" x2="${end(most)}" y1="${middle}" y2="${middle}"/>`,
    `<text x="${Number(end(most)) + 8}" y="${y + 13}">${whole(perSecond)}</text>`,
  ].join('');
}

const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
