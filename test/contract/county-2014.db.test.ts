import { describe, expect, test } from 'vitest';
import { sampleApp } from './sample-app.ts';

const AS_OF = '2014-07-31';
const app = sampleApp('county-2014', '350322', AS_OF);
const { metrics, breakdown, rows, report } = app;

const places = (edges: readonly { unit: { name: string; parent: { name: string } | null } }[]): string[] =>
  edges.map(({ unit }) => `${unit.parent?.name ?? ''}${unit.name}`).sort();

describe('figures of the county report, one test a row', () => {
  test('1 + 17 = 18 towns and 297 villages: 34 of 297 are 11.4 %', async () => {
    const { orgUnit, campaign } = await app.query<{
      orgUnit: { children: { kind: string }[] };
      campaign: { declaredVillages: number; defaultAsOf: string };
    }>(`{ orgUnit(code: "350322", on: "${AS_OF}") { children { kind } }
          campaign(id: "county-2014") { declaredVillages defaultAsOf } }`);
    expect(orgUnit.children).toHaveLength(18);
    expect(orgUnit.children.filter((town) => town.kind === 'STREET')).toHaveLength(1);
    expect(campaign).toEqual({ declaredVillages: 297, defaultAsOf: AS_OF });
    const [ratio] = await metrics(['IDENTIFICATION_RATIO']);
    expect(ratio).toMatchObject({ numerator: '34', denominator: '297' });
    expect(Number(ratio?.value).toFixed(3)).toBe('0.114');
  });

  test('34 villages + 3 communities = 37 identified', async () => {
    const parts = await breakdown('UNIT_KIND', 'IDENTIFIED');
    expect(parts.values).toEqual({ village: '34', community: '3' });
    expect(parts).toMatchObject({ total: '37', unassigned: '0', holds: true });
  });

  test('32 rectified are 86.5 %, 5 outstanding 13.5 %: 4 villages and 1 community', async () => {
    const [rectified, outstanding, rate] = await metrics(['RECTIFIED', 'OUTSTANDING', 'RECTIFICATION_RATE']);
    expect([rectified?.value, outstanding?.value]).toEqual(['32', '5']);
    expect(rate).toMatchObject({ value: '0.8648648649', numerator: '32', denominator: '37' });
    expect((await breakdown('UNIT_KIND', 'OUTSTANDING')).values).toMatchObject({ village: '4', community: '1' });
  });

  test('the five outstanding are named', async () => {
    const { cases } = await report<{
      cases: { totalCount: number; edges: { node: { unit: { name: string; parent: { name: string } | null } } }[] };
    }>('cases(filter: { countedIn: OUTSTANDING }) { totalCount edges { node { unit { name parent { name } } } } }');
    expect(cases.totalCount).toBe(5);
    expect(places(cases.edges.map((edge) => edge.node))).toEqual(
      ['鲤南镇东山村', '园庄镇六户村', '榜头镇莲墘社区', '钟山镇汾山村', '游洋镇鲁头村'].sort(),
    );
  });

  test('12 lacked a leading cadre, 1 does: 园庄镇六户村', async () => {
    const [before, now] = await metrics(['VACANCIES_BEFORE', 'VACANCIES_NOW']);
    expect([before?.value, now?.value]).toEqual(['12', '1']);
    const found = await rows('VACANCIES_NOW');
    const named = found.rows.filter((row) => row.unit.code !== '350322');
    expect(places(named)).toEqual(['园庄镇六户村']);
    expect(named[0]?.cells['note']).toContain('村委会主任');
    expect(found.sum).toBe('1');
  });

  test('4 warning talks in 大济镇 with a term of six months', async () => {
    expect((await metrics(['WARNING_TALKS']))[0]?.value).toBe('4');
    const { rows: talks } = await rows('WARNING_TALKS');
    expect(talks).toHaveLength(1);
    expect(talks[0]?.unit.name).toBe('大济镇');
    expect(talks[0]?.cells).toMatchObject({ count: '4', effective_on: '2014-04-28', term_until: '2014-10-28' });
  });

  test('14 members replaced, known for the county only', async () => {
    const parts = await breakdown('CHILD_UNIT', 'MEMBERS_ADJUSTED');
    expect(parts).toMatchObject({ total: '14', unassigned: '14', holds: true });
  });

  test('10 cadres attached; 19 villages of reserve work stand in a note and in no figure', async () => {
    expect((await metrics(['CADRES_ATTACHED']))[0]?.value).toBe('10');
    const { rows: reserve } = await rows('RESERVE_CADRES');
    expect(reserve.map((row) => row.cells['note']).join()).toContain('19个村');
  });

  test('500 reserve cadres are a lower bound', async () => {
    expect((await metrics(['RESERVE_CADRES']))[0]).toMatchObject({ value: '500', atLeast: true });
  });

  test('38 cadres stationed in the whole county', async () => {
    expect(await breakdown('CHILD_UNIT', 'STATIONED_CADRES')).toMatchObject({ total: '38', unassigned: '38' });
  });

  test('100,000 yuan won by 西苑乡凤山村', async () => {
    expect(Number((await metrics(['PROJECT_FUNDS']))[0]?.value)).toBe(100_000);
    const { rows: funds } = await rows('PROJECT_FUNDS');
    expect(places(funds)).toEqual(['西苑乡凤山村']);
  });

  test('at least one twinned unit for each; 龙溪村 got 10 helped, 5 policies, 6 problems solved', async () => {
    expect((await metrics(['TWINNED_UNITS']))[0]).toMatchObject({ value: '37', atLeast: true });
    const { rows: twinned } = await rows('TWINNED_UNITS');
    expect(twinned).toHaveLength(37);
    const { rows: visits } = await rows('VISITS', { unit: '350322111207' });
    const visit = visits.find((row) => row.cells['role'] === 'unit' || row.cells['note']?.includes('党员10名'));
    expect(visit?.cells['note']).toMatch(/党员10名.*政策5项.*问题6个/u);
    expect(visit?.cells['problems_solved']).toBe('6');
  });

  test('7 weak villages paired with strong ones, among them 西南, 汾阳 and 圣山', async () => {
    expect((await metrics(['STRONG_VILLAGE_PAIRS']))[0]?.value).toBe('7');
    const { rows: pairs } = await rows('STRONG_VILLAGE_PAIRS');
    const names = pairs.map((row) => row.unit.name);
    expect(names).toEqual(expect.arrayContaining(['西南村', '汾阳村', '圣山村']));
  });

  test('pay rose by 43.6 % and 15.6 %, paid on time', async () => {
    const [leading, general, onTime] = await metrics(['LEADING_PAY_INCREASE', 'GENERAL_PAY_INCREASE', 'PAID_ON_TIME']);
    expect([leading?.value, general?.value, onTime?.value].map(Number)).toEqual([0.436, 0.156, 1]);
    expect(leading?.illustrative).toBe(true);
  });

  test('the subsidy of 120,000 yuan a year stands as written and in no sum', async () => {
    const { activities } = await report<{ activities: { title: string }[] }>('activities { title }');
    const subsidy = activities.filter((activity) => activity.title.includes('120000元'));
    expect(subsidy).toHaveLength(1);
    expect(subsidy[0]?.title).toContain('存疑');
  });

  test('operating funds are due by tier: 30, 40 or 50 thousand, 30 thousand for a community', async () => {
    const { rows: due } = await rows('OPERATING_DUE');
    expect(due).toHaveLength(37);
    const amounts = new Set(due.map((row) => Number(row.contribution)));
    expect([...amounts].sort((a, b) => a - b)).toEqual([30_000, 40_000, 50_000]);
    const communities = due.filter((row) => row.unit.kind === 'COMMUNITY');
    expect(communities.map((row) => Number(row.contribution))).toEqual([30_000, 30_000, 30_000]);
    for (const row of due) {
      if (row.unit.kind !== 'VILLAGE') continue;
      const people = row.unit.population ?? Number.NaN;
      expect([people, Number(row.contribution)]).toEqual([
        people,
        people <= 3000 ? 30_000 : people <= 5000 ? 40_000 : 50_000,
      ]);
    }
  });

  test('every one of the 37 has its entries, the pay by that of the county and the reports by those of the towns', async () => {
    const ids = ['OPERATING_DUE', 'COLLECTIVE_INCOME', 'LEADING_PAY_INCREASE', 'REPORTS_DUE', 'VENUE_COST', 'VISITS'];
    const found = await report<{ metrics: { coverage: unknown }[] }>(
      `metrics(ids: [${ids.join(', ')}]) { coverage { entered expected } }`,
    );
    const all = { entered: 37, expected: 37 };
    const needed = { entered: 10, expected: 10 };
    expect(found.metrics.map(({ coverage }) => coverage)).toEqual([all, all, all, all, needed, null]);
  });

  test('10 of 37 need a venue (27.0 %), paid by three sources', async () => {
    const [needed, part] = await metrics(['VENUES_NEEDED', 'VENUE_NEED_SHARE']);
    expect(needed?.value).toBe('10');
    expect(part).toMatchObject({ numerator: '10', denominator: '37', value: '0.2702702703' });
    const raised = await breakdown('FUND_SOURCE', 'VENUE_RAISED');
    expect(Object.keys(raised.values).sort()).toEqual(expect.arrayContaining(['county_town', 'upper', 'village']));
    expect(raised.holds).toBe(true);
  });

  test('weak collective economy is a cause of 37 of 37 and the main one of none', async () => {
    expect((await metrics(['WEAK_ECONOMY']))[0]?.value).toBe('37');
    const all = await breakdown('CAUSE', 'IDENTIFIED');
    expect(all.values['C14']).toBe('37');
    expect(all).toMatchObject({ exclusive: false, holds: null });
    expect(all.reason).toContain('因多因并存');
    expect((await breakdown('PRIMARY_CAUSE', 'IDENTIFIED')).values['C14'] ?? '0').toBe('0');
  });

  test('three visits a month are the duty that compliance is measured by', async () => {
    const { campaign } = await report<{ campaign: { visitsPerMonth: number } }>('campaign { visitsPerMonth }');
    expect(campaign.visitsPerMonth).toBe(3);
    const [compliance] = await metrics(['VISIT_COMPLIANCE']);
    expect(compliance).toMatchObject({ numerator: '59', denominator: '80' });
  });

  test('the briefings, the training of 37 + 37, and the planned meetings stand on their days', async () => {
    const { activities } = await report<{
      activities: { heldOn: string; kind: string; attendees: number | null; sentence: string; planned: boolean }[];
    }>('activities { heldOn kind attendees sentence planned }');
    const on = (day: string) => activities.filter((activity) => activity.heldOn === day);
    expect(on('2014-06-10')[0]?.sentence).toContain('6月10日至12日');
    expect(on('2014-06-19')[0]).toMatchObject({ attendees: 74 });
    expect(on('2014-06-19')[0]?.sentence).toMatch(/37名.*37名.*5名.*5个/u);
    expect(on('2014-08-20')[0]).toMatchObject({ planned: true });
    expect(on('2014-08-31')[0]).toMatchObject({ planned: true });
  });

  test('a circular a month', async () => {
    const { activities } = await report<{ activities: { heldOn: string; title: string }[] }>(
      'activities { heldOn title }',
    );
    const monthly = activities.filter((activity) => activity.title.includes('一月一通报'));
    expect(monthly.map((activity) => activity.heldOn.slice(0, 7)).sort()).toEqual([
      '2014-04',
      '2014-05',
      '2014-06',
      '2014-07',
    ]);
  });

  test('the five ones are in place but for what is counted as missing', async () => {
    const { campaign } = await report<{ campaign: { checklist: string[] } }>('campaign { checklist }');
    expect(campaign.checklist.toSorted()).toEqual(['leader', 'ledger', 'measures', 'unit', 'working_group']);
    expect((await metrics(['PLAN_COMPLETENESS']))[0]).toMatchObject({ numerator: '182', denominator: '185' });
  });

  test('measures fall under the four aims', async () => {
    const parts = await breakdown('MEASURE_AREA', 'MEASURES');
    expect(Object.keys(parts.values).sort()).toEqual(['money', 'people', 'place', 'rules']);
    expect(parts.holds).toBe(true);
  });
});

test('what the report does not say is marked illustrative, and what it says is not', async () => {
  const [identified, rectified, days] = await metrics(['IDENTIFIED', 'RECTIFIED', 'DAYS_TO_RECTIFY']);
  expect(identified?.illustrative).toBe(false);
  expect(rectified?.illustrative).toBe(false);
  expect(days?.illustrative).toBe(true);
});

test('parts and what is unassigned make the whole, by town and in every metric that sums', async () => {
  const ids = await app.metricIds();
  for (const id of ids) {
    const { holds, reason } = await breakdown('CHILD_UNIT', id);
    if (holds === null) expect([id, reason]).toEqual([id, expect.stringMatching(/\S/)]);
    else expect([id, holds]).toEqual([id, true]);
  }
});
