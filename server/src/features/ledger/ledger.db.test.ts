import { buildCampaign, buildCase, buildUnit, insertFact } from '@wallchart/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';

const server = testApp({ now: () => new Date('2014-08-15T04:00:00Z') });
const FIRST = '2014-01-01T00:00:00.000Z';
const CORRECTED = '2014-07-20T02:00:00.000Z';

beforeAll(async () => {
  const { db } = server.database;
  await buildUnit(db, { code: '350322', name: '仙游县', parentCode: null });
  await buildUnit(db, { code: '350322108', name: '大济镇' });
  await buildUnit(db, { code: '350322108200', name: '西南村' });
  await buildUnit(db, { code: '350322108201', name: '东山村' });
  await buildUnit(db, { code: '350322108001', name: '坂头社区' });
  await buildCampaign(db, { id: 'c', unit_code: '350322', deadline: '2014-08-31' });
  const base = { campaign: 'c' };
  await buildCase(db, {
    ...base,
    case_no: 'A-1',
    unit_code: '350322108200',
    primary_cause: 'C09',
    symptoms: '信访多',
    transitions: [
      ['planned', '2014-04-01'],
      ['struck_off', '2014-06-01'],
    ],
  });
  await buildCase(db, {
    ...base,
    case_no: 'A-2',
    unit_code: '350322108201',
    primary_cause: 'C01',
    other_causes: ['C14'],
    deadline: '2014-07-01',
    transitions: [['planned', '2014-04-02']],
  });
  await buildCase(db, {
    ...base,
    case_no: 'A-3',
    unit_code: '350322108001',
    primary_cause: 'C13',
    effective_on: '2014-05-05',
  });
  const measure = { case_no: 'A-2', no: 1, area: 'people' as const, content: '选配村主任', effective_on: '2014-03-20' };
  await insertFact(db, 'measures', {
    ...measure,
    due_on: '2014-05-01',
    done_on: null,
    recordedAt: FIRST,
    supersededAt: CORRECTED,
  });
  await insertFact(db, 'measures', { ...measure, due_on: '2014-05-01', done_on: '2014-07-10', recordedAt: CORRECTED });
});

type Row = { node: Record<string, unknown> };
async function cases(
  args: string,
  inside = 'caseNo',
  report = 'asOf: "2014-07-31"',
): Promise<{ totalCount: number; edges: Row[]; pageInfo: { endCursor: string; hasNextPage: boolean } }> {
  const { data, errors } = await server.query(
    `{ orgUnit(code: "350322") { report(campaign: "c", ${report}) { cases${args} { totalCount edges { node { ${inside} } } pageInfo { hasNextPage endCursor } } } } }`,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { orgUnit: { report: { cases: Awaited<ReturnType<typeof cases>> } } }).orgUnit.report
    .cases;
}
const numbers = async (args: string, report?: string): Promise<unknown[]> =>
  (await cases(args, 'caseNo', report)).edges.map(({ node }) => node['caseNo']);

