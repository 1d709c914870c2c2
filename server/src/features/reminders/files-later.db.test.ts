import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { systemDb } from '../../database/open-database.ts';
import { asViewer, recordingAs } from '../../../testing/handles.ts';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import { documentContext, type DocumentContext } from '../circulars/index.ts';
import { storeMissingFiles } from '../integrity/index.ts';
import { issueCards } from './issuing/issue.service.ts';
import { renderCardFiles } from './issuing/render-cards.ts';
import { storeBatchFiles } from './issuing/store-files.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z'), graphqlTimeoutMs: 110_000 });

const documents = (): DocumentContext => {
  const { db } = server.database;
  return documentContext(asViewer(db), recordingAs(db, 'clerk'), '2026-03-01');
};
const issue = () =>
  issueCards(documents(), {
    campaign: 'county-2014',
    unit: null,
    asOf: '2014-07-31',
    lang: 'zh',
    keys: null,
    repeatDays: null,
    again: true,
    issuer: null,
    replyBy: null,
    planning: { addressees: new Map(), separate: false },
  });
const storedFiles = async (table: 'reminder_card' | 'reminder_batch'): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(docx)::integer as n from ${sql.table(table)}`.execute(server.database.db);
  return rows[0]!.n;
};
const get = async (url: string) => server.inject({ url });
const lost = () => Promise.reject(new Error('the renderer is gone'));

it('cards whose files are not rendered yet have their numbers, and what was rendered before the process ended is kept', async () => {
  const { batch } = await issue();
  let rendered = 0;
  const one = (cards: Parameters<typeof renderCardFiles>[0]) => (rendered++ === 0 ? renderCardFiles(cards) : lost());
  const seen: number[] = [];
  await expect(storeBatchFiles(documents(), batch, ({ done }) => seen.push(done), one)).rejects.toThrow(
    'the renderer is gone',
  );
  expect([await storedFiles('reminder_card'), await storedFiles('reminder_batch'), seen]).toEqual([1, 0, [0, 1]]);
  const { data } = await server.query(
    `{ reminderBatches(campaign: "county-2014") { cards { id number docxUrl pdfUrl } } }`,
  );
  const { cards } = (data as unknown as { reminderBatches: { cards: Record<string, string>[] }[] }).reminderBatches[0]!;
  expect(cards.map(({ number }) => number)).toEqual([1, 2, 3].map((n) => `提醒〔2014〕${n}号`));
  expect((await get(cards[2]!['pdfUrl']!)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await storedFiles('reminder_card')).toBe(2);
  const bundle = await get(`/cards/batch/${batch}.docx`);
  expect(await storeMissingFiles(await systemDb(server.database.orm))).toEqual({ stored: 1, failed: [] });
  expect([await storedFiles('reminder_card'), await storedFiles('reminder_batch')]).toEqual([3, 1]);
  expect((await get(`/cards/batch/${batch}.docx`)).rawPayload.equals(bundle.rawPayload)).toBe(true);
});
