import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { ADMISSION } from '../../graphql/admit-operations.ts';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import type { Block } from '../../rendering/document/official-document.ts';
import { bundleOf, documentOfCard, serializeIssuedCard, parseIssuedCard, type FrozenCard } from './issuing/frozen.ts';
import { renderCardFiles } from './issuing/render-cards.ts';
import {
  reminderContext,
  pagesOf,
  textOf,
  type Card,
  type Outcome,
} from '../../../testing/reminders/reminder-context.ts';

// Fewer connections than are issued at once: who waits for its turn must hold none.
const server = testApp({
  from: samples,
  now: () => new Date('2026-03-01T04:00:00Z'),
  connection: { poolSize: 4 },
  admission: { ...ADMISSION, patienceMs: 100_000 },
  graphqlTimeoutMs: 110_000,
});
const { query, candidates, issue, ofCase, file } = reminderContext(server);

const JULY = { campaign: 'county-2014', asOf: '2014-07-31' };

async function frozenOf({ id }: Pick<Card, 'id'>): Promise<{ text: string; frozen: FrozenCard }> {
  const { rows } = await sql<{ frozen: string }>`
    select frozen from reminder_card where id = ${id}::bigint`.execute(server.database.db);
  const text = rows[0]!.frozen;
  return { text, frozen: parseIssuedCard(text) };
}

const base64 = (files: Readonly<Record<string, Buffer>>): string[] =>
  [files['docx']!, files['pdf']!].map((bytes) => bytes.toString('base64'));
const filesOf = async ({ docxUrl, pdfUrl }: Pick<Card, 'docxUrl' | 'pdfUrl'>) =>
  base64({ docx: await file(docxUrl), pdf: await file(pdfUrl) });

it('finds whom to remind in the sample county on 31 July: two overdue, one short of visits, the reports came in', async () => {
  expect(await candidates(JULY)).toMatchObject([
    {
      key: 'OVERDUE:2014-030',
      organisation: '游洋镇鲁头村',
      answeredBy: '县委常委、组织部部长',
      reason: '完成时限2014年7月15日，已逾期16天',
      illustrative: true,
      recent: false,
      lastReminder: null,
    },
    {
      key: 'OVERDUE:2014-027',
      organisation: '钟山镇汾山村',
      answeredBy: '县政协副主席',
      reason: '完成时限2014年7月30日，已逾期1天',
    },
    {
      key: 'VISITS_BELOW_DUTY:2014-006',
      organisation: '榜头镇莲墘社区',
      reason: '2014年7月走访2次，规定3次',
    },
  ]);
});

it('names who issues in either language', async () => {
  const { reminders } = await query<{ reminders: { zh: string; en: string; issuedOn: string; replyBy: string } }>(
    `query { reminders(campaign: "county-2014", asOf: "2014-07-31") {
      zh: issuer(lang: ZH) en: issuer(lang: EN) issuedOn replyBy } }`,
    {},
  );
  expect(reminders).toEqual({
    zh: '中共仙游县委组织部',
    en: 'Organisation Department of the Party Committee of Xianyou County',
    issuedOn: '2014-07-31',
    replyBy: '2014-08-10',
  });
});

it('finds as many overdue as the figure says, in the county and in a town', async () => {
  for (const unit of ['350322', '350322111']) {
    const { orgUnit } = await query<{ orgUnit: { report: { metrics: { value: string }[] } } }>(
      `query ($unit: ID!) { orgUnit(code: $unit, on: "2014-07-31") {
        report(campaign: "county-2014", asOf: "2014-07-31") { metrics(ids: [OVERDUE]) { value } } } }`,
      { unit },
    );
    const found = (await candidates({ ...JULY, unit })).filter(({ rule }) => rule === 'OVERDUE');
    expect(String(found.length)).toBe(orgUnit.report.metrics[0]!.value);
  }
});

it('reminds no one where all is done, and says so when asked to issue', async () => {
  const done = { campaign: 'city-2019', asOf: '2019-11-30' };
  expect(await candidates(done)).toEqual([]);
  expect(await issue(done)).toMatchObject({ ok: false, error: { code: 'REMINDER_NOT_DUE' }, batch: null });
});

