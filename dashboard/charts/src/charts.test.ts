import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { payBars } from './pay-bars.ts';
import { renderSvg } from './render-svg.ts';
import { stateStyle } from './patterns.ts';
import { CHART_THEMES, type ChartContext } from './theme.ts';
import { townBars, townBarsHeight, type TownBar } from './town-bars.ts';
import { scheduled, trendLine } from './trend-line.ts';
import { venueGap } from './venue-gap.ts';
import { causeBars } from './cause-bars.ts';
import { STATE_MARKS } from './terms/state-mark.ts';

const context: ChartContext = { lang: 'zh-CN', theme: CHART_THEMES.light, width: 600 };
const none = { done: 0, accepted: 0, work: 0, overdue: 0, relapsed: 0 };
const towns: TownBar[] = [
  { name: '大济镇', identified: 4, rectified: 4, rate: '1', rank: 1, tied: true, marks: { ...none, done: 4 } },
  {
    name: '榜头镇',
    identified: 4,
    rectified: 3,
    rate: '0.75',
    rank: 13,
    tied: false,
    marks: { ...none, done: 3, work: 1 },
  },
  { name: '赖店镇', identified: 0, rectified: 0, rate: null, rank: null, tied: false, marks: none },
];

/** The texts that a chart draws, in the order of its marks-up. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
}

describe('town bars', () => {
  it('print count, rate and rank of each town in the order given, and a dash for none', () => {
    const drawn = texts(renderSvg(townBars(towns, context), 600, 80));
    expect(drawn).toEqual(expect.arrayContaining(['4/4', '3/4', '—', '100.0%', '75.0%', '并列 1', '13']));
    expect(drawn.filter((text) => text.endsWith('镇'))).toEqual(['大济镇', '榜头镇', '赖店镇']);
  });

  it('print long names whole, on as many lines as they take', () => {
    const long = ['大河家镇', '吹麻滩镇', '居集镇'].map((name) => `积石山保安族东乡族撒拉族自治县${name}`);
    const bars = long.map((name) => ({ ...towns[0]!, name }));
    const height = townBarsHeight(long);
    expect(height).toBeGreaterThan(townBarsHeight(['大河家镇', '吹麻滩镇', '居集镇']));
    const drawn = texts(renderSvg(townBars(bars, context), 600, height)).join('');
    for (const name of long) expect(drawn).toContain(name);
    expect(drawn).not.toMatch(/…|\.\.\./);
  });

  it('name their patterns when they leave the page', () => {
    const drawn = texts(renderSvg(townBars(towns, { ...context, legend: true }), 600, 100));
    expect(drawn).toEqual(expect.arrayContaining(['已完成', '整顿中']));
    expect(drawn).not.toContain('反弹');
  });

  it('stack the parts of a town to its number of cases', () => {
    const { series } = townBars(towns, context) as {
      series: { stack: string; data: (number | null | { value: number })[] }[];
    };
    const length = series.reduce((sum, { data }) => sum + (typeof data[1] === 'number' ? data[1] : 0), 0);
    expect(length).toBe(4);
    expect(new Set(series.map(({ stack }) => stack))).toEqual(new Set(['cases']));
  });
});

describe('patterns', () => {
  it('tell every two states apart without colour', () => {
    const drawn = STATE_MARKS.map((mark) => {
      const { decal } = stateStyle(mark, CHART_THEMES.print);
      return JSON.stringify(decal && [decal.symbol, decal.dashArrayX, decal.dashArrayY, decal.rotation]);
    });
    expect(new Set(drawn).size).toBe(STATE_MARKS.length);
  });

  it('have the colours that the page has', () => {
    const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
    const [light = '', dark = ''] = css.split(":root[data-theme='dark']");
    for (const [block, theme] of [
      [light, CHART_THEMES.light],
      [dark, CHART_THEMES.dark],
    ] as const) {
      for (const [key, colour] of Object.entries(theme).filter(([name]) => name !== 'name')) {
        const token = key.replace(/Ground$/, '-ground').replace(/(\d)$/, '-$1');
        expect(`${token} ${new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(block)?.[1]}`).toBe(`${token} ${colour}`);
      }
    }
  });
});

describe('other charts', () => {
  it('print count and share of a cause', () => {
    const option = causeBars([{ label: '信访矛盾集中', count: 11, share: '0.2972972973' }], context);
    expect(texts(renderSvg(option, 400, 40))).toEqual(expect.arrayContaining(['信访矛盾集中', '11  29.7%']));
  });

  it('print money in 万元, unknown as a dash', () => {
    const money = { cost: '1860000.00', sources: [{ label: '上级', amount: '640000.00' }], gap: null };
    expect(texts(renderSvg(venueGap(money, context), 400, 100))).toEqual(
      expect.arrayContaining(['186.0', '64.0', '—']),
    );
  });

  it('print pay before, after and the increase', () => {
    const rise = { label: '村主干', before: '744000.00', after: '1068384.00', increase: '0.436' };
    expect(texts(renderSvg(payBars([rise], context), 400, 70))).toEqual(
      expect.arrayContaining(['74.40', '106.84  +43.6%']),
    );
  });

  it('count the schedule back from the deadline in whole organisations', () => {
    const plan = { start: '2014-03-20', deadline: '2014-08-31', goal: 37 };
    expect(
      ['2014-03-01', '2014-03-20', '2014-07-31', '2014-08-31', '2014-12-31'].map((day) => scheduled(plan, day)),
    ).toEqual([0, 0, 31, 37, 37]);
    expect(scheduled({ ...plan, deadline: null }, '2014-07-31')).toBeNull();
  });

  it('draw the target line only where there is a deadline, and the last figure', () => {
    const trend = { start: '2014-03-20', deadline: null, goal: 37, points: [{ day: '2014-07-31', value: 32 }] };
    expect((trendLine(trend, context) as { series: unknown[] }).series).toHaveLength(1);
    expect(texts(renderSvg(trendLine({ ...trend, deadline: '2014-08-31' }, context), 400, 190))).toContain('32');
  });
});
