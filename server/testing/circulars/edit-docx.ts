import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const TEXT = 'word/document.xml';

/** A DOCX whose text was edited, as its XML. */
export function editDocx(bytes: Uint8Array, edit: (xml: string) => string): Buffer {
  const parts = unzipSync(bytes);
  return Buffer.from(zipSync({ ...parts, [TEXT]: strToU8(edit(strFromU8(parts[TEXT]!))) }));
}

const control = (key: string): RegExp =>
  new RegExp(
    `<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*<w:tag w:val="${key.replaceAll('.', String.raw`\.`)}"/>.*?</w:sdt>`,
    's',
  );

/** Types over a figure inside its control. */
export const retype =
  (key: string, words: string) =>
  (xml: string): string =>
    xml.replace(control(key), (sdt) => sdt.replace(/(<w:t[^>]*>)[^<]*(<\/w:t>)/, `$1${words}$2`));

/** Types over a figure and its control, as a paste does: neither control nor bookmark is left. */
export const flatten =
  (key: string, words: string) =>
  (xml: string): string => {
    const sdt = control(key).exec(xml)?.[0] ?? '';
    const at = xml.indexOf(sdt);
    const start = xml.lastIndexOf('<w:bookmarkStart', at);
    const end = xml.indexOf('/>', xml.indexOf('<w:bookmarkEnd', at)) + 2;
    return `${xml.slice(0, start)}<w:r><w:t xml:space="preserve">${words}</w:t></w:r>${xml.slice(end)}`;
  };

/** Takes the whole paragraph away that a figure stands in. */
export const removeParagraph =
  (key: string) =>
  (xml: string): string => {
    const at = xml.indexOf(`<w:tag w:val="${key}"/>`);
    const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at));
    return xml.slice(0, start) + xml.slice(xml.indexOf('</w:p>', at) + '</w:p>'.length);
  };

export const replaceWords =
  (words: string, by: string) =>
  (xml: string): string =>
    xml.replace(words, by);
