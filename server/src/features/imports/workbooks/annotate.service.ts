import { rm } from 'node:fs/promises';
import type { ImportSource } from '../import-outcome.ts';
import type { Problem } from '../../../recording/problems.ts';
import { textOf } from '../cells/raw-cell.ts';
import { openArchive } from '../../../reading/archive.ts';
import { FileRefused } from '../../../reading/file-refused.ts';
import { LIMITS } from '../../../reading/limits.ts';
import { openSource, type Source, type SourceSheet } from '../reading/open-source.ts';
import { annotateXlsx } from './annotate-xlsx.ts';
import { knownSheets } from './known-sheets.ts';
import type { ListStyles } from './mark-styles.ts';
import { problemSheet } from './problem-list.ts';
import { STYLE } from '../../../rendering/workbook/styles.ts';
import { writeWorkbookFile, type WrittenRow } from '../../../rendering/workbook/write-workbook.ts';

/** Styles of the list where it is a workbook on its own. */
const OWN_STYLES: ListStyles = {
  title: STYLE.title,
  header: STYLE.header,
  text: STYLE.wrapped,
  link: STYLE.wrapped,
  error: STYLE.wrapped,
  warning: STYLE.wrapped,
};

/**
 * Writes the workbook of an import again, with each bad cell coloured and commented in the language of its headers, and
 * with a list of the problems in front; from CSV files a new workbook. A file that cannot be read at all yields the list
 * alone, in both languages.
 *
 * @param outPath where to write the `.xlsx`
 */
export async function annotateWorkbook(
  source: ImportSource,
  problems: readonly Problem[],
  outPath: string,
): Promise<void> {
  try {
    await annotateReadable(source, problems, outPath);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    await writeWorkbookFile([problemSheet(problems, { lang: null, styles: OWN_STYLES })], outPath);
  }
}

async function annotateReadable(
  { path, fileName }: ImportSource,
  problems: readonly Problem[],
  outPath: string,
): Promise<void> {
  const source = await openSource(path, fileName);
  try {
    if (source.kind === 'xlsx') return await annotateArchive(path, source, problems, outPath);
    const plain = `${outPath}.plain`;
    try {
      await writeWorkbookFile(
        source.sheets.map((sheet) => ({ name: sheet.name, rows: writtenRows(sheet) })),
        plain,
      );
      await annotateArchive(plain, source, problems, outPath);
    } finally {
      await rm(plain, { force: true });
    }
  } finally {
    source.close();
  }
}

async function annotateArchive(
  path: string,
  { sheets }: Source,
  problems: readonly Problem[],
  outPath: string,
): Promise<void> {
  const archive = await openArchive(path);
  try {
    await annotateXlsx(archive, await knownSheets(sheets), problems, outPath);
  } finally {
    archive.close();
  }
}

async function* writtenRows(sheet: SourceSheet): AsyncGenerator<WrittenRow> {
  for await (const batch of sheet.rows()) {
    for (const { row, cells } of batch) {
      if (row > LIMITS.rows) return;
      yield {
        row,
        cells: cells.map((cell) => (textOf(cell) === '' ? undefined : { text: textOf(cell), style: STYLE.text })),
      };
    }
  }
}
