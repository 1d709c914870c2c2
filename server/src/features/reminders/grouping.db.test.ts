import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';
import { parseIssuedCard } from './issuing/frozen.ts';
import { reminderContext, pagesOf, textOf, type Card } from '../../../testing/reminders/reminder-context.ts';

const server = testApp({ now: () => new Date('2014-08-05T04:00:00Z') });
const { candidates, issue, declareVoid, batches, ofCase, file } = reminderContext(server);

const [A, B, C, D] = ['350322100200', '350322100201', '350322101200', '350322101201'] as const;
const ALL = [A, B, C, D];
const TOWN = '350322100';
const LEADER = '县水利局局长';
const caseOf = (unit: string): string => `test-2014-${unit}`;
const keyOf = (unit: string): string => `OVERDUE:${caseOf(unit)}`;
const AUGUST = { campaign: 'test-2014', asOf: '2014-08-05' };

/** Four overdue in two towns; one post answers for A, B and C, another for D; a unit supports A and C. */
beforeAll(async () => {
  const { db } = server.database;
  await buildCounty(db, { villages: 3 });
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-06-30', visits_per_month: 2 });
  const contact = (unit: string, role: 'leader' | 'unit', holder: string) =>
    insertFact(db, 'contacts', { case_no: caseOf(unit), role, holder, effective_on: '2014-03-25', until: null });
  for (const [i, unit] of ALL.entries()) {
    await buildCase(db, { unit_code: unit, deadline: `2014-07-1${i}`, transitions: [['rectifying', '2014-04-01']] });
    await contact(unit, 'leader', unit === D ? '县林业局局长' : LEADER);
  }
  for (const unit of [A, C]) await contact(unit, 'unit', '县卫生局');
}, 120_000);

async function textsOf(cards: readonly Card[]): Promise<string[]> {
  const { rows } = await sql<{ frozen: string }>`
    select frozen from reminder_card where id = any(${cards.map(({ id }) => id)}::bigint[]) order by id`.execute(
    server.database.db,
  );
  return rows.map(({ frozen }) => textOf(parseIssuedCard(frozen).document));
}

const casesOn = ({ matters }: Card): (string | null)[] => matters.map(({ caseNo }) => caseNo);

describe('one card a post', () => {
  let cards: Card[];
  beforeAll(async () => {
    cards = (await issue(AUGUST)).batch!.reminders;
  }, 60_000);

  it('lists the matters of one rule in their order, and another rule has its own', () => {
    expect(cards.map((card) => [card.rule, card.answeredBy, casesOn(card)])).toEqual([
      ['OVERDUE', LEADER, [A, B, C].map(caseOf)],
      ['OVERDUE', '县林业局局长', [caseOf(D)]],
      ['VISITS_BELOW_DUTY', LEADER, [A, B, C].map(caseOf)],
      ['VISITS_BELOW_DUTY', '县林业局局长', [caseOf(D)]],
    ]);
    expect(cards.map(({ number }) => number)).toEqual([1, 2, 3, 4].map((n) => `提醒〔2014〕${n}号`));
    expect(cards[0]!.matters[1]).toMatchObject({ reason: '完成时限2014年7月11日，已逾期25天', unit: { code: B } });
  });

  it('says for each what a card of its own would say', async () => {
    const [overdue, , visits] = await textsOf(cards);
    expect(overdue).toContain('您挂钩联系的3个党组织（名单附后）列入');
    expect(overdue).toContain('党组织 | 主要情形 | 完成时限 | 目前状态 | 逾期天数');
    expect(overdue).toMatch(/\| 2014年7月10日 \| 整顿中 \| 26\n/);
    expect(overdue).toMatch(/\| 2014年7月12日 \| 整顿中 \| 24\n/);
    expect(overdue).toContain('请逐个说明逾期原因');
    expect(overdue).toContain('于2014年8月15日前书面答复');
    expect(visits).toContain('2014年7月走访均少于规定次数');
    expect(visits).toMatch(/党组织 \| 2014年5月 \| 2014年6月 \| 2014年7月 \| 2014年7月少/);
    expect(visits).toMatch(/ \| 0 \| 0 \| 0 \| 2\n/);
    // One page, and its list.
    expect(pagesOf(await file(cards[0]!.pdfUrl))).toBe(2);
  });

  it('stands in each of its cases, and counts as a card about each of its matters', async () => {
    for (const unit of [A, B, C]) {
      expect((await ofCase(caseOf(unit), '2014-08-05')).map(({ number }) => number)).toContain('提醒〔2014〕1号');
    }
    expect((await candidates(AUGUST)).map(({ recent }) => recent)).toEqual(Array.from({ length: 8 }, () => true));
    await declareVoid(cards[0]!.id, '重发');
    const recent = (await candidates(AUGUST)).filter(({ rule }) => rule === 'OVERDUE').map((one) => one.recent);
    expect(recent).toEqual([false, false, false, true]);
  });

  it('shows a town its own matters only, and of how many', async () => {
    const [batch] = await batches('test-2014', TOWN);
    expect(batch!.reminderCount).toBe(4);
    expect(batch!.reminders.map((card) => [casesOn(card), card.matterCount])).toEqual([
      [[A, B].map(caseOf), 3],
      [[A, B].map(caseOf), 3],
    ]);
  });

  it('is one for each matter when that is asked for, with the matters in the database', async () => {
    const separate = await issue({ ...AUGUST, keys: ALL.map(keyOf), again: true, separate: true });
    expect(separate.batch!.reminders.map(casesOn)).toEqual(ALL.map((unit) => [caseOf(unit)]));
    const { rows } = await sql<{ card: string; matters: string[] }>`
      select card_id::text as card, array_agg(unit_code order by position) as matters from reminder_matter
      group by card_id order by card_id`.execute(server.database.db);
    expect(rows[0]).toEqual({ card: cards[0]!.id, matters: [A, B, C] });
  });
});

