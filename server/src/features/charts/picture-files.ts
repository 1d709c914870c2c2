import { createHash } from 'node:crypto';
import { boundedCache, MEGABYTE } from '../../loading/bounded-cache.ts';
import { fileName } from '../../rendering/file-name.ts';
import { renderingQueue } from '../../rendering/rendering-queue.ts';
import { KIND_FACTS } from './kinds.ts';
import { factTexts } from './fact-texts.ts';
import type { ChartPicture } from './picture.ts';

export type PictureFormat = 'svg' | 'png';

/** Pictures remembered, 100 kB or so each. */
const REMEMBERED = { bytes: 32 * MEGABYTE, bytesOf: ({ length }: Buffer) => length };

/** A picture that was drawn, and the file that can be made of it. */
export interface PictureFile {
  /** Names the bytes of the file: the same picture has the same. */
  readonly tag: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: () => Promise<Buffer>;
}

/** Makes files of pictures, a few at a time; those made lately are remembered. */
export function pictureFiles(): (picture: ChartPicture, format: PictureFormat) => PictureFile {
  const queue = renderingQueue();
  const made = boundedCache<Buffer>(REMEMBERED);
  return (picture, format) => {
    const tag = `${createHash('sha256').update(picture.svg).digest('hex').slice(0, 32)}-${format}`;
    const make = (): Promise<Buffer> => {
      const bytes = queue(() => (format === 'png' ? asPng(picture) : asSvg(picture)));
      made.set(tag, bytes);
      return bytes;
    };
    return {
      tag,
      name: nameOf(picture, format),
      contentType: format === 'png' ? 'image/png' : 'image/svg+xml; charset=utf-8',
      bytes: async () => made.get(tag) ?? make(),
    };
  };
}

async function asSvg({ svg }: ChartPicture): Promise<Buffer> {
  const { embedFonts } = await import('../../rendering/embed-fonts.ts');
  return Buffer.from(await embedFonts(svg), 'utf8');
}

/** The entries that PNG programs show; the facts follow. */
async function asPng(picture: ChartPicture): Promise<Buffer> {
  const { toPng } = await import('../../rendering/png.ts');
  const facts = Object.entries(factTexts(picture.facts)).map(([name, text]) => [`wallchart:${name}`, text] as const);
  const wording = { Title: picture.title, Description: picture.description, Software: 'Wallchart' };
  return toPng(picture.svg, undefined, { ...wording, ...Object.fromEntries(facts) });
}

/** 仙游县-各单位整顿进展-2014-07-31.png */
function nameOf({ facts }: ChartPicture, format: PictureFormat): string {
  const { kind, lang, unitName, asOf } = facts;
  return fileName([unitName, KIND_FACTS[kind].name[lang], asOf], format);
}
