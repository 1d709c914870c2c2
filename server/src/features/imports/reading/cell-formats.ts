import { readNumberFormat, type NumberFormat } from '../cells/number-format.ts';
import { readPart, type ArchiveEntry } from '../../../reading/archive.ts';
import { parseWhole, SPREADSHEET } from './xlsx-parts.ts';

const YEAR_AND_MONTH = 'yyyy"年"m"月"';
const MONTH_AND_DAY = 'm"月"d"日"';

/** Built-in formats that show something else than the number as it is, as Chinese Excel has them (ECMA-376, 18.8.30). */
const BUILT_IN: readonly (readonly [code: string, ...ids: number[]])[] = [
  ['0%', 9],
  ['0.00%', 10],
  ['yyyy-mm-dd', 14, 15, 22, 30, 31],
  ['d-mmm', 16],
  ['mmm-yy', 17],
  ['h:mm', 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56],
  [YEAR_AND_MONTH, 27, 36, 50, 52, 57],
  [MONTH_AND_DAY, 28, 29, 51, 53, 54, 58],
];

/** Cell styles by their index. */
export interface CellFormats {
  /** number formats, undefined where one shows numbers as they are */
  readonly numbers: readonly (NumberFormat | undefined)[];
  /** styles whose text is struck through */
  readonly struck: ReadonlySet<number>;
}

/** Reads the number format of each cell style, and which of them strike their text through. */
export async function readCellFormats(entry: ArchiveEntry | null): Promise<CellFormats> {
  if (!entry) return { numbers: [], struck: new Set() };
  const formats = new Map<number, NumberFormat>(
    BUILT_IN.flatMap(([code, ...ids]) => ids.map((id) => [id, readNumberFormat(code)] as const)),
  );
  const numbers: (NumberFormat | undefined)[] = [];
  const struck = new Set<number>();
  const struckFonts = new Set<number>();
  let font = -1;
  let inFonts = false;
  let inFormats = false;
  let inCells = false;
  const formatOf = (id: number): NumberFormat | undefined => {
    const format = formats.get(id);
    return format?.plain ? undefined : format;
  };
  parseWhole(await readPart(entry), entry.name, SPREADSHEET, {
    open(tag, { numFmtId, formatCode, fontId, val }) {
      if (tag === 'numFmts') inFormats = true;
      // Conditional formats have some too, with numbers of their own.
      else if (tag === 'numFmt' && inFormats) formats.set(Number(numFmtId), readNumberFormat(formatCode ?? ''));
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) {
        if (struckFonts.has(Number(fontId ?? 0))) struck.add(numbers.length);
        numbers.push(formatOf(Number(numFmtId)));
      } else if (tag === 'fonts') inFonts = true;
      else if (tag === 'font' && inFonts) font += 1;
      else if (tag === 'strike' && inFonts && !['0', 'false'].includes(val ?? '')) struckFonts.add(font);
    },
    close(tag) {
      if (tag === 'numFmts') inFormats = false;
      else if (tag === 'cellXfs') inCells = false;
      else if (tag === 'fonts') inFonts = false;
    },
  });
  return { numbers, struck };
}