describe('cases', () => {
  it.each([
    ['', ['A-3', 'A-1', 'A-2']],
    ['(filter: { text: "东山" })', ['A-2']],
    ['(filter: { text: "dsc" })', ['A-2']],
    ['(filter: { text: "大济" })', ['A-3', 'A-1', 'A-2']],
    ['(filter: { text: "信访" })', ['A-1']],
    ['(filter: { text: "%" })', []],
    ['(filter: { states: [STRUCK_OFF] })', ['A-1']],
    ['(filter: { causes: ["C14"] })', ['A-2']],
    ['(filter: { primaryCauses: ["C14"] })', []],
    ['(filter: { kinds: [COMMUNITY] })', ['A-3']],
    ['(filter: { units: ["350322108001", "350322108200"] })', ['A-3', 'A-1']],
    ['(filter: { rectified: false })', ['A-3', 'A-2']],
    ['(filter: { overdue: true })', ['A-2']],
    ['(filter: { countedIn: RECTIFIED })', ['A-1']],
    ['(filter: { states: [] })', []],
  ])('finds by %s', async (args, found) => {
    expect(await numbers(args)).toEqual(found);
  });

  it.each([
    ['(orderBy: [{ by: CASE_NO, descending: true }])', ['A-3', 'A-2', 'A-1']],
    ['(orderBy: [{ by: DEADLINE }])', ['A-2', 'A-1', 'A-3']],
    ['(orderBy: [{ by: STATE }, { by: CASE_NO }])', ['A-3', 'A-2', 'A-1']],
    ['(orderBy: [{ by: OVERDUE_DAYS, descending: true }])', ['A-2', 'A-1', 'A-3']],
    ['(orderBy: [{ by: RECTIFIED_ON, descending: true }])', ['A-1', 'A-2', 'A-3']],
  ])('orders by %s, what has no value last', async (args, found) => {
    expect(await numbers(args)).toEqual(found);
  });

  it('pages on by cursor without losing or repeating a case', async () => {
    const seen: unknown[] = [];
    let after = 'null';
    for (let page = 0; page < 3; page++) {
      const found = await cases(`(first: 1, after: ${after}, orderBy: [{ by: DEADLINE }])`);
      expect(found.totalCount).toBe(3);
      expect(found.pageInfo.hasNextPage).toBe(page < 2);
      seen.push(...found.edges.map(({ node }) => node['caseNo']));
      after = JSON.stringify(found.pageInfo.endCursor);
    }
    expect(seen).toEqual(['A-2', 'A-1', 'A-3']);
  });

  it('shows a case as it stood on the day', async () => {
    const early = await cases('(filter: { text: "A-1" })', 'state rectified daysLeft documentNo', 'asOf: "2014-05-01"');
    expect(early.edges[0]?.node).toEqual({ state: 'PLANNED', rectified: false, daysLeft: 122, documentNo: null });
    expect(await numbers('', 'asOf: "2014-05-01"')).toEqual(['A-1', 'A-2']);
  });

  it('takes one statement a kind of detail for a whole page', async () => {
    server.statements.length = 0;
    await cases('', 'measures { no } visits { role } contacts { role }');
    const kinds = ['case.measures', 'case.visits', 'case.contacts', 'ledger.page'];
    const sent = kinds.map((kind) => server.statements.filter((text) => text.includes(kind)).length);
    expect(sent).toEqual([1, 1, 1, 1]);
  });
});

describe('case', () => {
  const measureOf = async (args: string): Promise<unknown> => {
    const { data } = await server.query(`{ case(caseNo: "A-2"${args}) { measures { doneOn overdue } } }`);
    return (data as unknown as { case: { measures: unknown[] } }).case.measures[0];
  };

  it('shows a correction now, and what stood before under knownAt', async () => {
    expect(await measureOf(', asOf: "2014-07-31"')).toEqual({ doneOn: '2014-07-10', overdue: false });
    expect(await measureOf(', asOf: "2014-07-31", knownAt: "2014-07-20T09:59:59+08:00"')).toEqual({
      doneOn: null,
      overdue: true,
    });
    expect(await measureOf(', asOf: "2014-07-31", knownAt: "2014-07-20T10:00:00+08:00"')).toEqual({
      doneOn: '2014-07-10',
      overdue: false,
    });
  });

  it('tells everything that was said about it, and what a correction changed', async () => {
    const { data } = await server.query(
      '{ case(caseNo: "A-2") { history { sheet recordedAt supersededAt changed cells { column value } } } }',
    );
    const { history } = (data as unknown as { case: { history: Record<string, unknown>[] } }).case;
    expect(history[0]).toMatchObject({
      sheet: 'measures',
      recordedAt: CORRECTED,
      supersededAt: null,
      changed: ['done_on'],
    });
    expect(history.filter(({ sheet }) => sheet === 'measures')).toHaveLength(2);
    expect(history.find(({ supersededAt }) => supersededAt === CORRECTED)).toMatchObject({ changed: [] });
    expect(history.find(({ sheet }) => sheet === 'cases')?.['cells']).toContainEqual({
      column: 'other_causes',
      value: 'C14',
    });
  });

  it('says that it was not yet on the list', async () => {
    const { errors } = await server.query('{ case(caseNo: "A-3", asOf: "2014-04-01") { caseNo } }');
    expect(errors?.[0]?.extensions['code']).toBe('UNKNOWN_CASE');
    expect(errors?.[0]?.message).toContain('2014-05-05');
  });
});
