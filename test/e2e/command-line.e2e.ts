import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSamples } from '@wallchart/db/seeds';
import { command } from '../support/command.ts';
import { queryGraph } from '../support/graphql.ts';
import { runWallchart } from '../support/process.ts';
import { startOnSamples } from '../support/server.ts';
import type { CommandEnd } from '../support/command.ts';
import type { Ended } from '../support/process.ts';
import type { SampleServer } from '../support/server.ts';

let folder: string;
let workbook: string;
let server: SampleServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-cli-'));
  const [county] = await writeSamples(folder);
  workbook = county ?? '';
  server = await startOnSamples();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const beside = (...args: string[]): Promise<CommandEnd> => command(args, server.settings);
/** The same in a process of its own. */
const alone = (...args: string[]): Promise<Ended> => runWallchart(args, server.settings);

async function adjusted(knownAt: string | null): Promise<string | null> {
  const { orgUnit } = await queryGraph<{ orgUnit: { report: { metrics: { value: string | null }[] } } }>(
    server.url,
    `query ($knownAt: DateTime) { orgUnit(code: "350322") {
      report(campaign: "county-2014", asOf: "2014-07-31", knownAt: $knownAt) { metrics(ids: [MEMBERS_ADJUSTED]) { value } } } }`,
    { knownAt },
  );
  return orgUnit.report.metrics[0]?.value ?? null;
}

test('importing the sample again, beside the running server, changes nothing', async () => {
  const again = await beside('import', workbook);
  expect(again).toMatchObject({ code: 0 });
  expect(again.stdout).toMatch(/nothing changed|没有变化/i);
  expect(await adjusted(null)).toBe('14');
});

test('a corrected row moves the figure, and the old one stands under knownAt', async () => {
  const before = new Date().toISOString();
  const correction = join(folder, 'correction');
  await mkdir(correction, { recursive: true });
  await writeFile(
    join(correction, 'team.csv'),
    'campaign,unit_code,item,effective_on,count,note\ncounty-2014,350322,adjusted,2014-06-30,15,更正\n',
  );
  const dry = await beside('import', correction, '--dry-run');
  expect(dry).toMatchObject({ code: 0 });
  expect(await adjusted(null)).toBe('14');
  const accepted = await beside('import', correction, '--json');
  expect(accepted).toMatchObject({ code: 0 });
  expect(JSON.parse(accepted.stdout)).toMatchObject({ state: 'accepted' });
  expect(await adjusted(null)).toBe('15');
  expect(await adjusted(before)).toBe('14');
});

test('a workbook with errors is refused whole, with sheet, row and column, and status 1', async () => {
  const bad = join(folder, 'bad');
  await mkdir(bad, { recursive: true });
  await writeFile(
    join(bad, 'team.csv'),
    'campaign,unit_code,item,effective_on,count\ncounty-2014,350322,adjusted,2014-07-01,3\ncounty-2014,999999,adjusted,2014-13-01,x\n',
  );
  const refused = await alone('import', bad);
  expect(refused.code).toBe(1);
  expect(refused.stdout + refused.stderr).toMatch(/team|班子建设/);
  expect(refused.stdout + refused.stderr).toContain('2014-13-01');
  expect(await adjusted(null)).toBe('15');
});

test('the sample is written out by the template command, and is the one that was loaded', async () => {
  const out = join(folder, 'sample.xlsx');
  expect(await beside('template', out, '--sample', 'county-2014')).toMatchObject({ code: 0 });
  const again = await beside('import', out, '--dry-run');
  expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/0 new, 0 corrected/)]);
});

test('a command that is wrongly called ends with status 2, writes nothing and says what is wrong', async () => {
  const wrong: [args: string[], says: RegExp][] = [
    [['import'], /FILE/],
    [['import', workbook, workbook], /is not expected here/],
    [['import', workbook, '--dry-run=yes'], /--dry-run takes no value/],
    [['import', workbook, '--dry-rum'], /unknown option --dry-rum/],
    [['nonsense'], /unknown command "nonsense"/],
  ];
  expect(await alone('import')).toMatchObject({ code: 2, stdout: '' });
  for (const [args, says] of wrong) {
    const ended = await beside(...args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(says);
  }
});

test('help and version are plain text when they do not go to a terminal', async () => {
  const help = await alone('import', '--help');
  expect(help.stdout).toContain(' --dry-run ');
  expect(help.stdout).not.toContain('\u001b');
  expect((await alone('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a place for the marked workbook that does not exist is refused before anything is imported', async () => {
  const correction = join(folder, 'not-imported');
  await mkdir(correction, { recursive: true });
  await writeFile(
    join(correction, 'team.csv'),
    'campaign,unit_code,item,effective_on,count\ncounty-2014,350322,adjusted,2014-06-30,99\n',
  );
  const refused = await beside('import', correction, '--annotated', join(folder, 'nowhere', 'marked.xlsx'));
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/folder .*nowhere does not exist/);
  expect(await adjusted(null)).toBe('15');
});

test('papers default to the active campaign, and never overwrite a file unasked', async () => {
  const papers = join(folder, 'papers');
  await mkdir(papers, { recursive: true });
  for (const [command, file] of [
    [['briefing'], 'briefing.html'],
    [['poster'], 'poster.pdf'],
    [['export', 'ranking'], 'ranking.xlsx'],
  ] as const) {
    const out = join(papers, file);
    const made = await beside(...command, '--out', out);
    expect([command, made.code, made.stderr]).toEqual([command, 0, expect.stringContaining('county-2014')]);
    const bytes = await readFile(out);
    const again = await beside(...command, '--out', out);
    expect([command, again.code, again.stderr]).toEqual([command, 1, expect.stringContaining('--force')]);
    expect((await readFile(out)).equals(bytes)).toBe(true);
  }
});

/** fetch sets Host itself; a hostile page would not. */
function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const requested = request({ host: '127.0.0.1', port, path: '/health', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    requested.once('error', reject);
    requested.end();
  });
}

test('a foreign Host and a foreign Origin are refused', async () => {
  const { host, port } = new URL(server.url);
  expect(await statusFor({ host })).toBe(200);
  expect(await statusFor({ host: `rebind.example:${port}` })).toBe(403);
  expect(await statusFor({ host, origin: 'https://example.com' })).toBe(403);
  expect(await statusFor({ host, origin: server.url })).toBe(200);
});

test('an address that others can reach is refused with a reason', async () => {
  const open = await runWallchart(['serve'], { HOST: '0.0.0.0', PORT: '0', WALLCHART_DATA: join(folder, 'open') });
  expect(open.code).not.toBe(0);
  expect(open.stdout + open.stderr).toMatch(/HOST=0\.0\.0\.0/);
});
