import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listCases } from '../../server/src/features/ledger/index.ts';
import { createMetricEngine, registry, type MetricId, type ReportKey } from '../../server/src/metrics/index.ts';
import { randomQuestion, forEngine, forReference, runs, chosenUnit, type RandomQuestion } from './random-questions.ts';
import { METRIC_IDS } from './metric-ids.ts';
import { propertyDatabase } from './property-database.ts';
import { asViewer } from '../../server/testing/handles.ts';

type Page = Parameters<typeof listCases>[2];
type Viewer = Parameters<typeof listCases>[0];

const database = propertyDatabase();
const PAGE = 3;

const ofCases = METRIC_IDS.filter((id) => registry.get(id)!.numerator.base.caseNo !== undefined);
const others = METRIC_IDS.filter((id) => !ofCases.includes(id));

const filters: fc.Arbitrary<Page['filter']> = fc.constantFrom(
  {},
  { latest: true },
  { rectified: false },
  { overdue: true },
  { states: ['planned', 'struck_off'] },
);
const orders: fc.Arbitrary<Page['orderBy']> = fc.constantFrom(
  null,
  [{ by: 'deadline' }],
  [{ by: 'state', descending: true }, { by: 'unit' }],
);

/** Every number on the list, page by page. */
async function listed(
  request: RandomQuestion,
  viewer: Viewer,
  level: number,
  page: Pick<Page, 'filter' | 'orderBy' | 'counted'>,
) {
  const key = { ...forEngine(request, chosenUnit(request)), treeDay: forReference(request).treeDay, level };
  const numbers: string[] = [];
  let after: string | null = null;
  for (;;) {
    const found = await listCases(viewer, key, { ...page, first: PAGE, after });
    numbers.push(...found.edges.map(({ node }) => node.caseNo));
    after = found.pageInfo.endCursor;
    if (!found.pageInfo.hasNextPage) return { numbers, total: found.totalCount };
  }
}

async function levelOf(unit: string): Promise<number> {
  const { rows } = await database
    .pool()
    .query<{ level: number }>('select level from org_unit_version where code = $1', [unit]);
  return rows[0]!.level;
}

/** Numbers of the cases that the rows behind a figure belong to. */
async function behind(viewer: Viewer, key: ReportKey, id: MetricId): Promise<string[]> {
  const [rows = []] = await createMetricEngine(viewer).everyRow([key], id, null);
  return rows.map(({ caseNo }) => caseNo!);
}

test('the cases that a figure counts are those of its rows, with any filter and order, page by page', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(randomQuestion, filters, orders, fc.boolean(), async (request, filter, orderBy, scoped) => {
      await database.load(request.ledger);
      const unit = chosenUnit(request);
      const [key, level] = [forEngine(request, unit), await levelOf(unit)];
      const viewer = asViewer(database.db(), scoped ? { kind: 'units', codes: [unit] } : undefined);
      const { numbers: all } = await listed(request, viewer, level, { filter, orderBy, counted: null });
      for (const id of ofCases) {
        const numbers = await behind(viewer, key, id);
        const byRows = all.filter((number) => numbers.includes(number));
        const counted = await createMetricEngine(viewer).countedCases(key, id);
        const found = await listed(request, viewer, level, { filter, orderBy, counted });
        expect([id, found]).toEqual([id, { numbers: byRows, total: byRows.length }]);
        if (Object.keys(filter).length === 0) expect([id, found.total]).toEqual([id, new Set(numbers).size]);
        seen += found.total;
      }
    }),
    runs(12),
  );
  expect(ofCases.length).toBeGreaterThan(20);
  expect(seen).toBeGreaterThan(100);
});

test('a figure over no cases names none', async () => {
  const key = { campaign: 'c', unit: '350322', asOf: '2014-07-31', knownAt: null, tree: 'then', level: 3 } as const;
  expect(others.length).toBeGreaterThan(20);
  for (const id of others) {
    await expect(database.engine().countedCases(key, id)).rejects.toThrow(/belong to no case/);
  }
});
