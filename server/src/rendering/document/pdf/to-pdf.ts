import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../../domain/text.ts';
import { SERVER_FOLDER } from '../../../config/config.ts';
import { facesIn } from '../../face-runs.ts';
import { ARABIC, EMOJI, KAI, SANS, SERIF, SYMBOLS } from '../../fonts.ts';
import { notedIn, toPdf } from '../../pdf.ts';
import { asBundle } from '../as-bundle.ts';
import { compose, type ComposedBlock, type ComposedDocument } from '../compose.ts';
import {
  belowTitle,
  FIGURE_GAP_PT,
  IMPRINT_RULE_MM,
  LETTER_MM,
  MASTHEAD_DROP_MM,
  MASTHEAD_LINE,
  mastheadType,
  measure,
  PAGE_MM,
  PAGE_NUMBER_DROP_MM,
  pictureSize,
  RED,
  redRuleGap,
  SETTINGS,
  SIZE_PT,
  titlePitch,
} from '../layout.ts';
import type { Bundle, OfficialDocument } from '../official-document.ts';

const SOURCE = readFileSync(join(SERVER_FOLDER, 'src/rendering/document/pdf/official-document.typ'), 'utf8');

/**
 * A document as PDF: the layout of its DOCX, in the bundled fonts, with text that can be selected, pictures as vectors
 * and tags for screen readers. The same document gives the same bytes.
 */
export async function documentToPdf(document: OfficialDocument | Bundle): Promise<Buffer> {
  const bundle = asBundle(document);
  const source = await sourceOf(bundle, bundle.documents.map(compose));
  return toPdf(SOURCE, { ...source, createdAt: bundle.properties.createdAt });
}

/** Whether the imprint of each document that has one stands on a page of its own, as the PDF has it. */
export async function imprintsApart(bundle: Bundle, composed: readonly ComposedDocument[]): Promise<boolean[]> {
  if (composed.every(({ imprint }) => imprint === null)) return composed.map(() => false);
  const noted = await notedIn(SOURCE, await sourceOf(bundle, composed), 'imprint-apart');
  return composed.map(({ imprint }) => imprint !== null && noted.shift() === true);
}

async function sourceOf({ title, documents, properties }: Bundle, composed: readonly ComposedDocument[]) {
  const file = {
    title,
    author: documents[0]?.issuer ?? '',
    subject: properties.subject,
    keywords: properties.keywords,
    layout: layout(),
    documents: composed.map(measured),
  };
  const data = JSON.stringify(file);
  return { inputs: { file: data }, kai: composed.some(hasKai) || (await takesKai(data)) };
}

/** Headings of the second level are 楷体 (7.3.3). */
const hasKai = ({ lang, blocks }: ComposedDocument): boolean =>
  lang === 'zh' && blocks.some((block) => block.kind === 'heading' && block.level === 2);

/** In its text, or in a picture. */
const takesKai = async (data: string): Promise<boolean> =>
  (await facesIn([data], 'serif')).has('kai') || (await facesIn([data], 'sans')).has('kai');

const setting = (lang: Lang) => ({
  ...SETTINGS[lang],
  titlePitch: titlePitch(lang),
  redRuleGap: redRuleGap(lang),
  widows: lang === 'en',
  tightCopies: lang === 'zh',
  boldHeadings: lang === 'en',
  kaiHeadings: lang === 'zh',
  centredSignature: lang === 'zh',
});

const layout = () => ({
  page: PAGE_MM,
  red: RED,
  mastheadDrop: MASTHEAD_DROP_MM,
  mastheadLine: MASTHEAD_LINE,
  letter: LETTER_MM,
  imprintRule: IMPRINT_RULE_MM,
  figureGap: FIGURE_GAP_PT,
  pageNumber: { size: SIZE_PT.no4, drop: PAGE_NUMBER_DROP_MM },
  fonts: { sans: SANS, serif: SERIF, kai: KAI, rare: [SYMBOLS, KAI, EMOJI, ARABIC] },
  settings: { zh: setting('zh'), en: setting('en') },
});

/** A composed document with the sizes that depend on its texts. */
function measured(document: ComposedDocument) {
  const { lang, imprint, title } = document;
  const masthead = mastheadType(document.masthead, lang);
  const block = (each: ComposedBlock) => sized(each, lang);
  return {
    ...document,
    mastheadType: masthead,
    belowTitle: document.form === 'letter' ? SETTINGS[lang].pitch : belowTitle(title.length, masthead.size, lang),
    blocks: document.blocks.map(block),
    annexes: document.annexes.map((annex) => ({ ...annex, blocks: annex.blocks.map(block) })),
    imprint: imprint && {
      ...imprint,
      copies: imprint.copies && { ...imprint.copies, units: measure(imprint.copies.label) },
    },
  };
}

function sized(block: ComposedBlock, lang: Lang) {
  if (block.kind === 'picture') return { ...block, width: pictureSize(block.svg, lang).width };
  return block;
}
