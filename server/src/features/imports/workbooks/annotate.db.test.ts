import { writeSamples } from '@wallchart/db/seeds';
import { testDatabase } from '@wallchart/db/testing';
import { readFile, writeFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../../domain/text.ts';
import { annotateWorkbook, importWorkbook, SHEETS, writeTemplate, type ImportOutcome, type Problem } from '../index.ts';
import { openArchive, readPart } from '../../../reading/archive.ts';
import { testFolder, textRow, xlsxParts } from '../../../../testing/imports/build-xlsx.ts';
import { importCsv, LEDGER } from '../../../../testing/imports/import-csv.ts';
import { readComments } from './comments.ts';
import { problemText } from './marks.ts';

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
  readComments(await part(path, `xl/comments${no}.xml`)).comments.map(
    ({ ref, text, author }) => `${ref} ${author}: ${text}`,
  );

const noted = (problem: Problem, lang: Lang): string => `${problem.cell} Wallchart: ${problemText(problem, lang)}`;

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
      '<row r="3" ht="30"><c r="A3" t="inlineStr" s="7"><is><t>001 &amp; &lt;</t></is></c><c r="B3" s="7"/><c r="C3" s="7"><v>41809</v></c></row>',
    );
    expect(await comments(out, 1)).toEqual(problems.map((problem) => noted(problem, 'zh')));
    expect(await part(out, 'docProps/keep.txt')).toBe('kept');
    expect(await part(out, 'xl/workbook.xml')).toContain('问题清单');
  });

  it('is read again as the original was, its list of problems skipped', async () => {
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

  it('marks a marked workbook again without the old comments', async () => {
    const path = await folder.xlsx({
      sheets: { visits: textRow(1, 'case_no', 'role', 'visited_on') + textRow(2, '001', 'x', '2014-01-01') },
    });
    const first = folder.path('first.xlsx');
    await annotateWorkbook({ path }, (await check(path)).problems, first);
    const second = folder.path('second.xlsx');
    const [left] = (await check(first)).problems;
    await annotateWorkbook({ path: first }, left ? [left] : [], second);
    expect(await comments(second, 1)).toEqual([left && noted(left, 'en')]);
    expect((await part(second, 'xl/workbook.xml')).match(/<sheet /g)).toHaveLength(2);
    const third = folder.path('third.xlsx');
    await annotateWorkbook({ path: second }, [], third);
    expect(await comments(third, 1)).toEqual([]);
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
    expect((await comments(out, 1)).map((comment) => comment.slice(0, 3))).toContain('B2 ');
    expect((await check(out)).problems.map(({ cell }) => cell)).toContain('B2');
    expect(await part(out, 'xl/workbook.xml')).toContain('"Problems"');
  });

  it('marks a sheet that is read by another name, and opens at its first error', async () => {
    const path = await folder.xlsx({
      sheets: {
        说明: textRow(1, '填表说明'),
        '走访（7月）': textRow(1, '编号', '角色', '日期') + textRow(2, '001', '挂钩领导', '昨天'),
      },
    });
    const { problems } = await check(path);
    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toContain('C2 BAD_DATE');
    const out = folder.path('named-marked.xlsx');
    await annotateWorkbook({ path }, problems, out);
    expect((await comments(out, 1)).join()).toContain('不是日期');
    expect(await part(out, 'xl/workbook.xml')).toContain('activeTab="2"');
    expect(await part(out, 'xl/worksheets/sheet2.xml')).toContain('activeCell="C2"');
    expect(await part(out, 'xl/worksheets/sheet3.xml')).toContain(`location="'走访（7月）'!C2"`);
  });

  it('keeps the buttons of a sheet, and its notes when it is marked again', async () => {
    const button = '<v:shape id="_x0000_s1025" type="#b"><x:ClientData ObjectType="Button"/></v:shape>';
    const note = (row: number): string =>
      `<v:shape id="_x0000_s10${30 + row}"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>`;
    const path = await folder.xlsx({
      sheets: { visits: '' },
      more: {
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>${textRow(1, 'case_no', 'role', 'visited_on')}${textRow(2, '001', 'x', '2014-01-01')}</sheetData><legacyDrawing r:id="rId7"/></worksheet>`,
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/d.vml"/><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../notes.xml"/></Relationships>`,
        'xl/drawings/d.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">${button}${note(1)}${note(5)}</xml>`,
        'xl/notes.xml': `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={1}</author><author>甲</author></authors><commentList><comment ref="B2" authorId="1"><text><t>请核实</t></text></comment></commentList></comments>`,
      },
    });
    const [first, second, third] = ['a', 'b', 'c'].map((name) => folder.path(`buttons-${name}.xlsx`)) as [
      string,
      string,
      string,
    ];
    const { problems } = await check(path);
    await annotateWorkbook({ path }, problems, first);
    await annotateWorkbook({ path: first }, problems, second);
    await annotateWorkbook({ path: second }, [], third);
    const notes = async (at: string) => readComments(await part(at, 'xl/notes.xml')).comments;
    const bad = problems.find(({ cell }) => cell === 'B2') as Problem;
    for (const at of [first, second]) {
      expect((await notes(at)).find(({ ref }) => ref === 'B2')?.text).toBe(`${problemText(bad, 'en')}\n―――――\n请核实`);
      const shapes = await part(at, 'xl/drawings/d.vml');
      expect(shapes).toContain(button);
      expect(shapes.match(/<x:Row>\d+/g)?.sort()).toEqual(
        [...new Set(problems.flatMap(({ cell, row }) => (cell === null || row === null ? [] : [cell])))]
          .map(() => '<x:Row>1')
          .sort(),
      );
    }
    expect((await notes(third)).map(({ ref, text, author }) => [ref, text, author])).toEqual([['B2', '请核实', '']]);
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
    'in %s holds every sheet and column and drop-downs, and is reported as blank',
    async (lang) => {
      const path = folder.path(`template-${lang}.xlsx`);
      await writeFile(path, await writeTemplate(lang));
      const outcome = await check(path);
      expect([outcome.state, outcome.problems.map(({ code }) => code), outcome.sheets.length]).toEqual([
        'refused',
        ['NO_ROWS'],
        SHEETS.length,
      ]);
      const cases = await part(path, 'xl/worksheets/sheet6.xml');
      expect(cases).toContain(lang === 'zh' ? '方案已定,整顿中,待验收' : 'planned,rectifying,submitted');
      expect(cases).toContain('state="frozen"');
      const words = await part(path, 'xl/worksheets/sheet2.xml');
      for (const word of ['C09', '信访矛盾集中', 'Petitions and disputes', '改扩建', '扩建', 'struck_off', '销号'])
        expect(words).toContain(word);
      const ledger = await part(path, 'xl/worksheets/sheet5.xml');
      expect(ledger).toContain(`<formula1>'${lang === 'zh' ? '代码表' : 'words'}'!$A$2:$A$17</formula1>`);
      expect(words).toMatch(new RegExp(`<c r="A17"[^>]*><is><t[^>]*>C99 ${lang === 'zh' ? '其他' : 'Other'}<`));
      expect(await part(path, 'xl/worksheets/sheet1.xml')).toContain(lang === 'zh' ? '最少填这四张表' : 'Four sheets');
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
