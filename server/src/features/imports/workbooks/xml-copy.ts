import { SaxesParser } from 'saxes';
import { damaged } from '../../../reading/file-refused.ts';
import { escapeXml, XML_HEAD } from '../../../rendering/workbook/xml-text.ts';
import { SPREADSHEET } from '../reading/xlsx-parts.ts';
import { Vocabulary } from '../../../reading/xml-names.ts';
import { decodeXml, localName, type Attributes } from '../../../reading/xml-stream.ts';

/** An element while it is copied. */
export interface CopiedTag {
  /** without prefix */
  readonly local: string;
  /** `x:` or nothing: what elements beside it must carry */
  readonly prefix: string;
  /** 0 for the root */
  readonly depth: number;
  attributes: Attributes;
}

/** What to change on the way; elements of other vocabularies are copied as they are. Text that is returned goes into the copy as it is. */
export interface CopyEdits {
  /** before the element; may change `attributes`; null leaves the element out, with all that is in it */
  open?(tag: CopiedTag): string | null;
  /** before the end of the element */
  close?(tag: CopiedTag): string;
}

export const startTag = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value).replace(/[\n\t\r]/g, (char) => `&#${char.charCodeAt(0)};`)}"`)
    .join('')}>`;

/** Elements as a part needs them whose own carry a prefix. */
export const withPrefix = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);

/** Several edits of one part. */
export const together = (...all: readonly CopyEdits[]): CopyEdits => ({
  open(tag) {
    const texts = all.map((edits) => edits.open?.(tag) ?? (edits.open ? null : ''));
    return texts.includes(null) ? null : texts.join('');
  },
  close: (tag) => all.map((edits) => edits.close?.(tag) ?? '').join(''),
});

/** Copies an XML part of a workbook piece by piece and edits it on the way. */
export async function* copyXml(stream: AsyncIterable<Buffer>, part: string, edits: CopyEdits): AsyncGenerator<string> {
  let out = XML_HEAD;
  const open: CopiedTag[] = [];
  const vocabulary = new Vocabulary(SPREADSHEET);
  let skipping = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw damaged(part, error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    const tag: CopiedTag = { local, prefix: name.slice(0, name.length - local.length), depth: open.length, attributes };
    open.push(tag);
    const isOurs = vocabulary.open(name, attributes) !== null;
    if (skipping > 0) {
      skipping += 1;
      return;
    }
    const before = isOurs && edits.open ? edits.open(tag) : '';
    if (before === null) skipping = 1;
    else out += before + startTag(name, tag.attributes);
  });
  parser.on('closetag', ({ name }) => {
    const tag = open.pop();
    const isOurs = vocabulary.close(name) !== null;
    if (skipping > 0) skipping -= 1;
    else if (tag) out += `${(isOurs && edits.close?.(tag)) || ''}</${name}>`;
  });
  parser.on('text', (text) => {
    if (skipping === 0 && open.length > 0) out += escapeXml(text);
  });
  parser.on('cdata', (text) => {
    if (skipping === 0) out += escapeXml(text);
  });
  for await (const piece of decodeXml(stream, part)) {
    parser.write(piece);
    if (out.length < 65_536) continue;
    yield out;
    out = '';
  }
  parser.close();
  yield out;
}
