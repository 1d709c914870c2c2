import { describe, expect, it } from 'vitest';
import { inUnit } from '../format/index.ts';
import {
  causesCard,
  moneyCard,
  payCard,
  trendCard,
  type CardPlace,
  type ChartCard,
  type FigureAnswer,
  type PeriodAnswer,
} from './index.ts';

const placeIn = (lang: CardPlace['lang']): CardPlace => ({
  lang,
  unitName: '仙游县',
  unitLevel: 3,
  asOf: '2014-07-31',
  campaign: { zh: '整顿', en: 'Campaign', startOn: '2014-03-20', deadline: '2014-08-31', visitsPerMonth: 3 },
  definition: () => '',
});
const figure = (id: FigureAnswer['id'], value: string, more: Partial<FigureAnswer> = {}): FigureAnswer => ({
  id,
  value,
  numerator: value,
  denominator: null,
  atLeast: false,
  illustrative: false,
  ...more,
});

describe('amounts of money', () => {
  const money = (lang: CardPlace['lang']) =>
    moneyCard(
      {
        metrics: [figure('VENUES_NEEDED', '10'), figure('VENUE_COST', '1860000.00'), figure('VENUE_GAP', '430000.00')],
        sources: { rows: [{ key: 'OWN', zh: '自筹', en: 'own', values: [figure('VENUE_RAISED', '1430000.00')] }] },
      },
      placeIn(lang),
    );
  const raised = { numerator: '324384.00', denominator: '744000.00' };
  const pay = (lang: CardPlace['lang']) =>
    payCard({ metrics: [figure('LEADING_PAY_INCREASE', '0.436', raised)], towns: { rows: [] } }, placeIn(lang));

  it.each([money('zh-CN'), money('en'), pay('zh-CN'), pay('en')])(
    'are what the head of their column says (%#)',
    (card) => {
      const amounts = card.table.columns.flatMap(({ format, label, unit }, column) => {
        if (format !== 'MONEY') return [];
        expect(label).toContain(unit?.name);
        return card.table.rows.map(({ cells }) => ({ unit: unit!, cell: cells[column]! }));
      });
      const written = amounts.filter(({ cell }) => cell.value != null);
      for (const { unit, cell } of written) {
        expect(Number(cell.text.replaceAll(',', ''))).toBe(Number(inUnit(cell.value!, unit)));
      }
      expect(written.length).toBeGreaterThan(1);
    },
  );

  it('are given in one unit to screen readers', () => {
    const textOf = ({ what, marks }: ChartCard): string => `${what}：${marks.map(({ label }) => label).join('；')}`;
    expect(textOf(money('zh-CN'))).toBe('单位：万元：概算 186.0；自筹 143.0；缺口 43.0');
    expect(textOf(pay('zh-CN'))).toBe('每月合计，单位：万元：村主干 调整前 74.40；村主干 调整后 106.84 +43.6%');
    expect(pay('zh-CN').table.what).toBe('每月合计，单位：元');
  });
});

describe('the schedule', () => {
  const week = (day: string, rectified: string, identified: string, overdue: string): PeriodAnswer => ({
    from: day,
    to: day,
    label: day,
    values: [figure('RECTIFIED', rectified), figure('IDENTIFIED', identified), figure('OVERDUE', overdue)],
  });
  const note = (rectified: string, identified: string, overdue = '0') =>
    trendCard([week('2014-08-01', rectified, identified, overdue)], placeIn('zh-CN')).note;

  it.each([
    // Of 2 there are 1.6 due.
    ['1', '2', '0', '当前比倒排进度慢 1 个。'],
    ['1', '2', '1', '当前比倒排进度慢 1 个，但有 1 个已超过完成时限。'],
    ['2', '2', '0', '当前与倒排进度持平。'],
    ['32', '37', '0', '当前比倒排进度快 1 个。'],
    ['31', '37', '2', '完成数达到倒排进度，但有 2 个已超过完成时限。'],
  ])('%s of %s, %s overdue: %s', (rectified, identified, overdue, expected) => {
    expect(note(rectified, identified, overdue)).toBe(expected);
  });
});

it('causes overlap only where they do', () => {
  const incidence = (reasonZh: string | null) =>
    causesCard(
      {
        metrics: [figure('IDENTIFIED', '41')],
        breakdown: { rows: [], proof: [{ reasonZh, reasonEn: null }] },
      },
      'incidence',
      placeIn('zh-CN'),
    ).note;
  expect(incidence('因多因并存，合计大于总数')).toBe('因多因并存，合计大于总数。');
  expect(incidence(null)).toBe('每个组织计入其全部情形。');
});
