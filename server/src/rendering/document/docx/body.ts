import { Paragraph, TextRun, type Table } from 'docx';
import type { Lang } from '../../../domain/text.ts';
import type { ComposedAnnex, ComposedBlock, ComposedDocument } from '../compose.ts';
import { belowTitle, mastheadType, MASTHEAD_DROP_MM, MASTHEAD_LINE, SETTINGS, titlePitch } from '../layout.ts';
import { imprintTable } from './imprint.ts';
import { noteLines, toPicture } from './picture.ts';
import { brokenLines, RunWriter } from './runs.ts';
import { exactly, twips, twipsOfMm, type StyleId } from './styles.ts';
import { toTable } from './table.ts';

export type Part = Paragraph | Table;

/** Writes the paragraphs and tables of the documents of one file; numbers its controls and pictures. */
export class BodyWriter {
  private readonly writer = new RunWriter();
  private pictures = 0;

  /** @param drawn PNGs by their SVG */
  constructor(private readonly drawn: ReadonlyMap<string, Buffer>) {}

  body(document: ComposedDocument): Part[] {
    const { lang } = document;
    const blocks = this.blocks(document.blocks, lang, true);
    const annexes = document.annexes.flatMap((annex) => this.annex(annex, lang));
    return [
      ...(document.form === 'document' ? mastheadLines(document) : []),
      ...titleLines(document),
      ...blocks,
      ...annexNote(document),
      ...signature(document),
      ...annexes,
    ];
  }

  /** Floats to the foot of the page that the paragraph behind it comes to stand on. */
  imprint({ imprint, lang }: ComposedDocument): Part[] {
    return [...(imprint ? [imprintTable(imprint, lang)] : []), text('Anchor', '')];
  }

  private annex(annex: ComposedAnnex, lang: Lang): Part[] {
    return [
      new Paragraph({
        style: 'AnnexMark',
        ...(annex.opensPage
          ? { pageBreakBefore: true }
          : { spacing: exactly(SETTINGS[lang].pitch, { before: twips(SETTINGS[lang].pitch) }) }),
        children: [new TextRun(annex.mark)],
      }),
      new Paragraph({ style: 'AnnexTitle', children: brokenLines(annex.title, lang) }),
      ...this.blocks(annex.blocks, lang),
    ];
  }

  /** @param signed whether the signature follows: it never stands on a page without text (7.3.5.4) */
  private blocks(blocks: readonly ComposedBlock[], lang: Lang, signed = false): Part[] {
    return blocks.flatMap((block) => this.block(block, lang, signed && block === blocks.at(-1)));
  }

  private block(block: ComposedBlock, lang: Lang, keepNext: boolean): Part[] {
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ style: `Heading${block.level}`, children: this.writer.runs(block.runs) })];
      case 'paragraph':
        // A page is full (5.2.3); Chinese does not mind a line on its own.
        return [
          new Paragraph({
            style: 'DocumentText',
            keepNext,
            widowControl: lang === 'en',
            children: this.writer.runs(block.runs),
          }),
        ];
      case 'picture':
        this.pictures += 1;
        return toPicture(block, this.drawn.get(block.svg) ?? Buffer.alloc(0), this.pictures, lang);
      case 'table':
        return [
          ...(block.caption === null ? [] : [text('TableCaption', block.caption)]),
          toTable(block, this.writer),
          ...(block.notes.length === 0 ? [text('TableNote', '')] : noteLines(block.notes)),
        ];
    }
  }
}

const text = (style: StyleId, words: string): Paragraph =>
  new Paragraph({ style, children: words === '' ? [] : [new TextRun(words)] });

export function mastheadLine(document: ComposedDocument, before: number): Paragraph {
  const { size, scale } = mastheadType(document.masthead, document.lang);
  return new Paragraph({
    style: 'Masthead',
    spacing: exactly(size * MASTHEAD_LINE.height, { before }),
    children: [new TextRun({ text: document.masthead, size: size * 2, scale: Math.round(scale * 100) })],
  });
}

/** 7.2: masthead, number two lines below, red rule. */
function mastheadLines(document: ComposedDocument): Paragraph[] {
  const { size } = mastheadType(document.masthead, document.lang);
  const { pitch } = SETTINGS[document.lang];
  return [
    mastheadLine(document, twipsOfMm(MASTHEAD_DROP_MM) - twips(size * MASTHEAD_LINE.above)),
    new Paragraph({
      style: 'DocumentNumber',
      spacing: exactly(pitch, { before: twips(2 * pitch - size * MASTHEAD_LINE.below) }),
      children: [new TextRun(document.number ?? '')],
    }),
  ];
}

function titleLines({ title, addressees, masthead, form, lang }: ComposedDocument): Paragraph[] {
  const { pitch } = SETTINGS[lang];
  const after = form === 'letter' ? pitch : belowTitle(title.length, mastheadType(masthead, lang).size, lang);
  const spacing = exactly(titlePitch(lang), { before: twips(2 * pitch), after: twips(after) });
  return [
    new Paragraph({ style: 'Title', spacing, children: brokenLines(title, lang) }),
    ...(addressees === null ? [] : [text('Addressees', addressees)]),
  ];
}

/** 7.3.4: one line below the text, titles under each other. */
function annexNote({ annexNote: note, lang }: ComposedDocument): Paragraph[] {
  if (!note) return [];
  const { cell, pitch, indent } = SETTINGS[lang];
  const [label, number] = [note.labelUnits, note.numberUnits];
  const left = indent + label + number;
  return note.items.map(
    (item, index) =>
      new Paragraph({
        style: 'AnnexNote',
        spacing: exactly(pitch, { before: index === 0 ? twips(pitch) : 0 }),
        indent: { left: twips(left * cell), hanging: twips((index === 0 ? label + number : number) * cell) },
        children: [new TextRun(index === 0 ? `${note.label}${item}` : item)],
      }),
  );
}

function signature({
  signature: { issuer, date, issuerRight, dateRight },
  remark,
  lang,
}: ComposedDocument): Paragraph[] {
  const { cell } = SETTINGS[lang];
  const signed = (style: StyleId, words: string, right: number): Paragraph =>
    new Paragraph({ style, indent: { right: twips(right * cell) }, children: [new TextRun(words)] });
  return [
    signed('Issuer', issuer, issuerRight),
    signed('IssueDate', date, dateRight),
    ...(remark === null ? [] : [text('Remark', remark)]),
  ];
}
