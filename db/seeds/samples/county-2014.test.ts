import { describe, expect, it } from 'vitest';
import { lastDayOf } from './days.ts';
import type { Row } from './read-csv.ts';
import { countyWorkbook } from './sample-workbooks.ts';

const AS_OF = '2014-07-31';
const book = await countyWorkbook();
const rows = (sheet: string): readonly Row[] => book[sheet] ?? [];
const amount = (row: Row, key: string): number => Number.parseInt(row[key] ?? '0', 10) || 0;
const sum = (list: readonly Row[], key: string): number => list.reduce((total, row) => total + amount(row, key), 0);
const items = (sheet: string, item: string): readonly Row[] => rows(sheet).filter((row) => row.item === item);

const unit = new Map(rows('units').map((row) => [row.code, row]));
const placeOf = (code: string | undefined): string => {
  const own = unit.get(code);
  return `${unit.get(own?.parent_code)?.name}${own?.name}`;
};
const stateOn = (caseNo: string | undefined, day: string): string =>
  rows('transitions').findLast((row) => row.case_no === caseNo && (row.effective_on ?? '') <= day)?.state ??
  'identified';
const isDone = (caseNo: string | undefined, day: string): boolean =>
  ['struck_off', 'consolidating'].includes(stateOn(caseNo, day));
const outstanding = rows('cases').filter((row) => !isDone(row.case_no, AS_OF));
const open = (row: Row): boolean => !(row.illustrative ?? '').split(';').some((key) => key === 'yes');

