/** Official documents: written as data, out as DOCX, PDF and HTML, and back in from a DOCX that someone edited. */
export type * from './official-document.ts';
export { documentToDocx } from './docx/to-docx.ts';
export { documentToPdf } from './pdf/to-pdf.ts';
export { documentToHtml } from './html/to-html.ts';
export { isSamePicture } from './reading/same-picture.ts';
export { readDocx, type ReadOptions } from './reading/read-docx.ts';
export type { ReadDocument, ReadFigure, ReadImage, ReadParagraph, ReadPicture } from './reading/read-document.ts';
export { DocumentRefused, type DocumentProblem } from './reading/document-refused.ts';
