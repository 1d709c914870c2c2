import { SaxesParser } from 'saxes';
import { damaged, refuse } from './file-refused.ts';
import { LIMITS } from './limits.ts';
import { Vocabulary, type AttributeOf, type Attributes } from './xml-names.ts';

export { localName, type Attributes } from './xml-names.ts';

export interface XmlHandler {
  open(name: string, attributes: Attributes, attribute: AttributeOf): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Feeds XML text to a handler piece by piece, holding no more than the current tag.
 *
 * @param namespaces those whose elements the handler knows: it sees no others, nor what is in them; without, it sees all
 * @returns a function that takes the next piece; null ends the document
 * @throws FileRefused BAD_XML, also for a DOCTYPE (no workbook has one) and for endless text or attributes
 */
export function xmlWriter(
  handler: XmlHandler,
  part: string,
  namespaces?: readonly string[],
): (piece: string | null) => void {
  const parser = new SaxesParser({ xmlns: false });
  const vocabulary = new Vocabulary(namespaces);
  let lastEvent = 0;
  const seen = (): void => {
    lastEvent = parser.position;
  };
  const stop = (why: string) =>
    refuse(
      'BAD_XML',
      `文件已损坏：${part} 不是有效的表格内容。请用 Excel 或 WPS 打开，另存一份再导入`,
      `the file is damaged: ${part} is not valid: ${why}. Open it in Excel or WPS, save it again and import that`,
    );
  parser.on('error', (error) => {
    throw stop(error.message);
  });
  parser.on('doctype', () => {
    throw stop('it has a DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    seen();
    const name = vocabulary.open(tag.name, tag.attributes);
    if (name !== null) handler.open(name, tag.attributes, vocabulary.attribute);
    else if (vocabulary.isForeign) throw stop(`its root is a foreign element, ${tag.name}`);
  });
  parser.on('closetag', (tag) => {
    seen();
    const name = vocabulary.close(tag.name);
    if (name !== null) handler.close?.(name);
  });
  const onText = (text: string): void => {
    seen();
    if (!vocabulary.isSkipping) handler.text?.(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  return (piece) => {
    if (piece === null) {
      parser.close();
      return;
    }
    parser.write(piece);
    if (parser.position - lastEvent > LIMITS.markupCharacters) throw stop('endless text');
  };
}

/**
 * Decodes the bytes of an XML part: UTF-8, or UTF-16 by its byte order mark or its first character.
 *
 * @throws FileRefused DAMAGED for bytes that are neither
 */
export async function* decodeXml(stream: AsyncIterable<Buffer>, part: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder?.decode(chunk, { stream: chunk !== undefined }) ?? '';
    } catch {
      throw damaged(part, 'its text is neither UTF-8 nor UTF-16', {}, '的文字编码有误');
    }
  };
  for await (const chunk of stream) {
    decoder ??= new TextDecoder(xmlEncoding(chunk), { fatal: true });
    yield decode(chunk);
  }
  yield decode();
}

/** An XML document starts with `<`, if not with a mark (XML 1.0, appendix F). */
function xmlEncoding(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const first = head.length < 2 ? 0 : head.readUInt16BE(0);
  if (first === 0xfffe || first === 0x3c00) return 'utf-16le';
  return first === 0xfeff || first === 0x003c ? 'utf-16be' : 'utf-8';
}