describe('figures of the county report', () => {
  it('has 18 towns, one of them a street, and declares 297 villages', () => {
    const towns = rows('units').filter((row) => row.parent_code === '350322');
    expect(towns).toHaveLength(18);
    expect(towns.filter((row) => row.kind === 'street')).toHaveLength(1);
    expect(rows('campaigns')[0]?.declared_villages).toBe('297');
    expect(((34 / 297) * 100).toFixed(1)).toBe('11.4');
  });

  it('identifies 34 villages and 3 communities', () => {
    const kinds = rows('cases').map((row) => unit.get(row.unit_code)?.kind);
    expect(kinds.filter((kind) => kind === 'village')).toHaveLength(34);
    expect(kinds.filter((kind) => kind === 'community')).toHaveLength(3);
    expect(kinds).toHaveLength(37);
  });

  it('has 32 done and 5 outstanding, which are the five named organisations', () => {
    expect(rows('cases').length - outstanding.length).toBe(32);
    expect(outstanding.map((row) => placeOf(row.unit_code)).toSorted()).toEqual(
      ['鲤南镇东山村', '园庄镇六户村', '榜头镇莲墘社区', '钟山镇汾山村', '游洋镇鲁头村'].toSorted(),
    );
  });

  it('has 23 done by the end of June and two overdue, by 16 days and by one', () => {
    expect(rows('cases').filter((row) => isDone(row.case_no, '2014-06-30'))).toHaveLength(23);
    const late = outstanding.filter((row) => (row.deadline ?? '') < AS_OF);
    expect(late.map((row) => [placeOf(row.unit_code), row.deadline])).toEqual([
      ['钟山镇汾山村', '2014-07-30'],
      ['游洋镇鲁头村', '2014-07-15'],
    ]);
  });

  it('lacks 12 leading cadres before and one now, in 六户村', () => {
    expect(sum(items('team', 'vacancy'), 'count')).toBe(12);
    expect(sum(items('team', 'vacancy'), 'count') - sum(items('team', 'vacancy_filled'), 'count')).toBe(1);
    const here = rows('team').filter((row) => placeOf(row.unit_code) === '园庄镇六户村');
    expect(here.map((row) => [row.item, row.count])).toEqual([['vacancy', '1']]);
  });

  it('has 4 warning talks in 大济镇 with a term of six months', () => {
    const talks = items('team', 'warning_talk');
    expect(talks).toHaveLength(1);
    expect(talks[0]).toMatchObject({ count: '4', effective_on: '2014-04-28', term_until: '2014-10-28' });
    expect(unit.get(talks[0]?.unit_code)?.name).toBe('大济镇');
    expect(rows('cases').filter((row) => unit.get(row.unit_code)?.parent_code === talks[0]?.unit_code)).toHaveLength(4);
  });

  it('has 14 adjusted, 10 attached, 500 or more in reserve, and 19 points as words only', () => {
    expect(sum(items('team', 'adjusted'), 'count')).toBe(14);
    expect(sum(items('team', 'attached'), 'count')).toBe(10);
    expect(items('team', 'reserve').map((row) => row.count)).toEqual(['500余']);
    expect(items('team', 'reserve')[0]?.note).toContain('19个村');
    expect(rows('team').some((row) => row.count === '19')).toBe(false);
  });

  it('has 38 stationed cadres and 7 strong-village pairs, three of them named', () => {
    expect(sum(items('supports', 'stationed_cadre'), 'count')).toBe(38);
    const pairs = items('supports', 'strong_village_pair');
    expect(sum(pairs, 'count')).toBe(7);
    const named = pairs.filter((row) => row.unit_code !== '350322').map((row) => unit.get(row.unit_code)?.name);
    expect(new Set(named)).toEqual(new Set(['西南村', '汾阳村', '圣山村']));
  });

  it('has at least one twinned unit for each organisation, and what 龙溪村 got from it', () => {
    const twinned = items('supports', 'twinned_unit');
    expect(twinned.map((row) => row.unit_code)).toEqual(rows('cases').map((row) => row.unit_code));
    expect(new Set(twinned.map((row) => row.count))).toEqual(new Set(['1+']));
    const visit = rows('visits').filter((row) => row.role === 'unit');
    expect(visit.map((row) => row.problems_solved)).toEqual(['6']);
    expect(visit[0]?.note).toMatch(/党员10名.*政策5项.*问题6个/u);
    expect(placeOf(rows('cases').find((row) => row.case_no === visit[0]?.case_no)?.unit_code)).toBe('游洋镇龙溪村');
  });

  it('has 100,000 yuan won by 凤山村 and no other project money', () => {
    expect(rows('project_funds').map((row) => [placeOf(row.unit_code), row.amount_yuan])).toEqual([
      ['西苑乡凤山村', '100000'],
    ]);
  });

  it('raises pay by exactly 43.6 % and 15.6 %, paid on time', () => {
    const cents = (text: string | undefined): bigint => BigInt(Math.round(Number(text) * 100));
    const thousandths = rows('remuneration').map((row) => {
      const before = cents(row.before_yuan);
      return [row.class, ((cents(row.after_yuan) - before) * 100_000n) / before, row.paid_on_time];
    });
    expect(thousandths).toEqual([
      ['leading', 43_600n, 'yes'],
      ['general', 15_600n, 'yes'],
    ]);
  });

  it('keeps the subsidy of 120,000 yuan as words only', () => {
    expect(rows('activities').filter((row) => (row.title ?? '').includes('120000元'))).toHaveLength(1);
    const amounts = ['project_funds', 'venue_funds', 'operating_funds', 'economy'].flatMap(rows);
    expect(amounts.flatMap((row) => [row.amount_yuan, row.paid_yuan, row.income_yuan])).not.toContain('120000');
  });

  it('leaves operating funds due to the tiers and has every tier', () => {
    expect(rows('operating_funds')).toHaveLength(37);
    expect(rows('operating_funds').every((row) => row.due_yuan === '')).toBe(true);
    const villages = rows('cases')
      .map((row) => unit.get(row.unit_code))
      .filter((row) => row?.kind === 'village');
    const people = villages.map((row) => Number(row?.population));
    for (const edge of [3000, 3001, 5001]) expect(people).toContain(edge);
  });

  it('needs 10 venues, all of listed organisations, with the gap split by three sources', () => {
    const listed = new Set(rows('cases').map((row) => row.unit_code));
    expect(rows('venues').filter((row) => listed.has(row.unit_code))).toHaveLength(10);
    expect(sum(rows('venues'), 'estimate_yuan')).toBe(1_860_000);
    const bySource = ['upper', 'county_town', 'village'].map((source) =>
      sum(
        rows('venue_funds').filter((row) => row.source === source),
        'amount_yuan',
      ),
    );
    expect(bySource).toEqual([640_000, 480_000, 310_000]);
    const overfunded = rows('venues').filter((row) => {
      const raised = sum(
        rows('venue_funds').filter((fund) => fund.unit_code === row.unit_code),
        'amount_yuan',
      );
      return raised > amount(row, 'estimate_yuan');
    });
    expect(overfunded).toEqual([]);
  });

  it('gives weak collective economy as another cause of all 37 and as the main one of none', () => {
    expect(rows('cases').every((row) => row.other_causes === 'C14' && row.primary_cause !== 'C14')).toBe(true);
  });

  it('has visit compliance of 22 of 36, 20 of 25, 13 of 14 and 4 of 5 from April to July', () => {
    const doneOn = new Map(
      rows('transitions')
        .filter((row) => row.state === 'struck_off')
        .map((row) => [row.case_no, row.effective_on]),
    );
    const compliance = ['2014-04', '2014-05', '2014-06', '2014-07'].map((month) => {
      const due = rows('cases').filter((row) => (doneOn.get(row.case_no) ?? '9') > lastDayOf(month));
      const met = due.filter((one) => {
        const visits = rows('visits').filter((row) => row.case_no === one.case_no && row.role === 'leader');
        return visits.filter((row) => (row.visited_on ?? '').startsWith(month)).length >= 3;
      });
      return [met.length, due.length];
    });
    expect(compliance).toEqual([
      [22, 36],
      [20, 25],
      [13, 14],
      [4, 5],
    ]);
    expect(sum(rows('visits'), 'problems_solved')).toBe(118);
  });

  it('has the briefing, the training of 37 + 37, and the planned meetings on their days', () => {
    const on = (day: string): Row[] => rows('activities').filter((row) => row.held_on === day);
    expect(on('2014-06-10')[0]).toMatchObject({ kind: 'briefing', illustrative: '' });
    expect(on('2014-06-10')[0]?.sentence).toContain('6月10日至12日');
    expect(on('2014-06-19')).toHaveLength(1);
    expect(on('2014-06-19')[0]).toMatchObject({ kind: 'training', attendees: '74', illustrative: '' });
    expect(on('2014-06-19')[0]?.sentence).toMatch(/37名.*37名.*5名.*5个/u);
    expect(on('2014-08 middle')[0]).toMatchObject({ kind: 'site_visit', status: 'planned' });
    expect(on('2014-08 late')[0]).toMatchObject({ kind: 'symposium', status: 'planned' });
  });

  it('has a circular for every month of the campaign', () => {
    const circulars = rows('activities').filter((row) => (row.title ?? '').includes('一月一通报'));
    expect(circulars.map((row) => row.held_on)).toEqual(['2014-04-30', '2014-05-31', '2014-06-30', '2014-07-31']);
  });

  it('has the five ones in place but for three working groups', () => {
    expect(rows('campaigns')[0]?.checklist).toBe('ledger;unit;leader;measures;working_group');
    const missing = ['unit', 'leader', 'working_group'].map(
      (role) => 37 - rows('contacts').filter((row) => row.role === role).length,
    );
    expect(missing).toEqual([0, 0, 3]);
  });

  it('has measures under all four aims', () => {
    expect(new Set(rows('measures').map((row) => row.area))).toEqual(new Set(['people', 'place', 'money', 'rules']));
  });

  it('leaves one town without a case', () => {
    const towns = new Set(rows('cases').map((row) => unit.get(row.unit_code)?.parent_code));
    expect(towns.size).toBe(17);
    expect(towns.has('350322105')).toBe(false);
  });
});

