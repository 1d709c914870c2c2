/* Of the browser, not of the language: core-js leaves these out. Chromium has them from 95 and 92 on. */

/** Reports an error to the page as one that nothing caught. */
function report(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}

/** A random UUID, version 4 (RFC 9562, 5.4). */
function randomUUID(): ReturnType<Crypto['randomUUID']> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  }).map((byte) => byte.toString(16).padStart(2, '0'));
  const [a, b, c, d, e] = [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)];
  return `${a.join('')}-${b.join('')}-${c.join('')}-${d.join('')}-${e.join('')}`;
}

if (!('reportError' in globalThis)) Object.assign(globalThis, { reportError: report });
if (!('randomUUID' in crypto)) Object.assign(crypto, { randomUUID });
