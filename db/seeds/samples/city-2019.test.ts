import { describe, expect, it } from 'vitest';
import type { Row } from './read-csv.ts';
import { cityWorkbook } from './sample-workbooks.ts';

const book = await cityWorkbook();
const rows = (sheet: string): readonly Row[] => book[sheet] ?? [];
const tally = (list: readonly Row[], key: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const row of list) counts[row[key] ?? ''] = (counts[row[key] ?? ''] ?? 0) + 1;
  return counts;
};
const counts = (sheet: string, item: string): (string | undefined)[] =>
  rows(sheet)
    .filter((row) => row.item === item)
    .map((row) => row.count);
const parentOf = new Map(rows('units').map((row) => [row.code, row.parent_code]));

describe('figures of the city report', () => {
  it('identifies 41 of 465 villages in all 17 towns', () => {
    expect(rows('cases')).toHaveLength(41);
    expect(new Set(rows('cases').map((row) => parentOf.get(row.unit_code))).size).toBe(17);
    expect(rows('campaigns')[0]?.declared_villages).toBe('465');
    expect(rows('units').filter((row) => row.kind === 'village' && row.illustrative === '')).toHaveLength(465);
    expect(((41 / 465) * 100).toFixed(1)).toBe('8.8');
  });

  it('has 6 + 30 + 5 cases by primary cause, taken from the report', () => {
    expect(tally(rows('cases'), 'primary_cause')).toEqual({ C12: 6, C09: 30, C03: 5 });
    for (const row of rows('cases')) expect(row.illustrative).not.toContain('primary_cause');
  });

  it('has all 41 struck off by the end of November', () => {
    const struckOff = rows('transitions').filter((row) => row.state === 'struck_off');
    expect(struckOff).toHaveLength(41);
    expect(struckOff.every((row) => (row.effective_on ?? '') <= '2019-11-30')).toBe(true);
  });

  it('has 29 units that sent 41 first secretaries, one to each village', () => {
    expect(counts('supports', 'twinned_unit')).toEqual(['29']);
    const secretaries = rows('supports').filter((row) => row.item === 'first_secretary');
    expect(secretaries.map((row) => row.unit_code)).toEqual(rows('cases').map((row) => row.unit_code));
    expect(new Set(secretaries.map((row) => row.count))).toEqual(new Set(['1']));
    expect(
      new Set(
        rows('contacts')
          .filter((row) => row.role === 'unit')
          .map((row) => row.holder),
      ).size,
    ).toBe(29);
  });

  it('has the four ones in place for every village', () => {
    expect(rows('campaigns')[0]?.checklist).toBe('leader;unit;first_secretary;town_leader');
    expect(tally(rows('contacts'), 'role')).toEqual({ leader: 41, unit: 41, first_secretary: 41, town_leader: 41 });
  });

  it('has 3 arrangements, 5 meetings, 7 acceptance groups over 4 aspects and uncounted reminder cards', () => {
    const by = (kind: string): Row[] => rows('activities').filter((row) => row.kind === kind);
    expect(by('arrangement').map((row) => row.count)).toEqual(['3']);
    expect(by('meeting').map((row) => row.count)).toEqual(['5']);
    expect(by('reminder').map((row) => row.count)).toEqual(['']);
    const groups = by('site_visit').filter((row) => row.count === '7');
    expect(groups.map((row) => row.sentence)).toEqual([
      expect.stringMatching(/7个验收组，从排查摸底、整治措施、整治效果、整顿责任4个方面/u),
    ]);
  });

  it('has 30 or more organisations helped and 832 branches on the theme day', () => {
    expect(counts('supports', 'problem_helped')).toEqual(['30+']);
    expect(counts('supports', 'branch_theme_day')).toEqual(['832']);
  });

  it('has 12 members chosen, 6 of them secretaries, 465 secretaries trained and 41 trained away', () => {
    expect(counts('team', 'adjusted')).toEqual(['12']);
    expect(counts('team', 'secretary_adjusted')).toEqual(['6']);
    expect(counts('team', 'trained')).toEqual(['465']);
    expect(counts('team', 'trained_away')).toEqual(['41']);
  });

  it('has 8 grades good and 33 fairly good, taken from the report', () => {
    const graded = rows('evaluations').filter((row) => row.kind === 'group');
    expect(tally(graded, 'grade')).toEqual({ good: 8, fairly_good: 33 });
    for (const row of graded) expect(row.illustrative).toBe('evaluated_on;score');
    expect(tally(rows('evaluations'), 'kind')).toEqual({ self: 41, ballot: 41, group: 41 });
  });

  it('has weekly reports of every town by ISO week', () => {
    expect(rows('reports')).toHaveLength(17 * 11);
    for (const row of rows('reports')) expect(row.period).toMatch(/^2019-W(3[89]|4[0-8])$/u);
  });

  it('names no village', () => {
    const name = new Map(rows('units').map((row) => [row.code, row.name]));
    for (const row of rows('cases')) expect(name.get(row.unit_code)).toMatch(/^未具名村\d\d$/u);
  });
});
