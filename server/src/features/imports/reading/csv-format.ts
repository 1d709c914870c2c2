import { refuse, type FileRefused } from '../../../reading/file-refused.ts';
import { LIMITS } from '../../../reading/limits.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import { specOf } from '../../../ledger/sheets/spec-of.ts';
import { knownHeaders } from './header.ts';

export type Open = () => Promise<AsyncIterable<Buffer>>;
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What was found out about a CSV file before reading it. */
export interface CsvFormat {
  readonly encoding: Encoding;
  readonly delimiter: string;
}

const HEAD_BYTES = 65_536;
const DELIMITERS = [',', '\t', ';'];

/**
 * Finds the encoding by trying: a byte order mark decides; UTF-16 without one is known by its header; else what decodes
 * as UTF-8 without a fault is UTF-8, and the rest must be GB 18030. The delimiter is the one that parts the header into
 * columns of the sheet of this name.
 *
 * @throws FileRefused BAD_ENCODING, naming the line
 */
export async function detectCsv(open: Open, name: string): Promise<CsvFormat> {
  const head = await headOf(open);
  const sheet = specOf(name);
  const marked = byteOrderMark(head) ?? unmarkedUtf16(head, sheet);
  if (marked) return { encoding: marked, delimiter: delimiterOf(head, marked, sheet).delimiter };
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const isSound = await decodes(open, encoding);
    const fault = isSound ? null : await firstFault(open, encoding);
    if (!fault) return { encoding, delimiter: delimiterOf(head, encoding, sheet).delimiter };
    // a line of another encoding among lines of UTF-8 might pass for GB 18030, and the others for gibberish
    if (encoding === 'gb18030' || fault.afterChinese) throw badEncoding(name, fault);
  }
  throw badEncoding(name);
}

async function decodes(open: Open, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of await open()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function headOf(open: Open): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await open()) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/** Text that is in no encoding known here; `line` counts lines of text, which is also the row where no cell has several. */
export const badEncoding = (sheet: string, fault?: Fault): FileRefused =>
  refuse(
    'BAD_ENCODING',
    fault
      ? `文字编码既不是 UTF-8 也不是 GB 18030，第${fault.line}行文字开始有误。请用 Excel 或 WPS 打开，另存为“CSV UTF-8”`
      : '文字编码有误：其中有不完整的字符。请用 Excel 或 WPS 打开，另存为“CSV UTF-8”',
    fault
      ? `the text is neither UTF-8 nor GB 18030, from line ${fault.line} on: open it in Excel or WPS and save it as CSV UTF-8`
      : 'the text holds a broken character: open it in Excel or WPS and save it as CSV UTF-8',
    fault ? { sheet, row: fault.line, value: fault.text } : { sheet },
  );

function byteOrderMark(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 has zero bytes, in every comma. */
function unmarkedUtf16(head: Buffer, sheet: SheetSpec | undefined): Encoding | null {
  if (!head.includes(0)) return null;
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => delimiterOf(head, encoding, sheet).known >= 2) ?? null;
}

/** The best parting of the first lines: by how many columns of the sheet it finds, then by how many cells. */
function delimiterOf(
  head: Buffer,
  encoding: Encoding,
  sheet: SheetSpec | undefined,
): { delimiter: string; known: number } {
  const lines = new TextDecoder(encoding)
    .decode(head.subarray(0, 16_384))
    .split(/\r\n|\n|\r/)
    .slice(0, LIMITS.headerWithin);
  const most = (of: (cells: string[]) => number, delimiter: string): number =>
    Math.max(...lines.map((line) => of(cellsOf(line, delimiter))));
  const parted = DELIMITERS.map((delimiter) => ({
    delimiter,
    known: sheet ? most((cells) => knownHeaders(sheet, cells), delimiter) : 0,
    cells: most((cells) => cells.length, delimiter),
  }));
  return parted.reduce((best, next) =>
    next.known > best.known || (next.known === best.known && next.cells > best.cells) ? next : best,
  );
}

const cellsOf = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

interface Fault {
  readonly line: number;
  /** the line, or the part of it that can be read */
  readonly text: string;
  /** Whether Chinese text stands before it that does decode. */
  readonly afterChinese: boolean;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** The first line that does not decode. The ends of lines are no part of a longer character in either encoding. */
async function firstFault(open: Open, encoding: 'utf-8' | 'gb18030'): Promise<Fault | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 0;
  let afterChinese = false;
  for await (const bytes of linesOf(open)) {
    line += 1;
    try {
      const text = decoder.decode(bytes);
      afterChinese ||= /[\u4e00-\u9fff]/.test(text);
    } catch {
      return { line, text: readable(bytes), afterChinese };
    }
  }
  return null;
}

async function* linesOf(open: Open): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let last = 0;
  for await (const chunk of await open()) {
    let from = 0;
    for (const [at, byte] of chunk.entries()) {
      const isEnd = byte === LINE_FEED || byte === RETURN;
      if (isEnd && !(byte === LINE_FEED && last === RETURN)) {
        yield Buffer.concat([rest, chunk.subarray(from, at)]);
        rest = Buffer.alloc(0);
      }
      if (isEnd) from = at + 1;
      last = byte;
    }
    rest = Buffer.concat([rest, chunk.subarray(from)]);
    if (rest.length <= LIMITS.csvRecordBytes) continue;
    yield rest; // no cell is as long
    return;
  }
  yield rest;
}

const readable = (line: Buffer): string => new TextDecoder('gb18030').decode(line.subarray(0, 200)).trim();
