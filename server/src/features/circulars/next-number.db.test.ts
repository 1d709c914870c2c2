import { expect, it } from 'vitest';
import { poolOf } from '../../database/open-database.ts';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import { documentContext } from './document-context.ts';
import { sealNewCircular } from './sealing/seal.service.ts';
import { circularContext } from '../../../testing/circulars/circular-context.ts';
import { asViewer, recordingAs } from '../../../testing/handles.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });
const { draft, save, seal, amend } = circularContext(server);

const written = async (input: Record<string, unknown>): Promise<string> => (await draft(input)).circular!.id;
const toCome = async (id: string): Promise<string> => {
  const { data } = await server.query('query ($id: ID!) { circular(id: $id) { draft { nextNumber } } }', { id });
  return (data as unknown as { circular: { draft: { nextNumber: string } } }).circular.draft.nextNumber;
};

it('is shown before sealing and assigned by it, by issuer and year, and kept by a new edition', async () => {
  const july = await written({ campaign: 'county-2014', asOf: '2014-07-31' });
  const june = await written({ campaign: 'county-2014', asOf: '2014-06-30' });
  const english = await written({ campaign: 'county-2014', asOf: '2014-07-31', lang: 'EN' });
  expect(await Promise.all([july, june].map(toCome))).toEqual(['仙委组〔2014〕1号', '仙委组〔2014〕1号']);
  expect((await seal(july)).circular?.editions[0]?.number).toBe('仙委组〔2014〕1号');
  expect([await toCome(june), await toCome(english)]).toEqual(['仙委组〔2014〕2号', 'No. 1 [2014]']);

  const { content } = (await amend(july)).circular!.draft!;
  expect(await toCome(july)).toBe('仙委组〔2014〕1号');
  await save(june, 1, { ...content, issuedOn: '2015-01-05' });
  expect(await toCome(june)).toBe('仙委组〔2015〕1号');
});

it('written and sealed as one, a circular leaves neither a draft nor a gap when its connection is lost', async () => {
  const { db, orm } = server.database;
  const documents = documentContext(asViewer(db), recordingAs(db, 'clerk'), '2026-03-01');
  const options = { campaign: 'county-2014', unit: null, asOf: '2014-05-31', lang: 'zh', previous: null } as const;
  const seal = () =>
    sealNewCircular(documents, { ...options, sections: null, annexes: null, replyDays: null, issuedOn: null });
  const other = await (await poolOf(orm)).connect();
  const kept = async (): Promise<unknown> =>
    (
      await other.query(`select (select count(*) from circular) as circulars, (select count(*) from circular_draft) as drafts,
        (select array_agg(n::text order by n::text) from document_number n) as numbers`)
    ).rows;
  try {
    const before = await kept();
    // It waits for its last statement.
    await other.query('begin; lock table circular_edition in share mode');
    const lost = seal();
    lost.catch(() => undefined);
    const ended = async (): Promise<number | null> =>
      (
        await other.query(`select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and not l.granted`)
      ).rowCount;
    await expect.poll(ended, { timeout: 60_000 }).toBe(1);
    await expect(lost).rejects.toThrow(/terminat/);
    await other.query('rollback');
    expect(await kept()).toEqual(before);
    expect(await seal()).toMatchObject({ edition: 1, number: '仙委组〔2014〕2号' });
  } finally {
    other.release();
  }
});
