import Fastify, { type FastifyInstance } from 'fastify';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveUpOnSlowBodies, settingsFor } from './slow-clients.ts';

const patience = { headMs: 300, bodyMs: 300, uploadMs: 60_000, silenceMs: 1_500 };

let app: FastifyInstance;
beforeAll(async () => {
  app = Fastify({ ...settingsFor(patience), forceCloseConnections: true });
  giveUpOnSlowBodies(app, patience, '/uploads');
  app.post('/graphql', (request, reply) => reply.send(request.body));
  app.post('/uploads', (request, reply) => reply.send(request.body));
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

interface Sent {
  readonly answer: string;
  readonly milliseconds: number;
}

/** Sends a text, then one byte of the rest every 20 ms, until the server closes the connection or has all. */
function trickle(atOnce: string, slowly: string): Promise<Sent> {
  const since = performance.now();
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  let answer = '';
  let at = 0;
  socket.write(atOnce);
  const timer = setInterval(() => (at < slowly.length ? socket.write(slowly[at++] ?? '') : undefined), 20);
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.once('close', () => {
      clearInterval(timer);
      resolve({ answer, milliseconds: performance.now() - since });
    });
  });
}

const head = (path: string, length: number): string =>
  `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\nconnection: close\r\ncontent-length: ${length}\r\n\r\n`;

test('a head, and a body that is no upload, are not waited for for ever, however steadily they come', async () => {
  const [slowHead, slowBody] = await Promise.all([
    trickle('GET / HTTP/1.1\r\n', 'x'.repeat(1_000)),
    trickle(head('/graphql', 1_000), 'x'.repeat(1_000)),
  ]);
  expect(slowHead.answer).toMatch(/^(HTTP\/1\.1 408|$)/);
  expect(slowBody.answer).not.toContain(' 200 ');
  for (const { milliseconds } of [slowHead, slowBody]) expect(milliseconds).toBeLessThan(10_000);
}, 30_000);

test('an upload over a slow line is read to its end, and one that has fallen silent is not waited for', async () => {
  const [slow, silent] = await Promise.all([
    trickle(head('/uploads', 50), 'y'.repeat(50)),
    trickle(head('/uploads', 50), ''),
  ]);
  expect(slow.answer).toMatch(/^HTTP\/1\.1 200 [^]*y{50}$/);
  expect(slow.milliseconds).toBeGreaterThan(2 * patience.bodyMs);
  expect(silent.answer).not.toContain(' 200 ');
}, 30_000);
