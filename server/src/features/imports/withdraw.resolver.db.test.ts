import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { poolOf } from '../../database/open-database.ts';
import { testApp } from '../../../testing/test-app.ts';
import { importCsv } from '../../../testing/imports/import-csv.ts';
import { KNOWN } from '../../../testing/imports/known-county.ts';

const server = testApp({ now: () => new Date('2014-08-15T04:00:00Z') });
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-withdraw-'));
  await importCsv(await poolOf(server.database.orm), folder, KNOWN);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Entry {
  readonly id: string;
  readonly sheet: string;
  readonly withdrawn: boolean;
  readonly withdrawnBy: string | null;
  readonly cells: readonly { readonly column: string; readonly value: string | null }[];
}

async function struckOff(knownAt = ''): Promise<Entry | undefined> {
  const { data } = await server.query(
    `{ case(caseNo: "001"${knownAt}) { history { id sheet withdrawn withdrawnBy cells { column value } } } }`,
  );
  const { history } = (data as unknown as { case: { history: Entry[] } }).case;
  return history.find(({ cells }) => cells.some(({ value }) => value === 'struck_off'));
}

const withdraw = async (id: string, dryRun: boolean): Promise<Record<string, unknown>> => {
  const { data, errors } = await server.query(
    `mutation { withdrawRows(rows: ["${id}"], dryRun: ${dryRun}) { state message(lang: EN) run { id rowsWithdrawn }
      problems { code message(lang: EN) } effect { changes { kind sheet } figures { before { id value } after { value } } } } }`,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { withdrawRows: Record<string, unknown> }).withdrawRows;
};

it('withdraws a row of the history after a check that says what changes, and every view of it says so', async () => {
  const { id } = (await struckOff())!;
  const checked = await withdraw(id, true);
  expect(checked).toMatchObject({
    state: 'CHECKED',
    message: 'Checked: 1 row to withdraw; nothing was written',
    problems: [],
    effect: { changes: [{ kind: 'WITHDRAWN', sheet: 'transitions' }] },
  });
  expect(checked['effect']).toMatchObject({
    figures: expect.arrayContaining([{ before: { id: 'RECTIFIED', value: '1' }, after: { value: '0' } }]),
  });
  expect(await struckOff()).toMatchObject({ withdrawn: false });

  const done = await withdraw(id, false);
  expect(done).toMatchObject({ state: 'ACCEPTED', message: 'Withdrawn: 1 row', run: { rowsWithdrawn: 1 } });
  expect(await struckOff()).toMatchObject({ withdrawn: true, withdrawnBy: expect.any(String) });
  const { id: run } = done['run'] as { id: string };
  const { data } = await server.query(
    `{ importRun(id: "${run}") { fileName channel effect { changes { kind caseNo cells { column before after } } } }
       imports { id fileName rowsWithdrawn }
       orgUnit(code: "350322") { report(campaign: "c1") { cases(filter: { changedBy: "${run}" }) { edges { node { caseNo } } } } } }`,
  );
  expect(data).toMatchObject({
    importRun: { fileName: null, channel: 'form', effect: { changes: [{ kind: 'WITHDRAWN', caseNo: '001' }] } },
    imports: [{ id: run, fileName: null, rowsWithdrawn: 1 }, {}],
    orgUnit: { report: { cases: { edges: [{ node: { caseNo: '001' } }] } } },
  });
  expect((await withdraw(id, false))['problems']).toMatchObject([{ code: 'CHANGED_MEANWHILE' }]);
});

it('refuses what the life of the case does not allow, and changes nothing', async () => {
  const { data } = await server.query('{ case(caseNo: "001") { history { id cells { column value } } } }');
  const { history } = (data as unknown as { case: { history: Entry[] } }).case;
  const submitted = history.find(({ cells }) => cells.some(({ value }) => value === 'submitted'))!;
  expect(await withdraw(submitted.id, false)).toMatchObject({
    state: 'REFUSED',
    run: null,
    problems: [{ code: 'TRANSITION_NOT_ALLOWED' }],
  });
});

it('shows a withdrawn case as it was known before, and says that it was withdrawn', async () => {
  const { data } = await server.query('{ case(caseNo: "002") { history { id sheet recordedAt } } }');
  const { history } = (data as unknown as { case: { history: (Entry & { recordedAt: string })[] } }).case;
  const entry = history.find(({ sheet }) => sheet === 'cases')!;
  expect(await withdraw(entry.id, false)).toMatchObject({
    state: 'ACCEPTED',
    problems: [{ code: 'WITHDRAWN_WITH_CASE' }],
  });
  const gone = await server.query('{ case(caseNo: "002") { caseNo } }');
  expect(gone.errors?.[0]).toMatchObject({
    message: expect.stringContaining('withdrawn'),
    extensions: { code: 'UNKNOWN_CASE' },
  });
  const before = await server.query(`{ case(caseNo: "002", knownAt: "${entry.recordedAt}") { caseNo } }`);
  expect(before.data).toEqual({ case: { caseNo: '002' } });
});
