import { defineEntity, p } from '@mikro-orm/core';
import { IMPORT_CHANNELS } from '../vocabulary.ts';
import { moment, rowId } from './columns.ts';
import { notNegative } from './constraints.ts';

/** One accepted import; all its rows share its `recorded_at`. */
export const ImportRun = defineEntity({
  name: 'ImportRun',
  tableName: 'import_run',
  properties: {
    id: rowId().primary(),
    fileName: p.text(),
    sha256: p.text(),
    channel: p.enum(IMPORT_CHANNELS),
    recordedAt: moment(),
    recordedBy: p.text(),
    rowsNew: p.integer().default(0),
    rowsCorrected: p.integer().default(0),
    rowsUnchanged: p.integer().default(0),
  },
  checks: [
    notNegative('import_run', 'rows_new'),
    notNegative('import_run', 'rows_corrected'),
    notNegative('import_run', 'rows_unchanged'),
  ],
});
