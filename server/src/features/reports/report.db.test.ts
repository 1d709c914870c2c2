import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { ADMISSION } from '../../graphql/admit-operations.ts';
import { testApp } from '../../../testing/test-app.ts';

const server = testApp({
  now: () => new Date('2014-07-31T04:00:00Z'),
  // A large operation pauses by the clock, and what is asked for on both sides of a pause is read apart.
  admission: { ...ADMISSION, lanes: [{ upTo: Number.POSITIVE_INFINITY, atOnce: 16 }] },
});

beforeAll(async () => {
  const { db } = server.database;
  const { villages } = await buildCounty(db, { code: '350322', towns: 3, villages: 4 });
  await buildCampaign(db, { id: 'test-2014', unit_code: '350322', deadline: '2014-06-30' });
  for (const [index, { code: unit_code }] of villages.entries()) {
    if (index % 2 === 0)
      await buildCase(db, { unit_code, transitions: index % 4 === 0 ? [['struck_off', '2014-05-01']] : [] });
  }
});

const COUNTY_TO_VILLAGE = `{
  orgUnit(code: "350322") {
    children { code children { code report(campaign: "test-2014") { metrics(ids: [IDENTIFIED, RECTIFIED, RECTIFICATION_RATE, OVERDUE]) { id value } } } }
  }
}`;

/** A write by someone: nothing that was remembered may be used after it. */
const forget = async (): Promise<void> => {
  await server.database.db.insertInto('change_log').values({ sheet: '*' }).execute();
  server.statements.length = 0;
};

/** The statements that read a table, by the comment or the shape they carry. */
const reading = (table: string): string[] =>
  server.statements.filter((text) => new RegExp(`\\b${table}\\b`).test(text));

