// The limit of one statement a request: node:http, and PostgreSQL writes the JSON of the whole answer.
import { createServer } from 'node:http';
import { createPool, host, port, userIdOf } from '../shared/environment.js';
import { insertPostAsJson, postValues } from '../shared/writing.js';
import { home, me, readPost } from './statements.js';

const pool = createPool();

const operations = {
  Home: () => ({ name: 'home', text: home, values: [] }),
  ReadPost: ({ slug }) => ({ name: 'post', text: readPost, values: [slug] }),
  Me: (_variables, userId) => ({ name: 'me', text: me, values: [userId] }),
  Write: ({ input }, userId) => ({
    name: 'write',
    text: insertPostAsJson,
    values: postValues(userId, input),
  }),
};

async function answer(body, authorization) {
  const { operationName, variables } = JSON.parse(body);
  const { rows } = await pool.query({
    ...operations[operationName](variables, userIdOf(authorization)),
    rowMode: 'array',
  });
  return `{"data":${rows[0][0]}}`;
}

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    const body = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    const [status, text] = await answer(body, request.headers.authorization).then(
      (data) => [200, data],
      (error) => [500, JSON.stringify({ errors: [{ message: error.message }] })],
    );
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
});
server.listen(port, host);
