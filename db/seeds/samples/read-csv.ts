import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PACKAGE } from '../../package.ts';

/** A row of a data file: column key to text; a blank cell is ''. */
export type Row = Readonly<Record<string, string>>;

/** A data file of the samples is damaged; the message names file and line. */
export class SampleDataError extends Error {
  readonly code = 'SAMPLE_DATA';
  override readonly name = 'SampleDataError';
}

/**
 * Reads one of the data files in `data/` beside this module: UTF-8, comma-separated, first line the column keys, lines that start
 * with `#` are comments. No cell may hold a comma or a quote, which keeps the files reviewable and the reader short.
 * @param path relative to `data/`, e.g. `county-2014/cases.csv`
 * @throws SampleDataError if a line has another number of cells than the header
 */
export async function readData(path: string): Promise<Row[]> {
  const text = await readFile(join(dirname(PACKAGE), 'seeds/samples/data', path), 'utf8');
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const keys = (lines[0] ?? '').split(',');
  return lines.slice(1).map((line, index) => {
    const cells = line.split(',');
    if (cells.length !== keys.length || line.includes('"')) {
      throw new SampleDataError(`${path}: data line ${index + 1} has ${cells.length} cells, expected ${keys.length}`);
    }
    return Object.fromEntries(keys.map((key, position) => [key, cells[position] ?? '']));
  });
}

/** A cell of a row; throws SampleDataError where the file has no such column. */
export function cell(row: Row, key: string): string {
  const value = row[key];
  if (value === undefined) throw new SampleDataError(`no column ${key} beside ${Object.keys(row).join(', ')}`);
  return value;
}
