import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SHEETS } from '../../server/src/ledger/sheets/index.ts';
import { BOUNDARY_FACTS } from '../../server/src/recording/writer/write-boundaries.ts';

const SERVER = fileURLToPath(new URL('../../server/src/', import.meta.url));

/** Tables that only recordings write to. */
const FACTS = new Set([
  ...SHEETS.map(({ table }) => table),
  BOUNDARY_FACTS.table,
  'import_run',
  'idempotency_key',
  'org_unit',
  'campaign',
  'case_register',
]);

/** Files outside `recording` with statements on tables whose names they compute, and why they may. */
const COMPUTED: Readonly<Record<string, string>> = {
  'features/imports/checks/duplicate-rows.ts': 'takes rows out of the temporary table of a sheet',
  'features/backup/write-backup.ts': 'reads: it copies to a stream',
  'features/backup/restore-backup.ts': 'puts back, under the lock of all recordings, what recordings wrote',
};

/** What a file writes to: names of tables, or `${…}` where the name is computed. */
const writesIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /\b(?:insert into|update|delete from|merge into|truncate(?: table)?|copy) (?:only )?("?[a-z_]+"?|\$\{)/gi,
    ),
    ...text.matchAll(/\b(?:insertInto|updateTable|deleteFrom|mergeInto)(?:<[^>]*>)?\(\s*'([a-z_]+)/g),
  ].map(([, name = '']) => (name === '${' ? '${…}' : name.replaceAll('"', '')));

const isFact = (name: string): boolean => FACTS.has(name) || name === '${…}';

const written = globSync('**/*.ts', { cwd: SERVER })
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...new Set(writesIn(readFileSync(SERVER + file, 'utf8')))].filter(isFact).map((table) => ({ file, table })),
  );

test('facts are written in server/src/recording only', () => {
  const outside = written.filter(({ file }) => !file.startsWith('recording/'));
  expect(outside.filter(({ table }) => table !== '${…}')).toEqual([]);
  expect([...new Set(outside.map(({ file }) => file))].toSorted()).toEqual(Object.keys(COMPUTED).toSorted());
});

test('a statement that writes a fact is found, however it is written', () => {
  const statements = [
    'insert into visits (case_no) values (1)',
    'UPDATE cases SET superseded_at = now()',
    'update only "economy" e set year = 1',
    'delete from org_unit_version',
    'truncate measures',
    'update ${sql.table(table)} set x = 1',
    "db.insertInto('transitions')",
    "db.insertInto<Facts>('campaign_version')",
  ];
  expect(statements.filter((statement) => !writesIn(statement).some(isFact))).toEqual([]);
  expect(writesIn('insert into circular_draft select 1; update job set x = 2').filter(isFact)).toEqual([]);
  // A scan of the wrong folder finds nothing outside, and nothing inside.
  const inside = new Set(written.filter(({ file }) => file.startsWith('recording/')).map(({ table }) => table));
  expect([...inside]).toEqual(expect.arrayContaining(['import_run', 'boundaries', 'org_unit_version', '${…}']));
});
