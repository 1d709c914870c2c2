import { createServer } from 'node:http';
import pg from 'pg';
import { STATEMENT } from '../question.ts';

/** node:http and one prepared statement; the answer is what the statement returns. Settings: DATABASE_URL, PORT. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

const server = createServer((request, response) => {
  const requested = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const values = [requested.get('campaign'), requested.get('county'), requested.get('asOf')];
  pool.query({ name: 'town-figures', text: STATEMENT, values }).then(
    ({ rows }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(rows));
    },
    (error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    },
  );
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
