import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RawCell } from '../cells/raw-cell.ts';
import { testFolder, textRow } from '../../../../testing/imports/build-xlsx.ts';
import { openSource } from './open-source.ts';

const folder = testFolder();

type Read = Record<string, (readonly [number, ...RawCell[]])[]>;

async function read(path: string): Promise<Read> {
  const source = await openSource(path);
  try {
    const sheets: Read = {};
    for (const sheet of source.sheets) {
      sheets[sheet.name] = [];
      for await (const batch of sheet.rows())
        sheets[sheet.name]?.push(...batch.map(({ row, cells }) => [row, ...cells] as const));
    }
    return sheets;
  } finally {
    source.close();
  }
}

const refusal = (path: string): Promise<unknown> =>
  read(path).then(
    () => 'read',
    (error: { problem?: string }) => error.problem ?? error,
  );

describe('workbooks', () => {
  it('reads shared, inline and plain strings, numbers by their literal, booleans and errors', async () => {
    const path = await folder.xlsx({
      strings: '<si><t>甲</t></si><si><r><t xml:space="preserve">乙 </t></r><r><t>丙</t></r><rPh><t>yi</t></rPh></si>',
      sheets: {
        单位: `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>
          <row r="5"><c t="inlineStr"><is><t>丁_x000A_</t></is></c><c t="str"><v>戊</v></c><c><v>0.10000000000000001</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>`,
      },
    });
    expect(await read(path)).toEqual({
      单位: [
        [3, '甲', undefined, '乙 丙'],
        [
          5,
          '丁\n',
          '戊',
          { kind: 'number', text: '0.10000000000000001' },
          { kind: 'bool', text: 'TRUE' },
          { kind: 'error', text: '#N/A' },
        ],
      ],
    });
  });

  it.each([
    [false, '41809'],
    [true, '40347'],
  ])('knows a day by its number format (from 1904: %s)', async (from1904, serial) => {
    const path = await folder.xlsx({
      from1904,
      styles: {
        formats:
          '<numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="181" formatCode="[Red]0.00&quot;day&quot;"/>',
        cells: [0, 14, 180, 181, 31, 2].map((id) => `<xf numFmtId="${id}"/>`).join(''),
      },
      sheets: { s: `<row>${[0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>${serial}</v></c>`).join('')}</row>` },
    });
    const kinds = (await read(path))['s']?.[0]?.slice(1).map((cell) => (cell as { kind: string }).kind);
    expect(kinds).toEqual(['number', 'date', 'date', 'number', 'date', 'number']);
    expect((await read(path))['s']?.[0]?.[2]).toEqual({ kind: 'date', text: '2014-06-19' });
  });

  it('marks a cell with a formula, whatever value is cached', async () => {
    const path = await folder.xlsx({
      sheets: { s: '<row><c><f>1+1</f><v>2</v></c><c><f t="shared" si="0"/><v>2</v></c></row>' },
    });
    expect((await read(path))['s']).toEqual([[1, { kind: 'formula', text: '2' }, { kind: 'formula', text: '2' }]]);
  });

  it('leaves out rows without a value', async () => {
    const path = await folder.xlsx({
      sheets: { s: `<row r="1"/><row r="2"><c r="A2" s="0"/></row>${textRow(9, 'x')}` },
    });
    expect((await read(path))['s']).toEqual([[9, 'x']]);
  });
});

describe('CSV files', () => {
  const csv = '编号,说明\n001,"甲，\n""乙"""\n\n002,丙\n';
  const rows = [
    [1, '编号', '说明'],
    [2, '001', '甲，\n"乙"'],
    [4, '002', '丙'],
  ];

  it.each([
    ['utf-8', Buffer.from(csv)],
    ['utf-8 with a mark', Buffer.from(`\ufeff${csv}`)],
    ['utf-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['semicolons', Buffer.from(csv.replaceAll(',', ';'))],
    ['tabs', Buffer.from(csv.replaceAll(',', '\t'))],
    ['CRLF', Buffer.from(csv.replaceAll('\n', '\r\n').replace('，\r\n', '，\n'))],
  ])('reads %s', async (name, content) => {
    expect(await read(await folder.file(`${name}.csv`, content))).toEqual({ [name]: rows });
  });

  it('finds GB 18030 on its own, four-byte characters included', async () => {
    // 编号 and 𠀀 (U+20000) in GB 18030
    const bytes = Buffer.concat([Buffer.from('b1e0bac52c', 'hex'), Buffer.from('953282360a', 'hex')]);
    expect(await read(await folder.file('cases.csv', bytes))).toEqual({ cases: [[1, '编号', '𠀀']] });
  });

  it('refuses bytes that are no text', async () => {
    expect(await refusal(await folder.file('x.csv', Buffer.from([0x41, 0xff, 0xff, 0x0a])))).toBe('BAD_ENCODING');
  });

  it('refuses an endless line', async () => {
    expect(await refusal(await folder.file('y.csv', `"${'x'.repeat(3_000_000)}`))).toBe('BAD_CSV');
  });

  it('reads a folder and a zip alike, also with file names in GBK', async () => {
    const path = folder.path('ledger');
    await mkdir(path);
    await writeFile(join(path, '台账.csv'), csv);
    await writeFile(join(path, 'visits.csv'), 'a\n');
    expect(Object.keys(await read(path))).toEqual(['visits', '台账'].sort());
    expect(await read(await folder.zip({ 'ledger/台账.csv': csv, '__MACOSX/ledger/._台账.csv': 'junk' }))).toEqual({
      台账: rows,
    });
  });
});

describe('files that are no ledger', () => {
  it.each([
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]), 'OLD_EXCEL'],
    [
      'an encrypted workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'ENCRYPTED',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'NOT_A_WORKBOOK'],
    ['an empty file', Buffer.alloc(0), 'NOT_A_WORKBOOK'],
    ['a torn zip', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(500)]), 'NOT_A_ZIP'],
  ])('tells %s', async (name, content, problem) => {
    expect(await refusal(await folder.file(`${name}.xlsx`, content))).toBe(problem);
  });

  it('refuses macros and other spreadsheet formats', async () => {
    expect(await refusal(await folder.xlsx({ sheets: { s: '' }, more: { 'xl/vbaProject.bin': 'x' } }))).toBe('MACROS');
    expect(
      await refusal(
        await folder.zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      ),
    ).toBe('NOT_A_WORKBOOK');
  });

  it('refuses broken XML, a DOCTYPE and rows out of order', async () => {
    expect(await refusal(await folder.xlsx({ sheets: { s: '<row><c></row>' } }))).toBe('BAD_XML');
    expect(
      await refusal(
        await folder.xlsx({
          sheets: { s: '' },
          more: { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' },
        }),
      ),
    ).toBe('BAD_XML');
    expect(await refusal(await folder.xlsx({ sheets: { s: '<row r="5"/><row r="4"/>' } }))).toBe('BAD_WORKBOOK');
    expect(await refusal(await folder.xlsx({ sheets: { s: '<row r="1"><c r="ZZZZ1"/></row>' } }))).toBe('BAD_WORKBOOK');
  });

  it('refuses a zip bomb before it unpacks anything', { timeout: 60_000 }, async () => {
    const zeros = (): string[] => Array.from({ length: 400 }, () => ' '.repeat(65_536));
    expect(await refusal(await folder.xlsx({ sheets: { s: zeros } }))).toBe('ZIP_BOMB');
    expect(
      await refusal(await folder.zip(Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`${at}.csv`, 'a'])))),
    ).toBe('ZIP_BOMB');
  });

  it.each([
    ['smaller than it is', -200],
    ['larger than it is', 200],
  ])('refuses a zip that declares a sheet %s', async (_, more) => {
    const path = await folder.xlsx({ sheets: { s: `<row r="1"><c><v>${'1'.repeat(500)}</v></c></row>` } });
    const bytes = await readFile(path);
    const entry = bytes.lastIndexOf('xl/worksheets/sheet1.xml');
    const size = entry - 46 + 24; // in the central directory, before the name
    bytes.writeUInt32LE(bytes.readUInt32LE(size) + more, size);
    expect(await refusal(await folder.file(`lies-${more}.xlsx`, bytes))).toBe('DAMAGED');
  });

  it('refuses a sheet whose packed bytes are damaged', async () => {
    const path = await folder.xlsx({ sheets: { s: `<row r="1"><c><v>${'123'.repeat(500)}</v></c></row>` } });
    const bytes = await readFile(path);
    const data = bytes.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
    bytes.fill(0xff, data, data + 20);
    expect(await refusal(await folder.file('damaged.xlsx', bytes))).toBe('DAMAGED');
  });

  it('refuses UTF-16 that breaks off in the middle of a character', async () => {
    const text = Buffer.concat([
      Buffer.from('fffe', 'hex'),
      Buffer.from('a,b\n1,', 'utf16le'),
      Buffer.from([0x00, 0xd8, 0x41, 0x00]),
    ]);
    expect(await refusal(await folder.file('utf16.csv', text))).toBe('BAD_ENCODING');
  });

  it('refuses text without end', { timeout: 60_000 }, async () => {
    const noise = (): string[] => Array.from({ length: 60 }, (_, at) => `${Math.sin(at)}`.repeat(3000));
    expect(
      await refusal(await folder.xlsx({ sheets: { s: () => ['<row><c><v>', ...noise(), '</v></c></row>'] } })),
    ).toBe('BAD_XML');
    expect(
      await refusal(
        await folder.xlsx({
          sheets: { s: `<row><c t="inlineStr"><is>${'<t>1234567890</t>'.repeat(9000)}</is></c></row>` },
        }),
      ),
    ).toBe('CELL_TOO_LONG');
  });
});
