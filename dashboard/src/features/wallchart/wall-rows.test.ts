import { describe, expect, it } from 'vitest';
import { wallRows, type RankedTown, type WallCase } from './wall-rows.ts';

const town = (code: string, identified: number): RankedTown => ({
  unit: { code, name: `town ${code}` },
  rank: identified ? 1 : null,
  tied: false,
  identified,
  rectified: 0,
});
const tile = (caseNo: string, townCode: string, part: Partial<WallCase> = {}): WallCase => ({
  caseNo,
  unit: { code: `${townCode}${caseNo}`, name: caseNo },
  town: { code: townCode, name: `town ${townCode}` },
  daysLeft: null,
  rectified: false,
  ...part,
});
const ranking = [town('3', 1), town('1', 2), town('2', 0)];
const cases = [tile('a', '1'), tile('b', '3'), tile('c', '1')];
const codes = (order: 'ranking' | 'division') =>
  wallRows(cases, ranking, { order, townsRanked: true }).map((row) => row.code);

describe('rows of the wall chart', () => {
  it('keeps the ranking or goes by division, towns without a case included', () => {
    expect(codes('ranking')).toEqual(['3', '1', '2']);
    expect(codes('division')).toEqual(['1', '2', '3']);
  });

  it('loses no case: a town that is not ranked gets its row', () => {
    const rows = wallRows([...cases, tile('d', '9')], ranking, { order: 'ranking', townsRanked: true });
    expect(rows.flatMap((row) => row.cases)).toHaveLength(4);
    expect(rows.at(-1)).toMatchObject({ code: '9', town: null });
  });

  it('does not make rows of villages when a town is shown', () => {
    const rows = wallRows([tile('a', '1')], [town('1a', 1), town('1b', 0)], { order: 'ranking', townsRanked: false });
    expect(rows.map((row) => row.code)).toEqual(['1']);
  });

  it('puts the longest overdue first and what is done last', () => {
    const row = wallRows(
      [
        tile('done', '1', { rectified: true }),
        tile('open', '1'),
        tile('late', '1', { daysLeft: -16 }),
        tile('soon', '1', { daysLeft: 3 }),
      ],
      [town('1', 4)],
      { order: 'ranking', townsRanked: true },
    )[0];
    expect(row?.cases.map((item) => item.caseNo)).toEqual(['late', 'soon', 'open', 'done']);
  });
});