describe('whom a card goes to', () => {
  const to = (kind: string, ...units: string[]) => ({
    ...AUGUST,
    again: true,
    keys: units.map(keyOf),
    addressees: units.map((unit) => ({ key: keyOf(unit), kind })),
  });

  it('can be chosen: the leader first, then secretary and committee of the town, and the unit that supports it', async () => {
    const [one, , , last] = await candidates(AUGUST);
    expect(one!.addressees.map(({ kind }) => kind)).toEqual(['LEADER', 'SECRETARY', 'COMMITTEE', 'UNIT']);
    expect(last!.addressees.map(({ kind }) => kind)).toEqual(['LEADER', 'SECRETARY', 'COMMITTEE']);
    expect(one!.addressees.at(-1)).toMatchObject({ post: '县卫生局', warning: null });
  });

  it('is one card a town for its committee, which is spoken to as a town', async () => {
    const { batch } = await issue(to('COMMITTEE', A, B, C));
    expect(batch!.reminders.map(casesOn)).toEqual([[A, B].map(caseOf), [caseOf(C)]]);
    const [many, one] = await textsOf(batch!.reminders);
    expect(many).toContain('你单位2个党组织');
    expect(one).toMatch(/你单位[^，]+党组织，/);
    expect(batch!.reminders[0]!.answeredBy).toMatch(/党委$/);
  });

  it('is one card for the unit that supports several, and says so', async () => {
    const { batch } = await issue(to('UNIT', A, C));
    expect(batch!.reminders.map((card) => [card.answeredBy, casesOn(card)])).toEqual([
      ['县卫生局', [A, C].map(caseOf)],
    ]);
    expect((await textsOf(batch!.reminders))[0]).toContain('你单位挂钩帮扶的2个党组织');
  });

  it('is in the preview who gets the card', async () => {
    const answer = await server.query('query ($input: ReminderInput!) { reminderPreview(input: $input) }', {
      input: { ...AUGUST, keys: [keyOf(A)], addressees: [{ key: keyOf(A), kind: 'UNIT' }] },
    });
    expect(answer.data?.['reminderPreview']).toContain('县卫生局');
    expect(answer.data?.['reminderPreview']).not.toContain(LEADER);
  });

  it('is refused where the ledger names no one', async () => {
    const { error, ok } = await issue(to('UNIT', D));
    expect({ ok, error }).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', place: 'addressees' } });
  });
});