describe('cards issued for July', () => {
  let july: Outcome;
  let cards: Card[];
  beforeAll(async () => {
    july = await issue(JULY);
    expect(july.error).toBeNull();
    cards = july.batch!.reminders;
  }, 60_000);

  it('are numbered from one, have the cut-off of long ago and ask for an answer ten days later', () => {
    expect(cards.map(({ number }) => number)).toEqual(['提醒〔2014〕1号', '提醒〔2014〕2号', '提醒〔2014〕3号']);
    expect(cards[0]).toMatchObject({ issuedOn: '2014-07-31', replyBy: '2014-08-10', issuedBy: 'dashboard' });
  });

  it('say what they must, in both languages', async () => {
    const english = await issue({ ...JULY, lang: 'EN', again: true });
    const texts = async (of: readonly Card[]): Promise<string> =>
      (await Promise.all(of.map(async (card) => textOf((await frozenOf(card)).frozen.document)))).join('\n');
    await expect(await texts(cards)).toMatchFileSnapshot('golden/county-2014.zh.txt');
    await expect(await texts(english.batch!.reminders)).toMatchFileSnapshot('golden/county-2014.en.txt');
    expect(pagesOf(await file(english.batch!.pdfUrl))).toBe(3);
  });

  it('have a page each, alone and as one file', async () => {
    expect(pagesOf(await file(july.batch!.pdfUrl))).toBe(3);
    for (const { pdfUrl } of cards) expect(pagesOf(await file(pdfUrl))).toBe(1);
    // Longer names of a campaign, an organisation or an issuer have room for two lines more.
    for (const card of cards) {
      const { document } = (await frozenOf(card)).frozen;
      const more: Block = { kind: 'paragraph', runs: [{ text: '名'.repeat(50) }] };
      expect(pagesOf((await renderCardFiles({ ...document, blocks: [...document.blocks, more] })).pdf)).toBe(1);
    }
  });

  it('render to the same bytes again, and as one file', async () => {
    const documents = [];
    for (const card of cards) {
      const { text, frozen } = await frozenOf(card);
      expect(serializeIssuedCard(frozen)).toEqual({ text, digest: card.digest });
      const document = documentOfCard(frozen, card.digest);
      documents.push(document);
      expect(base64(await renderCardFiles(document))).toEqual(await filesOf(card));
    }
    expect(base64(await renderCardFiles(bundleOf(documents)))).toEqual(await filesOf(july.batch!));
  });

  it('are files that say their name and type', async () => {
    const { headers } = await server.inject({ url: cards[0]!.docxUrl });
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
      '提醒卡 提醒〔2014〕1号 游洋镇鲁头村.docx',
    );
    const batch = await server.inject({ url: july.batch!.pdfUrl });
    expect(batch.headers['content-type']).toBe('application/pdf');
    expect(decodeURIComponent(String(batch.headers['content-disposition']))).toContain('提醒卡 2014-07-31 共3张.pdf');
  });

  it.each([
    ['/cards/999.pdf', 404, 'UNKNOWN_REMINDER'],
    ['/cards/batch/999.docx', 404, 'UNKNOWN_REMINDER'],
    ['/cards/1.html', 400, 'BAD_INPUT'],
    ['/cards/one.pdf', 404, 'NOT_FOUND'],
  ])('answers %s with %i %s', async (url, status, code) => {
    const answer = await server.inject({ url });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error: { code } });
  });

  it.each([
    `update reminder_card set number = 'x'`,
    'delete from reminder_card',
    'truncate reminder_card cascade',
    'update reminder_matter set position = 2',
    'delete from reminder_matter',
    'truncate reminder_matter',
    'update reminder_batch set reply_by = reply_by + 1',
    'delete from reminder_batch',
    'truncate reminder_batch cascade',
    `update document_number set last_serial = 9 where series = 'reminder'`,
  ])('are kept by the database from: %s', async (statement) => {
    await expect(sql.raw(statement).execute(server.database.db)).rejects.toThrow(/never changed|count up|violates/);
    expect(await filesOf(cards[0]!)).toHaveLength(2);
  });

  it('stand in their case from their cut-off on, as known then', async () => {
    const of = async (asOf: string, knownAt: string | null = null) =>
      (await ofCase('2014-030', asOf, knownAt)).map(({ number }) => number);
    expect(await of('2014-07-31')).toContain('提醒〔2014〕1号');
    expect(await of('2014-07-30')).toEqual([]);
    const before = new Date(Date.parse(cards[0]!.knownAt) - 1).toISOString();
    expect(await of('2014-07-31', before)).toEqual([]);
    expect(await of('2014-07-31', cards[0]!.knownAt)).toEqual(['提醒〔2014〕1号']);
    expect(await ofCase('2014-001', '2014-07-31')).toEqual([]);
  });

  it('are listed by batch for the county and for a town that they concern', async () => {
    const batches = async (unit: string | null) =>
      (
        await query<{ reminderBatches: { id: string; reminderCount: number; reminders: { number: string }[] }[] }>(
          `query ($unit: ID) { reminderBatches(campaign: "county-2014", unit: $unit) {
            id reminderCount reminders { number } } }`,
          { unit },
        )
      ).reminderBatches;
    const all = cards.map(({ number }) => ({ number }));
    expect(await batches(null)).toContainEqual({ id: july.batch!.id, reminderCount: 3, reminders: all });
    expect(await batches('350322111')).toContainEqual({ id: july.batch!.id, reminderCount: 3, reminders: [all[0]] });
    expect(await batches('350322204')).toEqual([]);
  });

  it('are not issued again within ten days, unless asked for; later they are', async () => {
    expect((await candidates(JULY)).map(({ recent }) => recent)).toEqual([true, true, true]);
    const second = await issue(JULY);
    expect(second).toMatchObject({ ok: false, error: { code: 'REMINDER_ISSUED' }, batch: null });
    const week = await candidates({ ...JULY, asOf: '2014-08-09' });
    expect(week.find(({ key }) => key === 'OVERDUE:2014-030')).toMatchObject({ recent: true });
    const later = await candidates({ ...JULY, asOf: '2014-08-10' });
    expect(later.find(({ key }) => key === 'OVERDUE:2014-030')).toMatchObject({
      recent: false,
      reason: '完成时限2014年7月15日，已逾期26天',
      lastReminder: { issuedOn: '2014-07-31' },
    });
    const some = await issue({ ...JULY, keys: ['OVERDUE:2014-027'], again: true });
    expect(some.batch!.reminders.map(({ matters }) => matters[0]!.caseNo)).toEqual(['2014-027']);
  });

  it('are refused for what is not due, and for days that are none', async () => {
    expect(await issue({ ...JULY, keys: ['OVERDUE:2014-001'] })).toMatchObject({
      ok: false,
      error: { code: 'REMINDER_NOT_DUE', message: expect.stringContaining('OVERDUE:2014-001') },
    });
    expect((await issue({ ...JULY, keys: [] })).error?.code).toBe('BAD_INPUT');
    for (const replyBy of ['2014-07-30', '2015-08-02']) {
      expect((await issue({ ...JULY, replyBy })).error).toMatchObject({ code: 'BAD_INPUT', place: 'replyBy' });
    }
    expect((await issue({ ...JULY, repeatDays: -1 })).error).toMatchObject({ place: 'repeatDays' });
    expect((await issue({ ...JULY, unit: '131182' })).error?.code).toBe('OUTSIDE_CAMPAIGN');
  });

  it('can be looked at before, without a number and as drafts', async () => {
    const { reminderPreview } = await query<{ reminderPreview: string }>(
      'query ($input: ReminderInput!) { reminderPreview(input: $input) }',
      { input: { ...JULY, keys: ['OVERDUE:2014-030'], replyBy: '2014-08-05' } },
    );
    const missing = ['草稿', '鲁头村', '2014年8月5日'].filter((words) => !reminderPreview.includes(words));
    expect(missing).toEqual([]);
    expect(reminderPreview).not.toContain('号</');
  });
});

it('numbers have no gap and no double when many are issued at once, and one that fails takes none', async () => {
  const issuer = '中共仙游县委整顿办';
  const matters = ['OVERDUE:2014-030', 'OVERDUE:2014-027', 'VISITS_BELOW_DUTY:2014-006'];
  const inputs = [...matters, ...matters].map((key) => ({ ...JULY, keys: [key], issuer, again: true }));
  const refused = { ...JULY, keys: ['OVERDUE:2014-002'], issuer, again: true };
  const outcomes = await Promise.all([...inputs, refused, ...inputs].map(issue));
  const numbers = outcomes.flatMap(({ batch }) => batch?.reminders ?? []).map(({ number }) => number);
  expect(outcomes.filter(({ ok }) => !ok)).toHaveLength(1);
  expect(numbers.toSorted((a, b) => serialOf(a) - serialOf(b))).toEqual(
    Array.from({ length: 12 }, (_, i) => `提醒〔2014〕${i + 1}号`),
  );
});

const serialOf = (number: string): number => Number(/〕(\d+)号/.exec(number)?.[1]);
