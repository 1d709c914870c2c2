import type { Annex, OfficialDocument, Run } from '../../../rendering/document/official-document.ts';
import type { ErratumLine } from './erratum.ts';
import { ERRATUM_WORDS } from './erratum-words.ts';

/** The later edition with its erratum: said at the head of the text, and listed in the last annex. */
export function printErratum(
  document: OfficialDocument,
  number: string,
  edition: number,
  lines: readonly ErratumLine[],
): OfficialDocument {
  const words = ERRATUM_WORDS[document.lang];
  const notice = { kind: 'paragraph', runs: [{ text: words.notice(number, edition, lines.length) }] } as const;
  return {
    ...document,
    blocks: [notice, ...document.blocks],
    annexes: lines.length > 0 ? [...document.annexes, erratumAnnex(document.lang, lines)] : document.annexes,
  };
}

function erratumAnnex(lang: OfficialDocument['lang'], lines: readonly ErratumLine[]): Annex {
  const { title, columns, late } = ERRATUM_WORDS[lang];
  const shares = [7, 25, 22, 22, 24];
  const rows = lines.map(({ place, before, after, reason }, i): Run[] =>
    [String(i + 1), place, before, after, reason].map((text) => ({ text })),
  );
  return {
    title,
    blocks: [
      {
        kind: 'table',
        caption: title,
        columns: columns.map((column, i) => ({ title: column, align: i === 0 ? 'center' : 'left', share: shares[i]! })),
        rows,
        note: lines.some(({ causes }) => causes.some(({ kind }) => kind === 'LATE')) ? late : null,
      },
    ],
  };
}
