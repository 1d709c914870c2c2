import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { RawRow } from '../cells/raw-cell.ts';
import { refuse } from '../../../reading/file-refused.ts';
import { LIMITS } from '../../../reading/limits.ts';

type Open = () => Promise<AsyncIterable<Buffer>>;

const BATCH = 500;
const BATCH_CHARACTERS = 1_000_000;

/** What was found out about a CSV file before reading it. */
export interface CsvFormat {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  readonly delimiter: string;
}

/**
 * Finds the encoding by trying: a byte order mark decides; else what decodes as UTF-8 without a fault is UTF-8, and the
 * rest must be GB 18030. The delimiter is the one of comma, semicolon and tab that the first lines use most.
 *
 * @throws FileRefused BAD_ENCODING
 */
export async function detectCsv(open: Open, name: string): Promise<CsvFormat> {
  let head = Buffer.alloc(0);
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const decoder = new TextDecoder(encoding, { fatal: true });
    try {
      for await (const chunk of await open()) {
        if (head.length < 65_536) head = Buffer.concat([head, chunk]);
        const marked = byteOrderMark(head);
        if (marked) return { encoding: marked, delimiter: delimiterOf(head, marked) };
        decoder.decode(chunk, { stream: true });
      }
      decoder.decode();
      return { encoding, delimiter: delimiterOf(head, encoding) };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw badEncoding(name);
}

const badEncoding = (sheet: string) =>
  refuse('BAD_ENCODING', '文字编码既不是 UTF-8 也不是 GB 18030', 'the text is neither UTF-8 nor GB 18030', { sheet });

function byteOrderMark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

function delimiterOf(head: Buffer, encoding: string): string {
  const lines = new TextDecoder(encoding)
    .decode(head.subarray(0, 16_384))
    .split(/\r\n|\n|\r/)
    .slice(0, LIMITS.headerWithin);
  const used = (delimiter: string): number => Math.max(...lines.map((line) => line.split(delimiter).length));
  return [',', '\t', ';'].reduce((best, next) => (used(next) > used(best) ? next : best));
}

async function* decoded(
  open: Open,
  encoding: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer | string> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { fatal: true });
  for await (const chunk of await open()) {
    onBytes(chunk.length);
    yield decoder ? decoder.decode(chunk, { stream: true }) : chunk;
  }
}

/**
 * Reads a CSV file in batches of rows. A row's number is that of its record, as a spreadsheet shows it.
 *
 * @throws FileRefused BAD_CSV, BAD_ENCODING, TOO_MANY_ROWS
 */
export async function* readCsv(
  open: Open,
  name: string,
  format: CsvFormat,
  onBytes: (bytes: number) => void,
): AsyncGenerator<RawRow[]> {
  const source = Readable.from(decoded(open, format.encoding, onBytes), { objectMode: false });
  const parser = parse({
    delimiter: format.delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LIMITS.csvRecordBytes,
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  let batch: RawRow[] = [];
  let characters = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (record.length > LIMITS.columns) throw tooManyColumns(name, row);
      if (record.some((cell) => cell !== '')) batch.push({ row, cells: record });
      for (const cell of record) characters += cell.length;
      if (batch.length < BATCH && characters < BATCH_CHARACTERS) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
  } catch (error) {
    if (error instanceof TypeError) throw badEncoding(name);
    if (!(error instanceof CsvError)) throw error;
    throw refuse('BAD_CSV', '引号不成对或行过长', `the quoting is broken or a line is too long: ${error.message}`, {
      sheet: name,
      row: row + 1,
    });
  } finally {
    source.destroy();
  }
  if (batch.length > 0) yield batch;
}

const tooManyColumns = (name: string, row: number) =>
  refuse('TOO_MANY_COLUMNS', `超过${LIMITS.columns}列`, `more than ${LIMITS.columns} columns`, { sheet: name, row });
