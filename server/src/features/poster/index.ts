import { fileName } from '../../rendering/file-name.ts';
import { lackingWords } from '../../rendering/face-runs.ts';
import { toPdf } from '../../rendering/pdf.ts';
import { nameFaces, namedWords } from '../../rendering/svg-faces.ts';
import type { TableSources } from '../tables/index.ts';
import { drawPoster } from './draw.ts';
import { posterContent, type PosterRequest, type PosterFacts } from './poster-content.ts';
import { POSTER_WORDS } from './poster-words.ts';
import { SIZES, type PosterContent, type PosterSize } from './poster.types.ts';

export { SIZES, type PosterSize } from './poster.types.ts';
export type { PosterRequest } from './poster-content.ts';

/** The wall chart on paper. */
export interface Poster {
  /** One SVG a sheet, text as text. */
  readonly sheets: readonly string[];
  /** All sheets in one file, vector text; made when asked for. */
  readonly pdf: () => Promise<Buffer>;
  readonly digest: string;
  /** 仙游县-挂图-A1-2014-07-31.pdf */
  readonly name: (extension: 'svg' | 'pdf') => string;
}

/**
 * The wall chart of a unit as a poster, landscape, from A3 to A0.
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN
 */
export async function makePoster(sources: TableSources, query: PosterRequest, size: PosterSize): Promise<Poster> {
  const facts = await posterContent(sources, query);
  const { sheets, kai } = await drawSheets(facts.content, size);
  return {
    sheets,
    pdf: () => pdfOf(sheets, size, facts, kai),
    digest: facts.digest,
    name: (extension) => fileName([facts.unitName, POSTER_WORDS[query.lang].name, size, facts.asOf], extension),
  };
}

/** The sheets with a face named for every character; one that no face has is named at the foot. */
async function drawSheets(content: PosterContent, size: PosterSize) {
  const drawn = await Promise.all(drawPoster(content, size).map(nameFaces));
  const lacking = lackingWords([...new Set(drawn.flatMap(({ missing }) => missing))], content.lang);
  const faced =
    lacking === null
      ? drawn
      : await Promise.all(drawPoster({ ...content, foot: `${lacking} ${content.foot}` }, size).map(nameFaces));
  const sheets = faced.map(({ svg }) => svg);
  return { sheets, kai: sheets.some((svg) => namedWords(svg).has('kai')) };
}

/** Each sheet on a page of its own; the title goes in as an input, so that nothing in it is taken for markup. */
function pdfOf(
  sheets: readonly string[],
  size: PosterSize,
  { content, createdAt }: PosterFacts,
  kai: boolean,
): Promise<Buffer> {
  const [width, height] = SIZES[size];
  const pages = sheets.map(
    (_, at) =>
      `#page(width: ${width}mm, height: ${height}mm, margin: 0pt, image(bytes(sys.inputs.s${at}), format: "svg", width: 100%, alt: sys.inputs.title))`,
  );
  const inputs = Object.fromEntries(sheets.map((svg, at) => [`s${at}`, svg]));
  const set = [
    '#set document(title: sys.inputs.title, date: none)',
    '#set text(lang: sys.inputs.lang, region: sys.inputs.region)',
  ];
  const [lang, region] = content.lang === 'zh' ? (['zh', 'cn'] as const) : (['en', 'gb'] as const);
  return toPdf([...set, ...pages].join('\n'), {
    inputs: { ...inputs, title: content.title, lang, region },
    createdAt,
    kai,
  });
}
