import { expect, test } from 'vitest';
import { toCsv, toTabs, type CardTable } from './card-table.ts';

const table: CardTable = {
  columns: [{ label: '单位' }, { label: '数, 个', numeric: true }],
  rows: [
    { key: 'a', cells: [{ text: '大济"镇' }, { text: '+43.6%' }] },
    { key: 'b', cells: [{ text: '=SUM(A1)' }, { text: '4' }] },
  ],
};

test('a table is written as CSV that office programs read and never run', () => {
  expect(toCsv(table)).toBe('\uFEFF单位,"数, 个"\r\n"大济""镇",+43.6%\r\n\'=SUM(A1),4\r\n');
  expect(toTabs(table).split('\n')[0]).toBe('单位\t数, 个');
});
