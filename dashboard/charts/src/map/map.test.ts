import { describe, expect, it } from 'vitest';
import { CHART_THEMES, type ChartContext } from '../theme.ts';
import { drawMap, mapNodes } from './draw-map.ts';
import { layOut } from './lay-out.ts';
import { project } from './projection.ts';
import { contains, poleOf, ringsOfSteps, type Ring } from './shapes.ts';
import { node, svgText } from './svg-node.ts';
import { progressOf, type MapCase, type UnitMapData } from './unit-map.types.ts';

const context: ChartContext = { lang: 'zh-CN', theme: CHART_THEMES.print, width: 566 };

/** A rectangle in steps of a grid of 10^-4 degrees. */
const rectangle = (x: number, y: number, wide = 1000, high = 1000): number[] => [x, y, wide, 0, 0, high, -wide, 0];
const area = (code: string, x: number, y = 250_000) => ({
  code,
  name: `镇${code}`,
  figure: '1/2',
  progress: 'most' as const,
  shape: { rings: [rectangle(x, y)], site: null },
});
const item = (key: string, more: Partial<MapCase> = {}): MapCase => ({
  key,
  name: `村${key}`,
  mark: 'done',
  area: 'a',
  shape: null,
  ...more,
});
const county = (cases: readonly MapCase[]): UnitMapData => ({
  decimals: 4,
  outline: null,
  areas: [area('a', 1_180_000), area('b', 1_181_000)],
  cases,
});
const many = (count: number): MapCase[] => Array.from({ length: count }, (_, at) => item(String(100 + at)));

describe('shapes', () => {
  it('are read from a first vertex and steps', () => {
    expect(ringsOfSteps([[10, 20, 5, 0, 0, 5]])).toEqual([
      [
        [10, 20],
        [15, 20],
        [15, 25],
      ],
    ]);
  });

  const square = (from: number, to: number): Ring => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
  ];

  it('leave out their holes', () => {
    const rings = [square(0, 90), square(30, 60)];
    expect([contains(rings, [10, 45]), contains(rings, [45, 45]), contains(rings, [100, 45])]).toEqual([
      true,
      false,
      false,
    ]);
    const pole = poleOf(rings);
    expect(pole && contains(rings, pole)).toBe(true);
  });

  it('have a middle even when they are a speck, and none when they are nothing', () => {
    expect(poleOf([square(4, 5)])).toEqual([4.5, 4.5]);
    expect(poleOf([])).toBeNull();
  });
});

describe('the projection', () => {
  const ratioAt = (latitude: number): number => {
    const base = latitude * 10_000;
    const made = project(
      [
        [1_180_000, base - 500],
        [1_181_000, base + 500],
      ],
      { decimals: 4, width: 500, mostHeight: 5000 },
    );
    const [left, bottom] = made?.point([1_180_000, base - 500]) ?? [0, 0];
    const [right, top] = made?.point([1_181_000, base + 500]) ?? [0, 0];
    return (right - left) / (bottom - top);
  };

  it('makes a degree of longitude as long as the cosine of the latitude, north up', () => {
    expect(ratioAt(0)).toBeCloseTo(1, 3);
    expect(ratioAt(25)).toBeCloseTo(Math.cos((25 * Math.PI) / 180), 3);
    expect(ratioAt(60)).toBeCloseTo(0.5, 3);
  });

  it('shows a single site with ground around it, and nothing for no sites', () => {
    expect(project([[1_180_000, 250_000]], { decimals: 4, width: 500, mostHeight: 300 })?.height).toBe(300);
    expect(project([], { decimals: 4, width: 500, mostHeight: 300 })).toBeNull();
  });
});

