import 'reflect-metadata';
import { buildCampaign, buildCase, buildCounty } from '@wallchart/db/factories';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemDb } from '../../database/open-database.ts';
import { createLoaderPool } from '../../app/loader-pool.ts';
import { CHART_KINDS, chartData, chartPicture, type ChartRequest, type ChartSources } from './index.ts';
import { asViewer } from '../../../testing/handles.ts';

const database = testDatabase();
const today = '2014-07-31';

beforeAll(async () => {
  const { db } = database;
  const { villages } = await buildCounty(db, { code: '350322', towns: 3, villages: 4 });
  await buildCampaign(db, { id: 'test-2014', unit_code: '350322', deadline: '2014-06-30' });
  await buildCampaign(db, { id: 'empty-2015', unit_code: '350322' });
  for (const [index, { code: unit_code }] of villages.slice(0, 6).entries())
    await buildCase(db, { unit_code, transitions: index % 2 === 0 ? [['struck_off', '2014-05-01']] : [] });
});

async function sources(): Promise<ChartSources> {
  const db = asViewer(database.db);
  const loaders = await createLoaderPool(await systemDb(database.orm)).current(db, today);
  return { db, today, ...loaders };
}

const query = (more: Partial<ChartRequest> = {}): ChartRequest => ({
  kind: 'TOWNS',
  campaign: 'test-2014',
  unit: '350322',
  asOf: '2014-07-31',
  knownAt: null,
  tree: 'then',
  lang: 'zh',
  ...more,
});

const words = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');

describe('a chart picture', () => {
  it('draws each town with its count, rate and rank, a dash for one without a case', async () => {
    const { svg, title, illustrative } = await chartPicture(await sources(), query());
    expect(title).toBe('各乡镇进展如何？');
    expect(words(svg)).toEqual(expect.arrayContaining(['2/4', '50.0%', '1/2', '—']));
    expect(illustrative).toBe(false);
  });

  it('is the same text each time, also when another was drawn in between', async () => {
    const given = await sources();
    const { svg } = await chartPicture(given, query());
    await chartPicture(given, query({ kind: 'CAUSES', lang: 'en' }));
    expect((await chartPicture(await sources(), query())).svg).toBe(svg);
  });

  it('has one digest in both languages, and another for other figures', async () => {
    const given = await sources();
    const { facts } = await chartData(given, query());
    expect((await chartData(given, query({ lang: 'en' }))).facts.digest).toBe(facts.digest);
    expect((await chartData(given, query({ asOf: '2014-04-30' }))).facts.digest).not.toBe(facts.digest);
    expect(facts).toMatchObject({ unit: '350322', campaign: 'test-2014', asOf: '2014-07-31', tree: 'then' });
  });

  it.each(CHART_KINDS)('%s says why it is empty', async (kind) => {
    const picture = await chartPicture(await sources(), query({ kind, campaign: 'empty-2015' }));
    if (kind === 'TOWNS') expect(words(picture.svg).filter((text) => text === '—')).toHaveLength(3);
    else expect(words(picture.svg)).toContain(picture.empty);
  });

  it('says the facts in the picture', async () => {
    const { svg, digest } = await chartPicture(await sources(), query({ knownAt: '2030-01-01T00:00:00.000Z' }));
    expect(svg).toMatch(/<metadata><wallchart:picture [^>]*unit="350322"[^>]*as-of="2014-07-31"/);
    expect(svg).toContain(`digest="sha256:${digest}"`);
    expect(svg).toContain('known-at="2030-01-01T00:00:00.000Z"');
  });

  it('is refused for what does not exist', async () => {
    const given = await sources();
    await expect(chartPicture(given, query({ campaign: 'nope' }))).rejects.toMatchObject({ code: 'UNKNOWN_CAMPAIGN' });
    await expect(chartPicture(given, query({ unit: '999999' }))).rejects.toMatchObject({ code: 'UNKNOWN_UNIT' });
  });
});
