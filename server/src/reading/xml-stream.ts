import { SaxesParser } from 'saxes';
import { refuse } from './file-refused.ts';
import { LIMITS } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** `x:row` and `row` are the same to us. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * Feeds XML text to a handler piece by piece, holding no more than the current tag.
 *
 * @returns a function that takes the next piece; null ends the document
 * @throws FileRefused BAD_XML, also for a DOCTYPE (no workbook has one) and for endless text or attributes
 */
export function xmlWriter(handler: XmlHandler, part: string): (piece: string | null) => void {
  const parser = new SaxesParser({ xmlns: false });
  let lastEvent = 0;
  const seen = (): void => {
    lastEvent = parser.position;
  };
  const stop = (why: string) => refuse('BAD_XML', `${part} 不是有效的表格内容`, `${part} is not valid: ${why}`);
  parser.on('error', (error) => {
    throw stop(error.message);
  });
  parser.on('doctype', () => {
    throw stop('it has a DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    seen();
    handler.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    seen();
    handler.close?.(localName(tag.name));
  });
  const onText = (text: string): void => {
    seen();
    handler.text?.(text);
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

/** Decodes the bytes of an XML part: UTF-8, or UTF-16 by its byte order mark. */
export async function* decodeXml(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of stream) {
    decoder ??= new TextDecoder(
      chunk[0] === 0xff && chunk[1] === 0xfe
        ? 'utf-16le'
        : chunk[0] === 0xfe && chunk[1] === 0xff
          ? 'utf-16be'
          : 'utf-8',
    );
    yield decoder.decode(chunk, { stream: true });
  }
}
