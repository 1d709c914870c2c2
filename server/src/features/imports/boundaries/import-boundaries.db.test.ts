import { bypassConstraints, testDatabase } from '@wallchart/db/testing';
import { buildUnit } from '@wallchart/db/factories';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkIntegrity } from '../../integrity/index.ts';
import { importFile, type ImportOptions, type ImportOutcome } from '../index.ts';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { importCsv } from '../../../../testing/imports/import-csv.ts';
import { asViewer } from '../../../../testing/handles.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;
let no = 0;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
  const { db } = database;
  await buildUnit(db, { code: '350322', name: '仙游县', parentCode: null });
  await buildUnit(db, { code: '350322107', name: '园庄镇', validTo: '2014-07-01' });
  await buildUnit(db, { code: '350322107', name: '园庄新镇', validFrom: '2014-07-01', validTo: '2020-01-01' });
  await buildUnit(db, { code: '350322108', name: '大济镇' });
  await buildUnit(db, { code: '350322107200', name: '东山村' });
  await buildUnit(db, { code: '350322108200', name: '东山村' });
  await buildUnit(db, { code: '350322108201', name: '西山村' });
  await buildUnit(db, { code: '131182', name: '深州市', parentCode: null });
  await buildUnit(db, { code: '131182100', name: '大济镇' });
  await buildUnit(db, { code: '131182101', name: '唐奉镇' });
});
beforeEach(async () => {
  await bypassConstraints(database.db, (transaction) => sql`truncate boundaries`.execute(transaction));
});

const square = (x: number, y = 25): unknown => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 0.1, y],
      [x + 0.1, y + 0.1],
      [x, y + 0.1],
      [x, y],
    ],
  ],
});
const point = (x: number): unknown => ({ type: 'Point', coordinates: [x, 25] });
type Properties = Readonly<Record<string, unknown>>;
const feature = (properties: Properties | null, geometry: unknown = square(118)) => ({
  type: 'Feature',
  properties,
  geometry,
});

async function load(features: readonly unknown[], options: Partial<ImportOptions> = {}): Promise<ImportOutcome> {
  return loadText(JSON.stringify({ type: 'FeatureCollection', features }), options);
}

async function loadText(text: string | Buffer, options: Partial<ImportOptions> = {}): Promise<ImportOutcome> {
  const path = await folder.file(`${(no += 1)}.geojson`, text);
  return importFile(pool, { path }, { channel: 'cli', recordedBy: 'test', ...options });
}

/** Problems in short: `3 code UNKNOWN_UNIT`. */
const places = ({ problems }: ImportOutcome): string[] =>
  problems.map(({ row, column, code }) => [row, column, code].filter((part) => part !== null).join(' '));

