import { isSound } from '../../../domain/sound-text.ts';
import type { Bad, Parsed } from './fault.ts';
import { narrow, tidyText } from '../../../domain/narrow.ts';
import type { TypedCell } from './raw-cell.ts';

/** Reads the text of a cell; `cell` where it is not a text to begin with. */
export type Reader = (text: string, cell: TypedCell | undefined) => Parsed;

/** A reader of narrow text; blank is null. */
export const narrowed =
  (read: Reader): Reader =>
  (text, cell) => {
    const plain = narrow(text);
    return plain === '' ? null : read(plain, cell);
  };

/** Running text as it is stored. */
export function readText(raw: string, max: number, bad: Bad): Parsed {
  const text = tidyText(raw);
  if (text === '') return null;
  if (text.length > max) return bad('TOO_LONG', `超过${max}字`, `longer than ${max} characters`);
  if (!isSound(text)) return bad('BAD_TEXT', '含有无法保存的字符', 'contains characters that cannot be stored');
  return text;
}
