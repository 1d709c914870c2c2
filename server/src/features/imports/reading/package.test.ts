import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { testFolder, textRow, xlsxParts, type XlsxParts } from '../../../../testing/imports/build-xlsx.ts';
import { readSource, refusalOf, refusedOf } from '../../../../testing/imports/read-source.ts';

const folder = testFolder();

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const X15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const DAY = '<row><c s="0"><v>40347</v></c></row>';
const DATED = { styles: { cells: '<xf numFmtId="14"/>' } };
const text = (
  parts: XlsxParts,
  more: (parts: Record<string, string>) => Record<string, string | Buffer> = () => ({}),
) => {
  const all = xlsxParts(parts) as Record<string, string>;
  return folder.zip({ ...all, ...more(all) });
};
const workbook = (inside: string, root = `xmlns="${MAIN}" xmlns:r="${RELATIONS}"`): string =>
  `<workbook ${root}>${inside}<sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const sheet = (inside: string, more = ''): string =>
  `<worksheet xmlns="${MAIN}" xmlns:x14="${X14}" xmlns:mc="${MC}"><sheetData>${inside}</sheetData>${more}</worksheet>`;
const rowsOf = async (path: string): Promise<unknown> => (await readSource(path))['s'];
const day = (of: string) => [[1, { kind: 'date', text: of }]];

describe('elements go by namespace, not by prefix', () => {
  it('counts days from 1904, whatever x15:workbookPr says after it (tafia/calamine#706)', async () => {
    const inside = `<workbookPr date1904="1"/><extLst><ext uri="{1}" xmlns:x15="${X15}"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>`;
    const path = await folder.xlsx({ ...DATED, sheets: { s: DAY }, more: { 'xl/workbook.xml': workbook(inside) } });
    expect(await rowsOf(path)).toEqual(day('2014-06-19'));
  });

  it('reads any prefix for the namespace, and none for another', async () => {
    const prefixed = `<q:workbook xmlns:q="${MAIN}" xmlns:rel="${RELATIONS}" xmlns="${X15}"><q:workbookPr date1904="true"/><workbookPr date1904="0"/><sheet name="no"/><q:sheets><q:sheet name="s" sheetId="1" rel:id="rId1" x:id="rId2" xmlns:x="${X15}"/></q:sheets></q:workbook>`;
    const path = await folder.xlsx({ ...DATED, sheets: { s: DAY }, more: { 'xl/workbook.xml': prefixed } });
    expect(await rowsOf(path)).toEqual(day('2014-06-19'));
  });

  it('reads the strict form', async () => {
    const path = await text({ ...DATED, strings: '<si><t>甲</t></si>', sheets: { s: '' } }, () => ({
      'xl/workbook.xml': workbook(
        '<workbookPr date1904="1"/>',
        `xmlns="${STRICT}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"`,
      ),
      'xl/sharedStrings.xml': `<sst xmlns="${STRICT}"><si><t>甲</t></si></sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${STRICT}"><sheetData><row><c t="s"><v>0</v></c><c s="0"><v>40347</v></c></row></sheetData></worksheet>`,
    }));
    expect(await rowsOf(path)).toEqual([[1, '甲', { kind: 'date', text: '2014-06-19' }]]);
  });

  it('takes nothing in a foreign element for its own: rows of a drawing, formats of an extension', async () => {
    const foreign = `<x14:row><c><v>7</v></c></x14:row><xdr:row xmlns:xdr="urn:d">9</xdr:row>`;
    const path = await text({ sheets: { s: '' } }, () => ({
      'xl/worksheets/sheet1.xml': sheet(
        `<row r="1"><x14:c><v>6</v></x14:c><c><v>1</v><extLst><ext><x14:v>8</x14:v></ext></extLst></c></row>`,
        foreign,
      ),
    }));
    expect(await rowsOf(path)).toEqual([[1, { kind: 'number', text: '1' }]]);
  });

  it('reads number formats of cells only, not those of conditional formats and extensions', async () => {
    const styles = `<styleSheet xmlns="${MAIN}" xmlns:x14="${X14}"><numFmts><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><x14:xf numFmtId="0"/><xf numFmtId="170"/></cellXfs><dxfs><dxf><numFmt numFmtId="170" formatCode="0.00"/></dxf></dxfs><extLst><ext><x14:dxfs><dxf><numFmt numFmtId="170" formatCode="0"/></dxf></x14:dxfs></ext></extLst></styleSheet>`;
    const path = await folder.xlsx({
      sheets: { s: '<row><c s="0"><v>41809</v></c></row>' },
      more: { 'xl/styles.xml': styles },
    });
    expect(await rowsOf(path)).toEqual(day('2014-06-19'));
  });

  it('takes the fallback of what it does not know, and of two choices one', async () => {
    const choice = (requires: string, value: string): string =>
      `<mc:Choice Requires="${requires}"><row><c><v>${value}</v></c></row></mc:Choice>`;
    const fallback = '<mc:Fallback><row><c><v>9</v></c></row></mc:Fallback>';
    const path = await text({ sheets: { s: '' } }, () => ({
      'xl/worksheets/sheet1.xml': sheet(
        `<mc:AlternateContent>${choice('x14', '1')}${fallback}</mc:AlternateContent>` +
          `<mc:AlternateContent xmlns:m="${MAIN}">${choice('m', '2')}${choice('m', '3')}${fallback}</mc:AlternateContent>`,
      ),
    }));
    expect(await rowsOf(path)).toEqual([
      [1, { kind: 'number', text: '9' }],
      [2, { kind: 'number', text: '2' }],
    ]);
  });

  it('refuses a part with an unknown root instead of reading nothing from it', async () => {
    const foreign = `<worksheet xmlns="${X14}"><sheetData>${textRow(1, 'x')}</sheetData></worksheet>`;
    expect(
      await refusalOf(await folder.xlsx({ sheets: { s: '' }, more: { 'xl/worksheets/sheet1.xml': foreign } })),
    ).toBe('BAD_XML');
  });

  it.each(['utf16le', 'utf16be', 'utf16le without a mark'])('reads a workbook part in %s', async (encoding) => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?>${workbook('').replace('name="s"', 'name="台账"')}`;
    const bytes = Buffer.from(encoding.endsWith('mark') ? xml : `\ufeff${xml}`, 'utf16le');
    const path = await folder.xlsx({
      sheets: { s: textRow(1, '甲') },
      more: { 'xl/workbook.xml': encoding === 'utf16be' ? bytes.swap16() : bytes },
    });
    expect(await readSource(path)).toEqual({ 台账: [[1, '甲']] });
  });

  it('refuses text in neither UTF-8 nor UTF-16', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>`),
      Buffer.from('bcd7', 'hex'),
      Buffer.from('</v></c></row></sheetData></worksheet>'),
    ]);
    expect(await refusalOf(await folder.xlsx({ sheets: { s: '' }, more: { 'xl/worksheets/sheet1.xml': bytes } }))).toBe(
      'DAMAGED',
    );
  });
});

