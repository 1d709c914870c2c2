import { expect, it } from 'vitest';
import { STYLE, STYLES } from './styles.ts';
import { sheetXml } from './write-workbook.ts';

it('is printed on A4 landscape, as wide as the page', async () => {
  const sheet = { name: '龙华镇', rows: [{ row: 1, cells: [{ text: 'a' }] }], frozen: 1 };
  let xml = '';
  for await (const part of sheetXml(sheet)) xml += part;
  expect(xml).toMatch(/<worksheet [^>]+><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
  expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
});

it('guards texts that a spreadsheet would take for a formula, and characters that XML cannot carry', async () => {
  const texts = ['=1+1', '+86', '-', '@甲', "'=1", '甲=乙', '\u0001_x0041_\r\n\ufffe'];
  const sheet = { name: 's', rows: [{ row: 1, cells: texts.map((text) => ({ text, style: STYLE.text })) }] };
  let xml = '';
  for await (const part of sheetXml(sheet)) xml += part;
  const cells = [...xml.matchAll(/<c r="(\w+)" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">([^<]*)</g)];
  expect(cells.map(([, , style, text]) => [Number(style) === STYLE.guarded, text])).toEqual([
    [true, '=1+1'],
    [true, '+86'],
    [true, '-'],
    [true, '@甲'],
    [false, "'=1"],
    [false, '甲=乙'],
    [false, '_x0001__x005F_x0041__x000D_\n_xFFFE_'],
  ]);
  const formats = STYLES.slice(STYLES.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? [];
  expect(formats[STYLE.guarded]).toMatch(/quotePrefix="1" numFmtId="49"/);
});
