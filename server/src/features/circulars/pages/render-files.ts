import type { OfficialDocument } from '../../../rendering/document/official-document.ts';

/** A circular as files. */
export interface RenderedFiles {
  readonly docx: Buffer;
  readonly pdf: Buffer;
  readonly html: Buffer;
}

export const FORMATS = ['docx', 'pdf', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** Loads the code that draws and sets type, which takes a while, before it is needed. */
export async function preloadRenderers(): Promise<void> {
  await Promise.all([import('../../charts/index.ts'), import('../../../rendering/document/index.ts')]);
}

/** A document in one format; the same document gives the same bytes. */
export async function renderAs(format: Format, document: OfficialDocument): Promise<Buffer> {
  const { documentToDocx, documentToHtml, documentToPdf } = await import('../../../rendering/document/index.ts');
  switch (format) {
    case 'docx':
      return documentToDocx(document);
    case 'pdf':
      return documentToPdf(document);
    case 'html':
      return Buffer.from(documentToHtml(document));
  }
}

export async function renderFiles(document: OfficialDocument): Promise<RenderedFiles> {
  const [docx, pdf, html] = await Promise.all(FORMATS.map((format) => renderAs(format, document)));
  return { docx: docx!, pdf: pdf!, html: html! };
}
