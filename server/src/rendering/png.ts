import { renderAsync } from '@resvg/resvg-js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subsetOf, wordsOf } from './font-subset.ts';
import { SANS, type Face } from './fonts.ts';
import { withChunks } from './png-chunks.ts';
import { namedWords } from './svg-faces.ts';

/** 156 mm, the width of a circular's type area, at 300 dpi (GB/T 9704-2012; docs/domain.md#circulars). */
export const PRINT_WIDTH_PX = 1843;

/**
 * An SVG as a PNG picture of the given width in px, text in the bundled fonts. It says that it has 300 dpi, and the
 * texts given, by keyword (iTXt).
 */
export async function toPng(
  svg: string,
  width = PRINT_WIDTH_PX,
  texts: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  // resvg maps a font file again for every text: of the whole faces that takes seconds, of subsets nothing.
  const folder = await mkdtemp(join(tmpdir(), 'wallchart-fonts-'));
  try {
    const words = wordsOf(svg);
    const faces: readonly (readonly [Face, string])[] = [['sans', words], ['sansBold', words], ...namedWords(svg)];
    const fontFiles = await Promise.all(
      faces.map(async ([face, itsWords]) => {
        const path = join(folder, `${face}.ttf`);
        await writeFile(path, await subsetOf(face, itsWords, 'truetype'));
        return path;
      }),
    );
    const image = await renderAsync(svg, {
      fitTo: { mode: 'width', value: width },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: SANS },
      background: '#ffffff',
    });
    return withChunks(image.asPng(), texts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