async function recorded(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', county_code, unit_code, shape, effective_on, source_row,
      case when superseded_at <> 'infinity' then 'superseded' end) as line
    from boundaries order by id`.execute(database.db);
  return rows.map(({ line }) => line);
}

describe('features find their units', () => {
  it.each<[string, Properties, string]>([
    ['a code', { code: '350322108' }, '350322108'],
    ['a code as a number', { adcode: 350322108 }, '350322108'],
    ['a code of twelve digits', { 代码: '350322108000' }, '350322108'],
    ["a code with the country's", { GB: '156350322108' }, '350322108'],
    ['the code of a village', { xzqdm: '350322108201' }, '350322108201'],
    ['a name', { name: '西山村' }, '350322108201'],
    ['a name that it bore once', { 名称: ' 园庄镇 ' }, '350322107'],
  ])('by %s', async (_, properties, unit) => {
    expect(await load([feature(properties)])).toMatchObject({ state: 'accepted', problems: [] });
    expect(await recorded()).toEqual([`350322 ${unit} area -infinity 1`]);
  });

  it('by name within the county of the features that have a code', async () => {
    await load([feature({ code: '350322' }), feature({ name: '大济镇' })]);
    expect((await recorded())[1]).toBe('350322 350322108 area -infinity 2');
  });

  it('by name within the county that knows the most names', async () => {
    await load([feature({ name: '唐奉镇' }), feature({ name: '大济镇' })]);
    expect((await recorded())[1]).toBe('131182 131182100 area -infinity 2');
  });

  it('or are reported, and nothing is written', async () => {
    const outcome = await load([
      feature({ code: '350322999', name: '大济镇' }),
      feature({ code: '350322108' }),
      feature({ name: '无此镇' }),
      feature({ name: '东山村' }),
      feature({ name: '唐奉镇' }),
      feature({}),
      feature(null),
      feature({ code: '350322108000' }),
      feature({ code: '350322107' }, point(118)),
      feature({ code: '350322107', valid_from: '2021-01-01' }),
      feature({ code: '350322107', valid_from: '去年' }),
      feature({ code: '350322107' }, null),
      'no feature',
      feature({ code: '350322108', name: 'a\0b' }),
    ]);
    expect(places(outcome)).toEqual([
      '1 code UNKNOWN_UNIT',
      '3 name UNKNOWN_UNIT',
      '4 name AMBIGUOUS_NAME',
      '5 name UNKNOWN_UNIT',
      '6 code NOT_NAMED',
      '7 code NOT_NAMED',
      '8 code DUPLICATE_ROW',
      '9 geometry SITE_OF_NO_VILLAGE',
      '10 valid_from UNIT_NOT_ALIVE',
      '11 valid_from BAD_DATE',
      '12 geometry BAD_GEOMETRY',
      '13 code NOT_NAMED',
      '13 geometry BAD_GEOMETRY',
      '14 name BAD_TEXT',
    ]);
    expect(outcome).toMatchObject({
      state: 'refused',
      run: null,
      sheets: [{ sheet: 'boundaries', rows: 14, problems: 14 }],
    });
    expect(outcome.problems[2]?.expected.en).toBe('add a property code: 350322107200, 350322108200');
    expect(await recorded()).toEqual([]);
  });

  it('or are reported when they are brackets without end', async () => {
    const coordinates = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = JSON.stringify({ type: 'FeatureCollection', features: [feature({ code: '350322108' })] });
    const outcome = await loadText(text.replace(/"coordinates":.*\]\]\]/, `"coordinates":${coordinates}`));
    expect([outcome.state, ...places(outcome)]).toEqual(['refused', '1 geometry BAD_GEOMETRY']);
  });

  it('are ambiguous when two counties know as many of the names', async () => {
    expect(places(await load([feature({ name: '大济镇' })]))).toEqual(['1 name AMBIGUOUS_NAME']);
  });

  it('are warned about when code and name disagree', async () => {
    const outcome = await load([
      feature({ code: '350322108', name: '园庄镇' }),
      feature({ code: '350322107', name: '园庄' }),
    ]);
    expect([outcome.state, outcome.warningCount, ...places(outcome)]).toEqual(['accepted', 1, '1 name OTHER_NAME']);
  });
});

describe('boundaries are recorded on two clocks', () => {
  it('an area and a site side by side; a second run changes nothing', async () => {
    const features = [
      feature({ code: '350322108201' }),
      feature({ code: '350322108201' }, point(118.05)),
      feature({ code: '350322108201', valid_from: '2014-05-01', illustrative: true }, square(118.2)),
    ];
    expect((await load(features, { dryRun: true })).state).toBe('checked');
    expect(await recorded()).toEqual([]);
    expect(await load(features)).toMatchObject({ state: 'accepted', run: { rowsNew: 3, rowsCorrected: 0 } });
    expect(await load(features)).toMatchObject({ state: 'unchanged', run: null });
    expect(await load(features.toReversed())).toMatchObject({ state: 'unchanged' });
    expect(await recorded()).toEqual([
      '350322 350322108201 area -infinity 1',
      '350322 350322108201 site -infinity 2',
      '350322 350322108201 area 2014-05-01 3',
    ]);
  });

  it('a changed one supersedes, the others stay', async () => {
    await load([feature({ code: '350322107' }), feature({ code: '350322108' }, square(118.1))]);
    const outcome = await load([
      feature({ code: '350322107' }, square(118.01)),
      feature({ code: '350322108' }, square(118.1)),
    ]);
    expect(outcome.sheets[0]).toMatchObject({ new: 0, corrected: 1, unchanged: 1 });
    expect(await recorded()).toEqual([
      '350322 350322107 area -infinity 1 superseded',
      '350322 350322108 area -infinity 2',
      '350322 350322107 area -infinity 1',
    ]);
    expect(await checkIntegrity(asViewer(database.db))).toEqual([]);
  });

  it('follow their unit to another county, and are unchanged when read again', async () => {
    const csv = (county: string) =>
      `code,name,kind,parent_code\n350303,丙县,county,\n350304,丁县,county,\n350304100,移镇,town,${county}`;
    await importCsv(pool, folder.path('before'), { units: csv('350304') });
    await load([feature({ code: '350304100' })]);
    await importCsv(pool, folder.path('after'), { units: csv('350303') });
    expect(await recorded()).toEqual([
      '350304 350304100 area -infinity 1 superseded',
      '350303 350304100 area -infinity',
    ]);
    expect((await load([feature({ code: '350304100' })])).state).toBe('unchanged');
  });
});

describe('a file that holds no map', () => {
  const crs = (name: string) => ({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name } },
    features: [feature({ code: '350322108' })],
  });

  it.each<[string, string, string]>([
    ['is empty', ' ', 'NOT_GEOJSON'],
    ['breaks off', '{"type":"FeatureCollection",\n"features":[', 'BAD_JSON'],
    ['is a list', '[]', 'NOT_GEOJSON'],
    ['is a single feature', JSON.stringify(feature({ code: '350322108' })), 'NOT_GEOJSON'],
    ['is TopoJSON', '{"type":"Topology"}', 'NOT_GEOJSON'],
    ['has no features', '{"type":"FeatureCollection","features":[]}', 'NO_FEATURES'],
    ['is in metres', JSON.stringify(crs('urn:ogc:def:crs:EPSG::4549')), 'OTHER_COORDINATES'],
    [
      'has too many features',
      `{"type":"FeatureCollection","features":[${'{},'.repeat(60_000)}{}]}`,
      'TOO_MANY_FEATURES',
    ],
    ['has too many vertices', `{"type":"FeatureCollection","features":${'['.repeat(700_000)}`, 'TOO_MANY_VERTICES'],
    ['is too large', `{"type":"FeatureCollection"${' '.repeat(21 * 1024 * 1024)}}`, 'FILE_TOO_LARGE'],
  ])('because it %s', async (_, text, code) => {
    const outcome = await loadText(text);
    expect([outcome.state, ...places(outcome)]).toEqual(['refused', code]);
  });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4490', 'urn:ogc:def:crs:EPSG::4326'])(
    'but %s is degrees',
    async (name) => {
      expect((await loadText(JSON.stringify(crs(name)))).state).toBe('accepted');
    },
  );

  it('but GB 18030 is read', async () => {
    // 西山村 in GB 18030
    const [before = '', after = ''] = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature({ name: '@' })],
    }).split('@');
    const name = Buffer.from([0xce, 0xf7, 0xc9, 0xbd, 0xb4, 0xe5]);
    expect((await loadText(Buffer.concat([Buffer.from(before), name, Buffer.from(after)]))).state).toBe('accepted');
  });

  it('and one that does not exist is reported as missing', async () => {
    const missing = importFile(pool, { path: folder.path('none.geojson') }, { channel: 'cli', recordedBy: 'test' });
    await expect(missing).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  it('stops when told to, and leaves nothing', async () => {
    const stopped = load([feature({ code: '350322108' })], { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'ABORTED' });
    expect(await recorded()).toEqual([]);
  });
});
