import { crc32 } from 'node:zlib';

/** 300 dpi in dots a metre. */
const DOTS_PER_METRE = 11_811;
/** Signature and IHDR. */
const AFTER_HEADER = 8 + 25;

/** A chunk as it stands in the file: length, type, data, check sum. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** pHYs: so many dots a metre both ways (PNG specification, 11.3.4.3). */
function resolution(): Buffer {
  const data = Buffer.alloc(9);
  data.writeUInt32BE(DOTS_PER_METRE);
  data.writeUInt32BE(DOTS_PER_METRE, 4);
  data.writeUInt8(1, 8);
  return chunk('pHYs', data);
}

/** iTXt: a keyword of Latin letters and an uncompressed text in UTF-8 (PNG specification, 11.3.3.4). */
const internationalText = (keyword: string, text: string): Buffer =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]));

/** The picture with 300 dpi and the texts said in it, right after its header; what it said of both before is dropped. */
export function withChunks(png: Buffer, texts: Readonly<Record<string, string>>): Buffer {
  const own = readChunks(png).filter(({ type }) => !['IHDR', 'pHYs', 'iTXt', 'tEXt', 'zTXt'].includes(type));
  return Buffer.concat([
    png.subarray(0, AFTER_HEADER),
    resolution(),
    ...Object.entries(texts).map(([keyword, text]) => internationalText(keyword, text)),
    ...own.map(({ type, data }) => chunk(type, data)),
  ]);
}

export interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks of a picture in their order. */
export function readChunks(png: Buffer): PngChunk[] {
  const chunks: PngChunk[] = [];
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}
