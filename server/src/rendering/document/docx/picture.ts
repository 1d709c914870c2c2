import { ImageRun, Paragraph, TextRun } from 'docx';
import type { Lang } from '../../../domain/text.ts';
import { toPng } from '../../png.ts';
import type { ComposedDocument, ComposedPicture } from '../compose.ts';
import { FIGURE_GAP_PT, pictureSize } from '../layout.ts';
import { exactly, twips } from './styles.ts';

const PX_PER_PT = 96 / 72;

/** PNGs by their SVG, drawn beside each other and each once. */
export async function drawPictures(documents: readonly ComposedDocument[]): Promise<ReadonlyMap<string, Buffer>> {
  const blocks = documents.flatMap((each) => [...each.blocks, ...each.annexes.flatMap((annex) => annex.blocks)]);
  const svgs = new Set(blocks.flatMap((block) => (block.kind === 'picture' ? [block.svg] : [])));
  return new Map(await Promise.all([...svgs].map(async (svg) => [svg, await toPng(svg)] as const)));
}

/** A picture as wide as the type area (less if it were too tall for a page), PNG for old readers and SVG for others. */
export function toPicture(picture: ComposedPicture, png: Buffer, number: number, lang: Lang): Paragraph[] {
  const { width, height } = pictureSize(picture.svg, lang);
  const transformation = { width: width * PX_PER_PT, height: height * PX_PER_PT };
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(picture.svg),
    fallback: { type: 'png', data: png },
    transformation,
    altText: {
      id: String(number),
      name: picture.caption ?? `${lang === 'zh' ? '图' : 'Picture '}${number}`,
      description: picture.description,
    },
  });
  const captioned = picture.caption !== null || picture.notes.length > 0;
  const caption = picture.caption === null ? [] : [line('PictureCaption', picture.caption, picture.notes.length > 0)];
  return [
    new Paragraph({ style: 'PictureLine', keepNext: captioned, children: [image] }),
    ...caption,
    ...noteLines(picture.notes),
  ];
}

/** Notes of a table or picture, with room below the last. */
export const noteLines = (notes: readonly string[]): Paragraph[] =>
  notes.map((note, index) => {
    const last = index === notes.length - 1;
    const spacing = exactly(18, { before: 60, after: last ? twips(FIGURE_GAP_PT.below) : 0 });
    return new Paragraph({ style: 'TableNote', keepNext: !last, spacing, children: [new TextRun(note)] });
  });

const line = (style: string, text: string, keepNext: boolean): Paragraph =>
  new Paragraph({ style, keepNext, children: [new TextRun(text)] });
