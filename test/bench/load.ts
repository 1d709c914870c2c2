import { Agent, request } from 'node:http';

/** A request that is sent over and over. */
export interface Shot {
  url: string;
  body?: string;
}

/** The result of a period of load. */
export interface Load {
  perSecond: number;
  /** Milliseconds within which 95 of 100 answers came. */
  p95: number;
  failed: number;
}

/** One request; resolves with the status and the answer. */
export function shoot(agent: Agent, shot: Shot): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(shot.body ?? '') };
    const requested = request(
      shot.url,
      { agent, method: shot.body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
        answer.once('error', reject);
      },
    );
    requested.once('error', reject);
    requested.end(shot.body);
  });
}

export interface LoadOptions {
  connections: number;
  seconds: number;
}

/** Keeps so many requests under way for so long: `shotOf(n)` is the n-th. An answer other than 200 has failed. */
export async function load(shotOf: (n: number) => Shot, { connections, seconds }: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  let sent = 0;
  let failed = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const at = performance.now();
      const { status, text } = await shoot(agent, shotOf((sent += 1)));
      took.push(performance.now() - at);
      if (status !== 200 || text.includes('"errors"')) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  took.sort((a, b) => a - b);
  return { perSecond: took.length / elapsed, p95: took[Math.floor(took.length * 0.95)] ?? Number.NaN, failed };
}

/** The middle value; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
