import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { poolOf, systemDb } from '../../database/open-database.ts';
import { asViewer, recordingAs } from '../../../testing/handles.ts';
import { samples } from '../../../testing/samples.ts';
import { testApp } from '../../../testing/test-app.ts';
import { checkIntegrity, storeMissingFiles } from '../integrity/index.ts';
import { documentContext, type DocumentContext } from './document-context.ts';
import { renderFiles } from './pages/render-files.ts';
import { storeFiles } from './sealing/edition.store.ts';
import { documentOf, parseSealed } from './sealing/frozen.ts';
import { sealNewCircular } from './sealing/seal.service.ts';
import { importLater } from '../../../testing/circulars/circular-context.ts';

const server = testApp({ from: samples, now: () => new Date('2026-03-01T04:00:00Z'), graphqlTimeoutMs: 110_000 });

const documents = (): DocumentContext => {
  const { db } = server.database;
  return documentContext(asViewer(db), recordingAs(db, 'clerk'), '2026-03-01');
};
const seal = (asOf: string) =>
  sealNewCircular(documents(), {
    campaign: 'county-2014',
    unit: null,
    asOf,
    lang: 'zh',
    previous: '2014-04-30',
    sections: ['OVERALL'],
    annexes: [],
    replyDays: null,
    issuedOn: null,
  });
const storedFiles = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(docx)::integer as n from circular_edition`.execute(server.database.db);
  return rows[0]!.n;
};
const get = async (url: string) => server.inject({ url });
const lost = () => Promise.reject(new Error('the renderer is gone'));

describe('a circular whose files are not rendered yet', () => {
  it('has its number, is complete in every list, and renders the same files when it is opened', async () => {
    const { circular, edition, number } = await seal('2014-05-31');
    await expect(storeFiles(documents(), { circular, edition }, lost)).rejects.toThrow('the renderer is gone');
    expect(await storedFiles()).toBe(0);
    const { data } = await server.query(
      `{ circular(id: "${circular}") { status editions { number docxUrl digest } } }`,
    );
    expect(data).toMatchObject({ circular: { status: 'SEALED', editions: [{ number }] } });
    const { rows } = await sql<{ frozen: string; digest: string }>`select frozen, digest from circular_edition`.execute(
      server.database.db,
    );
    const expected = await renderFiles(documentOf(parseSealed(rows[0]!.frozen), rows[0]!.digest));
    const url = `/circulars/${circular}/editions/1`;
    const opened = await Promise.all([get(`${url}.docx`), get(`${url}.pdf`)]);
    expect(opened.map(({ rawPayload }) => rawPayload.toString('base64'))).toEqual(
      [expected.docx, expected.pdf].map((bytes) => bytes.toString('base64')),
    );
    expect(await storedFiles()).toBe(1);
    expect((await get(`${url}.html`)).payload).toBe(expected.html.toString());
  });

  it('leaves no gap and no double: sealed twice at once it is one, and the next takes the next number', async () => {
    const [one, other] = await Promise.all([seal('2014-06-30'), seal('2014-06-30')]);
    expect(one).toEqual(other);
    expect(one.number).toBe('仙委组〔2014〕2号');
    expect((await seal('2014-07-15')).number).toBe('仙委组〔2014〕3号');
  });

  it('its files are stored once and never changed', async () => {
    const { db } = server.database;
    const before = await storedFiles();
    expect(await storeMissingFiles(await systemDb(server.database.orm))).toEqual({ stored: 2, failed: [] });
    expect(await storedFiles()).toBe(before + 2);
    await expect(sql`update circular_edition set docx = '', pdf = '', html = ''`.execute(db)).rejects.toThrow('sealed');
    await expect(sql`update circular_edition set docx = null, pdf = null, html = null`.execute(db)).rejects.toThrow(
      'sealed',
    );
    expect(await checkIntegrity(asViewer(db))).toEqual([]);
  });

  it('holds up no one: while its figures are resolved no lock is held, and an import runs while it is rendered', async () => {
    const { orm } = server.database;
    const other = await (await poolOf(orm)).connect();
    try {
      await other.query('begin; lock table good_practices in access exclusive mode');
      const sealing = seal('2014-07-20');
      const held = async () =>
        (
          await other.query(`select from pg_locks where database = (select oid from pg_database where datname = current_database())
            and locktype = 'advisory'`)
        ).rowCount;
      await vi.waitFor(
        async () =>
          expect(
            (await other.query(`select from pg_locks where not granted and relation = 'good_practices'::regclass`))
              .rowCount,
          ).toBeGreaterThan(0),
        60_000,
      );
      expect(await held()).toBe(0);
      await other.query('rollback');
      const rendering = storeFiles(documents(), await sealing, async (document) => {
        await importLater(server, {
          team: 'campaign,unit_code,item,effective_on,count\ncounty-2014,350322,adjusted,2014-06-30,15',
        });
        return renderFiles(document);
      });
      expect((await rendering).docx.subarray(0, 2).toString()).toBe('PK');
    } finally {
      other.release();
    }
  });
});
