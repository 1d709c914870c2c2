import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** A stream that passes everything on, and knows then how much it was and its digest. */
export interface Metered {
  readonly stream: Transform;
  readonly bytes: () => number;
  /** SHA-256 in hex; to be asked once, at the end. */
  readonly digest: () => string;
}

export function metered(onBytes: (more: number) => void = () => undefined): Metered {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes, digest: () => hash.digest('hex') };
}
