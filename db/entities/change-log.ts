import { defineEntity, p } from '@mikro-orm/core';
import { logChanges, LOGGED_EVENTS } from '../migrations/change-triggers.ts';
import { day, moment, rowId, textList } from './columns.ts';
import { ImportRun } from './import-run.ts';

/**
 * What a statement wrote, in the transaction that wrote it, by a trigger: one row for each recording, county and campaign.
 * `xid` tells whether a snapshot sees it. `units` are those that the rows are about, empty where they are about none; a row
 * with neither county nor units is about everything.
 */
export const ChangeLog = defineEntity({
  name: 'ChangeLog',
  tableName: 'change_log',
  properties: {
    id: rowId().primary(),
    xid: p.string().columnType('xid8').defaultRaw('pg_current_xact_id()'),
    loggedAt: moment().defaultRaw('now()'),
    recording: p.manyToOne(ImportRun).mapToPk().fieldName('recording').nullable().index(false).deleteRule('no action'),
    countyCode: p.text().nullable(),
    campaign: p.text().nullable(),
    /** SQL name of the table. */
    sheet: p.text(),
    firstDay: day().nullable(),
    lastDay: day().nullable(),
    units: textList().nullable(),
  },
  indexes: [{ name: 'change_log_xid', properties: ['xid'] }],
});

/** Tables that no remembered answer reads. */
const UNLOGGED: ReadonlySet<string> = new Set(['change_log', 'idempotency_key', 'job', 'upload', 'upload_chunk']);

interface WithTriggers {
  readonly meta: { tableName: string; triggers: object[] };
}

/** Declares of every entity that its writes are logged, so that one without the triggers differs from its migrations. */
export function declareLogged(entities: readonly WithTriggers[]): void {
  for (const { meta } of entities)
    if (!UNLOGGED.has(meta.tableName)) meta.triggers = [...meta.triggers, ...triggersOf(meta.tableName)];
}

/** MikroORM does not read triggers of TRUNCATE back. */
const triggersOf = (table: string) =>
  LOGGED_EVENTS.filter((event) => event !== 'truncate').map((event) => ({
    name: `logged_${event}`,
    timing: 'after' as const,
    events: [event],
    expression: logChanges(table, event),
  }));