describe('names of parts', () => {
  const STRINGS = { strings: '<si><t>甲</t></si>', sheets: { s: '<row><c t="s"><v>0</v></c></row>' } };
  const repacked = async (change: (name: string) => string, patch: (zip: string) => string): Promise<string> => {
    const parts = Object.entries(xlsxParts(STRINGS)).map(([name, part]) => [change(name), part] as const);
    const zip = await readFile(await folder.zip(Object.fromEntries(parts)));
    return folder.file('patched.xlsx', Buffer.from(patch(zip.toString('latin1')), 'latin1'));
  };
  const asIs = (zip: string): string => zip;

  it.each<[string, (name: string) => string, (zip: string) => string]>([
    ['xl/SharedStrings.xml (tafia/calamine#419)', (name) => name.replace('sharedS', 'SharedS'), asIs],
    ['[content_types].xml (ExcelDataReader#301)', (name) => name.toLowerCase(), asIs],
    ['capitals', (name) => name.toUpperCase(), asIs],
    [
      'names with backslashes (tafia/calamine#531)',
      (name) => name,
      (zip) => zip.replaceAll('xl/', 'xl\\').replaceAll('worksheets/', 'worksheets\\').replaceAll('_rels/', '_rels\\'),
    ],
    ['names with a slash in front', (name) => `!!${name}`, (zip) => zip.replaceAll('!!', '//')],
  ])('are found as %s', async (_, change, patch) => {
    expect(await rowsOf(await repacked(change, patch))).toEqual([[1, '甲']]);
  });

  it('are found by targets that are absolute, relative, percent-encoded or written with backslashes', async () => {
    for (const target of ['/xl/worksheets/a b.xml', './worksheets/../worksheets/a%20b.xml', 'worksheets\\a b.xml']) {
      const path = await text({ sheets: { s: '' } }, ({ 'xl/_rels/workbook.xml.rels': rels = '' }) => ({
        'xl/_rels/workbook.xml.rels': rels.replace('worksheets/sheet1.xml', target),
        'xl/worksheets/a b.xml': sheet(textRow(1, target)),
      }));
      expect(await rowsOf(path)).toEqual([[1, target]]);
    }
  });

  it.each([
    ['chartsheet', {}],
    ['worksheetOfSomebody', { s: [[1, '甲']] }],
  ])('leave out a sheet only where its relation says that it holds no rows: %s', async (type, expected) => {
    const path = await text({ sheets: { s: textRow(1, '甲') } }, ({ 'xl/_rels/workbook.xml.rels': rels = '' }) => ({
      'xl/_rels/workbook.xml.rels': rels.replace('/worksheet"', `/${type}"`),
    }));
    expect(await readSource(path)).toEqual(expected);
  });

  it('may not be two of one', async () => {
    expect(await refusalOf(await folder.zip({ ...xlsxParts(STRINGS), 'XL/WORKBOOK.xml': '' }))).toBe('NOT_A_ZIP');
  });

  it('are not named in vain: a part that is missing is named', async () => {
    const parts = xlsxParts(STRINGS);
    for (const name of ['xl/sharedStrings.xml', 'xl/styles.xml']) {
      const refused = await refusedOf(
        await folder.zip(Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name))),
      );
      expect([refused?.problem, refused?.words.zh]).toEqual(['DAMAGED', expect.stringContaining(name)]);
    }
  });
});

