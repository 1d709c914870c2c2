import { describe, expect, it } from 'vitest';
import { placeOf, problemsBySheet, type FoundProblem } from './import-problems.ts';

const problem = (sheet: string, code: string, part: Partial<FoundProblem> = {}): FoundProblem => ({
  sheet,
  sheetTitle: sheet.toUpperCase(),
  row: 4,
  column: 'state',
  cell: 'B4',
  code,
  severity: 'ERROR',
  ...part,
});
const problems = [
  problem('cases', 'BAD_DATE'),
  problem('venues', 'RAISED_ABOVE', { severity: 'WARNING' }),
  problem('cases', 'UNKNOWN_UNIT'),
  problem('transitions', 'ORDER'),
  problem('cases', 'UNKNOWN_UNIT'),
];

describe('problems by sheet', () => {
  it('groups errors by sheet and leaves warnings to their own list', () => {
    expect(problemsBySheet(problems, 'ERROR').map((sheet) => [sheet.sheet, sheet.problems.length])).toEqual([
      ['cases', 3],
      ['transitions', 1],
    ]);
    expect(problemsBySheet(problems, 'WARNING').map((sheet) => sheet.sheet)).toEqual(['venues']);
  });

  it('counts the codes of a sheet, most frequent first', () => {
    expect(problemsBySheet(problems, 'ERROR')[0]?.codes).toEqual([
      { code: 'UNKNOWN_UNIT', count: 2 },
      { code: 'BAD_DATE', count: 1 },
    ]);
  });

  it('says the cell, else the row, else nothing', () => {
    expect(placeOf(problem('cases', 'X'))).toBe('B4');
    expect(placeOf(problem('cases', 'X', { cell: null }))).toBe('4');
    expect(placeOf(problem('cases', 'X', { cell: null, row: null }))).toBe('');
  });
});
