import { buildSchema } from 'graphql';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ROOT } from '../support/process.ts';
import { startServer } from '../support/server.ts';
import { fuzz, type Summary } from './fuzz.ts';
import { faultAfterwards } from './golden.ts';
import { KINDS, requestMaker } from './requests.ts';

const USAGE = `pnpm fuzz [--requests 12000] [--seed 1] [--concurrency 16] [--without kind,kind] [--only number]

Sends requests that are malformed one way or another to a server of its own, on a folder of its own. Ends with 1 when one
hangs, is an internal error, a 5xx or leaks what is inside, or when the server's figures are wrong afterwards.
--only sends one request again, by the number that was printed. Kinds: ${KINDS.join(', ')}
`;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '12000' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '16' },
    without: { type: 'string', default: '' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const seed = Number(values.seed);
  const schema = buildSchema(await readFile(`${ROOT}/server/schema.graphql`, 'utf8'));
  const make = requestMaker(seed, schema, values.without.split(','));
  const only = values.only === undefined ? null : Number(values.only);
  const numbers = only === null ? Array.from({ length: Number(values.requests) }, (_, at) => at) : [only];
  const server = await startServer();
  try {
    const summary = await fuzz({ server, make, numbers, concurrency: Number(values.concurrency), say });
    const fault = await faultAfterwards(server.url);
    report(summary, seed, fault);
    return summary.findings.length > 0 || summary.logged.length > 0 || fault !== null ? 1 : 0;
  } finally {
    await server.stop();
  }
}

function report(
  { sent, statuses, withData, busy, cut, slow, findings, logged, slowestMs, seconds }: Summary,
  seed: number,
  fault: string | null,
): void {
  say(`${sent} requests in ${seconds} s, slowest ${slowestMs} ms; by status: ${JSON.stringify(statuses)}`);
  say(`with data: ${withData}, busy: ${busy}, cut off by the server: ${cut}, slow among the others: ${slow.length}`);
  for (const { number, kind, request } of slow.slice(0, 10)) say(`  slow: ${kind} ${number}: ${request.slice(0, 200)}`);
  for (const { number, kind, finding, request, reply } of findings.slice(0, 40)) {
    say(`\n${finding}: ${kind}, again with --seed ${seed} --only ${number}\n  ${request}\n  ${reply}`);
  }
  if (logged.length > 0) say(`\nlogged as errors: ${logged.length}\n${logged.slice(0, 10).join('\n')}`);
  say(`\nfound: ${findings.length}; afterwards: ${fault ?? 'healthy, figures right'}`);
}

if (values.help) say(USAGE);
else process.exitCode = await main();
