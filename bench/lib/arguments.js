import { parseArgs } from 'node:util';

/** Everything that can be measured alone, and what `node bench/run.js` measures when nothing is named. */
export const workloadNames = ['W1', 'W2', 'W3', 'W4', 'W5'];

const modes = ['compare', 'growth', 'latency', 'cold-start', 'memory', 'live', 'profile', 'search'];

const usage = `
node bench/run.js [W1 W2 W3 W4 W5]   requests per second beside the peers
node bench/run.js growth             the same reads with 2,000, 20,000 and 200,000 posts
node bench/run.js latency [W1 …]     response times as load rises to saturation
node bench/run.js cold-start         from nothing to the first right answer
node bench/run.js memory             resident memory after load
node bench/run.js live               how soon a new post is with 1,000 subscribers
node bench/run.js profile [W1 …]     where Inkstone's own time goes
node bench/run.js search             searches in two languages, and what the database does for them

  --only inkstone,mercurius   only these contenders
  --rounds 5                  rounds that count, after one that warms up
  --seconds 5                 how long a round is
  --posts 20000               size of the data set
`;

const definitions = {
  only: { type: 'string' },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  posts: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};

/** What to do. Prints the usage and ends the process when that cannot be understood. */
export function readArguments(args) {
  try {
    return interpret(args);
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(1);
  }
}

function interpret(args) {
  const { values, positionals } = parseArgs({ args, options: definitions, allowPositionals: true });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const words = positionals.map((word) => (/^w\d$/i.test(word) ? word.toUpperCase() : word));
  const mode = words.find((word) => modes.includes(word)) ?? 'compare';
  const workloads = words.filter((word) => workloadNames.includes(word));
  const unknown = words.filter((word) => word !== mode && !workloads.includes(word));
  if (unknown.length > 0) throw new Error(`Not understood: ${unknown.join(' ')}`);
  return {
    mode,
    workloads,
    only: values.only?.split(',').filter(Boolean),
    rounds: positive('rounds', values.rounds, 100),
    seconds: positive('seconds', values.seconds, 600),
    posts: positive('posts', values.posts, 1_000_000) ?? 20_000,
  };
}

function positive(name, text, most) {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (value > 0 && value <= most && (name === 'seconds' || Number.isInteger(value))) return value;
  throw new Error(`--${name} must be a number from 1 to ${most}, not ${text}`);
}
