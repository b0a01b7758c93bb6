/** Records a CPU profile of a process that was started with --inspect on this port, while `work` runs. */
export async function profileWhile(port, work) {
  const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const socket = new WebSocket(targets[0].webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('The inspector refused the connection.'));
  });
  const waiting = new Map();
  let count = 0;
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(data);
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(error.message));
    else resolve?.(result);
  };
  const call = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
  try {
    await call('Profiler.enable');
    await call('Profiler.setSamplingInterval', { interval: 500 });
    await call('Profiler.start');
    await work();
    return (await call('Profiler.stop')).profile;
  } finally {
    socket.close();
  }
}

/** Self time by function and by package, as shares of the time that was not idle, the largest first. */
export function summariseProfile({ nodes, samples, timeDeltas }) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const functions = new Map();
  const packages = new Map();
  let total = 0;
  let idle = 0;
  for (const [index, id] of samples.entries()) {
    const time = timeDeltas[index];
    const { functionName, url, lineNumber } = frames.get(id);
    if (functionName === '(idle)') {
      idle += time;
      continue;
    }
    total += time;
    const name = `${functionName || '(anonymous)'} ${shorten(url)}${url ? `:${lineNumber + 1}` : ''}`;
    functions.set(name, (functions.get(name) ?? 0) + time);
    const group = packageOf(functionName, url);
    packages.set(group, (packages.get(group) ?? 0) + time);
  }
  const shares = (times) =>
    [...times].sort(([, a], [, b]) => b - a).map(([name, time]) => ({ name, share: time / total }));
  return { busy: total / (total + idle), functions: shares(functions), packages: shares(packages) };
}

const shorten = (url) => url.replace(/^file:\/\//, '').replace(/^.*\/(node_modules|dist)\//, '');

function packageOf(functionName, url) {
  if (functionName.startsWith('(')) return functionName;
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (name) return name;
  if (url.startsWith('node:')) return 'node';
  const [, folder] = /\/dist\/src\/([^/]+)/.exec(url) ?? [];
  return folder ? `own code: ${folder}` : url ? shorten(url) : '(native)';
}
