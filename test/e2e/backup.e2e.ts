import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../support/command.ts';
import { queryGraph } from '../support/graphql.ts';
import { runWallchart, startWallchart } from '../support/process.ts';
import { startServer } from '../support/server.ts';
import type { CommandEnd } from '../support/command.ts';
import type { TestServer } from '../support/server.ts';

let folder: string;
let file: string;
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-backup-'));
  // Or root's PostgreSQL, which is another user, would keep its clusters elsewhere.
  await chmod(folder, 0o711);
  file = join(folder, 'office.wallchart');
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const on = (dataDir: string, ...args: string[]): Promise<CommandEnd> => command(args, { WALLCHART_DATA: dataDir });

/** Figures now and as known before the correction, and the sealed circular. */
async function published(url: string, knownAt: string): Promise<unknown> {
  const answer = await queryGraph<{ circulars: { editions: { docxUrl: string }[] }[] }>(
    url,
    `query ($knownAt: DateTime) {
      orgUnit(code: "350322") {
        now: report(campaign: "county-2014", asOf: "2014-07-31") { metrics(ids: [MEMBERS_ADJUSTED, RECTIFIED]) { id value } }
        then: report(campaign: "county-2014", asOf: "2014-07-31", knownAt: $knownAt) { metrics(ids: [MEMBERS_ADJUSTED]) { value } }
      }
      imports { fileName rowsNew rowsCorrected recordedAt }
      circulars(campaign: "county-2014") { title status editions { number docxUrl } }
    }`,
    { knownAt },
  );
  const docx = await fetch(`${url}${answer.circulars[0]!.editions[0]!.docxUrl}`);
  expect(docx.status).toBe(200);
  return { answer, docx: Buffer.from(await docx.arrayBuffer()).toString('base64') };
}

test('a backup beside the running server restores to an empty folder: figures, both clocks, sealed bytes; imports go on', async () => {
  const before = new Date().toISOString();
  const team = 'campaign,unit_code,item,effective_on,count,note\ncounty-2014,350322,adjusted,2014-06-30,15,更正\n';
  await writeFile(join(folder, 'team.csv'), team);
  expect(await on(server.dataDir, 'import', join(folder, 'team.csv'))).toMatchObject({ code: 0 });
  const july = ['--campaign', 'county-2014', '--as-of', '2014-07-31', '--out', join(folder, 'notice.docx')];
  expect(await on(server.dataDir, 'circular', ...july, '--seal')).toMatchObject({ code: 0 });
  const was = await published(server.url, before);

  const made = await runWallchart(['backup', file, '--json'], { WALLCHART_DATA: server.dataDir });
  expect(made.code).toBe(0);
  expect(JSON.parse(made.stdout)).toMatchObject({ file, format: 1, bytes: (await readFile(file)).length });
  const again = await on(server.dataDir, 'backup', file);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('--force')]);
  const inUse = await on(server.dataDir, 'restore', file, '--force');
  expect([inUse.code, inUse.stderr]).toEqual([1, expect.stringContaining(`process ${server.running.child.pid}`)]);

  const elsewhere = join(folder, 'elsewhere');
  const looked = await on(elsewhere, 'restore', file, '--dry-run', '--json');
  expect(JSON.parse(looked.stdout)).toMatchObject({ restored: false, migration: expect.any(String) });
  const restored = await runWallchart(['restore', file, '--json'], { WALLCHART_DATA: elsewhere });
  expect(restored.code).toBe(0);
  expect(JSON.parse(restored.stdout)).toMatchObject({ restored: true, ok: true, findings: [], kept: null });
  await server.stop();
  server = await startServer({ dataDir: elsewhere });
  expect(server.running.output()).not.toContain('Loading the sample');
  expect(await published(server.url, before)).toEqual(was);
  const same = await on(elsewhere, 'import', join(folder, 'team.csv'));
  expect([same.code, same.stdout]).toEqual([0, expect.stringContaining('Nothing changed')]);
});

test('a restore over something needs --force, keeps it, and changes nothing when it is refused or stopped', async () => {
  const { dataDir } = server;
  await server.stop({ keep: true });
  const refused = await on(dataDir, 'restore', file);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/holds rows in \d+ tables .*--force/)]);
  const stopped = startWallchart(['restore', file, '--force'], { WALLCHART_DATA: dataDir });
  await expect.poll(() => stopped.output(), { timeout: 60_000, interval: 20 }).toContain('Setting up');
  stopped.child.kill('SIGTERM');
  expect(await stopped.ended).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing was restored') });
  expect((await readdir(dataDir)).filter((name) => name.includes('restor'))).toEqual([]);

  const forced = await on(dataDir, 'restore', file, '--force');
  expect([forced.code, forced.stdout]).toEqual([0, expect.stringMatching(/is kept in .*postgres\.before-restore-/)]);
  expect(await on(dataDir, 'check')).toMatchObject({ code: 0, stdout: 'Everything agrees.\n' });
});
