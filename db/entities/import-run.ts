import { defineEntity, p } from '@mikro-orm/core';
import { IMPORT_CHANNELS } from '../vocabulary.ts';
import { moment, rowId, textList } from './columns.ts';
import { check, notNegative } from './constraints.ts';

/**
 * A recording: one accepted import, or one form. All its rows share its `recorded_at`, which is also when it superseded others; no
 * other recording of the same county has it.
 */
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
    /** Counties that it wrote to; null for all. */
    counties: textList().nullable(),
    rowsNew: p.integer().default(0),
    rowsCorrected: p.integer().default(0),
    rowsUnchanged: p.integer().default(0),
    rowsWithdrawn: p.integer().default(0),
  },
  indexes: [{ name: 'import_run_recorded', properties: ['recordedAt'] }],
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

/** What a form answered under a key that its sender chose: the same form sent again gets the same answer, and writes nothing. */
export const IdempotencyKey = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  properties: {
    recordedBy: p.text().primary(),
    key: p.text().primary(),
    inputSha256: p.text(),
    /** Null where nothing had to be written. */
    recording: p
      .manyToOne(ImportRun)
      .mapToPk()
      .fieldName('recording')
      .nullable()
      .index(false)
      .updateRule('no action')
      .deleteRule('no action'),
    /** JSON. */
    answer: p.text(),
  },
});
