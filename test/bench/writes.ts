/**
 * What a question that was asked before costs while there is a write once a second: in another county, and in its own. Run:
 * `pnpm bench:writes` on a quiet machine. Writes its table into docs/benchmarks.md.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@wallchart/db';
import pg from 'pg';
import { startServer } from '../support/server.ts';
import { BenchFault } from './contenders.ts';
import { load, median, type Load, type Shot } from './load.ts';
import { QUESTION, WALLCHART_QUERY } from './question.ts';
import { dateAndMachine, writeSection } from './report-file.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = 5;
const CONNECTIONS = 8;
const WRITE_MS = 1_000;
/** What a write elsewhere may cost, of the requests a second. */
const MOST_LOST = 0.1;

const OTHER = { campaign: 'city-2019', county: '131182', asOf: '2019-08-31' } as const;
const SPELLS = ['no write', 'one write a second in another county', 'one write a second in the same county'] as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

let visits = 0;

/** Records a visit once a second, each on a day of its own. */
function writer(pool: pg.Pool, county: string): { readonly stop: () => Promise<void>; readonly writes: () => number } {
  let writes = 0;
  let last: Promise<unknown> = Promise.resolve();
  const write = async (): Promise<void> => {
    writes += 1;
    const day = new Date(Date.UTC(2100, 0, 1) + (visits += 1) * 86_400_000).toISOString().slice(0, 10);
    await pool.query(
      `insert into visits (county_code, case_no, role, effective_on, recorded_at, recorded_by)
       select county_code, case_no, 'leader', $2::date, now(), 'bench' from case_register where county_code = $1 limit 1`,
      [county, day],
    );
  };
  const timer = setInterval(() => {
    last = last.then(write);
  }, WRITE_MS);
  return {
    writes: () => writes,
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}

async function measure(url: string, pool: pg.Pool): Promise<Map<string, Load[]>> {
  const shot = (): Shot => ({
    url: `${url}/graphql`,
    body: JSON.stringify({ query: WALLCHART_QUERY, variables: OTHER }),
  });
  const found = new Map<string, Load[]>(SPELLS.map((name) => [name, []]));
  await load(shot, { connections: CONNECTIONS, seconds: 2 });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, name] of SPELLS.entries()) {
      const county = [null, QUESTION.county, OTHER.county][at] ?? null;
      const writing = county === null ? null : writer(pool, county);
      const measured = await load(shot, { connections: CONNECTIONS, seconds: SECONDS });
      await writing?.stop();
      if (measured.failed > 0) throw new BenchFault(`${measured.failed} requests failed while ${name}.`);
      if (writing?.writes() === 0) throw new BenchFault('Nothing was written.');
      found.get(name)?.push(measured);
      say(`  round ${round + 1}: ${name}: ${measured.perSecond.toFixed(0)}/s, p95 ${measured.p95.toFixed(1)} ms`);
    }
  }
  return found;
}

/** Median figures, and the median of the ratios within a round. */
function told(found: ReadonlyMap<string, readonly Load[]>): { readonly table: string; readonly kept: number } {
  const quiet = found.get(SPELLS[0]) ?? [];
  const kept = (name: string): number =>
    median((found.get(name) ?? []).map((one, i) => one.perSecond / (quiet[i]?.perSecond ?? Number.NaN)));
  const rows = SPELLS.map((name) => {
    const loads = found.get(name) ?? [];
    const [perSecond, p95] = [median(loads.map((one) => one.perSecond)), median(loads.map((one) => one.p95))];
    return `| ${name} | ${perSecond.toFixed(0)} | ${p95.toFixed(1)} | ${kept(name).toFixed(2)} |`;
  });
  const head = ['| while | requests/s | p95 ms | to no write |', '|---|--:|--:|--:|'];
  return { table: [...head, ...rows].join('\n'), kept: kept(SPELLS[1]) };
}

const folder = await mkdtemp(join(tmpdir(), 'wallchart-bench-'));
const database = await startEmbedded({ dataDir: folder });
const pool = new pg.Pool({ connectionString: database.url, max: 2 });
try {
  const server = await startServer({ settings: { DATABASE_URL: database.url } });
  try {
    const { table, kept } = told(await measure(server.url, pool));
    say(table);
    if (kept < 1 - MOST_LOST)
      throw new BenchFault(`A write elsewhere costs ${((1 - kept) * 100).toFixed(0)} % of the requests.`);
    await writeSection(
      'writes',
      `## A remembered question while there are writes

${dateAndMachine()}. Sample \`${OTHER.campaign}\`, unit ${OTHER.county}, as of ${OTHER.asOf}; a visit a second is recorded in unit ${QUESTION.county} or
in its own. ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s, medians, ratios within a round.

${table}`,
    );
  } finally {
    await server.stop();
  }
} finally {
  await pool.end();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
