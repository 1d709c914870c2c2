import type { Block, OfficialDocument } from './official-document.ts';

/** Every text that a document prints, but for what is drawn in its pictures. */
export function printedTexts(document: OfficialDocument): string[] {
  const { masthead, number, title, addressees, blocks, annexes, issuer, imprint } = document;
  return [
    ...[masthead, number, title, addressees, issuer, imprint?.copies, imprint?.printedBy].filter(
      (text) => text != null,
    ),
    ...blocks.flatMap(textsOf),
    ...annexes.flatMap((annex) => [annex.title, ...annex.blocks.flatMap(textsOf)]),
  ];
}

function textsOf(block: Block): string[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return block.runs.map(({ text }) => text);
  const around = [block.caption, block.note ?? ''];
  if (block.kind === 'picture') return around;
  return [...around, ...block.columns.map(({ title }) => title), ...block.rows.flat().map(({ text }) => text)];
}
