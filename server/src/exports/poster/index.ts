import { fileName } from '../file-name.ts';
import { toPdf } from '../pdf.ts';
import type { TableSources } from '../tables/index.ts';
import { drawPoster } from './draw.ts';
import { posterContent, type PosterAsk, type PosterFacts } from './poster-content.ts';
import { POSTER_WORDS } from './poster-words.ts';
import { SIZES, type PosterSize } from './poster.types.ts';

export { SIZES, type PosterSize } from './poster.types.ts';
export type { PosterAsk } from './poster-content.ts';

/** The wall chart on paper. */
export interface Poster {
  /** One SVG a sheet, text as text. */
  readonly sheets: readonly string[];
  /** All sheets in one file, vector text; made when asked for. */
  readonly pdf: () => Buffer;
  readonly digest: string;
  /** 仙游县-挂图-A1-2014-07-31.pdf */
  readonly name: (extension: 'svg' | 'pdf') => string;
}

/**
 * The wall chart of a unit as a poster, landscape, from A3 to A0.
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN
 */
export async function makePoster(sources: TableSources, ask: PosterAsk, size: PosterSize): Promise<Poster> {
  const facts = await posterContent(sources, ask);
  const sheets = drawPoster(facts.content, size);
  return {
    sheets,
    pdf: () => pdfOf(sheets, size, facts),
    digest: facts.digest,
    name: (extension) => fileName([facts.unitName, POSTER_WORDS[ask.lang].name, size, facts.asOf], extension),
  };
}

/** Each sheet on a page of its own; the title goes in as an input, so that nothing in it is taken for markup. */
function pdfOf(sheets: readonly string[], size: PosterSize, { content, createdAt }: PosterFacts): Buffer {
  const [width, height] = SIZES[size];
  const pages = sheets.map(
    (_, at) =>
      `#page(width: ${width}mm, height: ${height}mm, margin: 0pt, image(bytes(sys.inputs.s${at}), format: "svg", width: 100%, alt: sys.inputs.title))`,
  );
  const inputs = Object.fromEntries(sheets.map((svg, at) => [`s${at}`, svg]));
  return toPdf(['#set document(title: sys.inputs.title, date: none)', ...pages].join('\n'), {
    inputs: { ...inputs, title: content.title },
    createdAt,
  });
}
