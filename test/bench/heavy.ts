/**
 * What a question that was asked before, and one that was not, cost while twenty of the largest permitted questions are
 * asked at once. Run: `pnpm bench:heavy`. Writes its table into docs/benchmarks.md.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbedded } from '@wallchart/db';
import pg from 'pg';
import { addDays } from '../reference/days.ts';
import { startServer } from '../support/server.ts';
import { BenchFault } from './contenders.ts';
import { load, median, shoot, type Load, type Shot } from './load.ts';
import { QUESTION, WALLCHART_QUERY } from './question.ts';
import { dateAndMachine, writeSection } from './report-file.ts';

const LARGE_AT_ONCE = 20;
const ROUNDS = 3;
const SECONDS = 6;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const aliased = (count: number, field: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `a${i}:${field(i)}`).join(' ');
const day = (i: number): string => addDays('2014-05-01', i);

/** The largest that are let through, each another one with every moment that it looks back to. */
const LARGE: Readonly<Record<string, (moment: string) => string>> = {
  reminders: (moment) =>
    `{${aliased(29, (i) => `reminders(campaign:"county-2014",asOf:"${day(i)}",knownAt:"${moment}"){groups{candidates{key reason answeredBy}}}`)}}`,
  reminderPreview: () =>
    `{${aliased(39, (i) => `reminderPreview(input:{campaign:"county-2014",asOf:"${day(i + 60)}"})`)}}`,
  compare: (moment) =>
    `{orgUnit(code:"350322"){report(campaign:"county-2014",asOf:"2014-08-31",knownAt:"${moment}"){${aliased(57, (i) => `compare(to:"${day(i)}",ids:[RECTIFIED,OUTSTANDING,VISITS,MEASURES]){change parts{kind change rows}}`)}}}}`,
  metrics: (moment) =>
    `{orgUnit(code:"350322"){children{children{report(campaign:"county-2014",knownAt:"${moment}"){metrics(ids:[IDENTIFIED,RECTIFIED,OVERDUE,VISITS,MEASURES]){value numerator denominator}}}}}}`,
};

let moments = 0;
/** A moment that no one has asked for yet. */
const moment = (): string => new Date(Date.UTC(2030, 0, 1) + (moments += 1)).toISOString();

async function measure(url: string, pool: pg.Pool): Promise<void> {
  const shot = (query: string, variables: object = {}): Shot => ({
    url: `${url}/graphql`,
    body: JSON.stringify({ query, variables }),
  });
  const golden = (): Shot => shot(WALLCHART_QUERY, QUESTION);
  const fresh = (): Shot =>
    shot(
      'query($m:DateTime!){orgUnit(code:"350322"){report(campaign:"county-2014",knownAt:$m){metrics(ids:[OVERDUE]){value}}}}',
      { m: moment() },
    );
  const small = (): Promise<Load[]> =>
    Promise.all([golden, fresh].map((one) => load(one, { connections: 1, seconds: SECONDS })));
  const agent = new Agent({ keepAlive: true });
  const alone = await aloneOf(agent, shot, pool);
  const [quiet, loaded]: [Load[][], Load[][]] = [[], []];
  const kinds = Object.values(LARGE);
  for (let round = 0; round < ROUNDS; round += 1) {
    quiet.push(await small());
    const over = new AbortController();
    const statuses = new Map<number, number>();
    const crowd = Array.from({ length: LARGE_AT_ONCE }, async (_, i) => {
      while (!over.signal.aborted) {
        const { status } = await shoot(agent, shot(kinds[i % kinds.length]!(moment())));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    await wait(1000);
    loaded.push(await small());
    over.abort();
    await Promise.all(crowd);
    say(`  round ${round + 1}: answers of large ones by status: ${JSON.stringify(Object.fromEntries(statuses))}`);
  }
  agent.destroy();
  const p95 = (loads: Load[][], which: number): number => median(loads.map((one) => one[which]!.p95));
  const failed = [...quiet, ...loaded].flat().reduce((sum, one) => sum + one.failed, 0);
  if (failed > 0) throw new BenchFault(`${failed} small questions failed.`);
  const rows = ['asked before', 'never asked before'].map((name, i) => {
    const [before, during] = [p95(quiet, i), p95(loaded, i)];
    const ratios = median(loaded.map((one, round) => one[i]!.p95 / quiet[round]![i]!.p95));
    return `| ${name} | ${before.toFixed(1)} | ${during.toFixed(1)} | ${ratios.toFixed(2)} |`;
  });
  const table = ['| question | quiet p95 ms | p95 ms with the crowd | ratio |', '|---|--:|--:|--:|', ...rows].join(
    '\n',
  );
  say(`${alone}\n\n${table}`);
  await writeSection(
    'heavy',
    `## Small questions among large ones

${dateAndMachine()}. Sample \`county-2014\`. ${LARGE_AT_ONCE} clients ask the largest questions that are let through, each as soon as its last is
answered, while one client asks the question above (remembered) and another a figure as known at a moment that no one asked for before;
${ROUNDS} rounds of ${SECONDS} s, medians, ratios within a round. The goal for the first is a ratio below 2 (docs/adr/0012).

${table}

Each of the large ones alone; statements by PostgreSQL's own count:

${alone}`,
  );
}

/** Time and statements of each large question alone, over an otherwise idle server. */
async function aloneOf(agent: Agent, shot: (query: string) => Shot, pool: pg.Pool): Promise<string> {
  const counted = async (): Promise<number> => {
    await wait(1500);
    const { rows } = await pool.query<{ sum: string }>(
      'select xact_commit + xact_rollback as sum from pg_stat_database where datname = current_database()',
    );
    return Number(rows[0]?.sum);
  };
  const lines: string[] = [];
  for (const [name, request] of Object.entries(LARGE)) {
    await shoot(agent, shot(request(moment())));
    const before = await counted();
    const started = performance.now();
    const { status, text } = await shoot(agent, shot(request(moment())));
    const took = performance.now() - started;
    if (status !== 200) throw new BenchFault(`${name} answered ${status}: ${text.slice(0, 300)}`);
    // The count itself is one of them.
    lines.push(`| ${name} | ${took.toFixed(0)} | ${(await counted()) - before - 1} |`);
  }
  return ['| large question | ms | statements |', '|---|--:|--:|', ...lines].join('\n');
}

const folder = await mkdtemp(join(tmpdir(), 'wallchart-bench-'));
const database = await startEmbedded({ dataDir: folder });
const pool = new pg.Pool({ connectionString: database.url, max: 1 });
try {
  const server = await startServer({ settings: { DATABASE_URL: database.url } });
  try {
    await measure(server.url, pool);
  } finally {
    await server.stop();
  }
} finally {
  await pool.end();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
