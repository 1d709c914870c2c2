import type { ArchiveEntry } from '../../../reading/archive.ts';
import { refuse } from '../../../reading/file-refused.ts';
import { LIMITS } from '../../../reading/limits.ts';
import { decodeXml, xmlWriter } from '../../../reading/xml-stream.ts';
import { SPREADSHEET } from './xlsx-parts.ts';

/** `_x000D_` is how spreadsheets write a character that XML cannot hold; `_x005F_` guards a literal one. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

/**
 * The table of shared strings, phonetic guides left out.
 *
 * @throws FileRefused TOO_MUCH_TEXT when it would take more than its share of memory
 */
export async function readSharedStrings(entry: ArchiveEntry | null): Promise<string[]> {
  const strings: string[] = [];
  if (!entry) return strings;
  let current = '';
  let inText = false;
  let phonetic = false;
  let cost = 0;
  const write = xmlWriter(
    {
      open(tag) {
        if (tag === 'si') current = '';
        else if (tag === 't') inText = !phonetic;
        else if (tag === 'rPh') phonetic = true;
      },
      text(text) {
        if (inText) current += text;
      },
      close(tag) {
        if (tag === 't') inText = false;
        else if (tag === 'rPh') phonetic = false;
        else if (tag === 'si') {
          strings.push(unescapeText(current));
          cost += 2 * current.length + 40;
          if (cost > LIMITS.stringsBytes)
            throw refuse('TOO_MUCH_TEXT', '文字过多，请分成几个工作簿', 'too much text; split the workbook');
        }
      },
    },
    entry.name,
    SPREADSHEET,
  );
  for await (const piece of decodeXml(await entry.open(), entry.name)) write(piece);
  write(null);
  return strings;
}
