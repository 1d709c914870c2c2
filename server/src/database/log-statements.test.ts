import { expect, it } from 'vitest';
import { statementLine } from './log-statements.ts';

it('writes a statement on one line, with its name, its time and its rows', () => {
  const text = '/* units.on_day */\n    select code\n    from org_unit';
  expect(statementLine({ text, milliseconds: 3.21, rows: 12 })).toBe(
    'sql    3.2 ms    12 rows  /* units.on_day */ select code from org_unit',
  );
  expect(statementLine({ text, milliseconds: 120, rows: null })).toContain('120.0 ms     failed  /* units');
  expect(statementLine({ text: 'x'.repeat(500), milliseconds: 0, rows: 0 })).toHaveLength(228);
});
