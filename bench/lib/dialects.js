import { documents, graphqlBody, postgraphileDocuments } from './documents.js';

/*
 * How a contender is asked. `ask` turns a case of a workload into a request; `read` finds, in the parsed answer,
 * what the workload checks. Everyone's answers end up in the shape of the product's schema.
 */

const graphql = {
  ask: (workload, { variables }) => post('/graphql', graphqlBody(documents, workload, variables)),
  read: (_workload, answer) => unwrap(answer),
};

const postgraphile = {
  ask: (workload, { variables }) => post('/graphql', graphqlBody(postgraphileDocuments, workload, variables)),
  read: (workload, answer) => {
    const data = unwrap(answer);
    return workload === 'W4' ? { createPost: data.createPost.post } : data;
  },
};

const restPaths = {
  W1: () => get('/api/posts?first=20'),
  W2: ({ slug }) => get(`/api/posts/${slug}`),
  W3: () => get('/api/viewer'),
  W4: ({ input }) => post('/api/posts', JSON.stringify(input)),
  W5: () => get('/api/ping'),
};
const restKeys = { W1: 'posts', W2: 'post', W3: 'viewer', W4: 'createPost' };

/** The Flask original has no GraphQL: the same facts by REST. */
const rest = {
  ask: (workload, { variables }) => restPaths[workload](variables),
  read: (workload, answer) => (workload === 'W5' ? answer : { [restKeys[workload]]: answer }),
};

/** The constant string has an address for each workload, so that it need not read what was asked. */
const constant = {
  ask: (workload, { variables }) => post(`/${workload}`, graphqlBody(documents, workload, variables)),
  read: (_workload, answer) => unwrap(answer),
};

export const dialects = { graphql, postgraphile, rest, constant };

function unwrap(answer) {
  if (answer.errors) throw new Error(`errors: ${JSON.stringify(answer.errors).slice(0, 300)}`);
  return answer.data;
}

const get = (path) => ({ method: 'GET', path, body: '' });
const post = (path, body) => ({ method: 'POST', path, body });

/** A request as it goes over the wire. Nobody is asked to compress: it would be measured too. */
export function encodeRequest({ method, path, body }, token) {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', 'accept: application/json'];
  if (token) lines.push(`authorization: Bearer ${token}`);
  if (method === 'POST') {
    lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
