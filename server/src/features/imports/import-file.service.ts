import { basename, extname } from 'node:path';
import type { Pool } from 'pg';
import { importBoundaries } from './boundaries/import-boundaries.service.ts';
import type { ImportOptions, ImportOutcome, ImportSource } from './import-outcome.ts';
import { importWorkbook } from './import-workbook.service.ts';

const GEOJSON: ReadonlySet<string> = new Set(['.geojson', '.json']);

/** Whether a file of this name holds boundaries; every other one is read as a workbook. */
export const isGeojson = (fileName: string): boolean => GEOJSON.has(extname(fileName).toLowerCase());

/**
 * Imports whatever an office brings: a ledger workbook, or the boundaries of its units (`.geojson`, `.json`). Both are
 * all or nothing, checked first, and answer alike.
 *
 * @throws WallchartError FILE_NOT_FOUND, ABORTED
 */
export function importFile(database: Pool, source: ImportSource, options: ImportOptions): Promise<ImportOutcome> {
  const isMap = isGeojson(source.fileName ?? basename(source.path));
  return isMap ? importBoundaries(database, source, options) : importWorkbook(database, source, options);
}
