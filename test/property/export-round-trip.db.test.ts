import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWorkbookFile } from '../../server/src/rendering/workbook/write-workbook.ts';
import {
  importWorkbook,
  openLedgerWorkbook,
  SHEETS,
  type ImportOutcome,
} from '../../server/src/features/imports/index.ts';
import { COUNTY } from '../reference/build-tree.ts';
import { emptyLedger } from '../reference/ledger.ts';
import { sheetsOf, writeCsvFolder, type Sheets } from '../support/ledger-csv.ts';
import { runs } from './random-questions.ts';
import { importable } from './importable.ts';
import { propertyDatabase } from './property-database.ts';
import { asViewer } from '../../server/testing/handles.ts';

const database = propertyDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-round-trip-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const BY = { channel: 'cli', recordedBy: 'test' } as const;
const importFrom = (path: string): Promise<ImportOutcome> => importWorkbook(database.pool(), { path }, BY);

/** Texts that something on the way might take for something else. */
const odd = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '=',
    '+86 594',
    '-',
    '@甲',
    "'001",
    '="x"',
    '_x0041_',
    '_x005F_',
    '\u0001甲\u001f',
    '\u007f\u0085',
    '\ufffe',
    ' 两头有空 ',
    '一行\n二行\r\n三行\r四行',
    '\t缩进',
    '"引号", 逗号; 分号',
    '<b>&amp;</b>',
    '合计',
    '#REF!',
    'TRUE',
    '20140610',
    '1E5',
    '😀𠀀',
    'x'.repeat(2000),
  ),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 12 })
    .filter((text) => !text.includes('\0') && text.isWellFormed()),
);
const short = odd.map((text) => text.slice(0, 100)).filter((text) => text.isWellFormed());
const AMOUNT = fc.constantFrom('0.01', '123456789012345.67', '0.1', '900719925474099.31', '1234567.8');

/** Cells of a kind with others of that kind in their place, for some of the rows. */
function withOddities(
  sheets: Sheets,
  dice: Iterator<number>,
  texts: Record<'text' | 'short' | 'amount', string[]>,
): Sheets {
  const roll = (below: number): number => Number(dice.next().value) % below;
  const pick = (list: readonly string[]): string => list[roll(list.length)] ?? '';
  return Object.fromEntries(
    Object.entries(sheets).map(([key, rows]) => {
      const columns = SHEETS.find((sheet) => sheet.key === key)?.columns ?? [];
      const changed = rows.map((row) => {
        const cells = { ...row };
        for (const { key: column, type, identity } of columns) {
          if (type.kind === 'text') cells[column] ??= '';
          // a unit called 合计 would be a total, as whose name it is written
          if (identity || (key === 'units' && column === 'name') || roll(3) > 0) continue;
          if (type.kind === 'text') cells[column] = pick(type.max > 200 ? texts.text : texts.short);
          if (type.kind === 'money' && cells[column]) cells[column] = pick(texts.amount);
        }
        for (const required of ['name_zh', 'content'])
          if (required in cells && bare(cells[required]) === '') cells[required] = '甲村';
        return cells;
      });
      return [key, changed];
    }),
  );
}

const bare = (text = ''): string => text.replaceAll(/[\s\p{C}]/gu, '');

test('a ledger that is written out and read in again has not changed, whatever it says', async () => {
  let exported = 0;
  await fc.assert(
    fc.asyncProperty(
      importable,
      fc.infiniteStream(fc.nat(1_000_000)),
      fc.record({
        text: fc.array(odd, { minLength: 3 }),
        short: fc.array(short, { minLength: 3 }),
        amount: fc.array(AMOUNT, { minLength: 1 }),
      }),
      async (ledger, dice, texts) => {
        await database.load(emptyLedger());
        const source = join(folder, `${(exported += 1)}`);
        const sheets = withOddities(sheetsOf(ledger), dice, texts);
        await writeCsvFolder(source, sheets);
        const first = await importFrom(source);
        const errors = first.problems.filter(({ severity }) => severity === 'error');
        expect(errors.map(({ sheet, cell, code, value }) => ({ sheet, cell, code, value }))).toEqual([]);
        for (const campaign of new Set(ledger.campaigns.map((row) => row.campaign))) {
          for (const lang of ['zh', 'en'] as const) {
            const written = await openLedgerWorkbook(
              asViewer(database.db()),
              { campaign, unit: COUNTY, knownAt: null },
              { lang },
            );
            const path = join(folder, `${exported}-${campaign}-${lang}.xlsx`);
            await writeWorkbookFile(written.sheets, path).finally(written.close);
            const again = await importFrom(path);
            const told = again.problems.filter(({ severity }) => severity === 'error');
            const changed = again.sheets.filter((sheet) => sheet.new + sheet.corrected > 0);
            expect([again.state, changed, told]).toEqual(['unchanged', [], []]);
          }
        }
      },
    ),
    runs(6),
  );
  expect(exported).toBe(6);
});
