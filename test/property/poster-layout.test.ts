import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layoutPoster, SHEET, SMALLEST, type TextBox } from '../../server/src/features/poster/layout.ts';
import type { PosterCase, PosterContent } from '../../server/src/features/poster/poster.types.ts';

const NAMES = ['东山村', '未具名村04◈', '榜头镇莲墘社区居民委员会', 'A'];
const CAUSES = ['信访矛盾集中', '无活动场所或场所危旧狭小◈', 'No venue, or an unsafe or cramped one'];
const oneCase: fc.Arbitrary<PosterCase> = fc.record({
  name: fc.constantFrom(...NAMES),
  mark: fc.constantFrom('done', 'accepted', 'work', 'overdue', 'relapsed'),
  word: fc.constantFrom('逾期', 'Accepted, not struck off'),
  cause: fc.constantFrom(...CAUSES),
  when: fc.constantFrom('逾期 16 天、7月15日到期', 'no deadline'),
  leader: fc.constantFrom('县委常委、组织部部长', '责任领导未登记'),
});
const town = (most: number) =>
  fc.record({
    name: fc.constantFrom('鲤南镇', '象溪社硎乡菜溪'),
    facts: fc.constantFrom(['2/3', '66.7%', '并列第 16'], []),
    cases: fc.array(oneCase, { minLength: 1, maxLength: most }),
  });
const content = (towns: PosterContent['towns'], idle: string | null = null): PosterContent => ({
  lang: 'zh',
  title: '挂图',
  headline: '',
  place: '',
  legend: [],
  towns,
  idle,
  foot: '',
  illustrative: null,
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x + 0.01 ||
  b.x + b.width <= a.x + 0.01 ||
  a.y + a.height <= b.y + 0.01 ||
  b.y + b.height <= a.y + 0.01;

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

/** Every box meets no other; sorted by their left edge, so that few are compared. */
function overlaps(boxes: readonly Box[]): Box[][] {
  const sorted = boxes.toSorted((a, b) => a.x - b.x);
  return sorted.flatMap((box, at) => {
    const found: Box[][] = [];
    for (let next = at + 1; next < sorted.length && sorted[next]!.x < box.x + box.width; next += 1) {
      if (!apart(box, sorted[next]!)) found.push([box, sorted[next]!]);
    }
    return found;
  });
}

function expectSound(given: PosterContent): void {
  const sheets = layoutPoster(given);
  const tiles = sheets.flatMap((sheet) => sheet.tiles);
  expect(tiles.length).toBe(given.towns.reduce((sum, { cases }) => sum + cases.length, 0));
  for (const sheet of sheets) {
    const texts: TextBox[] = [...sheet.texts, ...sheet.tiles.flatMap((tile) => tile.texts)];
    expect(overlaps(texts)).toEqual([]);
    expect(overlaps(sheet.tiles)).toEqual([]);
    expect(texts.filter(({ size }) => size < SMALLEST)).toEqual([]);
    expect(texts.filter((text) => !within(text, { x: 0, y: 0, ...SHEET }))).toEqual([]);
    expect(sheet.tiles.filter((tile) => tile.texts.some((text) => !within(text, tile)))).toEqual([]);
  }
}

/** Thousands of boxes are compared. */
const SLOW = 60_000;

it(
  'lays out any towns and organisations without overlap, none left out, no type under 14 pt',
  () => {
    fc.assert(
      fc.property(fc.array(town(12), { maxLength: 25 }), fc.constantFrom(null, '没有认定对象：赖店镇'), (towns, idle) =>
        expectSound(content(towns, idle)),
      ),
      { seed: 20140731, numRuns: 25 },
    );
  },
  SLOW,
);

it(
  'lays out 60 towns of 40 organisations on as many sheets as they take',
  () => {
    const [full] = fc.sample(
      fc.array(
        town(40).map((one) => ({
          ...one,
          cases: Array.from({ length: 40 }, (_, at) => one.cases[at % one.cases.length]!),
        })),
        { minLength: 60, maxLength: 60 },
      ),
      { seed: 1, numRuns: 1 },
    );
    const given = content(full ?? []);
    expectSound(given);
    expect(layoutPoster(given).length).toBeGreaterThan(1);
  },
  SLOW,
);

it('sets a small county larger than a big one', () => {
  const [small] = fc.sample(fc.array(town(2), { minLength: 4, maxLength: 4 }), { seed: 1, numRuns: 1 });
  const sizes = layoutPoster(content(small ?? []))[0]?.tiles[0]?.texts.map(({ size }) => size) ?? [];
  expect(Math.min(...sizes)).toBeGreaterThan(1.5 * SMALLEST);
});

it('says so on one sheet when there is nothing', () => {
  const [sheet, ...more] = layoutPoster(content([], '没有认定对象。'));
  expect([more.length, sheet?.texts.map(({ text }) => text)]).toEqual([0, ['没有认定对象。']]);
});
