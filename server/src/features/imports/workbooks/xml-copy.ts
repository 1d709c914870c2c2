import { SaxesParser } from 'saxes';
import { refuse } from '../../../reading/file-refused.ts';
import { escapeXml, XML_HEAD } from '../../../exports/workbook/xml-text.ts';
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

/** What to change on the way. Text that is returned goes into the copy as it is. */
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

/** Copies an XML part piece by piece and edits it on the way. */
export async function* copyXml(stream: AsyncIterable<Buffer>, edits: CopyEdits): AsyncGenerator<string> {
  let out = XML_HEAD;
  const open: CopiedTag[] = [];
  let skipping = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw refuse('BAD_XML', '内容已损坏', `the content is damaged: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    const tag: CopiedTag = { local, prefix: name.slice(0, name.length - local.length), depth: open.length, attributes };
    open.push(tag);
    if (skipping > 0) {
      skipping += 1;
      return;
    }
    const before = edits.open ? edits.open(tag) : '';
    if (before === null) skipping = 1;
    else out += before + startTag(name, tag.attributes);
  });
  parser.on('closetag', ({ name }) => {
    const tag = open.pop();
    if (skipping > 0) skipping -= 1;
    else if (tag) out += `${edits.close?.(tag) ?? ''}</${name}>`;
  });
  parser.on('text', (text) => {
    if (skipping === 0 && open.length > 0) out += escapeXml(text);
  });
  parser.on('cdata', (text) => {
    if (skipping === 0) out += escapeXml(text);
  });
  for await (const piece of decodeXml(stream)) {
    parser.write(piece);
    if (out.length < 65_536) continue;
    yield out;
    out = '';
  }
  parser.close();
  yield out;
}
