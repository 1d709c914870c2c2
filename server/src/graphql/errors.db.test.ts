import { buildCampaign, buildCounty } from '@wallchart/db/factories';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../testing/test-app.ts';

const server = testApp();

beforeAll(async () => {
  const { db } = server.database;
  await buildCounty(db, { code: '350322', towns: 1, villages: 1 });
  await buildCampaign(db, { id: 'county-2014', unit_code: '350322' });
});

const report = (inside: string, args = 'campaign: "county-2014"'): string =>
  `{ orgUnit(code: "350322") { report(${args}) { ${inside} } } }`;
const errorOf = async (query: string, variables?: Record<string, unknown>) =>
  (await server.query(query, variables)).errors?.[0];

it('names the known campaigns when one is unknown', async () => {
  const error = await errorOf('{ campaign(id: "county-2015") { id } }');
  expect(error?.extensions['code']).toBe('UNKNOWN_CAMPAIGN');
  expect(error?.message).toContain('county-2014');
});

it('says how codes look and names the nearest unit when one is unknown', async () => {
  const error = await errorOf('{ orgUnit(code: "350323") { name } }');
  expect(error?.extensions['code']).toBe('UNKNOWN_UNIT');
  expect(error?.message).toContain('12 a village');
  expect(error?.message).toContain('350322');
});

it.each(['2014-7-1', '2014-02-30', '31.07.2014', ''])(
  'says BAD_DATE for "%s", inline and as a variable',
  async (day) => {
    const inline = await errorOf(report('asOf', `campaign: "county-2014", asOf: ${JSON.stringify(day)}`));
    const variable = await errorOf(
      'query ($d: Date) { orgUnit(code: "350322") { report(campaign: "county-2014", asOf: $d) { asOf } } }',
      { d: day },
    );
    for (const error of [inline, variable]) {
      expect(error?.extensions['code']).toBe('BAD_DATE');
      expect(error?.message).toContain('YYYY-MM-DD');
    }
  },
);

it('says UNKNOWN_METRIC and names the nearest, inline and as a variable', async () => {
  const inline = await errorOf(report('metrics(ids: [RECTIFED]) { id }'));
  const variable = await errorOf(
    'query ($m: [MetricId!]!) { orgUnit(code: "350322") { report(campaign: "county-2014") { metrics(ids: $m) { id } } } }',
    { m: ['RECTIFED'] },
  );
  for (const error of [inline, variable]) {
    expect(error?.extensions['code']).toBe('UNKNOWN_METRIC');
    expect(error?.message).toContain('"RECTIFIED"');
  }
});

it('says UNKNOWN_VALUE for a value of another enum', async () => {
  expect((await errorOf(report('breakdown(by: CAUSES, ids: [IDENTIFIED]) { exclusive }')))?.extensions['code']).toBe(
    'UNKNOWN_VALUE',
  );
});

it('names the nearest case when one is unknown', async () => {
  expect((await errorOf('{ case(caseNo: "x") { caseNo } }'))?.extensions['code']).toBe('UNKNOWN_CASE');
});

it.each(['cases(first: 201) { totalCount }', 'rows(id: IDENTIFIED, first: 201) { totalCount }'])(
  'refuses a page above 200: %s',
  async (inside) => {
    expect((await errorOf(report(inside)))?.extensions['code']).toBe('PAGE_TOO_LARGE');
  },
);

it('refuses a list of more than 200 metrics', async () => {
  const ids = Array.from({ length: 201 }, () => 'IDENTIFIED').join(' ');
  expect((await errorOf(report(`metrics(ids: [${ids}]) { id }`)))?.extensions['code']).toBe('PAGE_TOO_LARGE');
});

it('refuses a query that is too deep', async () => {
  const deep = '{ orgUnit(code: "350322") '.concat('{ parent '.repeat(20), '{ code }', '}'.repeat(20), ' }');
  expect((await errorOf(deep))?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
});

it('refuses a query with too many aliases', async () => {
  const aliases = Array.from({ length: 100 }, (_, index) => `a${index}: campaigns { id }`).join(' ');
  expect((await errorOf(`{ ${aliases} }`))?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
});

it('refuses a query that would cost too much, whatever the page size is written with', async () => {
  const inside = 'edges { node { measures { no } visits { role } history { cells { column value } } } }';
  expect((await errorOf(report(`cases(first: 200) { ${inside} }`)))?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
  const variable = `query ($n: Int) { orgUnit(code: "350322") { report(campaign: "county-2014") { cases(first: $n) { ${inside} } } } }`;
  expect((await errorOf(variable, { n: 200 }))?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
  expect(await errorOf(variable, { n: 10 })).toBeUndefined();
});

it('refuses a query of too many words before reading it', async () => {
  expect((await errorOf(`{ campaigns { ${'id '.repeat(5000)} } }`))?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
});

it('lets the question for the whole schema through', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  expect((await server.query(getIntrospectionQuery())).errors).toBeUndefined();
});

it('masks an unexpected error under an id that is in the log', async () => {
  await sql`alter table import_run rename to import_run_gone`.execute(server.database.db);
  const error = await errorOf('{ imports { id } }');
  await sql`alter table import_run_gone rename to import_run`.execute(server.database.db);
  expect(error?.extensions['code']).toBe('INTERNAL');
  expect(error?.message).not.toContain('import_run');
  expect(server.log.some((line) => line.includes(String(error?.extensions['id'])) && line.includes('import_run'))).toBe(
    true,
  );
});
