import { nothingDrawn } from '@wallchart/charts/cards';
import { chartSheet } from '@wallchart/charts/sheet';
import { escapeXml } from '@wallchart/charts/svg-text';
import { CHART_FONT, CHART_THEMES, type ChartTheme } from '@wallchart/charts';
import type { Lang } from '../../domain/text.ts';
import type { MetricId } from '../../metrics/index.ts';
import { lackingWords } from '../../rendering/face-runs.ts';
import { SANS } from '../../rendering/fonts.ts';
import { nameFaces } from '../../rendering/svg-faces.ts';
import type { ChartRequest, ChartSources } from './chart-request.ts';
import { chartData, type ChartData, type PictureFacts } from './chart-data.ts';
import { describe } from './describe.ts';
import { factTexts } from './fact-texts.ts';

/** The bundled face first, where it is available (in the picture itself, or in the renderer). */
const FONT = `'${SANS}',${CHART_FONT}`;

export interface PictureOptions {
  /** `sheet` (default): with question, subtitle and definition. `bare`: the chart with its legend, for a document. */
  readonly form?: 'sheet' | 'bare';
  readonly theme?: ChartTheme['name'];
  /** Names of the units on it; defaults to the recorded names. */
  readonly nameOf?: (name: string) => string;
}

/** A chart as a picture of SHEET_WIDTH px, 156 mm, with what a document says around it. */
export interface ChartPicture {
  /** Complete, vector, text as text in the bundled sans serif. */
  readonly svg: string;
  readonly title: string;
  /** Unit, campaign and day, and what is drawn. */
  readonly subtitle: string;
  /** The figures in words, for readers who do not see the picture. */
  readonly description: string;
  /** What is drawn in which unit, and how it is counted. */
  readonly note: string;
  /** Characters that no bundled face has: 〓 stands in their place, and the note names them. */
  readonly missing: readonly string[];
  readonly illustrative: boolean;
  /** Why there is nothing to see; null when there is something. */
  readonly empty: string | null;
  readonly digest: string;
  readonly metricIds: readonly MetricId[];
  readonly facts: PictureFacts;
}

/**
 * One chart of the overview as a picture, drawn without a browser from the same data by the same functions.
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN
 */
export async function chartPicture(
  sources: ChartSources,
  query: ChartRequest,
  options: PictureOptions = {},
): Promise<ChartPicture> {
  return drawPicture(await chartData(sources, query, options.nameOf), options);
}

/** Draws what has been asked already. */
export async function drawPicture(data: ChartData, options: PictureOptions = {}): Promise<ChartPicture> {
  const { form = 'sheet', theme = 'print' } = options;
  const { card, facts } = data;
  const description = describe(data);
  const draw = (note: string) =>
    nameFaces(
      chartSheet(
        { ...card, note },
        {
          lang: facts.lang === 'en' ? 'en' : 'zh-CN',
          theme: CHART_THEMES[theme],
          font: FONT,
          form,
          ids: `${facts.kind.toLowerCase()}-${facts.digest.slice(0, 8)}`,
          head: headOf(card.title, description, facts),
        },
      ),
    );
  const first = await draw(card.note);
  const lacking = lackingWords(first.missing, facts.lang);
  const { svg } = lacking === null ? first : await draw(sentence([card.note, lacking], facts.lang));
  return {
    svg,
    title: card.title,
    subtitle: card.subtitle,
    description,
    note: sentence([card.what, card.note, lacking ?? ''], facts.lang),
    missing: first.missing,
    illustrative: card.illustrative,
    empty: nothingDrawn(card),
    digest: facts.digest,
    metricIds: facts.metricIds,
    facts,
  };
}

/** Phrases as sentences, one after the other. */
function sentence(phrases: readonly string[], lang: Lang): string {
  const stop = lang === 'en' ? '.' : '。';
  const ended = phrases.filter(Boolean).map((phrase) => (/[.。]$/.test(phrase) ? phrase : phrase + stop));
  return ended.join(lang === 'en' ? ' ' : '');
}

/** Title, description and the facts, as an SVG keeps them. */
function headOf(title: string, description: string, facts: PictureFacts): string {
  const attributes = Object.entries(factTexts(facts)).map(([name, text]) => ` ${name}="${escapeXml(text)}"`);
  return [
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<metadata><wallchart:picture xmlns:wallchart="urn:wallchart:picture"${attributes.join('')}/></metadata>`,
  ].join('');
}
