import { openSource } from '../../src/features/imports/reading/open-source.ts';
import type { RawCell } from '../../src/features/imports/cells/raw-cell.ts';
import type { FileRefused } from '../../src/reading/file-refused.ts';

/** Rows by sheet: the number of the row, then its cells. */
export type ReadSheets = Record<string, (readonly [number, ...RawCell[]])[]>;

/** Reads a file to its end. */
export async function readSource(path: string): Promise<ReadSheets> {
  const source = await openSource(path);
  try {
    const sheets: ReadSheets = {};
    for (const sheet of source.sheets) {
      const rows = (sheets[sheet.name] = [] as ReadSheets[string]);
      for await (const batch of sheet.rows()) rows.push(...batch.map(({ row, cells }) => [row, ...cells] as const));
    }
    return sheets;
  } finally {
    source.close();
  }
}

/** Why a file is refused: the code, with the cell if one is named; `read` if it is not. Any other failure is thrown on. */
export const refusalOf = (path: string): Promise<string> => refusedOf(path).then((refused) => code(refused));

const code = (refused: FileRefused | null): string =>
  refused === null ? 'read' : [refused.problem, refused.place.cell].filter(Boolean).join(' ');

/** The refusal of a file as it is, null if it is read. */
export async function refusedOf(path: string): Promise<FileRefused | null> {
  try {
    await readSource(path);
    return null;
  } catch (error) {
    if (error instanceof Error && 'problem' in error) return error as FileRefused;
    throw error;
  }
}
