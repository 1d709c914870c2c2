import { describe, expect, it } from 'vitest';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import type { DraftInput } from './circular.service.ts';
import { documentContext } from './document-context.ts';
import { sealNewCircular, type SealedEdition } from './sealing/seal.service.ts';
import { circularContext, importLater, type Drafted } from '../../../testing/circulars/circular-context.ts';
import { asViewer, recordingAs } from '../../../testing/handles.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });
const { draft, save, seal, find, file } = circularContext(server);

const drafted = async (input: Record<string, unknown>): Promise<Drafted> => (await draft(input)).circular!;
const numberOf = async (id: string): Promise<string> => (await find(id)).editions[0]!.number;
const sealNew = (options: Partial<DraftInput>, number: number | null = null): Promise<SealedEdition> => {
  const { db } = server.database;
  const documents = documentContext(asViewer(db), recordingAs(db, 'clerk'), '2026-03-01');
  const whole = { campaign: 'county-2014', unit: null, asOf: '2014-07-31', lang: 'zh', previous: null } as const;
  const rest = { sections: null, annexes: null, replyDays: null, issuedOn: null };
  return sealNewCircular(documents, { ...whole, ...rest, ...options }, { number });
};
const count = async (): Promise<string> => {
  const found = await server.database.db
    .selectFrom('circular')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .execute();
  return found[0]!.n;
};

