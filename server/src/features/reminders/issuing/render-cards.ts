import type { Bundle, OfficialDocument } from '../../../rendering/document/official-document.ts';

export const CARD_FORMATS = ['docx', 'pdf'] as const;
export type CardFormat = (typeof CARD_FORMATS)[number];
export type CardFiles = Readonly<Record<CardFormat, Buffer>>;

/** A card, or several as one file, in one format; the same cards give the same bytes. */
export async function renderCards(format: CardFormat, cards: OfficialDocument | Bundle): Promise<Buffer> {
  const { documentToDocx, documentToPdf } = await import('../../../rendering/document/index.ts');
  return format === 'docx' ? documentToDocx(cards) : documentToPdf(cards);
}

export async function renderCardFiles(cards: OfficialDocument | Bundle): Promise<CardFiles> {
  return { docx: await renderCards('docx', cards), pdf: await renderCards('pdf', cards) };
}

/** As a page to look at. */
export async function cardsToHtml(cards: OfficialDocument | Bundle): Promise<string> {
  return (await import('../../../rendering/document/index.ts')).documentToHtml(cards);
}
