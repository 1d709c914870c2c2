import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { RawRow } from '../cells/raw-cell.ts';
import { refuse } from '../../../reading/file-refused.ts';
import { LIMITS } from '../../../reading/limits.ts';
import { badEncoding, type CsvFormat, type Open } from './csv-format.ts';

const BATCH = 500;
const BATCH_CHARACTERS = 1_000_000;

/** How Excel is made to keep a code's zeros: `="001"`. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;

async function* decoded(open: Open, encoding: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let held = '';
  for await (const chunk of await open()) {
    onBytes(chunk.length);
    const text = held + decoder.decode(chunk, { stream: true });
    held = paddingOf(text);
    if (held.length > LIMITS.csvRecordBytes) held = '';
    yield held === '' ? text : text.slice(0, -held.length);
  }
  yield decoder.decode();
}

/** What DOS, and files cut to whole blocks, have after their end: 0x1A and zero bytes. */
function paddingOf(text: string): string {
  let start = text.length;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const char = text[at];
    if (char === '\0' || char === '\u001a') start = at;
    else if (char !== '\r' && char !== '\n') break;
  }
  return text.slice(start);
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
      if (record.some((cell) => cell !== '')) batch.push({ row, cells: record.map(plain) });
      for (const cell of record) characters += cell.length;
      if (batch.length < BATCH && characters < BATCH_CHARACTERS) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
  } catch (error) {
    if (error instanceof TypeError) throw badEncoding(name);
    if (!(error instanceof CsvError)) throw error;
    throw refuse('BAD_CSV', '引号不成对或行过长', `the quotes do not match or a line is too long: ${error.message}`, {
      sheet: name,
      row: row + 1,
    });
  } finally {
    source.destroy();
  }
  if (batch.length > 0) yield batch;
}

const plain = (cell: string): string => (cell.startsWith('="') ? cell.replace(KEPT_AS_TEXT, '$1') : cell);

const tooManyColumns = (name: string, row: number) =>
  refuse('TOO_MANY_COLUMNS', `超过${LIMITS.columns}列`, `more than ${LIMITS.columns} columns`, { sheet: name, row });
