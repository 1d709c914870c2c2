/** 156 mm at 300 dpi. */
const PNG_WIDTH = 1843;
const DOTS_PER_METRE = 11_811;

/** Draws an SVG at 300 dpi; the file says so (pHYs), so that it is 156 mm wide in a document. */
export async function toPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = PNG_WIDTH;
  canvas.height = Math.round((image.height / image.width) * PNG_WIDTH);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob
    ? new Blob([withResolution(new Uint8Array(await blob.arrayBuffer()))], { type: 'image/png' })
    : new Blob();
}

/** Inserts the pHYs chunk after IHDR (PNG specification, 11.3.4.3). */
function withResolution(png: Uint8Array): Uint8Array<ArrayBuffer> {
  const afterHeader = 8 + 25;
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, DOTS_PER_METRE);
  view.setUint32(12, DOTS_PER_METRE);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const joined = new Uint8Array(png.length + chunk.length);
  joined.set(png.subarray(0, afterHeader));
  joined.set(chunk, afterHeader);
  joined.set(png.subarray(afterHeader), afterHeader + chunk.length);
  return joined;
}

/** CRC-32 as PNG wants it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
