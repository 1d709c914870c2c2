import { describe, expect, test } from 'vitest';
import { pt, TYPE_AREA_MM } from './layout.ts';
import { tableType } from './table-type.ts';

const column = (title: string, share: number) => ({ title, share, align: 'left' as const });
const row = (...cells: string[]) => cells.map((text) => ({ text }));
const columnShares = (table: Parameters<typeof tableType>[0]): readonly number[] => tableType(table).widths;
const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
const ROOM = pt(TYPE_AREA_MM.width);

describe('shares of columns', () => {
  test('are those asked for where every word has room', () => {
    const widths = columnShares({
      columns: [column('乡镇', 3), column('完成率', 1)],
      rows: [row('鲤城街道', '86.5%')],
    });
    expect(widths.map((width) => width / ROOM)).toEqual([expect.closeTo(0.75), expect.closeTo(0.25)]);
  });

  test('grow for a word that does not fit, at the cost of the others; together they stay the type area', () => {
    const columns = [column('No.', 1), column('Organisation', 12), column('State', 1)];
    const rows = [row('1', 'Unnamed village', 'rectifying')];
    const [number = 0, organisation = 0, state = 0] = columnShares({ columns, rows });
    expect(state).toBeGreaterThan(10 * 12 * 0.5 + 4.8);
    expect(organisation).toBeGreaterThan(state);
    expect(number + organisation + state).toBeCloseTo(ROOM);
  });

  test('keep a day, and a number with its unit, on one line', () => {
    const columns = [column('完成时限', 1), column('主要情形', 9)];
    const [day = 0] = columnShares({ columns, rows: [row('2014年8月31日', '班子配备不齐')] });
    expect(day).toBeGreaterThan(12 * 7);
    const [money = 0] = columnShares({ columns, rows: [row('共计17.5万元', '班子配备不齐')] });
    expect(money).toBeGreaterThan(12 * 4);
    expect(money).toBeLessThan(day);
  });

  test('are cut evenly where the words of all columns are too wide', () => {
    const word = 'x'.repeat(60);
    const widths = columnShares({ columns: [column('', 1), column('', 1)], rows: [row(word, word)] });
    expect(widths).toEqual([expect.closeTo(ROOM / 2), expect.closeTo(ROOM / 2)]);
    expect(sum(columnShares({ columns: [column('甲', 0)], rows: [] }))).toBeGreaterThan(0);
  });

  test('go to the columns that wrap, not to those that have their words in one line', () => {
    const columns = [column('序号', 7), column('党组织', 18), column('完成时限', 35)];
    const name = '积石山保安族东乡族撒拉族自治县大河家镇大河村';
    const rows = [row('1', name.repeat(2), '2014年8月15日')];
    const [, organisation = 0, day = 0] = columnShares({ columns, rows });
    expect(day).toBeLessThan(12 * 9);
    expect(organisation).toBeGreaterThan(ROOM * 0.6);
  });
});

describe('type of a table', () => {
  const columns = Array.from({ length: 7 }, () => column('完成数', 1));
  const rows = (count: number) => Array.from({ length: count }, () => row(...Array.from({ length: 7 }, () => '12')));

  test('is as large as one page has room for, and that of its columns where it takes several', () => {
    expect(tableType({ columns, rows: rows(3) }).size).toBe(12);
    expect(tableType({ columns, rows: rows(21) }).size).toBe(10.5);
    expect(tableType({ columns, rows: rows(90) }).size).toBe(10.5);
    const wide = Array.from({ length: 12 }, () => column('完成数', 1));
    expect(tableType({ columns: wide, rows: [] }).size).toBe(9);
  });
});
