import type { Block, OfficialDocument, Run, Table } from '../../../exports/document/official-document.ts';

/** Where a figure stands in a printed text, in UTF-16 units, end excluded. */
export interface PrintedFigure {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A heading or paragraph as it was printed. */
export interface PrintedParagraph {
  readonly text: string;
  readonly figures: readonly PrintedFigure[];
}

/** A table as it was printed: its header, the names of its rows, and the keys of its cells. */
export interface PrintedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly PrintedParagraph[])[];
}

export interface PrintedText {
  readonly paragraphs: readonly PrintedParagraph[];
  readonly tables: readonly PrintedTable[];
}

/** What a document prints, as far as figures may stand in it. */
export function printedText({ blocks, annexes }: OfficialDocument): PrintedText {
  const all = annexes.flatMap((annex) => annex.blocks);
  const ofText = (block: Block) =>
    block.kind === 'heading' || block.kind === 'paragraph' ? [paragraphOf(block.runs)] : [];
  return {
    paragraphs: blocks.flatMap(ofText),
    tables: [...blocks, ...all].flatMap((block) => (block.kind === 'table' ? [tableOf(block)] : [])),
  };
}

function paragraphOf(runs: readonly Run[]): PrintedParagraph {
  let text = '';
  const figures: PrintedFigure[] = [];
  for (const run of runs) {
    const start = text.length;
    text += run.text;
    if (run.figure) figures.push({ key: run.figure.key, start, end: text.length });
    if (run.illustrative) text += '◈';
  }
  return { text, figures };
}

const tableOf = ({ columns, rows }: Table): PrintedTable => ({
  header: columns.map(({ title }) => title),
  rows: rows.map((row) => row.map((cell) => paragraphOf([cell]))),
});
