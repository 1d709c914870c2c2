import { openSource } from '../../server/src/features/imports/reading/open-source.ts';
import { testFolder, xlsxParts, type XlsxParts } from '../../server/testing/imports/build-xlsx.ts';
import type { RawCell } from '../../server/src/features/imports/cells/raw-cell.ts';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';

const folder = testFolder();

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const X15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';

/** Cells by address (`2:0` is A2), as text; a day as ISO, blank ones left out. */
type Cells = Record<string, string>;

async function ours(path: string): Promise<Cells> {
  const source = await openSource(path);
  const cells: Cells = {};
  for await (const batch of source.sheets[0]?.rows() ?? []) {
    for (const row of batch)
      for (const [at, cell] of row.cells.entries()) if (shown(cell) !== '') cells[`${row.row}:${at}`] = shown(cell);
  }
  source.close();
  return cells;
}

const shown = (cell: RawCell): string => {
  if (typeof cell !== 'object') return cell ?? '';
  return cell.kind === 'number' ? String(Number(cell.text)) : cell.text;
};

async function theirs(path: string): Promise<Cells> {
  const [first] = await readXlsxFile(path, { trim: false });
  const cells: Cells = {};
  for (const [row, values] of (first?.data ?? []).entries())
    for (const [at, value] of values.entries()) if (value !== null) cells[`${row + 1}:${at}`] = theirText(value);
  return cells;
}

const theirText = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
};

const workbook = (main: string, relations: string, inside: string, prefix = ''): string =>
  `<${prefix}workbook xmlns${prefix && `:${prefix.slice(0, -1)}`}="${main}" xmlns:r="${relations}">${inside}<${prefix}sheets><${prefix}sheet name="s" sheetId="1" r:id="rId1"/></${prefix}sheets></${prefix}workbook>`;

const DATES = {
  styles: {
    formats: '<numFmt numFmtId="170" formatCode="yyyy/m/d"/>',
    cells: '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/>',
  },
};
const DAYS =
  '<row r="1"><c r="A1" s="1"><v>41809</v></c><c r="B1" s="2"><v>41810</v></c><c r="C1"><v>41811</v></c></row>';
const STRINGS =
  '<si><t>甲村</t></si><si/><si><r><t xml:space="preserve">信访 </t></r><r><rPr><b/></rPr><t>矛盾</t></r><rPh sb="0" eb="1"><t>xin</t></rPh><phoneticPr fontId="1"/></si><si><t>_x0041_ &amp; &lt;乙&gt;</t></si>';
const SHARED =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>0</v></c></row>';

interface Case {
  readonly parts: XlsxParts;
  /** what parts are called instead */
  readonly rename?: (name: string) => string;
  /** what the two read differently, and why we are right */
  readonly differs?: { readonly why: string; readonly ours: Cells; readonly theirs: Cells | RegExp };
}

const CASES: Readonly<Record<string, Case>> = {
  plain: {
    parts: {
      sheets: {
        s: '<row r="1"><c r="A1" t="str"><v>编号</v></c><c r="B1" t="str"><v>批次</v></c></row><row r="2"><c r="A2" t="str"><v>001</v></c></row>',
      },
    },
  },
  'numbers, booleans and errors': {
    parts: {
      sheets: {
        s: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>-12.50</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="str"><v>甲</v></c></row>',
      },
    },
  },
  'shared strings, rich text, phonetic runs': { parts: { strings: STRINGS, sheets: { s: SHARED } } },
  'sparse rows and cells': {
    parts: {
      sheets: {
        s: '<row r="3"><c r="C3"><v>1</v></c></row><row r="9"><c r="A9"><v>2</v></c><c r="AB9"><v>3</v></c></row>',
      },
    },
  },
  days: { parts: { ...DATES, sheets: { s: DAYS } } },
  'days from 1904': { parts: { ...DATES, from1904: true, sheets: { s: DAYS } } },
  'days from 1904, x15:workbookPr after it': {
    parts: {
      ...DATES,
      sheets: { s: DAYS },
      more: {
        'xl/workbook.xml': workbook(
          MAIN,
          RELATIONS,
          `<workbookPr date1904="1"/><extLst><ext uri="{1}" xmlns:x15="${X15}"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>`,
        ),
      },
    },
  },
  'inline text with phonetic runs': {
    parts: {
      sheets: {
        s: '<row r="1"><c r="A1" t="inlineStr"><is><r><t>信访</t></r><rPh sb="0" eb="1"><t>xin</t></rPh></is></c></row>',
      },
    },
  },
  strict: {
    parts: {
      ...DATES,
      sheets: { s: '' },
      more: {
        'xl/workbook.xml': workbook(STRICT, STRICT_RELATIONS, '<workbookPr/>'),
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${STRICT}"><sheetData>${DAYS}</sheetData></worksheet>`,
      },
    },
  },
  prefixed: {
    parts: {
      sheets: { s: '' },
      more: {
        'xl/workbook.xml': workbook(MAIN, RELATIONS, '', 'x:'),
        'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    },
  },
  'without r': {
    parts: { sheets: { s: '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>' } },
    differs: {
      why: 'r is optional (ECMA-376, 18.3.1.4): a cell without it follows the one before; read-excel-file fails',
      ours: { '1:0': '1', '1:2': '2', '2:0': '3' },
      theirs: /^TypeError/,
    },
  },
  'shared strings by another case': {
    parts: { strings: STRINGS, sheets: { s: SHARED } },
    rename: (name) => name.replace('sharedS', 'SharedS'),
    differs: {
      why: 'names of parts compare without case (ECMA-376-2, 6.2.2.3); read-excel-file looks for one spelling',
      ours: { '1:0': '甲村', '1:2': '信访 矛盾', '1:3': '甲村' },
      theirs: /VALUE_INVALID/,
    },
  },
  'inline text beside a value': {
    parts: { sheets: { s: '<row r="1"><c r="A1" t="inlineStr"><v>1.</v><is><t>1.</t></is></c></row>' } },
  },
  'escaped characters': { parts: { strings: STRINGS, sheets: { s: '<row r="1"><c r="A1" t="s"><v>3</v></c></row>' } } },
};

/** The reading that our own is compared with: another reader, kept by others. */
describe('workbooks are read as read-excel-file reads them', () => {
  it.each(Object.entries(CASES))('%s', async (_, { parts, rename = (name) => name, differs }) => {
    const all = Object.entries(xlsxParts(parts)).map(([name, part]) => [rename(name), part] as const);
    const path = await folder.zip(Object.fromEntries(all));
    const read = await ours(path);
    const other = await theirs(path).catch(String);
    if (!differs) return expect(read).toEqual(other);
    expect(read).toEqual(differs.ours);
    if (differs.theirs instanceof RegExp) expect(other).toMatch(differs.theirs);
    else expect(other).toEqual(differs.theirs);
  });
});
