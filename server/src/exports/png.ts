import { renderAsync } from '@resvg/resvg-js';
import { FONT_FILES, SANS } from './fonts.ts';

/** 156 mm, the width of a circular's type area, at 300 dpi (GB/T 9704-2012; domain.md, section 6). */
export const PRINT_WIDTH_PX = 1843;

/** An SVG as a PNG picture of the given width in px, text in the bundled fonts. */
export async function toPng(svg: string, width = PRINT_WIDTH_PX): Promise<Buffer> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: [FONT_FILES.sans, FONT_FILES.sansBold], defaultFontFamily: SANS },
    background: '#ffffff',
  });
  return image.asPng();
}
