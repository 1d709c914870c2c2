import { describe, expect, it } from 'vitest';
import { chartSheet, SHEET_WIDTH, type SheetCard } from './chart-sheet.ts';
import { wrap } from './sheet-text.ts';
import { townsCard, type CardPlace, type RankedUnit } from './cards/index.ts';

const place: CardPlace = {
  lang: 'zh-CN',
  unitName: '仙游县',
  unitLevel: 3,
  asOf: '2014-07-31',
  campaign: { zh: '整顿', en: 'Campaign', startOn: '2014-03-20', deadline: null, visitsPerMonth: 3 },
  definition: () => '定义',
};
const town = (name: string, identified: number, rectified: number): RankedUnit => ({
  unit: { code: name, name },
  rank: 1,
  tied: false,
  identified,
  rectified,
  acceptedPending: 0,
  overdue: 0,
  relapsed: 0,
  inWork: identified - rectified,
  rate: '0.5',
  illustrative: false,
});
const blank: SheetCard = {
  title: 'A < B?',
  subtitle: '仙游县',
  note: '定义',
  illustrative: false,
  empty: null,
  height: 50,
  legend: false,
  draw: () => ({}),
};

describe('a sheet', () => {
  it('breaks long lines where Chinese and English allow it', () => {
    expect(wrap('完成率、未完成数', 60, 12).every((line) => line.length <= 5)).toBe(true);
    expect(wrap('one two three', 50, 12)).toEqual(['one', 'two', 'three']);
    expect(wrap('', 50, 12)).toEqual([]);
    expect(wrap('仙游县 · 截至 2014年7月31日', 130, 12)).toEqual(['仙游县', '截至 2014年7月31日']);
    expect(wrap('走访次数。', 50, 12).join('|')).not.toContain('|。');
  });

  it('has question, subtitle and definition on it, escaped', () => {
    const sheet = chartSheet(blank, { lang: 'zh-CN' });
    for (const words of ['A &lt; B?', '仙游县', '定义']) expect(sheet).toContain(words);
    expect(sheet).not.toContain('说明性数据');
  });

  it('marks illustrative figures and says why it is empty', () => {
    const sheet = chartSheet({ ...blank, illustrative: true, empty: '没有下级单位。' }, { lang: 'zh-CN' });
    expect(sheet).toContain('说明性数据');
    expect(sheet).toContain('没有下级单位。');
    expect(sheet.match(/<svg/g)).toHaveLength(1);
  });

  it('is the chart alone with its legend when bare', () => {
    const card = townsCard([town('大济镇', 4, 2)], place);
    const bare = chartSheet(card, { lang: 'zh-CN', form: 'bare', ids: 'x1' });
    expect(bare).not.toContain(card.title);
    expect(bare).toContain('整顿中');
    expect(bare).toContain(`width="${SHEET_WIDTH}"`);
    expect(bare).toContain('id="x1-p0"');
    expect(bare).toContain('url(#x1-p0)');
  });

  it('is the same text when drawn again, without anything of a page', () => {
    const card = townsCard([town('大济镇', 4, 2)], place);
    const first = chartSheet(card, { lang: 'zh-CN' });
    expect(chartSheet(card, { lang: 'zh-CN' })).toBe(first);
    expect(first).not.toMatch(/zr\d|class=|ecmeta|hover|dominant-baseline/);
  });
});