describe('report', () => {
  it('answers a county down to its villages with one statement a level and base table', async () => {
    await forget();
    const { data, errors } = await server.query(COUNTY_TO_VILLAGE);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data).match(/"IDENTIFIED"/g)).toHaveLength(12);
    expect(server.statements.filter((text) => text.includes('units.children'))).toHaveLength(2);
    expect(server.statements.filter((text) => text.includes('units.on_day'))).toHaveLength(1);
    expect(reading('cases').filter((text) => !text.includes('campaigns.span'))).toHaveLength(1);
    expect(server.statements.length).toBeLessThanOrEqual(8);
  });

  it('asks only whether anything was written when the same is asked again', async () => {
    await server.query(COUNTY_TO_VILLAGE);
    server.statements.length = 0;
    await server.query(COUNTY_TO_VILLAGE);
    expect(server.statements).toEqual([expect.stringContaining('pg_current_snapshot')]);
  });

  it('never shows a figure from before a write', async () => {
    const request =
      '{ orgUnit(code: "350322") { report(campaign: "test-2014") { metrics(ids: [RELAPSED]) { value } } } }';
    const relapsed = async (): Promise<string> => JSON.stringify((await server.query(request)).data);
    expect(await relapsed()).toContain('"0"');
    const { db } = server.database;
    const one = await db
      .selectFrom('transitions')
      .select(['case_no', 'county_code'])
      .limit(1)
      .executeTakeFirstOrThrow();
    const added = await insertFact(db, 'transitions', { ...one, state: 'relapsed', effective_on: '2014-05-01' });
    expect(await relapsed()).toContain('"1"');
    const superseded = { superseded_at: '2014-06-01T00:00:00.000Z' };
    await db.updateTable('transitions').set(superseded).where('id', '=', added.id).execute();
    expect(await relapsed()).toContain('"0"');
  });

  it('takes no more statements for aliases that ask different metrics of the same report', async () => {
    const one = `{ orgUnit(code: "350322") { report(campaign: "test-2014") { metrics(ids: [IDENTIFIED]) { value } } } }`;
    const two = `{ orgUnit(code: "350322") { report(campaign: "test-2014") { a: metrics(ids: [IDENTIFIED]) { id } b: metrics(ids: [RECTIFIED]) { id } } } }`;
    await forget();
    await server.query(one);
    const forOne = server.statements.length;
    await forget();
    const { data } = await server.query(two);
    expect(server.statements).toHaveLength(forOne);
    expect(data).toEqual({ orgUnit: { report: { a: [{ id: 'IDENTIFIED' }], b: [{ id: 'RECTIFIED' }] } } });
  });

  it('breaks a figure into child units that make the whole', async () => {
    const { data } = await server.query(`{ orgUnit(code: "350322") { report(campaign: "test-2014") {
      breakdown(by: CHILD_UNIT, ids: [IDENTIFIED]) { rows { unit { level } values { value } } total { value } proof { holds } } } } }`);
    expect(data).toEqual({
      orgUnit: {
        report: {
          breakdown: {
            rows: [0, 1, 2].map(() => ({ unit: { level: 4 }, values: [{ value: '2' }] })),
            total: [{ value: '6' }],
            proof: [{ holds: true }],
          },
        },
      },
    });
  });

  it('lists the cases that a figure counts, and only those', async () => {
    const { data } = await server.query(`{ orgUnit(code: "350322") { report(campaign: "test-2014", asOf: "2014-07-31") {
      metrics(ids: [OVERDUE]) { value }
      cases(filter: { countedIn: OVERDUE }) { totalCount edges { node { overdue state } } }
      rows(id: OVERDUE) { totalCount sum } } } }`);
    const report = (data as unknown as { orgUnit: { report: Record<string, unknown> } }).orgUnit.report;
    expect(report['metrics']).toEqual([{ value: '3' }]);
    expect(report['rows']).toEqual({ totalCount: 3, sum: '3' });
    expect(report['cases']).toEqual({
      totalCount: 3,
      edges: [0, 1, 2].map(() => ({ node: { overdue: true, state: 'IDENTIFIED' } })),
    });
  });

  it('is seen as of today while the campaign runs, and as of its last fact once the deadline is past', async () => {
    const { data } = await server.query('{ campaign(id: "test-2014") { defaultAsOf } }');
    expect(data).toEqual({ campaign: { defaultAsOf: '2014-05-01' } });
  });

  it('is seen as of the same day when a visit is dated in the future', async () => {
    const { db } = server.database;
    const { county_code, case_no } = await db
      .selectFrom('cases')
      .select(['county_code', 'case_no'])
      .executeTakeFirstOrThrow();
    await insertFact(db, 'visits', { county_code, case_no, role: 'leader', effective_on: '2099-12-31' });
    const { data } = await server.query('{ campaign(id: "test-2014") { firstDay lastDay defaultAsOf } }');
    expect(data).toMatchObject({ campaign: { lastDay: '2014-05-01', defaultAsOf: '2014-05-01' } });
  });

  it('refuses a unit outside the campaign', async () => {
    await buildCounty(server.database.db, { code: '131182', towns: 1, villages: 1 });
    const { errors } = await server.query('{ orgUnit(code: "131182") { report(campaign: "test-2014") { asOf } } }');
    expect(errors?.[0]?.extensions['code']).toBe('OUTSIDE_CAMPAIGN');
  });

  it('says of how many organisations an entry is missing, of which, and what is entered', async () => {
    const { data } = await server.query(`{
      metrics { id zh: entry en: entry(lang: EN) }
      orgUnit(code: "350322") { report(campaign: "test-2014") {
        metrics(ids: [OPERATING_DUE, IDENTIFIED]) { coverage { entered expected } }
        rows(id: OPERATING_DUE, part: { missing: true }, first: 2) { totalCount edges { node { sheet unit { code } caseNo } } }
      } } }`);
    const { metrics, orgUnit } = data as unknown as {
      metrics: { id: string; zh: string | null; en: string | null }[];
      orgUnit: { report: { metrics: unknown; rows: { totalCount: number; edges: { node: unknown }[] } } };
    };
    const { report } = orgUnit;
    expect(report.metrics).toEqual([{ coverage: { entered: 0, expected: 6 } }, { coverage: null }]);
    const first = report.rows.edges[0]!;
    expect(report.rows.totalCount).toBe(6);
    expect(first.node).toMatchObject({ sheet: 'cases', unit: { code: expect.stringMatching(/^350322/) } });
    expect(metrics.find(({ id }) => id === 'OPERATING_DUE')).toEqual({
      id: 'OPERATING_DUE',
      zh: '运转经费',
      en: 'Operating funds',
    });
    expect(metrics.find(({ id }) => id === 'IDENTIFIED')).toMatchObject({ zh: null, en: null });
  });

  it('names the dimensions that a metric has when asked by another', async () => {
    const { errors } = await server.query(`{ orgUnit(code: "350322") { report(campaign: "test-2014") {
      breakdown(by: VENUE_WAY, ids: [IDENTIFIED]) { rows { key } } } } }`);
    expect(errors?.[0]?.extensions['code']).toBe('DIMENSION_NOT_AVAILABLE');
    expect(errors?.[0]?.message).toContain('CHILD_UNIT');
  });
});
