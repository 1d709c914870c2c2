import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import {
  reminderContext,
  wordsOfDocx,
  type Card,
  type VoidOutcome,
} from '../../../testing/reminders/reminder-context.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });
const { query, candidates, issue, declareVoid, batches, ofCase, file } = reminderContext(server);
const JULY = { campaign: 'county-2014', asOf: '2014-07-31' };
const REASON = '收卡对象有误，改发游洋镇党委';

describe('a card that is declared void', () => {
  let [card, other]: Card[] = [];
  let before: string;
  let outcome: VoidOutcome;
  let asIssued: Buffer;
  beforeAll(async () => {
    [card, other] = (await issue(JULY)).batch!.reminders;
    asIssued = await file(card!.pdfUrl);
    before = card!.knownAt;
    outcome = await declareVoid(card!.id, ` ${REASON} `);
  }, 60_000);

  it('says why, when and by whom, and keeps its number', () => {
    expect(outcome).toMatchObject({
      ok: true,
      error: null,
      reminder: { number: '提醒〔2014〕1号', voided: { reason: REASON, voidedBy: 'dashboard' } },
    });
    expect(Date.parse(outcome.reminder!.voided!.voidedAt)).toBeGreaterThanOrEqual(Date.parse(before));
  });

  it('stands in the list and in its case as void, and as it stood before', async () => {
    const voided = async (knownAt: string | null) =>
      (await batches('county-2014', null, knownAt))[0]!.reminders.map((one) => one.voided?.reason ?? null);
    expect(await voided(null)).toEqual([REASON, null, null]);
    expect(await voided(before)).toEqual([null, null, null]);
    expect((await ofCase('2014-030', '2014-07-31'))[0]!.voided?.reason).toBe(REASON);
    expect((await ofCase('2014-030', '2014-07-31', before))[0]!.voided).toBeNull();
  });

  it('no longer counts as an earlier card: another one can be issued at once, with the next number', async () => {
    const [overdue, second] = await candidates(JULY);
    expect(overdue).toMatchObject({ key: 'OVERDUE:2014-030', recent: false, lastReminder: null });
    expect(second).toMatchObject({ recent: true });
    const again = await issue({
      ...JULY,
      keys: ['OVERDUE:2014-030'],
      addressees: [{ key: 'OVERDUE:2014-030', kind: 'COMMITTEE' }],
    });
    expect(again.batch!.reminders).toMatchObject([{ number: '提醒〔2014〕4号', answeredBy: '游洋镇党委' }]);
  });

  it('says so in its own file and in that of its batch; the others are as they were', async () => {
    const { headers, rawPayload } = await server.inject({ url: card!.docxUrl });
    const words = await wordsOfDocx(rawPayload);
    expect(words).toContain('提醒卡（作废）');
    expect(words).toContain(`作废原因：${REASON}。`);
    expect(words).toContain('游洋镇鲁头村');
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('游洋镇鲁头村 作废.docx');
    expect(headers['etag']).toContain('void');
    expect(await file(card!.pdfUrl)).not.toEqual(asIssued);
    const [, first] = await batches('county-2014');
    const all = await wordsOfDocx((await server.inject({ url: `/cards/batch/${first!.id}.docx` })).rawPayload);
    expect(all.split('作废原因').length - 1).toBe(1);
    expect(all).toContain('钟山镇汾山村');
    expect(await wordsOfDocx(await file(other!.docxUrl))).not.toContain('作废');
  });

  it('is what it was issued as in the database, and the note on it is kept', async () => {
    const { rows } = await sql<{ pdf: Buffer }>`
      select pdf from reminder_card where id = ${card!.id}::bigint`.execute(server.database.db);
    expect(rows[0]!.pdf.equals(asIssued)).toBe(true);
    for (const statement of [
      `update reminder_void set reason = 'x'`,
      'delete from reminder_void',
      'truncate reminder_void',
    ]) {
      await expect(sql.raw(statement).execute(server.database.db)).rejects.toThrow('never changed');
    }
    const blank = sql`insert into reminder_void values (${other!.id}::bigint, ' ', now(), 'x')`;
    await expect(blank.execute(server.database.db)).rejects.toThrow('reminder_void_reason_given');
  });

  it.each([
    ['a second time', () => card!.id, REASON, 'REMINDER_VOID'],
    ['without a reason', () => other!.id, ' 　', 'BAD_INPUT'],
    ['where there is none', () => '999', REASON, 'UNKNOWN_REMINDER'],
    ['by no number', () => 'x', REASON, 'UNKNOWN_REMINDER'],
  ])('cannot be %s', async (_how, id, reason, code) => {
    expect(await declareVoid(id(), reason)).toMatchObject({ ok: false, error: { code }, reminder: null });
  });
});

it('what was called a card answers under its old name too, for one version more', async () => {
  const { reminderBatches, case: row } = await query<{
    reminderBatches: Record<'cards' | 'reminders' | 'cardCount' | 'reminderCount', unknown>[];
    case: Record<'reminders' | 'reminderCards', unknown>;
  }>(
    `{ reminderBatches(campaign: "county-2014") { cardCount reminderCount cards { id } reminders { id } }
       case(caseNo: "2014-030", asOf: "2014-07-31") { reminders { number } reminderCards { number } } }`,
    {},
  );
  expect(reminderBatches.length).toBeGreaterThan(0);
  for (const batch of reminderBatches)
    expect([batch.cards, batch.cardCount]).toEqual([batch.reminders, batch.reminderCount]);
  expect(row.reminders).toHaveLength(2);
  expect(row.reminderCards).toEqual(row.reminders);
});
