import { buildCampaign, buildUnit } from '@wallchart/db/factories';
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';

const server = testApp({ now: () => new Date('2014-07-31T04:00:00Z') });

beforeAll(async () => {
  const { db } = server.database;
  await buildUnit(db, { code: '350322', name: '仙游县', parentCode: null });
  await buildUnit(db, { code: '350322108', name: '大济镇' });
  await buildUnit(db, { code: '350322107', name: '园庄镇', validTo: '2014-07-01' });
  await buildUnit(db, { code: '350322107', name: '园庄新镇', validFrom: '2014-07-01' });
  await buildUnit(db, { code: '350322108200', name: '大济村' });
  await buildUnit(db, { code: '350322108201', name: '旧村', validTo: '2014-06-01' });
  await buildUnit(db, { code: '131182', name: '深州市', parentCode: null });
  await buildUnit(db, { code: '131182100', name: '大济镇（深州）' });
  await buildCampaign(db, { id: 'c', unit_code: '350322' });
});

async function codes(search: string): Promise<string[]> {
  const { data } = await server.query(`{ searchUnits(${search}) { code } }`);
  return (data as unknown as { searchUnits: { code: string }[] }).searchUnits.map(({ code }) => code);
}

it.each([
  ['text: "大济"', ['131182100', '350322108', '350322108200']],
  ['text: "大济镇"', ['350322108', '131182100']],
  ['text: "大济", campaign: "c"', ['350322108', '350322108200']],
  ['text: "djz"', ['131182100', '350322108']],
  ['text: "DJC"', ['350322108200']],
  ['text: "3503221", first: 2', ['350322107', '350322108']],
  ['text: "旧村"', []],
  ['text: "旧村", on: "2014-05-31"', ['350322108201']],
  ['text: "%"', []],
  ['text: " "', []],
])('searches units by %s', async (search, found) => {
  expect(await codes(search)).toEqual(found);
});

it('sees a unit as it was on the day', async () => {
  const { data } = await server.query(`{
    before: orgUnit(code: "350322107", on: "2014-06-30") { name validTo }
    after: orgUnit(code: "350322107", on: "2014-07-01") { name validFrom }
    gone: orgUnit(code: "350322108201") { name }
  }`);
  expect(data).toEqual({
    before: { name: '园庄镇', validTo: '2014-07-01' },
    after: { name: '园庄新镇', validFrom: '2014-07-01' },
    gone: { name: '旧村' },
  });
});

it('lists the children of the day, and ancestors from the top down', async () => {
  const { data } = await server.query(`{
    before: orgUnit(code: "350322108", on: "2014-05-31") { children { code } }
    now: orgUnit(code: "350322108") { children { code parent { name } ancestors { code } } }
  }`);
  expect(data).toEqual({
    before: { children: [{ code: '350322108200' }, { code: '350322108201' }] },
    now: {
      children: [
        { code: '350322108200', parent: { name: '大济镇' }, ancestors: [{ code: '350322' }, { code: '350322108' }] },
      ],
    },
  });
});

it('asks for a unit once for all the days on which it is the same, and again for others', async () => {
  const name = async (on: string): Promise<unknown> =>
    (await server.query('query ($on: Date) { orgUnit(code: "350322107", on: $on) { name validTo } }', { on })).data;
  await server.database.db.updateTable('cause').set({ position: 1 }).where('code', '=', 'C01').execute();
  server.statements.length = 0;
  const requested = (): number => server.statements.filter((text) => text.includes('units.on_day')).length;
  expect(await name('2014-06-30')).toEqual({ orgUnit: { name: '园庄镇', validTo: '2014-07-01' } });
  expect(await name('2014-01-01')).toEqual({ orgUnit: { name: '园庄镇', validTo: '2014-07-01' } });
  expect(requested()).toBe(1);
  expect(await name('2014-07-01')).toEqual({ orgUnit: { name: '园庄新镇', validTo: null } });
  expect(await name('2030-01-01')).toEqual({ orgUnit: { name: '园庄新镇', validTo: null } });
  expect(requested()).toBe(2);
});
