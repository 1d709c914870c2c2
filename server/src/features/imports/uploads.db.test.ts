import { writeSamples } from '@wallchart/db/seeds';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';

const server = testApp();
let folder: string;
let workbook: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-upload-'));
  const [county] = await writeSamples(folder);
  workbook = await readFile(county ?? '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const OWN = { origin: 'http://127.0.0.1:4000' };

function upload(content: Buffer, name = 'county-2014.xlsx', headers: Record<string, string> = OWN) {
  const boundary = '----wallchart';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return server.inject({
    method: 'POST',
    url: '/uploads',
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
  });
}

interface Job {
  id: string;
  state: string;
  problemCount: number;
  annotatedUrl: string | null;
  run: { rowsNew: number; channel: string } | null;
  sheets: { sheet: string; new: number }[];
}
const FIELDS =
  'id state problemCount annotatedUrl run { rowsNew channel } sheets { sheet new } problems { cell code expected(lang: EN) }';

async function start(uploadId: string, dryRun: boolean): Promise<Job> {
  const { data, errors } = await server.query(
    `mutation { startImport(upload: "${uploadId}", dryRun: ${dryRun}) { ${FIELDS} } }`,
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { startImport: Job }).startImport;
}

async function finished({ id }: Job): Promise<Job> {
  for (;;) {
    const { data } = await server.query(`{ importJob(id: "${id}") { ${FIELDS} } }`);
    const job = (data as unknown as { importJob: Job }).importJob;
    if (job.state !== 'RUNNING') return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('uploads', () => {
  it('checks a workbook first, then imports it, and finds nothing new the second time', async () => {
    const reply = await upload(workbook);
    expect(reply.statusCode).toBe(201);
    const body = reply.json<{ upload: string; fileName: string; bytes: number }>();
    expect(body).toMatchObject({ fileName: 'county-2014.xlsx', bytes: workbook.length });
    const checked = await finished(await start(body.upload, true));
    expect(checked).toMatchObject({ state: 'CHECKED', problemCount: 0, run: null });
    expect(await server.database.db.selectFrom('cases').select('case_no').execute()).toEqual([]);
    const accepted = await finished(await start(body.upload, false));
    expect(accepted).toMatchObject({ state: 'ACCEPTED', run: { channel: 'upload' } });
    expect(accepted.sheets.find(({ sheet }) => sheet === 'cases')?.new).toBe(37);
    expect((await finished(await start(body.upload, false))).state).toBe('UNCHANGED');
    const { data } = await server.query('{ imports { fileName rowsNew } campaign(id: "county-2014") { defaultAsOf } }');
    expect(data).toMatchObject({
      imports: [{ fileName: 'county-2014.xlsx' }],
      campaign: { defaultAsOf: '2014-07-31' },
    });
  });

  it('runs one import at a time', async () => {
    const { upload: id } = (await upload(workbook)).json<{ upload: string }>();
    const running = await start(id, true);
    const { errors } = await server.query(`mutation { startImport(upload: "${id}") { id } }`);
    expect(errors?.[0]?.extensions['code']).toBe('IMPORT_RUNNING');
    await finished(running);
  });

  it('gives a bad workbook back with its cells marked', async () => {
    const csv = Buffer.from('campaign,unit_code,name_zh,start_on\nx,999999999999,试,2014-13-01\n');
    const { upload: id } = (await upload(csv, 'campaigns.csv')).json<{ upload: string }>();
    const job = await finished(await start(id, true));
    expect(job.state).toBe('REFUSED');
    expect(job.problemCount).toBeGreaterThan(0);
    const marked = await server.inject({ url: job.annotatedUrl ?? '' });
    expect(marked.statusCode).toBe(200);
    expect(marked.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses an upload that a foreign page could send', async () => {
    expect((await upload(workbook, 'a.xlsx', {})).statusCode).toBe(403);
    expect((await upload(workbook, 'a.xlsx', { origin: 'http://evil.example' })).statusCode).toBe(403);
    expect((await upload(workbook, 'a.xlsx', { 'apollo-require-preflight': '1' })).statusCode).toBe(201);
  });

  it('refuses what cannot be a workbook, and a name that leads elsewhere', async () => {
    expect((await upload(workbook, 'a.exe')).json()).toMatchObject({ error: { code: 'UPLOAD_REFUSED' } });
    expect((await upload(workbook, '../../etc/a.xlsx')).json()).toMatchObject({ fileName: 'a.xlsx' });
  });

  describe('refuses a form that is broken', () => {
    const send = (payload: string, type = 'multipart/form-data; boundary=b') =>
      server.inject({ method: 'POST', url: '/uploads', payload, headers: { 'content-type': type, ...OWN } });
    const file = (name: string) => `--b\r\ncontent-disposition: form-data; name="${name}"; filename="a.csv"\r\n\r\n`;
    const noName = '--b\r\ncontent-disposition: form-data; name="file"; filename=""\r\n\r\na\r\n--b--\r\n';
    const bare =
      '--b\r\ncontent-disposition: form-data; name="file"\r\ncontent-type: application/octet-stream\r\n\r\na\r\n--b--';
    const fields = '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n'.repeat(9);
    it.each([
      ['after its boundary', () => send('--b'), /incomplete/],
      ['within its head', () => send('--b\r\ncontent-dis'), /incomplete/],
      ['within the file', () => send(`${file('file')}a,b\n1`), /incomplete/],
      ['without a boundary', () => send('--b--', 'multipart/form-data'), /Boundary/],
      ['without anything', () => send(''), /"file" is missing/],
      ['without a part', () => send('--b--\r\n'), /"file" is missing|incomplete/],
      [
        'with a field instead of the file',
        () => send(`${fields.slice(0, 58)}--b--\r\n`),
        /"file" is missing|incomplete/,
      ],
      ['with more fields than any', () => send(`${fields}${file('file')}a\r\n--b--\r\n`), /limit/],
      ['with another file', () => send(`${file('other')}a\r\n--b--\r\n`), /"file" is missing/],
      ['with another file that is cut off', () => send(`${file('other')}a`), /"file" is missing/],
      ['with a field named for a prototype', () => send(`${file('__proto__')}a\r\n--b--\r\n`), /prototype/],
      ['with a file without a name', () => send(noName), /no name/],
      ['with a file that names no name', () => send(bare), /no name/],
    ])('%s', async (_, sent, message) => {
      const reply = await sent();
      expect(reply.json()).toMatchObject({ error: { code: 'BAD_INPUT', message: expect.stringMatching(message) } });
      expect(reply.statusCode).toBe(400);
    });

    it('of another type', async () => {
      expect((await send('{}', 'application/json')).json()).toMatchObject({ error: { code: 'BAD_INPUT' } });
      expect((await send('<a/>', 'application/xml')).statusCode).toBe(415);
    });

    it('and logs none of it as an error', () => {
      expect(server.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([]);
    });
  });

  it('keeps a name without what cannot be shown', async () => {
    expect((await upload(workbook, 'a\0b\u0007.xlsx')).json()).toMatchObject({ fileName: 'ab.xlsx' });
  });

  it('does not import a document', async () => {
    const { upload: id } = (await upload(workbook, 'notice.docx')).json<{ upload: string }>();
    const { errors } = await server.query(`mutation { startImport(upload: "${id}") { id } }`);
    expect(errors?.[0]?.extensions['code']).toBe('UPLOAD_REFUSED');
  });

  it('refuses a damaged workbook in words, and gives the words back as a workbook', async () => {
    const bytes = Buffer.from(workbook);
    const name = 'xl/worksheets/sheet1.xml';
    bytes.fill(0xff, bytes.indexOf(name) + name.length, bytes.indexOf(name) + name.length + 4);
    const { upload: id } = (await upload(bytes)).json<{ upload: string }>();
    const job = await finished(await start(id, false));
    expect(job).toMatchObject({ state: 'REFUSED', run: null, problems: [{ code: 'DAMAGED' }] });
    expect((await server.inject({ url: job.annotatedUrl ?? '' })).statusCode).toBe(200);
  });

  it('refuses more than 50 MB', async () => {
    const reply = await upload(Buffer.alloc(50 * 1024 * 1024 + 1));
    expect(reply.statusCode).toBe(413);
    expect(reply.json()).toMatchObject({ error: { code: 'UPLOAD_TOO_LARGE' } });
  });

  it('does not know an upload that was never made', async () => {
    const { errors } = await server.query('mutation { startImport(upload: "nope") { id } }');
    expect(errors?.[0]?.extensions['code']).toBe('UNKNOWN_UPLOAD');
  });

  it('gives out an empty workbook in either language, and a filled one', async () => {
    for (const requested of ['lang=zh', 'lang=en', 'lang=zh&sample=county-2014']) {
      const reply = await server.inject({ url: `/template.xlsx?${requested}` });
      expect(reply.statusCode).toBe(200);
      expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK');
    }
    const reply = await server.inject({ url: '/template.xlsx?sample=nowhere' });
    expect([reply.statusCode, reply.json()]).toMatchObject([400, { error: { code: 'BAD_INPUT' } }]);
  });
});
