/**
 * "This county's towns with identified, rectified, rate", asked of three servers over the same database, in turn. Run:
 * `pnpm bench`. Writes its table into docs/benchmarks.md.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@wallchart/db';
import pg from 'pg';
import { BenchFault, bare, comparable, postgraphile, wallchart } from './contenders.ts';
import { load, median } from './load.ts';
import { QUESTION, SCHEMA } from './question.ts';
import { addDays } from '../reference/days.ts';
import { dateAndMachine, writeSection } from './report-file.ts';
import type { Contender } from './contenders.ts';
import type { Load } from './load.ts';

const ROUNDS = 5;
const SECONDS = 4;
const WARM_UP_SECONDS = 2;
const CONNECTIONS = 8;

/** Days of which none is asked twice within a turn, nor in the turn before it. */
const FIRST_DAY = '2014-07-31';
const DAYS = 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** All answer the same, before and after a row that someone else writes: no one is fast by being stale. */
async function verify(contenders: readonly Contender[], pool: pg.Pool): Promise<void> {
  const agree = async (when: string): Promise<string> => {
    const told = await Promise.all(contenders.map(async (one) => comparable(await one.figures())));
    for (const [i, one] of contenders.entries()) {
      if (told[i] !== told[0]) throw new BenchFault(`${one.name} says otherwise ${when}:\n${told[i]}\n${told[0]}`);
    }
    return told[0] ?? '';
  };
  const before = await agree('at first');
  await pool.query(`insert into transitions (county_code, case_no, state, effective_on, recorded_at, recorded_by)
    values ('350322', '2014-014', 'struck_off', '2014-07-30', now(), 'bench')`);
  const after = await agree('after a write');
  await pool.query(
    "update transitions set superseded_at = now() where recorded_by = 'bench' and superseded_at = 'infinity'",
  );
  if (after === before) throw new BenchFault('No one noticed a write.');
  if ((await agree('at last')) !== before) throw new BenchFault('No one noticed that the write was taken back.');
}

/** So many rounds in which each has its turn, in another order each time. */
async function rounds(contenders: readonly Contender[], dayOf: (n: number) => string): Promise<Map<string, Load[]>> {
  const found = new Map<string, Load[]>(contenders.map((one) => [one.name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = contenders.map((_, i) => contenders[(i + round) % contenders.length]);
    for (const one of order) {
      if (one === undefined) continue;
      const measured = await load((n) => one.shot(dayOf(n)), { connections: CONNECTIONS, seconds: SECONDS });
      if (measured.failed > 0) throw new BenchFault(`${one.name} failed ${measured.failed} times.`);
      found.get(one.name)?.push(measured);
      say(`  round ${round + 1}: ${one.name}: ${measured.perSecond.toFixed(0)}/s, p95 ${measured.p95.toFixed(1)} ms`);
    }
  }
  return found;
}

/** Median figures, and median of the ratios within a round. */
function table(contenders: readonly Contender[], found: ReadonlyMap<string, readonly Load[]>): string {
  const loads = (name: string): readonly Load[] => found.get(name) ?? [];
  const [first, second] = contenders;
  const ratio = (name: string, to: string | undefined): string => {
    const ratios = loads(name).map((one, i) => one.perSecond / (loads(to ?? '')[i]?.perSecond ?? Number.NaN));
    return median(ratios).toFixed(2);
  };
  const rows = contenders.map(({ name }) => {
    const perSecond = median(loads(name).map((one) => one.perSecond)).toFixed(0);
    const p95 = median(loads(name).map((one) => one.p95)).toFixed(1);
    return `| ${name} | ${perSecond} | ${p95} | ${ratio(name, first?.name)} | ${ratio(name, second?.name)} |`;
  });
  return ['| server | requests/s | p95 ms | to bare | to PostGraphile |', '|---|--:|--:|--:|--:|', ...rows].join('\n');
}

async function measure(databaseUrl: string): Promise<void> {
  const { campaign, county, asOf } = QUESTION;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const started: Contender[] = [];
  try {
    say('Starting Wallchart, which loads the samples …');
    const own = await wallchart(databaseUrl);
    started.push(own);
    await pool.query(SCHEMA);
    await pool.query('vacuum analyze');
    started.unshift(await bare(databaseUrl), await postgraphile(databaseUrl));
    await verify(started, pool);
    say('All three answer the same, also right after a write.');
    for (const one of started) await load(() => one.shot(asOf), { connections: CONNECTIONS, seconds: WARM_UP_SECONDS });
    const same = table(started, await rounds(started, () => asOf));
    say('Now another day with every request …');
    let requested = 0;
    const other = table(started, await rounds(started, () => addDays(FIRST_DAY, (requested += 1) % DAYS)));
    await writeSection(
      'graphql',
      `## Towns of a county with identified, rectified, rate

${dateAndMachine()}. Sample \`${campaign}\`, unit ${county}, as of ${asOf}: 18 towns, 37 cases. Each server in a process of its own over one
embedded PostgreSQL; ${CONNECTIONS} connections from the same machine, ${ROUNDS} rounds of ${SECONDS} s in changing order, medians, ratios within a round.
The bare server has one prepared statement. PostGraphile's aggregates count the rows of a function that gives every case as of
a day, in one query. Wallchart answers \`breakdown(by: CHILD_UNIT)\` over GraphQL, with unassigned rows, both clocks and the dated
tree. The three gave the same figures before the measurement, and right after a row written by someone else.

The same question again and again. Wallchart asks PostgreSQL with every request whether anybody has written, and remembers its
figures until then:

${same}

Another day with every request, so that nothing can be remembered:

${other}`,
    );
    say(same);
    say(other);
  } finally {
    for (const one of started) await one.stop();
    await pool.end();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'wallchart-bench-'));
const database = await startEmbedded({ dataDir: folder });
try {
  await measure(database.url);
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
