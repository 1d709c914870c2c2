import { buildUnit, insertFact } from '@wallchart/db/factories';
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';
import { boundariesOn, mappedOn } from './boundary.service.ts';
import { asViewer } from '../../../testing/handles.ts';

const server = testApp({ now: () => new Date('2014-07-31T04:00:00Z') });
const RECORDED = '2014-01-01T00:00:00.000Z';
const CORRECTED = '2014-06-01T00:00:00.000Z';

const triangle = (x: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, 25],
      [x + 0.1, 25],
      [x, 25.1],
      [x, 25],
    ],
  ],
});

beforeAll(async () => {
  const { db } = server.database;
  await buildUnit(db, { code: '350322', parentCode: null });
  for (const town of ['350322107', '350322108', '350322109']) {
    await buildUnit(db, { code: town });
    await buildUnit(db, { code: `${town}200` });
  }
  await buildUnit(db, { code: '131182', parentCode: null });
  const area = (unit_code: string, x: number, more: object = {}) =>
    insertFact(db, 'boundaries', {
      unit_code,
      shape: 'area',
      geometry: triangle(x),
      effective_on: '-infinity',
      ...more,
    });
  await area('350322107', 118, { recordedAt: RECORDED, supersededAt: CORRECTED });
  await area('350322107', 118.01, { recordedAt: CORRECTED });
  await area('350322107', 118.02, { effective_on: '2014-07-01', illustrative: ['*'] });
  await area('350322108', 118.5);
  await area('350322109200', 119);
  await insertFact(db, 'boundaries', {
    unit_code: '350322108200',
    shape: 'site',
    geometry: { type: 'Point', coordinates: [118.51234, 25.05] },
    effective_on: '-infinity',
  });
});

/** First longitude of a town's outline, in hundredths of a degree. */
async function west(on: string, knownAt: string | null = null): Promise<number | undefined> {
  const { data } = await server.query(
    `query ($on: Date, $knownAt: DateTime) { orgUnit(code: "350322107", on: $on) {
      boundary(decimals: 2, knownAt: $knownAt) { rings } } }`,
    { on, knownAt },
  );
  return (data as unknown as { orgUnit: { boundary: { rings: number[][] } | null } }).orgUnit.boundary?.rings[0]?.[0];
}

it('draws the area that holds on the day, as known at the moment', async () => {
  expect(await west('2014-07-31')).toBe(11_802);
  expect(await west('2014-06-30')).toBe(11_801);
  expect(await west('2014-06-30', '2014-03-01T00:00:00Z')).toBe(11_800);
  expect(await west('2014-06-30', '2013-03-01T00:00:00Z')).toBeUndefined();
});

it('gives areas, sites and their marks, and null for what is not on the map', async () => {
  const { data } = await server.query(`{
    town: orgUnit(code: "350322107") { boundary { rings site decimals effectiveOn illustrative } }
    village: orgUnit(code: "350322108200") { boundary { rings site effectiveOn illustrative } }
    none: orgUnit(code: "350322107200") { boundary { decimals } }
  }`);
  expect(data).toEqual({
    town: {
      boundary: {
        rings: [[1_180_200, 250_000, 1000, 0, -1000, 1000]],
        site: null,
        decimals: 4,
        effectiveOn: '2014-07-01',
        illustrative: true,
      },
    },
    village: { boundary: { rings: [], site: [1_185_123, 250_500], effectiveOn: null, illustrative: false } },
    none: { boundary: null },
  });
});

it('refuses a grid that is finer or coarser than maps are drawn', async () => {
  const { errors } = await server.query('{ orgUnit(code: "350322") { boundary(decimals: 9) { rings } } }');
  expect(errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
});

it('knows where a map can be drawn: of a unit, its children or theirs', async () => {
  const { data } = await server.query(`{
    county: orgUnit(code: "350322") { mapped }
    before: orgUnit(code: "350322") { mapped(knownAt: "2013-01-01T00:00:00Z") }
    own: orgUnit(code: "350322107") { mapped }
    child: orgUnit(code: "350322109") { mapped }
    leaf: orgUnit(code: "350322107200") { mapped }
    other: orgUnit(code: "131182") { mapped }
  }`);
  const mapped = Object.fromEntries(Object.entries(data ?? {}).map(([key, unit]) => [key, unit['mapped']]));
  expect(mapped).toEqual({ county: true, before: false, own: true, child: true, leaf: false, other: false });
});

it('asks once for a level, however many units it has', async () => {
  server.statements.length = 0;
  await server.query(`{ orgUnit(code: "350322", on: "2014-07-30") {
    mapped boundary { rings }
    children { mapped boundary { rings } children { boundary { site } } }
  } }`);
  const requested = (name: string): number => server.statements.filter((text) => text.includes(`/* ${name} */`)).length;
  expect([requested('boundaries.on_day'), requested('boundaries.mapped')]).toEqual([3, 2]);
});

it('shows no one what lies outside his scope', async () => {
  const everything = asViewer(server.database.db);
  const moment = { on: '2014-07-31', knownAt: null };
  const towns = ['350322107', '350322108'];
  const some = asViewer(server.database.db, { kind: 'units', codes: ['350322108'] });
  expect((await boundariesOn(some, towns, moment)).map(({ unitCode }) => unitCode)).toEqual(['350322108']);
  expect([...(await mappedOn(some, towns, moment))]).toEqual(['350322108']);
  expect([...(await mappedOn(everything, towns, moment))].toSorted()).toEqual(towns);
});
