import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importCsv } from '../../../testing/imports/import-csv.ts';
import { KNOWN } from '../../../testing/imports/known-county.ts';
import { testApp } from '../../../testing/test-app.ts';
import { poolOf } from '../../database/open-database.ts';
import { lockToWrite } from '../../recording/counties.ts';

const server = testApp({ now: () => new Date('2014-08-15T04:00:00Z'), connection: { poolSize: 8 } });
let folder = '';
let pool: Pool;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-entry-'));
  pool = await poolOf(server.database.orm);
  await importCsv(pool, folder, KNOWN);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Recorded {
  readonly state: string;
  readonly message: string;
  readonly run: { readonly id: string; readonly rowsNew: number; readonly rowsCorrected: number } | null;
  readonly problems: readonly { readonly code: string; readonly column: string; readonly cell: string | null }[];
}

const VISIT = {
  caseNo: '001',
  role: 'leader',
  visitedOn: '2014-06-11',
  problemsFound: '2',
  problemsSolved: '1',
  note: '查看账目',
};

async function send(input: Record<string, unknown>) {
  const { data, errors } = await server.query(
    `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { state message(lang: EN) run { id channel fileName recordedBy rowsNew rowsCorrected }
      problems { sheet column cell row value code severity columnTitle(lang: EN) expected(lang: EN) message(lang: EN) } } }`,
    { input: { ...VISIT, ...input } },
  );
  return { recorded: (data as unknown as { recordVisit: Recorded } | null)?.recordVisit, error: errors?.[0] };
}

const record = async (input: Record<string, unknown>): Promise<Recorded> => (await send(input)).recorded!;

const visitsOf = async (caseNo = '001', county: string | null = null) => {
  const { data } = await server.query(
    `query ($caseNo: ID!, $county: ID) { case(caseNo: $caseNo, county: $county) { countyCode visits { role visitedOn problemsFound problemsFoundAtLeast problemsSolved problemsSolvedAtLeast note } history { id sheet source withdrawn recordedBy supersededAt cells { column value } } } }`,
    { caseNo, county },
  );
  return (
    data as unknown as {
      case: {
        countyCode: string;
        visits: object[];
        history: { id: string; sheet: string; source: string; withdrawn: boolean; supersededAt: string | null }[];
      };
    }
  ).case;
};

const written = async () => {
  const { rows } = await pool.query<{ rows: string }>(
    `select (select count(*) from visits) || ' ' || (select count(*) from import_run) || ' ' || (select count(*) from change_log) || ' ' || (select count(*) from idempotency_key) as rows`,
  );
  return rows[0]!.rows;
};

it('is on the case at once, with figures, history and the change log as of an imported row, and no table is created', async () => {
  server.statements.length = 0;
  const { state, message, run, problems } = await record({ idempotencyKey: 'first-visit' });
  expect([state, message, problems]).toEqual(['ACCEPTED', 'Recorded', []]);
  expect(run).toMatchObject({ channel: 'form', fileName: null, recordedBy: 'dashboard', rowsNew: 1, rowsCorrected: 0 });
  expect(server.statements.filter((text) => /create|analyze/i.test(text))).toEqual([]);
  const { visits, history } = await visitsOf();
  const { role, visitedOn, note } = VISIT;
  const exact = { problemsFoundAtLeast: false, problemsSolvedAtLeast: false };
  expect(visits[0]).toEqual({ role, visitedOn, problemsFound: 2, problemsSolved: 1, ...exact, note });
  expect(history[0]).toMatchObject({
    sheet: 'visits',
    source: 'form · 走访',
    withdrawn: false,
    recordedBy: 'dashboard',
  });
  const { data } = await server.query(
    `{ orgUnit(code: "350322") { report(campaign: "c1", asOf: "2014-07-31") { metrics(ids: [VISITS]) { value }
        rows(id: VISITS) { edges { node { source effectiveOn } } } } }
      importRun(id: "${run!.id}") { effect { changes { kind sheet caseNo } figures { before { id value } after { value } } } } }`,
  );
  expect(data).toMatchObject({
    orgUnit: {
      report: {
        metrics: [{ value: '4' }],
        rows: {
          edges: expect.arrayContaining([{ node: { source: 'form', effectiveOn: '2014-06-11' } }]),
        },
      },
    },
    importRun: { effect: { changes: [{ kind: 'NEW', sheet: 'visits', caseNo: '001' }] } },
  });
  const { rows } = await pool.query(
    `select sheet, county_code, campaign, first_day::text, units from change_log where recording = $1 and sheet = 'visits'`,
    [run!.id],
  );
  expect(rows).toEqual([
    { sheet: 'visits', county_code: '350322', campaign: 'c1', first_day: '2014-06-11', units: ['350322100200'] },
  ]);
});

