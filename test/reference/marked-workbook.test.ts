import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { annotateWorkbook, type Problem } from '../../server/src/features/imports/index.ts';
import { testFolder, xlsxParts, type XlsxParts } from '../../server/testing/imports/build-xlsx.ts';

vi.setConfig({ testTimeout: 180_000 });

const FIXTURES = join(import.meta.dirname, '../fixtures/imports');
const folder = testFolder();

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

function problem(sheet: string, cell: string, severity: Problem['severity'] = 'error'): Problem {
  return {
    sheet,
    sheetTitle: { zh: sheet, en: sheet },
    row: Number(/\d+/.exec(cell)?.[0]),
    column: null,
    columnTitle: null,
    cell,
    value: '=1+1',
    code: 'BAD_DATE',
    severity,
    onRecord: null,
    expected: { zh: '如 2014-06-19', en: 'such as 2014-06-19' },
    message: { zh: '不是日期', en: 'not a date' },
  };
}

/** Cells of any ledger: one in the header, one in a row, one far below the last row and one right of the last column. */
const marksOn = (sheet: string): Problem[] => [
  problem(sheet, 'B2'),
  problem(sheet, 'A1', 'warning'),
  problem(sheet, 'B900'),
  problem(sheet, 'AB2', 'warning'),
];

const opened = async (path: string): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
};

const FILL = 5;
type Look = readonly [value: string, format: string, font: string, border: string, alignment: string, fill: string];

/** Values and looks of a sheet's cells by address. */
function cellsOf(sheet: ExcelJS.Worksheet): Map<string, Look> {
  const cells = new Map<string, Look>();
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      const { value, numFmt, font, border, alignment, fill } = cell;
      const look = [value, numFmt, font, border, alignment, fill].map((part) => JSON.stringify(part ?? null));
      cells.set(cell.address, look as unknown as Look);
    }),
  );
  return cells;
}

const plainNote = (note: string | ExcelJS.Comment | undefined): string =>
  typeof note === 'object' ? (note.texts ?? []).map(({ text }) => text).join('') : (note ?? '');

const colourOf = (sheet: ExcelJS.Worksheet | undefined, cell: string): string | undefined => {
  const fill = sheet?.getCell(cell).fill;
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
};

const MARKED = ['B2', 'A1', 'B900', 'AB2'];
const COLOURS = ['FFFFC7CE', 'FFFFEB9C', 'FFFFC7CE', 'FFFFEB9C'];
const TOLD = /^(不是日期\n应填：如|not a date\nExpected: such as)/;
const isList = (name: string): boolean => /^(问题清单|Problems)/.test(name);

async function marked(path: string): Promise<string> {
  const sheet = (await readXlsxFile(path)).find((one) => !isList(one.sheet))?.sheet ?? '';
  const out = `${path}.marked.xlsx`;
  await annotateWorkbook({ path }, marksOn(sheet), out);
  return out;
}

/** Opens a workbook and its marked copy with exceljs and holds one against the other. */
async function expectKept(path: string, out: string): Promise<void> {
  const [before, after] = [await opened(path), await opened(out)];
  const names = before.worksheets.map(({ name }) => name).filter((name) => !isList(name));
  const [first = ''] = names;
  expect(after.worksheets.map(({ name }) => isList(name) || name)).toEqual([true, ...names]);
  expectList(after.worksheets[0]);
  for (const name of names) {
    const [old, now] = [before.getWorksheet(name), after.getWorksheet(name)];
    if (!old || !now) throw new Error(name);
    const cells = cellsOf(now);
    for (const [address, look] of cellsOf(old)) {
      const shown = cells.get(address) as Look;
      // nothing said of a font is the first one; a marked cell has another fill
      const expected = look.map((part, at) =>
        (at === FILL ? name === first && MARKED.includes(address) : part === 'null' || part === '{}')
          ? shown[at]
          : part,
      );
      expect([address, ...shown]).toEqual([address, ...expected]);
      expect(plainNote(now.getCell(address).note)).toContain(
        plainNote(old.getCell(address).note).replace(/^(不是|not a)[^]*/, ''),
      );
    }
    expect(now.model.merges).toEqual(old.model.merges);
    expect(now.rowCount).toBe(name === first ? Math.max(old.rowCount, 900) : old.rowCount);
  }
  const sheet = after.getWorksheet(first);
  expect(MARKED.map((cell) => colourOf(sheet, cell))).toEqual(COLOURS);
  expect(after.views[0]?.activeTab).toBe(1);
  expect(sheet?.views[0]).toMatchObject({ activeCell: 'B2' });
}

