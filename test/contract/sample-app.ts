import { samples } from '../../server/testing/samples.ts';
import { testApp, type TestApp, type TestAppOptions } from '../../server/testing/test-app.ts';

export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

export interface Figure {
  id: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  atLeast: boolean;
  illustrative: boolean;
}
export interface Parts {
  /** Numerators by key, those that say nothing left out. */
  values: Record<string, string>;
  total: string | null;
  unassigned: string | null;
  exclusive: boolean;
  holds: boolean | null;
  reason: string | null;
}
export interface Behind {
  sheet: string;
  unit: { code: string; name: string; kind: string; population: number | null; parent: { name: string } | null };
  contribution: string | null;
  cells: Record<string, string | null>;
}

interface RawRow extends Omit<Behind, 'cells'> {
  cells: { column: string; value: string | null }[];
}

/** The application over a database with the sample campaigns, imported like any other. */
export interface SampleApp {
  /** A file of the server, by its address. */
  get: (url: string, headers?: Record<string, string>) => ReturnType<TestApp['inject']>;
  readonly server: TestApp;
  query: <T>(text: string, variables?: Record<string, unknown>) => Promise<T>;
  /** Fields of the report of the sample's own unit on its own day. */
  report: <T>(fields: string, unit?: string) => Promise<T>;
  metrics: (ids: readonly string[]) => Promise<Figure[]>;
  metricIds: () => Promise<string[]>;
  breakdown: (by: string, id: string) => Promise<Parts>;
  rows: (id: string, options?: { unit?: string; first?: number }) => Promise<{ rows: Behind[]; sum: string | null }>;
}

export function sampleApp(
  sample: 'county-2014' | 'city-2019',
  unit: string,
  asOf: string,
  options: TestAppOptions = {},
): SampleApp {
  const server = testApp({ ...options, from: samples });
  const query: SampleApp['query'] = async <T>(text: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await server.query(text, variables);
    if (errors !== undefined || !data) throw new Unanswered(JSON.stringify(errors));
    return data as unknown as T;
  };
  const report: SampleApp['report'] = async <T>(fields: string, of = unit) => {
    const head = `orgUnit(code: "${of}", on: "${asOf}") { report(campaign: "${sample}", asOf: "${asOf}")`;
    return (await query<{ orgUnit: { report: T } }>(`{ ${head} { ${fields} } } }`)).orgUnit.report;
  };
  return {
    get: (url, headers = {}) => server.inject({ method: 'GET', url, headers }),
    server,
    query,
    report,
    metrics: async (ids) => {
      const fields = 'id value numerator denominator atLeast illustrative';
      return (await report<{ metrics: Figure[] }>(`metrics(ids: [${ids.join(' ')}]) { ${fields} }`)).metrics;
    },
    metricIds: async () =>
      (await query<{ metrics: { id: string }[] }>('{ metrics { id } }')).metrics.map(({ id }) => id),
    breakdown: async (by, id) => partsOf(await report(breakdownFields(by, id))),
    rows: async (id, { unit: of, first = 200 } = {}) => {
      const { rows } = await report<{ rows: { sum: string | null; edges: { node: RawRow }[] } }>(
        rowFields(id, first),
        of,
      );
      return { sum: rows.sum, rows: rows.edges.map(({ node }) => ({ ...node, cells: cellsOf(node) })) };
    },
  };
}

const breakdownFields = (by: string, id: string): string => `breakdown(by: ${by}, ids: [${id}]) {
  exclusive rows { key values { numerator } } total { numerator } unassigned { numerator } proof { holds reason } }`;

const rowFields = (id: string, first: number): string => `rows(id: ${id}, first: ${first}) { sum edges { node {
  sheet contribution unit { code name kind population parent { name } } cells { column value } } } }`;

interface RawBreakdown {
  breakdown: {
    exclusive: boolean;
    rows: { key: string; values: { numerator: string | null }[] }[];
    total: { numerator: string | null }[];
    unassigned: { numerator: string | null }[];
    proof: { holds: boolean | null; reason: string | null }[];
  };
}

function partsOf({ breakdown }: RawBreakdown): Parts {
  const parts = breakdown.rows.flatMap(({ key, values }) => (values[0]?.numerator ? [[key, values[0].numerator]] : []));
  return {
    values: Object.fromEntries(parts) as Record<string, string>,
    total: breakdown.total[0]?.numerator ?? null,
    unassigned: breakdown.unassigned[0]?.numerator ?? null,
    exclusive: breakdown.exclusive,
    holds: breakdown.proof[0]?.holds ?? null,
    reason: breakdown.proof[0]?.reason ?? null,
  };
}

function cellsOf(row: RawRow): Record<string, string | null> {
  return Object.fromEntries(row.cells.map(({ column, value }) => [column, value]));
}
