import { WallchartError } from './errors.ts';

/** Whether the database can hold a text: it has no U+0000, and no half of a surrogate pair. */
export const isSound = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** The refusal of a text that no column can hold; `place` names the argument or parameter that holds it. */
export const unsoundText = (place: string): WallchartError =>
  new WallchartError(
    'BAD_INPUT',
    `${place} has a character that no text can hold: U+0000 or half of a surrogate pair. Remove it. 含有无法保存的字符，请删除。`,
    { place },
  );
