import { defineEntity, p } from '@mikro-orm/core';
import { IMPORT_CHANNELS } from '../vocabulary.ts';
import { moment, rowId } from './columns.ts';
import { check, notNegative } from './constraints.ts';

/** One accepted import, or one form; all its rows share its `recorded_at`, which is also when it superseded others. */
export const ImportRun = defineEntity({
  name: 'ImportRun',
  tableName: 'import_run',
  properties: {
    id: rowId().primary(),
    fileName: p.text().nullable(),
    sha256: p.text().nullable(),
    channel: p.enum(IMPORT_CHANNELS),
    recordedAt: moment(),
    recordedBy: p.text(),
    rowsNew: p.integer().default(0),
    rowsCorrected: p.integer().default(0),
    rowsUnchanged: p.integer().default(0),
    rowsWithdrawn: p.integer().default(0),
  },
  checks: [
    notNegative('import_run', 'rows_new'),
    notNegative('import_run', 'rows_corrected'),
    notNegative('import_run', 'rows_unchanged'),
    notNegative('import_run', 'rows_withdrawn'),
    check(
      'import_run_file_unless_form',
      "(channel = 'form') = (file_name is null) and (file_name is null) = (sha256 is null)",
    ),
  ],
});
