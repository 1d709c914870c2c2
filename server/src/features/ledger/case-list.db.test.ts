import { buildCampaign, buildCase, buildUnit, insertFact } from '@wallchart/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';

const server = testApp({ now: () => new Date('2014-08-15T04:00:00Z') });

beforeAll(async () => {
  const { db } = server.database;
  await buildUnit(db, { code: '350322', name: '仙游县', parentCode: null });
  await buildUnit(db, { code: '350322105', name: '园庄镇' });
  await buildUnit(db, { code: '350322108', name: '大济镇' });
  await buildUnit(db, { code: '350322105200', name: '六户村' });
  await buildUnit(db, { code: '350322108201', name: '东山村' });
  await buildUnit(db, { code: '350322108001', name: '坂头社区' });
  await buildCampaign(db, { id: 'c', unit_code: '350322', deadline: '2014-08-31' });
  await buildCase(db, {
    campaign: 'c',
    case_no: 'B-1',
    unit_code: '350322105200',
    primary_cause: 'C09',
    other_causes: ['C01'],
    transitions: [['planned', '2014-04-10']],
  });
  await buildCase(db, {
    campaign: 'c',
    case_no: 'B-2',
    unit_code: '350322108201',
    primary_cause: 'C01',
    deadline: '2014-07-01',
    transitions: [
      ['planned', '2014-04-02'],
      ['struck_off', '2014-06-01'],
    ],
  });
  await buildCase(db, { campaign: 'c', case_no: 'B-3', unit_code: '350322108001', primary_cause: 'C13' });
  const leader = { role: 'leader' as const, effective_on: '2014-03-20' };
  await insertFact(db, 'contacts', { ...leader, case_no: 'B-1', holder: '县委组织部部长' });
  await insertFact(db, 'contacts', { ...leader, case_no: 'B-3', holder: '副县长' });
  await insertFact(db, 'evaluations', { case_no: 'B-2', kind: 'ballot', grade: 'good', effective_on: '2014-06-02' });
});

interface Found {
  readonly cases: { readonly edges: readonly { readonly node: { readonly caseNo: string } }[] };
  readonly caseCounts: readonly {
    readonly by: string;
    readonly key: string;
    readonly count: number;
    readonly cause: { readonly label: string } | null;
    readonly unit: { readonly name: string } | null;
  }[];
  readonly caseNeighbours: object;
}

async function report(fields: string): Promise<Found> {
  const { data, errors } = await server.query(
    `{ orgUnit(code: "350322") { report(campaign: "c", asOf: "2014-07-31") { ${fields} } } }`,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { orgUnit: { report: Found } }).orgUnit.report;
}
const numbers = async (args: string): Promise<string[]> =>
  (await report(`cases(${args}) { edges { node { caseNo } } }`)).cases.edges.map(({ node }) => node.caseNo);

describe('a search', () => {
  it.each([
    ['lh 园庄', ['B-1']],
    ['LHC', ['B-1']],
    ['lh 大济', []],
    ['组织部', ['B-1']],
    [' 大济  b-3 ', ['B-3']],
    ['', ['B-1', 'B-2', 'B-3']],
  ])('for "%s" finds what has every word', async (text, found) => {
    expect(await numbers(`filter: { text: "${text}" }, orderBy: [{ by: CASE_NO }]`)).toEqual(found);
  });
});

describe('the order of a list', () => {
  it.each([
    ['TOWN', ['B-1', 'B-2', 'B-3']],
    ['KIND', ['B-3', 'B-1', 'B-2']],
    ['STATE_SINCE', ['B-3', 'B-1', 'B-2']],
    ['OTHER_CAUSES', ['B-1', 'B-2', 'B-3']],
    ['DAYS_LEFT', ['B-1', 'B-3', 'B-2']],
    ['CONTACT_LEADER', ['B-3', 'B-1', 'B-2']],
  ])('by %s keeps blanks last', async (by, found) => {
    expect(await numbers(`orderBy: [{ by: ${by} }]`)).toEqual(found);
  });

  it('keeps blanks last when it descends too', async () => {
    expect(await numbers('orderBy: [{ by: CONTACT_LEADER, descending: true }]')).toEqual(['B-1', 'B-3', 'B-2']);
  });
});

it('counts what a list can be filtered by', async () => {
  const { caseCounts } = await report('caseCounts { by key count cause { label(lang: ZH) } unit { name } }');
  const of = (facet: string) => caseCounts.filter(({ by }) => by === facet).map(({ key, count }) => [key, count]);
  expect(of('STATE')).toEqual([
    ['IDENTIFIED', 1],
    ['PLANNED', 1],
    ['STRUCK_OFF', 1],
  ]);
  expect(of('CAUSE')).toEqual([
    ['C01', 2],
    ['C09', 1],
    ['C13', 1],
  ]);
  expect(of('UNIT_KIND')).toEqual([
    ['COMMUNITY', 1],
    ['VILLAGE', 2],
  ]);
  expect(of('GRADE')).toEqual([['GOOD', 1]]);
  expect(caseCounts.filter(({ by }) => by === 'TOWN').map(({ unit, count }) => [unit?.name, count])).toEqual([
    ['园庄镇', 1],
    ['大济镇', 2],
  ]);
  expect(caseCounts.filter(({ cause, unit }) => cause !== null && unit !== null)).toEqual([]);
});

it('counts only the cases of the filter', async () => {
  const { caseCounts } = await report('caseCounts(filter: { countedIn: OUTSTANDING }) { by key count }');
  expect(caseCounts.filter(({ by }) => by === 'STATE').map(({ key }) => key)).toEqual(['IDENTIFIED', 'PLANNED']);
});

it('tells the cases beside one, in the filter and order of the list', async () => {
  const beside = async (args: string) =>
    (await report(`caseNeighbours(${args}) { totalCount position previous next }`)).caseNeighbours;
  expect(await beside('caseNo: "B-2", orderBy: [{ by: CASE_NO }]')).toEqual({
    totalCount: 3,
    position: 2,
    previous: 'B-1',
    next: 'B-3',
  });
  expect(await beside('caseNo: "B-1", orderBy: [{ by: CASE_NO, descending: true }]')).toMatchObject({
    position: 3,
    previous: 'B-2',
    next: null,
  });
  expect(await beside('caseNo: "B-2", filter: { kinds: [COMMUNITY] }')).toEqual({
    totalCount: 1,
    position: null,
    previous: null,
    next: null,
  });
});
