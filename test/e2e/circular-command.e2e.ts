import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editDocx, retype } from '../../server/testing/circulars/edit-docx.ts';
import { command } from '../support/command.ts';
import { queryGraph } from '../support/graphql.ts';
import { runWallchart } from '../support/process.ts';
import { startOnSamples } from '../support/server.ts';
import type { CommandEnd } from '../support/command.ts';
import type { SampleServer } from '../support/server.ts';

const JULY = ['--campaign', 'county-2014', '--as-of', '2014-07-31'] as const;

let folder: string;
let server: SampleServer;
let notice: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-circular-'));
  notice = join(folder, 'notice.docx');
  server = await startOnSamples();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const circular = (...args: string[]): Promise<CommandEnd> => command(['circular', ...args], server.settings);

const circulars = async (): Promise<{ title: string; status: string }[]> =>
  (
    await queryGraph<{ circulars: { title: string; status: string }[] }>(
      server.url,
      '{ circulars(campaign: "county-2014") { title status } }',
      {},
    )
  ).circulars;

test('the July circular is written to a file, keeps nothing, and is not written over unasked', async () => {
  const written = await runWallchart(['circular', ...JULY, '--out', notice], server.settings);
  expect(written).toMatchObject({ code: 0, stdout: `${notice}\n` });
  const bytes = await readFile(notice);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(await circulars()).toEqual([]);

  const again = await circular(...JULY, '--out', notice);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('--force');
  expect(await readFile(notice)).toEqual(bytes);
});

test('what cannot be made is refused before a number is spent', async () => {
  const nowhere = await circular(...JULY, '--seal', '--out', join(folder, 'nowhere', 'notice.docx'));
  expect(nowhere.code).toBe(1);
  expect(nowhere.stderr).toMatch(/folder .*nowhere does not exist/);

  const wrong: [args: string[], code: number, says: RegExp][] = [
    [['--out', notice], 2, /--campaign \(or --circular\) and --out are required/],
    [[...JULY, '--out', join(folder, 'notice.doc')], 2, /\.docx, \.pdf, \.html/],
    [['chekc', notice], 2, /expected "check FILE", "settings"/],
    [['--campaign', 'county-2014', '--as-of', '2014-02-30', '--out', join(folder, 'b.docx')], 1, /2014-02-30/],
    [['--campaign', 'county-2015', '--out', join(folder, 'c.docx')], 1, /no campaign "county-2015"/],
  ];
  for (const [args, code, says] of wrong) {
    const ended = await circular(...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(says);
  }
  expect(await circulars()).toEqual([]);
}, 240_000);

test('a sealed one has its number; a check of its edited file lists what no longer agrees', async () => {
  const sealed = await circular(...JULY, '--seal', '--out', notice, '--force', '--json');
  expect(sealed.code).toBe(0);
  expect(JSON.parse(sealed.stdout)).toMatchObject({ number: '仙委组〔2014〕1号', format: 'docx', file: notice });
  expect(await circulars()).toMatchObject([{ status: 'SEALED' }]);

  const untouched = await circular('check', notice);
  expect(untouched.code).toBe(0);
  expect(untouched.stdout).toMatch(/^已核对\d+个数字和全部文字，0处不同。$/m);

  const edited = join(folder, 'edited.docx');
  await writeFile(edited, editDocx(await readFile(notice), retype('overall.rectified.rectified', '33')));
  const found = await runWallchart(['circular', 'check', edited], server.settings);
  expect(found.code).toBe(1);
  expect(found.stdout).toMatch(/^数字：一、总体情况，第1段（文件第\d+段）：文中写“33”，应为“32” — .*已完成整顿33个/m);
  expect(found.stdout).toContain('，1处不同。');
});

test('the same text in another format is the same edition; another day takes the number that it is given', async () => {
  const number = async (...args: string[]): Promise<string> => {
    const ended = await circular(...args, '--json');
    expect(ended).toMatchObject({ code: 0 });
    return (JSON.parse(ended.stdout) as { number: string }).number;
  };
  expect(await number(...JULY, '--seal', '--out', join(folder, 'notice.pdf'))).toBe('仙委组〔2014〕1号');
  expect(await circulars()).toHaveLength(1);
  const june = ['--campaign', 'county-2014', '--as-of', '2014-06-30', '--seal'];
  const taken = await circular(...june, '--number', '1', '--out', join(folder, 'june.pdf'));
  expect(taken.code).toBe(1);
  expect(taken.stderr).toMatch(/仙委组〔2014〕1号.*已被占用/);
  const dated = ['--number', '5', '--issued-on', '2014-07-03', '--out', join(folder, 'june.html')];
  expect(await number(...june, ...dated)).toBe('仙委组〔2014〕5号');
  expect(await readFile(join(folder, 'june.html'), 'utf8')).toContain('2014年7月3日');
}, 240_000);

test('an import tells which sealed circulars it touched', async () => {
  const late = join(folder, 'transitions.csv');
  await writeFile(late, 'case_no,state,effective_on\n2014-014,struck_off,2014-07-30\n');
  const imported = await command(['import', late, '--lang', 'zh'], server.settings);
  expect(imported).toMatchObject({ code: 0 });
  expect(imported.stdout).toMatch(/影响已定稿的通报 仙委组〔2014〕1号（2014-07-31）：定稿后有\d+个数字变化/);
  expect(imported.stdout).not.toContain('仙委组〔2014〕5号');
  const again = await circular(...JULY, '--seal', '--out', join(folder, 'again.docx'));
  expect(again.code).toBe(1);
  expect(again.stderr).toMatch(/仙委组〔2014〕1号.*--circular \d+ --out FILE.*印发更正/s);
  const kept = /--circular (\d+)/.exec(again.stderr)![1]!;
  const asSealed = await circular('--circular', kept, '--out', join(folder, 'again.docx'), '--json');
  expect(JSON.parse(asSealed.stdout)).toMatchObject({ number: '仙委组〔2014〕1号', circular: kept });
}, 240_000);

test('an office keeps what its circulars start with', async () => {
  const settings = (...args: string[]): Promise<CommandEnd> => circular('settings', '--unit', '350322', ...args);
  expect((await settings()).stdout).toMatch(/机关代字\t仙委组\n[\s\S]*抄送\t市委组织部，/);
  expect((await settings('--issuer-code', '仙组', '--copies', '')).stdout).toMatch(
    /机关代字\t仙组 \*\n[\s\S]*抄送\t— \*/,
  );
  expect((await settings('--reset')).stdout).toContain('机关代字\t仙委组\n');
  expect((await circular('settings')).code).toBe(2);
}, 240_000);
