import { describe, expect, it } from 'vitest';
import { layOut } from '@wallchart/charts/map';
import { areaOfCase } from './area-of-case.ts';
import { linkAt, linkMap, placeOfLink } from './map-links.ts';

const square = { rings: [[1_180_000, 250_000, 1000, 0, 0, 1000, -1000, 0]], site: null };
const map = layOut(
  {
    decimals: 4,
    outline: square,
    areas: [
      { code: 'a', name: '甲镇', figure: '0/2', progress: 'start', shape: square },
      { code: 'b', name: '乙镇', figure: '—', progress: 'none', shape: null },
    ],
    cases: ['2', '1', '9'].map((key) => ({
      key,
      name: key,
      mark: 'work',
      area: key === '9' ? 'b' : 'a',
      shape: null,
    })),
  },
  900,
  760,
);
const way = (label: string) => ({ label, to: `/${label}` });
const linked = map && linkMap(map, { area: way, case: way });

describe('links of the map', () => {
  it('go area by area with its cases, then the rest', () => {
    expect(linked?.links.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['area a', 'case 2', 'case 1', 'case 9']);
    expect(linked?.lengths).toEqual([3, 1]);
    expect([linked?.index.area('a'), linked?.index.case('9'), linked?.index.area('b')]).toEqual([0, 3, undefined]);
  });

  it('have places, and places have links', () => {
    const lengths = [3, 1, 2];
    expect([0, 2, 3, 5].map((link) => placeOfLink(lengths, link))).toEqual([
      { row: 0, column: 0 },
      { row: 0, column: 2 },
      { row: 1, column: 0 },
      { row: 2, column: 1 },
    ]);
    expect([0, 1, 2, 3, 4, 5].map((link) => linkAt(lengths, placeOfLink(lengths, link)))).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('the part that a case belongs to', () => {
  const item = { unit: { code: '350322108200' }, town: { code: '350322108' } };

  it.each([
    ['its village', ['350322108200', '350322108201'], '350322108200'],
    ['its town', ['350322107', '350322108'], '350322108'],
    ['its county', ['350321', '350322'], '350322'],
    ['none of these', ['350321'], null],
  ])('is %s', (_, codes, found) => expect(areaOfCase(item, new Set(codes))).toBe(found));
});
