import { writeSamples } from '@wallchart/db/seeds';
import { testDatabase } from '@wallchart/db/testing';
import { readFile, writeFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { annotateWorkbook, importWorkbook, SHEETS, writeTemplate, type ImportOutcome } from '../index.ts';
import { openArchive, readPart } from '../../../reading/archive.ts';
import { testFolder, textRow, xlsxParts } from '../testing/build-xlsx.ts';
import { importCsv, LEDGER } from '../testing/import-csv.ts';
import { readComments } from './comments.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});

const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${' '.repeat(99)}</Relationships>`;

const check = (path: string): Promise<ImportOutcome> =>
  importWorkbook(pool, { path }, { channel: 'cli', recordedBy: 'test', dryRun: true });

/** A part of a workbook as text. */
async function part(path: string, name: string): Promise<string> {
  const archive = await openArchive(path);
  try {
    const entry = archive.part(name);
    return entry ? await readPart(entry) : '';
  } finally {
    archive.close();
  }
}

const comments = async (path: string, no: number): Promise<string[]> =>
  readComments((await part(path, `xl/wallchart-comments${no}.xml`)).replaceAll('Wallchart', 'somebody')).map(
    ({ ref, text }) => `${ref} ${/\[\w+\]$/.exec(text)?.[0] ?? ''}`,
  );

describe('the marked workbook', () => {
  it('colours and comments each bad cell, blank ones too, and keeps the rest', async () => {
    const path = await folder.xlsx({
      sheets: {
        走访: `${textRow(1, '走访台账')}${textRow(2, '编号', '角色', '日期', '发现问题')}<row r="3" ht="30"><c r="A3" t="inlineStr"><is><t>001 &amp; &lt;</t></is></c><c r="C3"><v>41809</v></c></row>`,
      },
      more: { 'docProps/keep.txt': 'kept' },
    });
    const { problems } = await check(path);
    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'B3 REQUIRED',
      'C3 BAD_DATE',
      'A3 UNKNOWN_CASE',
    ]);
    const out = folder.path('marked.xlsx');
    await annotateWorkbook({ path }, problems, out);
    const xml = await part(out, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(
      '<row r="3" ht="30"><c r="A3" t="inlineStr" s="1"><is><t>001 &amp; &lt;</t></is></c><c r="B3" s="1"/><c r="C3" s="1"><v>41809</v></c></row>',
    );
    expect(await comments(out, 1)).toEqual(['B3 [REQUIRED]', 'C3 [BAD_DATE]', 'A3 [UNKNOWN_CASE]']);
    expect(await part(out, 'docProps/keep.txt')).toBe('kept');
    expect(await part(out, 'xl/workbook.xml')).toContain('问题清单');
  });

  it('is read again as the original was, its list of problems passed over', async () => {
    const [path = ''] = await writeSamples(folder.path('samples'));
    const first = await check(path);
    const out = folder.path('marked-sample.xlsx');
    await annotateWorkbook(
      { path },
      [
        {
          sheet: 'cases',
          sheetTitle: { zh: '台账', en: 'Ledger' },
          row: 5,
          column: 'case_no',
          columnTitle: null,
          cell: 'A5',
          value: null,
          code: 'X',
          severity: 'warning',
          onRecord: null,
          expected: { zh: '', en: '' },
          message: { zh: '', en: '' },
        },
      ],
      out,
    );
    expect(await check(out)).toEqual(first);
  });

  it('marks a marked workbook anew without the old comments', async () => {
    const path = await folder.xlsx({
      sheets: { visits: textRow(1, 'case_no', 'role', 'visited_on') + textRow(2, '001', 'x', '2014-01-01') },
    });
    const first = folder.path('first.xlsx');
    await annotateWorkbook({ path }, (await check(path)).problems, first);
    const second = folder.path('second.xlsx');
    await annotateWorkbook({ path: first }, (await check(first)).problems.slice(0, 1), second);
    expect(await comments(second, 1)).toEqual(['B2 [BAD_WORD]']);
  });

  it('is a workbook also for CSV files, and a list alone for a file that cannot be read', async () => {
    const csv = folder.path('csv');
    const { problems } = await importCsv(pool, csv, { ...LEDGER, visits: 'case_no,role,visited_on\n001,x,2014-01-01' });
    const out = folder.path('from-csv.xlsx');
    await annotateWorkbook({ path: csv }, problems, out);
    expect((await check(out)).problems.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(
      problems.map(({ sheet, cell }) => `${sheet}!${cell}`),
    );
    const torn = await folder.file('torn.xlsx', Buffer.from('504b030400000000', 'hex'));
    await annotateWorkbook({ path: torn }, (await check(torn)).problems, out);
    expect(await part(out, 'xl/worksheets/sheet1.xml')).toContain('NOT_A_ZIP');
  });

  it.each([
    ['a part that the import does not read', 'docProps/keep.txt', 'BAD_WORD'],
    ['the sheet', 'xl/worksheets/sheet1.xml', 'DAMAGED'],
    ['the relations of the sheet', 'xl/worksheets/_rels/sheet1.xml.rels', 'BAD_WORD'],
  ])('is a list alone where bytes of %s are damaged', async (_, name, listed) => {
    const whole = await readFile(
      await folder.xlsx({
        sheets: { visits: textRow(1, 'case_no', 'role', 'visited_on') + textRow(2, '001', 'x', '2014-01-01') },
        more: { 'docProps/keep.txt': 'kept'.repeat(99), 'xl/worksheets/_rels/sheet1.xml.rels': RELATIONS },
      }),
    );
    whole.fill(0xff, whole.indexOf(name) + name.length, whole.indexOf(name) + name.length + 4);
    const path = await folder.file('damaged.xlsx', whole);
    const { state, problems } = await check(path);
    expect(state).toBe('refused');
    const out = folder.path('damaged-marked.xlsx');
    await annotateWorkbook({ path }, problems, out);
    expect(await part(out, 'xl/worksheets/sheet1.xml')).toContain(listed);
  });

  it('is a list alone for CSV files whose text breaks off', async () => {
    const path = await folder.file(
      'visits.csv',
      `case_no,role,visited_on\n001,x,2014-01-01\n"${'x'.repeat(3_000_000)}`,
    );
    const { problems } = await check(path);
    expect(problems.map(({ code }) => code)).toEqual(['BAD_CSV']);
    const out = folder.path('broken-csv.xlsx');
    await annotateWorkbook({ path }, problems, out);
    expect(await part(out, 'xl/worksheets/sheet1.xml')).toContain('BAD_CSV');
  });

  it('is marked where names of parts are in another case', async () => {
    const upper = Object.fromEntries(
      Object.entries(
        xlsxParts({
          sheets: { visits: textRow(1, 'case_no', 'role', 'visited_on') + textRow(2, '001', 'x', '2014-01-01') },
        }),
      ).map(([name, content]) => [name.toUpperCase(), content]),
    );
    const path = await folder.zip(upper);
    const out = folder.path('upper-marked.xlsx');
    await annotateWorkbook({ path }, (await check(path)).problems, out);
    expect(await comments(out, 1)).toContain('B2 [BAD_WORD]');
    expect((await check(out)).problems.map(({ cell }) => cell)).toContain('B2');
    expect(await part(out, 'xl/workbook.xml')).toContain('问题清单');
  });

  it('keeps rows of a drawing, which are no rows of the sheet', async () => {
    const anchor = '<xdr:from xmlns:xdr="urn:drawing"><xdr:row>1</xdr:row></xdr:from>';
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${textRow(1, 'case_no', 'role', 'visited_on')}${textRow(2, '001', 'x', '2014-01-01')}</sheetData><controls><control>${anchor}</control></controls></worksheet>`;
    const path = await folder.xlsx({ sheets: { visits: '' }, more: { 'xl/worksheets/sheet1.xml': sheet } });
    const { problems } = await check(path);
    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toContain('B2 BAD_WORD');
    const out = folder.path('drawing-marked.xlsx');
    await annotateWorkbook({ path }, problems, out);
    expect(await part(out, 'xl/worksheets/sheet1.xml')).toContain(anchor);
  });
});

describe('the template', () => {
  it.each(['zh', 'en'] as const)(
    'in %s holds every sheet and column, drop-downs, and is imported as empty',
    async (lang) => {
      const path = folder.path(`template-${lang}.xlsx`);
      await writeFile(path, await writeTemplate(lang));
      const outcome = await check(path);
      expect([outcome.state, outcome.problems, outcome.sheets.length]).toEqual(['checked', [], SHEETS.length]);
      const cases = await part(path, 'xl/worksheets/sheet5.xml');
      expect(cases).toContain(lang === 'zh' ? '方案已定,整顿中,待验收' : 'planned,rectifying,submitted');
      expect(cases).toContain('state="frozen"');
      const guide = await part(path, 'xl/worksheets/sheet1.xml');
      for (const word of ['C09', '信访矛盾集中', 'Petitions and disputes', '改扩建', '扩建', 'struck_off', '销号'])
        expect(guide).toContain(word);
    },
  );
});

describe('the samples', () => {
  it('are imported without a problem, and read again change nothing', async () => {
    for (const path of await writeSamples(folder.path('samples-twice'))) {
      const states: string[] = [];
      for (const _ of [1, 2]) {
        const { state, problems } = await importWorkbook(pool, { path }, { channel: 'sample', recordedBy: 'test' });
        expect(problems).toEqual([]);
        states.push(state);
      }
      expect(states).toEqual(['accepted', 'unchanged']);
    }
  });
});
