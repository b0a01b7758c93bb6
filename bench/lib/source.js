import { constantAnswers } from './constants.js';
import { dialects, encodeRequest } from './dialects.js';
import { workloads } from './workloads.js';

/**
 * What is asked in one workload in one dialect, and whether the answers are right. Right answers are kept: an
 * equal one later is right at the price of a comparison of bytes, so that every single answer is checked.
 */
export function createSource(contender, workloadName, expected) {
  const workload = workloads[workloadName];
  const dialect = dialects[contender.dialect];
  const encode = (item) => encodeRequest(dialect.ask(workloadName, item), item.token);
  const next = workload.creates ? creating(workload, expected, encode) : drawing(workload, expected, encode);
  if (contender.dialect === 'constant') {
    const answer = Buffer.from(constantAnswers(expected)[workloadName]);
    return { next, check: (_request, body) => (body.equals(answer) ? undefined : 'not the constant') };
  }
  const read = (body) => dialect.read(workloadName, JSON.parse(body.toString()));
  return { next, check: (request, body) => check(workload, read, request, body) };
}

function creating(workload, expected, encode) {
  const create = workload.create(expected);
  return () => {
    const item = create();
    return { item, bytes: encode(item), known: null };
  };
}

function drawing(workload, expected, encode) {
  const requests = workload.cases(expected).map((item) => ({ item, bytes: encode(item), known: null }));
  return () => requests[Math.floor(Math.random() * requests.length)];
}

/** What is wrong with an answer; nothing when it is right. */
function check(workload, read, request, body) {
  if (request.known?.equals(body)) return undefined;
  try {
    const problem = workload.problem(read(body), request.item);
    if (problem === undefined && !workload.creates) request.known = Buffer.from(body);
    return problem;
  } catch (error) {
    return `${error.message} in ${body.toString().slice(0, 400)}`;
  }
}