describe('what is illustrative in the county ledger', () => {
  it('lists no village of the register that the report does not name', () => {
    const named = rows('cases').filter((row) => open(unit.get(row.unit_code) ?? {}));
    expect(new Set(named.map((row) => unit.get(row.unit_code)?.name))).toEqual(
      new Set([
        '东山村',
        '六户村',
        '莲墘社区',
        '汾山村',
        '鲁头村',
        '西南村',
        '汾阳村',
        '圣山村',
        '凤山村',
        '龙溪村',
        '卓林村',
        '坝垄社区',
      ]),
    );
  });

  it('leaves the counts of the report unmarked', () => {
    for (const row of [...rows('team'), ...rows('supports')])
      expect(row.illustrative?.split(';')).not.toContain('count');
    for (const row of rows('cases')) expect(row.illustrative?.split(';')).not.toContain('other_causes');
    for (const row of rows('transitions')) expect(row.illustrative?.split(';')).not.toContain('state');
    for (const row of rows('venues')) expect(open(row)).toBe(true);
  });

  it('marks towns, causes, deadlines and money', () => {
    for (const row of rows('cases')) {
      const marked = row.illustrative?.split(';') ?? [];
      expect(marked).toEqual(expect.arrayContaining(['identified_on', 'primary_cause', 'deadline']));
      expect(marked.includes('unit_code')).toBe(!open(unit.get(row.unit_code) ?? {}));
    }
    for (const row of rows('venues'))
      expect(row.illustrative?.split(';')).toEqual(expect.arrayContaining(['estimate_yuan', 'way', 'unit_code']));
    for (const row of [...rows('venue_funds'), ...rows('economy'), ...rows('operating_funds')])
      expect(row.illustrative).toMatch(/^(yes|是)$/u);
  });
});

it('has its last fact, planned activities apart, on the day as of which the report stands', () => {
  const days = [
    ...rows('cases').map((row) => row.identified_on),
    ...['transitions', 'team', 'remuneration'].flatMap(rows).map((row) => row.effective_on),
    ...['contacts', 'supports'].flatMap(rows).map((row) => row.since),
    ...rows('visits').map((row) => row.visited_on),
    ...['venue_funds', 'project_funds'].flatMap(rows).map((row) => row.received_on),
    ...rows('evaluations').map((row) => row.evaluated_on),
    ...rows('reports').map((row) => row.due_on),
  ];
  expect(days.filter((day) => (day ?? '') > AS_OF)).toEqual([]);
  expect(days).toContain(AS_OF);
});
