import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { FuzzRequest } from './request.ts';

/** How a request ended: answered, cut off by the server, or not answered in time. */
export interface Reply {
  readonly ended: 'answered' | 'cut' | 'hung';
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly ms: number;
}

const HANGS_AFTER_MS = 10_000;
const none = (ended: Reply['ended'], ms: number): Reply => ({ ended, status: 0, type: '', body: '', ms });

/** Sends requests to one server over connections that are kept. */
export function sender(url: string): {
  readonly send: (request: FuzzRequest) => Promise<Reply>;
  readonly close: () => void;
} {
  const { hostname, port, host } = new URL(url);
  const agent = new Agent({ keepAlive: true });
  const at = { hostname, port, host };
  return {
    send: (request) => (request.raw === undefined ? sendWhole(agent, at, request) : sendRaw(at, request.raw)),
    close: () => agent.destroy(),
  };
}

interface Place {
  readonly hostname: string;
  readonly port: string;
  readonly host: string;
}

function sendWhole(agent: Agent, { hostname, port }: Place, request: FuzzRequest): Promise<Reply> {
  const { method, path, headers, body } = request;
  const start = performance.now();
  const ms = (): number => performance.now() - start;
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = httpRequest(
      { agent, hostname, port, method, path, headers: { ...headers, ...length } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', () => resolve(none('cut', ms())));
        incoming.on('end', () => {
          const [status, type] = [incoming.statusCode ?? 0, incoming.headers['content-type'] ?? ''];
          resolve({ ended: 'answered', status, type, body: Buffer.concat(chunks).toString(), ms: ms() });
        });
      },
    );
    outgoing.on('error', () => resolve(none('cut', ms())));
    const timer = setTimeout(() => {
      resolve(none('hung', ms()));
      outgoing.destroy();
    }, HANGS_AFTER_MS);
    outgoing.on('close', () => clearTimeout(timer));
    outgoing.end(body);
  });
}

function sendRaw({ hostname, port, host }: Place, raw: string): Promise<Reply> {
  const start = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(raw.replaceAll('{host}', host), 'latin1'));
    let body = '';
    const finish = (ended: Reply['ended']): void => {
      clearTimeout(timer);
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(body)?.[1] ?? 0);
      resolve({ ended: status > 0 ? 'answered' : ended, status, type: 'raw', body, ms: performance.now() - start });
    };
    const timer = setTimeout(() => finish('hung'), HANGS_AFTER_MS);
    socket.on('data', (chunk) => {
      body += chunk.toString('latin1');
      if (body.includes('\r\n\r\n')) finish('answered');
    });
    socket.on('error', () => finish('cut'));
    socket.on('close', () => finish('cut'));
  });
}