describe('cells', () => {
  it.each([
    ['<v>1.</v><is><t>1.</t></is>', '1.'],
    ['<is><t>1.</t></is><v>1.</v>', '1.'],
    ['<v>0</v><is><r><t>信访</t></r><rPh sb="0" eb="1"><t>xin</t></rPh><r><t>矛盾</t></r></is>', '信访矛盾'],
    ['<v>only</v>', 'only'],
  ])('reads an inline text once: %s', async (inside, expected) => {
    expect(await rowsOf(await folder.xlsx({ sheets: { s: `<row><c t="inlineStr">${inside}</c></row>` } }))).toEqual([
      [1, expected],
    ]);
  });

  it.each(['2', '-1', '1.5', 'x'])('refuses index %s of two shared texts, naming the cell', async (index) => {
    const path = await folder.xlsx({
      strings: '<si/><si><t>乙</t></si>',
      sheets: { 台账: `<row r="4"><c r="A4" t="s"><v>0</v></c><c r="C4" t="s"><v>${index}</v></c></row>` },
    });
    const refused = await refusedOf(path);
    expect([refused?.problem, refused?.place]).toEqual([
      'DAMAGED',
      { sheet: '台账', row: 4, cell: 'C4', value: index },
    ]);
  });

  it('keeps the indexes after an empty shared text', async () => {
    const path = await folder.xlsx({
      strings: '<si/><si><t/></si><si><t>丙</t></si>',
      sheets: { s: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>' },
    });
    expect(await rowsOf(path)).toEqual([[1, undefined, undefined, '丙']]);
  });

  it.each([
    ['two values', '<c r="B1"><v>1</v><v>2</v></c>', 'B1'],
    ['two texts', '<c r="B1" t="inlineStr"><is><t>1</t></is><is><t>2</t></is></c>', 'B1'],
    ['a place that is taken', '<c r="B1"><v>1</v></c><c r="B1"><v>2</v></c>', 'B1'],
    ['a place in another row', '<c r="B7"><v>1</v></c>', 'B7'],
  ])('refuses a cell with %s, naming it', async (_, cells, named) => {
    expect(await refusalOf(await folder.xlsx({ sheets: { s: `<row r="1">${cells}</row>` } }))).toBe(`DAMAGED ${named}`);
  });

  it('skips links to other files that no cell is read from', async () => {
    const path = await folder.xlsx({
      sheets: { s: `<row r="1"><c><f>[1]Sheet1!A1</f><v>7</v></c></row>` },
      more: { 'xl/externalLinks/externalLink1.xml': '<x/>' },
    });
    expect(await rowsOf(path)).toEqual([[1, { kind: 'formula', text: '7' }]]);
  });
});

describe('a damaged workbook', () => {
  it('is refused or read as it was, whichever byte is another', { timeout: 60_000 }, async () => {
    const path = await folder.xlsx({
      ...DATED,
      strings: '<si><t>甲村</t></si><si><t>乙村</t></si>',
      sheets: {
        s: Array.from(
          { length: 40 },
          (_, at) => `<row><c t="s"><v>${at % 2}</v></c><c><v>${at * 37}</v></c></row>`,
        ).join(''),
      },
    });
    const whole = await readFile(path);
    const before = await readSource(path);
    const codes = new Set<string>();
    const tries = 150;
    for (let no = 0; no < tries; no += 1) {
      const at = Math.floor((no * whole.length) / tries);
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (no % 8));
      const changed = await folder.file('changed.xlsx', bytes);
      const refused = await refusedOf(changed);
      if (refused) codes.add(refused.problem);
      else expect(await readSource(changed), `byte ${at}`).toEqual(before);
    }
    expect([...codes]).toContain('DAMAGED');
  });

  it('is refused wherever it breaks off', { timeout: 60_000 }, async () => {
    const whole = await readFile(await folder.xlsx({ sheets: { s: textRow(1, '甲') } }));
    for (let length = 4; length < whole.length; length += 97) {
      expect(await refusalOf(await folder.file('cut.xlsx', whole.subarray(0, length)))).toMatch(/^NOT_A_ZIP$/);
    }
  });

  it('says which part it is, and what to do', async () => {
    const whole = await readFile(await folder.xlsx({ sheets: { s: textRow(1, '甲'.repeat(500)) } }));
    const name = 'xl/worksheets/sheet1.xml';
    whole.fill(0xff, whole.indexOf(name) + name.length, whole.indexOf(name) + name.length + 9);
    const refused = await refusedOf(await folder.file('said.xlsx', whole));
    expect(refused?.words.zh).toBe(`文件已损坏：${name} 无法读取。请用 Excel 或 WPS 打开，另存一份再导入`);
    expect(refused?.words.en).toMatch(/^the file is damaged: xl\/worksheets\/sheet1\.xml: .+ save it again/);
  });
});
