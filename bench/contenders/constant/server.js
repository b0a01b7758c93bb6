// The limit of node:http: reads the request, answers a string that was ready before.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { host, port } from '../shared/environment.js';

const answers = new Map(
  Object.entries(JSON.parse(readFileSync(process.env.CONSTANTS, 'utf8'))).map(([name, text]) => [
    `/${name}`,
    Buffer.from(text),
  ]),
);

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const body = answers.get(request.url);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
});
server.listen(port, host);
