import { Document, Packer } from 'docx';
import { compose } from '../compose.ts';
import type { Bundle, OfficialDocument } from '../official-document.ts';
import { asBundle } from '../as-bundle.ts';
import { imprintsApart } from '../pdf/to-pdf.ts';
import { BodyWriter } from './body.ts';
import { fontTableXml } from './fonts.ts';
import { keepMarks } from './line-breaks.ts';
import { packStably } from './package.ts';
import { drawPictures } from './picture.ts';
import { corePropertiesXml, DIGEST_PROPERTY } from './properties.ts';
import { toSections } from './section.ts';
import { documentStyles, offGrid } from './styles.ts';

/**
 * A document as DOCX for Word, WPS and LibreOffice, in the layout of GB/T 9704-2012 and with the fonts that offices
 * have. Figures are inline content controls, found again by their tag. The same document gives the same bytes.
 */
export async function documentToDocx(document: OfficialDocument | Bundle): Promise<Buffer> {
  const bundle = asBundle(document);
  const { title, documents, properties } = bundle;
  const [first] = documents;
  const composed = documents.map(compose);
  const [pictures, apart] = await Promise.all([drawPictures(composed), imprintsApart(bundle, composed)]);
  const writer = new BodyWriter(pictures);
  const file = new Document({
    title,
    styles: documentStyles(first.lang),
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 420,
    compatibility: { version: 15, spaceForUnderline: true, balanceSingleByteDoubleByteWidth: true },
    customProperties: properties.digest === null ? [] : [{ name: DIGEST_PROPERTY, value: properties.digest }],
    sections: composed.flatMap((each, index) => toSections(each, writer, apart[index] ?? false)),
  });
  const packed = await Packer.toBuffer(file);
  const language = first.lang === 'zh' ? 'zh-CN' : 'en-GB';
  return packStably(
    packed,
    new Map([
      ['docProps/core.xml', () => corePropertiesXml(title, first.issuer, language, properties)],
      ['word/fontTable.xml', fontTableXml],
      ['word/settings.xml', keepMarks],
      ['word/styles.xml', offGrid],
    ]),
  );
}
