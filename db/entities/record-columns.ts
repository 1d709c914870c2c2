import { p } from '@mikro-orm/core';
import { moment, textList } from './columns.ts';
import { ImportRun } from './import-run.ts';

/** The second clock and the source of a row: in every dated table. */
export const recordColumns = {
  /** Keys of the workbook columns whose content is illustrative; `['*']` for the whole row. */
  illustrative: textList().defaultRaw("'{}'"),
  recordedAt: moment(),
  supersededAt: moment().defaultRaw("'infinity'"),
  recordedBy: p.text(),
  importId: p.manyToOne(ImportRun).mapToPk().fieldName('import_id').nullable().deleteRule('no action'),
  sourceRow: p.integer().nullable(),
};
