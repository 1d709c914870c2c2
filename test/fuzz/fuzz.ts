import type { TestServer } from '../support/server.ts';
import { importTrial } from './import-trial.ts';
import { findingOf, isBusy } from './judge.ts';
import type { FuzzRequest } from './request.ts';
import { sender, type Reply } from './send.ts';

export interface Found {
  readonly number: number;
  readonly kind: string;
  readonly finding: string;
  readonly request: string;
  readonly reply: string;
}

export interface Summary {
  readonly sent: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Questions that were answered with data: not everything may be refused at the door. */
  readonly withData: number;
  /** Answers of a server that has too much to do. */
  readonly busy: number;
  /** Requests that were not answered in time among the others, but were by themselves. */
  readonly slow: readonly Found[];
  /** Connections that the server closed, as it does with what is no HTTP. */
  readonly cut: number;
  readonly findings: readonly Found[];
  /** Lines of the log at level error or above. */
  readonly logged: readonly string[];
  readonly slowestMs: number;
  readonly seconds: number;
}

export interface FuzzOptions {
  readonly server: TestServer;
  readonly make: (number: number) => FuzzRequest;
  readonly numbers: readonly number[];
  readonly concurrency: number;
  readonly say: (line: string) => void;
}

const SHOWN = 600;
const EVERY = 1000;

/**
 * Sends requests, so many at a time, and judges every answer. What was not answered in time is sent again on its own at the
 * end: it hangs, or had to wait for others.
 */
export async function fuzz({ server, make, numbers, concurrency, say }: FuzzOptions): Promise<Summary> {
  const { send, close } = sender(server.url);
  const statuses: Record<string, number> = {};
  const findings: Found[] = [];
  const slow: Found[] = [];
  let [sent, withData, busy, cut, slowestMs] = [0, 0, 0, 0, 0];
  const start = Date.now();
  const left = numbers.values();
  const worker = async (): Promise<void> => {
    for (const number of left) {
      const request = make(number);
      const reply = await send(request);
      const trial = request.importsUpload ? await importTrial(server.url, reply) : null;
      const finding = findingOf(reply) ?? trial;
      if (finding) (finding === 'hang' ? slow : findings).push(foundOf(number, request, reply, finding));
      if (reply.body.startsWith('{"data":{')) withData += 1;
      statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
      if (isBusy(reply)) busy += 1;
      if (reply.ended === 'cut') cut += 1;
      slowestMs = Math.max(slowestMs, Math.round(reply.ms));
      sent += 1;
      if (sent % EVERY === 0) say(`${sent} sent, ${findings.length} found`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  for (const one of slow) if ((await send(make(one.number))).ended === 'hung') findings.push(one);
  close();
  const seconds = Math.round((Date.now() - start) / 1000);
  const logged = errorsOf(server.running.output());
  return { sent, statuses, withData, busy, cut, slow, findings, logged, slowestMs, seconds };
}

function foundOf(number: number, request: FuzzRequest, reply: Reply, finding: string): Found {
  const { kind, method, path, headers, body, raw } = request;
  const text = raw ?? `${method} ${path} ${JSON.stringify(headers)} ${body?.toString() ?? ''}`;
  const answer = `${reply.ended} ${reply.status} in ${Math.round(reply.ms)} ms: ${reply.body}`;
  return { number, kind, finding, request: text.slice(0, SHOWN), reply: answer.slice(0, SHOWN) };
}

/** Lines of the server's log at error or above, and what is no line of a log at all. */
function errorsOf(output: string): string[] {
  return output.split('\n').filter((line) => /"level":[56]0/.test(line) || /Error: |UnhandledPromise/.test(line));
}
