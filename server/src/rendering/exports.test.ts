import { expect, test } from 'vitest';
import { SANS, SERIF } from './fonts.ts';
import { toPdf } from './pdf.ts';
import { toPng } from './png.ts';

const source = `#set text(font: "${SERIF}", lang: "zh")\n#sys.inputs.words`;
const createdAt = '2014-07-31T09:00:00+08:00';

test('a page is a PDF, the same bytes for the same words', async () => {
  const first = await toPdf(source, { inputs: { words: '通报 #1 *37*' }, createdAt });
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await toPdf(source, { inputs: { words: '通报 #1 *37*' }, createdAt })).equals(first)).toBe(true);
  expect((await toPdf(source, { inputs: { words: '通报 #1 *38*' }, createdAt })).equals(first)).toBe(false);
});

test('a source that does not compile says why', async () => {
  await expect(toPdf('#nothing()', { createdAt })).rejects.toThrow(/cannot be set.*nothing/);
});

test('a picture has the width of a type area at 300 dpi, with Chinese text drawn', async () => {
  const svg = (words: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="590" height="60"><text y="40" font-family="${SANS}">${words}</text></svg>`;
  const png = await toPng(svg('已销号'));
  expect(png.readUInt32BE(16)).toBe(1843);
  expect(png.equals(await toPng(svg('')))).toBe(false);
});