function expectList(list: ExcelJS.Worksheet | undefined): void {
  expect(list?.getCell('B3').value).toBe('B2');
  expect(list?.getCell('D3').text).toMatch(/^(不是日期|not a date)$/);
  expect([list?.getCell('D3').font.size, list?.getCell('D3').numFmt]).toEqual([11, '@']);
  expect(list?.getCell('F3').value).toBe('=1+1');
}

/** What read-excel-file reads of the sheets, which is no more than before beside the list. */
async function expectRead(path: string, out: string): Promise<void> {
  const filled = async (from: string) =>
    (await readXlsxFile(from))
      .filter(({ sheet }) => !isList(sheet))
      .map(({ sheet, data }) => [
        sheet,
        data.flatMap((row, at) =>
          row.flatMap((value, column) => (value === null ? [] : [`${at}:${column} ${String(value)}`])),
        ),
      ]);
  expect(await filled(out)).toEqual(await filled(path));
}

const noteAt = async (path: string, sheet: string, cell: string): Promise<string> =>
  plainNote((await opened(path)).getWorksheet(sheet)?.getCell(cell).note);

/** A workbook as exceljs writes it, with what offices put into one. */
async function ofExceljs(): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1, activeCell: 'D4' }],
    properties: { defaultRowHeight: 18 },
  });
  sheet.columns = [
    { header: '编号', key: 'no', width: 12, style: { numFmt: '@' } },
    { header: '批次', key: 'campaign', width: 10, style: { font: { bold: true, color: { argb: 'FF00B050' } } } },
    { header: '认定日期', key: 'on', width: 14, style: { numFmt: 'yyyy/m/d' } },
  ];
  sheet.addRow({ no: '001', campaign: 'c1', on: new Date('2014-06-19') });
  sheet.addRow({ no: '=1+1', campaign: 'c2', on: new Date('2014-06-20') });
  sheet.getCell('B2').note = { texts: [{ text: '请县委组织部核实' }] };
  sheet.getCell('A3').note = '另一条批注';
  sheet.getCell('B2').border = { top: { style: 'double' } };
  sheet.mergeCells('B10:C11');
  sheet.getCell('D2').value = { formula: 'B2&"x"', result: 'c1x' };
  const other = workbook.addWorksheet('备查', { pageSetup: { printArea: 'A1:B3', printTitlesRow: '1:1' } });
  other.addRow([1.5, true, { richText: [{ text: '甲' }, { text: '乙', font: { bold: true } }] }]);
  other.getCell('A1').note = '第三条';
  const path = folder.path('exceljs.xlsx');
  await workbook.xlsx.writeFile(path);
  return path;
}

