import { SampleDataError } from './read-csv.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
/** 1980-01-01 00:00, the earliest moment of MS-DOS time: time word 0, date word 0x0021. */
const FIXED_TIME = 0x0021_0000;

/**
 * Gives every part of a zip the same fixed time, in its header and in the directory, because the library stamps the
 * current local time and offers no way to set it (APPNOTE.TXT 4.3.7, 4.3.12).
 * @returns the same buffer, changed in place
 * @throws SampleDataError if the bytes are no zip that ends in a plain directory
 */
export function stampZip(bytes: Buffer): Buffer {
  const end = bytes.length - END_LENGTH;
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new SampleDataError('no zip directory at the end');
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(entry) !== DIRECTORY_ENTRY) throw new SampleDataError(`no zip directory entry at ${entry}`);
    bytes.writeUInt32LE(FIXED_TIME, entry + 12);
    bytes.writeUInt32LE(FIXED_TIME, bytes.readUInt32LE(entry + 42) + 10);
    entry += 46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  return bytes;
}
