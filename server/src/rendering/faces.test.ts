import { Resvg } from '@resvg/resvg-js';
import { openSync, type Font } from 'fontkit';
import { expect, test, vi } from 'vitest';
import { codePointOf, COMMON, faceRuns, missingIn } from './face-runs.ts';
import { FONT_FILES, SANS } from './fonts.ts';
import { toPng } from './png.ts';
import { nameFaces } from './svg-faces.ts';

vi.setConfig({ testTimeout: 60_000 });

const svg = (words: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="590" height="60"><text y="40" font-size="30" font-family="${SANS}">${words}</text></svg>`;

test('the characters that are not looked up are in each face for Chinese', () => {
  const faces = [FONT_FILES.sans, FONT_FILES.sansBold, FONT_FILES.serif, FONT_FILES.serifBold];
  const common = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) =>
    COMMON.test(String.fromCodePoint(code)),
  );
  expect(common.length).toBeGreaterThan(20_000);
  for (const font of faces.map((path) => openSync(path) as Font)) {
    expect(common.filter((code) => !font.hasGlyphForCodePoint(code))).toEqual([]);
  }
});

test('a text is split by the faces that have its characters', async () => {
  expect(await faceRuns('𡌶里乡2◈', 'sans')).toEqual([
    { text: '𡌶', face: 'kai' },
    { text: '里乡2', face: 'sans' },
    { text: '◈', face: 'symbols' },
  ]);
  expect(await faceRuns('ئۇيغۇر 👨‍👩‍👧', 'serif')).toEqual([
    { text: 'ئۇيغۇر', face: 'arabic' },
    { text: ' ', face: 'serif' },
    { text: '👨‍👩‍👧', face: 'emoji' },
  ]);
  expect(await missingIn(['里乡', '\u{2a6d0}乡', '\ue000\n'], 'serif')).toEqual(['\u{2a6d0}', '\ue000']);
  expect(codePointOf('𱁬')).toBe('U+3106C');
});

test('a picture names the face of a rare character and says what no face has', async () => {
  const { svg: named, missing } = await nameFaces(svg('𡌶里乡 &amp; \ue000村'));
  expect(named).toContain(`><tspan font-family="'LXGW WenKai'">𡌶</tspan>里乡 &amp; 〓村<`);
  expect(missing).toEqual(['\ue000']);
  expect(await nameFaces(named)).toEqual({ svg: named, missing: [] });
});

test.each(['𡌶', '😀', 'ئۇيغۇر'])('a drawn picture shows %s, and what stands beside it', async (rare) => {
  const ink = async (words: string): Promise<number> => {
    const png = await toPng((await nameFaces(svg(words))).svg, 590);
    const image = `<image width="590" height="60" href="data:image/png;base64,${png.toString('base64')}"/>`;
    const { pixels } = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="590" height="60">${image}</svg>`,
    ).render();
    return pixels.filter((value, at) => at % 4 === 0 && value < 128).length;
  };
  const [both, alone, beside] = [await ink(`${rare}里乡`), await ink(rare), await ink('里乡')];
  expect(Math.min(alone, beside)).toBeGreaterThan(50);
  expect(both).toBeGreaterThan((alone + beside) * 0.9);
});
