import { expect, it } from 'vitest';
import { samples } from '../../testing/samples.ts';
import { testApp } from '../../testing/test-app.ts';
import { circularDesk } from './testing/circular-desk.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z') });
const { draft, save, seal, amend } = circularDesk(server);

const written = async (input: Record<string, unknown>): Promise<string> => (await draft(input)).circular!.id;
const toCome = async (id: string): Promise<string> => {
  const { data } = await server.query('query ($id: ID!) { circular(id: $id) { draft { nextNumber } } }', { id });
  return (data as unknown as { circular: { draft: { nextNumber: string } } }).circular.draft.nextNumber;
};

it('is told before sealing and given by it, by issuer and year, and kept by a new edition', async () => {
  const july = await written({ campaign: 'county-2014', asOf: '2014-07-31' });
  const june = await written({ campaign: 'county-2014', asOf: '2014-06-30' });
  const english = await written({ campaign: 'county-2014', asOf: '2014-07-31', lang: 'EN' });
  expect(await Promise.all([july, june].map(toCome))).toEqual(['〔2014〕1号', '〔2014〕1号']);
  expect((await seal(july)).circular?.editions[0]?.number).toBe('〔2014〕1号');
  expect([await toCome(june), await toCome(english)]).toEqual(['〔2014〕2号', 'No. 1 [2014]']);

  const { content } = (await amend(july)).circular!.draft!;
  expect(await toCome(july)).toBe('〔2014〕1号');
  await save(june, 1, { ...content, issuedOn: '2015-01-05' });
  expect(await toCome(june)).toBe('〔2015〕1号');
});