it('is recorded once a key: the same again gets the first answer, and writes nothing', async () => {
  const first = await record({ idempotencyKey: 'once-only', visitedOn: '2014-06-12' });
  const before = await written();
  expect(await record({ idempotencyKey: 'once-only', visitedOn: '2014-06-12' })).toEqual(first);
  // The same day and role, written as offices write them.
  expect(await record({ idempotencyKey: 'once-only', visitedOn: '2014年6月12日', role: '挂钩领导' })).toEqual(first);
  const { error } = await send({ idempotencyKey: 'once-only', visitedOn: '2014-06-13' });
  expect(error).toMatchObject({
    message: expect.stringContaining('The idempotency key "once-only" belongs to a form with other values'),
    extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
  });
  expect(await written()).toBe(before);
  const together = await Promise.all(
    Array.from({ length: 5 }, () => record({ idempotencyKey: 'five-at-once', visitedOn: '2014-06-20' })),
  );
  expect(new Set(together.map(({ run }) => run!.id)).size).toBe(1);
});

it('corrects the visit of the same day and role, and says when nothing is new', async () => {
  await record({ idempotencyKey: 'to-correct', visitedOn: '2014-06-14' });
  const corrected = await record({ idempotencyKey: 'correction', visitedOn: '2014-06-14', problemsFound: '5+' });
  expect(corrected).toMatchObject({ state: 'ACCEPTED', run: { rowsNew: 0, rowsCorrected: 1 } });
  expect(corrected.message).toBe('Recorded: it corrects the visit of the same day and role');
  const { rows } = await pool.query(
    `select problems_found, problems_found_at_least, superseded_at = 'infinity' as current from visits where effective_on = '2014-06-14' order by id`,
  );
  expect(rows).toEqual([
    { problems_found: 2, problems_found_at_least: false, current: false },
    { problems_found: 5, problems_found_at_least: true, current: true },
  ]);
  const shown = { problemsFound: 5, problemsFoundAtLeast: true, problemsSolved: 1, problemsSolvedAtLeast: false };
  expect((await visitsOf()).visits).toContainEqual({
    ...shown,
    role: 'leader',
    visitedOn: '2014-06-14',
    note: VISIT.note,
  });
  const again = await record({ idempotencyKey: 'third-time', visitedOn: '2014-06-14', problemsFound: '5+' });
  expect(again).toMatchObject({ state: 'UNCHANGED', run: null });
  expect(again.message).toMatch(/already exists/);
});

it.each<[Record<string, unknown>, [string, string, string][]]>([
  [{ visitedOn: '2014-13-01' }, [['visited_on', 'BAD_DATE', 'not a date']]],
  [
    { visitedOn: ' ', role: '' },
    [
      ['role', 'REQUIRED', 'must not be blank'],
      ['visited_on', 'REQUIRED', 'must not be blank'],
    ],
  ],
  [{ role: 'mayor' }, [['role', 'BAD_WORD', expect.any(String) as string]]],
  [
    { problemsFound: 'many', problemsSolved: '-1' },
    [
      ['problems_found', 'BAD_NUMBER', 'not a whole number'],
      ['problems_solved', 'OUT_OF_RANGE', 'less than 0'],
    ],
  ],
  [{ note: '长'.repeat(2001) }, [['note', 'TOO_LONG', 'longer than 2000 characters']]],
  [{ caseNo: '999' }, [['case_no', 'UNKNOWN_CASE', 'unknown case']]],
])('is refused with %j as a row of a file is, the field named, and nothing is written', async (input, expected) => {
  const before = await written();
  const { state, run, problems } = await record({ ...input, idempotencyKey: 'refused-one' });
  expect([state, run]).toEqual(['REFUSED', null]);
  expect(problems).toMatchObject(
    expected.map(([column, code, message]) => ({
      sheet: 'visits',
      column,
      code,
      message,
      cell: null,
      row: null,
      severity: 'ERROR',
    })),
  );
  expect(await written()).toBe(before);
});

it('warns as of a row of a file, and records', async () => {
  const { state, problems } = await record({ idempotencyKey: 'early-visit', visitedOn: '2014-03-05' });
  expect([state, problems.map(({ code, column }) => [code, column])]).toEqual([
    'ACCEPTED',
    [['BEFORE_IDENTIFIED', 'visited_on']],
  ]);
  const late = await record({ idempotencyKey: 'late-visit', visitedOn: '2099-01-01' });
  expect(late.problems).toMatchObject([{ code: 'DAY_IN_FUTURE', severity: 'WARNING' }]);
});

