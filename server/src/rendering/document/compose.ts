import type { Lang } from '../../domain/text.ts';
import {
  CHARACTERS,
  FIGURE_GAP_PT,
  measure,
  pictureSize,
  SETTINGS,
  SIZE_PT,
  pt,
  titlePitch,
  TYPE_AREA_MM,
} from './layout.ts';
import type { Annex, Block, Heading, OfficialDocument, Paragraph, Picture, Run, Table } from './official-document.ts';
import { tableType, type TableType } from './table-type.ts';
import { titleLines } from './title-lines.ts';
import { ILLUSTRATIVE_MARK, WORDS } from './words.ts';

/** A document with everything worded and counted that its renderers would otherwise each decide: they only set type. */
export interface ComposedDocument {
  readonly lang: Lang;
  readonly form: 'document' | 'letter';
  readonly draft: { readonly word: string; readonly line: string } | null;
  readonly masthead: string;
  /** The number, or 草稿 in its place, or null. */
  readonly number: string | null;
  readonly title: readonly string[];
  readonly addressees: string | null;
  readonly blocks: readonly ComposedBlock[];
  /** 附件说明; items without a number when there is one. */
  readonly annexNote: AnnexNote | null;
  readonly signature: Signature;
  /** 附注 */
  readonly remark: string | null;
  readonly annexes: readonly ComposedAnnex[];
  readonly imprint: ComposedImprint | null;
}

export interface AnnexNote {
  readonly label: string;
  readonly items: readonly string[];
  /** How far the label and an item's number reach, in characters: a title that wraps goes on below its beginning. */
  readonly labelUnits: number;
  readonly numberUnits: number;
}

export interface Signature {
  readonly issuer: string;
  readonly date: string;
  /** From the right edge of the type area, in characters. */
  readonly issuerRight: number;
  readonly dateRight: number;
}

export interface ComposedAnnex {
  /** On a page of its own (7.3.7), but for a short one that has room below the one before it. */
  readonly opensPage: boolean;
  readonly mark: string;
  readonly title: readonly string[];
  readonly blocks: readonly ComposedBlock[];
}

export interface ComposedImprint {
  readonly copies: { readonly label: string; readonly text: string } | null;
  readonly printedBy: string;
  readonly printed: string;
}

export type ComposedBlock = Heading | Paragraph | ComposedTable | ComposedPicture;
export type ComposedTable = Omit<Table, 'note' | 'caption' | 'columns'> &
  Captioned &
  Omit<TableType, 'widths'> & { readonly columns: readonly ComposedColumn[] };
type ComposedColumn = Omit<Table['columns'][number], 'share'> & {
  /** pt */
  readonly width: number;
  /** Figures, some of them marked: the others leave room for a mark, so that digits stand under digits. */
  readonly hanging: boolean;
};
export type ComposedPicture = Omit<Picture, 'note' | 'caption'> & Captioned;

interface Captioned {
  /** Null where the annex's title says it. */
  readonly caption: string | null;
  readonly notes: readonly string[];
}

/** Decides wording, numbering and positions of a document (GB/T 9704-2012, chapter 7). */
export function compose(document: OfficialDocument): ComposedDocument {
  const { lang, imprint } = document;
  const words = WORDS[lang];
  const marked = document.addresseesIllustrative ?? false;
  const illustrative =
    marked || document.blocks.some((block) => 'runs' in block && block.runs.some((run) => run.illustrative));
  return {
    lang,
    form: document.form ?? 'document',
    draft: document.draft ? { word: words.draft, line: words.draftLine } : null,
    masthead: document.masthead,
    number: document.draft ? words.draft : document.number,
    title: titleLines(document.title, titleRoom(lang)),
    addressees:
      document.addressees === null ? null : `${document.addressees}${marked ? ILLUSTRATIVE_MARK : ''}${words.colon}`,
    blocks: document.blocks.map((block) => composeBlock(block, lang, null)),
    annexNote: annexNote(document),
    signature: sign(document),
    remark: illustrative ? words.illustrativeRemark : null,
    annexes: onPages(
      document.annexes.map((annex, index) => composeAnnex(annex, index, document)),
      lang,
    ),
    imprint: imprint && {
      copies: imprint.copies === null ? null : { label: words.copies, text: endedWell(imprint.copies, lang) },
      printedBy: imprint.printedBy,
      printed: words.printed(words.day(imprint.printedOn)),
    },
  };
}

const titleRoom = (lang: Lang): number => {
  const line = pt(TYPE_AREA_MM.width) / SETTINGS[lang].title;
  return lang === 'zh' ? Math.floor(line) - 1 : line;
};