describe('one text has one number', () => {
  let july: SealedEdition;

  it('however often and in whatever format it is asked for', async () => {
    july = await sealNew({});
    expect(july.number).toBe('仙委组〔2014〕1号');
    const before = await count();
    expect(await sealNew({})).toEqual(july);
    expect(await Promise.all([sealNew({}), sealNew({})])).toEqual([july, july]);
    expect(await count()).toBe(before);
    const { docxUrl, pdfUrl } = (await find(july.circular)).editions[0]!;
    expect((await file(docxUrl)).subarray(0, 2).toString()).toBe('PK');
    expect((await file(pdfUrl)).subarray(0, 5).toString()).toBe('%PDF-');
  }, 120_000);

  it('also when it is drafted a second time on the page', async () => {
    const again = await drafted({ campaign: 'county-2014', asOf: '2014-07-31' });
    expect((await seal(again.id)).error).toMatchObject({
      code: 'CIRCULAR_SEALED_ALREADY',
      message: expect.stringContaining('已定稿为仙委组〔2014〕1号'),
    });
    const other = await save(again.id, 1, { ...again.draft!.content, title: '关于软弱涣散村整顿的另一份通报' });
    expect(other.error).toBeNull();
    expect((await seal(again.id, 2)).circular!.editions[0]!.number).toBe('仙委组〔2014〕2号');
  }, 120_000);

  it('and so has its translation, which a text with other figures is not', async () => {
    expect((await sealNew({ lang: 'en' })).number).toBe('No. 1 [2014]');
    const june = await sealNew({ lang: 'en', asOf: '2014-06-30' });
    expect(june.number).toBe('No. 3 [2014]');
    expect((await sealNew({ asOf: '2014-06-30' })).number).toBe('仙委组〔2014〕3号');
  }, 120_000);

  it('a number may be given by hand, unless it is taken', async () => {
    const [may, august] = [{ asOf: '2014-05-31' }, { asOf: '2014-08-10' }];
    await expect(sealNew(may, 2)).rejects.toMatchObject({
      code: 'NUMBER_TAKEN',
      message: expect.stringContaining('仙委组〔2014〕2号'),
    });
    await expect(sealNew(may, 0)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect((await sealNew(may, 12)).number).toBe('仙委组〔2014〕12号');
    await expect(sealNew(may, 13)).rejects.toMatchObject({ code: 'CIRCULAR_SEALED_ALREADY' });
    expect((await sealNew(august, 7)).number).toBe('仙委组〔2014〕7号');
    const later = await drafted({ campaign: 'county-2014', asOf: '2014-08-20' });
    const refused = await server.query(
      `mutation ($id: ID!) { sealCircular(id: $id, revision: 1, number: 7) { ok error { code place } } }`,
      { id: later.id },
    );
    expect(refused.data).toEqual({ sealCircular: { ok: false, error: { code: 'NUMBER_TAKEN', place: 'number' } } });
    await seal(later.id);
    expect(await numberOf(later.id)).toBe('仙委组〔2014〕13号');
  }, 180_000);

  it('when the figures have moved, it says what to do', async () => {
    await importLater(server, {
      team: 'campaign,unit_code,item,effective_on,count\ncounty-2014,350322,adjusted,2014-06-30,15',
    });
    await expect(sealNew({})).rejects.toMatchObject({
      code: 'CIRCULAR_SEALED_ALREADY',
      message: expect.stringMatching(/--circular \d+ --out FILE.*印发更正/s),
    });
  }, 120_000);
});

describe('the settings of an office', () => {
  const HEAD = 'settings { issuer issuerCode addressees copies printedBy dated }';
  const settingsOf = async (unit: string, lang = 'ZH'): Promise<Record<string, unknown>> => {
    const { data, errors } = await server.query(
      `query ($unit: ID!, $lang: Lang!) { circularSettings(unit: $unit, lang: $lang) { ${HEAD} } }`,
      { unit, lang },
    );
    expect(errors).toBeUndefined();
    return (data as unknown as { circularSettings: { settings: Record<string, unknown> } }).circularSettings.settings;
  };
  const keep = async (unit: string, settings: Record<string, unknown>) => {
    const { data, errors } = await server.query(
      `mutation ($unit: ID!, $settings: CircularSettingsInput!) {
        saveCircularSettings(unit: $unit, lang: ZH, settings: $settings) { ok error { code place } office { ${HEAD} updatedBy } } }`,
      { unit, settings },
    );
    expect(errors).toBeUndefined();
    return (data as unknown as { saveCircularSettings: { ok: boolean; error: unknown; office: { settings: unknown } } })
      .saveCircularSettings;
  };

  it('start with what the tree tells', async () => {
    expect(await settingsOf('350322')).toEqual({
      issuer: '中共仙游县委组织部',
      issuerCode: '仙委组',
      addressees: '各乡镇（街道）党（工）委，县直有关单位党组（党委）',
      copies: '市委组织部，县委、县人大常委会、县政府、县政协领导',
      printedBy: '中共仙游县委组织部办公室',
      dated: null,
    });
    expect(await settingsOf('350322111')).toMatchObject({
      issuer: '中共游洋镇委员会',
      issuerCode: '游委',
      addressees: '各村（社区）党组织',
      copies: '县委组织部，各挂钩联系单位',
    });
    expect(await settingsOf('131182')).toMatchObject({
      issuerCode: '深委组',
      copies: expect.stringMatching(/^市委组织部，市委/),
    });
    expect(await settingsOf('350322', 'EN')).toMatchObject({
      issuerCode: null,
      addressees: 'To the Party organisations of the towns and the units responsible',
    });
  });

  it('are kept, and what is as derived is not', async () => {
    const kept = { issuerCode: '仙组', copies: '', dated: 'CUT_OFF', issuer: '中共仙游县委组织部' };
    expect(await keep('350322', kept)).toMatchObject({ ok: true, office: { updatedBy: 'dashboard' } });
    const { content } = (await drafted({ campaign: 'county-2014', asOf: '2014-04-30' })).draft!;
    expect(content).toMatchObject({
      issuerCode: '仙组',
      copies: null,
      issuer: '中共仙游县委组织部',
      issuedOn: '2014-04-30',
    });
    expect(await keep('350322', { issuerCode: '两\n行' })).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', place: 'issuerCode' },
    });
    await keep('350322', { issuerCode: '仙委组' });
    expect(await server.database.db.selectFrom('circular_settings').selectAll().execute()).toEqual([]);
  });
});
