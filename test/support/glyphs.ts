import { openSync, type Font } from 'fontkit';
import { FONT_FILES } from '../../server/src/rendering/fonts.ts';

const faces = [FONT_FILES.sans, FONT_FILES.sansBold].map((path) => openSync(path) as Font);

/** Characters of some texts that a face for pictures has no glyph for. */
export function tofuIn(texts: Iterable<string>): string[] {
  const characters = new Set([...texts].join(''));
  return [...characters].filter((one) => !faces.every((face) => face.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)));
}