/** 7.4.2: the list of who gets copies ends with a full stop. */
const endedWell = (copies: string, lang: Lang): string =>
  /[。.]$/u.test(copies) ? copies : `${copies}${lang === 'zh' ? '。' : '.'}`;

/** 7.3.4: numbered if there are several; no punctuation behind a title. */
function annexNote({ annexes, lang }: OfficialDocument): AnnexNote | null {
  if (annexes.length === 0) return null;
  const titles = annexes.map((annex) => annex.title.replaceAll('\n', lang === 'zh' ? '' : ' '));
  const several = titles.length > 1;
  const word = WORDS[lang].annex(null);
  const label = `${lang === 'en' && several ? 'Annexes' : word}${WORDS[lang].colon}${lang === 'en' ? ' ' : ''}`;
  return {
    label,
    labelUnits: measure(label),
    numberUnits: several ? 1.5 : 0,
    items: titles.map((title, index) => (several ? `${index + 1}. ${title}` : title)),
  };
}

/**
 * 7.3.5.1: the date stands four characters from the right and the issuer is centred over it; the seal goes over both.
 * An issuer too long for that moves the date with it.
 */
function sign({ issuer, issuedOn, lang }: OfficialDocument): Signature {
  const date = WORDS[lang].day(issuedOn);
  if (lang === 'en') return { issuer, date, issuerRight: 0, dateRight: 0 };
  const [long, short] = [measure(issuer), measure(date)];
  const issuerRight = Math.min(Math.max(4 + (short - long) / 2, 0), CHARACTERS - Math.min(long, CHARACTERS));
  return { issuer, date, issuerRight, dateRight: Math.max(issuerRight + (long - short) / 2, 0) };
}

type Unplaced = Omit<ComposedAnnex, 'opensPage'>;

/** Room of a page for annexes that share it, pt: heights of texts are estimates. */
const SHARED_PAGE = pt(TYPE_AREA_MM.height) * 0.94;

function onPages(annexes: readonly Unplaced[], lang: Lang): ComposedAnnex[] {
  let used = Infinity;
  return annexes.map((annex) => {
    const height = heightOf(annex, lang);
    const opensPage = used + SETTINGS[lang].pitch + height > SHARED_PAGE;
    used = opensPage ? height : used + SETTINGS[lang].pitch + height;
    return { opensPage, ...annex };
  });
}

/** Of an annex with its mark and title, pt. */
function heightOf({ title, blocks }: Unplaced, lang: Lang): number {
  const { pitch, caption, cell } = SETTINGS[lang];
  const wrapped = (text: string, size: number): number => Math.ceil((measure(text) * size) / pt(TYPE_AREA_MM.width));
  const heights = blocks.map((block) => {
    if ('runs' in block) return wrapped(printedText(block.runs), cell) * pitch;
    const notes = block.notes.reduce((sum, note) => sum + wrapped(note, SIZE_PT.no5) * 18, 0);
    const inner = block.kind === 'table' ? block.height : pictureSize(block.svg, lang).height;
    return inner + notes + (block.caption === null ? 0 : caption + 10) + FIGURE_GAP_PT.above + FIGURE_GAP_PT.below + 6;
  });
  return 3 * pitch + title.length * titlePitch(lang) + heights.reduce((sum, height) => sum + height, 0);
}

function composeAnnex(annex: Annex, index: number, { annexes, lang }: OfficialDocument): Unplaced {
  return {
    mark: WORDS[lang].annex(annexes.length > 1 ? index + 1 : null),
    title: titleLines(annex.title, titleRoom(lang)),
    blocks: annex.blocks.map((block) => composeBlock(block, lang, annex.title)),
  };
}

function composeBlock(block: Block, lang: Lang, annexTitle: string | null): ComposedBlock {
  if (block.kind === 'heading' || block.kind === 'paragraph') return block;
  const caption = block.caption === '' || block.caption === annexTitle ? null : block.caption;
  if (block.kind === 'picture') return { ...block, caption, notes: block.note === null ? [] : [block.note] };
  const { widths, ...type } = tableType(block);
  const columns = block.columns.map((column, index) => ({
    ...column,
    width: widths[index] ?? 0,
    hanging: column.align !== 'left' && block.rows.some((row) => row[index]?.illustrative === true),
  }));
  const marked = block.rows.some((row) => row.some((cell) => cell.illustrative));
  const own = block.note === null ? [] : [block.note];
  return { ...block, ...type, columns, caption, notes: marked ? [...own, WORDS[lang].illustrativeNote] : own };
}

/** What stands in print for a run. */
export const printedText = (runs: readonly Run[]): string =>
  runs.map((run) => (run.illustrative ? `${run.text}◈` : run.text)).join('');
