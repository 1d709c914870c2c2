import { textWidth } from './base.ts';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const BETWEEN = ' · ';
/** What a line may begin with: a Chinese character or a word, with the marks that no line may begin with behind it. */
const PIECES = /(?:[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+)[，。；：、？！）”’》%◈]*/g;

/**
 * Breaks a text into lines that fit: between the parts of a subtitle, the dot left out, else at spaces and between Chinese
 * characters, but never before a closing mark.
 */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  const fits = (line: string): boolean => textWidth(line, fontSize) <= width;
  for (const part of text.split(BETWEEN)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + BETWEEN + part)) lines[lines.length - 1] = last + BETWEEN + part;
    else lines.push(...brokenUp(part, fits));
  }
  return lines;
}

function brokenUp(part: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of part.match(PIECES) ?? []) {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
