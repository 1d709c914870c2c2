import { expect, it } from 'vitest';
import { sheetXml } from './write-workbook.ts';

it('is printed on A4 landscape, as wide as the page', async () => {
  const sheet = { name: '龙华镇', rows: [{ row: 1, cells: [{ text: 'a' }] }], frozen: 1 };
  let xml = '';
  for await (const part of sheetXml(sheet)) xml += part;
  expect(xml).toMatch(/<worksheet [^>]+><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
  expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
});
