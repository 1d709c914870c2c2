import type { OfficialDocument } from '../../../rendering/document/official-document.ts';
import { dayInShanghai } from '../../../domain/day.ts';
import { writeDay } from '../../circulars/index.ts';
import type { CardVoid } from '../issuing/card.store.ts';
import { paragraph, words } from './blocks.ts';

/** A card that was declared void, as it is given out from then on: what it said, under the word that it is void, and why. */
export function voidedDocument(document: OfficialDocument, { reason, voidedAt }: CardVoid): OfficialDocument {
  const { lang, title, number, blocks } = document;
  const day = writeDay(dayInShanghai(new Date(voidedAt)), lang);
  const text =
    lang === 'zh'
      ? `【作废】本卡已于${day}作废，原文无效。作废原因：${reason.replace(/。$/, '')}。`
      : `VOID. This card was declared void on ${day} and has no effect. Reason: ${reason}`;
  return {
    ...document,
    title: lang === 'zh' ? `${title}（作废）` : `${title} (void)`,
    number: number === null ? null : lang === 'zh' ? `${number}（作废）` : `${number} (void)`,
    blocks: [paragraph(words(text)), ...blocks],
  };
}
