import type { DocumentProperties } from '../official-document.ts';

/** Custom property that names the sealed content a file was printed from. */
export const DIGEST_PROPERTY = 'WallchartDigest';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** docProps/core.xml with the one time that the document knows; the library would write the present. */
export function corePropertiesXml(
  title: string,
  creator: string,
  lang: string,
  properties: DocumentProperties,
): string {
  const moment = `${new Date(properties.createdAt).toISOString().slice(0, 19)}Z`;
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(properties.subject)}</dc:subject>` +
    `<dc:creator>${escaped(creator)}</dc:creator><cp:keywords>${escaped(properties.keywords.join('; '))}</cp:keywords>` +
    `<cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `${time('created')}${time('modified')}<dc:language>${lang}</dc:language></cp:coreProperties>`
  );
}
