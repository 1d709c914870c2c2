import { fork } from 'node:child_process';
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { freePort, startServer } from '../support/server.ts';
import { POSTGRAPHILE_QUERY, QUESTION, WALLCHART_QUERY, rate } from './question.ts';
import { shoot } from './load.ts';
import type { Shot } from './load.ts';
import type { TownFigures } from './question.ts';

/** A server that answers the question, in a process of its own. */
export interface Contender {
  name: string;
  /** The question as of a day. */
  shot: (asOf: string) => Shot;
  /** What it says, to be compared before anything is measured. */
  figures: () => Promise<TownFigures[]>;
  stop: () => Promise<void>;
}

export class BenchFault extends Error {
  override readonly name = 'BenchFault';
}

const agent = new Agent();

async function answer<T>(shot: Shot): Promise<T> {
  const { status, text } = await shoot(agent, shot);
  if (status !== 200) throw new BenchFault(`${shot.url} answered ${status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}

async function forkServer(file: string, databaseUrl: string): Promise<{ port: number; stop: () => Promise<void> }> {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port) },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
  await Promise.race([ready, ended.then(() => Promise.reject(new BenchFault(`${file} ended before it was ready.`)))]);
  return {
    port,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

export async function bare(databaseUrl: string): Promise<Contender> {
  const { port, stop } = await forkServer('servers/bare.ts', databaseUrl);
  const shot = (asOf: string) => ({ url: `http://127.0.0.1:${port}/?${new URLSearchParams({ ...QUESTION, asOf })}` });
  const figures = async () =>
    (await answer<(Omit<TownFigures, 'rate'> & { rate: string | null })[]>(shot(QUESTION.asOf))).map((town) => ({
      code: town.code,
      identified: town.identified,
      rectified: town.rectified,
      rate: town.rate === null ? null : Number(town.rate).toFixed(4),
    }));
  return { name: 'bare node:http + pg', shot, figures, stop };
}

interface PostgraphileAnswer {
  data: {
    townCases: {
      groupedAggregates: {
        keys: [string, string];
        distinctCount: { caseNo: string };
        sum: { rectified: string | null };
        average: { rectified: string | null };
      }[];
    };
  };
}

export async function postgraphile(databaseUrl: string): Promise<Contender> {
  const { port, stop } = await forkServer('servers/postgraphile.ts', databaseUrl);
  const shot = (asOf: string) => ({
    url: `http://127.0.0.1:${port}/graphql`,
    body: JSON.stringify({ query: POSTGRAPHILE_QUERY, variables: { ...QUESTION, asOf } }),
  });
  const figures = async () => {
    const { data } = await answer<PostgraphileAnswer>(shot(QUESTION.asOf));
    return data.townCases.groupedAggregates.map(({ keys, distinctCount, sum, average }) => ({
      code: keys[0],
      identified: Number(distinctCount.caseNo),
      rectified: Number(sum.rectified ?? 0),
      rate: average.rectified === null ? null : Number(average.rectified).toFixed(4),
    }));
  };
  return { name: 'PostGraphile 5 + pg-aggregates', shot, figures, stop };
}

interface WallchartAnswer {
  data: {
    orgUnit: { report: { breakdown: { rows: { key: string; values: { id: string; value: string | null }[] }[] } } };
  };
}

export async function wallchart(databaseUrl: string): Promise<Contender> {
  const { url, stop } = await startServer({ settings: { DATABASE_URL: databaseUrl } });
  const shot = (asOf: string) => ({
    url: `${url}/graphql`,
    body: JSON.stringify({ query: WALLCHART_QUERY, variables: { ...QUESTION, asOf } }),
  });
  const figures = async () => {
    const { data } = await answer<WallchartAnswer>(shot(QUESTION.asOf));
    return data.orgUnit.report.breakdown.rows.map(({ key, values }) => {
      const [identified, rectified] = values.map((value) => Number(value.value ?? 0));
      const stated = values[2]?.value ?? null;
      const town = { code: key, identified: identified ?? 0, rectified: rectified ?? 0 };
      // Its rate is exact to ten places; compared at four, like the others.
      return { ...town, rate: stated === null ? null : Number(stated).toFixed(4) };
    });
  };
  return { name: 'Wallchart', shot, figures, stop: async () => void (await stop()) };
}

/** The figures by code, after a check that each rate is what its own parts say. */
export function comparable(figures: readonly TownFigures[]): string {
  const wrong = figures.filter((town) => town.rate !== rate(town.rectified, town.identified));
  if (wrong.length > 0) throw new BenchFault(`Rates that do not follow from their parts: ${JSON.stringify(wrong)}`);
  return JSON.stringify(figures.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
}
