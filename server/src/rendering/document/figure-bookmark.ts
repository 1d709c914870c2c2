import { createHash } from 'node:crypto';

/**
 * Name of the hidden bookmark around a figure. LibreOffice before 7.5 and some converters drop a content control's tag;
 * a bookmark stays. Its name has room for 40 letters, digits and underscores, so it is a digest of the key.
 */
export const figureBookmark = (key: string): string =>
  `_Figure_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