it('gives a file with the same row nothing to change, and can be withdrawn like any row', async () => {
  await record({ idempotencyKey: 'to-withdraw', visitedOn: '2014-06-16' });
  const header = 'case_no,role,visited_on,problems_found,problems_solved,note';
  const same = await importCsv(pool, join(folder, 'same'), { visits: `${header}\n001,leader,2014-06-16,2,1,查看账目` });
  expect(same.state).toBe('unchanged');
  const [entry] = (await visitsOf()).history;
  const { data } = await server.query(
    `mutation { withdrawRows(rows: ["${entry!.id}"], dryRun: false) { state run { rowsWithdrawn } } }`,
  );
  expect(data).toEqual({ withdrawRows: { state: 'ACCEPTED', run: { rowsWithdrawn: 1 } } });
  expect((await visitsOf()).history.find(({ id }) => id === entry!.id)).toMatchObject({ withdrawn: true });
});

it('takes a note as long as the sheet does', async () => {
  const note = '长'.repeat(2000);
  expect(await record({ idempotencyKey: 'long-note', visitedOn: '2014-06-18', note })).toMatchObject({
    state: 'ACCEPTED',
  });
  expect((await visitsOf()).visits).toContainEqual(expect.objectContaining({ note }));
});

it('of a number that two counties use goes to the county that is named, and otherwise asks for it', async () => {
  const cases = 'case_no,campaign,unit_code,identified_on,primary_cause\n2014-900,c9';
  await importCsv(pool, join(folder, 'two'), {
    units: `code,name,kind,parent_code\n350300,市,prefecture,\n${['350324', '350325']
      .map(
        (county) =>
          `${county},县${county},county,350300\n${county}100,镇,town,${county}\n${county}100200,村,village,${county}100`,
      )
      .join('\n')}`,
    campaigns: 'campaign,unit_code,name_zh,start_on\nc9,350300,整顿,2014-03-01',
    cases: `${cases},350325100200,2014-03-20,C01`,
  });
  await importCsv(pool, join(folder, 'same-number'), { cases: `${cases},350324100200,2014-03-20,C01` });

  const caseNo = '2014-900';
  const asked = await record({ idempotencyKey: 'which-county', caseNo });
  expect(asked).toMatchObject({
    state: 'REFUSED',
    problems: [
      {
        code: 'AMBIGUOUS_CASE',
        message: '2 counties use this case number',
        expected: 'the code of its county, in the field county',
      },
    ],
  });
  expect(await record({ idempotencyKey: 'no-such-case', caseNo, county: '350322' })).toMatchObject({
    state: 'REFUSED',
    problems: [{ code: 'UNKNOWN_CASE' }],
  });
  expect(await record({ idempotencyKey: 'that-county', caseNo, county: '350325' })).toMatchObject({
    state: 'ACCEPTED',
  });
  expect((await send({ idempotencyKey: 'that-county', caseNo, county: '350324' })).error).toMatchObject({
    extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
  });
  const found = await Promise.all([null, '350324', '350325'].map((county) => visitsOf(caseNo, county)));
  expect(found.map(({ countyCode, visits }) => [countyCode, visits.length])).toEqual([
    ['350324', 0],
    ['350324', 0],
    ['350325', 1],
  ]);
  const { data } = await server.query(
    `{ one: case(caseNo: "${caseNo}", county: "350324") { visits { role } history { sheet } }
      other: case(caseNo: "${caseNo}", county: "350325") { visits { role } history { sheet } } }`,
  );
  expect(data).toEqual({
    one: { visits: [], history: [{ sheet: 'cases' }] },
    other: { visits: [{ role: 'leader' }], history: [{ sheet: 'visits' }, { sheet: 'cases' }] },
  });
});

it('waits for no recording of another county', async () => {
  const other = await pool.connect();
  await other.query('begin');
  await lockToWrite(other, ['131182']);
  expect(await record({ idempotencyKey: 'meanwhile', visitedOn: '2014-06-17' })).toMatchObject({ state: 'ACCEPTED' });
  await other.query('rollback');
  other.release();
});

it('needs a key that is one', async () => {
  for (const idempotencyKey of ['short', 'with a space', 'x'.repeat(101)])
    expect((await send({ idempotencyKey })).error).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
});