describe('a laid-out map', () => {
  const tooNear = (map: NonNullable<ReturnType<typeof layOut>>): string[] =>
    map.cases.flatMap((one, at) =>
      map.cases
        .slice(at + 1)
        .filter(({ at: [x, y] }) => Math.max(Math.abs(x - one.at[0]), Math.abs(y - one.at[1])) < map.room - 0.1)
        .map((other) => `${one.item.key} ${other.item.key}`),
    );

  it.each([1, 4, 17, 60])('holds %i cases of a town inside it, none over another', (count) => {
    const map = layOut(county(many(count)), 900, 760);
    const rings = map?.areas.find((one) => one.area.code === 'a')?.rings ?? [];
    expect(map?.cases).toHaveLength(count);
    expect(map?.cases.filter(({ at }) => !contains(rings, at))).toEqual([]);
    expect(map && tooNear(map)).toEqual([]);
  });

  it('is the same whatever the order of its cases', () => {
    const places = (cases: readonly MapCase[]) =>
      Object.fromEntries((layOut(county(cases), 900, 760)?.cases ?? []).map(({ item: { key }, at }) => [key, at]));
    expect(places(many(9).toReversed())).toEqual(places(many(9)));
  });

  it('puts a case at its site, else in its village, and moves what would cover it aside', () => {
    const site = [1_180_500, 250_500];
    const village = { rings: [rectangle(1_181_200, 250_200, 200, 200)], site: null };
    const map = layOut(
      county([
        item('1', { shape: { rings: [], site } }),
        item('2', { shape: { rings: [], site } }),
        item('3', { shape: village, area: 'b' }),
      ]),
      900,
      760,
    );
    const [first, second, third] = map?.cases ?? [];
    const spot = map?.cases.find(({ from }) => from === null);
    expect(spot).toBe(first);
    expect(second?.from).toEqual(first?.at);
    expect(map && tooNear(map)).toEqual([]);
    const b = map?.areas.find((one) => one.area.code === 'b')?.rings[0] ?? [];
    expect(third && contains([b], third.at)).toBe(true);
    expect(third?.from).toBeNull();
  });

  it('says which cases it has no place for', () => {
    const map = layOut(county([item('1', { area: 'c' }), item('2')]), 900, 760);
    expect(map?.unplaced.map(({ key }) => key)).toEqual(['1']);
  });

  it('places within the outline alone, where no part is known', () => {
    const outline = { rings: [rectangle(1_180_000, 250_000)], site: null };
    const map = layOut({ decimals: 4, outline, areas: [], cases: many(3) }, 900, 760);
    expect(map?.cases).toHaveLength(3);
    expect(map?.unplaced).toEqual([]);
  });

  it('grows beyond a narrow screen rather than crowd', () => {
    expect(layOut(county(many(2)), 360, 468)?.width).toBe(360);
    expect(layOut(county(many(150)), 360, 468)?.width).toBeGreaterThan(360);
  });

  it('is nothing where nothing is known', () => {
    expect(layOut({ decimals: 4, outline: null, areas: [], cases: many(2) }, 900, 760)).toBeNull();
  });
});

describe('a drawn map', () => {
  const data = county([item('1', { mark: 'overdue' }), item('2'), item('3', { area: 'b', mark: 'work' })]);

  it('names its towns, their figures, what is not done, and its patterns', () => {
    const texts = [...drawMap(data, context, 720).matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['镇a', '镇b', '1/2', '村1', '村3', '逾期', '整顿中', '完成一半以上']),
    );
    expect(texts).not.toContain('反弹');
  });

  it('fits the width of a sheet', () => {
    const svg = drawMap(county(many(150)), context, 720);
    expect(/ width="(\d+)"/.exec(svg)?.[1]).toBe('566');
  });

  it('links each town and case once, and nothing on paper', () => {
    const map = layOut(data, 900, 760);
    const links = (withLinks: boolean): number[] => {
      const index = { area: () => 0, case: (key: string) => Number(key) };
      const given = { theme: CHART_THEMES.light, ids: 'x', ...(withLinks ? { links: index } : {}) };
      const found: number[] = [];
      const walk = (nodes: ReturnType<typeof mapNodes>): void => {
        for (const one of nodes) {
          if (one.link !== undefined) found.push(one.link);
          walk([...one.children]);
        }
      };
      if (map) walk(mapNodes(map, given));
      return found.toSorted((a, b) => a - b);
    };
    expect(links(true)).toEqual([0, 0, 1, 2, 3]);
    expect(links(false)).toEqual([]);
  });

  it('is inert markup whatever a unit is called', () => {
    expect(svgText(node('text', { x: 1 }, [], { text: '<b>&"' }))).toBe('<text x="1">&lt;b&gt;&amp;&quot;</text>');
  });

  it('shades by counts', () => {
    const shade = (identified: number, rectified: number) => progressOf({ identified, rectified });
    expect([shade(0, 0), shade(3, 0), shade(5, 2), shade(4, 2), shade(1000, 999), shade(4, 4)]).toEqual([
      'none',
      'start',
      'some',
      'most',
      'most',
      'all',
    ]);
  });
});