const SHEET = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>批次</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>001</t></is></c><c r="B2"><v>41809</v></c></row></sheetData>`;
const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=\w)/g, '<$1x:');

const BUILT: Readonly<Record<string, XlsxParts>> = {
  'no style but the first': { sheets: { 台账: SHEET.slice(11, -12) } },
  '60,000 styles': {
    sheets: { 台账: SHEET.slice(11, -12).replace('<c r="B2">', '<c r="B2" s="59999">') },
    styles: {
      cells: Array.from({ length: 60_000 }, (_, at) => `<xf numFmtId="${at === 59_999 ? 14 : 0}"/>`).join(''),
    },
  },
  'an empty stylesheet': {
    sheets: { 台账: SHEET.slice(11, -12) },
    more: { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}"/>` },
  },
  'a prefix throughout': {
    sheets: { 台账: '' },
    more: {
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:r="${RELATIONS}"><x:sheets><x:sheet name="台账" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}">${prefixed(SHEET)}</x:worksheet>`,
      'xl/styles.xml': `<x:styleSheet xmlns:x="${MAIN}"><x:fonts count="1"><x:font/></x:fonts><x:cellXfs count="1"><x:xf/></x:cellXfs></x:styleSheet>`,
    },
  },
  strict: {
    sheets: { 台账: '' },
    more: {
      'xl/workbook.xml': `<workbook xmlns="${STRICT}" xmlns:r="${STRICT_RELATIONS}" conformance="strict"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${STRICT_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${STRICT_RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
      '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${STRICT_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${STRICT}">${SHEET}</worksheet>`,
      'xl/styles.xml': `<styleSheet xmlns="${STRICT}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
    },
  },
};

/** Without the one of 60,000 styles, which takes an office program long. */
const FEW = Object.entries(BUILT).flatMap(([kind, parts]) => (kind === '60,000 styles' ? [] : [parts]));

const withoutStyles = (): Promise<string> => {
  const { 'xl/styles.xml': _, ...parts } = xlsxParts({ sheets: { 台账: SHEET.slice(11, -12) } });
  const relations = String(parts['xl/_rels/workbook.xml.rels']).replace(/<Relationship Id="rId2"[^>]*>/, '');
  return folder.zip({ ...parts, 'xl/_rels/workbook.xml.rels': relations });
};

describe('a marked workbook is opened by two libraries, with the values, looks and notes that it had', () => {
  it.each(['base.xlsx', 'few-styles-one-bad-date.xlsx', 'merged-deadline.xlsx', 'money-unit-in-format.xlsx'])(
    'of openpyxl: %s',
    async (name) => {
      const path = await folder.file(name, await readFile(join(FIXTURES, name)));
      const out = await marked(path);
      await expectKept(path, out);
      await expectRead(path, out);
      expect(await noteAt(out, '单位', 'B900')).toMatch(TOLD);
    },
  );

  it('of exceljs, its panes and print ranges too; marked again it has one list', async () => {
    const path = await ofExceljs();
    const out = await marked(path);
    await expectKept(path, out);
    await expectRead(path, out);
    const [before, after] = [await opened(path), await opened(out)];
    expect(await noteAt(out, '台账', 'B2')).toBe('不是日期\n应填：如 2014-06-19\n―――――\n请县委组织部核实');
    expect(after.getWorksheet('备查')?.pageSetup.printArea).toBe(before.getWorksheet('备查')?.pageSetup.printArea);
    expect(after.getWorksheet('备查')?.pageSetup.printTitlesRow).toBe('1:1');
    expect(after.getWorksheet('台账')?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
    await expectKept(path, await marked(out));
  });

  it.each(Object.entries(BUILT))('with %s', async (kind, parts) => {
    const path = await folder.xlsx(parts);
    const out = await marked(path);
    await expectRead(path, out);
    if (kind === 'a prefix throughout') return; // which exceljs does not read
    await expectKept(path, out);
    // exceljs knows the notes of transitional workbooks only
    if (kind !== 'strict') expect(await noteAt(out, '台账', 'B900')).toMatch(TOLD);
  });

  it('without a stylesheet', async () => {
    const path = await withoutStyles();
    const out = await marked(path);
    await expectKept(path, out);
    await expectRead(path, out);
  });
});

const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((directory) => join(directory, 'soffice'))
  .find((path) => existsSync(path));
const where = soffice === undefined ? 'skipped: this machine has no LibreOffice (soffice)' : 'by LibreOffice';

describe.skipIf(soffice === undefined)(`a marked workbook opened ${where}`, () => {
  let office: string;
  beforeAll(async () => {
    office = await mkdtemp(join(tmpdir(), 'wallchart-office-'));
  });
  afterAll(() => rm(office, { recursive: true, force: true }));

  it('has its colours, notes and list, whichever program made it', async () => {
    const made = [await ofExceljs(), ...(await Promise.all(FEW.map(folder.xlsx)))];
    const all = await Promise.all([...made, await withoutStyles()].map(marked));
    const profile = `-env:UserInstallation=${pathToFileURL(join(office, 'profile')).href}`;
    await promisify(execFile)(soffice ?? '', [
      profile,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      office,
      ...all,
    ]);
    for (const path of all) {
      const workbook = await opened(join(office, basename(path)));
      const sheet = workbook.getWorksheet('台账');
      expectList(workbook.worksheets[0]);
      expect([path, ...MARKED.map((cell) => colourOf(sheet, cell))]).toEqual([path, ...COLOURS]);
      expect(plainNote(sheet?.getCell('B900').note)).toMatch(TOLD);
      expect(workbook.views[0]?.activeTab).toBe(1);
    }
    const [ofOthers = ''] = all;
    expect(await noteAt(join(office, basename(ofOthers)), '台账', 'A3')).toBe('另一条批注');
  });
});
