import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '@wallchart/db/testing';
import { poolOf } from '../../server/src/database/open-database.ts';
import { importWorkbook } from '../../server/src/features/imports/index.ts';
import { writeCsvFolder } from '../support/ledger-csv.ts';

const database = testDatabase();

const unit = (code: string, kind: string, parent_code: string, valid_from = '', valid_to = '') => ({
  code,
  name: code,
  kind,
  parent_code,
  valid_from,
  valid_to,
});

// Two rows of a unit that follow each other and say the same were one row to the second import, which then "corrected" it.
test('a unit said twice over, with equal rows for adjacent spans, is unchanged when read again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wallchart-adjacent-'));
  const village = (...span: [string, string]) => unit('350322102201', 'village', '350322101', ...span);
  const units = [
    unit('350322', 'county', ''),
    unit('350322101', 'town', '350322'),
    village('', '2014-01-02'),
    village('2014-01-02', '2014-01-03'),
    village('2014-01-03', ''),
  ];
  try {
    await writeCsvFolder(folder, { units });
    const read = async () =>
      (await importWorkbook(await poolOf(database.orm), { path: folder }, { channel: 'cli', recordedBy: 'test' }))
        .state;
    expect([await read(), await read()]).toEqual(['accepted', 'unchanged']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
